"""The tracked changes that a file has from others, held while ours are written into it, and put back with their authors and dates.

While they are held the file reads as if they were accepted: a sign stands in the place of what another struck, what another inserted
knows that it was, and a paragraph whose end was struck is one with the next, with a sign where it ended.

Put back, a change is *told* where it is itself part of the difference between the versions, so that ours is not written a second time;
else it is *shared*: both versions read its outcome. With the shared ones accepted, rejecting all is the earlier version.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from lydelse.formats.ooxml.accepting import (
    CELLS,
    FORMER,
    PROPERTIES,
    accept_those,
    following_paragraph,
    join,
    marks_in,
    unwrap,
)
from lydelse.formats.ooxml.names import Element, W, child
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING
from lydelse.formats.ooxml.tracking import Tracking

HELD, END = "lydelse-held", "lydelse-end"
"""The signs for what was struck, and for where a paragraph ended."""
WITHIN = "lydelse-within"
"""Of an element that others inserted: the numbers of the changes that it stood in."""
_WAS, _TOLD, _NUMBER = "lydelse-was", "lydelse-told", "number"
_CHANGES = (*INSERTING, *STRIKING, *CELLS)


class HeldChanges:
    """The changes of one file."""

    def __init__(self) -> None:
        """Begin with none."""
        self._theirs: dict[Element, None] = {}
        self._told: dict[Element, None] = {}
        self._put_away: list[Element] = []
        self._used: set[int] = set()
        self._gone: list[tuple[str, list[Element]]] = []
        self._gone_cells: list[tuple[str, list[Element]]] = []
        self._apart: dict[Element, None] = {}

    @property
    def changes(self) -> tuple[Element, ...]:
        """All changes of others."""
        return tuple(self._theirs)

    @property
    def shared(self) -> int:
        """How many changes of others both versions read the outcome of, once they are put back."""
        return sum(change not in self._told for change in self._theirs if change.getparent() is not None)

    # ---- out of the way

    def hold(self, root: Element) -> None:
        """Take the changes of a part out of the way."""
        self._theirs.update(dict.fromkeys(root.iter(*_CHANGES)))
        self._hold_whole([row for row in root.iter(f"{W}tr") if marks_in(child(row, "trPr"), STRIKING)], self._gone)
        self._hold_whole([cell for cell in root.iter(f"{W}tc") if marks_in(child(cell, "tcPr"), {f"{W}cellDel"})], self._gone_cells)
        for change in [change for change in root.iter(*STRIKING) if not _is_property(change)]:
            self._put_sign(change, HELD)
        for change in [change for change in root.iter(*INSERTING) if not _is_property(change)]:
            self._open(change)
        ended = [paragraph for paragraph in root.iter(f"{W}p") if _struck_end(paragraph)]
        for paragraph in ended:
            if next(paragraph.iter(f"{W}t", f"{W}drawing", f"{W}pict"), None) is None and next(paragraph.iter(HELD), None) is not None:
                self._gone.append((self._original(paragraph), [*self._within(paragraph), *_struck_end(paragraph)]))
                self._apart.update(dict.fromkeys((paragraph, *(self._held(sign) for sign in paragraph.iter(HELD)))))
            elif not self._original(paragraph) and following_paragraph(paragraph) is None:
                self._told.update(dict.fromkeys(_struck_end(paragraph)))  # an empty line that parts a struck table: no version's wording
        for paragraph in ended:
            self._join(paragraph)
        for table in [each for each in root.iter(f"{W}tbl") if next(each.iter(f"{W}tr"), None) is None]:
            self._gone.append((self._original(table), self._within(table)))
            self._put_sign(table, HELD)

    def _hold_whole(self, elements: Iterable[Element], gone: list[tuple[str, list[Element]]]) -> None:
        for element in elements:
            if next(element.iterancestors(f"{W}tr", f"{W}tc", f"{W}tbl"), None) is not None:
                gone.append((self._original(element), list(element.iter(*_CHANGES))))
                self._put_sign(element, HELD)

    def _put_sign(self, element: Element, name: str) -> None:
        parent = element.getparent()
        if parent is not None:
            sign = self._sign(name, element)
            if WITHIN in element.attrib:
                sign.set(WITHIN, str(element.attrib.pop(WITHIN)))
            parent.replace(element, sign)

    def _sign(self, name: str, element: Element) -> Element:
        sign = etree.Element(name)
        sign.set(_NUMBER, str(self._number(element)))
        return sign

    def _number(self, element: Element) -> int:
        self._put_away.append(element)
        return len(self._put_away) - 1

    def _open(self, change: Element) -> None:
        within = f"{change.get(WITHIN) or ''} {self._number(change)}".strip()
        _forget(change)
        for inner in change:
            if isinstance(inner.tag, str):
                inner.set(WITHIN, within)
        unwrap(change)

    def _join(self, paragraph: Element) -> None:
        following = following_paragraph(paragraph)
        if following is not None:
            paragraph.append(self._sign(END, paragraph))
            join(paragraph, following)
            sign = etree.Element(_WAS)
            sign.set(_NUMBER, str(len(self._put_away) - 1))
            parent = paragraph.getparent()
            assert parent is not None, "what has a following sibling has a parent"
            parent.replace(paragraph, sign)

    # ---- what others said

    def text_of(self, sign: Element) -> str:
        """Return what a sign stands for in the version before the changes of others; "¶" for the end of a paragraph."""
        return "¶" if sign.tag == END else self._original(self._held(sign))

    def is_apart(self, sign: Element) -> bool:
        """Tell whether a sign is of a paragraph that another struck whole, and so of no other paragraph's text."""
        return self._held(sign) in self._apart

    def tell(self, sign: Element) -> None:
        """Let what a sign stands for be part of the difference between the versions."""
        held = self._held(sign)
        self._told.update(dict.fromkeys(_struck_end(held) if sign.tag == END else held.iter(*_CHANGES)))

    def tells_inserted(self, properties: Element | None) -> bool:
        """Tell whether another inserted the end of a paragraph, a row or a cell: that is then part of the difference."""
        found = [change for change in marks_in(properties, {*INSERTING, f"{W}cellIns"}) if change in self._theirs]
        self._told.update(dict.fromkeys(found))
        return bool(found)

    def tells_gone(self, text: str) -> bool:
        """Tell whether another struck a whole paragraph or row of this visible text: that is then part of the difference."""
        return self._tells(text, self._gone)

    def tells_cell_gone(self, text: str) -> bool:
        """Tell whether another struck a cell of this visible text, as ``tells_gone`` does of paragraphs and rows."""
        return self._tells(text, self._gone_cells)

    def _tells(self, text: str, those: list[tuple[str, list[Element]]]) -> bool:
        at = next((at for at, (gone, _) in enumerate(those) if gone == text), None)
        if at is None or not text:
            return False
        self._told.update(dict.fromkeys(those.pop(at)[1]))
        return True

    def _held(self, sign: Element) -> Element:
        return self._put_away[int(sign.get(_NUMBER) or 0)]

    def _within(self, element: Element) -> list[Element]:
        return [change for sign in element.iter(HELD) for change in self._held(sign).iter(*_CHANGES)]

    def _original(self, element: Element) -> str:
        """Return the visible letters of an element before the changes in it; what was inserted is none."""
        if element.tag == HELD:
            return self._original(self._held(element))
        if (element.tag in INSERTING and not _is_property(element)) or WITHIN in element.attrib:
            return ""
        own = element.text or "" if element.tag in {f"{W}t", f"{W}delText"} else ""
        return "".join((own + "".join(self._original(inner) for inner in element if isinstance(inner.tag, str))).split())

    # ---- put back

    def put_back(self, root: Element, tracking: Tracking) -> None:
        """Put the changes of others back into a part; ours around what another inserted is told by theirs."""
        for ours in [change for change in root.iter(*INSERTING) if not _is_property(change)]:
            _give_way(ours)
        for end in list(root.iter(END)):
            self._part(end, root)
        while (sign := next(root.iter(HELD), None)) is not None:  # a table all of whose rows were struck holds signs itself
            parent, held = sign.getparent(), self._held(sign)
            if WITHIN in sign.attrib:
                held.set(WITHIN, str(sign.get(WITHIN)))
            assert parent is not None, "a sign stands within a part"
            parent.replace(sign, held)
        for parent in [each for each in root.iter() if any(WITHIN in inner.attrib for inner in each)]:
            self._close(parent, tracking)

    def _part(self, end: Element, root: Element) -> None:
        """Make two paragraphs again of one that had become one."""
        whole, first = end.getparent(), self._held(end)
        assert whole is not None, "an end stands in a paragraph"
        for inner in [inner for inner in list(whole)[: whole.index(end)] if inner.tag != f"{W}pPr"]:
            first.append(inner)
        whole.remove(end)
        place = next((sign for sign in root.iter(_WAS) if sign.get(_NUMBER) == end.get(_NUMBER)), None)
        stood_in = None if place is None else place.getparent()
        if place is not None and stood_in is not None:
            stood_in.replace(place, first)
        else:
            whole.addprevious(first)

    def _close(self, parent: Element, tracking: Tracking) -> None:
        """Put what others inserted into their changes again, the innermost first."""
        while depth := max((len((inner.get(WITHIN) or "").split()) for inner in parent), default=0):
            for (within, told), group in groupby(list(parent), key=lambda inner: (inner.get(WITHIN) or "", inner.get(_TOLD) or "")):
                if len(within.split()) == depth:
                    self._close_one(parent, list(group), within.split(), tracking, told=bool(told))

    def _close_one(self, parent: Element, group: list[Element], within: list[str], tracking: Tracking, *, told: bool) -> None:
        number = int(within[-1])
        change = self._put_away[number] if number not in self._used else tracking.again(self._put_away[number])
        self._used.add(number)
        self._theirs[change] = None
        parent.insert(parent.index(group[0]), change)
        for inner in group:
            _forget(inner)
            change.append(inner)
        if within[:-1]:
            change.set(WITHIN, " ".join(within[:-1]))
        if told:
            self._told[change] = None
            if within[:-1]:
                change.set(_TOLD, "1")

    def accept_shared(self, root: Element) -> None:
        """Accept the changes that both versions read the outcome of, once they are put back."""
        accept_those(root, lambda change: change.tag in FORMER or (change in self._theirs and change not in self._told))


def _is_property(change: Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag in PROPERTIES | {f"{W}tcPr"}


def _struck_end(paragraph: Element) -> list[Element]:
    return marks_in(child(child(paragraph, "pPr"), "rPr"), STRIKING)


def _give_way(ours: Element) -> None:
    """Take our change away from around what another inserted."""
    holders = [inner for inner in ours if WITHIN in inner.attrib] or [each for each in ours.iterancestors() if WITHIN in each.attrib][:1]
    for holder in holders:
        holder.set(_TOLD, "1")
    if holders:
        unwrap(ours)


def unheld(element: Element) -> Element:
    """Return a copy that was just made, without what is held of others' changes in it."""
    for sign in list(element.iter(HELD, END, _WAS)):
        parent = sign.getparent()
        if parent is not None:
            parent.remove(sign)
    for each in element.iter():
        _forget(each)
    return element


def _forget(element: Element) -> None:
    """Take away what we noted on an element."""
    for name in (WITHIN, _TOLD):
        if name in element.attrib:
            del element.attrib[name]
