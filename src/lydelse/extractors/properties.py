"""What a document says of itself: its kind, its date and its case numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.figures.dates import dates_in
from lydelse.figures.references import ReferenceKind, references_in
from lydelse.model.document import Document, Properties
from lydelse.patterns import compiled

_HEAD = 12  # paragraphs: a date that is the document's own stands at its head; those further down are of what it tells of
_DATE_LINE_MAY_BE = 60  # characters: a longer paragraph with a date tells of something
_HEADER_MAY_BE = 160  # the same of a running header, which joins several columns
_MINUTES = compiled(
    r"\b(?:justerandes?|paragrafen (?:är|förklaras)(?: omedelbart)? justerad|utdragsbestyrkande|anslagsbevis|anslag/bevis|bevis om anslag"
    r"|utses att justera|tjänstgörande ersättare|sammanträdesdatum|propositionsordning|justerare|vid protokollet|rätt utdraget)\b"
)
_CALLED_MINUTES = compiled(
    r"\W*(?:\w+\s+){0,6}?(?:sammanträdes|mötes|besluts)?protokoll(?:\s?s?utdrag)?\b(?!\s+(?:från|av|för|den|styr))", re.IGNORECASE
)
_ITEM = compiled(
    r"(?:[A-ZÅÄÖ][\w./-]{0,9}\s+|[A-ZÅÄÖ][\w-]*(?:styrelsen|nämnden|utskottet|fullmäktige)s?\s+)?§\s*[0-9]{1,4}(?!\s*[–,-]|\s+(?:och|i|st)\b)[^.;]*$"
)
_ITEM_MAY_BE = 200  # characters
_MEMO = compiled(r"\b(?:tjänsteskrivelse|tjänsteutlåtande|förslag till beslut|\w*direktörens förslag|i tjänsten|ärendebeskrivning)\b")
_TENDER = compiled(
    r"\b(?:förfrågningsunderlag|upphandlingsdokument|regelbok|vårdgivaren|leverantören|anbudsgivaren|utföraren|vårdenheten|uppdragstagaren)\w*"
)
_TENDER_FROM = 5  # such words: a memo or minutes about a tender document mention it a few times


def properties_of(document: Document) -> Properties:
    """Return the kind, the date and the case numbers that the text shows; the title is left to the reader of the format."""
    texts = list(_texts(document))
    whole = "\n".join(texts)
    return Properties(
        title=document.properties.title,
        kind=_kind_of(document, whole.lower()),
        date=_date_of(document),
        case_numbers=tuple(dict.fromkeys(_cases(whole))),
    )


def _texts(document: Document) -> Iterator[str]:
    yield from (piece.text for piece in document.furniture)
    yield from (paragraph.after or paragraph.before for paragraph in document.paragraphs)


def _cases(text: str) -> Iterator[str]:
    for reference in references_in(text):
        if reference.kind is ReferenceKind.CASE and reference.case:
            yield reference.literal if reference.case.prefix else reference.target


def _kind_of(document: Document, text: str) -> str:
    said = len(set(_MINUTES.findall(text))) + _is_called_minutes(document)
    items = any(len(line) <= _ITEM_MAY_BE and _ITEM.match(line) for line in _texts(document))
    tender = len(_TENDER.findall(text)) >= _TENDER_FROM
    if said > 1 or (items and (said or not tender)):
        return "minutes"
    if _MEMO.search(text):
        return "memo"
    return "tender" if tender else "other"


def _is_called_minutes(document: Document) -> bool:
    """Tell whether the head of the document calls it minutes or an extract of minutes."""
    head = [paragraph.after for _, paragraph in zip(range(_HEAD), document.paragraphs, strict=False)]
    shown = [piece.text for piece in document.furniture]
    return any(len(text) <= _HEADER_MAY_BE and _CALLED_MINUTES.match(text) is not None for text in (*shown, *head))


def _date_of(document: Document) -> str | None:
    """Return the date at the document's head: alone, or with a body's name or a word such as "Datum" on its line."""
    head = [paragraph.after for _, paragraph in zip(range(_HEAD), document.paragraphs, strict=False)]
    shown = [(piece.text, _HEADER_MAY_BE) for piece in document.furniture]
    for text, most in (*shown, *((text, _DATE_LINE_MAY_BE) for text in head)):
        dates = [date.iso for date in dates_in(text) if date.iso] if len(text) <= most and "§" not in text else []
        if dates:
            return dates[0]
    return None
