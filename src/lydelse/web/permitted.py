"""What the page of a report may show and run: its own styles and its own script, by their digests, as its writer knew them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence

from lydelse.patterns import compiled
from lydelse.records import dataclass

_STYLE = compiled(r"<style>(.*?)</style>", re.DOTALL)
_DIGEST = compiled(r"sha256-[A-Za-z0-9+/]{43}=")


@dataclass(frozen=True, slots=True)
class Permitted:
    """Sources of a Content Security Policy: of styles, and of the one script, "" where none may run."""

    styles: tuple[str, ...] = ()
    script: str = ""


def permitted_in(page: str) -> Permitted:
    """Return what a report that has just been written may show and run: the style that it begins with, that of its pictures, its script."""
    from lydelse.reports.html.scripts import TEMPLATES, script_of  # noqa: PLC0415 - the writers of reports are loaded in workers alone

    own = _STYLE.search(page)
    assert own, "a report begins with its style"
    return Permitted((digest_of(own[1]), digest_of((TEMPLATES / "chart.css").read_text(encoding="utf-8"))), script_of("amounts.js").permit)


def permitted_again(styles: Sequence[str], script: str) -> Permitted:
    """Return what was permitted when it was written down.

    Raises:
        ValueError: it is nothing that was.
    """
    if not all(_DIGEST.fullmatch(digest) for digest in (*styles, *([script] if script else []))):
        raise ValueError(script)
    return Permitted(tuple(styles), script)


def digest_of(text: str) -> str:
    """Return the source of a policy that permits a script or a style with just this text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
