"""Spreadsheets and texts of other programs that say they hold more than there is, or lead elsewhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

OPEN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{OPEN}:office:1.0" xmlns:table="{OPEN}:table:1.0" xmlns:text="{OPEN}:text:1.0" xmlns:draw="{OPEN}:drawing:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _packed(parts: Mapping[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def _open(kind: str, body: str) -> bytes:
    """Return a document of LibreOffice with a body."""
    content = f'<office:document-content {NAMES} office:version="1.3"><office:body>{body}</office:body></office:document-content>'
    return _packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def _cells(rows: str) -> bytes:
    return _open("spreadsheet", f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>')


def _workbook(sheet: str, more: Mapping[str, str] | None = None) -> bytes:
    kinds = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    related = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/%s" Target="%s"/></Relationships>'
    return _packed(
        {
            "[Content_Types].xml": kinds,
            "_rels/.rels": related % ("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{FIRST}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": related % ("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}">{sheet}</worksheet>',
            **(more or {}),
        }
    )


FIRST = '<sheet name="A" sheetId="1" r:id="r1"/>'
CELL = '<table:table-cell office:value-type="float" office:value="412"><text:p>412</text:p></table:table-cell>'
REPEATED = '-cell table:number-columns-repeated="1000000000" '
LINKS = (
    '<text:p><draw:frame><draw:image xlink:href="http://127.0.0.1:9/x.png"/></draw:frame>412 kr</text:p>'
    '<text:section xlink:href="file:///etc/passwd"><text:p>a</text:p></text:section>'
)

SHEET_FILES: dict[str, Callable[[], bytes]] = {
    "rows-10-9.ods": lambda: _cells(f'<table:table-row table:number-rows-repeated="1000000000">{CELL}</table:table-row>'),
    "columns-10-9.ods": lambda: _cells(f"<table:table-row>{CELL.replace('-cell ', REPEATED, 1)}</table:table-row>"),
    "leads-out.odt": lambda: _open("text", f"<office:text>{LINKS}</office:text>"),
    "sections-3-000-deep.odt": lambda: _open(
        "text", "<office:text>" + "<text:section>" * 3_000 + "<text:p>412 kr</text:p>" + "</text:section>" * 3_000 + "</office:text>"
    ),
    "spaces-10-9.odt": lambda: _open("text", '<office:text><text:p>412<text:s text:c="1000000000"/>kr</text:p></office:text>'),
    "far-cell.xlsx": lambda: _workbook(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    ),
    "cell-outside.xlsx": lambda: _workbook('<sheetData><row r="4000000000"><c r="ZZZZZ4000000000"><v>1e999</v></c></row></sheetData>'),
    "joined-all.xlsx": lambda: _workbook('<sheetData/><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "tables-2-000-deep.rtf": lambda: b"{\\rtf1 " + b"\\trowd\\cellx100{\\intbl " * 2_000 + b"412 kr\\cell\\row" + b"}" * 2_000 + b"}",
    "object-of-50-mb.rtf": lambda: b"{\\rtf1 {\\object\\objemb{\\*\\objdata " + b"d0" * 25_000_000 + b"}} 412 kr}",
    "letters-out-of-range.rtf": lambda: b"{\\rtf1 \\u-99999? \\u999999999999? \\'zz \\fs-1 412 kr}",
}
"""The name of each file, and what makes its content."""
