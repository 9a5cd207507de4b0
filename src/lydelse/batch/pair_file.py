"""A file that fixes which documents are versions of one another: TOML.

ensam = ["avtal/bilaga 3.pdf"]        # in no pair, whatever it is like

[[par]]
fore = "2025/villkor.docx"
efter = "2026/villkor.pdf"
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from lydelse.errors import UsageError
from lydelse.formats.toml import TomlFile, read_toml


@dataclass(frozen=True, slots=True)
class Fixed:
    """What somebody has said of pairs. ``alone`` are in no pair."""

    pairs: tuple[tuple[str, str], ...] = ()
    alone: tuple[str, ...] = ()

    @property
    def settled(self) -> frozenset[str]:
        """The paths that are no longer to be guessed about."""
        return frozenset((*self.alone, *(path for pair in self.pairs for path in pair)))


def fixed_in(file: Path, known: Collection[str]) -> Fixed:
    """Return the pairs that a file fixes.

    Args:
        file: the file.
        known: the paths that there are, seen from the folder.

    Raises:
        UnreadableFileError: the file cannot be read.
        UsageError: it is no TOML, says something that is no pair, or names a file that is not in the folder.
    """
    toml = read_toml(file)
    unknown = set(toml.values) - {"par", "ensam"}
    if unknown:
        raise UsageError("batch.pairs.key", file=toml.name, line=toml.line_of(min(unknown)), named=min(unknown))
    listed = toml.values.get("par", [])
    pairs = tuple(_pair(toml, each) for each in listed) if isinstance(listed, list) else (_pair(toml, listed),)
    alone = toml.values.get("ensam", [])
    fixed = Fixed(pairs, tuple(map(str, alone)) if isinstance(alone, list) else (str(alone),))
    missing = sorted(fixed.settled - set(known))
    if missing:
        raise UsageError("batch.pairs.missing", file=toml.name, path=missing[0])
    return fixed


def _pair(toml: TomlFile, said: object) -> tuple[str, str]:
    if not isinstance(said, Mapping) or set(said) != {"fore", "efter"}:
        raise UsageError("batch.pairs.pair", file=toml.name, line=toml.line_of("par"))
    before, after = str(said["fore"]), str(said["efter"])
    if before == after:
        raise UsageError("batch.pairs.pair", file=toml.name, line=toml.line_of("par"))
    return before, after
