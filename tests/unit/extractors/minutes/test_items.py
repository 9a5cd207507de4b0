import pytest

from lydelse.model.case_number import CaseNumber
from lydelse.model.minutes import DocumentKind, Minutes
from support import words
from support.minutes import COVER, minutes_in, minutes_in_word


@pytest.mark.parametrize(
    ("heading", "title", "case"),
    [
        ("§ 12 Taxa för larm (ON/2024:7)", "Taxa för larm", CaseNumber("ON", 7, 2024)),
        ("§12\nTaxa för larm (ON/7/2024)", "Taxa för larm", CaseNumber("ON", 7, 2024)),
        ("§ 12 Dnr ON 2024:7 Taxa för larm", "Taxa för larm", CaseNumber("ON", 7, 2024)),
        ("§ 12 Taxa för larm\nDiarienummer ON/7/2024", "Taxa för larm", CaseNumber("ON", 7, 2024)),
        ("§ 12 Taxa för larm\nDnr 2024/7", "Taxa för larm", CaseNumber("", 7, 2024)),
        ("ON § 12    Dnr 2024/7\nTaxa för larm", "Taxa för larm", CaseNumber("", 7, 2024)),
        ("§ 12 Taxa för larm och annan teknik i det egna hemmet för den som har\nbeviljats särskilt stöd (ON-2024/7)",
         "Taxa för larm och annan teknik i det egna hemmet för den som har beviljats särskilt stöd", CaseNumber("ON", 7, 2024)),
    ],
)  # fmt: skip
def test_an_items_heading_gives_its_number_title_and_case(heading: str, title: str, case: CaseNumber) -> None:
    (item,) = minutes_in(f"{COVER}{heading}\n\nBeslut\nNämnden godkänner taxan.\n").items
    assert (item.paragraph, item.title, item.case_numbers) == (12, title, (case,))


def test_minutes_without_any_item_are_one() -> None:
    minutes = minutes_in("Protokoll\n\nNämnden för vård sammanträdde och fattade inga beslut.\n\nVid protokollet\n\nJusterare\n")
    assert [item.paragraph for item in minutes.items] == [None]


def test_a_table_of_contents_begins_no_items() -> None:
    contents = "Innehåll\n§ 12 Taxa för larm ........ 2\n§ 13 Delårsrapport ........ 3\n\n"
    items = "§ 12 Taxa för larm\n\nBeslut\nNämnden godkänner taxan.\n\n§ 13 Delårsrapport\n\nBeslut\nNämnden godkänner rapporten.\n"
    minutes = minutes_in(COVER + contents + items)
    assert [(item.paragraph, len(item.decision)) for item in minutes.items] == [(12, 1), (13, 1)]


def test_a_sentence_that_begins_with_a_paragraph_sign_begins_no_item() -> None:
    text = "§ 12 Taxa för larm\n\nBeslut\nNämnden godkänner taxan.\n\n§ 12 justeras omedelbart.\n"
    assert len(minutes_in(COVER + text).items) == 1


def test_two_items_of_one_number_are_two() -> None:
    text = "§ 12 Taxa\n\nBeslut\nNämnden godkänner taxan.\n\n§ 12 Avgift\n\nBeslut\nNämnden godkänner avgiften.\n"
    assert [item.title for item in minutes_in(COVER + text).items] == ["Taxa", "Avgift"]


def test_agenda_items_are_items_where_there_are_no_paragraphs() -> None:
    minutes = minutes_in_word(
        words.paragraph("Protokoll Omsorgsnämnden 2024-03-05"), words.paragraph("Justerandes sign"),
        words.heading("Ärende 5 Taxa för larm", 1), words.heading("Beslut", 2), words.paragraph("Nämnden godkänner taxan."),
    )  # fmt: skip
    assert [(item.paragraph, item.title) for item in minutes.items] == [(5, "Taxa för larm")]


def test_an_item_that_is_not_understood_is_shown_and_said() -> None:
    minutes = minutes_in(f"{COVER}§ 12 Samtal om framtiden\n\nLedamöterna samtalar om hur larmen ska utvecklas under kommande år.\n")
    assert [each.message.key for each in minutes.unread] == ["X905.minutes-item"]
    assert minutes.unread[0].message.facts["item"] == "§ 12"
    assert "samtalar" in minutes.items[0].parts[0].text


def test_a_memo_is_one_item_without_a_number() -> None:
    head = "Tjänsteskrivelse 2024-02-01\nON/2024:7\n\nTaxa för trygghetslarm\n\n"
    minutes = minutes_in(f"{head}Förslag till beslut\n1. Taxan godkänns.\n\nÄrendet\nTaxan är gammal.\n")
    (item,) = minutes.items
    assert (minutes.kind, minutes.date, item.paragraph, len(item.proposal)) == (DocumentKind.MEMO, "2024-02-01", None, 1)


def test_a_wrong_guess_can_be_overridden() -> None:
    text = "Taxa för trygghetslarm\n\nTaxan är gammal och behöver ses över innan den nya upphandlingen börjar gälla.\n"
    assert minutes_in(text).kind is DocumentKind.OTHER
    assert minutes_in(text, kind=DocumentKind.MEMO).items[0].title == "Taxa för trygghetslarm"


ONE = "{head}\n\nFörslag till beslut\nOmsorgsnämnden beslutar\n1. Taxan höjs.\n\nBeslut\nOmsorgsnämnden beslutar\n1. Taxan höjs.\n\n"


def three(head: str) -> Minutes:
    """Return minutes of three items, the second with a heading of its own."""
    return minutes_in(COVER + "".join(ONE.format(head=each) for each in ("§ 11 Plan (ON/2024:5)", head, "§ 13 Budget (ON/2024:8)")))


@pytest.mark.parametrize("head", ["§ l2 Taxa för larm", "§. 12 Taxa för larm", "§§ 12 Taxa för larm", "§ O12 Taxa för larm"])
def test_a_number_that_is_not_written_as_one_begins_an_item_and_is_asked_about(head: str) -> None:
    minutes = three(head)
    assert [item.paragraph for item in minutes.items] == [11, 12, 13]
    assert [len(item.decision) for item in minutes.items] == [1, 1, 1]
    assert [each.message.key for each in minutes.unread] == ["X905.minutes-number"]


def test_an_item_whose_number_cannot_be_read_is_shown_without_one() -> None:
    minutes = three("§ XII Taxa för larm")
    assert [(item.paragraph, item.title) for item in minutes.items][1] == (None, "Taxa för larm")
    assert [each.message.key for each in minutes.unread] == ["X905.minutes-unnumbered"]


@pytest.mark.parametrize("head", ["$ 12 Taxa för larm", "5 12 Taxa för larm", "Taxa för larm"])
def test_an_item_whose_heading_was_not_known_is_never_passed_over_in_silence(head: str) -> None:
    assert "X905.minutes-twice" in [each.message.key for each in three(head).unread]


def test_a_number_missing_among_many_is_asked_about_and_an_extract_is_not() -> None:
    whole, extract = (
        minutes_in(COVER + "".join(ONE.format(head=f"§ {number} Ärende {number} (ON/2024:{number})") for number in numbers))
        for numbers in ((11, 12, 14, 15), (4, 9, 15))
    )
    assert [each.message.key for each in whole.unread] == ["X905.minutes-gap"]
    assert extract.unread == ()
