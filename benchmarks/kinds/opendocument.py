"""Cases as flat OpenDocument text (.fodt), marks as formatting, for LibreOffice to print."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape
from zlib import crc32

from benchmarks.kinds.case import (
    AMBER,
    BLUE,
    PALE,
    RED,
    Case,
    Colour,
    Layout,
    Look,
    Piece,
    Placed,
    cells_of,
    columns_in,
    is_set_right,
    is_turned,
    led,
    pieces_of,
)
from benchmarks.kinds.ruling import RULINGS, Ruling, ground_of, sides_of

from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph

SIZES = {1: 17.0, 2: 14.0, 3: 12.5, 4: 11.0}
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "fo" else "xsl-fo-compatible"}:1.0"'
    for name in ("office", "text", "style", "table", "fo")
)
STRIKES = {
    "line": 'style:text-line-through-style="solid" style:text-line-through-type="single"',
    "rectangle": 'style:text-line-through-style="solid" style:text-line-through-type="single" style:text-line-through-width="bold"',
    "double": 'style:text-line-through-style="solid" style:text-line-through-type="double"',
    "letters": 'style:text-line-through-style="solid" style:text-line-through-text="X"',
    "none": "",
}
LED = (
    '<style:style style:name="led" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt"><style:tab-stops>'
    '<style:tab-stop style:position="453pt" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
    '</style:paragraph-properties><style:text-properties fo:font-size="11pt"/></style:style>'
)
"""A paragraph whose tab is filled with dots."""
LINE_NUMBERS = (
    '<text:linenumbering-configuration text:number-lines="true" text:increment="1" text:number-position="left" '
    'style:num-format="1" text:offset="0.5cm"/>'
)


def fodt_of(case: Case) -> str:
    """Return the document as flat OpenDocument text."""
    layout = case.layout
    body = "".join(_blocks(case))
    numbered = LINE_NUMBERS if layout.trick == "numbered" else ""
    if layout.columns > 1:
        body = f'<text:section text:style-name="spalter" text:name="s">{body}</text:section>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{_default()}{numbered}</office:styles>'
        f"<office:automatic-styles>{_styles(case.look, layout)}{_cell_styles(case)}{_page(layout)}</office:automatic-styles>"
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="sida">{_running(layout)}'
        f'</style:master-page><style:master-page style:name="Liggande" style:page-layout-name="liggande"/></office:master-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _default() -> str:
    return (
        '<style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" '
        'fo:font-family="Liberation Serif" fo:font-size="11pt" fo:language="sv" fo:country="SE"/></style:default-style>'
    )


def _styles(look: Look, layout: Layout) -> str:
    added = f'fo:color="{_hex(look.inserted)}"'
    added += ' style:text-underline-style="solid"' if look.underline else ""
    added += f' fo:background-color="{_hex(look.behind)}"' if look.behind else ""
    added += ' fo:font-weight="bold"' if look.bold else ""
    lines = 'style:text-underline-style="solid"'
    looks = {
        "struck": f'fo:color="{_hex(look.struck)}" {STRIKES[look.strike]}',
        "inserted": added,
        "l": f'fo:color="{_hex(BLUE)}" {lines}',
        "v": f'fo:color="{_hex(RED)}"',
        "a": f'fo:color="{_hex(AMBER)}"',
        "u": lines,
        "b": 'fo:font-weight="bold"',
        "f": "",
        "r": 'style:text-position="super 58%"',
    }
    spans = "".join(
        f'<style:style style:name="{n}" style:family="text"><style:text-properties {v}/></style:style>' for n, v in looks.items()
    )
    align = 'fo:text-align="justify" fo:text-align-last="start"' if layout.justified else ""
    paragraphs = _paragraph_style("p", 11, f'fo:margin-bottom="6pt" {align}', "")
    for level, size in SIZES.items():
        title = f'fo:font-weight="bold" {lines if layout.underlined_titles else ""}'
        paragraphs += _paragraph_style(f"h{level}", size, 'fo:margin-top="12pt" fo:margin-bottom="4pt" fo:keep-with-next="always"', title)
    paragraphs += _paragraph_style("item", 11, 'fo:margin-left="16pt" fo:text-indent="-16pt"', "")
    paragraphs += _paragraph_style("note", 8.5, "", "")
    for end, side in (("", ""), ("right", 'fo:text-align="end"')):
        paragraphs += _paragraph_style(f"cell{end}", 10.5, side, "") + _paragraph_style(f"head{end}", 10.5, side, 'fo:font-weight="bold"')
    return spans + paragraphs + LED + _table_styles(layout)


def _paragraph_style(name: str, size: float, paragraph: str, text: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {paragraph}>'
        f'<style:tab-stops><style:tab-stop style:position="16pt"/></style:tab-stops></style:paragraph-properties>'
        f'<style:text-properties fo:font-size="{size}pt" {text}/></style:style>'
    )


def _table_styles(layout: Layout) -> str:
    widths = "".join(
        f'<style:style style:name="w{at}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{453 * width:.0f}pt"/></style:style>'
        for at, width in enumerate(layout.widths)
    )
    section = (
        f'<style:style style:name="spalter" style:family="section"><style:section-properties>'
        f'<style:columns fo:column-count="{layout.columns}" fo:column-gap="22pt"/></style:section-properties></style:style>'
    )
    wide = (
        '<style:style style:name="wide" style:family="table" style:master-page-name="Liggande"><style:table-properties/></style:style>'
        '<style:style style:name="upright" style:family="paragraph" style:master-page-name="Standard"/>'
    )
    return widths + section + wide


def _cell_styles(case: Case) -> str:
    """Return a style for each look that the cells of a document have."""
    looks = {_look(case.layout, cell, table) for table in case.document.blocks if isinstance(table, Table) for cell in cells_of(table)} | {
        'fo:border="none"'
    }
    tall = (
        '<style:style style:name="tall" style:family="table-row"><style:table-row-properties style:min-row-height="3.4cm"/></style:style>'
    )
    return tall + "".join(
        f'<style:style style:name="{_named(look)}" style:family="table-cell"><style:table-cell-properties {look} fo:padding="3pt"/>'
        "</style:style>"
        for look in sorted(looks)
    )


def _named(look: str) -> str:
    return f"c{crc32(look.encode())}"


def _look(layout: Layout, cell: Placed, table: Table) -> str:
    """Return the rules and the ground of a cell."""
    ruling, rows = RULINGS[layout.rules], len(table.rows)
    heads = sum(all(each.header for each in row.cells) for row in table.rows)
    over, under = sides_of(ruling, cell.row, rows, heads).over, sides_of(ruling, cell.row + cell.rowspan - 1, rows, heads)
    upright = _side(ruling, ruling.width if ruling.upright else 0.0)
    parts = [f'fo:border-top="{_side(ruling, over)}" fo:border-left="{upright}" fo:border-right="{upright}"']
    double = 'fo:border-bottom="2.5pt double #000000" style:border-line-width-bottom="0.8pt 1pt 0.8pt"'
    parts += [double if under.double else f'fo:border-bottom="{_side(ruling, under.under)}"']
    ground = PALE if layout.tinted and cell.header else ground_of(ruling, cell.row)
    parts += ['style:writing-mode="bt-lr"'] if is_turned(cell, layout) else []
    return " ".join([*parts, f'fo:background-color="{_hex(ground)}"' if ground else ""])


def _side(ruling: Ruling, width: float) -> str:
    return f"{width * 2 / 3:.2f}pt {ruling.style} {_hex(ruling.colour)}" if width else "none"


def _page(layout: Layout) -> str:
    width, height = ("29.7cm", "21cm") if layout.landscape else ("21cm", "29.7cm")
    gap = "<style:header-style><style:header-footer-properties fo:min-height='1cm' fo:margin-bottom='0.6cm'/></style:header-style>"
    gap += gap.replace("header-style", "footer-style").replace("margin-bottom", "margin-top")
    orientation = "landscape" if layout.landscape else "portrait"
    wide = (
        '<style:page-layout style:name="liggande"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" '
        'fo:margin="2.5cm" style:print-orientation="landscape"/></style:page-layout>'
    )
    return (
        f'<style:page-layout style:name="sida"><style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}" '
        f'fo:margin="2.5cm" style:print-orientation="{orientation}"/>{gap}</style:page-layout>{wide}'
    )


def _running(layout: Layout) -> str:
    def words(text: str) -> str:
        return f'<text:p text:style-name="note">{escape(text).replace("{page}", "<text:page-number/>")}</text:p>'

    header = f"<style:header>{words(layout.header)}</style:header>" if layout.header else ""
    return header + (f"<style:footer>{words(layout.footer)}</style:footer>" if layout.footer else "")


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


def _blocks(case: Case) -> Iterator[str]:
    blocks = tuple(case.document.blocks)
    notes = {block.marker: block for block in blocks if isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE}
    beside = [block for block in blocks if isinstance(block, Table)] if case.layout.beside else []
    for count, block in enumerate(blocks):
        if beside and block is beside[0]:
            yield _beside([_table(table, case.layout, at) for at, table in enumerate(beside)])
        elif isinstance(block, Table) and case.layout.wide:
            yield f'{_table(block, case.layout, count)}<text:p text:style-name="upright"/>'
        elif isinstance(block, Table):
            yield "" if beside else _table(block, case.layout, count)
        elif block.kind is Kind.HEADING:
            level = min(4, max(1, block.level))
            yield f'<text:h text:style-name="h{level}" text:outline-level="{level}">{_inline(pieces_of(block), notes)}</text:h>'
        elif block.kind is Kind.ITEM:
            yield f'<text:p text:style-name="item">{escape(block.marker)}<text:tab/>{_inline(pieces_of(block), notes)}</text:p>'
        elif block.kind is Kind.PARAGRAPH:
            name = "led" if led(tuple(pieces_of(block)))[1] else "p"
            yield f'<text:p text:style-name="{name}">{_inline(pieces_of(block), notes)}</text:p>'


def _inline(pieces: Iterator[Piece] | tuple[Piece, ...], notes: dict[str, Paragraph]) -> str:
    return "".join(_piece(piece, notes) for piece in pieces)


def _piece(piece: Piece, notes: dict[str, Paragraph]) -> str:
    text = escape(piece.text).replace("  ", " <text:s/>").replace("\n", "<text:line-break/>")
    if piece.sign == "f":
        note = f'<text:p text:style-name="note">{_inline(pieces_of(notes[piece.text]), {})}</text:p>'
        return (
            f'<text:note text:id="n{piece.text}" text:note-class="footnote"><text:note-citation>{piece.text}</text:note-citation>'
            f"<text:note-body>{note}</text:note-body></text:note>"
        )
    if piece.sign == "t":
        return "<text:tab/>"
    if piece.sign == "l":
        text = f'<text:a xlink:type="simple" xlink:href="https://{text}">{text}</text:a>'
    name = piece.sign or ("" if piece.mark is Mark.KEPT else piece.mark.value)
    lead = "<text:s/>" if text.startswith(" ") else ""  # a space that a span begins with is else folded away
    text = text[1:] if lead else text
    return f'<text:span text:style-name="{name}">{lead}{text}</text:span>' if name else f"{lead}{text}"


def _beside(tables: list[str]) -> str:
    """Return a table without rules that holds tables side by side."""
    bare = _named('fo:border="none"')
    cells = "".join(f'<table:table-cell table:style-name="{bare}">{each}<text:p/></table:table-cell>' for each in tables)
    columns = '<table:table table:name="beside"><table:table-column/><table:table-column/>'
    return f"{columns}<table:table-row>{cells}</table:table-row></table:table>"


def _table(table: Table, layout: Layout, count: int) -> str:
    cells = cells_of(table)
    width = columns_in(cells)
    columns = "".join(
        f'<table:table-column table:style-name="w{at}"/>' if layout.widths else "<table:table-column/>" for at in range(width)
    )
    rows: list[str] = []
    for at, own in groupby(sorted(cells, key=lambda cell: (cell.row, cell.column)), key=lambda cell: cell.row):
        row = list(own)
        tall = ' table:style-name="tall"' if any(is_turned(cell, layout) for cell in row) else ""
        text = f"<table:table-row{tall}>{_row(row, cells, at, table, layout)}</table:table-row>"
        rows.append(f"<table:table-header-rows>{text}</table:table-header-rows>" if all(cell.header for cell in row) else text)
    style = ' table:style-name="wide"' if layout.wide else ""
    return f'<table:table table:name="t{count}"{style}>{columns}{"".join(rows)}</table:table>'


def _row(row: list[Placed], cells: tuple[Placed, ...], at: int, table: Table, layout: Layout) -> str:
    here = {cell.column: cell for cell in row}
    covered = {
        (cell.row + down, cell.column + right) for cell in cells for down in range(cell.rowspan) for right in range(cell.colspan)
    } - {(cell.row, cell.column) for cell in cells}
    parts: list[str] = []
    for column in range(columns_in(cells)):
        cell = here.get(column)
        if cell:
            span = f'table:number-columns-spanned="{cell.colspan}" table:number-rows-spanned="{cell.rowspan}"'
            name = ("head" if cell.header else "cell") + ("right" if is_set_right(cell, cells, layout) else "")
            text = f'<text:p text:style-name="{name}">{_inline(cell.pieces, {})}</text:p>'
            parts.append(f'<table:table-cell table:style-name="{_named(_look(layout, cell, table))}" {span}>{text}</table:table-cell>')
        else:
            parts.append("<table:covered-table-cell/>" if (at, column) in covered else "<table:table-cell/>")
    return "".join(parts)
