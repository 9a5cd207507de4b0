"""A Word file as a copy to be edited: its paragraphs by the numbers that the reader gives them, and all else as it was.

Reader and copy share one walk (``blocks.Story``), so that a paragraph has the same number in both. Tracked changes are accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from lydelse.formats.ooxml.accepting import accept, remove
from lydelse.formats.ooxml.archive import Archive
from lydelse.formats.ooxml.blocks import Story
from lydelse.formats.ooxml.comments import Anchors
from lydelse.formats.ooxml.content import WordParagraph
from lydelse.formats.ooxml.letters import Letter, letters_of, new_run, reword
from lydelse.formats.ooxml.names import Element, M, W, attribute, child
from lydelse.formats.ooxml.note_copies import NoteCopies
from lydelse.formats.ooxml.numbering import Numbering
from lydelse.formats.ooxml.recounting import recounted
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING, Standing
from lydelse.formats.ooxml.styles import Styles
from lydelse.model.text import Mark, Run

Part = Element
"""A paragraph, table, row or cell of the copy; only this package looks inside."""

_RANGES = tuple(f"{W}{name}{end}" for name in ("bookmark", "commentRange", "perm") for end in ("Start", "End"))
_MORE_THAN_TEXT = tuple(W + name for name in ("drawing", "pict", "object", "sectPr"))


class _Told(Story):
    """The reader's own walk, that keeps which element each paragraph is."""

    elements: dict[int, Element]
    read: dict[int, WordParagraph]

    def _paragraph(self, element: Element, standing: Standing) -> tuple[WordParagraph, list[tuple[Element, Standing]]]:
        found = super()._paragraph(element, standing)
        self.elements[found[0].number] = element
        self.read[found[0].number] = found[0]
        return found


