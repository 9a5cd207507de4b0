"""What a value says by itself is worked out once."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.extractors.pdf.remembered import asked_once, remembered

ASKED: list[str] = []


class Fields(NamedTuple):
    """What a value is made of."""

    text: str


class Value(Fields):
    """A value that counts how often it is worked out."""

    @remembered
    def loud(self) -> str:
        """The text in capitals."""
        ASKED.append(self.text)
        return self.text.upper()


@asked_once
def length(value: Value) -> int:
    """Return how long a value's text is."""
    ASKED.append(value.text)
    return len(value.text)


def test_a_value_works_out_once_what_it_says() -> None:
    ASKED.clear()
    value = Value("sats")
    assert [value.loud, value.loud] == ["SATS", "SATS"]
    assert [length(value), length(value)] == [4, 4]
    assert ASKED == ["sats", "sats"]


def test_a_changed_value_says_what_it_says_itself() -> None:
    value = Value("sats")
    assert (value.loud, length(value)) == ("SATS", 4)
    other = value._replace(text="belopp")
    assert (other.loud, length(other)) == ("BELOPP", 6)
    assert value == Value("sats")
