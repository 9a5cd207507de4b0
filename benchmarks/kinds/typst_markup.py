"""Cases as Typst: its own ``strike``, ``underline``, ``highlight``, ``table`` and ``footnote``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

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
    pieces_of,
)
from benchmarks.kinds.ruling import RULINGS, Ruling, ground_of, sides_of

from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph

SIZES = {1: 17, 2: 14, 3: 12.5, 4: 11}


def typst_of(case: Case) -> str:
    """Return the document as Typst markup."""
    notes = {block.marker: block for block in case.document.blocks if isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE}
    return "\n\n".join([_setting(case.layout), _marks(case.look), *_blocks(case, notes)])


def _setting(layout: Layout) -> str:
    def words(text: str) -> str:
        before, number, after = text.partition("{page}")
        page = f'#counter(page).display()#"{after}"' if number else ""
        return f'context [#set text(8pt)\n#"{before}"{page}]'

    parts = ['paper: "a4"', f"flipped: {str(layout.landscape).lower()}", "margin: 25mm", f"columns: {layout.columns}"]
    parts += [f"header: {words(layout.header)}"] if layout.header else []
    parts += [f"footer: align(center, {words(layout.footer)})"] if layout.footer else []
    title = "underline(it.body)" if layout.underlined_titles else "it.body"
    return f"""#set page({", ".join(parts)})
#set text(lang: "sv", size: 11pt, hyphenate: {str(layout.justified).lower()})
#set par(justify: {str(layout.justified).lower()}, leading: 0.6em, spacing: 1em)
#show heading: it => block(above: 1.4em, below: 0.8em, text(size: {tuple(SIZES.values())}.at(it.level - 1) * 1pt, {title}))"""


def _marks(look: Look) -> str:
    stroke = {
        "dashes": 'stroke: (thickness: 0.6pt, dash: "dashed"), ',
        "dots": 'stroke: (thickness: 0.8pt, dash: "dotted"), ',
        "rectangle": "stroke: 0.9pt, ",
    }.get(look.strike, "")
    struck = "it" if look.strike == "none" else f"strike({stroke}it)"
    added = f"text(fill: {_rgb(look.inserted)}, it)"
    if look.bold:
        added = f"strong({added})"
    if look.underline:
        added = f"underline({added})"
    if look.behind:
        added = f"highlight(fill: {_rgb(look.behind)}, {added})"
    struck = f"strike(offset: -0.35em, {struck})" if look.strike == "double" else struck
    return f"#let del(it) = text(fill: {_rgb(look.struck)}, {struck})\n#let ins(it) = {added}"


def _rgb(colour: Colour) -> str:
    return f"rgb({colour[0]}, {colour[1]}, {colour[2]})"


def _blocks(case: Case, notes: dict[str, Paragraph]) -> Iterator[str]:
    for beside, run in groupby(case.document.blocks, key=lambda block: case.layout.beside and isinstance(block, Table)):
        if beside:
            tables = ", ".join(f"[{_table(table, case.layout)}]" for table in run if isinstance(table, Table))
            yield f"#grid(columns: (1fr, 1fr), gutter: 10mm, {tables})"
        else:
            yield from _in_order(run, case.layout, notes)


def _in_order(blocks: Iterable[Block], layout: Layout, notes: dict[str, Paragraph]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield f'#page(paper: "a4", flipped: true)[{_table(block, layout)}]' if layout.wide else _table(block, layout)
        elif block.kind is Kind.HEADING:
            yield f"#heading(level: {min(4, max(1, block.level))})[{_inline(block, notes)}]"
        elif block.kind is Kind.ITEM:
            yield f'#grid(columns: (14pt, 1fr), [#"{block.marker}"], [{_inline(block, notes)}])'
        elif block.kind is Kind.PARAGRAPH:
            yield _inline(block, notes)


def _inline(block: Paragraph, notes: dict[str, Paragraph]) -> str:
    return "".join(_piece(piece, notes) for piece in pieces_of(block))


def _piece(piece: Piece, notes: dict[str, Paragraph]) -> str:
    quoted = piece.text.replace("\\", "\\\\").replace('"', '\\"')
    text = f'#"{quoted}"'
    match piece.sign:
        case "l":
            text = f'#underline(text(fill: {_rgb(BLUE)}, link("https://{quoted}")[{text}]))'
        case "v" | "a":
            text = f"#text(fill: {_rgb(RED if piece.sign == 'v' else AMBER)})[{text}]"
        case "u":
            text = f"#underline[{text}]"
        case "r":
            text = f"#super[{text}]"
        case "t":
            text = "#box(width: 1fr, repeat[.])"
        case "b":
            text = f"#strong[{text}]"
        case "f":
            text = f"#footnote[{_inline(notes[piece.text], {})}]"
        case _:
            pass
    name = {Mark.KEPT: "", Mark.STRUCK: "del", Mark.INSERTED: "ins"}[piece.mark]
    return f"#{name}[{text}]" if name else text


def _table(table: Table, layout: Layout) -> str:
    cells = cells_of(table)
    ruling, rows = RULINGS[layout.rules], len(table.rows)
    head_rows = len({cell.row for cell in cells if cell.header})
    widths = ", ".join(f"{width}fr" for width in layout.widths or (1,) * columns_in(cells)) + ","
    tint = f", fill: {_rgb(PALE)}" if layout.tinted else ""
    heads: list[str] = []
    rest: list[str] = []
    for cell in cells:
        text = "".join(_piece(piece, {}) for piece in cell.pieces)
        text = f"#rotate(-90deg, reflow: true)[{text}]" if is_turned(cell, layout) else text
        side = ", align: right" if is_set_right(cell, cells, layout) else ""
        spans = f"colspan: {cell.colspan}, rowspan: {cell.rowspan}{side}, {_look(ruling, cell, rows, head_rows)}"
        own = f"table.cell({spans}{tint})[#strong[{text}]]" if cell.header else f"table.cell({spans})[{text}]"
        (heads if cell.header else rest).append(own)
    head = f"table.header({', '.join(heads)}), " if heads else ""
    return f"#table(columns: ({widths}), stroke: none, {head}{', '.join(rest)})"


def _look(ruling: Ruling, cell: Placed, rows: int, heads: int) -> str:
    """Return the strokes and the fill of a cell."""
    over, under = sides_of(ruling, cell.row, rows, heads), sides_of(ruling, cell.row + cell.rowspan - 1, rows, heads)
    rest = f'paint: {_rgb(ruling.colour)}, dash: "{ruling.style}"'

    def stroke(width: float) -> str:
        return f"(thickness: {width * 2 / 3:.2f}pt, {rest})" if width else "none"

    x = stroke(ruling.width if ruling.upright else 0.0)
    ground = ground_of(ruling, cell.row)
    fill = f", fill: {_rgb(ground)}" if ground else ""
    return f"stroke: (top: {stroke(over.over)}, bottom: {stroke(under.under)}, left: {x}, right: {x}){fill}"
