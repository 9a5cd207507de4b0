"""The pages as HTML: templates, and the words of the catalogue in the visitor's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lydelse.model.message import Fact, Message
from lydelse.reports.wording import LANGUAGES, say

TEMPLATES = Path(__file__).parent / "templates"
DOCUMENTS = ".pdf,.docx,.docm,.txt,.md,.odt,.doc,.rtf"
"""The files that a browser offers first to whoever chooses a document."""


class Renderer:
    """Writes pages that begin their addresses alike; ``language`` is that of pages for those who have no session."""

    def __init__(self, prefix: str, language: str) -> None:
        """Remember what all pages share."""
        self._prefix, self._language = prefix, language

    def page(self, template: str, language: str, **facts: object) -> str:
        """Return a page in a language."""
        words = {"t": _sayer(language), "say": lambda message: say(message, language)}
        known = {"language": language, "languages": LANGUAGES, "root": self._prefix, "documents": DOCUMENTS}
        return _environment().get_template(template).render({**words, **known, **facts})

    def opening(self, start: str) -> str:
        """Return the page that leads to the first page."""
        return self.page("opening.html", self._language, start=start)

    def forbidden(self) -> str:
        """Return what those are told who are not let in."""
        return self.page("forbidden.html", self._language)


def _sayer(language: str) -> Callable[..., str]:
    def t(key: str, /, **facts: Fact) -> str:
        return say(Message(key, facts), language)

    return t


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
