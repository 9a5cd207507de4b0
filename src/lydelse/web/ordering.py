"""The pages where work is ordered: which files, what kind of work, and what is given for the first page."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lydelse.model.case import Case
from lydelse.records import replace
from lydelse.web.desk import Left
from lydelse.web.forms import Form
from lydelse.web.names import safe_name
from lydelse.web.orders import Kind, Order, Role
from lydelse.web.rendering import DOCUMENTS
from lydelse.web.site import Visit

NEEDED = {
    Kind.REVIEW: (Role.BEFORE,),
    Kind.CHECK: (Role.PAPER,),
    Kind.MINUTES: (Role.PAPER,),
    Kind.DRAFT: (Role.BEFORE,),
    Kind.MODEL: (Role.MODEL, Role.BEFORE),
}
"""The files that each kind of work cannot be without."""
PAGES_OF = {Kind.REVIEW: "/", Kind.CHECK: "/check", Kind.MINUTES: "/minutes"}
"""Where the form of each kind stands that has rules."""
FOLDER = "folder"
"""The field in which a whole folder is left."""
STATUSES = ("", "draft", "final")


async def review_form(request: Request) -> Response:
    """Show the first page: a document is left, and reviewed."""
    return _form(Visit(request), Kind.REVIEW)


async def check_form(request: Request) -> Response:
    """Show the page where documents are left that are checked each by itself."""
    return _form(Visit(request), Kind.CHECK)


async def minutes_form(request: Request) -> Response:
    """Show the page where the papers of a case are left."""
    return _form(Visit(request), Kind.MINUTES)


async def model_form(request: Request) -> Response:
    """Show the page where a model is drafted, or tested against a document."""
    return _form(Visit(request), Kind.MODEL)


FORMS = {
    Kind.REVIEW: "review.html",
    Kind.CHECK: "check.html",
    Kind.MINUTES: "minutes.html",
    Kind.DRAFT: "model.html",
    Kind.MODEL: "model.html",
}


async def order(request: Request) -> Response:
    """Take in an order, and lead on to its page; without the file that it needs the form is shown again and says so."""
    visit = Visit(request)
    kind = _kind_of(request)
    if visit.site.desk.is_full_for(visit.session.owner):
        raise HTTPException(429)
    async with visit.form() as form:
        left = [*_left(form), *_of_folder(form)]
        missing = [role for role in NEEDED[kind] if role not in {role for role, _, _ in left}]
        if missing:
            return _form(visit, kind, missing[0])
        off = visit.site.desk.rules_off.of(visit.session.owner, kind)
        ordered = replace(ordered_by(form, kind, visit.language), ignore=off)
        work = await visit.site.desk.take_in(visit.session.owner, ordered, left, form.secret("password"))
    return visit.goes_to(f"/works/{work.name}")


def _form(visit: Visit, kind: Kind, missing: Role | None = None) -> Response:
    """Show the form of a kind of work, with what it lacks where it was sent without a file that it needs."""
    off = visit.site.desk.rules_off
    facts = {
        "missing": missing,
        "asked": kind if missing else None,
        "statuses": STATUSES,
        "kind": kind,
        "rules_off": tuple(sorted(off.of(visit.session.owner, kind))),
        "rules_unkept": off.unkept,
    }
    return visit.page(FORMS[kind], facts, status=422 if missing else 200)


async def rules(request: Request) -> Response:
    """Turn a rule on again for a kind of documents, and lead back to the form of that kind."""
    visit = Visit(request)
    kind = _kind_of(request)
    if kind not in PAGES_OF:
        raise HTTPException(404)
    async with visit.form() as form:
        visit.site.desk.rules_off.turn(visit.session.owner, kind, on=form.line("rule-on"))
    return visit.goes_to(PAGES_OF[kind])


def _kind_of(request: Request) -> Kind:
    """Return the kind of work that the address names.

    Raises:
        HTTPException: 404 where it names none.
    """
    try:
        return Kind(request.path_params["kind"])
    except ValueError as unknown:
        raise HTTPException(404) from unknown


def _left(form: Form) -> Iterable[Left]:
    """Yield the files that were left, by the roles whose names the fields have."""
    for role in Role:
        for file in form.files(role.value):
            yield role, file.filename or "", file.file


def _of_folder(form: Form) -> Iterable[Left]:
    """Yield the documents of a folder that was left; it may hold anything."""
    for file in form.files(FOLDER):
        if _is_read(file.filename or ""):
            yield Role.PAPER, file.filename or "", file.file


def _passed_over(form: Form) -> tuple[str, ...]:
    """Return the names of what else a folder held that was left."""
    names = (safe_name(file.filename or "") for file in form.files(FOLDER) if not _is_read(file.filename or ""))
    return tuple(dict.fromkeys(names))


def _is_read(name: str) -> bool:
    return name.lower().endswith(tuple(DOCUMENTS.split(",")))


def ordered_by(form: Form, kind: Kind, language: str) -> Order:
    """Return what a form orders, without its files."""
    status = form.line("status")
    case = Case(
        number=form.line("case-number"),
        title=form.line("case-title"),
        prepared_by=form.line("prepared-by"),
        status=status if status in STATUSES else "",
        date=form.line("date"),
        authority=form.line("authority"),
    )
    return Order(kind, (), language, case, passed_over=_passed_over(form))
