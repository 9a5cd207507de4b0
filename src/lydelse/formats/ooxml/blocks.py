"""A story (the body, a note, a header) as paragraphs and tables in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lydelse.formats.ooxml.comments import FASTENING, Anchors
from lydelse.formats.ooxml.content import Label, WordBlock, WordCell, WordParagraph, WordRow, WordTable
from lydelse.formats.ooxml.names import MC, Element, M, Said, W, attribute, child, children, chosen, number_of, said_by, toggle, value_of
from lydelse.formats.ooxml.numbering import Numbering, Places
from lydelse.formats.ooxml.revisions import INSERTING, REVISING, STRIKING, Standing
from lydelse.formats.ooxml.runs import Inside, Runs, words_held_by
from lydelse.formats.ooxml.styles import Styles
from lydelse.formats.ooxml.table_parts import InTable, Spot, TableLook
from lydelse.model.text import Mark
from lydelse.records import replace

_PARAGRAPH, _TABLE, _ROW, _CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))
_CELL_REVISIONS = (f"{W}cellIns", f"{W}cellDel")
"""In a row that has such a cell, the others reach further or less far because of it."""
_IMPORTED = frozenset({f"{W}altChunk", f"{W}subDoc"})


class _Setting(NamedTuple):
    """What follows from a paragraph's properties: ``places`` are those among the lists, ``goes_on`` says that its end ends no line."""

    level: int | None
    style: str
    contents: bool
    is_end_set: bool
    goes_on: bool
    places: Places


class _Joint(NamedTuple):
    """What a cell's properties say of the cells around it, and whether they say that it was inserted or deleted."""

    span: int
    continues_above: bool
    continues_beside: bool
    is_merged_otherwise: bool
    is_revised: bool


