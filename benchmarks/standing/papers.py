"""The documents of a case as files: in force as Word, PDF or text, the redline with tracked changes, drawn marks or written ones."""

from __future__ import annotations

from pathlib import Path

import docx
from benchmarks.kinds.case import Case, Layout
from benchmarks.kinds.tricks import make_drawn
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from examples.make import AUTHOR, DATE, add_runs, style_of
from lxml import etree

from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.formats.ooxml.writing import word_bytes
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark

TEXT, WORD, PDF, COLUMNS = "text", "Word", "PDF", "PDF, two columns"
IN_FORCE = (TEXT, WORD, PDF, COLUMNS)
REDLINES = (TEXT, WORD, PDF)


def in_force_as(form: str, source: str, folder: Path) -> Document:
    """Return a document in force as it is read from a file of a form."""
    if form == TEXT:
        return written(source)
    if form == WORD:
        file = folder / "gallande.docx"
        file.write_bytes(word_bytes(written(source)))
        return read(file)
    columns = 2 if form == COLUMNS else 1
    header = "Villkor för vårdval 2025, beslutade av nämnden"
    return _drawn(source, folder / "gallande.pdf", Layout(columns=columns, header=header, footer="Sida {page}"))


def redline_as(form: str, source: str, folder: Path) -> Document:
    """Return a redline as it is read from a file of a form."""
    if form == TEXT:
        return written(source)
    if form == WORD:
        file = folder / "andringar.docx"
        _tracked(written(source), file)
        return read(file)
    return _drawn(source, folder / "andringar.pdf", Layout(header="Förslag till villkor för vårdval 2026", footer="{page}"))


def _drawn(source: str, file: Path, layout: Layout) -> Document:
    make_drawn(Case("standing", source, layout=layout), file)
    return read(file)


def _tracked(document: Document, file: Path) -> None:
    """Write a redline with tracked changes, those of rows and of the ends of paragraphs too."""
    word = docx.Document()
    for block in document.blocks:
        if isinstance(block, Table):
            table = word.add_table(rows=0, cols=max(len(row.cells) for row in block.rows), style="Table Grid")
            for row in block.rows:
                made = table.add_row()
                if row.mark is not Mark.KEPT:
                    made._tr.get_or_add_trPr().append(_revision(row.mark))  # noqa: SLF001 - python-docx has no tracked changes
                for cell, own in zip(made.cells, row.cells, strict=False):
                    for paragraph in own.paragraphs:
                        add_runs(cell.paragraphs[0]._p, paragraph.runs)  # noqa: SLF001 - as above
            continue
        made_of = word.add_paragraph(style=style_of(block))._p  # noqa: SLF001 - as above
        add_runs(made_of, block.runs)
        marks = {run.mark for run in block.runs if run.text.strip()}
        if len(marks) == 1 and block.kind is not Kind.HEADING and Mark.KEPT not in marks:
            ending = OxmlElement("w:rPr")
            ending.append(_revision(marks.pop()))
            made_of.get_or_add_pPr().append(ending)
    word.save(str(file))


def _revision(mark: Mark) -> etree._Element:  # type the stubs give no public name
    element = OxmlElement("w:del" if mark is Mark.STRUCK else "w:ins")
    for name, value in (("w:id", "900"), ("w:author", AUTHOR), ("w:date", DATE)):
        element.set(qn(name), value)
    return element
