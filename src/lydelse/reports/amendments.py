"""What became of each amendment when a document was consolidated: the list beside the document."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.model.consolidated import Amendment, Consolidated, LedElsewhere
from lydelse.model.message import Message
from lydelse.reports.json_document import document_json
from lydelse.reports.json_values import Json, dumped, source_json, unread_json
from lydelse.reports.wording import say

SCHEMA = "lydelse/consolidated/1"
QUOTED_AT_MOST = 110


def write_list(outcome: Consolidated, language: str = "sv") -> str:
    """Return the amendments as lines: how many were applied, and those that were not with the reason, then those that were."""
    return "".join(f"{line}\n" for line in _lines(outcome, language))


def _lines(outcome: Consolidated, language: str) -> Iterator[str]:
    counts = {"applied": len(outcome.applied), "all": len(outcome.amendments), "not_applied": len(outcome.not_applied)}
    yield say(Message("consolidate.summary", counts), language)
    for amendment in outcome.not_applied:
        yield f"! {_described(amendment)}"
        yield f"  {say(amendment.obstacle, language)}" if amendment.obstacle else ""
    for amendment in outcome.applied:
        yield f"{'?' if amendment.question else ' '} {_described(amendment)}"
        if amendment.question:
            yield f"  {say(amendment.question, language)}"
    for each in outcome.led_elsewhere:
        yield f"? {say(_led_elsewhere(each), language)}"
    for unread in outcome.unread:
        yield f"{unread.code} {say(unread.message, language)}"


def _led_elsewhere(each: LedElsewhere) -> Message:
    """Return what there is to say of a reference that leads elsewhere."""
    facts = {"section": each.place.section, "target": each.target, "meant": each.meant, "number": each.number, "found": each.found}
    return Message(f"consolidate.reference.{'gone' if not each.number else 'taken' if each.found else 'moved'}", facts)


def _described(amendment: Amendment) -> str:
    """Return an amendment in the signs of the mini-language, with where it stands in the redline."""
    struck = f"[-{_quoted(amendment.before)}-]" if amendment.before else ""
    added = f"{{+{_quoted(amendment.after)}+}}" if amendment.after else ""
    section = f"{amendment.place.section}: " if amendment.place.section else ""
    return section + " ".join(part for part in (struck, added) if part)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= QUOTED_AT_MOST else f"{line[:QUOTED_AT_MOST].rsplit(' ', 1)[0]} …"


def write_json(outcome: Consolidated, language: str = "sv") -> str:
    """Return the consolidated document and its amendments as JSON."""
    content: Json = {
        "schema": SCHEMA,
        "in_force": source_json(outcome.in_force, language),
        "redline": source_json(outcome.redline, language),
        "document": document_json(outcome.document, (), language),
        "amendments": [_amendment(each, language) for each in outcome.amendments],
        "references": [_reference(each, language) for each in outcome.led_elsewhere],
        "unread": unread_json(outcome.unread, language),
        "summary": {"amendments": len(outcome.amendments), "applied": len(outcome.applied), "not_applied": len(outcome.not_applied)},
    }
    return dumped(content)


def _reference(each: LedElsewhere, language: str) -> Json:
    return {
        "section": each.place.section,
        "section_id": each.place.section_id,
        "target": each.target,
        "now": each.number or None,
        "message": say(_led_elsewhere(each), language),
    }


def _amendment(amendment: Amendment, language: str) -> Json:
    return {
        "section": amendment.place.section,
        "section_id": amendment.place.section_id,
        "page": amendment.place.page,
        "before": amendment.before,
        "after": amendment.after,
        "applied": amendment.is_applied,
        "reason": say(amendment.obstacle, language) if amendment.obstacle else None,
        "question": say(amendment.question, language) if amendment.question else None,
    }
