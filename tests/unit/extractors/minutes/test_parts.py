import pytest

from lydelse.model.minutes import PartKind, paragraphs_of
from support.minutes import COVER, item_in, minutes_in


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Sammanfattning av ärendet", PartKind.BACKGROUND), ("Ekonomiska konsekvenser", PartKind.BACKGROUND),
        ("Förslag till beslut", PartKind.PROPOSAL), ("Vård- och omsorgsförvaltningens förslag", PartKind.PROPOSAL),
        ("Regiondirektörens förslag", PartKind.PROPOSAL), ("Arbetsutskottets förslag till omsorgsnämnden", PartKind.PROPOSAL),
        ("Yrkanden", PartKind.MOTIONS), ("Propositionsordning", PartKind.ORDER), ("Omröstningsresultat", PartKind.VOTES),
        ("Omsorgsnämndens beslut", PartKind.DECISION), ("Arbetsutskottets beslut", PartKind.EARLIER),
        ("Omsorgsnämndens förslag till kommunfullmäktige", PartKind.DECISION),
        ("Reservationer", PartKind.RESERVATIONS), ("Särskilt yttrande", PartKind.STATEMENTS), ("Jäv", PartKind.RECUSAL),
        ("Handlingar i ärendet", PartKind.ATTACHMENTS), ("Protokollsutdrag till", PartKind.RECIPIENTS),
    ],
)  # fmt: skip
def test_a_part_is_known_by_its_heading_and_by_whose_minutes_it_stands_in(heading: str, kind: PartKind) -> None:
    item = item_in(f"{heading}\nHär står det som hör till delen av protokollet.\n\nBeslut\nNämnden godkänner taxan.\n")
    assert item.parts[0].kind is kind


def test_a_heading_may_stand_on_the_line_of_what_it_heads() -> None:
    item = item_in("Beslut: Nämnden godkänner taxan.\n\nExpedieras till ekonomichefen och kommunrevisionen\n")
    assert [point.text for point in item.decision] == ["Nämnden godkänner taxan."]
    assert [entry.text for entry in item.recipients] == ["ekonomichefen", "kommunrevisionen"]


def test_every_block_stands_in_one_part() -> None:
    text = (
        "Ärendet\nTaxan är gammal.\n\nFörslag till beslut\n1. Taxan godkänns.\n\nBeslut\n1. Taxan godkänns.\n\n"
        "Paragrafen är justerad.\n\nOkänd rubrik\n\nNågot som står efter allt annat i ärendet och inte hör till någon del.\n"
    )
    minutes = minutes_in(f"{COVER}§ 12 Taxa\n\n{text}")
    kept = [paragraph.after for part in minutes.items[0].parts for paragraph in paragraphs_of(part.blocks)]
    written = [paragraph.after for paragraph in minutes.document.paragraphs if paragraph.kind.value != "heading"][3:]
    titles = [part.title for part in minutes.items[0].parts]
    assert [text for text in written if text not in titles] == kept


def test_an_unknown_heading_after_the_decision_is_said() -> None:
    text = (
        f"{COVER}§ 12 Taxa\n\nBeslut\n1. Taxan godkänns.\n\n## Kvittens\n\nNågot som står efter allt annat och inte hör till någon del.\n"
    )
    minutes = minutes_in(text)
    assert [(each.message.key, each.message.facts["part"]) for each in minutes.unread] == [("X905.minutes-part", "Kvittens")]


def test_a_sentence_that_adjusts_the_item_is_a_part_by_itself() -> None:
    item = item_in("Beslut\n1. Taxan godkänns.\n\nParagrafen förklaras omedelbart justerad.\n")
    assert item.adjusted_immediately is not None
    assert len(item.decision) == 1


def test_a_decision_without_a_heading_is_read_from_what_the_body_decides() -> None:
    item = item_in("Taxan är gammal.\n\nOmsorgsnämnden beslutar att höja taxan till 210 kronor.\n")
    assert [point.text for point in item.decision] == ["Omsorgsnämnden beslutar att höja taxan till 210 kronor."]


def test_what_the_body_once_decided_is_no_decision() -> None:
    assert item_in("Omsorgsnämnden beslutade 2020-01-15 att införa taxan.\n").decision == ()


def test_the_body_that_decides_may_be_the_heading() -> None:
    item = item_in("Förslag till beslut\nOmsorgsnämnden beslutar\n1. Taxan godkänns.\n\nOmsorgsnämnden beslutar\n1. Taxan avslås.\n")
    assert [point.text for point in item.proposal] == ["Taxan godkänns."]
    assert [point.text for point in item.decision] == ["Taxan avslås."]


def test_a_body_may_decide_by_its_letters() -> None:
    item = item_in("ON beslutar\n\n1. Taxan godkänns.\n\nFörslag\n1. Taxan godkänns.\n")
    assert [part.kind for part in item.parts] == [PartKind.DECISION, PartKind.PROPOSAL]


def test_a_proposal_without_a_decision_is_said() -> None:
    item = item_in("Förslag till beslut\n1. Taxan godkänns.\n\nÄrendet\nTaxan är gammal.\n")
    assert [each.message.key for each in item.unread] == ["X905.minutes-decision"]


def test_an_item_that_is_left_out_is_no_lack() -> None:
    minutes = minutes_in(f"{COVER}§ 12 Taxa\n\nBeslut\nNämnden godkänner taxan.\n\n§ 13 Utgår\n")
    assert minutes.unread == ()


def test_an_attachment_in_the_list_is_no_heading() -> None:
    papers = "Beslutsunderlag\nTjänsteskrivelse 2025-09-22\nBilaga 1 Prislista 2026\nProtokollsutdrag 2025-09-30 § 61\n"
    (item,) = minutes_in(f"{COVER}§ 12 Taxa för larm\n\nBeslut\nNämnden godkänner taxan.\n\n{papers}").items
    assert [each.text for each in item.attachments] == [
        "Tjänsteskrivelse 2025-09-22",
        "Bilaga 1 Prislista 2026",
        "Protokollsutdrag 2025-09-30 § 61",
    ]
