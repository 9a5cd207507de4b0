"""A paragraph of a Word file marked where it stands: what is new is wrapped as inserted, what is gone is put in as struck.

The file has the later wording. Its runs are cut where a mark begins or ends; what is no letter (a picture, a field's beginning, the
sign of a note) is inserted where all around it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from lydelse.formats.ooxml.letters import Letter, UnlikeWordingError, places_of, set_text
from lydelse.formats.ooxml.names import Element, M, W, child, children
from lydelse.formats.ooxml.rows import unmarked
from lydelse.formats.ooxml.runs import CONTAINERS
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.text import Mark, Run
from lydelse.records import dataclass, field

CUT = Run("", Mark.STRUCK, "¶")
"""Stands between two runs where a paragraph ends in the earlier version alone."""
_CUT = f"{W}cut"
_HOSTS = CONTAINERS | {f"{W}p"}


@dataclass
class Marks:
    """What is to be done to a paragraph's letters: which are new, and what is struck before or after which (False, True)."""

    added: set[int] = field(default_factory=set)
    struck: dict[tuple[int, bool], list[Run]] = field(default_factory=dict)


def marks_of(letters: Sequence[Letter], runs: Sequence[Run], lead: int = 0) -> Marks:
    """Return what a change is in the letters of its later wording.

    Raises:
        UnlikeWordingError: the later wording is not what stands there.
    """
    places = places_of(letters, "".join(run.text for run in runs if run.mark is not Mark.STRUCK), lead)
    marks = Marks()
    at = 0
    for run in runs:
        if run.mark is Mark.STRUCK:
            below = next((group[0] for group in places[at:] if group), None)
            above = next((group[-1] for group in reversed(places[:at]) if group), None)
            hugging = above is not None and (at >= len(places) or not places[at])
            key = (above, True) if above is not None and (below is None or hugging) else (below or 0, False)
            marks.struck.setdefault(key, []).append(run)
            continue
        if run.mark is Mark.INSERTED:
            marks.added.update(place for group in places[at : at + len(run.text)] for place in group)
        at += len(run.text)
    return marks


def mark_letters(
    paragraphs: Sequence[Element], letters: Sequence[Letter], marks: Marks, tracking: Tracking, is_kept: Callable[[Element], bool]
) -> None:
    """Mark the letters of paragraphs that are read as one.

    Args:
        paragraphs: the elements.
        letters: their letters.
        marks: what is to be done to them.
        tracking: who does it.
        is_kept: tells a sign of a note that both versions have.

    Raises:
        UnlikeWordingError: a letter that is to be marked stands where no mark can (in a formula, a text over another).
    """
    held: dict[Element, list[int]] = {}
    for at, letter in enumerate(letters):
        held.setdefault(letter.element, []).append(at)
    touched = marks.added | {at for at, _ in marks.struck}
    hosts = {letters[at].element.getparent() for at in touched}
    if any(host is None or host.tag != f"{W}r" or _parent(host).tag not in _HOSTS for host in hosts):
        raise UnlikeWordingError
    runs = [run for paragraph in paragraphs for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}p"), None) is paragraph]
    states = _states(runs, held, marks, is_kept)
    for run in runs:
        pieces = list(_pieces(run, held, letters, marks, states, tracking))
        if any(new or struck for new, struck, _ in pieces):
            _rewrite(run, pieces, tracking)
    for paragraph in paragraphs:
        _divide(paragraph, tracking)


def mark_whole(paragraph: Element, tracking: Tracking, is_kept: Callable[[Element], bool], *, moved: bool = False) -> None:
    """Mark all that a paragraph holds as inserted, formulas and fields included."""
    inner_hosts = CONTAINERS - {f"{W}ruby", f"{W}rubyBase"}
    for host in [paragraph, *(each for each in paragraph.iter() if each.tag in inner_hosts)]:
        if next(host.iterancestors(f"{W}txbxContent"), None) is not next(paragraph.iterancestors(f"{W}txbxContent"), None):
            continue
        for inner in list(children(host)):
            if (inner.tag == f"{W}r" and not is_kept(inner)) or inner.tag in {f"{M}oMath", f"{M}oMathPara"}:
                place = host.index(inner)
                host.insert(place, tracking.around([inner], Mark.INSERTED, moved=moved))


def replace_whole(paragraph: Element, before: str, tracking: Tracking, is_kept: Callable[[Element], bool]) -> None:
    """Mark all that a paragraph holds as inserted, and put its earlier wording in before it as struck.

    So is a formula changed: no mark can stand within one that says how it read before.
    """
    usual = next(paragraph.iter(f"{W}r"), None)
    mark_whole(paragraph, tracking, is_kept)
    paragraph.insert(1 if child(paragraph, "pPr") is not None else 0, tracking.run(Run(before, Mark.STRUCK), usual))


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None, "a run stands in something"
    return parent


