"""Findings that rest on figures read uncertainly from a picture: each becomes a question, and says which figures it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lydelse.model.document import Document
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Message
from lydelse.model.place import Box
from lydelse.model.uncertain import UncertainFigure

SHOWN = 4
LOWERED = frozenset({Severity.ERROR, Severity.WARNING})


def lowered_where_uncertain(findings: Iterable[Finding], documents: Iterable[Document]) -> Iterator[Finding]:
    """Yield the findings, those as questions that stand on an uncertain figure of one of these documents.

    A passage without a box stands on every uncertain figure of its page: rather a question too many than an error on a misread figure.
    """
    figures = tuple(dict.fromkeys(figure for document in documents for figure in document.uncertain))
    for finding in findings:
        own = _under(finding.passages, figures) if figures and finding.severity in LOWERED else ()
        yield _as_question(finding, own) if own else finding


def _as_question(finding: Finding, figures: Sequence[UncertainFigure]) -> Finding:
    texts = tuple(dict.fromkeys(f"”{figure.text}”" for figure in figures))[:SHOWN]
    asked = Message("uncertain.finding", {"texts": texts, "page": figures[0].page})
    return replace(finding, severity=Severity.QUESTION, message=replace(finding.message, then=asked))


def _under(passages: Iterable[Passage], figures: Iterable[UncertainFigure]) -> tuple[UncertainFigure, ...]:
    places = [passage.place for passage in passages]
    return tuple(
        figure
        for figure in figures
        if any(place.page == figure.page and (place.box is None or _overlap(place.box, figure.box)) for place in places)
    )


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom
