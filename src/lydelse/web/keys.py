"""The key to the page, and the sessions that it opened."""

from __future__ import annotations

import secrets
from hmac import compare_digest

from lydelse.records import dataclass, field, replace

MOST_SESSIONS = 1_000
"""Sessions that are remembered; the oldest is forgotten first."""
OWN = "own"
"""Whose the work is where the page is for the user of this machine alone."""


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that came with the key. ``forms`` must stand in every form that it sends; ``owner`` tells whose work it sees."""

    owner: str
    language: str
    forms: str = field(default_factory=secrets.token_urlsafe)

    def sent(self, token: str) -> bool:
        """Tell whether a form's token is that of this session."""
        return compare_digest(token.encode(), self.forms.encode())


class Keys:
    """The key, and who has come in with it."""

    def __init__(self, language: str, key: str = "") -> None:
        """Take the key that is given, or make one."""
        self.key = key or secrets.token_urlsafe(32)
        self._language = language
        self._sessions: dict[str, Session] = {}

    def fits(self, key: str) -> bool:
        """Tell whether a key is the right one, in the same time whatever it is."""
        return compare_digest(key.encode(), self.key.encode())

    def opened(self, *, shared: bool) -> str:
        """Begin a session and return what its cookie holds; where the page is shared, its work is seen by no other."""
        name = secrets.token_urlsafe(32)
        if len(self._sessions) >= MOST_SESSIONS:
            del self._sessions[next(iter(self._sessions))]
        self._sessions[name] = Session(owner=secrets.token_hex(16) if shared else OWN, language=self._language)
        return name

    def session(self, name: str) -> Session | None:
        """Return the session that a cookie names, None where there is none."""
        return self._sessions.get(name)

    def speaks(self, name: str, language: str) -> None:
        """Remember the language that a session asked for."""
        self._sessions[name] = replace(self._sessions[name], language=language)
