import pytest

from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written
from lydelse.model.quantity import Entry


def told(entries: tuple[Entry, ...]) -> set[tuple[str, str]]:
    return {(str(entry.before.value), str(entry.after.value)) for entry in entries if entry.before and entry.after}


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (
            "Taxan är 310 kr per timme för vuxna och 180 kr per timme för barn.",
            "Taxan är 190 kr per timme för barn och 325 kr per timme för vuxna.",
            {("310", "325"), ("180", "190")},
        ),
        (
            "För vuxna är taxan 310 kr och för barn 180 kr.",
            "För barn är taxan 190 kr och för vuxna 325 kr.",
            {("310", "325"), ("180", "190")},
        ),
        (
            "Taxan är 310 kr per timme för vuxna och 180 kr per timme för barn.",
            "Taxan är 325 kr per timme för vuxna och 190 kr per timme för barn.",
            {("310", "325"), ("180", "190")},
        ),
        (
            "Taxan är 310 kr, tillägget 180 kr.",
            "Taxan är 325 kr, tillägget 190 kr.",
            {("310", "325"), ("180", "190")},
        ),
        ("Ramen är 310 tkr, varav 180 tkr till skolor.", "Ramen är 325 tkr, varav 190 tkr till bad.", {("310", "325"), ("180", "190")}),
    ],
)
def test_amounts_are_paired_by_words_beside_them_that_changed_places(before: str, after: str, pairs: set[tuple[str, str]]) -> None:
    assert told(compare(written(f"# 1 Taxa\n{before}"), written(f"# 1 Taxa\n{after}")).entries) == pairs


def test_amounts_of_different_units_never_change_places() -> None:
    text = "Taxan är [-310-]{+325+} kr för [-vuxna-]{+barn+} och [-18-]{+19+} % för [-barn-]{+vuxna+}."
    assert told(compare_marked(written(text)).entries) == {("310", "325"), ("18", "19")}


def test_the_text_of_a_pair_that_changed_places_is_its_own_figures() -> None:
    text = "Taxan är [-310-]{+190+} kr för [-vuxna-]{+barn+} och [-180-]{+325+} kr för [-barn-]{+vuxna+}."
    assert {entry.text for entry in compare_marked(written(text)).entries} == {"180 kr 190 kr", "310 kr 325 kr"}
