"""Where the keys of a TOML file are written: its reader in the standard library does not tell."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.patterns import compiled

_PART = r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'.=\[\]{},#]+))"""
_PARTS = compiled(rf"\s*{_PART}\s*")
_TABLE = compiled(r"\s*\[\[?(?P<path>[^\]#]*)\]")
_LONG_QUOTES = compiled(r'"""|\'\'\'')


def lines_of(text: str) -> dict[tuple[str, ...], int]:
    """Return the line, counted from 1, of every table and of every key at the beginning of a line."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    within = ""
    for number, line in enumerate(text.split("\n"), 1):
        if within:
            within = "" if within in line else within
            continue
        header = _TABLE.match(line)
        if header:
            table = tuple(key for key, _ in keys_of(header["path"] + "="))
            lines.setdefault(table, number)
        elif keys := tuple(key for key, _ in keys_of(line)):
            lines.setdefault((*table, *keys), number)
        within = _left_open(line)
    return lines


def keys_of(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the keys before the equals sign of a line, or those of a table's name, and whether each is quoted; none where it has none."""
    found: list[tuple[str, bool]] = []
    at = len(line) - len(line.lstrip(" \t["))
    while match := _PARTS.match(line, at):
        double, single, bare = match["double"], match["single"], match["bare"]
        found.append((double if double is not None else single if single is not None else bare, bare is None))
        at = match.end()
        if line[at : at + 1] != ".":
            break
        at += 1
    if line[at : at + 1] in {"=", "]"}:
        yield from found


def _left_open(line: str) -> str:
    """Return the quotation marks of a text that goes on on the next line, "" where there is none."""
    marks = _LONG_QUOTES.findall(line.partition("#")[0] if '"' not in line else line)
    return marks[-1] if len(marks) % 2 else ""
