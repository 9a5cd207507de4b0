"""Writing a plain Word file: headings with Word's styles, lists, tables. What is written reads back the same.

An item's bullet or number is the text of a list level of its own, so that it is exactly what the document prints: Word would count
numbers anew.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from lydelse.formats.ooxml.names import Element
from lydelse.model.document import Document
from lydelse.model.section import Block
from lydelse.model.table import Cell, Table
from lydelse.model.text import Kind, Paragraph

DEEPEST = 9
"""Word has nine levels of headings."""
FIRST_LIST = 4_000
"""Lists of our own are numbered from here: the template has some of its own below."""
BULLET = "•"
_TYPEFACE, _INK = "Calibri", RGBColor(0x1F, 0x2A, 0x37)
INDENT = 360  # twentieths of a point
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every part: the same document is the same bytes, whenever it is written."""


def word_bytes(document: Document) -> bytes:
    """Return an unmarked document as a Word file."""
    word = new_file(document.properties.title)
    lists = Lists(word)
    for block, above in _with_above(document.blocks):
        if isinstance(block, Paragraph):
            made = word.add_paragraph()
            _fill(made, block, lists)
            if isinstance(above, Table) and block.kind is not Kind.HEADING:
                below_a_table(made)
            continue
        if isinstance(above, Table):
            word.add_paragraph()  # Word makes one table of two that touch
        _add_table(word, block, lists)
    return dated(word)


def new_file(title: str) -> WordDocument:
    """Return a Word file without text."""
    word = docx.Document()
    word.core_properties.title = title
    word.core_properties.author = ""
    word.core_properties.comments = ""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    _set_in_one_typeface(word)
    return word


def _set_in_one_typeface(word: WordDocument) -> None:
    """Set text and headings in one typeface and one ink: the template has a serif for the one and blue for the others."""
    word.styles["Normal"].font.name = _TYPEFACE
    for name in ("Title", *(f"Heading {level}" for level in range(1, DEEPEST + 1))):
        style = word.styles[name]
        style.font.color.rgb, style.font.name = _INK, _TYPEFACE
        for fonts in style.element.iter(qn("w:rFonts")):
            for key in [key for key in fonts if key.endswith("Theme")]:
                del fonts.attrib[key]


def below_a_table(paragraph: WordParagraph) -> None:
    """Leave some room between a table and a paragraph that has been written below it, which would touch it otherwise."""
    paragraph.paragraph_format.space_before = Pt(10)


def _with_above(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    above: Block | None = None
    for block in blocks:
        yield block, above
        above = block


class Lists:
    """The lists of a file: one for each sign that stands before an item."""

    def __init__(self, word: WordDocument) -> None:
        """Begin with none."""
        self._numbering = word.part.numbering_part.element
        self._numbers: dict[str, int] = {}

    def put(self, paragraph: WordParagraph, marker: str) -> None:
        """Make a paragraph an item."""
        number = self._numbers.get(marker) or self._added(marker)
        properties = _element("numPr")
        properties.extend([_element("ilvl", val="0"), _element("numId", val=str(number))])
        paragraph._p.get_or_add_pPr().append(properties)  # noqa: SLF001 - python-docx has no lists of its own

    def _added(self, marker: str) -> int:
        number = FIRST_LIST + len(self._numbers)
        self._numbers[marker] = number
        abstract = _element("abstractNum", abstractNumId=str(number))
        level = _element("lvl", ilvl="0")
        kind = "bullet" if marker == BULLET else "decimal"
        text = (_element("start", val="1"), _element("numFmt", val=kind), _element("lvlText", val=marker), _element("lvlJc", val="left"))
        level.extend(text)
        place = _element("pPr")
        place.append(_element("ind", left=str(2 * INDENT), hanging=str(INDENT)))
        level.append(place)
        abstract.append(level)
        instance = _element("num", numId=str(number))
        instance.append(_element("abstractNumId", val=str(number)))
        first = self._numbering.find(qn("w:num"))
        if first is None:
            self._numbering.append(abstract)
        else:
            first.addprevious(abstract)  # Word wants every definition before the first list that uses one
        self._numbering.append(instance)
        return number


def _element(name: str, **values: str) -> Element:
    element: Element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _fill(word: WordParagraph, paragraph: Paragraph, lists: Lists) -> None:
    """Give an empty paragraph its text and what it is; a footnote stands as an item, where the document has it."""
    word.add_run(" ".join(paragraph.after.split("\n")))
    if paragraph.kind is Kind.HEADING:
        word.style = style_of(paragraph)
    elif paragraph.marker:
        lists.put(word, paragraph.marker)


def style_of(heading: Paragraph) -> str:
    """Return the name of a heading's style."""
    return f"Heading {min(heading.level, DEEPEST)}" if heading.level else "Title"


def _add_table(word: WordDocument, table: Table, lists: Lists) -> None:
    width = max(sum(cell.colspan for cell in row.cells) for row in table.rows)
    made = word.add_table(rows=len(table.rows), cols=width, style="Table Grid")
    ends = [0] * len(table.rows)
    for top, left, cell in _placed(table, width):
        bottom = min(top + cell.rowspan, len(table.rows)) - 1
        right = min(left + cell.colspan, width) - 1
        _fill_cell(_merged(made, (top, left), (bottom, right)), cell, lists)
        ends[top : bottom + 1] = [max(end, right + 1) for end in ends[top : bottom + 1]]
    for row, end, written in zip(table.rows, ends, made.rows, strict=True):
        _finish(written._tr, missing=width - end, header=bool(row.cells) and all(cell.header for cell in row.cells))  # noqa: SLF001 - python-docx has neither


def _finish(row: CT_Row, *, missing: int, header: bool) -> None:
    """Give a row its properties: the columns that it has no cells for, and whether it is repeated on each page."""
    if missing:
        for cell in row.tc_lst[-missing:]:
            row.remove(cell)
        row.get_or_add_trPr().append(_element("gridAfter", val=str(missing)))
    if header:
        row.get_or_add_trPr().append(_element("tblHeader"))


def _placed(table: Table, width: int) -> Iterator[tuple[int, int, Cell]]:
    """Yield each cell with its row and column, cells that reach down from above counted."""
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(table.rows):
        left = 0
        for cell in row.cells:
            while (top, left) in taken:
                left += 1
            if left >= width:
                break
            taken.update((top + down, left + across) for down in range(cell.rowspan) for across in range(cell.colspan))
            yield top, left, cell


def _merged(table: WordTable, first: tuple[int, int], last: tuple[int, int]) -> WordCell:
    cell = table.cell(*first)
    return cell if first == last else cell.merge(table.cell(*last))


def _fill_cell(word: WordCell, cell: Cell, lists: Lists) -> None:
    paragraphs = word.paragraphs[:1]
    for at, paragraph in enumerate(cell.paragraphs):
        _fill(paragraphs[0] if not at else word.add_paragraph(), paragraph, lists)


def dated(word: WordDocument) -> bytes:
    """Return the file with one date for all its parts."""
    written, dated = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(zipfile.ZipInfo(entry.filename, EPOCH), source.read(entry), zipfile.ZIP_DEFLATED)
    return dated.getvalue()
