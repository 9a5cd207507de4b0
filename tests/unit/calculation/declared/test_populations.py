from __future__ import annotations

from lydelse.checks import coverage
from lydelse.model.against_model import Lack
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import RelationKind
from support.models import against, checked_against, model_of, subject_against

WEIGHTS = """
# 5 Vikter
Vikt 1,00 motsvarar 2 000 kr. Totalt fördelas 200 000 tkr.
|= Ålder | Vikt
| 0–19 | 0,50
| 20–64 | 0,90
| 65 år och äldre | 1,80

Avståndet till sjukhuset vägs så här.
|= Avstånd | Vikt
| 0–29 km | 0,00
| 30–69 km | 1,00
| 70 km eller mer | 2,00
"""


def population(*bands: tuple[str, int], more: str = "") -> str:
    listed = "".join(f'"{label}" = {count}\n' for label, count in bands)
    return f'[befolkning.alla]\navsnitt = "5 Vikter"\nkolumn = "Vikt"\n{more}[befolkning.alla.grupper]\n{listed}'


EVERYBODY = (("0–19", 20_000), ("20–64", 60_000), ("65–", 20_000))


def test_finer_bands_go_into_the_rows_that_hold_them() -> None:
    finer = (("0–9", 9_000), ("10–19", 11_000), ("20–44", 30_000), ("45–64", 30_000), ("65–79", 15_000), ("80+", 5_000))
    outcomes = [
        each.difference
        for bands in (EVERYBODY, finer)
        for each in subject_against(WEIGHTS, model_of(population(*bands))).calculation.outcomes
        if each.relation.kind is RelationKind.DECLARED
    ]
    assert len(outcomes) == 2
    assert outcomes[0] == outcomes[1] == 0


def test_of_two_tables_it_is_the_one_that_the_bands_go_into() -> None:
    held = against(WEIGHTS, population(*EVERYBODY))
    assert (held.unbound, held.unbound_bands) == ((), ())


def test_a_band_that_no_row_or_several_rows_hold_leaves_the_weights_untested() -> None:
    held = against(WEIGHTS, population(("0–30", 20_000), ("31–64", 60_000), ("65–", 20_000)))
    assert [each.lack for each in held.unbound] == [Lack.SEVERAL]


def test_weights_that_are_wrong_by_a_digit_are_found_with_what_that_is_in_kronor() -> None:
    model = model_of(
        population(*EVERYBODY, more='pris = "pris"\ntotal = "total"\n')
        + '[storhet.pris]\navsnitt = "5"\netikett = "Vikt 1,00"\nenhet = "kr"\n'
        + '[storhet.total]\navsnitt = "5"\netikett = "Totalt"\nenhet = "tkr"\n'
    )
    assert checked_against(WEIGHTS, model).findings == ()
    findings = checked_against(WEIGHTS.replace("0,90", "0,99"), model).findings
    total, mean = findings
    assert (total.message.key, total.found, total.expected) == ("M601.total", "200 000 tkr", "210 800 tkr")
    assert (mean.message.key, mean.message.facts["money"]) == ("M601.mean.money", 10800)


def test_a_mean_goes_with_its_weights_and_confirms_none_of_them_by_itself() -> None:
    subject = subject_against(WEIGHTS, model_of(population(*EVERYBODY)))
    weights = next(each for each in coverage([subject], ()) if each.kind is AmountKind.WEIGHT)
    assert (weights.confirmed_stated, weights.confirmed_inferred) == (0, 3)


def test_the_earlier_version_is_not_held_against_the_later_ones_population() -> None:
    document = WEIGHTS.replace("0,90", "[-0,99-]{+0,90+}")
    assert checked_against(document, model_of(population(*EVERYBODY))).findings == ()
