"""Tracked changes accepted in the file itself: what is struck goes, what is inserted stays, and nothing says any more that it changed."""

from __future__ import annotations

from lydelse.formats.ooxml.names import Element, W, child, children
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING

_FORMER = frozenset(
    W + name
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellMerge"),
    )
)
"""What a property was before, or that it was not."""
_PROPERTIES = frozenset(W + name for name in ("rPr", "trPr", "tcPr", "numPr"))
_RANGES = ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange", "customXmlMoveToRange")
_BOUNDS = frozenset(f"{W}{name}{end}" for name in _RANGES for end in ("Start", "End"))


def accept(root: Element) -> None:
    """Accept every tracked change of a part."""
    joined = [paragraph for paragraph in root.iter(f"{W}p") if _is_struck(child(child(paragraph, "pPr"), "rPr"))]
    rows = [row for row in root.iter(f"{W}tr") if _is_struck(child(row, "trPr"))]
    cells = [cell for cell in root.iter(f"{W}tc") if child(child(cell, "tcPr"), "cellDel") is not None]
    for element in [*rows, *cells, *root.iter(*STRIKING, *_FORMER, *_BOUNDS)]:
        remove(element)
    for element in list(root.iter(*INSERTING)):
        parent = element.getparent()
        if parent is not None and parent.tag in _PROPERTIES:
            remove(element)
        else:
            _unwrap(element)
    for paragraph in joined:
        _join(paragraph)
    for table in [table for table in root.iter(f"{W}tbl") if next(table.iter(f"{W}tr"), None) is None]:
        remove(table)


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _is_struck(properties: Element | None) -> bool:
    return properties is not None and any(each.tag in STRIKING for each in children(properties))


def _unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for offset, inner in enumerate(list(element)):
        parent.insert(at + offset, inner)
    parent.remove(element)


def _join(paragraph: Element) -> None:
    """Put what is left of a paragraph whose end is struck at the beginning of the next one; its properties go with its end."""
    following = paragraph.getnext()
    while following is not None and following.tag not in {f"{W}p", f"{W}tbl"}:
        following = following.getnext()
    if following is None or following.tag != f"{W}p":
        return
    at = 1 if child(following, "pPr") is not None else 0
    for offset, inner in enumerate([inner for inner in paragraph if inner.tag != f"{W}pPr"]):
        following.insert(at + offset, inner)
    remove(paragraph)
