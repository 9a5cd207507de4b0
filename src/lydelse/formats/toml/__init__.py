"""TOML files: what they say, and on which line they say it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from lydelse.errors import UnreadableFileError, UsageError
from lydelse.formats.toml.lines import keys_of, lines_of
from lydelse.patterns import compiled
from lydelse.records import dataclass

MOST_BYTES = 5_000_000
"""A model that people read is a thousandth of this."""

_AT = compiled(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file as read; its numbers are exact. Keys are in lower case with å, ä and ö as a and o: they need no quotation marks then."""

    name: str
    values: Mapping[str, object]
    lines: Mapping[tuple[str, ...], int]

    def line_of(self, *path: str) -> int:
        """Return the line, counted from 1, where a key is written, where what is under it begins, or the table that it stands in."""
        while path and path not in self.lines:
            under = [line for key, line in self.lines.items() if key[: len(path)] == path]
            if under:
                return min(under)
            path = path[:-1]
        return self.lines.get(path, 1)


def read_toml(path: Path) -> TomlFile:
    """Return what a TOML file says.

    Raises:
        UnreadableFileError: there is no such file, it may not be opened, or it is no text.
        UsageError: it is not valid TOML; the sentence names the line.
    """
    text = _text_of(path)
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path.name, text, str(error)) from None
    except RecursionError:
        raise UsageError("model.toml.syntax", file=path.name, line=1, text="") from None
    return TomlFile(path.name, values, lines_of(text))


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError as missing:
        raise UnreadableFileError("error.missing", file=path.name) from missing
    except IsADirectoryError as folder:
        raise UsageError("error.folder", file=path.name or str(path)) from folder
    except OSError as refused:
        raise UnreadableFileError("error.refused", file=path.name, reason=refused.strerror or "") from refused
    if len(content) > MOST_BYTES:
        raise UnreadableFileError("error.too-large", file=path.name)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UnreadableFileError("model.toml.not-utf8", file=path.name) from None


def _not_toml(file: str, text: str, error: str) -> UsageError:
    """Say in our own words what is wrong with which line."""
    lines = text.split("\n")
    at = _AT.search(error)
    number = int(at["line"]) if at and at["line"] else len(lines)
    line = lines[number - 1].strip() if number <= len(lines) else ""
    if any(not key.isascii() for key in _bare_keys(line)):
        return UsageError("model.toml.quotes", file=file, line=number, text=line)
    if "Cannot overwrite" in error or "twice" in error or "already" in error:
        return UsageError("model.toml.twice", file=file, line=number, text=line)
    return UsageError("model.toml.syntax", file=file, line=number, text=line)


def _bare_keys(line: str) -> Iterator[str]:
    yield from (key for key, quoted in keys_of(line) if not quoted)
