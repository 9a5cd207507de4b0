"""What a document says of itself: its kind, its date and its case numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.model.document import Document, Properties
from lydelse.model.text import Kind

_CASE_NUMBER = re.compile(r"\b[A-ZÅÄÖ]{2,6}[ /]?(?:19|20)\d{2}[:/-]\d{1,6}\b|\b[A-ZÅÄÖ]{2,6}/\d{1,6}/(?:19|20)\d{2}\b")
_ISO_DATE = re.compile(r"\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
_MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"]
_LONG_DATE = re.compile(rf"\b([1-9]|[12]\d|3[01])\s+({'|'.join(_MONTHS)})\s+((?:19|20)\d{{2}})\b", re.IGNORECASE)
_DATE_WITHIN = 8  # paragraphs: a date that is the document's own stands at its head; those further down are of what it tells of
_MINUTES = re.compile(r"\b(?:protokoll|justerandes?|paragrafen är justerad|utdragsbestyrkande|anslagsbevis|bevis om anslag)\b")
_MEMO = re.compile(r"\b(?:tjänsteskrivelse|tjänsteutlåtande|förslag till beslut|i tjänsten|ärendebeskrivning)\b|\w+direktörens förslag\b")
_TENDER = re.compile(
    r"\b(?:förfrågningsunderlag\w*|upphandlingsdokument\w*|regelbok\w*|vårdgivarens?|leverantörens?|anbudsgivarens?|utförarens?)\b"
)


def properties_of(document: Document) -> Properties:
    """Return the kind, the date and the case numbers that the text shows; the title is left to the reader of the format."""
    texts = [paragraph.after or paragraph.before for paragraph in document.paragraphs]
    whole = "\n".join([*(piece.text for piece in document.furniture), *texts])
    return Properties(
        title=document.properties.title,
        kind=_kind_of(document, whole.lower()),
        date=_date_in("\n".join([*(piece.text for piece in document.furniture), *texts[:_DATE_WITHIN]])),
        case_numbers=tuple(dict.fromkeys(match[0] for match in _CASE_NUMBER.finditer(whole))),
    )


def _kind_of(document: Document, text: str) -> str:
    items = any(section.number.isdigit() and section.title and "§" in _heading_text(section.blocks) for section in document.sections)
    if items or len(_MINUTES.findall(text)) > 1:
        return "minutes"
    if _MEMO.search(text):
        return "memo"
    return "tender" if len(_TENDER.findall(text)) > 1 else "other"


def _heading_text(blocks: tuple[object, ...]) -> str:
    return next(_headings(blocks), "")


def _headings(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if getattr(block, "kind", None) is Kind.HEADING:
            yield str(getattr(block, "marked_text", ""))


def _date_in(text: str) -> str | None:
    iso = _ISO_DATE.search(text)
    if iso:
        return iso[0]
    spelled = _LONG_DATE.search(text)
    if not spelled:
        return None
    month = _MONTHS.index(spelled[2].lower()) + 1
    return f"{spelled[3]}-{month:02}-{int(spelled[1]):02}"
