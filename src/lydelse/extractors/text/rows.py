"""Rows of tables and price lists in lines of text: a label, then figures at the line's end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise

from lydelse.extractors.text.lines import Line, folded
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

LABEL_MAY_BE = 110  # characters: longer than that is prose that happens to end with a figure

GROUP_SPACES = (" ", "\u00a0", "\u2007", "\u2009", "\u202f")

_UNIT = (
    r"(?:[ \u00a0\u202f]?(?:kr|kronor|tkr|kkr|mkr|mnkr|mdkr|msek|milj\.?|procent|km|mil|st|poäng|dagar|timmar)\b\.?"
    r"|[ \u00a0\u202f]?[%‰]|:-)"
    r"(?:/[a-zåäö]+)*(?:[ \u00a0]per[ \u00a0][a-zåäö]+(?:[ \u00a0][a-zåäö]+)?)?"
)
_GROUP = r"[-−–+]?\d+(?:,\d+)?"
_TAIL = compiled(rf"(?:^|(?<=\s)){_GROUP}(?:{_UNIT})?(?:\s+{_GROUP}(?:{_UNIT})?)*\s*$", re.IGNORECASE)
_PIECE = compiled(rf"(?P<group>{_GROUP})(?P<unit>{_UNIT})?(?P<gap>\s*)", re.IGNORECASE)
_LINE_MAY_BE = 400  # characters of a row, its gaps included
_GROUPS_MAY_BE = 16  # groups of digits in one row that are worth parting in every way
_YEAR = compiled(r"(?:(?:19[5-9]\d|20\d\d)){1,2}")  # two of them glued together where the marks between them were lost
_FIGURE = compiled(rf"{_GROUP}(?:,\d+)*(?:{_UNIT})?(?:\s+{_GROUP}(?:,\d+)*(?:{_UNIT})?)*[*)¹²³]*", re.IGNORECASE)
_DASH = compiled(r"[-–—]")


@dataclass(frozen=True, slots=True)
class RowLine:
    """A line read as a row.

    ``wide`` says that a gap of several spaces parts the label from the figures, ``bare`` that the line is figures alone: the first
    is then its label, if the label does not stand on the lines above. ``gap`` is what parts the figures: two spaces where the line
    had as many or a tab, so that they are never taken for one number.
    """

    label: str
    values: tuple[str, ...]
    wide: bool = False
    bare: bool = False
    gap: str = " "

    @property
    def all_values(self) -> tuple[str, ...]:
        """The figures of a bare line, that which may be its label included."""
        return (self.label, *self.values) if self.label else self.values

    @property
    def has_unit(self) -> bool:
        """Tell whether the last figure has a unit."""
        return bool(self.values) and not self.values[-1][-1].isdigit()

    @property
    def groups(self) -> int:
        """How many groups of digits the figures are written with: 4 in "2 222 2 301"."""
        return sum(1 for _ in _PIECE.finditer(" ".join(self.values)))

    def together(self, start: int, end: int) -> str:
        """Return the figures from one to another as the text of one cell; where a space could be a group's, it is the row's gap."""
        text = " ".join(self.values[start:end])
        alike = re.search(r"(?<![\d,])[1-9]\d{0,2}(?: \d{3})+(?!\d)", text)
        return self.gap.join(self.values[start:end]) if alike else text

    def split_into(self, count: int) -> RowLine | None:
        """Return the row with its groups of digits read as ``count`` figures, those nearest one another; None where they cannot be."""
        pieces = [(piece["group"], piece["unit"] or "", piece["gap"]) for piece in _PIECE.finditer(self.gap.join(self.values))]
        if len(self.values) >= count or not count <= len(pieces) <= _GROUPS_MAY_BE:
            return None
        found = [cut for at in combinations(range(1, len(pieces)), count - 1) if (cut := _figures(pieces, (0, *at, len(pieces))))]
        best = min(found, key=_spread, default=None)
        return replace(self, values=best) if best else None

    def with_groups(self, count: int) -> RowLine:
        """Return the row with its last ``count`` groups of digits as figures; those before them belong to the label."""
        text = self.gap.join(self.values)
        pieces = list(_PIECE.finditer(text))
        cut = pieces[max(0, len(pieces) - count)].start()
        return replace(self, label=f"{self.label} {text[:cut]}".strip(), values=tuple(_values_of(text[cut:])))

    def with_values(self, count: int) -> RowLine:
        """Return the row with at most ``count`` figures; those before them belong to the label."""
        extra = self.values[: max(0, len(self.values) - count)]
        return replace(self, label=" ".join([self.label, *extra]).strip(), values=self.values[len(extra) :])


def row_of(line: Line) -> RowLine | None:
    """Return the line as a row, None where it does not end with figures or cannot be a row."""
    return _row_in(line.raw)


@lru_cache(maxsize=4096)  # a line is asked about as the start, the middle and the end of a table
def _row_in(raw: str) -> RowLine | None:
    match = _TAIL.search(raw) if len(raw) <= _LINE_MAY_BE else None
    if not match or raw[-1] in ".:;":
        return None
    label = folded(raw[: match.start()])
    values = tuple(_values_of(match[0].strip()))
    bare = not label
    if len(values) > 1 and (not label or _finishes(label, values)):
        label, values = f"{label} {values[0]}".strip(), values[1:]
    if len(label) > LABEL_MAY_BE or (label and not _can_begin_row(label)) or label.endswith((",", "-", "§")):
        return None
    if all(_YEAR.fullmatch(value) for value in values) and any(character.isalpha() for character in label):
        return None
    wide = bool(re.search(r"(?:\s{2,}|\t)$", raw[: match.start()]))
    gap = "  " if re.search(r"\d(?:\s{2,}|\t)\S", match[0].strip()) else " "
    return RowLine(label, values, wide, bare, gap)


def is_bare(line: Line) -> bool:
    """Tell whether a line is figures alone."""
    row = row_of(line)
    return row is not None and row.bare


def is_figure(text: str) -> bool:
    """Tell whether the text of a cell is figures and nothing else, their units apart; a year is none."""
    return bool(_FIGURE.fullmatch(text)) and not _YEAR.fullmatch(text)


def is_dash(text: str) -> bool:
    """Tell whether the text of a cell is the dash that stands where there is no figure."""
    return bool(_DASH.fullmatch(text))


def _figures(pieces: list[tuple[str, str, str]], cuts: tuple[int, ...]) -> tuple[str, ...] | None:
    """Return the groups between the cuts as figures, None where one of them is no number."""
    figures: list[str] = []
    for start, end in pairwise(cuts):
        groups = [group for group, _, _ in pieces[start:end]]
        grouped = re.fullmatch(r"[-−–+]?\d{1,3}", groups[0]) and all(re.fullmatch(r"\d{3}(?:,\d+)?", group) for group in groups[1:])
        parted = any(unit or len(gap) > 1 for _, unit, gap in pieces[start : end - 1])
        if parted or (len(groups) > 1 and not grouped) or re.fullmatch(r"0\d+", groups[0]):
            return None
        figures.append(" ".join(groups) + pieces[end - 1][1])
    return tuple(figures)


def _spread(figures: tuple[str, ...]) -> int:
    """Return how far apart the figures are, in digits."""
    digits = [sum(character.isdigit() for character in figure.split(",")[0]) for figure in figures]
    return max(digits) - min(digits)


def _finishes(label: str, values: tuple[str, ...]) -> bool:
    """Tell whether the first figure is the last group of a number in the label: "2 001–4 000 | 0,8", ">4 001 | 0,6"."""
    open_number = re.search(r"(?P<from>\d[\d \u00a0\u202f]*)?[<>≥≤–-] ?[1-9]\d{0,2}$", label)
    if not open_number or not re.fullmatch(r"\d{3}", values[0]):
        return False
    lower = open_number["from"]
    return values[0].startswith("0") or not lower or len(lower.strip()) > 3 or not re.fullmatch(r"[1-9]\d\d", values[1])


def _can_begin_row(label: str) -> bool:
    return label[0].isupper() or label[0].isdigit() or label[0] in '<>≥≤–-−+(”"'


def _values_of(tail: str) -> Iterator[str]:
    """Yield the figures of a row's tail, groups of three joined as long as they can be one number."""
    value = ""
    open_ended = False
    for piece in _PIECE.finditer(tail):
        group, unit, gap = piece["group"], piece["unit"] or "", piece["gap"]
        joins = open_ended and re.fullmatch(r"\d{3}(?:,\d+)?", group)
        if value and not joins:
            yield value
        value = f"{value} {group}{unit}" if joins else f"{group}{unit}"
        fits = joins or re.fullmatch(r"[-−–+]?(?:[1-9]\d{0,2})", group)
        open_ended = bool(fits) and not unit and "," not in group and gap in GROUP_SPACES
    if value:
        yield value
