"""Formulas (OMML) on one line: "3/4" and "10²", never "34" and "102".

A formula nests; each element is its parts with the signs between that the page shows as lines, heights and sizes (ISO/IEC 29500-1, 22.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.formats.ooxml.names import Element, M, children

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_PLAIN = frozenset({"r", "ctrlPr", "argPr", "ins", "del", "moveTo", "moveFrom", "bookmarkStart", "bookmarkEnd"})
_REVISIONS = frozenset({"ins", "del", "moveTo", "moveFrom"})
_SUM = "∫"  # what m:nary shows where it names no sign


def raised(digits: str) -> str:
    """Return digits as the characters that are raised by themselves."""
    return digits.translate(_RAISED)


def parts_of(element: Element) -> Iterator[Element | str]:
    """Yield what an element of a formula is read as, in order: its parts and the signs between them."""
    match _name(element):
        case "f":
            yield from (*_grouped(_part(element, "num")), "/", *_grouped(_part(element, "den")))
        case "sSup" | "sSub" | "sSubSup" | "sPre":
            yield from (*_given(_part(element, "e")), *_below(_part(element, "sub")), *_above(_part(element, "sup")))
        case "rad":
            yield from (*_above(_part(element, "deg")), "√", *_grouped(_part(element, "e"), always=True))
        case "nary":
            yield _property(element, "chr", _SUM)
            yield from (*_below(_part(element, "sub")), *_above(_part(element, "sup")), " ", *_given(_part(element, "e")))
        case "d":
            yield _property(element, "begChr", "(")
            for at, part in enumerate(child for child in children(element) if _name(child) == "e"):
                yield from ([_property(element, "sepChr", "|")] if at else [])
                yield part
            yield _property(element, "endChr", ")")
        case _:
            yield from (child for child in children(element) if not _name(child).endswith("Pr"))


def revisions_of(element: Element) -> Iterator[Element]:
    """Yield the tracked changes of an element itself: of a run that names one without holding its text in it, and of a fraction's line.

    They stand in m:r beside m:t, or in the m:ctrlPr of the properties (ISO/IEC 29500-1, 22.1.2.23 and 22.1.2.87).
    """
    held = [child for child in children(element) if _name(child) in _REVISIONS] if _name(element) == "r" else []
    properties = (child for child in children(element) if _name(child) == f"{_name(element)}Pr")
    held += [control for each in properties for control in each.findall(f"{M}ctrlPr")]
    for each in held:
        if next(each.iter(f"{M}t"), None) is None:
            yield from (inner for inner in each.iter() if isinstance(inner.tag, str) and _name(inner) in _REVISIONS)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _part(element: Element, name: str) -> Element | None:
    return element.find(M + name)


def _given(part: Element | None) -> list[Element | str]:
    return [] if part is None else [part]


def _grouped(part: Element | None, *, always: bool = False) -> list[Element | str]:
    """Return a part, in brackets where it is more than one figure or letter."""
    if part is None:
        return []
    plain = all(_name(child) in _PLAIN for child in children(part))
    alone = plain and _text(part).replace(" ", "").replace("\u00a0", "").replace(",", "").isalnum()
    return [part] if alone and not always else ["(", part, ")"]


def _above(part: Element | None) -> list[Element | str]:
    text = _text(part)
    if part is None or not text:
        return []
    return [raised(text)] if text.isdecimal() and not _is_revised(part) else ["^", *_grouped(part)]


def _below(part: Element | None) -> list[Element | str]:
    return ["_", *_grouped(part)] if part is not None and _text(part) else []


def _text(part: Element | None) -> str:
    return "" if part is None else "".join(text.text or "" for text in part.iter(f"{M}t")).strip()


def _is_revised(part: Element) -> bool:
    """Tell whether a part holds a tracked change: then its letters are read one by one, each with its mark."""
    return any(_name(element) in _REVISIONS for element in part.iter())


def _property(element: Element, name: str, otherwise: str) -> str:
    properties = next((child for child in children(element) if _name(child) == f"{_name(element)}Pr"), None)
    found = None if properties is None else properties.find(M + name)
    return otherwise if found is None else found.get(f"{M}val") or ""
