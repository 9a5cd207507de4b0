"""Findings that rest on figures read uncertainly from a picture: each becomes a question, and says which figures it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.figures.numbers import numbers_in, parse_number
from lydelse.model.document import Document
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import replace

SHOWN = 4
TAKEN_FOR = {"0": "689", "1": "47", "2": "7", "3": "589", "4": "19", "5": "368", "6": "058", "7": "12", "8": "03569", "9": "0348"}
"""Digits that are taken for one another in a picture, above all where a line goes through them."""

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
    facts: dict[str, Fact] = {"texts": texts, "page": figures[0].page}
    asked = Message("uncertain.finding", facts)
    others = tuple(dict.fromkeys(_readings_that_agree(finding, figures)))
    if len(others) == 1:
        (read, otherwise) = others[0]
        asked = Message("uncertain.finding-otherwise", {**facts, "read": f"”{read}”", "otherwise": f"”{otherwise}”"})
    return replace(finding, severity=Severity.QUESTION, message=replace(finding.message, then=asked))


def _readings_that_agree(finding: Finding, figures: Sequence[UncertainFigure]) -> Iterator[tuple[str, str]]:
    """Yield each number with an uncertain figure, and the number that it is read as now and then with which the relation would hold."""
    found, expected = (numbers_in(text)[:1] for text in (finding.found, finding.expected))
    if not found or not expected or found[0].value == expected[0].value:
        return
    missing = abs(expected[0].value - found[0].value)
    for passage in finding.passages:
        for number in numbers_in(passage.text):
            for figure in figures:
                for otherwise in _misread(number.literal, figure.text):
                    if abs(parse_number(otherwise) - number.value) == missing:
                        yield number.literal, otherwise


def _misread(literal: str, figure: str) -> Iterator[str]:
    """Yield a number with each digit of an uncertain figure in it as those that it is taken for."""
    start = literal.find(figure.strip(".,"))
    if start < 0:
        return
    for at in range(start, start + len(figure.strip(".,"))):
        for other in TAKEN_FOR.get(literal[at], ""):
            yield literal[:at] + other + literal[at + 1 :]


def _under(passages: Iterable[Passage], figures: Iterable[UncertainFigure]) -> tuple[UncertainFigure, ...]:
    places = [passage.place for passage in passages]
    return tuple(
        figure
        for figure in figures
        if any(place.page == figure.page and (place.box is None or _overlap(place.box, figure.box)) for place in places)
    )


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom
