"""A document -> minutes: who met, and for each § what was proposed, moved and decided.

Reading never fails halfway: every block of the document stands in a part of an item, and what was not understood is in ``unread``.
The words that minutes are read by stand in ``vocabulary.toml``, to which a user may add.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lydelse.extractors.minutes.citations import citations_of, mentions_of
from lydelse.extractors.minutes.cover import Cover, cover_of
from lydelse.extractors.minutes.items import Heading, case_numbers_in, divided, without_case_numbers
from lydelse.extractors.minutes.lines import Line, lines_of
from lydelse.extractors.minutes.listed import attachments_of, passages_of, recipients_of, stances_of
from lydelse.extractors.minutes.motions import motions_of
from lydelse.extractors.minutes.ordering import order_of, votes_of
from lydelse.extractors.minutes.parts import Setting, parts_of
from lydelse.extractors.minutes.points import points_of
from lydelse.extractors.minutes.rulings import course_of, outcomes_of
from lydelse.extractors.minutes.unread import unread_of, unread_of_item
from lydelse.extractors.minutes.vocabulary import Vocabulary, vocabulary
from lydelse.model.case_number import CaseNumber
from lydelse.model.document import Document
from lydelse.model.minutes import DocumentKind, Item, Minutes, Part, PartKind, Point
from lydelse.model.place import Place
from lydelse.model.readings import accepting_marks
from lydelse.model.text import Paragraph
from lydelse.records import replace

__all__ = ["minutes_of", "vocabulary"]

_TITLE_MAY_BE = 160
_HEAD = 12
"""Lines of a memo: what stands above its first heading says whose it is, of what day, and of which case."""


def minutes_of(document: Document, words: Vocabulary, kind: DocumentKind | None = None) -> Minutes:
    """Return a document as minutes or a memo; one of another kind has no items.

    Args:
        document: as its format's reader gives it; of a redline the later version is read.
        words: the vocabulary.
        kind: overrides the kind that the document seems to be.
    """
    read = accepting_marks(document) if document.is_marked else document
    kind = kind or DocumentKind(document.properties.kind)
    if kind is DocumentKind.MINUTES:
        return _minutes(read, words)
    if kind is DocumentKind.MEMO:
        return _memo(read, words)
    return Minutes(read, kind, date=document.properties.date)


def _minutes(document: Document, words: Vocabulary) -> Minutes:
    found = divided(list(lines_of(document.blocks, words)))
    cover = cover_of(document, found.cover, (line.text for _, _, lines in found.items for line in lines), words)
    if not found.items:
        return _as_one(document, words, DocumentKind.MINUTES, cover)
    setting = Setting(cover.body, DocumentKind.MINUTES, words)
    items = tuple(_item(heading, line.block.place, lines, setting) for heading, line, lines in found.items)
    return _whole(Minutes(document, DocumentKind.MINUTES, items=items), cover)


def _memo(document: Document, words: Vocabulary) -> Minutes:
    lines = list(lines_of(document.blocks, words))
    cover = cover_of(document, lines[:_HEAD], (), words)
    return _as_one(document, words, DocumentKind.MEMO, replace(cover, body="", attendance=(), adjusters=()))


def _as_one(document: Document, words: Vocabulary, kind: DocumentKind, cover: Cover) -> Minutes:
    """Return a document without §§ as one item: a memo, or an extract that shows no number."""
    lines = list(lines_of(document.blocks, words))
    first = next((at for at, line in enumerate(lines) if line.heads), len(lines))
    titled = next((at for at, line in enumerate(lines[:first]) if line.is_heading), None)
    body = tuple(line for at, line in enumerate(lines) if at != titled)
    head = [line.text for line in lines[: min(first, _HEAD)] if line.text]
    shown = [piece.text for piece in document.furniture]
    cases = tuple(dict.fromkeys(case for text in (*head, *shown) if len(text) < 160 for case in case_numbers_in(text)))
    shown_first = next((line.text for line in lines[: min(first, _HEAD)] if _may_be_title(line.text)), "")
    title = lines[titled].text if titled is not None else document.properties.title or shown_first
    heading = Heading(0, without_case_numbers(title), cases, 1)
    place = lines[titled].block.place if titled is not None else Place()
    item = _item(heading, place, body, Setting(cover.body, kind, words))
    return _whole(Minutes(document, kind, items=(replace(item, paragraph=None),)), cover)


def _may_be_title(text: str) -> bool:
    """Tell whether a line at the head may be the title of a document whose headings do not show: some words, no date, no sentence."""
    return " " in text and len(text) < _TITLE_MAY_BE and text[0].isupper() and text[-1] not in ".:;,!?" and not any(map(str.isdigit, text))


def _whole(minutes: Minutes, cover: Cover) -> Minutes:
    filled = replace(minutes, body=cover.body, date=cover.date, venue=cover.venue, attendance=cover.attendance, adjusters=cover.adjusters)
    return replace(filled, unread=unread_of(filled))


def _item(heading: Heading, place: Place, lines: Sequence[Line], setting: Setting) -> Item:
    parts = parts_of(lines, setting)
    words = setting.vocabulary
    order = order_of(_of(parts, PartKind.ORDER))
    adjusted = passages_of(_of(parts, PartKind.ADJUSTMENT))
    votes = votes_of((*_of(parts, PartKind.ORDER), *_of(parts, PartKind.VOTES)), words)
    item = Item(
        paragraph=heading.number,
        title=heading.title,
        place=place,
        case_numbers=heading.case_numbers or _labelled_cases(parts),
        parts=parts,
        proposal=_points(parts, PartKind.PROPOSAL),
        motions=motions_of(parts, words),
        order=order,
        outcomes=outcomes_of(order),
        votes=votes,
        course=course_of(parts, votes),
        decision=_points(parts, PartKind.DECISION),
        reservations=stances_of(_of(parts, PartKind.RESERVATIONS), words),
        statements=stances_of(_of(parts, PartKind.STATEMENTS), words),
        attachments=attachments_of(_of(parts, PartKind.ATTACHMENTS)),
        recipients=recipients_of(_of(parts, PartKind.RECIPIENTS)),
        references=citations_of(parts, words, setting.body),
        mentions=mentions_of(parts),
        adjourned=passages_of(_of(parts, PartKind.ADJOURNMENT)),
        recused=passages_of(_of(parts, PartKind.RECUSAL)),
        adjusted_immediately=adjusted[0] if adjusted else None,
    )
    return replace(item, unread=unread_of_item(item, setting.kind, heading.doubted))


def _labelled_cases(parts: Iterable[Part]) -> tuple[CaseNumber, ...]:
    """Return the case number of a line of its own before the first heading, where the item's heading holds none."""
    first = next(iter(parts), None)
    if first is None or first.title:
        return ()
    lines = [block.after for block in first.blocks[:3] if isinstance(block, Paragraph)]
    return tuple(dict.fromkeys(case for line in lines if len(without_case_numbers(line)) < 3 for case in case_numbers_in(line)))


def _of(parts: Iterable[Part], kind: PartKind) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.kind is kind)


def _points(parts: Iterable[Part], kind: PartKind) -> tuple[Point, ...]:
    return tuple(point for part in _of(parts, kind) for point in points_of(part))
