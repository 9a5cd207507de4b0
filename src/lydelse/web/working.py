"""The pages of a work: how far it has come, what came of it, and what can be done with it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from lydelse.records import replace
from lydelse.reports.wording import say
from lydelse.web.finishing import finished_page, said_before
from lydelse.web.forms import Form
from lydelse.web.orders import Kind, Order, Role
from lydelse.web.progress import progress_of
from lydelse.web.rules_off import CODE
from lydelse.web.site import Visit
from lydelse.web.tasks import report_file
from lydelse.web.works import Cancelled, Failed, Finished, Underway, Waiting

PAGES = {
    Waiting: "underway.html",
    Underway: "underway.html",
    Failed: "failed.html",
    Cancelled: "cancelled.html",
}


async def works(request: Request) -> Response:
    """Show the visitor's works, the latest first."""
    visit = Visit(request)
    return visit.page("works.html", {"works": visit.site.desk.works.of(visit.session.owner)})


async def work(request: Request) -> Response:
    """Show a work as far as it has come."""
    visit = Visit(request)
    shown = visit.work()
    if isinstance(shown.state, Finished):
        return finished_page(visit, shown, said_before(shown))
    return visit.page(PAGES[type(shown.state)], {"work": shown, "progress": progress_of(shown)})


async def state(request: Request) -> Response:
    """Tell the script of the page of a work how far it has come."""
    visit = Visit(request)
    shown = visit.work()
    progress = progress_of(shown)
    return JSONResponse({"over": shown.over, "step": say(progress.step, visit.language), "done": progress.done, "of": progress.of})


async def cancel(request: Request) -> Response:
    """End a work."""
    visit = Visit(request)
    async with visit.form():
        await visit.site.desk.cancel(visit.work())
    return visit.goes_to(f"/works/{visit.work().name}")


async def delete(request: Request) -> Response:
    """Remove a work with its files."""
    visit = Visit(request)
    async with visit.form():
        await visit.site.desk.delete(visit.work())
    return visit.goes_to("/works")


async def retry(request: Request) -> Response:
    """Carry out a work anew that could not be done, with the password that was given."""
    visit = Visit(request)
    async with visit.form() as form:
        failed = visit.work()
        if isinstance(failed.state, Failed):
            visit.site.desk.retry(failed, form.secret("password"))
    return visit.goes_to(f"/works/{failed.name}")


async def again(request: Request) -> Response:
    """Carry out the same work once more, as it is or with the versions changed for one another."""
    visit = Visit(request)
    async with visit.form() as form:
        done = visit.work()
        order = _changed(done.order, form)
        if form.line("for-kind"):
            off, on = form.line("rule-off"), form.line("rule-on")
            visit.site.desk.rules_off.turn(visit.session.owner, done.order.kind, off=off, on=on)
        fresh = await visit.site.desk.again(done, order, form.secret("password"))
    return visit.goes_to(f"/works/{fresh.name}")


async def revised(request: Request) -> Response:
    """Review a new version of the document as the earlier one was, and tell what is new since then."""
    visit = Visit(request)
    async with visit.form() as form:
        done = visit.work()
        left = [(role, file.filename or "", file.file) for role in Role for file in form.files(role.value)]
        if not left or done.order.kind is not Kind.REVIEW:
            return visit.goes_to(f"/works/{done.name}#mer")
        fresh = await visit.site.desk.again(
            done, done.order.without({role for role, _, _ in left}), form.secret("password"), left, earlier=report_file(done.folder, "json")
        )
    return visit.goes_to(f"/works/{fresh.name}")


def _changed(order: Order, form: Form) -> Order:
    """Return an order with what a form changes of it: the versions for one another, a rule off or on again."""
    if form.line("turned"):
        return order.turned
    off, on = form.line("rule-off"), form.line("rule-on")
    return replace(order, ignore=(order.ignore | ({off} if CODE.fullmatch(off) else set())) - {on})
