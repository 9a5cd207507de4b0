"""Pages whose text is put where some programs put it: sheets, letterheads, tables turned on their page, boxes in the text's own letters.

Two producers make them: LibreOffice prints sheets, and ReportLab draws each cell by itself, clipped at its sides as other spreadsheets do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.kinds.case import PLACED, SHEET, Case, Layout, plain
from benchmarks.kinds.setting import BOLD, FONT
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lydelse.extractors.written import written
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version

SIZE, PITCH, LEFT, TOP, WIDE = 10.0, 14.0, 60.0, 770.0, 485.0
FIGURES = re.compile(r"[-–]?\d[\d ]*(?:,\d+)?")
YEAR = re.compile(r"20\d\d")
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "fo" else "xsl-fo-compatible"}:1.0"'
    for name in ("office", "text", "style", "table", "fo")
)
FONTS = 'style:font-name="Liberation Sans" fo:font-family="Liberation Sans"'

BUDGET = """
Blad1

|= Nämnd | Budget 2025 | Utfall 2025 | Avvikelse | Budget 2026
| Kommunstyrelsen | 128 410 | 127 900 | 510 | 131 200
| Barn- och ungdomsnämnden | 1 041 200 | 1 052 310 | -11 110 | 1 083 140
| Omsorgsnämnden | 861 458 | 872 980 | -11 522 | 894 020
| Miljö- och byggnämnden | 29 540 | 28 150 | 1 390 | 30 900
| Summa | 2 060 608 | 2 081 340 | -20 732 | 2 139 260
"""

FEES = """
Blad1

|= Avgift | Enhet | 2025 | 2026
| Grundavgift | kr/år | 1 250 | 1 290
| Rörlig avgift vatten | kr/m3 | 21,50 | 22,40
| Avgift per lägenhet | kr/år | 980 | 1 010
| Tomtyteavgift | kr/m2 | 34,00 | 35,50
"""

CARRIED = """
Blad1

|= Verksamhet | 2024 | 2025 | 2026
| Förskola | 41 200 | 42 310 | 43 140
| Grundskola | 61 458 | 62 980 | 64 020
| Vuxenutbildning | 8 410 | 8 620 | 8 905
| Summa | 111 068 | 113 910 | 116 065
"""

LETTERHEAD = """
Region Exempel

Ekonomiavdelningen

Ada Ask

018-611 00 00

Datum

2026-03-02

Diarienummer

RS 2026/123

# 1 Revidering av avgifter

Nämnden föreslår att avgifterna räknas upp vid årsskiftet och att beloppen ses över igen om två år.
"""

TURNED = """
Platserna fördelas mellan enheterna en gång om året och redovisas i tabellen, som står på högkant. Den som driver \
enheten ansvarar för att uppgifterna stämmer.

|= Enhet | 2025 | 2026
| Aspen | 1 204 | 1 310
| Björken | 2 480 | 2 555
| Summa | 3 684 | 3 865

Enheterna lämnar sina uppgifter senast i mars.
"""

BOX = """
Tänk på att anmälan ska vara skriftlig och att den gäller först från nästa månad.

Ersättningen betalas månadsvis i efterskott mot faktura. Allt underlag \
lämnas den femte arbetsdagen i varje månad, och de uppgifter \
som lämnas kontrolleras. Den som vill ändra sin

anmälan gör det skriftligt.

Beställaren svarar inom tio dagar från det att en fråga kom in till nämnden, eller senare om frågan är \
svår. Svaret lämnas skriftligt och utan kostnad, och den som inte är nöjd kan vända sig till nämnden.
"""


def cases() -> Iterator[Case]:
    """Yield the cases."""
    for name, source in (("headers", BUDGET), ("units", FEES), ("figures", CARRIED)):
        layout = Layout("none", trick="sheet")
        yield Case(f"sheet whose {name} fill their columns", source, layout=layout, producers=(SHEET, PLACED))
    yield Case("letterhead in two columns", LETTERHEAD, layout=Layout(trick="letterhead"), producers=(PLACED,))
    yield Case("table turned on its page", TURNED, layout=Layout(trick="turned table"), producers=(PLACED,))
    yield Case("box on the left in the text's own letters", BOX, layout=Layout(trick="box"), producers=(PLACED,))


def make_placed(case: Case, path: Path) -> None:
    """Draw a case."""
    canvas = Canvas(str(path))
    canvas.setFont(FONT, SIZE)
    document = written(plain(case.source))
    match case.layout.trick:
        case "letterhead":
            _letterhead(canvas, document)
        case "turned table":
            _turned(canvas, document)
        case "box":
            _box(canvas, document)
        case _:
            canvas.drawString(LEFT, TOP, "Blad1")
            _cells(canvas, rows_of(document), TOP - 2 * PITCH)
    canvas.save()


def rows_of(document: Document) -> list[list[str]]:
    """Return the texts of the cells of a document's table."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows]


