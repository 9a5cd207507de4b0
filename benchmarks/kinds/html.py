"""Cases as HTML: struck text in ``<del>``, inserted in ``<ins>``, for Chromium and WeasyPrint to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
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
    is_set_right,
    is_turned,
    led,
    pieces_of,
)
from benchmarks.kinds.ruling import RULINGS, Ruling, ground_of, sides_of

from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph

STRIKES = {
    "line": "text-decoration: line-through",
    "rectangle": "text-decoration: line-through; text-decoration-thickness: 0.06em",
    "curve": "text-decoration: line-through wavy; text-decoration-thickness: 0.04em",
    "dashes": "text-decoration: line-through dashed",
    "dots": "text-decoration: line-through dotted",
    "double": "text-decoration: line-through double",
    "none": "text-decoration: none",
}
LEADERS = {
    True: "i.t::before { content: leader(dotted); }",
    False: "p.t { display: flex; align-items: flex-end; } i.t + span { white-space: nowrap; } "
    "i.t { flex: 1; border-bottom: 1px dotted; margin: 0 3pt 4pt; min-width: 2em; }",
}
"""How dots fill a line: WeasyPrint sets them as letters, a browser draws a dotted border."""
TURNED = "b.turned { writing-mode: vertical-rl; transform: rotate(180deg); }"
ASIDE = "aside { float: right; width: 38%; } aside.left { float: left; margin-right: 6mm; }"


def html_of(case: Case, *, floats: bool) -> str:
    """Return the page; ``floats`` says that the printer sets footnotes at the foot of the page."""
    body = "\n".join(_blocks(case, floats=floats))
    more = [own for sign, own in (("<aside", ASIDE), ('<i class="t"', LEADERS[floats]), ('<b class="turned"', TURNED)) if sign in body]
    style = "\n".join([_page(case.layout), _marks(case.look), _setting(case.layout), *more, case.layout.css])
    return f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>Ändringar</title><style>{style}</style><body>{body}</body></html>'


def _page(layout: Layout) -> str:
    def words(text: str) -> str:
        before, number, after = text.partition("{page}")
        return f'"{before}"' + (f' counter(page) "{after}"' if number else "")

    size = "297mm 210mm" if layout.landscape else "210mm 297mm"
    header = f"@top-left {{ font-size: 8pt; content: {words(layout.header)} }}" if layout.header else ""
    footer = f"@bottom-center {{ font-size: 8pt; content: {words(layout.footer)} }}" if layout.footer else ""
    return f"@page {{ size: {size}; margin: 25mm; {header} {footer} }}"


def _marks(look: Look) -> str:
    added = [f"color: {_rgb(look.inserted)}", f"text-decoration: {'underline' if look.underline else 'none'}"]
    if look.behind:
        added.append(f"background: {_rgb(look.behind)}")
    if look.bold:
        added.append("font-weight: bold")
    return f"del {{ color: {_rgb(look.struck)}; {STRIKES[look.strike]} }}\nins {{ {'; '.join(added)} }}"


def _setting(layout: Layout) -> str:
    align = "text-align: justify;" if layout.justified else ""
    columns = f"columns: {layout.columns}; column-gap: 8mm;" if layout.columns > 1 else ""
    titles = "text-decoration: underline;" if layout.underlined_titles else ""
    tint = f"background: {_rgb(PALE)};" if layout.tinted else ""
    return f"""
