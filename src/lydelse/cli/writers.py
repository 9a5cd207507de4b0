"""The reports that each command offers, by format; a report's libraries are loaded when it is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lydelse import __version__
from lydelse.cli.output import Writer
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.model.change import Comparison
    from lydelse.model.consolidated import Consolidated
    from lydelse.model.document import Document
    from lydelse.model.quantity import Entry
    from lydelse.model.review import Review
    from lydelse.reports.rules_told import RuleTold

# ruff: noqa: PLC0415 - each report is imported by the one who asks for it


def review_writers(review: Review, language: str, files: Sequence[Path] = (), password: str | None = None) -> Mapping[str, Writer]:
    """Return the writers of a review; out of the reviewed ``files`` those reports that show pictures cut them."""

    def terminal() -> str:
        from lydelse.reports import terminal

        return terminal.write(review, terminal.Screen.of(sys.stdout), language)

    def xlsx() -> bytes:
        from lydelse.reports import excel

        return excel.write(review, language)

    def docx() -> bytes:
        from lydelse.reports import word_report
        from lydelse.reports.html.clips import Clips
        from lydelse.reports.html.uncertain import has_uncertain_figures

        if not has_uncertain_figures(review.comparisons):
            return word_report.write(review, version=__version__, language=language)
        with Clips({file.name: file for file in files}, password) as clips:
            return word_report.write(review, version=__version__, language=language, clips=clips)

    pages = _page_writers(review, language, {file.name: file for file in files}, password)
    return {"terminal": terminal, "xlsx": xlsx, "docx": docx, **pages, **_machine_writers(review, language)}


def _page_writers(review: Review, language: str, files: Mapping[str, Path], password: str | None) -> Mapping[str, Writer]:
    """Return the writers of the reports that show pictures of places."""

    def html() -> str:
        from lydelse.reports import html
        from lydelse.reports.html.clips import Clips

        with Clips(files, password) as clips:
            return html.write(review, version=__version__, language=language, clips=clips)

    def pdf() -> bytes:
        from lydelse.reports import pdf
        from lydelse.reports.html.clips import Clips

        with Clips(files, password) as clips:
            return pdf.write(review, version=__version__, language=language, clips=clips)

    return {"html": html, "pdf": pdf}


def _machine_writers(review: Review, language: str) -> Mapping[str, Writer]:
    """Return the writers of the reports for programs."""

    def json() -> str:
        from lydelse.reports import json_findings

        return json_findings.write(review, version=__version__, language=language)

    def sarif() -> str:
        from lydelse.reports import sarif

        return sarif.write(review, _rules(), version=__version__, language=language)

    def junit() -> str:
        from lydelse.reports import junit

        return junit.write(review, _rules(), language=language)

    def csv() -> str:
        from lydelse.reports import findings_csv

        return findings_csv.write(review, language)

    return {"json": json, "sarif": sarif, "junit": junit, "csv": csv}


def _rules() -> list[RuleTold]:
    """Return the rules as machines are told of them."""
    from lydelse.checks.catalogue import CATALOGUE
    from lydelse.reports.rules_told import RuleTold

    return [RuleTold(rule.code, rule.name, rule.severity, rule.page) for rule in CATALOGUE]


def comparison_writers(comparison: Comparison, language: str, file: Path) -> Mapping[str, Writer]:
    """Return the writers of a comparison; ``file`` is the later version, or the redline."""

    def terminal() -> str:
        from lydelse.reports import terminal

        return terminal.write_comparison(comparison, terminal.Screen.of(sys.stdout), language)

    def json() -> str:
        from lydelse.reports import json_comparison

        return json_comparison.write(comparison, language)

    def xlsx() -> bytes:
        from lydelse.reports import excel

        return excel.write_comparison(comparison, language)

    docx = tracked_writer(comparison, language, file)
    return {"terminal": terminal, "json": json, "docx": docx, "xlsx": xlsx, **_comparison_pages(comparison, language)}


def _comparison_pages(comparison: Comparison, language: str) -> Mapping[str, Writer]:
    """Return the writers of a comparison for the screen and for paper."""

    def html() -> str:
        from lydelse.reports import html

        return html.write_comparison(comparison, version=__version__, language=language)

    def pdf() -> bytes:
        from lydelse.reports import pdf

        return pdf.write_comparison(comparison, version=__version__, language=language)

    return {"html": html, "pdf": pdf}


def tracked_writer(comparison: Comparison, language: str, file: Path, date: str = "") -> Callable[[], bytes]:
    """Return the writer of a comparison's redline as tracked changes; what is to be said of the file is told on stderr.

    Args:
        comparison: what is written.
        language: of what is said.
        file: the later version, or the redline; a Word file keeps its own look.
        date: the day that the changes are dated, "" for none.
    """

    def docx() -> bytes:
        from lydelse.reports import tracked

        content, said = tracked.write(comparison, file.read_bytes() if file.suffix.lower() == ".docx" else None, date)
        for message in said:
            sys.stderr.write(say(message, language) + "\n")
        return content

    return docx


def annotated_writer(review: Review, language: str, file: Path, password: str | None) -> Callable[[], bytes]:
    """Return the writer of the reviewed PDF with its findings and changed amounts marked; what could not be is told on stderr."""

    def pdf() -> bytes:
        from lydelse.reports import annotated

        content, said = annotated.write(review, file, password, language)
        if said:
            sys.stderr.write(say(said, language) + "\n")
        return content

    return pdf


def document_writers(document: Document, amounts: tuple[Entry, ...], language: str) -> Mapping[str, Writer]:
    """Return the writers of a document as it was read; ``amounts`` are those that JSON and Markdown list."""

    def json() -> str:
        from lydelse.reports import json_document

        return json_document.write(document, amounts, language)

    def as_text() -> str:
        from lydelse.reports import text

        return text.write_text(document)

    def as_markdown() -> str:
        from lydelse.reports import text

        return text.write_markdown(document, amounts, language)

    return {"json": json, "text": as_text, "markdown": as_markdown}


def consolidated_writers(outcome: Consolidated, in_force: Path, language: str) -> Mapping[str, Writer]:
    """Return the writers of a consolidated document, and that of the list of its amendments."""

    def json() -> str:
        from lydelse.reports import amendments

        return amendments.write_json(outcome, language)

    def listed() -> str:
        from lydelse.reports import amendments

        return amendments.write_list(outcome, language)

    def as_text() -> str:
        from lydelse.reports import text

        return text.write_text(outcome.document)

    def as_markdown() -> str:
        from lydelse.reports import text

        return text.write_markdown(outcome.document)

    def docx() -> bytes:
        from lydelse.reports import word

        if outcome.in_force.format != "docx" or in_force.suffix.lower() != ".docx":
            return word.write(outcome.document)
        content, said = word.write_consolidated(outcome, in_force.read_bytes())
        if said:
            sys.stderr.write(say(said, language) + "\n")
        return content

    return {"json": json, "text": as_text, "markdown": as_markdown, "docx": docx, "amendments": listed}
