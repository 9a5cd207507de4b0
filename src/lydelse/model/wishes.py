"""What the reviewer asks for beyond the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lydelse.model.case import Case
from lydelse.records import dataclass, field

if TYPE_CHECKING:
    from lydelse.model.corrections import Corrections


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the reviewer asks for beyond the files.

    That is the rules to use, the password of a protected file, the file of the calculation model, the first page's facts,
    and what a person has corrected.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    password: str | None = None
    model: Path | None = None
    case: Case = field(default_factory=Case)
    corrections: Corrections | None = None