body {{ font: 11pt/1.3 "Liberation Serif", serif; margin: 0; {align} }}
main {{ {columns} }}
h1, h2, h3, h4 {{ font-family: "Liberation Sans", sans-serif; break-after: avoid; {titles} }}
h1 {{ font-size: 17pt }} h2 {{ font-size: 14pt }} h3 {{ font-size: 12.5pt }} h4 {{ font-size: 11pt }}
table {{ border-collapse: collapse; margin: 8pt 0; width: 100%; text-align: left; }}
td, th {{ padding: 2pt 5pt; vertical-align: top; }} th {{ {tint} }}
a {{ color: {_rgb(BLUE)}; text-decoration: underline; }}
.v {{ color: {_rgb(RED)} }} .a {{ color: {_rgb(AMBER)} }} .u {{ text-decoration: underline }}
.beside {{ display: flex; gap: 10mm; }} .wide {{ page: wide; }} sup {{ line-height: 0; }}
@page wide {{ size: 297mm 210mm; margin: 25mm; }}
.note {{ float: footnote; font-size: 8.5pt }} .foot {{ font-size: 8.5pt }} li {{ list-style: none; text-indent: -1.2em }}"""


def _rgb(colour: Colour) -> str:
    return f"rgb({colour[0]}, {colour[1]}, {colour[2]})"


def _blocks(case: Case, *, floats: bool) -> Iterator[str]:
    notes = {block.marker: block for block in case.document.blocks if isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE}
    own = notes if floats else {}
    yield "<main>"
    for beside, run in groupby(case.document.blocks, key=lambda block: case.layout.beside and isinstance(block, Table)):
        if beside:
            yield f'<div class="beside">{"".join(_table(table, case.layout) for table in run if isinstance(table, Table))}</div>'
            continue
        yield from _in_order(run, case, own, floats=floats)
    yield "</main>"


def _in_order(blocks: Iterable[Block], case: Case, own: dict[str, Paragraph], *, floats: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield f'<div class="wide">{_table(block, case.layout)}</div>' if case.layout.wide else _table(block, case.layout)
        elif block.kind is Kind.FOOTNOTE:
            yield "" if floats else f'<p class="foot"><sup>{block.marker}</sup> {_inline(block, own)}</p>'
        else:
            yield _paragraph(block, own)


def _paragraph(block: Paragraph, notes: dict[str, Paragraph]) -> str:
    text = _inline(block, notes)
    if block.kind is Kind.HEADING:
        level = min(4, max(1, block.level))
        return f"<h{level}>{text}</h{level}>"
    if block.kind is Kind.ITEM:
        return f'<ul><li><span style="display: inline-block; text-indent: 0; width: 1.2em">{block.marker}</span>{text}</li></ul>'
    before, after = led(tuple(pieces_of(block)))
    if after:
        first, last = ("".join(_piece(piece, notes) for piece in part) for part in (before, after))
        return f'<p class="t"><span>{first}</span><i class="t"></i><span>{last}</span></p>'
    if text.startswith("¦¦"):
        return f'<aside class="left">{text[2:]}</aside>'
    if text.startswith("¦"):
        return f"<aside>{text[1:]}</aside>"
    return f"<p>{text}</p>"


def _inline(block: Paragraph, notes: dict[str, Paragraph]) -> str:
    return "".join(_piece(piece, notes) for piece in pieces_of(block))


def _piece(piece: Piece, notes: dict[str, Paragraph]) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    match piece.sign:
        case "l":
            text = f'<a href="https://{text}">{text}</a>'
        case "f":
            text = f'<span class="note">{_inline(notes[text], {})}</span>' if text in notes else f"<sup>{text}</sup>"
        case "r":
            text = f"<sup>{text}</sup>"
        case "b":
            text = f"<b>{text}</b>"
        case "u" | "v" | "a":
            text = f'<span class="{piece.sign}">{text}</span>'
        case _:
            pass
    tag = {Mark.KEPT: "", Mark.STRUCK: "del", Mark.INSERTED: "ins"}[piece.mark]
    return f"<{tag}>{text}</{tag}>" if tag else text


def _table(table: Table, layout: Layout) -> str:
    rows: dict[int, list[str]] = {at: [] for at in range(len(table.rows))}
    heads = {cell.row for cell in cells_of(table) if cell.header}
    for cell in cells_of(table):
        tag = "th" if cell.header else "td"
        span = f' colspan="{cell.colspan}" rowspan="{cell.rowspan}"' if cell.colspan + cell.rowspan > 2 else ""
        width = f"width: {100 * layout.widths[cell.column]:.0f}%;" if layout.widths and cell.row == 0 else ""
        look = _look(RULINGS[layout.rules], cell, len(rows), len(heads))
        side = "text-align: right;" if is_set_right(cell, cells_of(table), layout) else ""
        text = "".join(_piece(piece, {}) for piece in cell.pieces)
        text = f'<b class="turned">{text}</b>' if is_turned(cell, layout) else text
        rows[cell.row].append(f'<{tag}{span} style="{width} {look} {side}">{text}</{tag}>')
    head = "".join(f"<tr>{''.join(rows[at])}</tr>" for at in sorted(heads))
    rest = "".join(f"<tr>{''.join(cells)}</tr>" for at, cells in rows.items() if at not in heads)
    return f"<table><thead>{head}</thead><tbody>{rest}</tbody></table>"


def _look(ruling: Ruling, cell: Placed, rows: int, heads: int) -> str:
    """Return the rules and the ground of a cell."""
    over, under = sides_of(ruling, cell.row, rows, heads), sides_of(ruling, cell.row + cell.rowspan - 1, rows, heads)
    line = f"{ruling.style} {_rgb(ruling.colour)}"
    parts = [f"border-top: {over.over}pt {line};" if over.over else ""]
    parts += [f"border-bottom: {'2.5pt double black' if under.double else f'{under.under}pt {line}'};" if under.under else ""]
    parts += [f"border-left: {ruling.width}pt {line}; border-right: {ruling.width}pt {line};" if ruling.upright else ""]
    ground = ground_of(ruling, cell.row)
    return " ".join([*parts, f"background: {_rgb(ground)};" if ground else ""])
