"""Names of files as a visitor's browser sends them, made into names that are safe to write."""

from __future__ import annotations

import re
import unicodedata

from lydelse.patterns import compiled

LONGEST = 120
_UNSAFE = compiled(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED = compiled(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
"""Names that Windows takes for devices, with or without an ending."""
_QUOTED = compiled("%22|%0D|%0A", re.IGNORECASE)
"""How browsers write the signs of a name that would end it where it stands."""
UNNAMED = "namnlös"


def safe_name(sent: str) -> str:
    """Return a name without folders, signs that steer, or any other meaning than a name; its ending and its letters are kept.

    The name of a safe name is itself.
    """
    last = re.split(r"[/\\]", sent)[-1]
    shown = "".join(sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign) not in _INVISIBLE)
    name = _UNSAFE.sub("_", _QUOTED.sub("_", shown)).strip(" .")
    if _RESERVED.match(name):
        name = f"_{name}"
    return _shortened(name) or UNNAMED


def _shortened(name: str) -> str:
    """Return a name of at most the longest length, its ending kept."""
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        return name[:LONGEST].rstrip(" .")
    return f"{stem[: LONGEST - len(ending) - 1].rstrip(' .')}.{ending}"
