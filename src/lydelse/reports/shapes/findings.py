"""What was found, what was confirmed and how far the figures were tested: ``lydelse/findings/1``."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lydelse.reports.shapes.comparison import InForceShape
from lydelse.reports.shapes.shared import (
    ConfirmedShape,
    CorrectedShape,
    CoverageShape,
    HandledAndGoneShape,
    Proof,
    ReviewedFindingShape,
    Source,
    Unread,
)


class FindingsReport(TypedDict):
    """A review. ``gone`` are the ids of what an earlier report told and is found no more; ``handled_and_gone`` is of such."""

    schema: Literal["lydelse/findings/1"]
    version: str
    sources: list[Source]
    document_in_force: NotRequired[Source]
    in_force: NotRequired[list[InForceShape]]
    rules_off: list[str]
    corrected: NotRequired[list[CorrectedShape]]
    proof: Proof | None
    findings: list[ReviewedFindingShape]
    gone: NotRequired[list[str]]
    handled_and_gone: NotRequired[list[HandledAndGoneShape]]
    confirmed: list[ConfirmedShape]
    coverage: list[CoverageShape]
    unread: list[Unread]
