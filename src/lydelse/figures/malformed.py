"""Numbers that are not written as Swedish numbers are, each with what it may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from lydelse.figures.counted import counted_after
from lydelse.figures.links import without_links
from lydelse.figures.numbers import DIGITS, GROUP_SPACES, REMEMBERED, has_digits
from lydelse.figures.per import is_per_small_unit, per_after
from lydelse.figures.units import unit_after, unit_in
from lydelse.figures.words import number_ending
from lydelse.model.amount import AmountKind
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_ALIKE = {"o": "0", "O": "0", "l": "1", "I": "1"}


class Flaw(StrEnum):
    """What is wrong with a number."""

    LETTER = "letter"
    GROUPING = "grouping"
    SEPARATOR = "separator"
    WORD_AND_DIGITS = "word and digits"


@dataclass(frozen=True, slots=True)
class Malformed:
    """A number that is not written as one. ``suggestion`` is the number that was probably meant, "" where none is likelier."""

    kind: Flaw
    literal: str
    start: int
    end: int
    suggestion: str = ""


_LETTERED = compiled(
    rf"(?<![\w.,:/§-])(?=[{GROUP_SPACES}0-9oOlI]{{0,20}}[oOlI])(?:[1-9][0-9oOlI]{{0,12}}|[ol][0-9]{{2,12}}|[ol][0-9]{{1,2}}(?=[{GROUP_SPACES}][0-9]{{3}}(?!\w)))"
    rf"(?:[{GROUP_SPACES}](?=[oOlI]{{0,2}}[0-9])[0-9oOlI]{{3}}(?!\w)){{0,4}}(?:,[0-9oOlI]{{1,3}})?(?![\w%/:-])"
)
_LETTER_WITHIN = compiled(rf"[0-9][oOlI]+[0-9]|^[ol][0-9]|[0-9][{GROUP_SPACES}][0-9oOlI]")
_BADLY_GROUPED = compiled(
    rf"(?<![\w.,:/-])[1-9][0-9]{{0,2}}(?:(?:[{GROUP_SPACES}][0-9]{{3}}(?![0-9])){{0,4}}[{GROUP_SPACES}][0-9]{{4,6}}"
    rf"|(?:[{GROUP_SPACES}][0-9]{{3}}(?![0-9])){{1,4}}[{GROUP_SPACES}][0-9]{{1,2}}|[{GROUP_SPACES}]0[0-9]?|\s{{2,3}}0[0-9]{{2}})(?=\s{{0,2}}[^\W\d_])"
)
_COMES_TO = r"(?:är|blir|på|om|uppgår\still)"
_WRONGLY_BEGUN = compiled(
    rf"(?<![\w.,:/-])(?<![0-9][{GROUP_SPACES}])[1-9][0-9]{{3,6}}(?:[{GROUP_SPACES}]0[0-9]{{2}}(?![0-9])){{1,3}}(?=\s{{0,2}}[^\W\d_])"
)
"""Groups of three after a first one that has more digits ("4500 000 kr"); after a code an amount may stand, but none begins with a zero."""
_TORN = compiled(
    rf"\b(?:[^\W\d_]*(?:beloppet|summan|priset|avgiften|kostnaden|ersättningen|bidraget|taxan|anslaget|arvodet):?(?:\s{_COMES_TO})?"
    rf"|[^\W\d_]*(?:belopp|summa|pris|avgift|kostnad|ersättning|bidrag|taxa|anslag|arvode)\s{_COMES_TO})"
    rf"\s(?P<torn>[1-9][0-9]{{0,2}}[{GROUP_SPACES}][1-9][0-9]?)(?=\skr\b)",
    re.IGNORECASE,
)
"""Two pieces that make no number after the word for an amount ("Beloppet 3 45 kr"); which number was meant cannot be told.

