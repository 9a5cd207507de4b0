"""The inside of a paragraph: runs, fields, links, notes and text boxes, in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lydelse.formats.ooxml.comments import FASTENING, Anchors
from lydelse.formats.ooxml.content import Citation, Look, Piece
from lydelse.formats.ooxml.formulas import parts_of, raised, revisions_of
from lydelse.formats.ooxml.lettering import Lettering
from lydelse.formats.ooxml.names import MC, Element, M, W, attribute, child, children, chosen, number_of, toggle
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING, Standing
from lydelse.formats.ooxml.styles import Styles
from lydelse.formats.ooxml.symbols import in_signs, symbol
from lydelse.formats.ooxml.table_parts import InTable
from lydelse.model.text import Mark
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

CONTAINERS = frozenset(
    W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase")
)
_RUN, _RUN_PROPERTIES, _RUBY, _ALTERNATIVES = f"{W}r", f"{W}rPr", f"{W}ruby", f"{MC}AlternateContent"
_TEXTS = frozenset({f"{W}t", f"{W}delText"})
_SYMBOL, _FIELD_CHARACTER, _INSTRUCTIONS = f"{W}sym", f"{W}fldChar", frozenset({f"{W}instrText", f"{W}delInstrText"})
CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SHOWING_NOTHING = frozenset(
    {
        *("XE", "TC", "TA", "RD", "SET", "ASK", "FILLIN", "PRIVATE", "ADVANCE", "NEXT", "NEXTIF", "SKIPIF"),
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "HYPERLINK", "EMBED", "SHAPE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    }
)
"""Fields without a result that show nothing, no text of the document, or what their own markup holds."""
_LINES = frozenset({"line", "lineInv", "straightConnector1"})
UNSEEN_SIGNS = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff")
"""Soft hyphens, places to break a line and marks of direction: no reader sees them, and none parts a word or a figure."""
_AS_SEEN = str.maketrans({**dict.fromkeys(UNSEEN_SIGNS), **dict.fromkeys("\r\n\t", " ")})
_SEEN_OTHERWISE = compiled(f"[{''.join(UNSEEN_SIGNS)}\r\n\t]")
_WHITE = "FFFFFF"


@dataclass(slots=True)
class _Field:
    """A complex field that has begun: its instruction is read until w:fldChar says "separate", its result until "end".

    ``choice`` is what a form field shows that has no result: a drop-down list its entry, a box its tick. ``passed`` is text that stands
    in the instruction, with the number of the pieces before it.
    """

    instruction: str = ""
    in_result: bool = False
    choice: str = ""
    passed: list[tuple[int, Piece]] = field(default_factory=list)

    @property
    def shows_what_is_not_stored(self) -> bool:
        """Tell whether Word shows something for the field that it works out anew each time: a number, a fraction, a sum."""
        name = next(iter(self.instruction.upper().split()), "")
        return bool(name) and not self.in_result and not self.choice and name not in _SHOWING_NOTHING


@dataclass(slots=True)
class Inside:
    """What one paragraph holds: its pieces, the notes that it cites, the text boxes that hang on it; is it made by a field TOC?"""

    pieces: list[Piece] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    boxes: list[tuple[Element, Standing]] = field(default_factory=list)
    listed: bool = False


class _Within(NamedTuple):
    """What a run stands in."""

    standing: Standing
    style: str
    heading: bool
    table: InTable
    link: bool = False


class Runs:
    """A reader of one story's paragraphs in order: a field may begin in one of them and end in another."""

    def __init__(self, styles: Styles, unseen: Counter[str], anchors: Anchors) -> None:
        """Begin a story. What is seen and left out is counted in ``unseen``, what comments are fastened to told to ``anchors``."""
        self._styles = styles
        self._unseen = unseen
        self._anchors = anchors
        self._fields: list[_Field] = []

    def inside(self, paragraph: Element, standing: Standing, style: str, *, heading: bool, table: InTable) -> Inside:
        """Return what a w:p holds; ``style`` is its style, ``table`` what it has from the style of its table."""
        inside = Inside()
        self._read(paragraph, _Within(standing, style, heading, table), inside)
        # Word ends an instruction in the paragraph that it began in; one that goes on is damaged and must not swallow the text after it.
        for broken in [begun for begun in self._fields if not begun.in_result]:
            for at, piece in reversed(broken.passed):
                if not piece.look.hidden:
                    inside.pieces.insert(at, piece)
        self._fields = [begun for begun in self._fields if begun.in_result]
        return inside

    def _read(self, parent: Element, within: _Within, inside: Inside) -> None:
        for element in children(parent):
            tag = element.tag
            if tag == _RUN:
                self._read_run(element, within, inside)
            elif tag in INSERTING or tag in STRIKING:
                self._read(element, within._replace(standing=within.standing.within(element)), inside)
            elif tag in CONTAINERS:
                self._read(element, within._replace(link=within.link or tag == f"{W}hyperlink"), inside)
            elif tag == _ALTERNATIVES:
                branch = chosen(element)
                if branch is not None:
                    self._read(branch, within, inside)
            elif tag in FASTENING:
                self._anchors.fasten(element)
            elif str(tag).startswith(M):
                self._read_formula(element, within, inside)
            else:
                self._unseen["unknown"] += words_held_by(element)

    def _read_formula(self, element: Element, within: _Within, inside: Inside) -> None:
        if element.tag == f"{M}t":
            self._add(element.text or "", element.getparent(), within, inside)
            return
        own = within.standing
        for revision in revisions_of(element):
            own = own.within(revision)
        if element.tag == f"{M}r":
            within = within._replace(standing=own)
        for part in parts_of(element):
            if isinstance(part, str):
                self._add(part, None, within._replace(standing=own), inside)
                continue
            self._read_formula(part, within._replace(standing=within.standing.within(part)), inside)

    def _read_run(self, run: Element, within: _Within, inside: Inside) -> None:
        text = ""
        lettering = self._styles.lettering(child(run, "rPr"))
        for element in self._contents(run):
            spoken = _text_of(element, lettering)
            if spoken is not None:
                text += spoken
                continue
            self._add(text, run, within, inside, lettering)
            text = ""
            self._note_or_field(element, within, inside)
        self._add(text, run, within, inside, lettering)

    def _contents(self, run: Element) -> Iterator[Element]:
        for element in children(run):
            tag = element.tag
            branch = chosen(element) if tag == _ALTERNATIVES else None
            if branch is not None:
                yield from self._contents(branch)
            elif tag == _RUBY:
                for base in element.findall(f"{W}rubyBase/{W}r"):
                    yield from self._contents(base)
            elif tag != _RUN_PROPERTIES:
                yield element

    def _note_or_field(self, element: Element, within: _Within, inside: Inside) -> None:
        tag = str(element.tag)
        mark = within.standing.mark
        if tag in _NOTES and mark is not None:
            inside.citations.append(Citation(_NOTES[tag], attribute(element, "id") or "", mark))
        elif tag == _FIELD_CHARACTER:
            self._add(self._turn(element, within.standing), None, within, inside)
        elif tag in _INSTRUCTIONS and self._fields:
            self._fields[-1].instruction += element.text or ""
        elif tag in FASTENING:
            self._anchors.fasten(element)
        elif tag in _DRAWN:
            self._read_drawing(element, within.standing, inside)

    def _turn(self, character: Element, standing: Standing) -> str:
        """Begin or end a field, or its result; return what an ended field shows that is no text."""
        kind = attribute(character, "fldCharType") or ""
        if kind == "begin":
            self._fields.append(_Field(choice=_chosen_in_form(character)))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            nested = any(not begun.in_result for begun in self._fields)
            if ended.shows_what_is_not_stored and standing.mark is not None and not nested:
                self._unseen["field"] += 1
            return ended.choice
        return ""

    def _read_drawing(self, drawing: Element, standing: Standing, inside: Inside) -> None:
        for element in _parts_drawn(drawing):
            name = str(element.tag).rpartition("}")[2]
            if element.tag == f"{W}txbxContent":
                inside.boxes.append((element, standing))
            elif name in {"blip", "imagedata"}:
                self._unseen["picture"] += 1
            elif name in {"relIds", "chart", "textpath"}:
                self._unseen["diagram"] += 1
            elif name in {"line", "contentPart"} or (name == "prstGeom" and element.get("prst") in _LINES):
                self._unseen["stroke"] += 1
            elif name == "OLEObject":
                self._unseen["embedded"] += 1

    def _add(self, text: str, run: Element | None, within: _Within, inside: Inside, lettering: Lettering | None = None) -> None:
        mark = within.standing.mark
        if not text or mark is None:
            return
        properties = child(run, "rPr")
        lettering = lettering or self._styles.lettering(properties)
        fields = {name for begun in self._fields for name in begun.instruction.split()[:1]} if self._fields else ()
        link = within.link or "HYPERLINK" in fields
        look = self._styles.look_said(properties, lettering.said, within.style, heading=within.heading, link=link, table=within.table)
        if lettering.raised and text.isdecimal() and inside.pieces and inside.pieces[-1].text[-1:].isdecimal():
            text = raised(text)  # a note's sign or an exponent must not become the last figure of an amount
        known = (within.standing.author, within.standing.date) if mark is not Mark.KEPT else (None, None)
        piece = Piece(text, mark, *known, look)
        instructing = next((begun for begun in self._fields if not begun.in_result), None) if self._fields else None
        if instructing:
            instructing.passed.append((len(inside.pieces), piece))
            return
        inside.listed = inside.listed or "TOC" in fields
        if look.hidden:
            self._unseen["hidden"] += len(text.split())
            return
        self._count_if_hard_to_see(text, look, run, lettering)
        inside.pieces.append(piece)
        self._anchors.quote(text)

    def _count_if_hard_to_see(self, text: str, look: Look, run: Element | None, lettering: Lettering) -> None:
        if look.colour == _WHITE and not look.highlight and run is not None and not _has_ground(run):
            self._unseen["white"] += len(text.split())
        if lettering.covered:
            self._unseen["covered"] += len(text.split())
        if lettering.tiny:
            self._unseen["tiny"] += len(text.split())