class WordCopy:
    """A Word file that is being edited."""

    def __init__(self, content: bytes, settle: Callable[[Element], None] = accept) -> None:
        """Open a file that the reader has read; ``settle`` sees to the tracked changes in each part of it."""
        self._archive = Archive(content)
        self.styles = Styles(self._archive.part("styles"))
        self.elements: dict[int, Element] = {}
        self._read: dict[int, WordParagraph] = {}
        self._walk(self.elements, self._read)
        self.had_changes = any(next(root.iter(*INSERTING, *STRIKING), None) is not None for root in self.roots())
        for root in self.roots():
            settle(root)
        self.notes = NoteCopies(self._archive, self.usual_run)
        self._wanted: dict[Element, str] = {}
        for number in (number for number, word in self._read.items() if word.level is not None):
            self.take_for_heading(number)

    def roots(self) -> list[Element]:
        """Return the body and the notes."""
        notes = (self._archive.part(kind) for kind in ("footnotes", "endnotes"))
        return [self._archive.document, *(root for root in notes if root is not None)]

    def _walk(self, elements: dict[int, Element], read: dict[int, WordParagraph]) -> None:
        story = _Told(self.styles, Numbering(self._archive.part("numbering"), self.styles), Counter(), Anchors())
        story.elements, story.read = elements, read
        for parent in self._stories():
            story.blocks(parent)

    def _stories(self) -> Iterator[Element]:
        """Yield the body and the notes in the order in which the reader reads them."""
        body = next(self._archive.document.iter(f"{W}body"), None)
        yield from () if body is None else (body,)
        for kind in ("footnote", "endnote"):
            root = self._archive.part(f"{kind}s")
            for note in root.findall(W + kind) if root is not None else ():
                if (attribute(note, "type") or "normal") == "normal":
                    yield note

    # ---- what stands there

    def label(self, paragraph: Part) -> str:
        """Return the number that Word computes for a heading, "" where it computes none."""
        return self._wanted.get(paragraph, "")

    def take_for_heading(self, number: int) -> None:
        """Let a paragraph keep the number that Word computes for it, where it computes one."""
        word = self._read.get(number)
        if word and word.label and not word.label.bullet:
            self._wanted.setdefault(self.elements[number], word.label.after)

    def is_counted(self, number: int) -> bool:
        """Tell whether a paragraph's number or bullet is made by Word."""
        return number in self._read and self._read[number].label is not None

    def is_entry(self, number: int) -> bool:
        """Tell whether a paragraph is an entry of a table of contents."""
        return number in self._read and self._read[number].contents

    def letters(self, paragraph: Part) -> list[Letter]:
        """Return a paragraph's letters."""
        style = self.styles.style_of(child(paragraph, "pPr"))
        return letters_of(paragraph, lambda run: self.styles.look(child(run, "rPr"), style, heading=False, link=False).hidden)

    def text(self, paragraph: Part) -> str:
        """Return a paragraph's text, computed numbers left out."""
        return "".join(letter.sign for letter in self.letters(paragraph))

    # ---- changes

    def reword(self, paragraphs: Sequence[Part], runs: Sequence[Run], lead: int = 0) -> None:
        """Put a change of wording in; ``paragraphs`` are those that the reader makes one of.

        A formula in them becomes the text that it is read as: it has no letters of its own to be changed.

        Raises:
            UnlikeWording: the earlier wording is not what stands there.
        """
        formulas = [formula for paragraph in paragraphs for formula in paragraph.iter(f"{M}oMathPara", f"{M}oMath")]
        if not formulas:
            reword([letter for paragraph in paragraphs for letter in self.letters(paragraph)], runs, lead)
            return
        marker = self.text(paragraphs[0]).split(maxsplit=1)[0] + "\t" if lead else ""
        made = new_run(marker + "".join(run.text for run in runs if run.mark is not Mark.STRUCK), self.usual_run(paragraphs[0]))
        for formula in formulas:
            remove(formula)
        for paragraph in paragraphs:
            self.empty(paragraph)
        paragraphs[0].append(made)

    def number(self, paragraph: Part, number: str) -> None:
        """Say which number a heading is to have; it is seen to when the copy is written."""
        self._wanted[paragraph] = number

    def fill(self, paragraph: Part, text: str, like: Part | None = None) -> None:
        """Give a paragraph without text a text, in the look of the letters of another, of its own mark where there is none."""
        paragraph.append(new_run(text, self.usual_run(like) if like is not None else child(paragraph, "pPr")))

    def new_paragraph(self, like: Part | None, text: str) -> Part:
        """Return a paragraph, not placed yet, with the style and the look of another."""
        made = etree.Element(f"{W}p")
        properties = child(like, "pPr")
        if properties is not None:
            made.append(deepcopy(properties))
            for name in ("sectPr", "framePr", "pageBreakBefore"):
                inner = child(made[0], name)
                if inner is not None:
                    made[0].remove(inner)
        made.append(new_run(text, self.usual_run(like) if like is not None else None))
        return made

    def new_heading(self, level: int, text: str) -> Part:
        """Return a heading in the style of its level, where the file has not one heading to be like."""
        made = self.new_paragraph(None, text)
        root = self._archive.part("styles")
        for style in root.findall(f"{W}style") if root is not None else ():
            properties = etree.Element(f"{W}pPr")
            etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", attribute(style, "styleId") or "")
            if attribute(style, "type") == "paragraph" and self.styles.heading_level(properties) == level:
                made.insert(0, properties)
                break
        return made

    def usual_run(self, paragraph: Part) -> Element | None:
        """Return the run that holds most of a paragraph's letters."""
        runs = (letter.element.getparent() for letter in self.letters(paragraph))
        counts = Counter(run for run in runs if run is not None and run.tag == f"{W}r")
        return max(counts, key=lambda run: counts[run], default=None)

    def insert(self, part: Part, after: Part | None) -> list[Part]:
        """Place a part after another, outside of the text box that it may stand in; first of all where there is none.

        Word makes one table of two that touch, and wants a paragraph last of all: an empty one parts them. Those that part tables are
        returned.
        """
        if after is None:
            next(self._archive.document.iter(f"{W}body")).insert(0, part)
        else:
            boxes = list(after.iterancestors(f"{W}txbxContent"))
            outer = next(boxes[-1].iterancestors(f"{W}p")) if boxes else after
            outer.addnext(part)
        parting = self.parted(part)
        following = part.getnext()
        if part.tag == f"{W}tbl" and (following is None or following.tag == f"{W}sectPr"):
            part.addnext(etree.Element(f"{W}p"))
        return parting

    def parted(self, part: Part) -> list[Part]:
        """Part a table from those that it touches, and return the empty paragraphs that do."""
        parting: list[Part] = []
        for table, other in ((part, part.getprevious()), (part.getnext(), part)):
            if table is not None and other is not None and table.tag == other.tag == f"{W}tbl":
                parting.append(etree.Element(f"{W}p"))
                table.addprevious(parting[-1])
        return parting

    def remove_paragraph(self, paragraph: Part) -> None:
        """Take a paragraph away; where it holds more than text, or is all that a cell has, its text alone. Ranges keep their ends."""
        parent = paragraph.getparent()
        if parent is None:
            return
        fields = [attribute(each, "fldCharType") for each in paragraph.iter(f"{W}fldChar")]
        alone = parent.tag in {f"{W}tc", f"{W}footnote", f"{W}txbxContent"} and len(parent.findall(f"{W}p")) == 1
        if alone or fields.count("begin") != fields.count("end") or next(paragraph.iter(*_MORE_THAN_TEXT), None) is not None:
            self.empty(paragraph)
            return
        for bound in list(paragraph.iter(*_RANGES)):
            paragraph.addprevious(bound)
        for citation in list(paragraph.iter(f"{W}footnoteReference", f"{W}endnoteReference")):
            self.notes.remove_cited(citation)
        parent.remove(paragraph)

    def remove_table(self, table: Part) -> None:
        """Take a table away, and the notes that it cites."""
        for citation in list(table.iter(f"{W}footnoteReference", f"{W}endnoteReference")):
            self.notes.remove_cited(citation)
        parent = table.getparent()
        if parent is not None and parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) == 0:
            table.addprevious(etree.Element(f"{W}p"))  # a cell must end with a paragraph
        remove(table)

    def empty(self, paragraph: Part) -> None:
        """Take away the text of a paragraph."""
        letters = self.letters(paragraph)
        for element in dict.fromkeys(letter.element for letter in letters):
            if element.text:
                element.text = ""
            else:
                remove(element)

    # ---- the whole

    def as_bytes(self) -> bytes:
        """Return the copy as a file; headings that Word would number otherwise than they are to be get their numbers."""
        elements: dict[int, Element] = {}
        self._walk(elements, {})
        recounted(list(elements.values()), self._wanted, self._archive.part("numbering"), self.styles)
        return self._archive.as_bytes()

    def as_numbered_by_word(self) -> bytes:
        """Return the copy as a file, its headings with the numbers that Word counts."""
        return self._archive.as_bytes()
