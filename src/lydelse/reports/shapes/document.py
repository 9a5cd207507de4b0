"""A document as read: ``lydelse/document/1``."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lydelse.model.amount import AmountKind
from lydelse.model.quantity import Status
from lydelse.model.text import Kind, Mark
from lydelse.reports.shapes.shared import Run, Source, Unread


class Properties(TypedDict):
    """What the document says of itself."""

    title: str
    kind: str
    date: str | None
    case_numbers: list[str]


class CellShape(TypedDict):
    """A cell; its paragraphs are joined with a line feed."""

    runs: list[Run]
    header: bool
    colspan: int
    rowspan: int
    mark: Mark


class TableBlock(TypedDict):
    """A table; ``row_marks`` tells which rows are struck or inserted whole."""

    kind: Literal["table"]
    page: int | None
    rows: list[list[CellShape]]
    row_marks: list[Mark]


class TextBlock(TypedDict):
    """A heading, paragraph, list item or footnote. ``ending`` is the mark of the paragraph's end."""

    kind: Kind
    page: int | None
    marker: str
    marker_before: NotRequired[str]
    ending: Mark
    runs: list[Run]


class SectionShape(TypedDict):
    """A section; its first block is its heading, where it has one."""

    number: str
    section_id: str
    title: str
    level: int
    page: int | None
    blocks: list[TableBlock | TextBlock]


class FurnitureShape(TypedDict):
    """A running header or footer. ``before`` is its earlier wording, where the file marks a change in it."""

    kind: Literal["header", "footer"]
    text: str
    pages: list[int]
    before: NotRequired[str]


class CommentShape(TypedDict):
    """What somebody wrote of the text in its margin."""

    text: str
    author: str | None
    date: str | None
    section: str
    section_id: str
    page: int | None
    quoted: str
    answer: bool
    resolved: bool


class OccurrenceShape(TypedDict):
    """One occurrence of an amount, paired across the versions. Values are plain decimals in the printed scale."""

    section: str
    section_id: str
    quantity: str
    label: str
    column: str | None
    kind: AmountKind
    before: str | None
    after: str | None
    unit: str
    per: str | None
    year_before: int | None
    year_after: int | None
    status: Status
    page: int | None
    box: list[float]
    text: str


class DocumentReport(TypedDict):
    """A document as read, with its marks and its amounts."""

    schema: Literal["lydelse/document/1"]
    source: Source
    properties: Properties
    sections: list[SectionShape]
    furniture: list[FurnitureShape]
    amounts: list[OccurrenceShape]
    comments: list[CommentShape]
    unread: list[Unread]