In "Avgift 3 45 kr" the first may be the fee's own number.
"""
_WITH_A_LETTER = compiled(r"[0-9,][oOlI]|[oOlI][0-9]")
_APART = compiled(r"[0-9]\s{1,3}(?:0|[0-9]{1,2}(?![0-9])|[0-9]{4})")
_POINT_OR_COMMA = compiled(r"[0-9][.,'’´][0-9]")
"""What a number with a letter, with badly parted groups, with foreign signs has at the least: most texts have none of it."""
LABELLED = compiled(
    r"(?:§|(?<!\w)(?:punkt|klass|nivå|steg|artikel|bilaga|tabell|grupp|zon|kategori|kapitel|avsnitt|paragraf|del|nr|nummer|alternativ|kod|den|årskurs|typ|fas|etapp|nivån|zonen))\s$",
    re.IGNORECASE,
)
"""The word before a number that is a name and no figure: "nivå 1", "§ 12"."""
_POINTED = compiled(rf"[0-9{GROUP_SPACES}]+\.[0-9]{{1,2}}")
_SEPARATORS = ".,'’´"
_ONLY_DIGITS = compiled(rf"\s*[0-9oOlI.,'’´{GROUP_SPACES}]+")
_FOREIGN = compiled(
    r"(?<![\w.,:/'’´-])(?:[1-9][0-9]{0,2}"
    rf"(?:(?:\.[0-9]{{3}}){{1,4}}(?:,[0-9]{{1,3}})?|(?:,[0-9]{{3}}){{1,4}}(?:\.[0-9]{{1,2}})?|(?:['’´][0-9]{{3}}){{1,4}}(?:[.,][0-9]{{1,2}})?"
    rf"|(?:[{GROUP_SPACES}][0-9]{{3}}){{1,4}}\.[0-9]{{1,2}})|[0-9]{{1,9}}\.[0-9]{{1,2}})"
    r"(?![\w:/-]|[.,'’´][0-9])"
)
_COUNT_BEFORE = compiled(
    r"\b(?:färre|fler|flera)\s+än\s+$|\bantal(?:et)?(?:\s+[^\W\d_]+){0,2}\s+$|\bbefolkning(?:en)?(?:\s+på)?\s+$", re.IGNORECASE
)
_COUNTED_BELOW = compiled(r"\s*antal(?!.*(?:tusen|miljon|årsarb|heltid|tjänst|timm|snitt|medel|per\b))", re.IGNORECASE)
_WEIGHED_BELOW = compiled(r"\s*[^\W\d_]{0,20}vikt(?:en|er)?(?!\w)", re.IGNORECASE)
_WORD_AND_DIGITS = compiled(rf"(?<!\w)([^\W\d_]{{2,40}})\s?\(({DIGITS})\)")


@lru_cache(maxsize=REMEMBERED)
def malformed_in(text: str) -> tuple[Malformed, ...]:
    """Return the malformed numbers of a text in order; nothing inside an address is one."""
    if not has_digits(text):
        return ()
    plain = without_links(text)
    found = [
        *(_lettered(plain) if _WITH_A_LETTER.search(plain) else ()),
        *(_grouped(plain) if _APART.search(plain) else ()),
        *(_foreign(plain) if _POINT_OR_COMMA.search(plain) else ()),
        *(_said_twice(plain) if "(" in plain else ()),
    ]
    return tuple(sorted(found, key=lambda malformed: (malformed.start, malformed.end)))


def malformed_in_cell(text: str, header: str) -> tuple[Malformed, ...]:
    """Return the malformed numbers of a table cell.

    A bare number is read with the unit of its header, as a decimal figure under shares and weights, or as a count under "Antal".
    """
    if not _ONLY_DIGITS.fullmatch(text) or not any(sign.isdigit() for sign in text):
        return malformed_in(text)
    unit = unit_in(header)
    if unit is not None and unit.kind is AmountKind.MONEY:
        per = per_after(header, unit.end) or ""
        behind = f" {unit.unit} per {per}" if per else f" {unit.unit}"
    elif (unit is not None and unit.kind is AmountKind.SHARE) or _WEIGHED_BELOW.match(header):
        behind = " %"  # "12.5" and "1.10" are decimals with a point, as before a sign of per cent
    else:
        behind = " stycken" if _COUNTED_BELOW.match(header) else ""
    return tuple(malformed for malformed in malformed_in(text.rstrip() + behind) if malformed.end <= len(text))


def with_unit(malformed: Malformed, text: str) -> Malformed:
    """Return a malformed number of a text together with the unit that follows it: "1o miljoner kronor"."""
    unit = unit_after(text, malformed.end)
    if unit is None:
        return malformed
    behind = text[malformed.end : unit.end]
    suggestion = malformed.suggestion + behind if malformed.suggestion else ""
    return replace(malformed, literal=malformed.literal + behind, end=unit.end, suggestion=suggestion)


def _lettered(text: str) -> Iterator[Malformed]:
    """Yield numbers with a letter for a digit; where it stands last a unit or a counted noun must follow, for "5l" may be litres."""
    for match in _LETTERED.finditer(text):
        literal = match[0]
        if not any(sign in literal for sign in _ALIKE):
            continue
        if _LETTER_WITHIN.search(literal) or unit_after(text, match.end()) or counted_after(text, match.end()):
            meant = "".join(_ALIKE.get(sign, sign) for sign in literal)
            yield Malformed(Flaw.LETTER, literal, match.start(), match.end(), meant)


def _grouped(text: str) -> Iterator[Malformed]:
    for match in (*_BADLY_GROUPED.finditer(text), *_WRONGLY_BEGUN.finditer(text)):
        unit = unit_after(text, match.end())
        labelled = LABELLED.search(text, max(0, match.start() - 12), match.start())
        if unit is None or unit.kind is not AmountKind.MONEY or labelled or any(map(_is_year, match[0].split())):
            continue
        yield Malformed(Flaw.GROUPING, match[0], match.start(), match.end(), _grouped_in_threes(match[0]))
    for match in _TORN.finditer(text):
        yield Malformed(Flaw.GROUPING, match["torn"], match.start("torn"), match.end("torn"))


def _is_year(piece: str) -> bool:
    return len(piece) == 4 and 1990 <= int(piece) <= 2099


def _grouped_in_threes(literal: str) -> str:
    return f"{int(''.join(literal.split())):,}".replace(",", " ")


def _foreign(text: str) -> Iterator[Malformed]:
    for match in _FOREIGN.finditer(text):
        literal = match[0]
        if _POINTED.fullmatch(literal):
            unit = unit_after(text, match.end())
            is_clock = literal[0] == "0" and literal[1] != "."
            if unit is not None and unit.kind is not AmountKind.BOUND and not is_clock:
                yield Malformed(Flaw.SEPARATOR, literal, match.start(), match.end(), literal.replace(".", ","))
            continue
        if literal.count(".") == 1 and "," not in literal and not _needs_a_number(text, match.start(), match.end()):
            continue
        if literal.count(",") == 1 and "." not in literal and not _is_a_count(text, match.start(), match.end()):
            continue
        yield Malformed(Flaw.SEPARATOR, literal, match.start(), match.end(), _swedish(literal))


def _needs_a_number(text: str, start: int, end: int) -> bool:
    return unit_after(text, end) is not None or _is_a_count(text, start, end)


def _is_a_count(text: str, start: int, end: int) -> bool:
    unit = unit_after(text, end)
    if unit is not None:
        return unit.unit == "kr" and not is_per_small_unit(per_after(text, unit.end))
    return counted_after(text, end) is not None or _COUNT_BEFORE.search(text[max(0, start - 40) : start]) is not None


def _swedish(literal: str) -> str:
    whole, decimals = literal, ""
    signs = {sign for sign in literal if sign in _SEPARATORS}
    if len(signs) > 1:
        at = max(literal.rfind("."), literal.rfind(","))
        whole, decimals = literal[:at], "," + literal[at + 1 :]
    return re.sub(rf"[{_SEPARATORS}]", " ", whole) + decimals


def said_alike_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the numbers that are said in words and in digits, and agree: "tre (3)"."""
    return tuple((start, end) for start, end, agrees in _both_ways(without_links(text)) if agrees) if "(" in text else ()


def _said_twice(text: str) -> Iterator[Malformed]:
    for start, end, agrees in _both_ways(text):
        if not agrees:
            yield Malformed(Flaw.WORD_AND_DIGITS, text[start:end], start, end)


def _both_ways(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _WORD_AND_DIGITS.finditer(text):
        said = number_ending(text, match[1], match.start())
        if said is not None:
            yield said[1], match.end(), said[0] == int("".join(match[2].split()))