def _widths(rows: Sequence[Sequence[str]], beside: float) -> list[float]:
    columns = zip(*rows, strict=True)
    return [max(stringWidth(text, FONT if at else BOLD, SIZE) for at, text in enumerate(column)) + 2 * beside for column in columns]


def _cells(canvas: Canvas, rows: Sequence[Sequence[str]], top: float, beside: float = 2.0) -> None:
    for at, row in enumerate(rows):
        x, y = LEFT, top - PITCH * at
        for text, width in zip(row, _widths(rows, beside), strict=True):
            canvas.saveState()
            side = canvas.beginPath()
            side.rect(x, y - 4, width, PITCH)
            canvas.clipPath(side, stroke=0, fill=0)
            canvas.setFont(FONT if at else BOLD, SIZE)
            if FIGURES.fullmatch(text):
                canvas.drawRightString(x + width - beside, y, text)
            else:
                canvas.drawString(x + beside, y, text)
            canvas.restoreState()
            x += width


def _letterhead(canvas: Canvas, document: Document) -> None:
    texts = _texts(document)
    for x, own in ((LEFT, texts[:4]), (380.0, texts[4:8])):
        for at, text in enumerate(own):
            canvas.drawString(x, TOP - PITCH * at, text)
    canvas.setFont(BOLD, 16)
    canvas.drawString(LEFT, TOP - 100, texts[8])
    canvas.setFont(FONT, SIZE)
    cut = texts[9].index(" och att") + 1
    for at, text in enumerate((texts[9][:cut].rstrip(), texts[9][cut:])):
        canvas.drawString(LEFT, TOP - 130 - PITCH * at, text)


def _turned(canvas: Canvas, document: Document) -> None:
    texts = _texts(document)
    for at, line in enumerate(_broken(texts[0], WIDE)):
        canvas.drawString(LEFT, TOP - PITCH * at, line)
    canvas.saveState()
    canvas.translate(240, 360)
    canvas.rotate(90)
    for at, row in enumerate(rows_of(document)):
        canvas.setFont(FONT if at else BOLD, SIZE)
        for x, text in zip((0, 120, 200), row, strict=True):
            canvas.drawString(x, -16 * at, text)
    canvas.restoreState()
    canvas.drawString(LEFT, 300, texts[1])


def _box(canvas: Canvas, document: Document) -> None:
    box, text, rest, under = _texts(document)
    for x, top, own, room in ((LEFT, TOP, box, 160.0), (240.0, TOP, text, 305.0), (LEFT, TOP - 3 * PITCH - 20, under, WIDE)):
        for at, line in enumerate(_broken(own, room)):
            canvas.drawString(x, top - PITCH * at, line)
    canvas.drawString(LEFT, TOP - PITCH * 3, rest)


def _texts(document: Document) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in document.blocks if not isinstance(block, Table)]


def _broken(text: str, room: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, FONT, SIZE) > room:
            yield line
            line = word
        else:
            line = longer
    yield line


def fods_of(case: Case) -> str:
    """Return the table of a case as a flat OpenDocument sheet, its columns as wide as what they hold."""
    rows = rows_of(written(plain(case.source)))
    widths = [
        max(stringWidth(text, "Helvetica" if at else "Helvetica-Bold", SIZE) for at, text in enumerate(own)) + 4.4
        for own in zip(*rows, strict=True)
    ]
    styles = "".join(
        f'<style:style style:name="w{at}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.2f}pt"/></style:style>'
        for at, width in enumerate(widths)
    )
    styles += "".join(
        f'<style:style style:name="{weight}{end}" style:family="table-cell"><style:paragraph-properties fo:text-align="{end}"/>'
        f'<style:text-properties fo:font-weight="{weight}" fo:font-size="10pt"/></style:style>'
        for weight in ("bold", "normal")
        for end in ("start", "end")
    )
    columns = "".join(f'<table:table-column table:style-name="w{at}"/>' for at in range(len(widths)))
    body = "".join(f"<table:table-row>{''.join(_cell(text, at) for text in row)}</table:table-row>" for at, row in enumerate(rows))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:styles><style:default-style style:family="table-cell">'
        f'<style:text-properties {FONTS} fo:font-size="10pt"/></style:default-style></office:styles>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Blad1">{columns}{body}</table:table></office:spreadsheet></office:body></office:document>'
    )


def _cell(text: str, at: int) -> str:
    style = f"{'normal' if at else 'bold'}{'end' if FIGURES.fullmatch(text) else 'start'}"
    return f'<table:table-cell table:style-name="{style}" office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
