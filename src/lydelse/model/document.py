"""A document as read: its source, its sections with their marks, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

from lydelse.model.comment import Comment
from lydelse.model.finding import Unread
from lydelse.model.section import Block, Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import dataclass, field, replace


class Redline(StrEnum):
    """How a document carries its marks."""

    NONE = "none"
    TRACKED = "tracked"
    FORMATTED = "formatted"
    DRAWN = "drawn"
    ANNOTATED = "annotated"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from.

    ``convention`` says how additions are shown, as a key of the catalogue's words; ``inserted_places`` and ``struck_places`` are the
    numbers of places where text is marked.
    """

    name: str = ""
    sha256: str = ""
    format: str = "text"
    producer: str = ""
    pages: int | None = None
    redline: Redline = Redline.NONE
    convention: str = ""
    inserted_places: int = 0
    struck_places: int = 0


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself."""

    title: str = ""
    kind: str = "other"
    date: str | None = None
    case_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running header or footer, taken out of the body; ``kind`` is "header" or "footer".

    ``text`` is the later wording; ``before`` the earlier one where the file marks a change in it, None where it does not.
    """

    kind: str
    text: str
    pages: tuple[int, ...]
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that was read. Sections stand flat in document order; see ``lydelse.model.readings`` for its two versions.

    ``comments`` are what was written about the text, in its order, and no part of it; ``uncertain`` are the figures that were read from
    a picture and may be others.
    """

    source: Source = field(default_factory=Source)
    properties: Properties = field(default_factory=Properties)
    sections: tuple[Section, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    unread: tuple[Unread, ...] = ()
    comments: tuple[Comment, ...] = ()
    uncertain: tuple[UncertainFigure, ...] = ()

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block in reading order."""
        for section in self.sections:
            yield from section.blocks

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of headings and table cells included."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    for row in block.rows:
                        for cell in row.cells:
                            yield from cell.paragraphs
                else:
                    yield block

    @property
    def is_marked(self) -> bool:
        """Tell whether any text is struck or inserted."""
        return any(paragraph.is_marked for paragraph in self.paragraphs)

    def with_marks_counted(self) -> Document:
        """Return the document whose source says at how many places text is marked: unbroken stretches within a paragraph."""
        visible = ([run.mark for run in paragraph.runs if run.text.strip()] for paragraph in self.paragraphs)
        places = Counter(mark for marks in visible for mark, _ in groupby(marks))
        return replace(self, source=replace(self.source, inserted_places=places[Mark.INSERTED], struck_places=places[Mark.STRUCK]))

    def subsections(self, section: Section) -> tuple[Section, ...]:
        """Return the sections directly under a section: one level down until the section ends."""
        at = next(at for at, each in enumerate(self.sections) if each.section_id == section.section_id)
        below: list[Section] = []
        for later in self.sections[at + 1 :]:
            if later.level <= section.level:
                break
            below.append(later)
        highest = min((later.level for later in below), default=0)
        return tuple(later for later in below if later.level == highest)

    def with_title(self) -> Document:
        """Return the document with the title that it shows.

        That is the heading that it begins with, where that has no number; else what the file's properties say (programs often
        fill them with the name of a file); else its first heading.
        """
        headings = [paragraph for paragraph in self.paragraphs if paragraph.kind is Kind.HEADING]
        first = next(iter(self.paragraphs), None)
        shown = first if first in headings[:1] and self.sections[0].number == "" else None
        heading = shown or (None if self.properties.title else next(iter(headings), None))
        if heading is None:
            return self
        return replace(self, properties=replace(self.properties, title=heading.after or heading.before))
