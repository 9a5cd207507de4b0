"""The report as an accessible, archivable PDF: the HTML report printed with its structure (PDF/UA-1 and PDF/A-2a), by WeasyPrint.

WeasyPrint writes one of the two at a time. They ask for nothing that the other forbids: the file is written as PDF/A-2a, which has the
structure, and its metadata say that it is PDF/UA-1 too, in the words that PDF/A asks for where metadata are not its own.
"""

from __future__ import annotations

import logging
import warnings
from importlib.util import find_spec
from typing import Any

from lydelse.errors import UsageError
from lydelse.model.change import Comparison
from lydelse.model.review import Review
from lydelse.patterns import compiled
from lydelse.reports import html
from lydelse.reports.html.clips import Clips

VARIANT = "pdf/a-2a"
_SAID_TOO = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""ISO 14289-1, 5; ISO 19005-2, 6.6.2.3.2: a schema that PDF/A does not know is described in the file."""
_END = b"</rdf:RDF>"
_PICTURE = compiled(r'(<svg [^>]*aria-label="([^"]*)"[^>]*>)')
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
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*sRGB", ResourceWarning)  # WeasyPrint leaves the file of its own colour profile open
        content: bytes | None = printed_page.write_pdf(pdf_variant=VARIANT, presentational_hints=True, finisher=_said_to_be_accessible)
    assert content is not None, "without a target the file is returned"
    return content


def _said_to_be_accessible(_document: object, pdf: Any) -> None:  # noqa: ANN401 - pydyf's, which has no types
    """Add to the metadata of a file that is being written that it is PDF/UA as well."""
    (metadata,) = (each for each in pdf.objects if getattr(each, "extra", {}).get("Type") == "/Metadata")
    metadata.stream = [part.replace(_END, _SAID_TOO + _END) for part in metadata.stream]


def _with_titles(page: str) -> str:
    """Return a page whose drawings say what they show in a title too: WeasyPrint takes the alternative text of a drawing from there."""
    return _PICTURE.sub(r"\1<title>\2</title>", page)
