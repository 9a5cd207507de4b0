"""Workbooks that hold exactly what a test says: formulas with the values that were saved with them, or without any.

Written as XML of our own, since openpyxl never saves a formula together with its value.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_LINE = re.compile(r"(?P<cell>[A-Z]{1,3}\d+)\s+(?P<content>.*)")
_FORMULA = re.compile(r"(?P<formula>=\S+)(?:\s+(?P<saved>\S.*))?")
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PLAIN, PER_CENT = 0, 1


@dataclass
class _Sheet:
    name: str
    hidden: bool
    cells: list[tuple[str, str]] = field(default_factory=list)


def workbook_file(path: Path, text: str, *, external: bool = False) -> Path:
    """Write a workbook as a test says it, and return its path.

    ``# Blad1`` begins a sheet (``# Blad1 (dolt)`` a hidden one), ``namn total Blad1!$B$2`` names a cell, and every other line is a
    cell: ``B1 304262``, ``B2 =SUM(B1:B1) 304262`` with the saved value behind, ``B3 #REF!``, ``B4 15 %``, ``A1 text``.
    """
    path.write_bytes(workbook_bytes(text, external=external))
    return path


def workbook_bytes(text: str, *, external: bool = False) -> bytes:
    """Return the bytes of a workbook; see ``workbook_file``."""
    sheets, names = _read(text)
    parts = {
        "[Content_Types].xml": _content_types(sheets),
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(sheets, names),
        "xl/_rels/workbook.xml.rels": _relationships(
            [*(("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{at}.xml": _worksheet(sheet) for at, sheet in enumerate(sheets, 1)},
    }
    if external:
        parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = _outside("kommunens-budget.xlsx")
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


def _read(text: str) -> tuple[list[_Sheet], list[tuple[str, str]]]:
    sheets: list[_Sheet] = []
    names: list[tuple[str, str]] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith("# "):
            hidden = line.endswith("(dolt)")
            sheets.append(_Sheet(line[2:].removesuffix("(dolt)").strip(), hidden))
        elif line.startswith("namn "):
            _, name, target = line.split(maxsplit=2)
            names.append((name, target))
        else:
            match = _LINE.fullmatch(line)
            assert match, f"no cell: {line!r}"
            sheets[-1].cells.append((match["cell"], match["content"]))
    return sheets, names


def _worksheet(sheet: _Sheet) -> str:
    rows: dict[int, list[str]] = {}
    for reference, content in sheet.cells:
        rows.setdefault(int(re.sub(r"\D", "", reference)), []).append(_cell(reference, content))
    body = "".join(f'<row r="{number}">{"".join(cells)}</row>' for number, cells in sorted(rows.items()))
    return f'{_HEAD}<worksheet xmlns="{_SPREADSHEET}"><sheetData>{body}</sheetData></worksheet>'


def _cell(reference: str, content: str) -> str:
    formula = _FORMULA.fullmatch(content)
    written = f"<f>{escape(formula['formula'][1:])}</f>" if formula else ""
    saved = (formula["saved"] or "") if formula else content
    share = re.fullmatch(r"(-?[\d.]+) %", saved)
    if share:
        return f'<c r="{reference}" s="{PER_CENT}">{written}<v>{float(share[1]) / 100!r}</v></c>'
    if not saved:
        return f'<c r="{reference}">{written}</c>'
    if saved.startswith("#"):
        return f'<c r="{reference}" t="e">{written}<v>{escape(saved)}</v></c>'
    if re.fullmatch(r"-?\d+(?:\.\d+)?(?:E-?\d+)?", saved):
        return f'<c r="{reference}">{written}<v>{saved}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(saved)}</t></is></c>'


def _workbook(sheets: list[_Sheet], names: list[tuple[str, str]]) -> str:
    listed = "".join(
        f"<sheet name={quoteattr(sheet.name)} sheetId={quoteattr(str(at))}{' state=' + quoteattr('hidden') if sheet.hidden else ''}"
        f' r:id="rId{at}"/>'
        for at, sheet in enumerate(sheets, 1)
    )
    defined = "".join(f"<definedName name={quoteattr(name)}>{escape(target)}</definedName>" for name, target in names)
    named = f"<definedNames>{defined}</definedNames>" if defined else ""
    return f'{_HEAD}<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>{named}</workbook>'


def _relationships(targets: list[tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for at, (kind, to) in enumerate(targets, 1))
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _outside(file: str) -> str:
    related = f'<Relationship Id="rId1" Type="{_OFFICE}/externalLinkPath" Target="{file}" TargetMode="External"/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'


def _content_types(sheets: list[_Sheet]) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_KIND}.worksheet+xml"/>' for at in range(1, len(sheets) + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{parts}</Types>'
    )


_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_SPREADSHEET}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
