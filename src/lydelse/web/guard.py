"""Who is let in: whoever holds the key, by this machine's own name for the page, from the page itself. Everybody else gets 403.

What each check is against: the Host, a foreign name that is made to lead to this machine; the Origin and Sec-Fetch-Site, other pages that
the same browser shows; the key and the cookie, other users of the same machine.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lydelse.web.doors import KEY, Door
from lydelse.web.keys import Keys, Session
from lydelse.web.rendering import Renderer

COOKIE = "lydelse"
PROXY_KEY = "lydelse-key"
"""The header in which a proxy that signs people in shows the key."""
SAFE, CHANGING = frozenset({"GET", "HEAD"}), frozenset({"POST"})
OWN_PAGES = frozenset({"", "same-origin", "none"})
"""What Sec-Fetch-Site says of a request from the page itself, or that the user made; "" for a browser that says nothing."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer a form of our own would come with the origin "null"
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """The pages behind their checks."""

    def __init__(self, pages: ASGIApp, keys: Keys, door: Door, renderer: Renderer) -> None:
        """Put the checks before ``pages``."""
        self._pages, self._keys, self._door, self._renderer = pages, keys, door, renderer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have the pages answer it."""
        match scope["type"]:
            case "lifespan":
                await self._pages(scope, receive, send)
            case "http":
                answer = self._refusal(scope) or self._opening(scope) or self._entrance(scope)
                await answer(scope, receive, _with_headers(send))
            case _:
                await send({"type": "websocket.close", "code": 1008})

    def _refusal(self, scope: Scope) -> Response | None:
        """Return the refusal of a request that another page or another name has led here, None where neither has."""
        headers = Headers(scope=scope)
        hosts = [host.lower() for host in headers.getlist("host")]
        if len(hosts) != 1 or hosts[0] not in self._door.hosts:
            return self._forbidden()
        if scope["method"] not in SAFE | CHANGING:
            return Response(status_code=405, headers={"allow": "GET, HEAD, POST"})
        if scope["method"] in CHANGING and headers.get("origin", "").lower() not in self._door.origins:
            return self._forbidden()
        if self._door.shared and not self._keys.fits(headers.get(PROXY_KEY, "")):
            return self._forbidden()
        return None

    def _opening(self, scope: Scope) -> Response | None:
        """Return the page that exchanges the key for a session, None where that is not what is asked for.

        It is a page and no redirect: a browser that was led here from a file does not send a strict cookie along with a redirect.
        Its address, which holds the key, is told to no page.
        """
        if scope["method"] not in SAFE or scope["path"] != "/":
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get(KEY, [""])
        comes_with_key = not self._door.shared and self._keys.fits(given[0])
        comes_through_proxy = self._door.shared and self._session(scope) is None
        if not (comes_with_key or comes_through_proxy):
            return None
        opened = HTMLResponse(self._renderer.opening(self._door.start), headers={"referrer-policy": "no-referrer"})
        name = self._keys.opened(shared=self._door.shared)
        opened.set_cookie(COOKIE, name, path=self._door.start, httponly=True, samesite="strict", secure=self._door.shared)
        return opened

    def _entrance(self, scope: Scope) -> ASGIApp:
        """Return the pages for a request with a session, else the refusal."""
        session = self._session(scope)
        from_own_page = Headers(scope=scope).get("sec-fetch-site", "") in OWN_PAGES
        if session is None or not from_own_page or not scope["path"].startswith(self._door.start):
            return self._forbidden()
        scope.setdefault("state", {})["session"] = session
        return self._pages

    def _session(self, scope: Scope) -> tuple[str, Session] | None:
        """Return the session that a request's cookie names, with its name."""
        name = _cookie_of(Headers(scope=scope))
        session = self._keys.session(name)
        return (name, session) if session else None

    def _forbidden(self) -> Response:
        return HTMLResponse(self._renderer.forbidden(), 403)


def _cookie_of(headers: Headers) -> str:
    cookie: SimpleCookie = SimpleCookie()
    try:
        cookie.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return cookie[COOKIE].value if COOKIE in cookie else ""


def _with_headers(send: Send) -> Send:
    """Return what sends an answer with the headers that every answer has; one that it sets itself it keeps."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers
