"""The words that minutes are read by: general lists of the field, which a user's own file adds to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lydelse.errors import UsageError
from lydelse.model.minutes import PartKind, Role
from lydelse.patterns import compiled
from lydelse.records import dataclass

if TYPE_CHECKING:
    from lydelse.formats.toml import TomlFile

GENERAL = Path(__file__).with_name("vocabulary.toml")

PARTS = {
    "tidigare": PartKind.EARLIER,
    "yrkanden": PartKind.MOTIONS,
    "forslag": PartKind.PROPOSAL,
    "ordning": PartKind.ORDER,
    "omrostning": PartKind.VOTES,
    "beslut": PartKind.DECISION,
    "reservationer": PartKind.RESERVATIONS,
    "yttranden": PartKind.STATEMENTS,
    "jav": PartKind.RECUSAL,
    "ajournering": PartKind.ADJOURNMENT,
    "justering": PartKind.ADJUSTMENT,
    "underlag": PartKind.ATTACHMENTS,
    "mottagare": PartKind.RECIPIENTS,
    "undertecknande": PartKind.SIGNATURES,
    "bakgrund": PartKind.BACKGROUND,
}
"""The keys of the parts, in the order in which a heading that fits several is one of them."""
ROLES = {
    "vice_ordforande": Role.VICE_CHAIR,
    "ordforande": Role.CHAIR,
    "tjanstgorande_ersattare": Role.SERVING_SUBSTITUTE,
    "ersattare": Role.SUBSTITUTE,
    "sekreterare": Role.SECRETARY,
    "tjansteperson": Role.OFFICIAL,
    "justerare": Role.ADJUSTER,
    "ledamot": Role.MEMBER,
}
_LABELS = ("plats", "datum", "slut")
_TABLES: Mapping[tuple[str, ...], frozenset[str]] = {
    ("rubriker",): frozenset(PARTS),
    ("inledningar",): frozenset(PARTS),
    ("meningar",): frozenset(PARTS),
    ("organ",): frozenset({"namn", "forkortningar"}),
    ("forsattsblad",): frozenset({*_LABELS, "roller"}),
    ("forsattsblad", "roller"): frozenset(ROLES),
}
_NAMED: tuple[tuple[str, ...], ...] = (("organ", "forkortningar"), ("partier",))
"""Tables whose keys are the user's own."""

Words = Mapping[PartKind, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns for whole lines by what they mean; all take text in lower case with its spaces made single.

    ``bodies`` are further names of bodies, ``abbreviations`` the names of those that are shortened ("KS"), ``parties`` the letters of
    parties by their names.
    """

    headings: Words
    openings: Words
    sentences: Words
    roles: Mapping[Role, re.Pattern[str]]
    labels: Mapping[str, re.Pattern[str]]
    bodies: tuple[str, ...]
    abbreviations: Mapping[str, str]
    parties: Mapping[str, str]

    def heading(self, text: str) -> PartKind | None:
        """Return what part a line heads, None where it is no known heading."""
        plain = evened(text)
        return next((kind for kind, pattern in self.headings.items() if pattern.fullmatch(plain)), None)

    def sentence(self, text: str) -> PartKind | None:
        """Return what part a sentence is by itself, None where it is none."""
        plain = evened(text)
        return next((kind for kind, pattern in self.sentences.items() if pattern.fullmatch(plain)), None)

    def role(self, text: str) -> Role | None:
        """Return as what those are present whom a label heads."""
        plain = evened(text)
        return next((role for role, pattern in self.roles.items() if pattern.fullmatch(plain)), None)

    def is_label(self, text: str, name: str) -> bool:
        """Tell whether a text is a label of the first page: "plats", "datum" or "slut", which ends what stands before it."""
        return self.labels[name].fullmatch(evened(text)) is not None


def evened(text: str) -> str:
    """Return a line as the vocabulary's patterns take it."""
    return " ".join(text.split()).rstrip(" :").lower()


@lru_cache(maxsize=8)
def vocabulary(own: Path | None = None) -> Vocabulary:
    """Return the general vocabulary, with a user's own words added where a file of them is given.

    Raises:
        UnreadableFileError: there is no such file, or it is no text.
        UsageError: it is not valid TOML, or holds a table, a key or a value that no vocabulary has; the sentence names the line.
    """
    from lydelse.formats.toml import read_toml  # noqa: PLC0415 - the names of bodies are needed where no file is read

    files = [read_toml(GENERAL), *([read_toml(own)] if own else [])]
    for file in files:
        _agree(file, file.values, ())
    return Vocabulary(
        headings={kind: _pattern(_listed(files, "rubriker", key)) for key, kind in PARTS.items()},
        openings={kind: _pattern(found) for key, kind in PARTS.items() if (found := _listed(files, "inledningar", key))},
        sentences={kind: _pattern(found) for key, kind in PARTS.items() if (found := _listed(files, "meningar", key))},
        roles={role: _pattern(_listed(files, "forsattsblad", "roller", key)) for key, role in ROLES.items()},
        labels={key: _pattern(_listed(files, "forsattsblad", key)) for key in _LABELS},
        bodies=tuple(_listed(files, "organ", "namn")),
        abbreviations={key.upper(): name for key, name in _pairs(files, "organ", "forkortningar")},
        parties=dict(_pairs(files, "partier")),
    )


def _agree(file: TomlFile, values: Mapping[str, object], path: tuple[str, ...]) -> None:
    """See to it that a file holds nothing that would be passed over in silence."""
    for key, value in values.items():
        inner = (*path, key)
        known = not path and any(table[0] == key for table in (*_TABLES, *_NAMED))
        if not known and path not in _NAMED and key not in _TABLES.get(path, frozenset()):
            raise UsageError("vocabulary.unknown", file=file.name, line=file.line_of(*inner), entry=".".join(inner))
        if inner in _TABLES or inner in _NAMED:
            if not isinstance(value, Mapping):
                raise UsageError("vocabulary.value", file=file.name, line=file.line_of(*inner), entry=".".join(inner))
            _agree(file, value, inner)
        elif not (isinstance(value, str) if path in _NAMED else isinstance(value, list) and all(isinstance(each, str) for each in value)):
            raise UsageError("vocabulary.value", file=file.name, line=file.line_of(*inner), entry=".".join(inner))


def _under(file: TomlFile, path: tuple[str, ...]) -> object:
    value: object = file.values
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _listed(files: Iterable[TomlFile], *path: str) -> list[str]:
    values = (_under(file, path) for file in files)
    return [each for value in values if isinstance(value, list) for each in value if isinstance(each, str)]


def _pairs(files: Iterable[TomlFile], *path: str) -> list[tuple[str, str]]:
    values = (_under(file, path) for file in files)
    return [(str(key), str(name)) for value in values if isinstance(value, Mapping) for key, name in value.items()]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that fits any of the phrases; "*" stands for any words, or for the beginning or the end of one."""
    return compiled("|".join(f"(?:{_of(phrase)})" for phrase in phrases) or r"(?!)")


def _of(phrase: str) -> str:
    pieces = [re.escape(piece) for piece in evened(phrase).split("*")]
    return ".{0,120}?".join(pieces)
