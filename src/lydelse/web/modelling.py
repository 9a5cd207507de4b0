"""The form of a calculation model: its names and relations changed, the whole of it tested against the document, or saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lydelse.model.message import Message
from lydelse.records import replace
from lydelse.web.forms import Form
from lydelse.web.model_text import NAME, QUANTITY, RELATION, Edits, ModelPart, edited, parts_of
from lydelse.web.orders import Kind, Role
from lydelse.web.site import Visit
from lydelse.web.tasks import report_file
from lydelse.web.works import Finished, Work
from lydelse.workers import Done

MODEL_NAME = "modell.toml"


def shown_model(text: str) -> Mapping[str, Any]:
    """Return what the form of a model shows."""
    parts = parts_of(text)
    return {
        "text": text,
        "quantities": [part for part in parts if part.kind == QUANTITY],
        "relations": [part for part in parts if part.kind == RELATION],
    }


def model_of(work: Work) -> str | None:
    """Return the text of the model that a finished work drafted or tested, None where it is no text."""
    if not isinstance(work.state, Finished) or "toml" not in work.state.made.forms:
        return None
    return report_file(work.folder, "toml").read_text(encoding="utf-8")


async def model(request: Request) -> Response:
    """Take a form of a model: test the model against the document of its work, or send it as a file; say what is wrong with it first."""
    visit = Visit(request)
    async with visit.form() as form:
        work = visit.work()
        before = model_of(work)
        if before is None:
            raise HTTPException(404)
        text, wrong = _written(form, before)
        wrong = wrong or await _judged(visit, text)
        if wrong:
            return visit.page("model_wrong.html", {"work": work, "wrong": wrong, "model": shown_model(text)}, status=422)
        if form.line("save"):
            headers = {"content-disposition": f'attachment; filename="{MODEL_NAME}"'}
            return Response(text, media_type="application/toml", headers=headers)
        order = replace(work.order.without({Role.MODEL}), kind=Kind.MODEL)
        fresh = await visit.site.desk.again(work, order, form.secret("password"), [(Role.MODEL, MODEL_NAME, BytesIO(text.encode()))])
    return visit.goes_to(f"/works/{fresh.name}")


async def _judged(visit: Visit, text: str) -> Message | None:
    """Return what is wrong with a model by itself, None where nothing is."""
    outcome = await visit.site.desk.judge(text)
    return None if outcome is None or isinstance(outcome, Done) else outcome.message


def _written(form: Form, before: str) -> tuple[str, Message | None]:
    """Return the model as the form has it, and what is wrong with a name in it."""
    if form.line("whole"):
        return form.text("text"), None
    parts = parts_of(before)
    names = dict(_changed(form, parts))
    for new in names.values():
        if not NAME.fullmatch(new):
            return before, Message("web.model.bad-name", {"name": new})
    expressions = {part.name: " ".join(form.text(f"uttryck:{part.name}").split()) for part in parts if part.kind == RELATION}
    left_out = {(part.kind, part.name) for part in parts if form.line(f"bort:{part.kind}:{part.name}")}
    kept = {name: said for name, said in expressions.items() if said}
    return edited(before, Edits(names, kept, left_out)), None


def _changed(form: Form, parts: tuple[ModelPart, ...]) -> Iterator[tuple[tuple[str, str], str]]:
    for part in parts:
        new = form.line(f"namn:{part.kind}:{part.name}")
        if new and new != part.name:
            yield (part.kind, part.name), new
