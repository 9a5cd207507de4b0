"""The report as an accessible, archivable PDF: the HTML report printed with its structure (PDF/UA-1), by WeasyPrint."""

from __future__ import annotations

import logging
import re
from importlib.util import find_spec

from lydelse.errors import UsageError
from lydelse.model.change import Comparison
from lydelse.model.review import Review
from lydelse.reports import html
from lydelse.reports.html.clips import Clips

VARIANT = "pdf/ua-1"
_PICTURE = re.compile(r'(<svg [^>]*aria-label="([^"]*)"[^>]*>)')
"""A drawn picture, and what it says that it shows."""


def can_be_written() -> None:
    """See to it that what writes PDF is installed.

    Raises:
        UsageError: it is not.
    """
    if find_spec("weasyprint") is None:
        raise UsageError("pdf.not-installed")


def write(review: Review, *, version: str, language: str = "sv", clips: Clips | None = None) -> bytes:
    """Return the report of a review as a PDF; ``version`` is that of the program, ``clips`` cuts pictures out of the reviewed files.

    Raises:
        UsageError: WeasyPrint is not installed, or the libraries that it needs are not.
    """
    return printed(html.write(review, version=version, language=language, clips=clips))


def write_comparison(comparison: Comparison, *, version: str, language: str = "sv") -> bytes:
    """Return what a comparison changed as a PDF, without any checks.

    Raises:
        UsageError: as for ``write``.
    """
    return printed(html.write_comparison(comparison, version=version, language=language))


def printed(page: str) -> bytes:
    """Return a page of an HTML report as a PDF; nothing that it may name is fetched.

    Raises:
        UsageError: WeasyPrint is not installed, or the libraries that it needs are not.
    """
    can_be_written()
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        import weasyprint  # noqa: PLC0415 - optional, and slow to load
    except OSError as missing:
        raise UsageError("pdf.not-installed") from missing
    nothing_outside = weasyprint.urls.URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    printed_page = weasyprint.HTML(string=_with_titles(page), url_fetcher=nothing_outside)
    content: bytes | None = printed_page.write_pdf(pdf_variant=VARIANT, presentational_hints=True)
    assert content is not None, "without a target the file is returned"
    return content


def _with_titles(page: str) -> str:
    """Return a page whose drawings say what they show in a title too: WeasyPrint takes the alternative text of a drawing from there."""
    return _PICTURE.sub(r"\1<title>\2</title>", page)
