"""The script that a page may run, and the words of the page's policy that permit it and no other."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from markupsafe import Markup

from lydelse.records import dataclass

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Script:
    """A script as it stands within its element, and the source of the Content Security Policy that is its digest."""

    text: Markup
    permit: str


@cache
def script_of(name: str) -> Script:
    """Return one of our own scripts, which holds nothing of any document."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    return Script(Markup(text), digest_of(text))  # noqa: S704 - our own file, shipped with the package


@cache
def style_of(name: str) -> str:
    """Return the source of the policy that permits one of our own styles."""
    return digest_of((TEMPLATES / name).read_text(encoding="utf-8"))


def digest_of(text: str) -> str:
    """Return the source of a policy that permits a script or a style with just this text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
