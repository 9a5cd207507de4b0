"""A part of a model's file: its keys asked for one by one, each with the line that is named when its value will not do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import Never

from lydelse.errors import UsageError
from lydelse.figures.numbers import parse_number
from lydelse.model.message import Fact
from lydelse.records import dataclass

_MOST_DIGITS = 30
_YEARS = range(1990, 2100)


def plain(key: str) -> str:
    """Return a key as it is looked up: in lower case, with å, ä and ö as a and o, and spaces and hyphens as underscores."""
    decomposed = unicodedata.normalize("NFKD", key.strip().lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).replace(" ", "_").replace("-", "_")


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a file. ``line_of`` tells the line of a key; ``called`` is how the file names the part, "storhet.listning"."""

    file: str
    called: str
    values: Mapping[str, object]
    line_of: Callable[[str], int]

    @property
    def line(self) -> int:
        """The line where the part begins."""
        return self.line_of("")

    def only(self, known: Collection[str]) -> None:
        """See to it that the part has no other keys than these: a key that is misspelt would be silently without effect.

        Raises:
            UsageError: it has.
        """
        for key in self.values:
            if plain(key) not in known:
                self.fail(key, "model.unknown-key", name=key, known=tuple(known))

    def text(self, key: str) -> str:
        """Return a text, "" where there is none."""
        value = self._value(key)
        if value is None:
            return ""
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            self.fail(key, "model.not-text", name=key)
        return value.strip()

    def needed_text(self, key: str) -> str:
        """Return a text that must be there."""
        text = self.text(key)
        if not text:
            self.fail(key, "model.missing-key", name=key, part=self.called)
        return text

    def flag(self, key: str) -> bool | None:
        """Return yes or no, None where nothing is said."""
        value = self._value(key)
        if isinstance(value, str) and plain(value) in {"ja", "nej"}:
            return plain(value) == "ja"
        if value is not None and not isinstance(value, bool):
            self.fail(key, "model.not-flag", name=key)
        return value

    def number(self, key: str) -> Decimal | None:
        """Return a number, None where there is none."""
        value = self._value(key)
        return None if value is None else self.as_number(key, value)

    def as_number(self, key: str, value: object) -> Decimal:
        """Return a value as an exact number: one of TOML's own, or a text in Swedish spelling ("132 240", "3,1")."""
        number: Decimal | None = None
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            number = Decimal(value)
        elif isinstance(value, str):
            try:
                number = parse_number(value.strip())
            except (ValueError, IndexError):
                number = None
        if number is None or not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
            self.fail(key, "model.not-number", name=key, value=str(value))
        return number

    def year(self, key: str) -> int | None:
        """Return a year, None where there is none."""
        written = self.text(key)
        return self.as_year(key, written) if written else None

    def as_year(self, key: str, written: str) -> int:
        """Return a text as a year."""
        if not written.isdecimal() or int(written) not in _YEARS:
            self.fail(key, "model.not-year", value=written)
        return int(written)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        value = self._value(key)
        listed = [value] if isinstance(value, str) else value or []
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            self.fail(key, "model.not-list", name=key)
        return tuple(each.strip() for each in listed)

    def numbers(self, key: str) -> Iterator[tuple[str, Decimal]]:
        """Yield the names and numbers of a table of numbers."""
        value = self._value(key)
        if value is None:
            return
        if not isinstance(value, dict):
            self.fail(key, "model.not-table", name=key)
        for name, number in value.items():
            yield str(name), self.as_number(key, number)

    def texts_by_name(self, key: str) -> dict[str, str]:
        """Return the names and texts of a table of texts; it is empty where there is none."""
        value = self._value(key)
        if value is None:
            return {}
        if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
            self.fail(key, "model.not-table", name=key)
        return {str(name): str(each).strip() for name, each in value.items()}

    def is_table(self, key: str) -> bool:
        """Tell whether a key holds a table."""
        return isinstance(self._value(key), dict)

    def fail(self, key: str, sentence: str, /, **facts: Fact) -> Never:
        """Say what is wrong with a key's value, and on which line.

        Raises:
            UsageError: always.
        """
        raise UsageError(sentence, file=self.file, line=self.line_of(key), **facts)

    def _value(self, key: str) -> object:
        return next((value for each, value in self.values.items() if plain(each) == key), None)
