import pytest

from lydelse.extractors.minutes.motions import support_of
from lydelse.model.minutes import Item, Support
from lydelse.model.proceedings import Outcome
from support.minutes import item_in


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("Anna Ek (S) yrkar bifall till förvaltningens förslag.", Support.APPROVAL),
        ("Anna Ek (S): Bifall till förslaget och avslag på Bo Alms yrkande.", Support.APPROVAL),
        ("Anna Ek (S) yrkar avslag på motionen i enlighet med arbetsutskottets förslag.", Support.APPROVAL),
        ("Anna Ek (S) yrkar avslag på förslaget.", Support.REJECTION),
        ("Anna Ek (S) yrkar avslag på punkt 2.", Support.REJECTION),
        ("Anna Ek (S) yrkar att ärendet återremitteras.", Support.REFERRAL),
        ("Anna Ek (S) yrkar att ärendet bordläggs.", Support.POSTPONEMENT),
        ("Anna Ek (S) yrkar bifall till förslaget med tillägget att taxan följs upp.", Support.ADDITION),
        ("Anna Ek (S) yrkar att beloppet i punkt 1 ändras till 250 kronor.", Support.AMENDMENT),
        ("Anna Ek (S) yrkar bifall till Bo Alms yrkande.", Support.OTHER_PROPOSAL),
        ("Anna Ek (S) yrkar bifall till motionen.", Support.OTHER_PROPOSAL),
        ("Anna Ek (S) yrkar att en utredning görs.", Support.OTHER_PROPOSAL),
        ("Anna Ek (S) har ett yrkande.", Support.UNKNOWN),
    ],
)
def test_what_a_motion_asks_for(text: str, support: Support) -> None:
    assert support_of(text) is support


def movers(item: Item) -> list[list[tuple[str, str]]]:
    """Return the names and parties of each motion's movers."""
    return [[(mover.name, mover.party) for mover in motion.movers] for motion in item.motions]


def test_motions_have_their_movers_and_points() -> None:
    item = item_in(
        "Yrkanden\nAnna Ek (S) och Bo Alm (V) yrkar bifall till förslaget.\nKaj Berg (M) yrkar att nämnden i stället beslutar:\n"
        "1. Taxan höjs till 250 kronor.\n2. Taxan följs upp.\n\nBeslut\nNämnden godkänner taxan.\n"
    )
    assert movers(item) == [[("Anna Ek", "S"), ("Bo Alm", "V")], [("Kaj Berg", "M")]]
    assert [point.text for point in item.motions[1].points] == ["Taxan höjs till 250 kronor.", "Taxan följs upp."]


def test_whose_proposal_a_motion_speaks_of_is_no_mover() -> None:
    item = item_in("Yrkanden\nKaj Berg (M) yrkar bifall till Anna Eks (S) yrkande.\n\nBeslut\nNämnden godkänner taxan.\n")
    assert movers(item) == [[("Kaj Berg", "M")]]


def test_a_motion_among_the_propositions_is_not_passed_over() -> None:
    item = item_in(
        "Beslutsgång\nKaj Berg (M) yrkar avslag på förslaget. Ordföranden finner att det bifalls.\n\nBeslut\nNämnden godkänner taxan.\n"
    )
    assert [motion.supports for motion in item.motions] == [Support.REJECTION]


def test_a_motion_that_is_not_understood_is_said() -> None:
    item = item_in("Yrkanden\nKaj Berg (M) framställer ett yrkande enligt bilaga.\n\nBeslut\nNämnden godkänner taxan.\n")
    assert not item.motions_understood
    assert [each.message.key for each in item.unread] == ["X905.minutes-motion"]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Ordföranden finner att nämnden beslutar enligt förvaltningens förslag.", Outcome.PROPOSAL),
        ("Ordföranden finner att nämnden beslutar enligt Kaj Bergs yrkande.", Outcome.MOTION),
        ("Ordföranden finner att nämnden avslår tilläggsyrkandet.", Outcome.REJECTION),
        ("Ordföranden finner att ärendet ska avgöras i dag.", Outcome.SETTLED_TODAY),
        ("Ordföranden finner att nämnden beslutar att återremittera ärendet.", Outcome.REFERRAL),
        ("Votering begärs.", Outcome.VOTE),
    ],
)
def test_what_the_chair_found(sentence: str, outcome: Outcome) -> None:
    assert item_in(f"Propositionsordning\n{sentence}\n\nBeslut\nNämnden godkänner taxan.\n").outcomes == (outcome,)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Med 8 ja-röster mot 5 nej-röster och 2 som avstår beslutar nämnden enligt förslaget.", (8, 5, 2)),
        ("Ja: 41 Nej: 34 Avstår: 0", (41, 34, 0)),
        ("Resultatet blir 7 ja och 6 nej.", (7, 6, None)),
    ],
)
def test_votes_are_counted_as_they_are_told(text: str, counts: tuple[int, int, int | None]) -> None:
    (vote,) = item_in(f"Omröstningsresultat\n{text}\n\nBeslut\nNämnden godkänner taxan.\n").votes
    assert (vote.yes, vote.no, vote.abstaining) == counts
