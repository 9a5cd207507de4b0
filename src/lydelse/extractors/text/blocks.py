"""Lines of text -> blocks: headings, items, tables, and paragraphs whose lines the margin broke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.extractors.outline import SAYS_SOMETHING
from lydelse.extractors.text.columns import scattered_table_at
from lydelse.extractors.text.headings import FoundHeading, Layout, heading_at, layout_of, title_of
from lydelse.extractors.text.laid_out import is_columned, laid_out_table_at
from lydelse.extractors.text.lines import SPACES, Line, without_links
from lydelse.extractors.text.rows import is_bare
from lydelse.extractors.text.tables import FoundTable, table_at
from lydelse.model.document import Furniture
from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.model.text import Kind, Paragraph, Run
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_ITEM = compiled(r"(?P<marker>[•▪■●○◦‣·\uf0b7\uf0a7\uf02d\uf06f➢✓]|[-–—*](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-zåäö]\)(?=\s))\s*(?=\S)")
_FOOTNOTE = compiled(r"\[\^(?P<marker>[^\]]+)\]:?\s*|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹])\s*(?=\S)")
_UNIT_ALONE = compiled(r"\(?(?:belopp i )?(?:[tmk]?kr|mnkr|mdkr|kronor|tusental kronor|miljoner kronor)\)?", re.IGNORECASE)
_ENDS = compiled(r"[.!?:][”\"»)]*$")
_GOES_ON_FROM = 0.6  # of the usual width: a line at least so long may go on after a page's end
_CAPTION_LINES = 3  # lines: no table of narrow gaps begins so close above one of wide gaps
_TOP = 5  # lines, the first of a document: its title is among them, and begins the bookmarks
_LONGEST_TITLE = 20  # words, less one


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a text and the lines that are none of them.

    ``columned`` are the places of paragraphs whose lines hold figures in columns that could not be read as a table.
    """

    blocks: list[Block]
    furniture: list[Furniture]
    columned: frozenset[int] = frozenset()


def body_of(all_lines: list[Line]) -> Body:
    """Return the blocks in reading order; addresses of links stand after the paragraph that they were found in."""
    lines, links = without_links(all_lines)
    lines, outline = _without_outline(lines)
    layout = layout_of(lines)
    title = _title(lines, layout)
    blocks: list[Block] = []
    columned: set[int] = set()
    at = level = 0
    waiting = list(links)
    while at < len(lines):
        if title and at == title[0]:
            text = " ".join(line.text for line in lines[title[0] : title[1]])
            blocks.append(_paragraph(text, lines[at], Kind.HEADING))
            at = title[1]
        else:
            block, end, level = _block_at(lines, at, layout, level)
            if isinstance(block, Paragraph) and is_columned(lines[at:end]):
                columned.add(len(blocks))
            blocks.append(block)
            at = end
        while waiting and waiting[0][0] <= at:
            link = waiting.pop(0)[1]
            blocks.append(_paragraph(link.text, link))
    blocks.extend(_paragraph(link.text, link) for _, link in waiting)
    return Body(blocks, outline, frozenset(columned))


def _block_at(lines: list[Line], at: int, layout: Layout, level: int) -> tuple[Block, int, int]:
    """Return the block that begins at a line, the line after it, and the level of the latest numbered heading."""
    heading = heading_at(lines, at, layout)
    if heading:
        own = heading.level or level + 1
        block = replace(_paragraph(heading.text, lines[at], Kind.HEADING), level=own)
        return block, heading.end, heading.level or level
    table = _table_at(lines, at) if _may_begin_table(lines, at, layout) else None
    if table:
        return table.table, table.end, level
    end = at + 1
    while end < len(lines) and _continues(lines, end, layout):
        end += 1
    return _text_block(lines[at:end]), end, level


def _table_at(lines: list[Line], at: int) -> FoundTable | None:
    laid_out = laid_out_table_at(lines, at)
    below = any(laid_out_table_at(lines, place) for place in range(at + 1, min(at + _CAPTION_LINES, len(lines))) if not laid_out)
    return laid_out or (None if below else table_at(lines, at) or scattered_table_at(lines, at))


def _may_begin_table(lines: list[Line], at: int, layout: Layout) -> bool:
    line, above = lines[at], lines[at - 1] if at else None
    return above is None or line.after_gap or line.turns or above.text[-1] in ".:" or layout.was_broken(above, line)


def _continues(lines: list[Line], at: int, layout: Layout) -> bool:
    """Tell whether a line goes on with the paragraph of the line above it."""
    line, above = lines[at], lines[at - 1]
    if at in layout.contents or _begins_item(lines, at, layout) or line.text.startswith("#"):
        return False
    if line.after_gap or line.turns:
        if _ENDS.search(above.text) or not (line.text[0].islower() or above.text[-1] in ",-"):
            return False
        return len(above.text) >= _GOES_ON_FROM * layout.width and not (line.after_gap and heading_at(lines, at, layout))
    if is_bare(line) and (is_bare(above) or (at + 1 < len(lines) and is_bare(lines[at + 1]))):
        return False
    if _UNIT_ALONE.fullmatch(line.text) and layout.was_broken(above, line):
        return False  # the corner of a table below a title, not a unit that the margin parted from its figure
    if heading_at(lines, at, layout) or (_may_begin_table(lines, at, layout) and _table_at(lines, at)):
        return False
    if line.text.startswith("att ") and layout.was_broken(above, line):
        return False  # a point of a decision on a line of its own
    lowered = line.text[0].islower() or above.text[-1] in ",-"
    return lowered or not layout.was_broken(above, line)


