"""Tracked changes accepted in the file itself: what is struck goes, what is inserted stays, and nothing says any more that it changed."""

from __future__ import annotations

from collections.abc import Callable

from lydelse.formats.ooxml.names import Element, W, child, children
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING

FORMER = frozenset(
    W + name
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "tblPrExChange", "numberingChange", "cellMerge"),
    )
)
"""What a property was before, or that it was not."""
CELLS = frozenset({f"{W}cellIns", f"{W}cellDel"})
PROPERTIES = frozenset(W + name for name in ("rPr", "trPr", "tcPr", "numPr"))
_RANGES = ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange", "customXmlMoveToRange")
BOUNDS = frozenset(f"{W}{name}{end}" for name in _RANGES for end in ("Start", "End"))


def accept(root: Element) -> None:
    """Accept every tracked change of a part."""
    accept_those(root, lambda change: True)  # noqa: ARG005 - whatever it is
    for bound in list(root.iter(*BOUNDS)):
        remove(bound)


def accept_those(root: Element, is_one: Callable[[Element], bool]) -> None:
    """Accept the tracked changes of a part that are among some; the bounds of moves stay."""
    joined = [paragraph for paragraph in root.iter(f"{W}p") if any(map(is_one, marks_in(child(child(paragraph, "pPr"), "rPr"), STRIKING)))]
    rows = [row for row in root.iter(f"{W}tr") if any(map(is_one, marks_in(child(row, "trPr"), STRIKING)))]
    cells = [cell for cell in root.iter(f"{W}tc") if any(map(is_one, marks_in(child(cell, "tcPr"), {f"{W}cellDel"})))]
    struck = [change for change in root.iter(*STRIKING, *FORMER, f"{W}cellIns") if is_one(change)]
    for element in [*rows, *cells, *struck]:
        remove(element)
    for element in [change for change in root.iter(*INSERTING) if is_one(change)]:
        parent = element.getparent()
        if parent is not None and parent.tag in PROPERTIES:
            remove(element)
        else:
            unwrap(element)
    for paragraph in joined:
        following = following_paragraph(paragraph)
        if following is not None:
            join(paragraph, following)
            remove(paragraph)
    for table in [table for table in root.iter(f"{W}tbl") if next(table.iter(f"{W}tr"), None) is None]:
        remove(table)


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def marks_in(properties: Element | None, names: frozenset[str] | set[str]) -> list[Element]:
    """Return the changes of some names that properties carry: of a paragraph's end, a row, a cell."""
    return [each for each in children(properties) if each.tag in names] if properties is not None else []


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for offset, inner in enumerate(list(element)):
        parent.insert(at + offset, inner)
    parent.remove(element)


def following_paragraph(paragraph: Element) -> Element | None:
    """Return the paragraph that follows another with no table between; None where there is none."""
    following = paragraph.getnext()
    while following is not None and following.tag not in {f"{W}p", f"{W}tbl"}:
        following = following.getnext()
    return following if following is not None and following.tag == f"{W}p" else None


def join(paragraph: Element, following: Element) -> None:
    """Put what is left of a paragraph whose end is struck at the beginning of the next one; its properties go with its end."""
    at = 1 if child(following, "pPr") is not None else 0
    for offset, inner in enumerate([inner for inner in paragraph if inner.tag != f"{W}pPr"]):
        following.insert(at + offset, inner)
