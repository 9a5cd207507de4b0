"""What became of motions, as the order of propositions and the votes tell it."""

from __future__ import annotations

import pytest

from lydelse.checks.minutes.settled import Settled, settled_in
from support.minutes import COVER, minutes_in

MOVED = (
    "Anna Ek (S) yrkar att punkt 1 ändras till 550 tkr.\nBo Alm (V) yrkar avslag på förslaget.\n"
    "Ordföranden Kaj Berg (M) yrkar bifall till förvaltningens förslag.\n"
)
DELAYS = "Anna Ek (S) yrkar att ärendet återremitteras.\nBo Alm (V) yrkar att planen dessutom följs upp.\n"
REJECTED_FIRST = "Ordföranden finner att nämnden bifaller förslaget. Omröstning begärs."


def settled(motions: str, told: str, heading: str = "Beslutsgång") -> Settled:
    proposal = "Förslag till beslut\n1. Medel om 500 tkr anslås.\n2. Planen antas.\n"
    text = f"{proposal}\nYrkanden\n{motions}\n{heading}\n{told}\n\nBeslut\nPlanen antas.\n"
    minutes = minutes_in(f"{COVER}§ 12 Taxa (ON/2024:7)\n\n{text}")
    return settled_in(minutes, minutes.items[0])


def names(settled: Settled) -> tuple[list[str], list[str], list[str]]:
    """Return whose motions were adopted, rejected and left open."""
    adopted, rejected, left = (
        [motion.movers[0].name for motion in motions] for motions in (settled.adopted, settled.rejected, settled.open)
    )
    return adopted, rejected, left


@pytest.mark.parametrize(
    ("told", "adopted", "rejected"),
    [
        (
            "Ordföranden ställer förslaget mot Anna Eks yrkande och Bo Alms avslagsyrkande och finner att nämnden bifaller förslaget.",
            [],
            ["Anna Ek", "Bo Alm"],
        ),
        ("Ordföranden ställer proposition på yrkandena och finner att nämnden beslutar enligt Anna Eks yrkande.", ["Anna Ek"], ["Bo Alm"]),
        ("Ordföranden finner att nämnden bifaller Anna Eks yrkande och avslår Bo Alms yrkande.", ["Anna Ek"], ["Bo Alm"]),
        (
            (
                "Ordföranden ställer Bo Alms yrkande under proposition och finner att nämnden avslår detsamma.\n"
                "Därefter ställs Anna Eks yrkande. Ordföranden finner att det bifalls."
            ),
            ["Anna Ek"],
            ["Bo Alm"],
        ),
        (
            "Ordförande Kaj Berg frågar om nämnden bifaller eget yrkande eller Anna Eks yrkande och finner att den bifaller eget yrkande.",
            [],
            ["Anna Ek", "Bo Alm"],
        ),
    ],
)
def test_what_the_chair_finds_settles_the_motions(told: str, adopted: list[str], rejected: list[str]) -> None:
    assert names(settled(MOVED, told)) == (adopted, rejected, [])


@pytest.mark.parametrize(
    ("ballot", "count", "adopted"),
    [
        (
            "Den som vill bifalla förvaltningens förslag röstar ja, den som vill bifalla Anna Eks yrkande röstar nej.",
            "6 ja och 7 nej.",
            ["Anna Ek"],
        ),
        ("Ja-röst för bifall till förvaltningens förslag.\nNej-röst för bifall till Anna Eks yrkande.", "Ja: 6. Nej: 7.", ["Anna Ek"]),
        ("Ja = bifall till förvaltningens förslag. Nej = Anna Eks yrkande.", "7 ja-röster mot 6 nej-röster.", []),
        (
            "Den som bifaller förvaltningens förslag röstar ja. Vinner nej har nämnden bifallit Anna Eks yrkande.",
            "6 ja och 7 nej.",
            ["Anna Ek"],
        ),
    ],
)
def test_a_count_settles_what_its_ballot_was_about(ballot: str, count: str, adopted: list[str]) -> None:
    found = settled(MOVED, f"{REJECTED_FIRST}\n{ballot}\nOmröstningsresultat\n{count}")
    assert names(found)[0] == adopted
    assert not found.unclear


def test_a_vote_that_is_called_takes_back_what_the_chair_found() -> None:
    found = settled(MOVED, f"{REJECTED_FIRST}\nOmröstningsresultat\n6 ja och 7 nej.")
    assert found.proposal is None
    assert len(found.unclear) == 1


def test_a_motion_chosen_to_be_put_against_another_is_not_adopted() -> None:
    found = settled(MOVED, "Ordföranden finner att nämnden antar Anna Eks yrkande som motförslag i huvudvoteringen.")
    assert names(found) == ([], [], ["Anna Ek", "Bo Alm"])


def test_a_matter_to_be_settled_today_is_not_referred_back() -> None:
    told = "Ordföranden finner att ärendet ska avgöras i dag. Ordföranden frågar om tilläggsyrkandet bifalls och finner att det avslås."
    assert names(settled(DELAYS, told))[1] == ["Anna Ek", "Bo Alm"]


def test_a_minority_may_refer_a_matter_back() -> None:
    told = (
        "Votering begärs. Ja-röst innebär att ärendet avgörs i dag, nej-röst innebär återremiss.\nOmröstningsresultat\n"
        "Antal ja-röster: 20. Antal nej-röster: 15. Ärendet återremitteras därmed enligt reglerna om minoritetsåterremiss."
    )
    assert names(settled(DELAYS, told))[0] == ["Anna Ek"]


@pytest.mark.parametrize(
    ("told", "adopted", "rejected"),
    [
        ("Ordföranden ställer bifall mot avslag och finner bifall.", [], ["Anna Ek", "Bo Alm"]),
        ("Ordföranden frågar om nämnden bifaller förslaget och finner frågan med ja besvarad.", [], ["Anna Ek", "Bo Alm"]),
        ("Ordföranden ställer Anna Eks yrkande under proposition och finner frågan besvarad med nej.", [], ["Anna Ek"]),
        ("Ordföranden ställer Anna Eks yrkande under proposition och finner det avslaget.", [], ["Anna Ek"]),
        ("Ordföranden förklarar sig anse att nämnden beslutat bifalla Anna Eks yrkande.", ["Anna Ek"], ["Bo Alm"]),
        ("Ordföranden finner att Anna Eks yrkande avslås och att förvaltningens förslag bifalls.", [], ["Anna Ek", "Bo Alm"]),
        ("Kaj Bergs yrkande bifalls.", [], ["Anna Ek", "Bo Alm"]),
        ("Omröstning begärs. Ja-röst: förslaget\nNej-röst: Bo Alms förslag\nOmröstningsresultat\nJa: 4\nNej: 9", ["Bo Alm"], ["Anna Ek"]),
    ],
)
def test_other_ways_to_say_what_was_found(told: str, adopted: list[str], rejected: list[str]) -> None:
    assert names(settled(MOVED, told))[:2] == (adopted, rejected)
