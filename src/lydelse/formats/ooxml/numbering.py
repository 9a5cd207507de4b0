"""Automatic numbering: the numbers and bullets that Word computes and no text holds.

Counted twice, once for each version: a heading that is inserted takes a number in the later version alone, and those after it have
two numbers. Word itself shows one number on screen; which one depends on what is displayed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lydelse.formats.ooxml.content import Label
from lydelse.formats.ooxml.names import MC, Element, W, attribute, child, number_of, toggle, value_of, whole_number
from lydelse.formats.ooxml.number_forms import in_form
from lydelse.formats.ooxml.revisions import Standing
from lydelse.formats.ooxml.styles import Styles
from lydelse.records import dataclass, field

_LEVELS = 9
_NO_PLACE = ("0", 0)  # list 0 is none
_DASHES = frozenset("-–—‒−")
_BULLETS = frozenset("–•")


@dataclass(slots=True)
class _Counts:
    """The running numbers of one list: ``levels`` by abstract list, ``started`` the overrides that have been used."""

    levels: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)


class Places(NamedTuple):
    """The list and the level that a paragraph stands in, in each version; ``any_numbered`` tells whether it stands in any."""

    before: tuple[str, int]
    after: tuple[str, int]
    any_numbered: bool


class Numbering:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Index the lists."""
        self._styles = styles
        self._lists = {attribute(e, "numId") or "": e for e in (root.findall(f"{W}num") if root is not None else [])}
        self._abstract = {attribute(e, "abstractNumId") or "": e for e in (root.findall(f"{W}abstractNum") if root is not None else [])}
        self._before, self._after = _Counts(), _Counts()

    def places_of(self, paragraph_properties: Element | None) -> Places:
        """Return where a paragraph stands among the lists.

        Where its properties were changed with tracking on, the earlier version counts it by the properties it had.
        """
        before, after = self._earlier_place_of(paragraph_properties), self.place_of(paragraph_properties)
        return Places(before, after, any(self._level(*place) is not None for place in (before, after)))

    def label(self, places: Places, standing: Standing) -> Label | None:
        """Count a paragraph and return its number or bullet; None where it has none. ``standing`` is that of its text."""
        before = self._sign(self._before, places.before) if standing.before else ""
        after = self._sign(self._after, places.after) if standing.after else ""
        bullet = (after or before) in _BULLETS
        return Label(before, after, bullet) if before or after else None

    def _sign(self, counts: _Counts, place: tuple[str, int]) -> str:
        list_id, level = place
        definition = self._level(list_id, level)
        if definition is None:
            return ""
        if value_of(definition, "numFmt") == "bullet":
            return "–" if (value_of(definition, "lvlText") or "").strip() in _DASHES else "•"
        return self._counted(counts, list_id, level)

    def _earlier_place_of(self, paragraph_properties: Element | None) -> tuple[str, int]:
        earlier = child(child(paragraph_properties, "pPrChange"), "pPr")
        if earlier is not None:
            return self.place_of(earlier)
        given = child(child(paragraph_properties, "numPr"), "ins") is not None  # numbering that was given with tracking on
        return _NO_PLACE if given else self.place_of(paragraph_properties)

    def place_of(self, paragraph_properties: Element | None) -> tuple[str, int]:
        """Return the list and the level that a paragraph stands in: its own, or that of its style."""
        direct = child(paragraph_properties, "numPr")
        inherited = self._styles.numbering_properties(paragraph_properties)
        if direct is None and not inherited:
            return _NO_PLACE
        list_id, level = value_of(direct, "numId"), number_of(direct, "ilvl")
        for style_id, properties in inherited:
            list_id = list_id or value_of(properties, "numId")
            if level is None:
                level = number_of(properties, "ilvl", self._level_linked_to(list_id, style_id))
        return list_id or "0", min(max(level or 0, 0), _LEVELS - 1)

    def _level_linked_to(self, list_id: str | None, style_id: str) -> int | None:
        definition = self._definition(list_id or "0")
        for level in definition.findall(f"{W}lvl") if definition is not None else ():
            if value_of(level, "pStyle") == style_id:
                return whole_number(attribute(level, "ilvl"))
        return None

    def _definition(self, list_id: str, depth: int = 0) -> Element | None:
        """Return the abstract list behind a list, through a numbering style where it refers to one."""
        definition = self._abstract.get(value_of(self._lists.get(list_id), "abstractNumId") or "")
        link = value_of(definition, "numStyleLink")
        if link and depth < _LEVELS:
            return self._definition(self._styles.numbering_of_style(link) or "0", depth + 1)
        return definition

    def _level(self, list_id: str, level: int) -> Element | None:
        if list_id == "0":
            return None
        override = self._override(list_id, level)
        replaced = child(override, "lvl")
        return replaced if replaced is not None else _with_level(self._definition(list_id), "lvl", level)

    def _override(self, list_id: str, level: int) -> Element | None:
        return _with_level(self._lists.get(list_id), "lvlOverride", level)

    def _counted(self, counts: _Counts, list_id: str, level: int) -> str:
        key = attribute(self._definition(list_id), "abstractNumId") or list_id
        numbers = counts.levels.setdefault(key, [None] * _LEVELS)
        restart = number_of(self._override(list_id, level), "startOverride")
        if restart is not None and (list_id, level) not in counts.started:
            counts.started.add((list_id, level))
            numbers[level] = restart
        else:
            last = numbers[level]
            numbers[level] = self._start(list_id, level) if last is None else last + 1
        for deeper in range(level + 1, _LEVELS):
            if self._restarts(list_id, deeper, level):
                numbers[deeper] = None
        return self._spelled(list_id, level, numbers)

    def _start(self, list_id: str, level: int) -> int:
        start = number_of(self._level(list_id, level), "start", 1)
        return 1 if start is None else start

    def _restarts(self, list_id: str, deeper: int, level: int) -> bool:
        """Tell whether a level begins anew after one that is higher: always, unless w:lvlRestart says after which (0: never)."""
        restart = number_of(self._level(list_id, deeper), "lvlRestart")
        return restart is None or level < restart

    def _spelled(self, list_id: str, level: int, numbers: list[int | None]) -> str:
        definition = self._level(list_id, level)
        legal = bool(toggle(definition, "isLgl"))

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = "decimal" if legal else _form_of(self._level(list_id, at))
            count = numbers[at]
            return in_form(self._start(list_id, at) if count is None else count, form)

        return re.sub(r"%([1-9])", number, value_of(definition, "lvlText") or "").strip()


def _with_level(parent: Element | None, name: str, level: int) -> Element | None:
    found = parent.findall(W + name) if parent is not None else []
    return next((element for element in found if attribute(element, "ilvl") == str(level)), None)


def _form_of(level: Element | None) -> str:
    """Return the form of a level's numbers; of digits with zeros before them as they are written ("001")."""
    stated = child(level, "numFmt")
    if stated is None and level is not None:  # newer forms stand in a choice, with an older one for those who do not know them
        stated = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    form = attribute(stated) or "decimal"
    return (attribute(stated, "format") or "").split(",")[0].strip() if form == "custom" else form
