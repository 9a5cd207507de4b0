"""Tables as the XML that Word keeps: a report has thousands of cells, and python-docx takes a millisecond or more for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from lydelse.model.text import Mark, Run
from lydelse.records import dataclass

WIDTH = 9638
"""Twentieths of a point between the margins of an A4 page: 17 centimetres."""
_SIZE, _SMALL = 19, 18
"""Half-points of the letters."""
_MARGINS = '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/></w:tblCellMar>'
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F4"/>'

_PARTED = '<w:tcBorders><w:left w:val="single" w:sz="12" w:space="0" w:color="1F2A37"/></w:tcBorders>'
_RIGHT = '<w:jc w:val="right"/>'
_STAYS = "<w:keepNext/>"
"""On the page of what follows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell: its runs, and whether it is set small or bold."""

    runs: tuple[Run, ...]
    small: bool = False
    bold: bool = False

    @classmethod
    def of(cls, text: str, *, small: bool = False, bold: bool = False) -> Line:
        """Return a line of unmarked text."""
        return cls((Run(text),), small, bold)


Content = str | Line | Sequence[Line]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that takes up one column or more; ``parted`` from the one before it by a stronger line, ``right`` for figures."""

    content: Content
    columns: int = 1
    is_head: bool = False
    right: bool = False
    parted: bool = False


Fit = Callable[[str], str]
"""Makes a text fit for paper: without signs that no page can hold."""


def table_xml(rows: str, widths: Sequence[float]) -> str:
    """Return a table of rows, its columns as wide as they are said to be."""
    grid = "".join(f'<w:gridCol w:w="{round(WIDTH * width)}"/>' for width in widths)
    looks = f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_MARGINS}'
    return f"<w:tbl {nsdecls('w')}><w:tblPr>{looks}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def row_xml(row: Sequence[Content], widths: Sequence[float], figures: frozenset[int], fit: Fit, *, is_head: bool = False) -> str:
    """Return a row that no page end parts; a row of headings is repeated on each page. A row of one cell names the rows below it."""
    if len(row) == 1 < len(widths):
        return _row(_cell(row[0], sum(widths), fit, looks=f'<w:gridSpan w:val="{len(widths)}"/>{_SHADE}', stays=_STAYS))
    cells = (
        _cell(
            content, width, fit, looks=_SHADE if is_head else "", aligned=_RIGHT if at in figures else "", stays=_STAYS if is_head else ""
        )
        for at, (content, width) in enumerate(zip(row, widths, strict=True))
    )
    return _row("".join(cells), "<w:tblHeader/>" if is_head else "")


def spanned_row_xml(cells: Sequence[Cell], widths: Sequence[float], fit: Fit, *, is_head: bool = False) -> str:
    """Return a row whose cells take up all the columns together; see ``row_xml``."""
    written: list[str] = []
    at = 0
    for cell in cells:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        looks = f"{span}{_PARTED if cell.parted else ''}{_SHADE if cell.is_head else ''}"
        width = sum(widths[at : at + cell.columns])
        aligned, stays = _RIGHT if cell.right else "", _STAYS if is_head else ""
        written.append(_cell(cell.content, width, fit, looks=looks, aligned=aligned, stays=stays))
        at += cell.columns
    assert at == len(widths), "the cells of a row take up its columns"
    return _row("".join(written), "<w:tblHeader/>" if is_head else "")


def _row(cells: str, looks: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{looks}</w:trPr>{cells}</w:tr>"


def _cell(content: Content, width: float, fit: Fit, *, looks: str, aligned: str = "", stays: str = "") -> str:
    lines = [Line.of(content)] if isinstance(content, str) else [content] if isinstance(content, Line) else [*content]
    paragraphs = "".join(
        f'<w:p><w:pPr>{stays}<w:spacing w:after="20"/>{aligned}</w:pPr>{_runs(line, fit)}</w:p>' for line in lines or [Line(())]
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(WIDTH * width)}" w:type="dxa"/>{looks}</w:tcPr>{paragraphs}</w:tc>'


def _runs(line: Line, fit: Fit) -> str:
    """Return the runs of a line: what is struck has a line through it, what is inserted one below."""
    size = _SMALL if line.small else _SIZE
    bold = "<w:b/>" if line.bold else ""
    written = []
    for run in line.runs:
        struck = "<w:strike/>" if run.mark is Mark.STRUCK else ""
        inserted = '<w:u w:val="single"/>' if run.mark is Mark.INSERTED else ""
        text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in fit(run.text).split("\n"))
        written.append(f'<w:r><w:rPr>{bold}{struck}<w:sz w:val="{size}"/>{inserted}</w:rPr>{text}</w:r>')
    return "".join(written)
