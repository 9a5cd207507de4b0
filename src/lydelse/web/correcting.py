"""What a person corrects of a review on the page: which amounts belong together, and how a table is read; the review is then made anew."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lydelse.model.corrections import Corrections, Pairing, TableReading
from lydelse.model.message import Message
from lydelse.records import replace
from lydelse.web.forms import Form
from lydelse.web.orders import Kind
from lydelse.web.readings import ReadAmount, Readings, readings_of
from lydelse.web.site import Visit, finished
from lydelse.web.works import Work

MOST = 50
"""More rows of headers or columns of names are a mistake of writing."""


async def corrections(request: Request) -> Response:
    """Show what of a review can be corrected, and what has been."""
    visit = Visit(request)
    return _page(visit, _reviewed(visit))


async def correct(request: Request) -> Response:
    """Take a correction, or take one back, and make the review anew with it; what is wrong with it is said first."""
    visit = Visit(request)
    async with visit.form() as form:
        work = _reviewed(visit)
        corrected = _corrected(work.order.corrections, form, readings_of(work.folder))
        if isinstance(corrected, Message):
            return _page(visit, work, corrected)
        if corrected != work.order.corrections:
            visit.site.desk.anew(work, replace(work.order, corrections=corrected), form.secret("password"))
    return visit.goes_to(f"/works/{work.name}")


def _page(visit: Visit, work: Work, wrong: Message | None = None) -> Response:
    facts = {"work": work, "readings": readings_of(work.folder), "made": _made(work.order.corrections), "wrong": wrong}
    return visit.page("corrections.html", facts, status=422 if wrong else 200)


def _reviewed(visit: Visit) -> Work:
    """Return the work that the address names.

    Raises:
        HTTPException: 404 where it is no finished review, 409 where it is being made anew.
    """
    work = visit.work()
    if work.order.kind is not Kind.REVIEW:
        raise HTTPException(404)
    return finished(work)


def _made(made: Corrections) -> tuple[tuple[str, Message], ...]:
    """Return what is said of each correction, with the name by which it is taken back."""
    pairs = ((_name(each), each.told(each.before.section_id, each.after.section_id)) for each in made.pairings)
    tables = ((_name(each), each.told(each.path.rpartition("/")[0])) for each in made.tables)
    return (*pairs, *tables)


def _name(each: Pairing | TableReading) -> str:
    """Return the name of a correction, which is its own whatever else is corrected or taken back meanwhile."""
    return sha256(repr(each).encode()).hexdigest()[:16]


def _corrected(made: Corrections, form: Form, readings: Readings) -> Corrections | Message:
    """Return the corrections with what a form adds or takes back, or what is wrong with that."""
    if back := form.line("remove"):
        pairings = tuple(each for each in made.pairings if back != _name(each))
        return replace(made, pairings=pairings, tables=tuple(each for each in made.tables if back != _name(each)))
    if form.line("pair"):
        pairing = _pairing(form, readings)
        if isinstance(pairing, Message):
            return pairing
        others_paired = tuple(each for each in made.pairings if (each.before, each.after) != (pairing.before, pairing.after))
        return replace(made, pairings=(*others_paired, pairing))
    reading = _reading(form, readings)
    if isinstance(reading, Message):
        return reading
    others = tuple(each for each in made.tables if (each.path, each.begins) != (reading.path, reading.begins))
    return replace(made, tables=(*others, reading))


def _pairing(form: Form, readings: Readings) -> Pairing | Message:
    before, after = _amount(readings.before, form.line("before")), _amount(readings.after, form.line("after"))
    if before is None or after is None:
        return Message("web.correct.choose-two")
    together = form.line("pair") != "apart"
    if not together and before.partner != after.statement.literal:
        return Message("web.correct.no-pair", {"before": before.statement.literal, "after": after.statement.literal})
    return Pairing(before.statement, after.statement, together=together)


def _amount(amounts: Iterable[ReadAmount], key: str) -> ReadAmount | None:
    return next((each for each in amounts if each.key == key), None)


def _reading(form: Form, readings: Readings) -> TableReading | Message:
    at, rows, columns = _count(form, "table", 0), _count(form, "rows", 0), _count(form, "columns", 1)
    found = readings.tables[at] if at is not None and at < len(readings.tables) else None
    if found is None or found.path != form.line("path"):
        return Message("web.correct.no-table")
    if form.line("as-text"):
        return TableReading(found.path, found.begins, is_table=False)
    if rows is None or columns is None:
        return Message("web.correct.no-count", {"most": MOST})
    return TableReading(found.path, found.begins, rows, columns)


def _count(form: Form, name: str, least: int) -> int | None:
    """Return a number that a form holds, None where it holds none that counts."""
    written = form.line(name)
    if not (written.isascii() and written.isdecimal() and len(written) < 5):
        return None
    return int(written) if int(written) >= least and (name == "table" or int(written) <= MOST) else None
