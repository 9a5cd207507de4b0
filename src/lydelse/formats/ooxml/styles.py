"""Styles: what a paragraph or a run inherits.

Properties come from the direct formatting, else from the character style, the paragraph style and the defaults, each style with
those that it is based on (ISO/IEC 29500-1, 17.7.2). Strike and hidden text are toggles: a character style that strikes in a
paragraph style that strikes does not (17.7.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.formats.ooxml.content import Look
from lydelse.formats.ooxml.lettering import Lettering, highlight_of, lettering_of
from lydelse.formats.ooxml.names import Element, Said, W, attribute, child, number_of, said_by, toggle, value_of
from lydelse.formats.ooxml.table_parts import InTable
from lydelse.patterns import compiled

_HEADING = compiled(
    r"(?:heading|rubrik|överskrift|overskrift|ü?berschrift|titre|otsikko|kop|titolo|t[íi]tulo|nag[łl][óo]wek|nadpis)\s*([1-9])",
    re.IGNORECASE,
)
_TITLE = frozenset({"title", "rubrik", "titel"})
_LINK = frozenset({"hyperlink", "followedhyperlink", "internet link", "hyperlänk", "internetlink"})
_CONTENTS = compiled(
    r"(?:toc|contents|innehå?ll(?:sförteckning)?|indhold|innhold|verzeichnis|table of contents|illustration index|table index)\s*[1-9]"
    r"|table of figures|figurförteckning",
    re.IGNORECASE,
)
_BODY_TEXT = 9  # w:outlineLvl: 0 to 8 are headings, 9 is said to be none
_DEPTH = 20  # styles based on one another; a file may hold a ring of them
_IN_NO_TABLE = InTable()


class Styles:
    """The styles of a file. A file without them has none, and every question still has its answer."""

    def __init__(self, root: Element | None) -> None:
        """Index the styles by id."""
        found = root.findall(f"{W}style") if root is not None else []
        self._styles = {attribute(style, "styleId") or "": style for style in found}
        default = (
            style for style in found if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}
        )
        self._default = attribute(next(default, None), "styleId") or ""
        self._defaults = _direct(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"))
        self._run_looks: dict[tuple[object, ...], Look] = {}
        self._letterings: dict[Said, Lettering] = {}
        self._levels: dict[str, int | None] = {}
        self._contents: dict[str, bool] = {}
        self._numberings: dict[str, tuple[tuple[str, Element], ...]] = {}
        self._looks: dict[str, Look] = {}
        self._table_looks: dict[InTable, Look] = {}
        self._chains: dict[str, tuple[Element, ...]] = {}

    def style_of(self, paragraph_properties: Element | None) -> str:
        """Return the id of a paragraph's style, the default one where it names none."""
        return value_of(paragraph_properties, "pStyle") or self._default

    def heading_level(self, paragraph_properties: Element | None) -> int | None:
        """Return the level of a heading, 0 for a title, None for other paragraphs."""
        outline = number_of(paragraph_properties, "outlineLvl")
        if outline is not None:
            return outline + 1 if 0 <= outline < _BODY_TEXT else None
        style_id = self.style_of(paragraph_properties)
        if style_id not in self._levels:
            self._levels[style_id] = self._level_of_style(style_id)
        return self._levels[style_id]

    def _level_of_style(self, style_id: str) -> int | None:
        if style_id not in self._styles:  # the part with the styles is damaged, or the paragraph came from another file
            return _level_named(style_id)
        for style in self._chain(style_id):
            outline = number_of(child(style, "pPr"), "outlineLvl")
            if outline is not None:
                return outline + 1 if 0 <= outline < _BODY_TEXT else None
            name = (value_of(style, "name") or attribute(style, "styleId") or "").strip()
            level = _level_named(name)
            if level:
                return level
            if name.lower() == "heading" and attribute(style, "styleId") == style_id:
                return 1  # Pages names its first level so; in LibreOffice it is what all headings are based on
            if name.lower() in _TITLE:
                return 0
        return None

    def is_contents(self, paragraph_properties: Element | None) -> bool:
        """Tell whether a paragraph has the style of an entry in a table of contents or figures ("TOC Heading" is none)."""
        style_id = self.style_of(paragraph_properties)
        if style_id not in self._contents:
            names = [value_of(style, "name") or attribute(style, "styleId") or "" for style in self._chain(style_id)] or [style_id]
            self._contents[style_id] = any(_CONTENTS.fullmatch(name.strip()) for name in names)
        return self._contents[style_id]

    def numbering_properties(self, paragraph_properties: Element | None) -> tuple[tuple[str, Element], ...]:
        """Return the w:numPr that a paragraph has from its styles, nearest first, each with the id of its style."""
        style_id = self.style_of(paragraph_properties)
        if style_id not in self._numberings:
            found = ((attribute(style, "styleId") or "", child(child(style, "pPr"), "numPr")) for style in self._chain(style_id))
            self._numberings[style_id] = tuple((name, properties) for name, properties in found if properties is not None)
        return self._numberings[style_id]

    def numbering_of_style(self, style_id: str) -> str | None:
        """Return the w:numId of a numbering style."""
        style = self._styles.get(style_id)
        return value_of(child(child(style, "pPr"), "numPr"), "numId")

    def look(
        self, run_properties: Element | None, paragraph_style: str, *, heading: bool, link: bool, table: InTable = _IN_NO_TABLE
    ) -> Look:
        """Return how a run looks. The colour and underline of a heading's own style are those of headings, and not the run's choice.

        Of a table's style only what strikes and hides counts: its colours are decoration.
        """
        return self.look_said(run_properties, said_by(run_properties), paragraph_style, heading=heading, link=link, table=table)

    def look_said(
        self, run_properties: Element | None, said: Said, paragraph_style: str, *, heading: bool, link: bool, table: InTable = _IN_NO_TABLE
    ) -> Look:
        """Return the same where it is known what the run's properties say."""
        key = (paragraph_style, table, heading, link, said)
        known = self._run_looks.get(key)
        if known is None:
            known = self._look(run_properties, paragraph_style, self._look_in(table), heading=heading, link=link)
            self._run_looks[key] = known
        return known

    def _look(self, run_properties: Element | None, paragraph_style: str, of_table: Look, *, heading: bool, link: bool) -> Look:
        character_style = value_of(run_properties, "rStyle") or ""
        of_paragraph, of_character = self._look_of(paragraph_style), self._look_of(character_style)
        base = Look() if heading else of_paragraph
        own = _direct(run_properties)
        struck, hidden = toggle(run_properties, "strike"), toggle(run_properties, "vanish")
        bold, italic = toggle(run_properties, "b"), toggle(run_properties, "i")
        double, underline = toggle(run_properties, "dstrike"), child(run_properties, "u")
        inherited_strike = _odd(of_table.struck, of_paragraph.struck, of_character.struck) or self._defaults.struck
        return Look(
            struck=bool(double) or (inherited_strike if struck is None else struck),
            colour=_first(child(run_properties, "color"), own.colour, of_character.colour or base.colour),
            underlined=own.underlined if underline is not None else of_character.underlined or base.underlined,
            highlight=own.highlight or of_character.highlight or base.highlight,
            bold=of_paragraph.bold != of_character.bold if bold is None else bold,
            italic=of_paragraph.italic != of_character.italic if italic is None else italic,
            hidden=_odd(of_table.hidden, of_paragraph.hidden, of_character.hidden) if hidden is None else hidden,
            link=link or self._is_link(character_style),
        )

    def lettering(self, run_properties: Element | None) -> Lettering:
        """Return how the letters of a run are set by itself and its character style."""
        said = said_by(run_properties)
        known = self._letterings.get(said)
        if known is None:
            styles = self._chain(value_of(run_properties, "rStyle") or "")
            known = self._letterings[said] = lettering_of(run_properties, said, styles)
        return known

    def _is_link(self, style_id: str) -> bool:
        return any((value_of(style, "name") or "").lower() in _LINK for style in self._chain(style_id))

    def _look_of(self, style_id: str) -> Look:
        if style_id not in self._looks:
            self._looks[style_id] = _overlaid(child(style, "rPr") for style in self._chain(style_id))
        return self._looks[style_id]

    def _look_in(self, table: InTable) -> Look:
        """Return the look that a table's style gives a cell: that of the part that says most, else that of the whole table."""
        if table not in self._table_looks:
            chain = self._chain(table.style)
            of_parts = (each for name in table.parts for style in chain for each in _parts_of(style, name))
            self._table_looks[table] = _overlaid(child(each, "rPr") for each in (*of_parts, *chain))
        return self._table_looks[table]

    def bands_of(self, table_style: str) -> tuple[int, int]:
        """Return how many rows and columns one band of a table style has."""
        chain = [child(style, "tblPr") for style in self._chain(table_style)]
        rows, columns = (
            next((size for size in (number_of(each, f"tblStyle{name}BandSize") for each in chain) if size), 1) for name in ("Row", "Col")
        )
        return max(1, rows), max(1, columns)

    def _chain(self, style_id: str) -> tuple[Element, ...]:
        """Return a style and those that it is based on, nearest first."""
        if style_id not in self._chains:
            chain: list[Element] = []
            following = style_id
            while following in self._styles and len(chain) < _DEPTH:
                chain.append(self._styles[following])
                following = value_of(chain[-1], "basedOn") or ""
            self._chains[style_id] = tuple(chain)
        return self._chains[style_id]


