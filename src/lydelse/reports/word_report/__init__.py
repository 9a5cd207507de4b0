"""The report as a Word document that can be attached to a case: real headings, tables with repeated headings, a number on each page.

``sheet`` knows how Word is written, ``parts`` what stands in each part, ``wordings`` the two wordings side by side; what is said is that of
the HTML report.
"""

from __future__ import annotations

from lydelse.model.change import Comparison
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports.html.clips import Clips
from lydelse.reports.html.page import comparison_page, review_page
from lydelse.reports.html.uncertain import uncertain_figures
from lydelse.reports.word_report import parts
from lydelse.reports.word_report.sheet import Sheet
from lydelse.reports.word_report.wordings import amendments, side_by_side


def write(review: Review, *, version: str, language: str = "sv", clips: Clips | None = None) -> bytes:
    """Return the report of a review as a Word file; ``version`` is that of the program, ``clips`` cuts pictures out of the files."""
    page = replace(review_page(review, language), uncertain=uncertain_figures(review.comparisons, clips))
    sheet = Sheet(language, page.case.title or page.parts[0].title, "report.title", page.case.number)
    parts.first(sheet, page, version)
    parts.findings(sheet, page)
    _of_comparisons(sheet, review.comparisons)
    parts.amounts(sheet, page)
    parts.relations(sheet, page)
    for comparison in review.comparisons:
        side_by_side(sheet, comparison)
    parts.provenance(sheet, version)
    return sheet.content()


def write_comparison(comparison: Comparison, *, version: str, language: str = "sv") -> bytes:
    """Return what a comparison changed as a Word file, without any checks."""
    page = comparison_page(comparison, language)
    sheet = Sheet(language, page.parts[0].title, "report.comparison")
    parts.first(sheet, page, version)
    _of_comparisons(sheet, (comparison,))
    parts.amounts(sheet, page)
    side_by_side(sheet, comparison)
    return sheet.content()


def _of_comparisons(sheet: Sheet, comparisons: tuple[Comparison, ...]) -> None:
    compared = [comparison for comparison in comparisons if not comparison.one_version]
    for comparison in compared:
        amendments(sheet, comparison, named=len(compared) > 1)
