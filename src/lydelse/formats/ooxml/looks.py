"""The look of a run taken away or set: the children of w:rPr, in the order of the schema (CT_RPr)."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from lydelse.formats.ooxml.names import Element, W, child

ORDER = (
    *("ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
    *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz"),
    *("szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath", "rPrChange"),
)
"""The children of w:rPr, those of a paragraph's end first."""


def take_away(run: Element, *names: str) -> None:
    """Take some of a run's own properties away."""
    look = child(run, "rPr")
    for name in names if look is not None else ():
        for inner in look.findall(W + name):  # type: ignore[union-attr]  # there is a look where there are names
            look.remove(inner)  # type: ignore[union-attr]  # as above
    if look is not None and not len(look):
        run.remove(look)


def set_look(run: Element, name: str, value: str) -> None:
    """Let a run have a property with a value."""
    made = etree.Element(W + name)
    made.set(f"{W}val", value)
    put(run, made)


def take_over(run: Element, name: str, like: Element) -> None:
    """Let a run have a property of another, where that has it itself."""
    theirs = child(child(like, "rPr"), name)
    if theirs is not None:
        put(run, deepcopy(theirs))


def put(run: Element, made: Element) -> None:
    """Put a property in its place."""
    look = child(run, "rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        run.insert(1 if len(run) and run[0].tag == f"{W}pPr" else 0, look)
    take_from = look.find(str(made.tag))
    if take_from is not None:
        look.remove(take_from)
    known = [W + each for each in ORDER]
    above = set(known[: known.index(str(made.tag))])
    look.insert(next((at for at in range(len(look), 0, -1) if look[at - 1].tag in above), 0), made)
