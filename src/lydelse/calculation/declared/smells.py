"""What looks odd in a workbook: error values, constants among alike formulas, sums that stop short, hidden sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lydelse.formats.workbook import Cell, Sheet, Workbook
from lydelse.model.workbook import Smell, SmellKind
from lydelse.patterns import compiled

MOST_OF_A_KIND = 20
"""How many smells of one kind are told of a workbook."""
FEWEST_ALIKE = 3
"""How many alike formulas around a constant make it odd."""

_REFERENCE = compiled(r"(?<![A-Za-z0-9_.$])(?P<fixed>\$?)(?P<column>[A-Z]{1,3})(?P<held>\$?)(?P<row>\d{1,7})(?![\w(.])")
_QUOTED = compiled(r'"(?:[^"]|"")*"')
_SUM = compiled(
    r"=\s*(?:SUM|SUMMA)\(\s*\$?(?P<column>[A-Z]{1,3})\$?(?P<first>\d{1,7})\s*:\s*\$?(?P<last_column>[A-Z]{1,3})\$?(?P<last>\d{1,7})\s*\)\s*",
    re.IGNORECASE,
)
_YEARS = range(1990, 2100)


def smells_of(workbook: Workbook) -> tuple[Smell, ...]:
    """Return what looks odd in a workbook, the first of each kind."""
    kinds = (
        (Smell(SmellKind.HIDDEN_SHEET, sheet.name) for sheet in workbook.sheets if sheet.is_hidden),
        (Smell(SmellKind.ERROR_VALUE, cell.sheet, cell.address, cell.error) for cell in workbook.cells() if cell.error),
        (smell for sheet in workbook.sheets for smell in _constants(sheet)),
        (smell for sheet in workbook.sheets for smell in _short_sums(sheet)),
    )
    return tuple(smell for kind in kinds for smell in islice(kind, MOST_OF_A_KIND))


def _constants(sheet: Sheet) -> Iterator[Smell]:
    """Yield the numbers that stand between formulas which are alike but for where they stand, in a column or in a row."""
    told: set[tuple[int, int]] = set()
    for at, cell in sorted(sheet.cells.items()):
        if cell.formula or cell.value is None:
            continue
        for down, right in ((1, 0), (0, 1)):
            before, after = ([*_run(sheet, at, sign * down, sign * right)] for sign in (-1, 1))
            around = before + after
            if before and after and len(around) >= FEWEST_ALIKE and len({_pattern(each) for each in around}) == 1 and at not in told:
                told.add(at)
                beside = f"{before[0].address}: {before[0].formula}"
                yield Smell(SmellKind.CONSTANT, sheet.name, cell.address, _written(cell), beside)


def _run(sheet: Sheet, at: tuple[int, int], down: int, right: int) -> Iterator[Cell]:
    """Yield the formulas that follow one another from a cell in one direction, as long as they are alike."""
    row, column = at[0] + down, at[1] + right
    first: str | None = None
    while (cell := sheet.cells.get((row, column))) and cell.formula:
        first = first or _pattern(cell)
        if _pattern(cell) != first:
            return
        yield cell
        row, column = row + down, column + right


def _pattern(cell: Cell) -> str:
    """Return a formula with every reference as how far away it points, fixed ones as they are."""

    def relative(match: re.Match[str]) -> str:
        column = match["column"] if match["fixed"] else f"C[{_number(match['column']) - cell.column}]"
        row = match["row"] if match["held"] else f"R[{int(match['row']) - cell.row}]"
        return f"{row}{column}"

    return _REFERENCE.sub(relative, _QUOTED.sub('""', cell.formula))


def _number(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _short_sums(sheet: Sheet) -> Iterator[Smell]:
    """Yield the sums of a column or a row that leave out a number between what they sum and where they stand."""
    for _, cell in sorted(sheet.cells.items()):
        match = _SUM.fullmatch(cell.formula) if cell.formula else None
        if match is None:
            continue
        first, last = (int(match["first"]), _number(match["column"].upper())), (int(match["last"]), _number(match["last_column"].upper()))
        missed = _missed(sheet, cell, first, last)
        if missed:
            span = f"{match['column']}{match['first']}:{match['last_column']}{match['last']}".upper()
            yield Smell(SmellKind.SHORT_SUM, sheet.name, cell.address, span, missed.address)


def _missed(sheet: Sheet, cell: Cell, first: tuple[int, int], last: tuple[int, int]) -> Cell | None:
    """Return the number next to a summed range, in its line, that the range leaves out; None where there is none."""
    if first[1] == last[1] == cell.column:
        beside = [(last[0] + 1, cell.column), (first[0] - 1, cell.column)]
    elif first[0] == last[0] == cell.row:
        beside = [(cell.row, last[1] + 1), (cell.row, first[1] - 1)]
    else:
        return None
    for at in beside:
        each = sheet.cells.get(at)
        if each is not None and each is not cell and each.value is not None and not _is_no_part(each):
            return each
    return None


def _is_no_part(cell: Cell) -> bool:
    """Tell whether a number beside a range is not of its kind: a year above a column, or another sum."""
    assert cell.value is not None, "only a number may be left out of a sum"
    is_year = not cell.formula and cell.value == cell.value.to_integral_value() and int(cell.value) in _YEARS
    return is_year or bool(_SUM.fullmatch(cell.formula))


def _written(cell: Cell) -> str:
    return "" if cell.value is None else format(cell.value, "f").replace(".", ",")
