"""The rules in force, to be read from top to bottom."""

from __future__ import annotations

from lydelse.checks.rule import Rule
from lydelse.checks.rules.sum_mismatch import sum_mismatch

CATALOGUE: tuple[Rule, ...] = (sum_mismatch,)
