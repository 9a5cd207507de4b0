"""TOML as text: keys, values, tables and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from lydelse.patterns import compiled

WIDTH = 100
_BARE = compiled(r"[A-Za-z0-9_-]+")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """Return a text as a TOML string; control characters are escaped."""
    return '"' + "".join(_ESCAPED.get(sign) or _plain(sign) for sign in text) + '"'


def key(name: str) -> str:
    """Return a key, in quotation marks where TOML needs them: for å, ä and ö too."""
    return name if _BARE.fullmatch(name) else quoted(name)


def table(*path: str) -> str:
    """Return the heading of a table."""
    return f"[{'.'.join(key(part) for part in path)}]"


def text_line(name: str, value: str) -> str:
    """Return a key with a text."""
    return f"{key(name)} = {quoted(value)}"


def flag_line(name: str, *, value: bool) -> str:
    """Return a key with true or false."""
    return f"{key(name)} = {'true' if value else 'false'}"


def texts_line(name: str, values: Iterable[str]) -> str:
    """Return a key with a list of texts, one to a line where they are many."""
    listed = [quoted(value) for value in values]
    line = f"{key(name)} = [{', '.join(listed)}]"
    return line if len(line) <= WIDTH else f"{key(name)} = [\n" + "".join(f"  {each},\n" for each in listed) + "]"


def comment(text: str) -> Iterator[str]:
    """Yield a text as lines of comment."""
    for line in text.splitlines():
        yield from (f"# {each}".rstrip() for each in wrap(_one_line(line), WIDTH - 2, break_long_words=False) or [""])


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _plain(sign: str) -> str:
    code = ord(sign)
    if code < 0x20 or code == 0x7F:
        return f"\\u{code:04X}"
    return sign
