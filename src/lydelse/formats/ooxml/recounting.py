"""Headings that Word numbers, seen to it that they get the numbers that they are to have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from lydelse.formats.ooxml.letters import new_run
from lydelse.formats.ooxml.names import Element, W, attribute, child, value_of
from lydelse.formats.ooxml.numbering import Numbering
from lydelse.formats.ooxml.revisions import Standing
from lydelse.formats.ooxml.styles import Styles
from lydelse.patterns import compiled

_LAST_COUNT = compiled(r"(?P<above>.*?)(?P<count>\d+)\D*")


def recounted(paragraphs: Sequence[Element], wanted: Mapping[Element, str], lists: Element | None, styles: Styles) -> None:
    """Give each paragraph its wanted number: counting begins anew there, or where that does not do, the number is typed.

    Args:
        paragraphs: all paragraphs in the order in which they are counted.
        wanted: the numbers, for those that must have a certain one.
        lists: the part with the lists; None where the file numbers nothing.
        styles: the file's styles.
    """
    tried: set[Element] = set()
    while True:
        unlike = _first_unlike(paragraphs, wanted, Numbering(lists, styles))
        if unlike is None:
            return
        paragraph, counted, place = unlike
        if paragraph in tried or lists is None or not _begin_anew(paragraph, counted, wanted[paragraph], place, lists):
            _type(paragraph, wanted[paragraph])
        tried.add(paragraph)


def _first_unlike(
    paragraphs: Sequence[Element], wanted: Mapping[Element, str], numbering: Numbering
) -> tuple[Element, str, tuple[str, int]] | None:
    for paragraph in paragraphs:
        properties = child(paragraph, "pPr")
        label = numbering.label(numbering.places_of(properties), Standing())
        if paragraph in wanted and label and not label.bullet and label.after.rstrip(".") != wanted[paragraph].rstrip("."):
            return paragraph, label.after, numbering.place_of(properties)
    return None


def _begin_anew(paragraph: Element, counted: str, wanted: str, place: tuple[str, int], lists: Element) -> bool:
    """Begin the paragraph's list anew at the wanted number; False where that differs in more than its last count."""
    ours, theirs = (_LAST_COUNT.fullmatch(text) for text in (counted, wanted))
    if ours is None or theirs is None or ours["above"] != theirs["above"]:
        return False
    used = next((each for each in lists.findall(f"{W}num") if attribute(each, "numId") == place[0]), None)
    if used is None:
        return False
    number = str(1 + max(int(attribute(each, "numId") or 0) for each in lists.findall(f"{W}num")))
    made = etree.Element(f"{W}num")
    made.set(f"{W}numId", number)
    etree.SubElement(made, f"{W}abstractNumId").set(f"{W}val", value_of(used, "abstractNumId") or "")
    override = etree.SubElement(made, f"{W}lvlOverride")
    override.set(f"{W}ilvl", str(place[1]))
    etree.SubElement(override, f"{W}startOverride").set(f"{W}val", theirs["count"])
    lists.findall(f"{W}num")[-1].addnext(made)
    _put_in_list(paragraph, number, place[1])
    return True


def _put_in_list(paragraph: Element, number: str, level: int) -> None:
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    listed = child(properties, "numPr")
    if listed is None:
        listed = etree.Element(f"{W}numPr")
        before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
        at = max((at for at, inner in enumerate(properties, 1) if inner.tag in {W + name for name in before}), default=0)
        properties.insert(at, listed)
    for inner in list(listed):
        listed.remove(inner)
    etree.SubElement(listed, f"{W}ilvl").set(f"{W}val", str(level))
    etree.SubElement(listed, f"{W}numId").set(f"{W}val", number)


def _type(paragraph: Element, number: str) -> None:
    """Take a paragraph out of its list and type its number."""
    _put_in_list(paragraph, "0", 0)
    first = next(paragraph.iter(f"{W}r"), None)
    at = 1 if child(paragraph, "pPr") is not None else 0
    if number:
        paragraph.insert(at, new_run(f"{number}\t", first))
