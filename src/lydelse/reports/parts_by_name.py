"""Small files of TOML that a person writes: parts of a few kinds, each with a name, each key known by its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lydelse.calculation.declared.parts import Part, plain
from lydelse.errors import UsageError
from lydelse.formats.toml import TomlFile, read_toml


def parts_by_name(path: Path, kinds: Sequence[str]) -> Iterator[tuple[str, str, Part]]:
    """Yield the kind, the name and the keys of each part of a file, in its order.

    Raises:
        UnreadableFileError: there is no such file, or it is no text.
        UsageError: it is no TOML, or holds anything but parts of these kinds; the sentence names the line.
    """
    file = read_toml(path)
    for raw, parts in file.values.items():
        if plain(raw) not in kinds:
            raise UsageError("by-hand.unknown-part", file=file.name, line=file.line_of(raw), name=raw, known=tuple(kinds))
        if not isinstance(parts, dict):
            raise UsageError("model.not-table", file=file.name, line=file.line_of(raw), name=raw)
        for name, values in parts.items():
            if not isinstance(values, dict):
                raise UsageError("model.not-table", file=file.name, line=file.line_of(raw, name), name=name)
            yield plain(raw), name, _part(file, raw, name, values)


def _part(file: TomlFile, raw: str, name: str, values: Mapping[str, object]) -> Part:
    def line_of(key: str) -> int:
        return file.line_of(raw, name, key) if key else file.line_of(raw, name)

    return Part(file.name, f"{plain(raw)}.{name}", values, line_of)