class Story:
    """A reader of one story. The numbering and the anchors of comments are the whole file's; fields and counts are the story's own."""

    def __init__(self, styles: Styles, numbering: Numbering, unseen: Counter[str], anchors: Anchors) -> None:
        """Begin a story; what is seen and left out is counted in ``unseen``."""
        self._styles = styles
        self._numbering = numbering
        self._unseen = unseen
        self._anchors = anchors
        self._runs = Runs(styles, unseen, anchors)
        self._in_table = InTable()
        self._settings: dict[Said, _Setting] = {}
        self._joints: dict[Said, _Joint] = {}

    def blocks(self, parent: Element, standing: Standing | None = None) -> tuple[WordBlock, ...]:
        """Return what a w:body, a cell, a note or a text box holds."""
        return tuple(_joined(self._blocks(parent, standing or Standing())))

    def _blocks(self, parent: Element, standing: Standing) -> Iterator[WordBlock]:
        boxes: list[tuple[Element, Standing]] = []
        for element in children(parent):
            tag = str(element.tag)
            if tag == _PARAGRAPH or tag.startswith(M):
                paragraph, hanging = self._paragraph(element, standing)
                yield paragraph
                boxes += hanging
                if paragraph.ending is Mark.KEPT:  # a text box must not come between a paragraph and the one that continues it
                    yield from self._boxes(boxes)
            elif tag == _TABLE:
                yield self._table(element, standing)
            elif tag in FASTENING:
                self._anchors.fasten(element)
            elif tag in _IMPORTED:
                self._unseen["embedded"] += 1
            else:
                yield from self._within(element, standing)
        yield from self._boxes(boxes)

    def _within(self, element: Element, standing: Standing) -> Iterator[WordBlock]:
        """Yield the blocks in an element that holds some: a content control, a revision, the one branch of several that is read."""
        if element.tag == f"{MC}AlternateContent":
            branch = chosen(element)
            yield from self._blocks(branch, standing) if branch is not None else ()
        elif element.tag in _CONTAINERS or element.tag in INSERTING or element.tag in STRIKING:
            yield from self._blocks(element, standing.within(element))
        else:
            self._unseen["unknown"] += words_held_by(element)

    def _boxes(self, boxes: list[tuple[Element, Standing]]) -> Iterator[WordBlock]:
        """Yield what the text boxes hold, and forget them."""
        if boxes:
            for box, around in boxes:
                yield from self._blocks(box, around)
            boxes.clear()

    def _paragraph(self, element: Element, standing: Standing) -> tuple[WordParagraph, list[tuple[Element, Standing]]]:
        number = self._anchors.next_paragraph()
        properties = child(element, "pPr")
        said = said_by(properties)
        setting = self._settings.get(said) or self._set(properties, said)
        level = setting.level
        inside = self._runs.inside(element, standing, setting.style, heading=level is not None, table=self._in_table)
        ending = standing.carrying(child(properties, "rPr")) if setting.is_end_set else standing
        label = self._numbering.label(setting.places, _counting(inside, ending)) if setting.places.any_numbered else None
        contents = level is None and (setting.contents or (inside.listed and _leads_somewhere(inside)))
        mark = ending.mark
        if mark is Mark.KEPT and setting.goes_on:
            mark = None  # what follows stands on the same line
        read = WordParagraph(tuple(inside.pieces), level, label, mark, tuple(inside.citations), contents, number)
        return read, inside.boxes

    def _set(self, properties: Element | None, said: Said) -> _Setting:
        """Work out what follows from a paragraph's properties, and remember it for all others that say the same."""
        self._settings[said] = _Setting(
            level=self._styles.heading_level(properties),
            style=self._styles.style_of(properties),
            contents=self._styles.is_contents(properties),
            is_end_set=child(properties, "rPr") is not None,
            goes_on=_has_hidden_end(properties) or _is_first_letter(properties),
            places=self._numbering.places_of(properties),
        )
        return self._settings[said]

    def _table(self, table: Element, standing: Standing) -> WordTable:
        style = value_of(child(table, "tblPr"), "tblStyle") or ""
        return WordTable(tuple(self._rows(table, TableLook.of(table, self._styles.bands_of(style)), standing)))

    def _rows(self, table: Element, look: TableLook, standing: Standing) -> Iterator[WordRow]:
        rows = _number_of_rows(table)
        for at, (element, around) in enumerate(self._spread(table, _ROW, standing)):
            properties = child(element, "trPr")
            own = around.carrying(properties)
            if own.mark is not None and toggle(properties, "hidden"):
                self._unseen["hidden"] += sum(len((text.text or "").split()) for text in element.iter(f"{W}t"))
            elif own.mark is not None:
                indent = number_of(properties, "gridBefore", 0) or 0
                cells = tuple(_merged_level(self._cells(element, look, Spot(at, rows, indent, is_first=True, is_last=False), own)))
                yield WordRow(cells, bool(toggle(properties, "tblHeader")), indent, own.mark)

    def _cells(self, row: Element, look: TableLook, spot: Spot, standing: Standing) -> Iterator[tuple[WordCell, bool]]:
        """Yield the cells of a row, each with whether it goes on with the one to the left of it."""
        found = tuple(self._spread(row, _CELL, standing))
        column = spot.column
        makes_room = any(next(element.iter(*_CELL_REVISIONS), None) is not None for element, _ in found)
        for at, (element, around) in enumerate(found):
            properties = child(element, "tcPr")
            said = said_by(properties)
            joint = self._joints.get(said)
            if joint is None:
                joint = self._joints[said] = _joint_of(properties)
            own = around.carrying(properties) if joint.is_revised else around
            span = joint.span
            spot = Spot(spot.row, spot.rows, column, is_first=at == 0, is_last=at == len(found) - 1)
            column += span
            if own.mark is None:
                continue
            self._unseen["merged"] += not makes_room and joint.is_merged_otherwise
            outer, self._in_table = self._in_table, look.at(spot)
            blocks = self.blocks(element, own)
            self._in_table = outer
            yield WordCell(blocks, span, joint.continues_above, own.mark), joint.continues_beside

    def _spread(self, parent: Element, name: str, standing: Standing) -> Iterator[tuple[Element, Standing]]:
        """Yield the rows of a table, or the cells of a row, those in content controls and revisions included."""
        for element in children(parent):
            tag = element.tag
            if tag == name:
                yield element, standing
            elif tag in FASTENING:
                self._anchors.fasten(element)
            elif tag in _CONTAINERS or tag in INSERTING or tag in STRIKING:
                yield from self._spread(element, name, standing.within(element))
            else:
                self._unseen["unknown"] += words_held_by(element)


