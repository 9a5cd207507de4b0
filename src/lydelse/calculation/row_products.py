"""Products that a row writes out beside its amount: "Tomtyta, 800 m² à 45 kr | 36 000 kr"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.draft import Draft, chance_of, finest_step
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.products import FINELY_ROUNDED
from lydelse.calculation.repair import is_one_slip_off
from lydelse.calculation.table_grid import Grid, grid_of
from lydelse.calculation.testing import held_against
from lydelse.calculation.unit_slips import unit_slips_of
from lydelse.differ.grid import Seat, header_rows, seats_of
from lydelse.model.amount import Amount, AmountKind, Exactness, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry, Status
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

OTHERS_THAT_TEACH = 2
"""How many other rows must be such products, and none of them not, before one that no slip explains is thought wrong."""

_NUMBER = r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]{1,2})?|[0-9]{1,7}(?:,[0-9]{1,3})?"
_MONEY = r"(?:kr|kronor|sek|:-)(?![^\W\d_])"
_OF = r"(?:[^\W\d_]{1,20}[²³23]?\.?)(?:\s[^\W\d_]{2,20}){0,2}"
_PRODUCT = compiled(
    rf"(?<![\w.,])(?P<count>{_NUMBER})\s?(?P<of>{_OF})?\s?(?P<sign>[x×*]|à|á)\s?(?P<price>{_NUMBER})(?![\w.,]*[0-9])\s?(?P<kr>{_MONEY})?"
    rf"|(?<![\w.,])(?P<first>{_NUMBER})\s?(?P<its_kr>{_MONEY})(?:\s?(?:/|per\s)\s?[^\W\d_]+[²³23]?)?\s?[x×*]\s?(?P<then>{_NUMBER})(?![\w.,]*[0-9])"
    rf"(?:\s?(?P<of_then>{_OF}))?",
    re.IGNORECASE,
)
_GOES_ON = compiled(r"(?:[x×*+]|plus)\s*$", re.IGNORECASE)
_GOES_ON_AFTER = compiled(r"^[^\d]{0,12}[x×*+]\s*[0-9]", re.IGNORECASE)
"""More factors or terms than two: what the row comes to is then another thing."""
_OTHERWISE = compiled(
    r"rabatt|avdrag|paket|klippkort|häfte|reducera|(?<!\w)(?:högst|max\w*|minst|lägst|från|plus|minus|ca|cirka|inkl\w*|exkl\w*)(?!\w)|\+",
    re.IGNORECASE,
)
"""Words of rows whose amount need not be the product, or is rounded: "Klippkort 10 à 50 kr"."""


@dataclass(frozen=True, slots=True)
class _Factors:
    """A price and a count as a text writes them out. ``is_plain`` tells that nothing else in the text bears on what they make."""

    price: Amount
    count: Amount
    is_plain: bool


@dataclass(frozen=True, slots=True)
class _Product:
    """A price and a count as entries."""

    price: Entry
    count: Entry
    is_plain: bool


def row_products(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the amounts of table rows beside a price and a count that are written out with a sign.

    Of a row with one amount, it is that amount, where it is so, one slip makes it so, or other rows show it; of several, those that
    are so.
    """
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            written = _written_out(table, version)
            if written:
                yield from _drafts(grid_of(ledger, table, version), written, ledger.versions)


def _written_out(table: Table, version: Version) -> dict[int, _Product]:
    """Return the product that each row writes out in a version; of a row with several, none."""
    found: dict[int, list[_Product]] = {}
    headers = header_rows(table)
    for seat in seats_of(table):
        if seat.at_row >= headers and seat.stands_in(version) and seat.cell.paragraphs and factors_in(seat.cell.text(version)):
            found.setdefault(seat.at_row, []).append(_product(table, seat, version))
    return {row: products[0] for row, products in found.items() if len(products) == 1}


def factors_in(text: str) -> _Factors | None:
    """Return the price and the count that a text writes out with a sign, None where it does not, or goes on multiplying."""
    match = _PRODUCT.search(text)
    if match is None or _GOES_ON.search(text[: match.start()]) or _GOES_ON_AFTER.search(text[match.end() :]):
        return None
    count, price = (match["count"], match["price"]) if match["count"] else (match["then"], match["first"])
    counted = match["of"] or match["of_then"] or ""
    is_said = bool(match["kr"] or match["its_kr"] or (counted and match["sign"] in "àÀáÁ"))
    around = text[: match.start()] + text[match.end() :]
    is_plain = is_said and not _OTHERWISE.search(text) and not re.search(r"[0-9]", around)
    literal = f"{price} {match['kr'] or match['its_kr'] or ''}".strip()
    return _Factors(
        Amount(AmountKind.MONEY, _value(price), "kr", literal, match.start(), match.end(), exactness=Exactness.DECIDED),
        Amount(AmountKind.COUNT, _value(count), "", f"{count} {counted}".strip(), match.start(), match.end()),
        is_plain,
    )


