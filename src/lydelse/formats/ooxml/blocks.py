"""A story (the body, a note, a header) as paragraphs and tables in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lydelse.formats.ooxml.comments import FASTENING, Anchors
from lydelse.formats.ooxml.content import Label, WordBlock, WordCell, WordParagraph, WordRow, WordTable
from lydelse.formats.ooxml.names import MC, Element, M, W, attribute, child, children, chosen, number_of, toggle, value_of
from lydelse.formats.ooxml.numbering import Numbering
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING, Standing
from lydelse.formats.ooxml.runs import Inside, Runs
from lydelse.formats.ooxml.styles import Styles
from lydelse.model.text import Mark

_CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))
_IMPORTED = frozenset({f"{W}altChunk", f"{W}subDoc"})


class Story:
    """A reader of one story. The numbering and the anchors of comments are the whole file's; fields and counts are the story's own."""

    def __init__(self, styles: Styles, numbering: Numbering, unseen: Counter[str], anchors: Anchors) -> None:
        """Begin a story; what is seen and left out is counted in ``unseen``."""
        self._styles = styles
        self._numbering = numbering
        self._unseen = unseen
        self._anchors = anchors
        self._runs = Runs(styles, unseen, anchors)
        self._table_style = ""

    def blocks(self, parent: Element, standing: Standing | None = None) -> tuple[WordBlock, ...]:
        """Return what a w:body, a cell, a note or a text box holds."""
        return tuple(_joined(self._blocks(parent, standing or Standing())))

    def _blocks(self, parent: Element, standing: Standing) -> Iterator[WordBlock]:
        boxes: list[tuple[Element, Standing]] = []
        for element in children(parent):
            tag = str(element.tag)
            if tag == f"{W}p" or tag.startswith(M):
                paragraph, hanging = self._paragraph(element, standing)
                yield paragraph
                boxes += hanging
                if paragraph.ending is Mark.KEPT:  # a text box must not come between a paragraph and the one that continues it
                    yield from self._boxes(boxes)
            elif tag == f"{W}tbl":
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

    def _boxes(self, boxes: list[tuple[Element, Standing]]) -> Iterator[WordBlock]:
        """Yield what the text boxes hold, and forget them."""
        for box, around in boxes:
            yield from self._blocks(box, around)
        boxes.clear()

    def _paragraph(self, element: Element, standing: Standing) -> tuple[WordParagraph, list[tuple[Element, Standing]]]:
        number = self._anchors.next_paragraph()
        properties = child(element, "pPr")
        level = self._styles.heading_level(properties)
        style = self._styles.style_of(properties)
        inside = self._runs.inside(element, standing, style, heading=level is not None, table=self._table_style)
        ending = standing.carrying(child(properties, "rPr"))
        label = self._numbering.label(properties, _counting(inside, ending))
        contents = level is None and (self._styles.is_contents(properties) or (inside.listed and _leads_somewhere(inside)))
        mark = ending.mark
        if mark is Mark.KEPT and _has_hidden_end(properties):
            mark = None  # what follows stands on the same line
        read = WordParagraph(tuple(inside.pieces), level, label, mark, tuple(inside.citations), contents, number)
        return read, inside.boxes

    def _table(self, table: Element, standing: Standing) -> WordTable:
        around = self._table_style
        self._table_style = value_of(child(table, "tblPr"), "tblStyle") or ""
        rows = tuple(self._rows(table, standing))
        self._table_style = around
        return WordTable(rows)

    def _rows(self, table: Element, standing: Standing) -> Iterator[WordRow]:
        for element, around in self._spread(table, "tr", standing):
            properties = child(element, "trPr")
            own = around.carrying(properties)
            if own.mark is not None and toggle(properties, "hidden"):
                self._unseen["hidden"] += sum(len((text.text or "").split()) for text in element.iter(f"{W}t"))
            elif own.mark is not None:
                cells = tuple(self._cells(element, own))
                yield WordRow(cells, bool(toggle(properties, "tblHeader")), number_of(properties, "gridBefore", 0) or 0, own.mark)

    def _cells(self, row: Element, standing: Standing) -> Iterator[WordCell]:
        for element, around in self._spread(row, "tc", standing):
            properties = child(element, "tcPr")
            own = around.carrying(properties)
            if own.mark is None:
                continue
            merge = child(properties, "vMerge")
            yield WordCell(
                blocks=self.blocks(element, own),
                span=max(1, number_of(properties, "gridSpan", 1) or 1),
                continues=merge is not None and (attribute(merge) or "continue") == "continue",
                mark=own.mark,
            )

    def _spread(self, parent: Element, name: str, standing: Standing) -> Iterator[tuple[Element, Standing]]:
        """Yield the rows of a table, or the cells of a row, those in content controls and revisions included."""
        for element in children(parent):
            if element.tag == W + name:
                yield element, standing
            elif element.tag in FASTENING:
                self._anchors.fasten(element)
            elif element.tag in _CONTAINERS or element.tag in INSERTING or element.tag in STRIKING:
                yield from self._spread(element, name, standing.within(element))


def _has_hidden_end(properties: Element | None) -> bool:
    """Tell whether a paragraph's mark is hidden; with w:specVanish it parts a heading from the text on its line."""
    of_mark = child(properties, "rPr")
    return bool(toggle(of_mark, "vanish")) and not toggle(of_mark, "specVanish")


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
