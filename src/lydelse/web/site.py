"""What every page is given: the visitor's session, the desk, and the words."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from lydelse.records import dataclass
from lydelse.web.desk import Desk
from lydelse.web.doors import Door
from lydelse.web.forms import MOST_BYTES, TOKEN, Form, form_of
from lydelse.web.keys import Keys, Session
from lydelse.web.rendering import Renderer
from lydelse.web.works import Finished, Work

if TYPE_CHECKING:
    from lydelse.web.kept import History


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages share. ``history`` is where finished work is kept, None where nothing is."""

    keys: Keys
    door: Door
    renderer: Renderer
    desk: Desk
    history: History | None = None


class Visit:
    """One request of a visitor who has been let in."""

    def __init__(self, request: Request) -> None:
        """Find out who it is."""
        self.request = request
        self.site: Site = request.app.state.site
        self.session_name: str
        self.session: Session
        self.session_name, self.session = request.state.session

    @property
    def language(self) -> str:
        """The language that the visitor reads."""
        return self.session.language

    def page(self, template: str, facts: Mapping[str, Any] | None = None, *, status: int = 200) -> Response:
        """Return a page."""
        shared = {
            "token": self.session.forms,
            "token_name": TOKEN,
            "here": self._here(),
            "history": self.site.history,
            "most_bytes": MOST_BYTES,
        }
        return HTMLResponse(self.site.renderer.page(template, self.language, **shared, **(facts or {})), status)

    def goes_to(self, path: str) -> Response:
        """Return the answer that leads on to another of our pages."""
        return RedirectResponse(f"{self.site.door.prefix}{path}", 303)

    def form(self) -> AbstractAsyncContextManager[Form]:
        """Read the form that was sent."""
        return form_of(self.request, self.session)

    def work(self) -> Work:
        """Return the work that the address names.

        Raises:
            HTTPException: 404 where this visitor has no such work.
        """
        work = self.site.desk.works.get(self.request.path_params["work"])
        if work is None or work.owner != self.session.owner:
            raise HTTPException(404)
        return work

    def _here(self) -> str:
        """Return the address of this page, without what all addresses begin with."""
        return self.request.url.path.removeprefix(self.site.door.prefix)


def finished(work: Work) -> Work:
    """Return a work that is finished.

    Raises:
        HTTPException: 409 where it is not over yet, 404 where it came to nothing.
    """
    if not isinstance(work.state, Finished):
        raise HTTPException(404 if work.over else 409)
    return work
