"""A document as read, with its marks: ``lydelse/document/1``."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.model.comment import Comment
from lydelse.model.document import Document, Furniture
from lydelse.model.quantity import Entry
from lydelse.model.section import Block, Section
from lydelse.model.table import Cell, Table
from lydelse.model.text import Paragraph, Run, joined
from lydelse.reports.json_values import Json, box_json, dumped, runs_json, source_json, unread_json, value_json

SCHEMA = "lydelse/document/1"


def write(document: Document, entries: Iterable[Entry], language: str = "sv") -> str:
    """Return the JSON of a document and of the amounts that were read off it."""
    return dumped(document_json(document, entries, language))


def document_json(document: Document, entries: Iterable[Entry], language: str = "sv") -> Json:
    """Return a document and its amounts as one JSON object."""
    properties = document.properties
    return {
        "schema": SCHEMA,
        "source": source_json(document.source, language),
        "properties": {
            "title": properties.title,
            "kind": properties.kind,
            "date": properties.date,
            "case_numbers": list(properties.case_numbers),
        },
        "sections": [_section(section) for section in document.sections],
        "furniture": [_furniture(each) for each in document.furniture],
        "amounts": [_amount(entry) for entry in entries],
        "comments": [_comment(comment) for comment in document.comments],
        "unread": unread_json(document.unread, language),
    }


def _furniture(furniture: Furniture) -> Json:
    """Return a header or footer; its earlier wording stands beside the later one where the file marks a change in it."""
    changed: Json = {} if furniture.before is None else {"before": furniture.before}
    return {"kind": furniture.kind, "text": furniture.text, "pages": list(furniture.pages), **changed}


def _comment(comment: Comment) -> Json:
    return {
        "text": comment.text,
        "author": comment.author,
        "date": comment.date,
        "section": comment.place.section,
        "section_id": comment.place.section_id,
        "page": comment.place.page,
        "quoted": comment.quoted,
        "answer": comment.is_answer,
        "resolved": comment.resolved,
    }


def _section(section: Section) -> Json:
    return {
        "number": section.number,
        "section_id": section.section_id,
        "title": section.title,
        "level": section.level,
        "page": section.page,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> Json:
    if isinstance(block, Table):
        rows = [[_cell(cell) for cell in row.cells] for row in block.rows]
        return {"kind": "table", "page": block.place.page, "rows": rows, "row_marks": [row.mark.value for row in block.rows]}
    return {
        "kind": block.kind.value,
        "page": block.place.page,
        "marker": block.marker,
        **({} if block.marker_before is None else {"marker_before": block.marker_before}),
        "ending": block.ending.value,
        "runs": runs_json(block.runs),
    }


def _cell(cell: Cell) -> Json:
    return {
        "runs": runs_json(_cell_runs(cell.paragraphs)),
        "header": cell.header,
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
        "mark": cell.mark.value,
    }


def _cell_runs(paragraphs: tuple[Paragraph, ...]) -> tuple[Run, ...]:
    """Return the runs of a cell, its paragraphs joined with a line feed that has the mark of the paragraph's end."""
    runs: list[Run] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            runs.append(Run("\n", paragraphs[number - 1].ending))
        runs.extend(paragraph.runs)
    return joined(runs)


def _amount(entry: Entry) -> Json:
    stated = entry.stated
    return {
        "section": entry.place.section,
        "section_id": entry.place.section_id,
        "quantity": entry.quantity,
        "label": entry.label,
        "column": entry.column,
        "kind": entry.kind.value,
        "before": value_json(entry.before),
        "after": value_json(entry.after),
        "unit": stated.unit,
        "per": stated.per,
        "year_before": entry.year_before,
        "year_after": entry.year_after,
        "status": entry.status.value,
        "page": entry.place.page,
        "box": box_json(entry.place.box),
        "text": entry.text,
    }
