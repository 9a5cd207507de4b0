"""The forms that Word counts in (ISO/IEC 29500-1, 17.18.59): those that Swedish documents have; all others are written in digits."""

from __future__ import annotations

from collections.abc import Callable

from lydelse.patterns import compiled

_MOST = 32_767  # the largest number that Word counts to; larger ones stand in damaged files
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_WORDS = (
    *(("ett", "första"), ("två", "andra"), ("tre", "tredje"), ("fyra", "fjärde"), ("fem", "femte"), ("sex", "sjätte")),
    *(("sju", "sjunde"), ("åtta", "åttonde"), ("nio", "nionde"), ("tio", "tionde"), ("elva", "elfte"), ("tolv", "tolfte")),
)
_ZEROS_FIRST = compiled("0+1")


def in_form(number: int, form: str) -> str:
    """Return a number in one of Word's forms, or in digits with as many zeros before them as the form is written with ("001")."""
    if number > _MOST:
        return str(number)
    if _ZEROS_FIRST.fullmatch(form):
        return f"{number:0{len(form)}}"
    return _FORMS.get(form, str)(number)


def _letters(number: int) -> str:
    """Return a, b ... z, aa, bb ..., as Word counts in letters."""
    if number < 1:
        return ""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def _ordinal(number: int) -> str:
    return f"{number}:{'a' if number % 10 in {1, 2} and number % 100 not in {11, 12} else 'e'}"


def _in_words(number: int, kind: int) -> str:
    return _WORDS[number - 1][kind].capitalize() if 0 < number <= len(_WORDS) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "cardinalText": lambda number: _in_words(number, 0),
    "ordinalText": lambda number: _in_words(number, 1),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "none": lambda _: "",
    "bullet": lambda _: "",
}