def _number_of_rows(table: Element) -> int:
    return sum(element.tag == _ROW or _number_of_rows(element) for element in children(table) if element.tag != _TABLE)


def _joint_of(properties: Element | None) -> _Joint:
    return _Joint(
        span=max(1, number_of(properties, "gridSpan", 1) or 1),
        continues_above=_continues(properties, "vMerge"),
        continues_beside=_continues(properties, "hMerge"),
        is_merged_otherwise=_is_merged_otherwise(properties),
        is_revised=properties is not None and any(element.tag in REVISING for element in properties),
    )


def _continues(properties: Element | None, merge: str) -> bool:
    """Tell whether a cell goes on with the one above it (w:vMerge), or beside it (w:hMerge, as older programs write it)."""
    said = child(properties, merge)
    return said is not None and (attribute(said) or "continue") == "continue"


def _merged_level(cells: Iterable[tuple[WordCell, bool]]) -> Iterator[WordCell]:
    """Yield the cells, those that go on with the one to the left as one with it."""
    last: WordCell | None = None
    for cell, goes_on in cells:
        if last is not None and goes_on:
            last = replace(last, blocks=last.blocks + cell.blocks, span=last.span + cell.span)
            continue
        if last is not None:
            yield last
        last = cell
    if last is not None:
        yield last


def _is_merged_otherwise(properties: Element | None) -> bool:
    """Tell whether a cell was merged or divided with tracking on: it reaches over other cells in the earlier version."""
    if child(properties, "cellMerge") is not None:
        return True
    earlier = child(child(properties, "tcPrChange"), "tcPr")
    return earlier is not None and any(
        (value_of(properties, name), child(properties, name) is None) != (value_of(earlier, name), child(earlier, name) is None)
        for name in ("gridSpan", "vMerge", "hMerge")
    )


def _has_hidden_end(properties: Element | None) -> bool:
    """Tell whether a paragraph's mark is hidden; with w:specVanish it parts a heading from the text on its line."""
    of_mark = child(properties, "rPr")
    return bool(toggle(of_mark, "vanish")) and not toggle(of_mark, "specVanish")


def _is_first_letter(properties: Element | None) -> bool:
    """Tell whether a paragraph is a large first letter: Word keeps it in a frame of its own, before the paragraph that it begins."""
    return (attribute(child(properties, "framePr"), "dropCap") or "none") != "none"


def _counting(inside: Inside, ending: Standing) -> Standing:
    """Return in which versions a paragraph takes a number: those that read any of its text, its own end where it has none."""
    marks = {piece.mark for piece in inside.pieces if piece.text.strip()}
    if not marks:
        return ending
    return Standing(before=bool(marks - {Mark.INSERTED}), after=bool(marks - {Mark.STRUCK}))


def _leads_somewhere(inside: Inside) -> bool:
    """Tell whether a paragraph within a field TOC is an entry: a link, or parted from its page by a tab. A field may lack its end."""
    return any(piece.look.link or "\t" in piece.text for piece in inside.pieces)


def _joined(blocks: Iterable[WordBlock]) -> Iterator[WordBlock]:
    """Yield the blocks, a paragraph whose end is in neither version joined with the one that follows it."""
    waiting: WordParagraph | None = None
    for block in blocks:
        if isinstance(block, WordTable):
            if waiting:
                yield replace(waiting, ending=Mark.KEPT)
                waiting = None
            yield block
            continue
        merged = _merged(waiting, block) if waiting else block
        waiting = merged if merged.ending is None else None
        if waiting is None:
            yield merged
    if waiting:
        yield replace(waiting, ending=Mark.KEPT)


def _merged(first: WordParagraph, second: WordParagraph) -> WordParagraph:
    """Return two paragraphs as one. The properties are those of the end that is left, as in Word."""
    label: Label | None = second.label
    return replace(second, pieces=first.pieces + second.pieces, label=label, citations=first.citations + second.citations)