def _states(
    runs: Sequence[Element], held: dict[Element, list[int]], marks: Marks, is_kept: Callable[[Element], bool]
) -> dict[Element, bool]:
    """Return for each part of a run that is no letter whether it is new: where the letters on both sides are."""
    parts = [part for run in runs for part in children(run) if part.tag != f"{W}rPr"]
    around: list[list[bool | None]] = [[None, None] for _ in parts]
    for side, order in ((0, range(len(parts))), (1, range(len(parts) - 1, -1, -1))):
        last: bool | None = None
        for at in order:
            around[at][side] = last
            if parts[at] in held:
                last = held[parts[at]][-1 if side == 0 else 0] in marks.added
    new: dict[Element, bool] = {}
    for part, (above, below) in zip(parts, around, strict=True):
        known = [each for each in (above, below) if each is not None]
        new[part] = bool(known) and all(known) and not is_kept(_parent(part))
    return new


_Piece = tuple[bool, bool, Element]
"""A piece of a run: whether it is new, whether it is struck text (an element of its own), and what it is."""


def _pieces(
    run: Element,
    held: dict[Element, list[int]],
    letters: Sequence[Letter],
    marks: Marks,
    states: dict[Element, bool],
    tracking: Tracking,
) -> Iterator[_Piece]:
    for part in [each for each in children(run) if each.tag != f"{W}rPr"]:
        if part not in held:
            yield states[part], False, part
            continue
        text = part.text or ""
        start = 0
        new = held[part][0] in marks.added
        for at in held[part]:
            above, below = marks.struck.get((at, False), []), marks.struck.get((at, True), [])
            place = letters[at].at
            if part.tag == f"{W}t" and place > start and (above or (at in marks.added) is not new):
                yield new, False, _text(text[start:place])
                start = place
            new = at in marks.added
            yield from ((False, True, _struck(each, run, tracking)) for each in above)
            if part.tag != f"{W}t" and at == held[part][-1]:
                yield new, False, part
            if below:
                if part.tag == f"{W}t":
                    yield new, False, _text(text[start : place + 1])
                    start = place + 1
                yield from ((False, True, _struck(each, run, tracking)) for each in below)
        if part.tag == f"{W}t" and start < len(text):
            yield new, False, _text(text[start:])


def _struck(run: Run, like: Element, tracking: Tracking) -> Element:
    return etree.Element(_CUT) if run is CUT else tracking.run(run, like)


def _text(text: str) -> Element:
    run = etree.Element(f"{W}r")
    made = etree.SubElement(run, f"{W}t")
    set_text(made, text)
    return made


def _rewrite(run: Element, pieces: Sequence[_Piece], tracking: Tracking) -> None:
    """Put the pieces of a run in its place, each with its look."""
    look = child(run, "rPr")
    made: list[Element] = []
    last: bool | None = None
    for new, struck, part in pieces:
        if struck:
            made.append(part)
            last = None
            continue
        if new is not last:
            piece = etree.Element(f"{W}r")
            for name, value in run.attrib.items():
                piece.set(name, value)
            if look is not None:
                piece.append(deepcopy(look))
            made.append(tracking.around([piece], Mark.INSERTED) if new else piece)
            last = new
        (made[-1][0] if new else made[-1]).append(part)
    parent = _parent(run)
    at = parent.index(run)
    parent.remove(run)
    for offset, each in enumerate(made):
        parent.insert(at + offset, each)


def _divide(paragraph: Element, tracking: Tracking) -> None:
    """Make two paragraphs of one at each place where it is cut, the end of the first struck.

    Raises:
        UnlikeWordingError: the place stands within a link or a field.
    """
    for cut in list(paragraph.iter(_CUT)):
        if cut.getparent() is not paragraph:
            raise UnlikeWordingError
        first = etree.Element(f"{W}p")
        properties = child(paragraph, "pPr")
        if properties is not None:
            first.append(unmarked(deepcopy(properties)))
            for inner in list(first[0].iter(f"{W}sectPr")):
                first[0].remove(inner)
        for inner in [each for each in list(paragraph)[: paragraph.index(cut)] if each.tag != f"{W}pPr"]:
            first.append(inner)
        paragraph.remove(cut)
        paragraph.addprevious(first)
        tracking.end(first, Mark.STRUCK)
