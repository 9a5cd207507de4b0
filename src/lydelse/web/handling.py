"""Findings marked as handled: who, when and why, which the reports then say beside the finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lydelse.model.handling import Handled
from lydelse.model.message import Message
from lydelse.records import replace
from lydelse.web.finishing import KINDS_HANDLED, Said, finished_page
from lydelse.web.forms import Form
from lydelse.web.results import shown_result
from lydelse.web.site import Visit, finished
from lydelse.web.works import Work


async def handle(request: Request) -> Response:
    """Take what is said of the findings of a work, and write its reports anew with that."""
    visit = Visit(request)
    async with visit.form() as form:
        work = visit.work()
        if work.order.kind not in KINDS_HANDLED:
            raise HTTPException(404)
        finished(work)
        findings = [finding.id for finding in shown_result(work, visit.language).findings]
        said = _said(form, work, findings)
        handled = (*_gone(work, findings), *_handled(work, said))
        if said.wrong and handled != work.order.handled:
            return finished_page(visit, work, said, status=422)
        if handled != work.order.handled:
            visit.site.desk.anew(work, replace(work.order, handled=handled), form.secret("password"))
    return visit.goes_to(f"/works/{work.name}#fynd")


def _said(form: Form, work: Work, findings: Sequence[str]) -> Said:
    """Return what a form says; of what it left as it was shown, what is said by now: another window may have said it meanwhile."""
    now = {each.finding_id: each.why for each in work.order.handled}
    reasons = {id_: " ".join(form.text(f"why:{id_}").split()) for id_ in findings}
    left = {id_ for id_, why in reasons.items() if f"was:{id_}" in form.fields and " ".join(form.text(f"was:{id_}").split()) == why}
    reasons |= {id_: now.get(id_, "") for id_ in left}
    who, when = form.line("who"), form.line("when")
    wrong = None if who else Message("web.handled.no-name")
    if wrong is None and not _is_day(when):
        wrong = Message("web.handled.no-day", {"value": when})
    return Said(who, when, {id_: why for id_, why in reasons.items() if why}, wrong)


def _handled(work: Work, said: Said) -> Iterator[Handled]:
    """Yield what is said of each finding; what was said before in the same words stands as it was, by whoever said it."""
    before = {each.finding_id: each for each in work.order.handled}
    for id_, why in said.reasons.items():
        earlier = before.get(id_)
        yield earlier if earlier and earlier.why == why else Handled(id_, said.who, said.when, why)


def _gone(work: Work, findings: Sequence[str]) -> Iterator[Handled]:
    """Yield what was said of findings that are found no more."""
    return (each for each in work.order.handled if each.finding_id not in findings)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
