"""A workbook as bytes: text that is always text, numbers, and formulas with the values that they have, so that every program shows them.

Written as XML of our own: openpyxl saves no value with a formula, and the time of day with every file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PLAIN, _BOLD, _QUOTED, _DECIMALS = range(4)
_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive knows: the same content gives the same bytes
WIDEST = 60
"""Characters of the widest column."""


@dataclass(frozen=True, slots=True)
class Live:
    """A formula, without its "=", and the value that it has now: None where that is not known or is no number."""

    formula: str
    value: Decimal | None = None


Content = str | Decimal | Live | None


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet to be written. Its first row holds the headings of its columns."""

    name: str
    rows: Sequence[Sequence[Content]]


def workbook_bytes(pages: Sequence[Page], names: Sequence[tuple[str, str]]) -> bytes:
    """Return a workbook; ``names`` are its defined names, each with the cell that it stands for ("Storheter!$H$2")."""
    parts = {
        "[Content_Types].xml": _content_types(len(pages)),
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(pages, names),
        "xl/_rels/workbook.xml.rels": _relationships(
            [*(("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(pages) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{at}.xml": _worksheet(page) for at, page in enumerate(pages, 1)},
    }
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def address(row: int, column: int) -> str:
    """Return the address of a cell by its row and column, both counted from 1: "H2"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def fixed(row: int, column: int) -> str:
    """Return a cell's address that does not move with the formula: "$H$2"."""
    letters = address(0, column)[:-1]
    return f"${letters}${row}"


def _worksheet(page: Page) -> str:
    rows = "".join(_row(number, row) for number, row in enumerate(page.rows, 1))
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    return f'{_HEAD}<worksheet xmlns="{_SPREADSHEET}">{view}<cols>{"".join(_columns(page))}</cols><sheetData>{rows}</sheetData></worksheet>'


def _columns(page: Page) -> Iterator[str]:
    for at in range(max(len(row) for row in page.rows)):
        longest = max((len(_shown(row[at])) for row in page.rows if at < len(row)), default=0)
        yield f'<col min="{at + 1}" max="{at + 1}" width="{min(longest + 3, WIDEST)}" customWidth="1"/>'


def _shown(content: Content) -> str:
    if isinstance(content, Live):
        return str(content.value or "")
    return "" if content is None else str(content)


def _row(number: int, row: Sequence[Content]) -> str:
    cells = "".join(_cell(address(number, at), content, is_heading=number == 1) for at, content in enumerate(row, 1))
    return f'<row r="{number}">{cells}</row>'


def _cell(at: str, content: Content, *, is_heading: bool) -> str:
    match content:
        case None:
            return ""
        case Decimal():
            return f'<c r="{at}"><v>{content:f}</v></c>'
        case Live(formula, value):
            saved = "" if value is None else f"<v>{value:f}</v>"
            return f'<c r="{at}" s="{_DECIMALS}"><f>{escape(_clean(formula))}</f>{saved}</c>'
        case _:
            style = _BOLD if is_heading else _QUOTED if content[:1] in tuple("=+-@\t\r") else _PLAIN
            return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(_clean(content))}</t></is></c>'


def _clean(text: str) -> str:
    """Return a text without the control characters that XML does not hold."""
    return "".join(
        sign for sign in text if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff")
    )


def _workbook(pages: Sequence[Page], names: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<sheet name={quoteattr(page.name)} sheetId="{at}" r:id="rId{at}"/>' for at, page in enumerate(pages, 1))
    defined = "".join(f"<definedName name={quoteattr(name)}>{escape(target)}</definedName>" for name, target in names)
    named = f"<definedNames>{defined}</definedNames>" if defined else ""
    calculate = '<calcPr calcId="0" fullCalcOnLoad="1"/>'
    return f'{_HEAD}<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>{named}{calculate}</workbook>'


def _relationships(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for at, (kind, to) in enumerate(targets, 1))
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_KIND}.worksheet+xml"/>' for at in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{sheets}</Types>'
    )


_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_SPREADSHEET}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>'
    '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
