"""A file that fixes which documents are reviewed together: TOML.

ensam = ["avtal/bilaga 3.pdf"]        # reviewed by itself, whatever it is like

[[par]]
fore = "2025/villkor.docx"
efter = "2026/villkor.pdf"

[[i_kraft]]
gallande = "2025/villkor.docx"
andring = "2026/ändringar i villkor.docx"

[[arende]]
skrivelse = "tjänsteskrivelse.docx"
protokoll = "protokoll.pdf"
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from lydelse.errors import UsageError
from lydelse.formats.toml import TomlFile, read_toml
from lydelse.model.batch import Together
from lydelse.records import dataclass

_NAMES = {Together.VERSIONS: ("fore", "efter"), Together.IN_FORCE: ("gallande", "andring"), Together.CASE: ("skrivelse", "protokoll")}
_LISTS = {Together.VERSIONS: "par", Together.IN_FORCE: "i_kraft", Together.CASE: "arende"}
_WRONG = {Together.VERSIONS: "batch.pairs.pair", Together.IN_FORCE: "batch.pairs.in-force", Together.CASE: "batch.pairs.case"}
_ALONE = "ensam"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What somebody has said of documents. ``pairs`` are reviewed together, each as what; ``alone`` are reviewed by themselves."""

    pairs: tuple[tuple[Together, str, str], ...] = ()
    alone: tuple[str, ...] = ()

    def settled(self, together: Together) -> frozenset[str]:
        """Return the paths that nothing is to be guessed of: with what they belong together as this.

        A document that is in force may be so for several amendments, and be a version of another.
        """
        told = [pair[2:] if together is Together.IN_FORCE else pair[1:] for pair in self.pairs if pair[0] is together]
        return frozenset((*self.alone, *(path for pair in told for path in pair)))


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
    unknown = set(toml.values) - {*_LISTS.values(), _ALONE}
    if unknown:
        raise UsageError("batch.pairs.key", file=toml.name, line=toml.line_of(min(unknown)), named=min(unknown))
    pairs = tuple(_pair(toml, together, each) for together, name in _LISTS.items() for each in _listed(toml.values.get(name, [])))
    fixed = Fixed(pairs, tuple(map(str, _listed(toml.values.get(_ALONE, [])))))
    missing = sorted({*fixed.alone, *(path for pair in pairs for path in pair[1:])} - set(known))
    if missing:
        raise UsageError("batch.pairs.missing", file=toml.name, path=missing[0])
    return fixed


def _listed(said: object) -> list[object]:
    return said if isinstance(said, list) else [said]


def _pair(toml: TomlFile, together: Together, said: object) -> tuple[Together, str, str]:
    names = _NAMES[together]
    if not isinstance(said, Mapping) or set(said) != set(names) or said[names[0]] == said[names[1]]:
        raise UsageError(_WRONG[together], file=toml.name, line=toml.line_of(_LISTS[together]))
    return together, str(said[names[0]]), str(said[names[1]])