def _value(number: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", number).replace(",", "."))


def _product(table: Table, seat: Seat, version: Version) -> _Product:
    read = {each: factors_in(seat.cell.text(each)) if seat.stands_in(each) else None for each in Version}
    before, after, here = read[Version.BEFORE], read[Version.AFTER], read[version]
    assert here is not None, "only texts with a product are asked"
    status = Status.UNCHANGED if before and after else Status.ADDED if after else Status.REMOVED
    place, name = seat.cell.paragraphs[0].place, " ".join(seat.cell.text(Version.AFTER if after else Version.BEFORE).split())
    at = f"{table.place.path}/r{seat.at_row}c{seat.column}"
    return _Product(
        Entry(f"{at}price", name, before.price if before else None, after.price if after else None, status, place),
        Entry(f"{at}count", name, before.count if before else None, after.count if after else None, status, place),
        here.is_plain,
    )


def _drafts(grid: Grid, written: Mapping[int, _Product], versions: Sequence[Version]) -> Iterator[Draft]:
    every = [(row, column, relation) for row in written for column, relation in _in_row(grid, row, written[row])]
    relations = [each for each in every if not any(_is_rounded(each[2], version) for version in versions)]
    held = {(row, column) for row, column, relation in relations if _holds(relation, grid.version)}
    for row, column, relation in relations:
        is_alone = sum(each == row for each, _, _ in every) == 1 and written[row].is_plain
        others = [(each, at) in held for each, at, _ in relations if at == column and each != row]
        taught = len(others) >= OTHERS_THAT_TEACH and all(others)
        if (row, column) in held or (is_alone and (taught or _is_a_slip(relation, grid.version))):
            yield Draft(("table", grid.path, f"r{row}c{column}×"), relation)


def _in_row(grid: Grid, row: int, product: _Product) -> Iterator[tuple[int, Relation]]:
    """Yield the relations of a row's amounts of money with its product, column by column."""
    for column in grid.columns:
        entry = grid.cells.get((row, column))
        amount = entry.amount(grid.version) if entry else None
        if (
            entry is None
            or amount is None
            or amount.kind is not AmountKind.MONEY
            or amount.qualifier is not Qualifier.NONE
            or not amount.value
        ):
            continue
        price, count = (each.amount(grid.version) for each in (product.price, product.count))
        assert price is not None, "the version writes the product out"
        assert count is not None, "the version writes the product out"
        facts: dict[str, Fact] = {"total": amount.literal, "price": price.literal, "count": count.literal, "times": 1}
        chance = chance_of(1, 2 * amount.last_place, abs(amount.exactly))
        parts, wording = (product.price, product.count), Message("relation.product", facts)
        yield column, Relation(RelationKind.PRODUCT, entry, parts, wording, Origin.STATED, entry.place, 1, chance, exact=True)


def _is_rounded(relation: Relation, version: Version) -> bool:
    """Tell whether an amount is the product rounded to the zeros that it ends in, or the price is one that was rounded to its decimals."""
    outcome, whole = held_against(relation, version), relation.whole.amount(version)
    price, count = (part.amount(version) for part in relation.parts)
    if outcome is None or whole is None or price is None or count is None or outcome.difference == 0:
        return False
    off, step = abs(outcome.difference), finest_step([relation.whole], version)
    by_price = price.last_place * count.exactly if price.last_place < 1 else Fraction(0)
    return 2 * off <= by_price or (2 * off <= step and off <= FINELY_ROUNDED * abs(whole.exactly))


def _holds(relation: Relation, version: Version) -> bool:
    outcome = held_against(relation, version)
    return outcome is not None and outcome.holds


def _is_a_slip(relation: Relation, version: Version) -> bool:
    outcome = held_against(relation, version)
    return outcome is not None and (is_one_slip_off(relation, version) or bool(unit_slips_of(outcome)))
