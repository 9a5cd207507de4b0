"""Minutes and memos as read, with what was found in them: ``lydelse/minutes/1``."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.model.amount import Amount
from lydelse.model.case_number import CaseNumber
from lydelse.model.finding import Passage
from lydelse.model.minutes import CaseMention, Citation, Item, Listed, Minutes, Motion, Part, Point, Present, Stance, Vote
from lydelse.model.minutes_review import CaseChain, Link, MinutesReview
from lydelse.model.place import Place
from lydelse.model.proceedings import Ballot, Ruling
from lydelse.reports.json_findings import confirmed_json, coverage_json, findings_part
from lydelse.reports.json_values import Json, box_json, decimal_json, dumped, passages_json, source_json, unread_json

SCHEMA = "lydelse/minutes/1"


def write(review: MinutesReview, *, version: str, language: str = "sv") -> str:
    """Return the JSON of minutes read together; ``version`` is that of the program."""
    content: Json = {
        "schema": SCHEMA,
        "version": version,
        "minutes": [_minutes(each, language) for each in review.minutes],
        "chains": [_chain(each) for each in review.chains],
        **findings_part(review, language),
        "confirmed": [confirmed_json(each, language) for each in review.confirmed],
        "coverage": [coverage_json(each) for each in review.coverage],
        "rules_off": list(review.rules_off),
        "unread": unread_json(review.unread, language),
    }
    return dumped(content)


def _minutes(minutes: Minutes, language: str) -> Json:
    return {
        "source": source_json(minutes.document.source, language),
        "kind": minutes.kind.value,
        "title": minutes.document.properties.title,
        "body": minutes.body,
        "date": minutes.date,
        "venue": minutes.venue,
        "attendance": [_present(each) for each in minutes.attendance],
        "adjusters": [_present(each) for each in minutes.adjusters],
        "items": [_item(each) for each in minutes.items],
    }


def _item(item: Item) -> Json:
    return {
        "paragraph": item.paragraph,
        "title": item.title,
        "case_number": item.case_numbers[0].shown if item.case_numbers else None,
        "case_numbers": [each.shown for each in item.case_numbers],
        **_at(item.place),
        "parts": [_part(each) for each in item.parts],
        "proposal": [_point(each) for each in item.proposal],
        "motions": [_motion(each) for each in item.motions],
        "order": _told(item.order),
        "outcomes": [each.value for each in item.outcomes],
        "votes": [_vote(each) for each in item.votes],
        "rulings": [_ruling(each) for each in item.course if isinstance(each, Ruling)],
        "ballots": [_ballot(each) for each in item.course if isinstance(each, Ballot)],
        "decision": [_point(each) for each in item.decision],
        "reservations": [_stance(each) for each in item.reservations],
        "statements": [_stance(each) for each in item.statements],
        "attachments": [each.text for each in item.attachments],
        "recipients": [each.text for each in item.recipients],
        "attachment_details": [_listed(each) for each in item.attachments],
        "recipient_details": [_listed(each) for each in item.recipients],
        "references": [_citation(each) for each in item.references],
        "case_mentions": [_mention(each) for each in item.mentions],
        "adjourned": _told(item.adjourned),
        "recused": _told(item.recused),
        "adjusted_immediately": item.adjusted_immediately is not None,
    }


def _at(place: Place) -> Json:
    return {"section_id": place.section_id, "page": place.page, "box": box_json(place.box)}


def _part(part: Part) -> Json:
    return {"kind": part.kind.value, "title": part.title, "text": part.text, **_at(part.place)}


def _point(point: Point) -> Json:
    return {
        "number": point.number,
        "text": point.text,
        "amounts": _amounts(point.amounts),
        "lead": point.lead,
        "heading": point.heading,
        **_at(point.place),
    }


def _amounts(amounts: Iterable[Amount]) -> list[Json]:
    return [
        {
            "value": decimal_json(each.value),
            "unit": each.unit,
            "kind": each.kind.value,
            "per": each.per,
            "text": each.literal,
            **_at(each.place),
        }
        for each in amounts
    ]


def _motion(motion: Motion) -> Json:
    return {
        "movers": [_present(each) for each in motion.movers],
        "text": motion.text,
        "supports": motion.supports.value,
        "withdrawn": motion.withdrawn,
        "points": [_point(each) for each in motion.points],
        "amounts": _amounts(motion.amounts),
        **_at(motion.place),
    }


def _present(present: Present) -> Json:
    return {"name": present.name, "party": present.party, "role": present.role.value}


def _vote(vote: Vote) -> Json:
    by_name = [{"name": present.name, "party": present.party, "vote": word} for present, word in vote.by_name]
    counts = {"yes": vote.yes, "no": vote.no, "abstaining": vote.abstaining}
    return {**counts, "text": vote.text, "by_name": by_name, **_at(vote.place)}


def _ruling(ruling: Ruling) -> Json:
    return {"outcome": ruling.outcome.value, "found": ruling.said, "text": ruling.text, **_at(ruling.place)}


def _ballot(ballot: Ballot) -> Json:
    return {"yes": ballot.yes, "no": ballot.no, "text": ballot.text, **_at(ballot.place)}


def _stance(stance: Stance) -> Json:
    return {"by": [_present(each) for each in stance.by], "text": stance.text, **_at(stance.place)}


def _listed(listed: Listed) -> Json:
    return {"text": listed.text, "date": listed.date, "case_number": _shown(listed.case_number), **_at(listed.place)}


def _citation(citation: Citation) -> Json:
    return {
        "body": citation.body,
        "date": citation.date,
        "paragraph": citation.paragraph,
        "case_number": _shown(citation.case_number),
        "text": citation.literal,
        **_at(citation.place),
    }


def _mention(mention: CaseMention) -> Json:
    return {"case_number": mention.case_number.shown, "text": mention.of, **_at(mention.place)}


def _shown(number: CaseNumber | None) -> str | None:
    return number.shown if number else None


def _told(passages: Iterable[Passage]) -> list[Json]:
    return [{"text": passage.text, **_at(passage.place)} for passage in passages]


def _chain(chain: CaseChain) -> Json:
    return {
        "case_number": chain.case_number.shown,
        "documents": list(chain.documents),
        "links": [_link(each) for each in chain.links],
        "places": passages_json(chain.passages),
    }


def _link(link: Link) -> Json:
    return {
        "stage": link.stage.value,
        "document": link.document,
        "body": link.body,
        "date": link.date,
        "paragraph": link.paragraph,
        "places": passages_json((link.passage,)),
    }
