"""The pages and their addresses, behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from lydelse.patterns import compiled
from lydelse.reports.wording import LANGUAGES
from lydelse.web import correcting, handling, modelling, ordering, reading, working
from lydelse.web.guard import Guard
from lydelse.web.site import Site, Visit

STATIC = Path(__file__).parent / "static"
PAGE = compiled(r"(?:/[\w-]+)*/?")
"""What the address of a page of ours looks like, without what all begin with; never another site's."""
TOLD = frozenset({400, 403, 404, 405, 409, 413, 429})
"""The statuses that have a sentence of their own."""


def application(site: Site) -> Guard:
    """Return the pages of a site behind their checks."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await site.desk.close()

    pages = Starlette(
        routes=[Mount(site.door.prefix, routes=_routes())],
        exception_handlers={HTTPException: _told, 500: _told},
        lifespan=lifespan,
    )
    pages.state.site = site
    return Guard(pages, site.keys, site.door, site.renderer)


def _routes() -> list[BaseRoute]:
    return [
        Route("/", ordering.review_form),
        Route("/check", ordering.check_form),
        Route("/minutes", ordering.minutes_form),
        Route("/model", ordering.model_form),
        Route("/order/{kind}", ordering.order, methods=["POST"]),
        Route("/rules/{kind}", ordering.rules, methods=["POST"]),
        Route("/language", _language, methods=["POST"]),
        Route("/works", working.works),
        Route("/works/{work}", working.work),
        Route("/works/{work}/state", working.state),
        Route("/works/{work}/corrections", correcting.corrections),
        Route("/works/{work}/report", reading.report),
        Route("/works/{work}/files/{form}", reading.download),
        *(
            Route(f"/works/{{work}}/{act.__name__}", act, methods=["POST"])
            for act in (
                working.cancel,
                working.delete,
                working.retry,
                working.again,
                working.revised,
                modelling.model,
                handling.handle,
                correcting.correct,
            )
        ),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


async def _language(request: Request) -> Response:
    """Remember which language the visitor reads, and lead back to the page that it was chosen on."""
    visit = Visit(request)
    async with visit.form() as form:
        if (language := form.line("language")) in LANGUAGES:
            visit.site.keys.speaks(visit.session_name, language)
        back = form.line("back")
    return visit.goes_to(back if PAGE.fullmatch(back) else "/")


async def _told(request: Request, error: Exception) -> Response:
    """Say in a sentence what could not be answered."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    key = f"web.error.{status}" if status in TOLD else "web.error.500"
    return Visit(request).page("error.html", {"key": key}, status=status)
