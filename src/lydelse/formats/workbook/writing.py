"""A workbook as bytes: text that is always text, numbers, and formulas with the values that they have, so that every program shows them.

Written as XML of our own: openpyxl saves no value with a formula, and the time of day with every file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from lydelse.formats.workbook.addresses import address, fixed
from lydelse.formats.workbook.styles import TEXT_FORMAT, TWO_DECIMALS, Look, Looks
from lydelse.records import dataclass, replace

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive knows: the same content gives the same bytes
WIDEST = 60
"""Characters of the widest column."""
_LINE, _HIGHEST = 15, 405
"""Points of a line, and of the highest row that there may be."""
LONGEST = 32_767
"""Characters that a cell can hold."""
LONGEST_FORMULA = 8_192
"""Characters that a formula can have."""


@dataclass(frozen=True, slots=True)
class Live:
    """A formula, without its "=", and the value that it has now: None where that is not known or is no number."""

    formula: str
    value: Decimal | None = None
    form: str = TWO_DECIMALS


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is printed: with its decimals, in groups of three unless ``grouped`` says otherwise."""

    value: Decimal
    grouped: bool = True

    @classmethod
    def of(cls, number: int) -> Figure:
        """Return a whole number."""
        return cls(Decimal(number))

    @classmethod
    def plain(cls, number: int) -> Figure:
        """Return a whole number without groups: a year."""
        return cls(Decimal(number), grouped=False)

    @property
    def form(self) -> str:
        """The number format that shows as many decimals as the figure has."""
        return form_with(self.value) if self.grouped else "0"


Content = str | Decimal | Figure | Live | None


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet to be written. Its first row holds the headings of its columns.

    ``widths`` are the characters of each column; without them each is as wide as its longest text. Text wraps in a column that has one.
    ``filtered`` gives the headings lists to choose rows by.
    """

    name: str
    rows: Sequence[Sequence[Content]]
    widths: Sequence[int] = ()
    filtered: bool = False


def form_with(value: Decimal) -> str:
    """Return the number format that shows as many decimals as a figure has."""
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def workbook_bytes(pages: Sequence[Page], names: Sequence[tuple[str, str]]) -> bytes:
    """Return a workbook; ``names`` are its defined names, each with the cell that it stands for ("Storheter!$H$2")."""
    looks = Looks()
    sheets = {f"xl/worksheets/sheet{at}.xml": _worksheet(page, looks) for at, page in enumerate(pages, 1)}
    parts = {
        "[Content_Types].xml": _content_types(len(pages)),
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(pages, [*names, *_filters(pages), *_repeated(pages)]),
        "xl/_rels/workbook.xml.rels": _relationships(
            [*(("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(pages) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _HEAD + looks.xml(_SPREADSHEET),
        **sheets,
    }
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def _worksheet(page: Page, looks: Looks) -> str:
    rows = "".join(_row(number, row, page, looks) for number, row in enumerate(page.rows, 1))
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    chosen = f'<autoFilter ref="A1:{address(len(page.rows), len(page.rows[0]))}"/>' if page.filtered else ""
    margins = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' if page.widths else ""
    landscape = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' if page.widths else ""
    foot = "<headerFooter><oddFooter>&amp;L&amp;F · &amp;A&amp;R&amp;P (&amp;N)</oddFooter></headerFooter>" if page.widths else ""
    fits = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' if page.widths else ""
    columns = "".join(_columns(page))
    data = f"<cols>{columns}</cols><sheetData>{rows}</sheetData>{chosen}{margins}{landscape}{foot}"
    return f'{_HEAD}<worksheet xmlns="{_SPREADSHEET}">{fits}{view}{data}</worksheet>'


def _filters(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Yield the hidden names by which programs know the rows that a sheet's headings choose among."""
    for page in pages:
        if page.filtered:
            last = fixed(len(page.rows), len(page.rows[0]))
            yield "_xlnm._FilterDatabase", f"'{page.name}'!$A$1:{last}"


