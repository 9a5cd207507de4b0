"""Section numbers as Swedish documents print them."""

from __future__ import annotations

import re
import unicodedata

_NUMBERED = re.compile(
    r"""\s*(?:
        (?P<item>§+\s*\d{1,4})
      | (?P<named>(?:Bilaga|Kapitel|Kap\.?|Avsnitt|Del)\s+(?:\d{1,3}|[A-ZÅÄÖ])\b)\s*[.:–-]?
      | (?P<path>\d{1,3}(?:\.\d{1,3})+|\d{1,2}(?=\.?\s))\.?
    )\s*""",
    re.VERBOSE,
)


def split_number(heading: str) -> tuple[str, str]:
    """Return a heading's number, as printed but without a trailing dot or "§", and its title; the number is "" where there is none."""
    match = _NUMBERED.match(heading)
    if not match:
        return "", heading.strip()
    title = heading[match.end() :].strip()
    if match["item"]:
        return match["item"].lstrip("§").strip(), title
    if match["named"]:
        return " ".join(match["named"].split()), title
    return match["path"], title


def level_of(number: str) -> int:
    """Return the level that a dotted number implies (1 for "5", 3 for "5.1.1"); 1 for "Bilaga 2"."""
    return number.count(".") + 1


def slug(text: str) -> str:
    """Return the text as it stands in a section's id: lower-case letters a to z, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
