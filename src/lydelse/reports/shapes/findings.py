"""What was found, what was confirmed and how far the figures were tested: ``lydelse/findings/1``."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lydelse.reports.shapes.comparison import InForceShape
from lydelse.reports.shapes.shared import ConfirmedShape, CoverageShape, FindingSinceShape, Proof, Source, Unread


class FindingsReport(TypedDict):
    """A review. ``gone`` are the ids of what an earlier report told and is found no more."""

    schema: Literal["lydelse/findings/1"]
    version: str
    sources: list[Source]
    document_in_force: NotRequired[Source]
    in_force: NotRequired[list[InForceShape]]
    rules_off: list[str]
    proof: Proof | None
    findings: list[FindingSinceShape]
    gone: NotRequired[list[str]]
    confirmed: list[ConfirmedShape]
    coverage: list[CoverageShape]
    unread: list[Unread]
