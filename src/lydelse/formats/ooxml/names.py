"""Names of WordprocessingML and the few ways of asking an element about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001  # the stubs give the type of elements no public name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
"""The names that "Strict Open XML" (ISO/IEC 29500 Strict) has for the same things."""

Said = tuple[tuple[object, tuple[object, ...], "Said"], ...]
"""What the children of an element say: the name and the attributes of each, and what its own children say."""

_OFF = {"0", "false", "off"}


def children(element: Element) -> Iterator[Element]:
    """Yield the child elements; comments, processing instructions and entities are none."""
    return element.iterchildren("*")


def said_by(properties: Element | None) -> Said:
    """Return all that properties say, as a value: very many say the same, and what follows from it is worked out once."""
    if properties is None:
        return ()
    return tuple(
        [(element.tag, tuple(element.items()), said_by(element) if len(element) else ()) for element in properties.iterchildren("*")]
    )


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child in the namespace w with this name."""
    return None if element is None else next(element.iterchildren(W + name), None)


def attribute(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute in the namespace w."""
    return None if element is None else element.get(W + name)


def value_of(element: Element | None, name: str) -> str | None:
    """Return the w:val of the child with this name."""
    return attribute(child(element, name))


def number_of(element: Element | None, name: str, otherwise: int | None = None) -> int | None:
    """Return the w:val of the child with this name as a whole number."""
    return whole_number(value_of(element, name), otherwise)


def whole_number(text: str | None, otherwise: int | None = None) -> int | None:
    """Return a text as a whole number; ``otherwise`` where it is none."""
    return int(text) if text is not None and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text) else otherwise


def toggle(properties: Element | None, name: str) -> bool | None:
    """Return whether a property such as w:strike is on; None where it is not said.

    ``<w:strike/>`` is on, ``<w:strike w:val="0"/>``, ``"false"`` and ``"off"`` are not (ISO/IEC 29500-1, 17.17.4).
    """
    element = child(properties, name)
    return None if element is None else is_on(attribute(element) or "true")


def is_on(value: str) -> bool:
    """Tell whether the value of a switch is on."""
    return value.strip().lower() not in _OFF


def chosen(alternatives: Element) -> Element | None:
    """Return the branch of an mc:AlternateContent that is read: the first choice, else the fallback. The others say the same."""
    choice = alternatives.find(MC + "Choice")
    return choice if choice is not None else alternatives.find(MC + "Fallback")
