"""A Word file read once more with the run that each piece of text stands in, so that what shows a change can be made one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from lydelse.formats.ooxml.accepting import following_paragraph, marks_in, remove
from lydelse.formats.ooxml.archive import Archive
from lydelse.formats.ooxml.blocks import Story
from lydelse.formats.ooxml.comments import Anchors
from lydelse.formats.ooxml.content import Look, WordParagraph
from lydelse.formats.ooxml.lettering import Lettering
from lydelse.formats.ooxml.letters import Letter, letters_of
from lydelse.formats.ooxml.looks import set_look, take_away, take_over
from lydelse.formats.ooxml.names import Element, W, attribute, child, children
from lydelse.formats.ooxml.numbering import Numbering
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING, Standing
from lydelse.formats.ooxml.runs import Inside, Runs
from lydelse.formats.ooxml.styles import Styles
from lydelse.formats.ooxml.table_parts import InTable
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.text import Mark
from lydelse.records import dataclass

STRIKES = ("strike", "dstrike")
COLOUR, UNDERLINE, PEN, TYPEFACE = ("color",), ("u",), ("highlight", "shd"), ("b", "bCs", "i", "iCs")
_STORIES = ("footnotes", "endnotes", "header", "footer")
_FURNITURE = frozenset({f"{W}hdr", f"{W}ftr"})
_MARKS = {**dict.fromkeys(INSERTING, Mark.INSERTED), **dict.fromkeys(STRIKING, Mark.STRUCK)}
_OFF = {"strike": "0", "dstrike": "0", "color": "auto", "u": "none", "highlight": "none", "b": "0", "bCs": "0", "i": "0", "iCs": "0"}


@dataclass(frozen=True, slots=True)
class Traced:
    """A paragraph as read, its element, and the run of each of its pieces: None for what is no run's."""

    read: WordParagraph
    element: Element
    runs: tuple[Element | None, ...]
    style: str
    table: InTable


class _TracingRuns(Runs):
    """The reader of runs, that keeps which run each piece is of."""

    runs: dict[int, Element | None]

    def _add(self, text: str, run: Element | None, within: object, inside: Inside, lettering: Lettering | None = None) -> None:
        count = len(inside.pieces)
        super()._add(text, run, within, inside, lettering)  # type: ignore[arg-type]  # it is the reader's own
        if len(inside.pieces) > count:
            self.runs[id(inside.pieces[-1])] = run


class _Tracing(Story):
    """The reader's walk, that keeps each paragraph with its element."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        super().__init__(styles, numbering, Counter(), Anchors())
        self._tracing = _TracingRuns(styles, Counter(), Anchors())
        self._runs = self._tracing
        self.found: list[Traced] = []

    def _paragraph(self, element: Element, standing: Standing) -> tuple[WordParagraph, list[tuple[Element, Standing]]]:
        self._tracing.runs = {}
        table = self._in_table
        found = super()._paragraph(element, standing)
        runs = tuple(self._tracing.runs.get(id(piece)) for piece in found[0].pieces)
        self.found.append(Traced(found[0], element, runs, self._styles.style_of(child(element, "pPr")), table))
        return found


class TracedFile:
    """The paragraphs of a file, to be marked where they stand; those of ``text`` are the body's and the notes'."""

    def __init__(self, content: bytes, settle: Callable[[Element], None] = lambda root: None) -> None:  # noqa: ARG005 - as they are
        """Read the file; ``settle`` sees to the tracked changes in each part of it, which else stay as they are."""
        self._archive = Archive(content)
        self._styles = Styles(self._archive.part("styles"))
        self._numbering = Numbering(self._archive.part("numbering"), self._styles)
        self.roots = [self._archive.document, *(root for kind in _STORIES for root in self._archive.parts(kind))]
        for root in self.roots:
            settle(root)
        self.text = [each for root in self.roots if root.tag not in _FURNITURE for each in self._traced(root)]
        self.furniture = [each for root in self.roots if root.tag in _FURNITURE for each in self._traced(root)]

    def _traced(self, root: Element) -> list[Traced]:
        tracing = _Tracing(self._styles, self._numbering)
        for story in [root] if root.tag in _FURNITURE else root.findall(f"{W}body") or list(children(root)):
            tracing.blocks(story)
        return tracing.found

    def letters(self, traced: Traced) -> list[Letter]:
        """Return a paragraph's letters."""
        return letters_of(
            traced.element,
            lambda run: self._styles.look(child(run, "rPr"), traced.style, heading=False, link=False, table=traced.table).hidden,
        )

    def rows_of(self, root: Element) -> list[Element]:
        """Return the rows of the tables in a part."""
        return list(root.iter(f"{W}tr"))

    def as_bytes(self) -> bytes:
        """Return the file."""
        return self._archive.as_bytes()

    def plain(self, traced: Traced, at: int, signs: Sequence[str], like: Element | None) -> None:
        """Take what shows a mark from the run of a piece: by itself and, where a style says it, by saying otherwise.

        Args:
            traced: the paragraph.
            at: which piece.
            signs: the properties that show the mark, of those that stand above.
            like: a run that is not marked, whose own colour the run then has; None where there is none.
        """
        run = traced.runs[at]
        assert run is not None, "a marked piece is a run's"
        take_away(run, *signs)
        if like is not None and "color" in signs:
            take_over(run, "color", like)
        usual = Look() if like is None else self._look(traced, at, like)
        for name in signs:
            if name in _OFF and _shown(self._look(traced, at, run), name) and not _shown(usual, name):
                set_look(run, name, _OFF[name])

    def _look(self, traced: Traced, at: int, run: Element) -> Look:
        link, heading = traced.read.pieces[at].look.link, traced.read.level is not None
        return self._styles.look(child(run, "rPr"), traced.style, heading=heading, link=link, table=traced.table)