def _text_of(element: Element, lettering: Lettering) -> str | None:
    """Return the text that an element of a run is, None where it is something else."""
    tag = str(element.tag)
    if tag in _TEXTS:
        text = element.text or ""
        text = text.translate(_AS_SEEN) if _SEEN_OTHERWISE.search(text) else text
        return in_signs(text, lettering.signs) if lettering.signs else text
    if tag == _SYMBOL:
        return symbol(attribute(element, "font") or "", attribute(element, "char") or "")
    return CHARACTERS.get(tag)


def words_held_by(element: Element) -> int:
    """Return how many words stand in an element that is not known."""
    return sum(len((text.text or "").split()) for text in element.iter(f"{W}t", f"{W}delText"))


def _has_ground(run: Element) -> bool:
    """Tell whether something may lie behind white text: a paragraph's shading, a table (its style may shade it), a text box."""
    names = (f"{W}tbl", f"{W}txbxContent")
    return any(child(child(parent, "pPr"), "shd") is not None or parent.tag in names for parent in run.iterancestors())


def _parts_drawn(drawing: Element) -> Iterator[Element]:
    """Yield what a drawing holds, one branch of each choice only, and not what stands within its text boxes."""
    for element in children(drawing):
        if element.tag == f"{MC}AlternateContent":
            branch = chosen(element)
            yield from _parts_drawn(branch) if branch is not None else ()
            continue
        yield element
        if element.tag != f"{W}txbxContent":
            yield from _parts_drawn(element)


def _chosen_in_form(character: Element) -> str:
    """Return what a form field of an old kind shows: the entry that is chosen in a list, or a box with its tick or without."""
    data = child(character, "ffData")
    chosen_from, box = child(data, "ddList"), child(data, "checkBox")
    if chosen_from is not None:
        entries = [attribute(entry) or "" for entry in chosen_from.findall(f"{W}listEntry")]
        at = number_of(chosen_from, "result", number_of(chosen_from, "default", 0)) or 0
        return entries[at] if 0 <= at < len(entries) else ""
    if box is None:
        return ""
    ticked = toggle(box, "checked")
    return "☒" if (toggle(box, "default") if ticked is None else ticked) else "☐"
