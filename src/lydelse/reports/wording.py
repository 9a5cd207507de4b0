"""The only place where words are made: a message's key and facts become the reader's sentence.

A sentence of the catalogue may hold ``{fact}``, ``{fact:+}`` (a figure whose sign is always written) and ``{fact:singular|plural}``
(the word that goes with a count, the count itself not written). See CONTRIBUTING.md for how a sentence is added.
"""

from __future__ import annotations

import gettext
import re
import string
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lydelse.figures.spelling import spelled
from lydelse.model.message import Calculated, Fact, Message
from lydelse.patterns import compiled

if TYPE_CHECKING:
    from lydelse.model.document import Source

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "lydelse"
LANGUAGES = ("sv", "en")
DECIMAL_SIGN = {"sv": ",", "en": "."}
_DECIMALS = compiled(r"(?<=\d),(?=\d)")
_QUOTED = compiled(r"(?P<before>^|^[+−] | → )”(?P<text>[^”]*)”")
"""What a rule quotes within a fact, as Swedish quotes: the whole fact, or what changes into what."""


class MissingSentenceError(LookupError):
    """A key that the catalogue does not hold, or a fact that its sentence needs and did not get: an error in the program."""


def say(message: Message, language: str = "sv") -> str:
    """Return the sentence of a message.

    Raises:
        MissingSentenceError: the catalogue has no such key, or the message lacks a fact that the sentence holds.
    """
    sentence = _catalogue(language).gettext(message.key)
    try:
        said = _Sentence(language).vformat(sentence, (), message.facts)
    except KeyError as missing:
        text = f"{message.key} needs the fact {missing} in {language}"
        raise MissingSentenceError(text) from missing
    said = said.removeprefix(": ")  # what stands before the first heading has no section to name
    return f"{said} {say(message.then, language)}" if message.then else said


def name_of(value: StrEnum, language: str = "sv") -> str:
    """Return what a user calls a value of one of the model's closed choices: ``Severity.ERROR`` is "Fel"."""
    return say(Message(key_of(value)), language)


def key_of(value: StrEnum) -> str:
    """Return the catalogue's key for a value of one of the model's closed choices: "verdict.within-rounding"."""
    return f"{type(value).__name__.lower()}.{value.value.replace(' ', '-')}"


def convention_in_words(source: Source, language: str = "sv") -> str:
    """Return how a file shows what is added and at how many places it marks text, "" where it has no such convention."""
    if not source.convention:
        return ""
    said = say(Message(source.convention), language)
    if source.inserted_places:
        said = say(Message("convention.inserted", {"convention": said, "places": source.inserted_places}), language)
    if source.struck_places:
        said = say(Message("convention.struck", {"convention": said, "places": source.struck_places}), language)
    return said


def figure(value: Decimal | int, language: str = "sv", *, signed: bool = False) -> str:
    """Return a figure as it is written: 773096 is "773 096", 1.04 is "1,04", -0.5 is "−0,5"; trailing zeros are kept."""
    plus = "+" if signed and value > 0 else ""
    return plus + spelled(value).replace(",", DECIMAL_SIGN[language])


def worked(calculation: str, language: str = "sv") -> str:
    """Return a calculation of ours with the decimals of the language; what is quoted from a document is left as it stands there."""
    return _DECIMALS.sub(DECIMAL_SIGN[language], calculation)


def in_percent(probability: Fraction) -> Decimal:
    """Return a probability in per cent, to one decimal."""
    return (Decimal(probability.numerator) * 100 / Decimal(probability.denominator)).quantize(Decimal("0.1"))


def listed(items: tuple[str, ...], language: str = "sv") -> str:
    """Return items as a list within a sentence: "a, b och c"."""
    if len(items) < 2:
        return "".join(items)
    return say(Message("list.last", {"first": ", ".join(items[:-1]), "last": items[-1]}), language)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    catalogue = gettext.translation(DOMAIN, LOCALE, [language])
    catalogue.add_fallback(_NoSentence())
    return catalogue


class _NoSentence(gettext.NullTranslations):
    """What gettext asks when it finds no sentence; left to itself it would show the key to the user."""

    def gettext(self, message: str) -> str:
        text = f"the catalogue has no sentence for {message!r}; is it compiled (tools/compile_catalogue.py)?"
        raise MissingSentenceError(text)


class _Sentence(string.Formatter):
    """Puts facts into a sentence by the rules of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Fact, format_spec: str) -> str:
        if "|" in format_spec:
            singular, plural = format_spec.split("|")
            return singular if value == 1 else plural
        match value:
            case Decimal():
                return figure(value, self.language, signed=format_spec == "+")
            case tuple():
                return listed(tuple(self._told(each) for each in value), self.language)
            case str():
                return self._told(value)
            case _:
                return str(value)

    def _told(self, text: str) -> str:
        """Return a text of a fact: figures of ours with the decimals of the language, quotes with its quotation marks."""
        told = worked(text, self.language) if isinstance(text, Calculated) else text
        return told if self.language == "sv" else _QUOTED.sub(self._quoted, told)

    def _quoted(self, quote: re.Match[str]) -> str:
        return quote["before"] + say(Message("report.quoted", {"text": quote["text"]}), self.language)