def _level_named(name: str) -> int | None:
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else None


def _parts_of(style: Element, name: str) -> list[Element]:
    return [each for each in style.findall(f"{W}tblStylePr") if attribute(each, "type") == name]


def _odd(*levels: bool) -> bool:
    """Tell whether a toggle is on at an odd number of the levels of styles: two of them take each other out (17.7.3)."""
    return sum(levels) % 2 == 1


def _overlaid(properties: Iterator[Element | None]) -> Look:
    """Return the look of a chain of styles, nearest first: the nearest one that says anything of a property has it."""
    chain = [element for element in properties if element is not None]
    struck = next((on for on in map(_struck, chain) if on is not None), False)
    bold, italic, hidden = (_nearest(chain, name) for name in ("b", "i", "vanish"))
    colour = next((_direct(element).colour for element in chain if child(element, "color") is not None), "")
    underlined = next((_direct(element).underlined for element in chain if child(element, "u") is not None), False)
    highlight = next((found for found in (_direct(element).highlight for element in chain) if found), "")
    return Look(struck, colour, underlined, highlight, bold, italic, hidden)


def _nearest(chain: list[Element], name: str) -> bool:
    return next((on for on in (toggle(element, name) for element in chain) if on is not None), False)


def _struck(properties: Element) -> bool | None:
    single, double = toggle(properties, "strike"), toggle(properties, "dstrike")
    return None if single is None and double is None else bool(single or double)


def _direct(properties: Element | None) -> Look:
    """Return the look that one w:rPr gives by itself."""
    if properties is None:
        return Look()
    underline = value_of(properties, "u")
    return Look(
        struck=bool(_struck(properties)),
        colour=_colour(child(properties, "color")),
        underlined=child(properties, "u") is not None and (underline or "none") != "none",
        highlight=highlight_of(properties),
    )


def _colour(element: Element | None) -> str:
    """Return a text colour as "RRGGBB"; "" for automatic and for black."""
    value = (attribute(element) or "").lstrip("#").upper()
    return value if re.fullmatch(r"[0-9A-F]{6}", value) and value != "000000" else ""


def _first(said: Element | None, own: str, inherited: str) -> str:
    """Return a run's own value where it says one, automatic included, else the inherited."""
    return own if said is not None else inherited
