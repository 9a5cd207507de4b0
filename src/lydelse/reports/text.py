"""A document as text and as Markdown, its marks in the signs ``[-struck-]`` and ``{+inserted+}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.written import comments_by_block, in_words
from lydelse.model.comment import Comment
from lydelse.model.document import Document
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Block
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run
from lydelse.patterns import compiled
from lydelse.reports.amount_rows import all_amounts
from lydelse.reports.remarks import day_of
from lydelse.reports.sections import heading_of
from lydelse.reports.wording import say

_SIGNS = {Mark.KEPT: ("", ""), Mark.STRUCK: ("[-", "-]"), Mark.INSERTED: ("{+", "+}")}
_MEANS_SOMETHING = compiled(r"([\\`*_<|])")
_LITERALLY = r"\\\1"
_NUMBERED = compiled(r"\d+[.)]")


def write_text(document: Document) -> str:
    """Return a document in the mini-language, which can be read back: so without a table of its amounts, which would be read as text."""
    return in_words(document)


def write_markdown(document: Document, amounts: Sequence[Entry] = (), language: str = "sv") -> str:
    """Return a document as Markdown for people: headings, lists and tables, with the marks as signs; comments as quotations below.

    ``amounts`` stand in a table of their own behind a rule, the last thing in the text.
    """
    about = comments_by_block(document)
    parts: list[Block | Comment] = [*about.pop("", ())]
    for block in document.blocks:
        parts += [block, *about.get(block.place.path, ())]
    lines = [_comment(part, language) if isinstance(part, Comment) else _block(part) for part in parts]
    between = ["\n" if _is_item(one) and _is_item(other) else "\n\n" for one, other in pairwise(parts)]
    text = "".join(part for pair in zip(lines, [*between, "\n"], strict=False) for part in pair)
    return text + "\n".join(_amounts(document, amounts, language)) if amounts else text


def _amounts(document: Document, amounts: Sequence[Entry], language: str) -> Iterator[str]:
    """Yield the table of amounts: by section what each is, its year, and its figures in the two readings where there are two."""
    two = any(entry.before for entry in amounts)
    keys = ("item", "year", "current", "proposed", "change") if two else ("item", "year", "proposed")
    heads = [say(Message("report.amount" if key == "proposed" and not two else f"report.{key}"), language) for key in keys]
    yield f"\n---\n\n**{say(Message('report.amounts'), language)}**\n"
    yield _piped(heads)
    yield _piped(["---"] * len(heads))
    headings = {section.section_id: heading_of(section) for section in document.sections}
    for group in all_amounts(amounts, headings, language):
        if group.heading:
            yield _piped([f"**{_literal(group.heading)}**", *[""] * (len(heads) - 1)])
        for row in group.rows:
            name = f"{row.label} ({row.detail})" if row.detail else row.label
            figures = (row.before, row.after, row.change) if two else (row.after,)
            yield _piped([_literal(name), row.years, *figures])
    yield ""


def _literal(text: str) -> str:
    return _MEANS_SOMETHING.sub(_LITERALLY, " ".join(text.split()))


def _is_item(part: Block | Comment) -> bool:
    return isinstance(part, Paragraph) and part.kind is Kind.ITEM


def _comment(comment: Comment, language: str) -> str:
    quoted = say(Message("markdown.quoted", {"text": comment.quoted}), language) if comment.quoted else ""
    head = ", ".join(part for part in (comment.author, day_of(comment), quoted) if part)
    text = f"{head}: {comment.text}" if head else comment.text
    return "\n>\n".join(f"> {_MEANS_SOMETHING.sub(_LITERALLY, line)}" for line in text.split("\n"))


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(_table(block))
    text = _runs(block.runs)
    match block.kind:
        case Kind.HEADING:
            return f"{'#' * min(max(block.level, 1), 6)} {text}"
        case Kind.ITEM:
            return f"{block.marker if _NUMBERED.fullmatch(block.marker) else '-'} {text}"
        case Kind.FOOTNOTE:
            return f"[^{block.marker}]: {text}"
        case Kind.PARAGRAPH:
            return re.sub(r"^(\d+)([.)] )", r"\1\\\2", re.sub(r"^([-+] )", r"\\\1", text))


def _table(table: Table) -> Iterator[str]:
    """Yield the lines of a table; Markdown wants one row of headings, which is empty where the table has none."""
    width = max((sum(cell.colspan for cell in row.cells) for row in table.rows), default=0)
    headed = bool(table.rows) and any(cell.header for cell in table.rows[0].cells)
    rows = [_row(row, width) for row in table.rows]
    yield rows[0] if headed else _piped([""] * width)
    yield _piped(["---"] * width)
    yield from rows[1:] if headed else rows


def _row(row: Row, width: int) -> str:
    texts = [text for cell in row.cells for text in (_cell(cell, row.mark), *[""] * (cell.colspan - 1))]
    return _piped([*texts, *[""] * (width - len(texts))])


def _piped(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _cell(cell: Cell, row_mark: Mark) -> str:
    outer = cell.mark if cell.mark is not Mark.KEPT else row_mark
    return "<br>".join(_runs(paragraph.runs, outer) for paragraph in cell.paragraphs)


def _runs(runs: Iterable[Run], outer: Mark = Mark.KEPT) -> str:
    """Return runs with their signs; kept text in a struck or inserted row has the row's."""
    return "".join(_signed(run, outer if run.mark is Mark.KEPT else run.mark) for run in runs)


def _signed(run: Run, mark: Mark) -> str:
    opening, closing = _SIGNS[mark]
    text = _MEANS_SOMETHING.sub(_LITERALLY, run.text).replace("\n", "<br>")
    return f"{opening}{text}{closing}"
