"""The script that a page may run, and the words of the page's policy that permit it and no other."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

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
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Script(Markup(text), f"sha256-{digest}")  # noqa: S704 - our own file, shipped with the package
