"""What a proposal means for each unit as a Word document: real headings, tables with repeated headings, a number on each page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from lydelse.formats.ooxml.sheet_rows import Line
from lydelse.model.impact import Impact
from lydelse.reports.impact.blocks import Block, Folded, Lists, Marked, Pictured, Says, Tabled
from lydelse.reports.impact.page import report_of
from lydelse.reports.word_report.sheet import Sheet

BULLET = "\N{BULLET} "
ROWS_IN_FULL = 400
"""Rows of a table that paper holds; the workbook has all."""


def write(impact: Impact, *, version: str, language: str = "sv") -> bytes:
    """Return the report as a Word file; ``version`` is that of the program."""
    report = report_of(impact, language)
    sheet = Sheet(language, f"{report.title}: {report.lead}", "impact.title")
    sheet.heading(report.title, 0)
    sheet.paragraph(report.lead)
    sheet.paragraph(sheet.say("impact.standing"))
    sheet.facts(report.facts)
    for part in report.parts:
        sheet.heading(part.title, part.level - 1)
        for where, together in groupby(part.blocks, _marked_in):
            _blocks(sheet, where, list(together))
    sheet.heading(sheet.say("report.files"), 1)
    sheet.table([sheet.say("report.file"), "SHA-256"], ([name, Line.of(digest, small=True)] for name, digest in report.files), (0.35, 0.65))
    sheet.paragraph(f"{sheet.say('impact.kept')} {sheet.say('report.version', version=version)}", small=True)
    return sheet.content()


def _marked_in(block: Block) -> str | None:
    return block.where if isinstance(block, Marked) else None


def _blocks(sheet: Sheet, where: str | None, blocks: Sequence[Block]) -> None:
    """Write blocks; the marked texts of one part of the document stand below its name together."""
    if where is not None:
        sheet.table([where], [[[Line(block.runs) for block in blocks if isinstance(block, Marked)]]], (1.0,))
        return
    for block in blocks:
        _block(sheet, block)


def _block(sheet: Sheet, block: Block) -> None:
    match block:
        case Says(text):
            sheet.paragraph(text)
        case Lists(items):
            for item in items:
                sheet.paragraph(BULLET + item)
        case Tabled():
            _table(sheet, block)
        case Pictured():
            return  # the tables say all that the pictures show
        case Marked(where, runs):
            sheet.table([where], [[[Line(runs)]]], (1.0,))
        case Folded(title, table):
            sheet.heading(title, 3)
            _table(sheet, table)
        case _:
            assert_never(block)


def _table(sheet: Sheet, table: Tabled) -> None:
    if table.caption:
        sheet.paragraph(table.caption, small=True)
    widths = table.widths or tuple(1 / len(table.heads) for _ in table.heads)
    rows = table.rows[:ROWS_IN_FULL]
    last = len(rows) - 1
    shown = ([Line.of(cell, bold=table.total and at == last) for cell in row] for at, row in enumerate(rows))
    sheet.table(list(table.heads), shown, widths, figures=table.figures)
    if len(rows) < len(table.rows):
        sheet.paragraph(sheet.say("impact.rest-in-excel", n=len(table.rows) - len(rows)), small=True)
