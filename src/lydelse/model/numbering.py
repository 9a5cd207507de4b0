"""Section numbers as Swedish documents print them."""

from __future__ import annotations

import re
import unicodedata

from lydelse.patterns import compiled

_NUMBERED = compiled(
    r"""\s*(?:
        (?P<item>§+\s*\d{1,4})
      | (?P<word>Bilaga|BILAGA|Kapitel|KAPITEL|Kap\.?|KAP\.?|Avsnitt|AVSNITT|Del|DEL)\s+
        (?P<own>\d{1,3}(?:\.\d{1,3})*[A-Za-zÅÄÖåäö]?\b|[IVX]{1,5}\b|[A-ZÅÄÖ]\b)\s*[.:–-]?
      | (?P<path>\d{1,3}(?:\.\d{1,3})+|\d{1,2}(?=\.?\s))(?:\.|\s+[Kk]ap\.(?=\s+[A-ZÅÄÖ]))?
    )\s*""",
    re.VERBOSE,
)
_OF_A_SERIES_OF_ITS_OWN = frozenset({"Bilaga", "Del"})
"""What is counted apart from the sections: annex 2 and part 2 are other things than chapter 2."""


def split_number(heading: str) -> tuple[str, str]:
    """Return a heading's number and its title; the number is "" where there is none.

    The number is as printed, without a trailing dot, "§" or the word for a chapter ("5.1.1", "118", "6" of "KAPITEL 6"); of an annex and a
    part, and where a letter counts chapters, it has its word ("Bilaga 2", "Kapitel A").
    """
    match = _NUMBERED.match(heading)
    if not match:
        return "", heading.strip()
    title = heading[match.end() :].strip()
    if match["item"]:
        return match["item"].lstrip("§").strip(), title
    if match["word"]:
        word, own = match["word"].capitalize(), match["own"]
        return (own if own[0].isdigit() and word not in _OF_A_SERIES_OF_ITS_OWN else f"{word} {own}"), title
    return match["path"], title


def split_printed_number(heading: str) -> tuple[str, str]:
    """Return a heading's number with all that is printed of it ("Kapitel 6.", "§ 118"), and its title."""
    title = split_number(heading)[1]
    return heading.strip()[: len(heading.strip()) - len(title)].strip(), title


def level_of(number: str) -> int:
    """Return the level that a dotted number implies (1 for "5", 3 for "5.1.1"); 1 for "Bilaga 2"."""
    return number.count(".") + 1


def slug(text: str) -> str:
    """Return the text as it stands in a section's id: lower-case letters a to z, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
