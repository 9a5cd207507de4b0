"""The figures of an impact report in words of one language: kronor, per cent, sentences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from lydelse.figures.spelling import in_unit
from lydelse.model.impact import Answers, Impact
from lydelse.model.message import Fact, Message
from lydelse.reports.wording import figure, say


class Words:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        """Speak a language."""
        self.language = language

    def say(self, key: str, **facts: Fact) -> str:
        """Return a sentence of the catalogue."""
        return say(Message(key, facts), self.language)

    def message(self, message: Message) -> str:
        """Return a message's sentence."""
        return say(message, self.language)

    def kronor(self, value: Fraction, *, signed: bool = False) -> str:
        """Return an amount in whole kronor."""
        return figure(in_unit(value, 1), self.language, signed=signed)

    def thousands(self, value: Fraction, *, signed: bool = False) -> str:
        """Return an amount in thousands of kronor, with one decimal."""
        return figure(in_unit(value, 1000, 1), self.language, signed=signed)

    def percent(self, value: Fraction | None) -> str:
        """Return a change in per cent with two decimals, a dash where there is none."""
        return "\N{EN DASH}" if value is None else figure(in_unit(value, 1, 2), self.language, signed=True)

    def number(self, value: Fraction) -> str:
        """Return a count as it is, with at most two decimals."""
        shown = in_unit(value, 1, 0 if value.denominator == 1 else 2)
        return figure(shown, self.language)

    def kr_of(self, value: Fraction | None) -> str:
        """Return kronor per resident, a dash where there is nobody."""
        return "\N{EN DASH}" if value is None else self.kronor(value, signed=True)

    def year(self, impact: Impact, at: int, key: str) -> str:
        """Return what a column of one version is headed: the version, and its year where the document says one."""
        year = impact.years[at]
        return self.say(f"impact.{key}") if year is None else self.say(f"impact.{key}.year", year=str(year))

    def answers(self, answers: Answers) -> str:
        """Return the answers of a reading."""
        return "; ".join(self.say("impact.answer", name=name, answer=answer) for name, answer in answers)


def decimal_of(value: Fraction, decimals: int = 2) -> Decimal:
    """Return a number rounded half away from zero."""
    return in_unit(value, 1, decimals)
