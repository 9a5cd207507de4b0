from __future__ import annotations

from lydelse.model.calculation import Origin, RelationKind, Verdict
from support.calculations import calculation_of

TEXT = """
# 1 Hemtjänst
Anslaget är [-301 540-]{+310 888+} tkr.
# 2 Särskilt boende
Anslaget är [-187 220-]{+193 024+} tkr.
# 3 Daglig verksamhet
Anslaget är [-94 310-]{+97 234+} tkr.
# 4 Fritid
Anslaget är [-52 718-]{+51 004+} tkr.
"""


def test_amounts_that_one_index_moved_are_a_group_and_inferred() -> None:
    groups = [each for each in calculation_of(TEXT).relations if each.kind is RelationKind.UPRATING]
    assert [[entry.stated.literal for entry in (each.whole, *each.parts)] for each in groups] == [
        ["310 888 tkr", "193 024 tkr", "97 234 tkr"]
    ]
    assert groups[0].origin is Origin.INFERRED


def test_an_amount_that_one_unit_parts_from_the_index_is_not_of_the_group() -> None:
    groups = [each for each in calculation_of(TEXT.replace("97 234", "97 236")).relations if each.kind is RelationKind.UPRATING]
    assert all("97 236 tkr" not in [entry.stated.literal for entry in (each.whole, *each.parts)] for each in groups)


def test_a_group_is_found_in_the_later_version_alone_and_within_rounding() -> None:
    outcomes = [each for each in calculation_of(TEXT).outcomes if each.relation.kind is RelationKind.UPRATING]
    assert [each.verdict for each in outcomes] == [Verdict.WITHIN_ROUNDING]