def mark_runs(paragraph: Element, marks: Mapping[Element, Mark], tracking: Tracking) -> None:
    """Put the marked runs of a paragraph into tracked changes, those beside one another of one mark into one; fields whole."""
    marks = {**_fields_whole(paragraph, marks), **marks}
    groups: list[list[Element]] = []
    for run in [run for run in paragraph.iter(f"{W}r") if run in marks]:
        if groups and groups[-1][-1].getnext() is run and marks[groups[-1][-1]] is marks[run]:
            groups[-1].append(run)
        else:
            groups.append([run])
    for group in groups:
        parent = group[0].getparent()
        assert parent is not None, "a run stands in something"
        at = parent.index(group[0])
        parent.insert(at, tracking.around(group, marks[group[0]]))


def mark_rows(rows: Iterable[Element], tracking: Tracking) -> None:
    """Say of each row all text of which is struck, or inserted, that the row is."""
    for row in rows:
        texts = [text for text in row.iter(f"{W}t", f"{W}delText") if (text.text or "").strip()]
        marks = {next((_MARKS[str(each.tag)] for each in text.iterancestors(*_MARKS)), Mark.KEPT) for text in texts}
        if len(marks) == 1 and not marks_in(child(row, "trPr"), {*INSERTING, *STRIKING}):
            tracking.row(row, marks.pop())


def mark_end(paragraph: Element, mark: Mark, tracking: Tracking) -> None:
    """Say that a paragraph's end is marked, where another paragraph follows it and it ends no section."""
    properties = child(paragraph, "pPr")
    if following_paragraph(paragraph) is not None and child(properties, "sectPr") is None:
        tracking.end(paragraph, mark)
    of_end = child(child(paragraph, "pPr"), "rPr")
    for name in STRIKES:
        inner = child(of_end, name)
        if inner is not None:
            remove(inner)


def _fields_whole(paragraph: Element, marks: Mapping[Element, Mark]) -> dict[Element, Mark]:
    """Return the runs of the fields all of whose result has one mark, with that mark."""
    found: dict[Element, Mark] = {}
    begun: list[list[Element]] = []
    for run in paragraph.iter(f"{W}r"):
        kinds = [attribute(each, "fldCharType") for each in run.iter(f"{W}fldChar")]
        if "begin" in kinds:
            begun.append([])
        for held in begun:
            held.append(run)
        if "end" in kinds and begun:
            held = begun.pop()
            shown = {marks.get(each, Mark.KEPT) for each in held if next(each.iter(f"{W}t"), None) is not None}
            if len(shown) == 1 and (mark := shown.pop()) is not Mark.KEPT:
                found.update(dict.fromkeys(held, mark))
    return found


def _shown(look: Look, name: str) -> bool:
    """Tell whether a look has what a property shows."""
    return {
        **dict.fromkeys(STRIKES, look.struck),
        **dict.fromkeys(TYPEFACE[:2], look.bold),
        **dict.fromkeys(TYPEFACE[2:], look.italic),
        "color": bool(look.colour),
        "u": look.underlined,
        "highlight": bool(look.highlight),
    }[name]
