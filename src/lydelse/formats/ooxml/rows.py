"""The rows and cells of a table in a Word file that is being edited, as the reader counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from lydelse.formats.ooxml.accepting import CELLS, FORMER, remove
from lydelse.formats.ooxml.held_changes import unheld
from lydelse.formats.ooxml.names import W14, Element, W, attribute, child, children, number_of
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING

_CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))


def table_around(paragraphs: list[Element]) -> Element | None:
    """Return the innermost table that has all of some paragraphs."""
    if not paragraphs:
        return None
    others = [set(paragraph.iterancestors(f"{W}tbl")) for paragraph in paragraphs[1:]]
    return next((table for table in paragraphs[0].iterancestors(f"{W}tbl") if all(table in each for each in others)), None)


def is_table(parts: Sequence[Element]) -> bool:
    """Tell whether parts of a file are one table; one that was typed with tabs is paragraphs."""
    return len(parts) == 1 and parts[0].tag == f"{W}tbl"


def rows_of(table: Element) -> list[Element]:
    """Return the rows that have cells."""
    return [row for row in _spread(table, "tr") if next(_spread(row, "tc"), None) is not None]


def cells_of(row: Element, *, first: bool) -> list[Element | None]:
    """Return a row's cells as they are read: None for columns that it skips, and none that continue the cell above them."""
    skipped: list[Element | None] = [None] if number_of(child(row, "trPr"), "gridBefore", 0) else []
    return [*skipped, *(cell for cell in _spread(row, "tc") if first or not _continues(cell))]


def paragraphs_of(cell: Element) -> list[Element]:
    """Return a cell's own paragraphs."""
    return list(_spread(cell, "p"))


def copy_of(element: Element) -> Element:
    """Return a copy of an element without the names that Word gives to each paragraph and row of a file."""
    copy = deepcopy(element)
    for each in copy.iter():
        for name in ("paraId", "textId"):
            each.attrib.pop(f"{W14}{name}", "")
    return unheld(copy)


def unmarked(element: Element) -> Element:
    """Return a copy that was just made, without the tracked changes of what it was copied from."""
    for change in list(element.iter(*INSERTING, *STRIKING, *CELLS, *FORMER)):
        remove(change)
    return element


def emptied(paragraph: Element) -> Element:
    """Return a paragraph without text, placed nowhere yet, with the properties of another."""
    made = etree.Element(f"{W}p")
    properties = child(paragraph, "pPr")
    if properties is not None:
        made.append(deepcopy(properties))
        for inner in list(made.iter(f"{W}sectPr", f"{W}framePr", f"{W}pageBreakBefore")):
            remove(inner)
    return unmarked(made)


def new_row(like: Element) -> Element:
    """Return a row without text, placed after another and like it."""
    row = copy_of(like)
    for merge in list(row.iter(f"{W}vMerge", f"{W}tblHeader")):
        remove(merge)
    for cell in _spread(row, "tc"):
        _clear(cell)
    like.addnext(row)
    return row


def new_cell(beside: Element, *, after: bool) -> Element:
    """Return a cell without text, placed beside another and like it."""
    cell = copy_of(beside)
    _clear(cell)
    (beside.addnext if after else beside.addprevious)(cell)
    return cell


def remove_row(row: Element) -> None:
    """Take a row away; cells that reach down from it begin in the row below."""
    below = row.getnext()
    if below is not None and below.tag == f"{W}tr":
        began = {column for column, cell in _columns(row) if _merge(cell) == "restart"}
        for column, cell in _columns(below):
            merge = child(child(cell, "tcPr"), "vMerge")
            if column in began and merge is not None and _continues(cell):
                merge.set(f"{W}val", "restart")
    remove(row)


def fit_grid(table: Element) -> None:
    """Give a table's grid as many columns as its widest row has."""
    grid = child(table, "tblGrid")
    if grid is None:
        return
    width = max(sum(_span(cell) for cell in _spread(row, "tc")) for row in rows_of(table))
    while len(grid) > width:
        grid.remove(grid[-1])
    while 0 < len(grid) < width:
        grid.append(deepcopy(grid[-1]))


def new_table(rows: int, columns: int, like: Element | None) -> Element:
    """Return a table without text, with the borders and widths of another, else with thin lines."""
    table = etree.Element(f"{W}tbl")
    properties = child(like, "tblPr")
    table.append(deepcopy(properties) if properties is not None else lined())
    grid = etree.SubElement(table, f"{W}tblGrid")
    for _ in range(columns):
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", str(9000 // columns))
    for _ in range(rows):
        row = etree.SubElement(table, f"{W}tr")
        for _ in range(columns):
            cell = etree.SubElement(row, f"{W}tc")
            width = etree.SubElement(etree.SubElement(cell, f"{W}tcPr"), f"{W}tcW")
            width.set(f"{W}w", str(9000 // columns))
            width.set(f"{W}type", "dxa")
            etree.SubElement(cell, f"{W}p")
    return table


def lined() -> Element:
    """Return the properties of a table with thin lines."""
    properties = etree.Element(f"{W}tblPr")
    borders = etree.SubElement(properties, f"{W}tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = etree.SubElement(borders, W + side)
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(W + name, value)
    return properties


def span(cell: Element, columns: int) -> None:
    """Let a cell of a new table reach over several columns: the cells after it go."""
    for _ in range(columns - 1):
        following = cell.getnext()
        if following is not None:
            remove(following)
    properties = child(cell, "tcPr")
    if properties is not None and columns > 1:
        etree.SubElement(properties, f"{W}gridSpan").set(f"{W}val", str(columns))


def _clear(cell: Element) -> None:
    """Leave one paragraph of a cell, with its style and without its content."""
    blocks = [inner for inner in children(cell) if inner.tag != f"{W}tcPr"]
    kept = next((inner for inner in blocks if inner.tag == f"{W}p"), None)
    for inner in blocks:
        if inner is not kept:
            cell.remove(inner)
    if kept is None:
        kept = etree.SubElement(cell, f"{W}p")
    look = next((each for run in kept.iter(f"{W}r") if (each := child(run, "rPr")) is not None), None)
    for inner in [inner for inner in kept if inner.tag != f"{W}pPr"]:
        kept.remove(inner)
    if look is not None:
        properties = child(kept, "pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            kept.insert(0, properties)
        own = child(properties, "rPr")
        if own is not None:
            properties.remove(own)
        properties.append(deepcopy(look))


def _spread(parent: Element, name: str) -> Iterator[Element]:
    for element in children(parent):
        if element.tag == W + name:
            yield element
        elif element.tag in _CONTAINERS:
            yield from _spread(element, name)


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    column = number_of(child(row, "trPr"), "gridBefore", 0) or 0
    for cell in _spread(row, "tc"):
        yield column, cell
        column += _span(cell)


def _span(cell: Element) -> int:
    return max(1, number_of(child(cell, "tcPr"), "gridSpan", 1) or 1)


def _merge(cell: Element) -> str:
    merge = child(child(cell, "tcPr"), "vMerge")
    return "" if merge is None else attribute(merge) or "continue"


def _continues(cell: Element) -> bool:
    return _merge(cell) == "continue"
