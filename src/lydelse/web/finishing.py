"""The page of a finished work: what came of it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from starlette.responses import Response

from lydelse.model.message import Message
from lydelse.records import dataclass
from lydelse.web.modelling import model_of, shown_model
from lydelse.web.orders import Kind
from lydelse.web.results import shown_result
from lydelse.web.site import Visit
from lydelse.web.works import Work

KINDS_HANDLED = frozenset({Kind.REVIEW, Kind.CHECK, Kind.MINUTES})
"""The kinds of work whose reports say what is handled."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says of the findings of a work: who says it, when, and why each that is handled is; ``wrong`` is what it lacks."""

    who: str
    when: str
    reasons: Mapping[str, str]
    wrong: Message | None = None


def said_before(work: Work) -> Said:
    """Return what the form shows at first: what was said before, by whoever said it last, and else by whoever prepares the report."""
    handled = work.order.handled
    who = handled[-1].who if handled else work.order.case.prepared_by
    return Said(who, datetime.now(UTC).astimezone().date().isoformat(), {each.finding_id: each.why for each in handled})


def finished_page(visit: Visit, work: Work, said: Said, *, status: int = 200) -> Response:
    """Return the page of a finished work, with what its form of handled findings is to show."""
    text = model_of(work)
    facts = {
        "work": work,
        "result": shown_result(work, visit.language),
        "model": shown_model(text) if text is not None else None,
        "said": said,
        "can_handle": work.order.kind in KINDS_HANDLED,
        "ignored": tuple(sorted(work.order.ignore)),
        "off_for_kind": visit.site.desk.rules_off.of(visit.session.owner, work.order.kind),
        "rules_unkept": visit.site.desk.rules_off.unkept,
        "handled": {each.finding_id: each for each in work.order.handled},
    }
    return visit.page("finished.html", facts, status=status)