def _begins_item(lines: list[Line], at: int, layout: Layout) -> bool:
    """Tell whether a line begins an item: a dash or a number in running text is none."""
    line, above = lines[at], lines[at - 1] if at else None
    match = _ITEM.match(line.text) or _FOOTNOTE.match(line.text)
    if not match or above is None or line.after_gap or line.turns:
        return bool(match)
    if match["marker"] and re.fullmatch(r"[-–—]|\(?\d{1,2}[.)]|\(?[a-zåäö]\)", match["marker"]):
        return bool(_ENDS.search(above.text) or _ITEM.match(above.text) or layout.was_broken(above, line)) or _in_list(
            lines, at, match["marker"]
        )
    return True


def _in_list(lines: list[Line], at: int, marker: str) -> bool:
    """Tell whether the item before this one stands a few lines up: "1." before "2.", a dash before a dash."""
    digits = re.sub(r"\D", "", marker)
    wanted = marker.replace(digits, str(int(digits) - 1)) if digits else marker
    return any(line.text.startswith(f"{wanted} ") for line in lines[max(0, at - 6) : at])


def _text_block(lines: list[Line]) -> Paragraph:
    text = _joined(lines)
    item = _ITEM.match(text)
    if item:
        return replace(_paragraph(text[item.end() :], lines[0], Kind.ITEM), marker=_marker(item["marker"]))
    footnote = _FOOTNOTE.match(text)
    if footnote and len(text) > footnote.end():
        marker = footnote["marker"] or str("¹²³⁴⁵⁶⁷⁸⁹".index(footnote["raised"]) + 1)
        return replace(_paragraph(text[footnote.end() :], lines[0], Kind.FOOTNOTE), marker=marker)
    return _paragraph(text, lines[0])


def _marker(printed: str) -> str:
    """Return an item's marker as printed; signs of symbol fonts are written as the bullet that they show."""
    return "•" if "\uf000" <= printed <= "\uf0ff" else printed


def _joined(lines: list[Line]) -> str:
    """Return the lines as one text; a hyphen last on a line stays, and what follows it comes close unless a word is shared."""
    text = lines[0].text
    for line in lines[1:]:
        shared = re.match(r"(?:och|eller|samt|respektive|till)\b", line.text)
        close = text.endswith("-") and not text.endswith(" -") and line.text[0].islower() and not shared
        text += line.text if close else f" {line.text}"
    return text.strip(SPACES)


def _paragraph(text: str, line: Line, kind: Kind = Kind.PARAGRAPH) -> Paragraph:
    return Paragraph((Run(text),), kind=kind, place=Place(page=line.page))


def _title(lines: list[Line], layout: Layout) -> tuple[int, int] | None:
    """Return the lines of the document's title, None where it has none above its first heading."""
    first, heading = _first_heading(lines, layout)
    if first == 0 or (heading and heading.text.startswith("§")):
        return None
    starts = [at for at in range(first) if at == 0 or lines[at].after_gap]
    return title_of(list(zip(starts, [*starts[1:], first], strict=True)), lines) if starts else None


def _first_heading(lines: list[Line], layout: Layout) -> tuple[int, FoundHeading | None]:
    for at in range(len(lines)):
        heading = heading_at(lines, at, layout)
        if heading:
            return at, heading
    return 0, None


def _without_outline(lines: list[Line]) -> tuple[list[Line], list[Furniture]]:
    """Return the lines without the bookmarks that a PDF's text may end with: two or more titles that all stand above already.

    The first of them stands near the top, as the document's own title does. A decision that repeats the proposal, and recipients that
    stand under two items, are no bookmarks.
    """
    seen = {line.text for line in lines}
    end = len(lines)
    while end and lines[end - 1].raw != "" and lines[end - 1].text in seen and _stands_above(lines, end - 1):
        end -= 1
    top = {line.text for line in lines[:_TOP]}
    end = next((at for at in range(end, len(lines)) if lines[at].text in top), len(lines))
    if len(lines) - end < 2:
        return lines, []
    return lines[:end], list(_outline_furniture(lines[end:]))


def _stands_above(lines: list[Line], at: int) -> bool:
    text = lines[at].text
    is_title = len(text.split()) < _LONGEST_TITLE and text[-1] not in ".,;:" and not SAYS_SOMETHING.search(text)
    return is_title and any(line.text == text for line in lines[: at - 1])


def _outline_furniture(lines: list[Line]) -> Iterator[Furniture]:
    for line in lines:
        yield Furniture("footer", line.text, (line.page,) if line.page else ())
