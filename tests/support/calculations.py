"""Calculations of documents written in the mini-language, for tests of what their figures obey."""

from __future__ import annotations

from lydelse.calculation import infer
from lydelse.checks import Subject
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.calculation import Calculation, Outcome, RelationKind
from lydelse.model.text import Version


def subject_of(text: str) -> Subject:
    """Return what the rules look at in a written document."""
    comparison = compare_marked(written(text))
    return Subject(comparison, infer(comparison))


def calculation_of(text: str) -> Calculation:
    """Return the relations of a written document."""
    return subject_of(text).calculation


def outcome_of(text: str, kind: RelationKind, version: Version = Version.AFTER) -> Outcome | None:
    """Return the one outcome of a kind in a version, None where there is none."""
    outcomes = [each for each in calculation_of(text).outcomes if each.relation.kind is kind and each.version is version]
    assert len(outcomes) <= 1, [each.relation.wording for each in outcomes]
    return outcomes[0] if outcomes else None