def _repeated(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Yield the names by which programs know the headings that stand on each printed page."""
    for page in pages:
        yield "_xlnm.Print_Titles", f"'{page.name}'!$1:$1"


def _columns(page: Page) -> Iterator[str]:
    for at in range(max(len(row) for row in page.rows)):
        longest = max((len(_shown(row[at])) for row in page.rows if at < len(row)), default=0)
        width = page.widths[at] if at < len(page.widths) else min(longest + 3, WIDEST)
        yield f'<col min="{at + 1}" max="{at + 1}" width="{width}" customWidth="1"/>'


def _shown(content: Content) -> str:
    if isinstance(content, Live | Figure):
        return str(content.value or "")
    return "" if content is None else str(content)


def _row(number: int, row: Sequence[Content], page: Page, looks: Looks) -> str:
    wraps = bool(page.widths)
    cells = "".join(
        _cell(address(number, at), content, looks, Look(heading=number == 1, wraps=wraps, right=number == 1 and _holds_figures(page, at)))
        for at, content in enumerate(row, 1)
    )
    lines = max((_lines(content, width) for content, width in zip(row, page.widths, strict=False)), default=1)
    height = f' ht="{min(lines * _LINE, _HIGHEST)}" customHeight="1"' if lines > 1 else ""
    return f'<row r="{number}"{height}>{cells}</row>'


def _holds_figures(page: Page, column: int) -> bool:
    """Tell whether a column, counted from 1, holds figures: its heading stands above their ends."""
    return any(isinstance(row[column - 1], Figure | Live | Decimal) for row in page.rows[1:] if len(row) >= column)


def _lines(content: Content, width: int) -> int:
    """Return how many lines a text takes in a column so many characters wide; programs do not all find out by themselves."""
    return sum(max(1, -(-len(line) // max(1, width - 2))) for line in _shown(content).split("\n"))


def _cell(at: str, content: Content, looks: Looks, look: Look) -> str:
    match content:
        case None:
            return f'<c r="{at}"{_named(looks, look)}/>' if look.wraps else ""
        case Decimal():
            return f'<c r="{at}"{_named(looks, replace(look, heading=False))}><v>{content:f}</v></c>'
        case Figure(value):
            return f'<c r="{at}"{_named(looks, replace(look, heading=False, form=content.form))}><v>{value:f}</v></c>'
        case Live(formula, value, form):
            saved = "" if value is None else f"<v>{value:f}</v>"
            return f'<c r="{at}"{_named(looks, replace(look, form=form))}><f>{escape(_clean(formula))}</f>{saved}</c>'
        case _:
            if not look.heading and content[:1] in tuple("=+-@\t\r"):
                look = replace(look, form=TEXT_FORMAT, quoted=True)
            text = escape(_clean(content[:LONGEST]))
            return f'<c r="{at}"{_named(looks, look)} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _named(looks: Looks, look: Look) -> str:
    number = looks.number_of(look)
    return f' s="{number}"' if number else ""


def _clean(text: str) -> str:
    """Return a text without the control characters that XML does not hold."""
    return "".join(
        sign for sign in text if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff")
    )


def _workbook(pages: Sequence[Page], names: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<sheet name={quoteattr(page.name)} sheetId="{at}" r:id="rId{at}"/>' for at, page in enumerate(pages, 1))
    defined = "".join(_defined(name, target, pages) for name, target in names)
    named = f"<definedNames>{defined}</definedNames>" if defined else ""
    calculate = '<calcPr calcId="0" fullCalcOnLoad="1"/>'
    return f'{_HEAD}<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>{named}{calculate}</workbook>'


def _defined(name: str, target: str, pages: Sequence[Page]) -> str:
    sheet = next((at for at, page in enumerate(pages) if name.startswith("_xlnm.") and target.startswith(f"'{page.name}'!")), None)
    hidden = ' hidden="1"' if name.endswith("_FilterDatabase") else ""
    of_sheet = "" if sheet is None else f' localSheetId="{sheet}"{hidden}'
    return f"<definedName name={quoteattr(name)}{of_sheet}>{escape(target)}</definedName>"


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
