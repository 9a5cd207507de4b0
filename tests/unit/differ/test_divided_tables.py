"""Two tables made of one, and one of two."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.change import Added, Change, Comparison, Merged, Nature, Removed, Split, Unit
from lydelse.model.quantity import Status

PRICES = {"Bygglov": 700, "Marklov": 900, "Tillsyn": 300, "Tolk": 120, "Karta": 250, "Intyg": 90, "Kopia": 40, "Arkiv": 210}


def table(names: Sequence[str], raised: int = 0) -> str:
    return "\n".join(["|= Tjänst | Pris (kr)", *(f"| {name} | {PRICES[name] + raised}" for name in names)])


def document(*parts: str) -> str:
    return "\n".join(["# 1 Priser", "Priserna gäller hela året.", *parts, "Priserna räknas upp varje år."])


def compared(before: str, after: str) -> Comparison:
    comparison = compare(written(before), written(after))
    assert comparison.proof is not None
    assert comparison.proof.holds
    return comparison


def of_tables(changes: Sequence[Change]) -> list[Change]:
    return [change for change in changes if change.unit in {Unit.TABLE, Unit.ROW}]


NAMES = list(PRICES)
WHOLE = document(table(NAMES))
DIVIDED = document(table(NAMES[:5]), "Övriga priser:", table(NAMES[5:]))


def test_rows_that_went_to_a_new_table_are_one_table_divided() -> None:
    (change,) = of_tables(compared(WHOLE, DIVIDED).changes)
    assert isinstance(change, Split)
    assert (change.unit, change.nature) == (Unit.TABLE, Nature.LAYOUT)
    assert change.before.split("\n") == ["Intyg | 90", "Kopia | 40", "Arkiv | 210"]


def test_a_table_whose_rows_went_to_another_is_two_tables_joined() -> None:
    (change,) = of_tables(compared(DIVIDED, WHOLE).changes)
    assert isinstance(change, Merged)
    assert change.after.split("\n") == ["Intyg | 90", "Kopia | 40", "Arkiv | 210"]


def test_rows_that_change_their_amounts_on_the_way_are_told_of_amounts() -> None:
    comparison = compared(WHOLE, document(table(NAMES[:5]), "Övriga priser:", table(NAMES[5:], raised=10)))
    (change,) = of_tables(comparison.changes)
    assert (type(change), change.nature) == (Split, Nature.AMOUNT)
    assert {entry.label: entry.status for entry in comparison.entries if entry.label in NAMES[5:]} == dict.fromkeys(
        NAMES[5:], Status.CHANGED
    )


def test_a_new_table_with_rows_of_its_own_is_new() -> None:
    after = document(table(NAMES[:5]), "Övriga priser:", "|= Vara | Pris (kr)\n| Karta i färg | 90\n| Skylt | 400\n| Intyg | 90")
    kinds = [type(change) for change in of_tables(compared(WHOLE, after).changes)]
    assert kinds == [Removed, Removed, Removed, Added]


def in_sections(first: Sequence[str], second: Sequence[str], raised: int = 0) -> str:
    return document(table(first), *(["# 2 Övriga priser", "För övrigt gäller följande priser.", table(second, raised)] if second else []))


def test_rows_that_went_to_the_table_of_a_new_section_are_one_table_divided() -> None:
    comparison = compared(in_sections(NAMES, []), in_sections(NAMES[:5], NAMES[5:]))
    (change,) = of_tables(comparison.changes)
    assert (type(change), change.unit) == (Split, Unit.TABLE)
    assert {entry.status for entry in comparison.entries} == {Status.UNCHANGED}


def test_rows_called_alike_with_other_prices_in_another_section_are_rows_removed_and_a_table_added() -> None:
    found = of_tables(compared(in_sections(NAMES, []), in_sections(NAMES[:5], NAMES[5:], raised=10)).changes)
    assert {type(each) for each in found} == {Removed, Added}
