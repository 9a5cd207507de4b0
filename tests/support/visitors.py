"""The local page as a server on this machine, and a visitor that speaks to it as a browser does, or as an attacker would."""

from __future__ import annotations

import asyncio
import http.client
import re
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from lydelse.web.desk import LIMITS, Desk
from lydelse.web.doors import Door, own_door
from lydelse.web.kept import History
from lydelse.web.keys import Keys
from lydelse.web.rendering import Renderer
from lydelse.web.server import server_of
from lydelse.web.site import Site
from lydelse.workers import Limits

LONGEST = 90.0
"""Seconds that a work of a test may take on a machine that others use as well."""


@dataclass
class Answer:
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


Files = Sequence[tuple[str, str, bytes]]
"""Files of a form: the field, the name that is sent, what it holds."""


@dataclass
class Visitor:
    """Somebody who sends requests to a page; with a cookie and a form's token once the page has been opened."""

    door: Door
    cookie: str = ""
    token: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The Host that a browser would send."""
        return self.door.names[0] if self.door.shared else f"127.0.0.1:{self.door.port}"

    @property
    def origin(self) -> str:
        """The Origin that a browser would send."""
        return f"{'https' if self.door.shared else 'http'}://{self.host}"

    def send(self, method: str, path: str, headers: Mapping[str, str | None] | None = None, body: bytes = b"") -> Answer:
        """Send a request with just these headers besides the usual; None leaves one out."""
        usual: dict[str, str | None] = {"host": self.host, "cookie": self.cookie or None, **self.extra, **(headers or {})}
        connection = http.client.HTTPConnection("127.0.0.1", self.door.port, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in usual.items():
            if value is not None:
                connection.putheader(name, value)
        if body and "transfer-encoding" not in usual:
            connection.putheader("content-length", str(len(body)))
        connection.endheaders(body or None)
        answer = connection.getresponse()
        answered = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return answered

    def get(self, path: str, headers: Mapping[str, str | None] | None = None) -> Answer:
        """Ask for a page of ours."""
        return self.send("GET", self.door.prefix + path, headers)

    def open(self, key: str) -> Answer:
        """Come with the key, and keep the cookie and the token of the forms."""
        opened = self.send("GET", f"/?nyckel={key}" if key else "/")
        self.cookie = (opened.headers.get("set-cookie") or "").partition(";")[0]
        found = re.search(r'name="formular" value="([^"]+)"', self.get("/").text)
        self.token = found[1] if found else ""
        return opened

    def post(
        self, path: str, fields: Mapping[str, str] | None = None, files: Files = (), headers: Mapping[str, str | None] | None = None
    ) -> Answer:
        """Send a form as a page of ours would."""
        known = {"formular": self.token, **(fields or {})}
        body, kind = multipart(known, files) if files else (urlencode(known).encode(), "application/x-www-form-urlencoded")
        return self.send("POST", self.door.prefix + path, {"origin": self.origin, "content-type": kind, **(headers or {})}, body)

    def order(self, kind: str, files: Files, fields: Mapping[str, str] | None = None) -> str:
        """Order work and return the address of its page."""
        answer = self.post(f"/order/{kind}", fields, files)
        assert answer.status == 303, answer.text
        return (answer.headers["location"] or "").removeprefix(self.door.prefix)

    def finished(self, work: str) -> str:
        """Wait until a work is over, and return its page."""
        until = time.monotonic() + LONGEST
        while '"over":false' in (told := self.get(f"{work}/state").text):
            assert time.monotonic() < until, told
            time.sleep(0.05)
        return self.get(work).text


def multipart(fields: Mapping[str, str], files: Files) -> tuple[bytes, str]:
    """Return a form with files as a browser writes it, and its type."""
    edge = secrets.token_hex(16)
    parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
    for name, sent, content in files:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{sent}"\r\nContent-Type: text/plain\r\n\r\n'
        parts += [head.encode(), content, b"\r\n"]
    return b"".join([*parts, f"--{edge}--\r\n".encode()]), f"multipart/form-data; boundary={edge}"


@dataclass
class Served:
    """A page that is open: its site, and whoever comes to it."""

    site: Site

    def stranger(self) -> Visitor:
        """Return somebody who has not come with the key."""
        return Visitor(self.site.door)

    def visitor(self) -> Visitor:
        """Return somebody who has."""
        visitor = self.stranger()
        visitor.open(self.site.keys.key)
        return visitor


@contextmanager
def served(
    folder: Path,
    *,
    names: tuple[str, ...] = (),
    history: History | None = None,
    at_once: int = 2,
    limits: Limits = LIMITS,
    language: str = "sv",
) -> Iterator[Served]:
    """Open the page on a free port while the block lasts."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        door = Door(port, names) if names else own_door(port)
        site = Site(Keys(language), door, Renderer(door.prefix, language), Desk(folder, at_once, history=history, limits=limits), history)
        server = server_of(site)
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield Served(site)
        finally:
            server.should_exit = True
            thread.join(timeout=20)
