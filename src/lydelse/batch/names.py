"""What a file's name says: which document it is, and which version of it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from lydelse.patterns import compiled
from lydelse.records import dataclass

EARLIER = frozenset({
    "gammal", "gamla", "gammalt", "nuvarande", "gällande", "tidigare", "föregående", "förra", "ursprunglig", "ursprungligt", "före",
    "original", "old", "before", "current",
})  # fmt: skip
LATER = frozenset({
    "ny", "nya", "nytt", "föreslagen", "föreslagna", "föreslaget", "reviderad", "reviderat", "reviderade", "ändrad", "ändrat", "ändrade",
    "uppdaterad", "uppdaterat", "kommande", "slutlig", "slutligt", "slutversion", "efter", "new", "after", "final", "revised", "modified",
})  # fmt: skip
OF_VERSIONS = frozenset({
    "utkast", "version", "ver", "v", "rev", "revision", "utgåva", "lydelse", "lydelsen", "kopia", "copy", "draft", "förslag", "ren",
    "rentext", "clean", "från", "fr", "o", "m",
})  # fmt: skip
OF_NOTHING = frozenset({"scan", "skannad", "dokument", "document", "doc", "handling", "fil", "file", "namnlös", "untitled"})
"""Words that say nothing about which document it is."""

_DATE = compiled(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_YEAR = compiled(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_VERSION = compiled(r"(?<![^\W_])(?:version|ver|v|rev|revision|utgåva)[\s._-]*(\d{1,3}(?:\.\d{1,3})*)(?!\d)|\((\d{1,2})\)")
_WORD = compiled(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """What a path says. ``words`` are those of the document itself, ``folders`` those of the folders that it lies in.

    ``year``, ``date`` and ``version`` are () where the path says none; ``standing`` is -1 for an earlier version ("gällande"), 1 for a
    later one ("ny"), 0 where it does not say.
    """

    words: tuple[str, ...]
    folders: frozenset[str]
    year: tuple[int, ...]
    date: tuple[int, ...]
    version: tuple[int, ...]
    standing: int


def named(path: str) -> Named:
    """Return what a path says of a document and its version; the name comes before the folders, and the nearest folder first."""
    pure = PurePosixPath(unicodedata.normalize("NFC", path).lower())
    stem, folders = pure.stem, tuple(reversed(pure.parent.parts))
    texts = (stem, *folders)
    version = next((match for match in map(_VERSION.search, texts[:1]) if match), None)
    standings = (standing for standing in map(_standing, texts) if standing)
    return Named(
        words=_document_words(stem),
        folders=frozenset(word for folder in folders for word in _document_words(folder)),
        year=_first(_YEAR, texts),
        date=_first(_DATE, texts),
        version=tuple(int(part) for part in (version[1] or version[2]).split(".")) if version else (),
        standing=next(standings, 0),
    )


def _first(pattern: re.Pattern[str], texts: tuple[str, ...]) -> tuple[int, ...]:
    found = next((match for match in map(pattern.search, texts) if match), None)
    return tuple(int(group) for group in found.groups()) if found else ()


def _standing(text: str) -> int:
    words = set(_WORD.findall(text))
    return bool(words & LATER) - bool(words & EARLIER)


def _document_words(text: str) -> tuple[str, ...]:
    """Return the words that say which document it is, and not which version of it."""
    bare = _YEAR.sub(" ", _VERSION.sub(" ", _DATE.sub(" ", text)))
    of_version = EARLIER | LATER | OF_VERSIONS | OF_NOTHING
    return tuple(word for word in _WORD.findall(bare) if word not in of_version)


def names_differ(one: Named, other: Named) -> bool:
    """Tell whether each of two names has a word that the other lacks; folders count where the names are the same."""
    mine, theirs = set(one.words), set(other.words)
    return bool((mine - theirs and theirs - mine) or (one.folders - other.folders and other.folders - one.folders))


def ordered_by(one: Named, other: Named) -> int:
    """Return -1 where the first of two names says an earlier version, 1 where a later one, 0 where the names do not tell."""
    evidence = ((one.year, other.year), (one.date, other.date), (one.version, other.version), ((one.standing,), (other.standing,)))
    known = [(mine, theirs) for mine, theirs in evidence if mine and theirs and mine != theirs]
    return 0 if not known else -1 if known[0][0] < known[0][1] else 1
