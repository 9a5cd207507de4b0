"""Figures that can be understood but are not written as Swedish writes them: no space before the unit, a hyphen for a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from lydelse.figures.links import without_links
from lydelse.figures.numbers import GROUP_SPACES, GROUPED, numbers_in
from lydelse.patterns import compiled
from lydelse.records import dataclass


class Form(StrEnum):
    """A way of writing that the rules of writing advise against."""

    GLUED_UNIT = "glued unit"
    HYPHEN_RANGE = "hyphen range"
    GLUED_SECTION_SIGN = "glued section sign"


@dataclass(frozen=True, slots=True)
class UnusualForm:
    """A figure in such a form, where it stands, and how it is usually written."""

    form: Form
    literal: str
    usual: str
    start: int
    end: int


_UNIT = compiled(r"(?:kronor|kr|tkr|kkr|mnkr|mkr|mdkr|procent|%|km)(?![\w%])", re.IGNORECASE)
_RANGE = compiled(
    rf"(?<![\w.,:/§+\u2013-])(?<![0-9][{GROUP_SPACES}])(?P<first>{GROUPED}(?:,[0-9]+)?)(?P<dash>\s?-\s?)(?P<last>{GROUPED}(?:,[0-9]+)?)(?![\w:/+-]|\.[\w]|[{GROUP_SPACES}][0-9])"
)
_CODE_BEFORE = compiled(r"(?:tel|telefon|tfn|nr|nummer|giro|konto|dnr|id|isbn|kod|fax|växel|mobil)\w*[.:]?\s*$", re.IGNORECASE)
_SECTION_SIGN = compiled(r"§{1,2}[0-9]{1,4}(?![\w:])")
LONGEST_CODE_WORD = 24
"""How far before a figure the word that makes it a code may begin."""


def unusual_forms_in(text: str) -> tuple[UnusualForm, ...]:
    """Return the figures of a text that are not written as usual, in order. Codes, telephone numbers and dates are none."""
    plain = without_links(text)
    return tuple(sorted((*_glued(plain), *_ranges(plain), *_signs(plain)), key=lambda each: each.start))


def _glued(text: str) -> Iterator[UnusualForm]:
    for number in numbers_in(text):
        unit = _UNIT.match(text, number.end)
        if unit:
            yield UnusualForm(Form.GLUED_UNIT, number.literal + unit[0], f"{number.literal} {unit[0]}", number.start, unit.end())


def _ranges(text: str) -> Iterator[UnusualForm]:
    for match in _RANGE.finditer(text):
        first, last = (_value(match[end]) for end in ("first", "last"))
        if (
            first is None
            or last is None
            or last <= first
            or _CODE_BEFORE.search(text, max(0, match.start() - LONGEST_CODE_WORD), match.start())
        ):
            continue
        yield UnusualForm(Form.HYPHEN_RANGE, match[0], f"{match['first']}–{match['last']}", match.start(), match.end())


def _value(literal: str) -> float | None:
    """Return what one end of a range comes to, only to tell which is larger; None for a code, which may begin with a zero."""
    digits = re.sub(rf"[{GROUP_SPACES}]", "", literal).replace(",", ".")
    return None if digits.startswith("0") and digits not in {"0", "0.0"} and not digits.startswith("0.") else float(digits)


def _signs(text: str) -> Iterator[UnusualForm]:
    for match in _SECTION_SIGN.finditer(text):
        signs = match[0].rstrip("0123456789")
        yield UnusualForm(Form.GLUED_SECTION_SIGN, match[0], f"{signs} {match[0][len(signs) :]}", match.start(), match.end())
