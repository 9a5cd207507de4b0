"""Figures that were read uncertainly and are as they must be: a sum of other figures, read without doubt, comes out to the last unit.

What a sum says so of need not be asked about. Where two of a sum's figures are uncertain it says nothing: a form that was misread once may
have been misread twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from lydelse.checks.rule import Subject, passage_of
from lydelse.model.calculation import Outcome, RelationKind, Verdict
from lydelse.model.document import Document
from lydelse.model.finding import Passage, Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box
from lydelse.model.text import Version
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import replace

ASKED = "X902.uncertain-figures"
FEWEST_PARTS = 2
SHOWN = 8

Known = tuple[str, UncertainFigure]
"""A figure and the name of its document."""


def asked_of_the_others(unread: Iterable[Unread], subjects: Collection[Subject]) -> Iterator[Unread]:
    """Yield what is unread, uncertain figures without those that a sum confirms, of which it is said that one does."""
    every = tuple(unread)
    if not any(each.message.key == ASKED for each in every):
        yield from every
        return
    known = {known for subject in subjects for known in witnessed(subject)}
    pages: dict[tuple[str, int], list[UncertainFigure]] = defaultdict(list)
    for name, figure in dict.fromkeys(own for subject in subjects for own in _uncertain(subject)):
        pages[name, figure.page].append(figure)
    for each in every:
        own = next((page for page, figures in pages.items() if _asks_about(each, page, figures)), None)
        yield from _without_witnessed(each, own[0], pages[own], known) if own else (each,)


def _asks_about(asked: Unread, page: tuple[str, int], figures: Sequence[UncertainFigure]) -> bool:
    name, number = page
    same = asked.message.key == ASKED and asked.page == number and asked.document in {"", name}
    return same and asked.message.facts == _facts(number, figures)


def _without_witnessed(asked: Unread, name: str, figures: Sequence[UncertainFigure], known: Collection[Known]) -> Iterator[Unread]:
    confirmed = [figure for figure in figures if (name, figure) in known]
    left = [figure for figure in figures if figure not in confirmed]
    if left:
        yield replace(asked, message=Message(ASKED, _facts(asked.page, left)))
    if confirmed:
        yield replace(asked, severity=Severity.INFO, message=Message("X902.witnessed-figures", _facts(asked.page, confirmed)))


def witnessed(subject: Subject) -> frozenset[Known]:
    """Return the uncertain figures that a sum confirms."""
    figures = tuple(_uncertain(subject))
    return (
        frozenset(known for outcome in subject.calculation.outcomes for known in _confirmed_by(outcome, subject, figures))
        if figures
        else frozenset()
    )


def _uncertain(subject: Subject) -> Iterator[Known]:
    documents: tuple[Document, ...] = (subject.before, subject.after, subject.redline)
    yield from dict.fromkeys((document.source.name, figure) for document in documents for figure in document.uncertain)


def _confirmed_by(outcome: Outcome, subject: Subject, figures: Sequence[Known]) -> Iterator[Known]:
    relation = outcome.relation
    is_sum = relation.kind in {RelationKind.SUM, RelationKind.DECLARED} and len(relation.parts) >= FEWEST_PARTS
    if not (is_sum and outcome.verdict is Verdict.EXACT and outcome.difference == 0):
        return
    document = subject.before if outcome.version is Version.BEFORE else subject.after
    names = {document.source.name, subject.redline.source.name}
    entries = [entry for entry in (relation.whole, *relation.parts) if entry.amount(outcome.version)]
    passages = [passage_of(entry, outcome.version) for entry in entries]
    under = [(name, figure) for name, figure in figures if name in names and any(_touches(figure, passage) for passage in passages)]
    if len({figure for _, figure in under}) == 1:
        yield from (known for known in under if any(_is_of(known[1], passage) for passage in passages))


def _touches(figure: UncertainFigure, passage: Passage) -> bool:
    place = passage.place
    return place.page == figure.page and (place.box is None or _overlap(place.box, figure.box))


def _is_of(figure: UncertainFigure, passage: Passage) -> bool:
    """Tell whether an amount has all of a figure's digits, so that what confirms the one confirms the other."""
    digits = "".join(letter for letter in figure.text if letter.isdecimal())
    own = "".join(letter for letter in passage.text if letter.isdecimal())
    return passage.place.box is not None and bool(digits) and digits in own and _touches(figure, passage)


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _facts(page: int | None, figures: Sequence[UncertainFigure]) -> dict[str, Fact]:
    texts = tuple(dict.fromkeys(f"”{figure.text}”" for figure in figures))[:SHOWN]
    return {"page": page or 0, "count": len(figures), "texts": texts}
