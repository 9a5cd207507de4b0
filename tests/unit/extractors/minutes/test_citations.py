import pytest

from support.minutes import item_in

Cited = tuple[str, str | None, int | None, str | None]


def cited(text: str) -> list[Cited]:
    """Return the earlier decisions that a text under "Ärendet" refers to."""
    references = item_in(f"Ärendet\n{text}\n\nBeslut\nNämnden godkänner taxan.\n").references
    return [(each.body, each.date, each.paragraph, each.case_number.shown if each.case_number else None) for each in references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kommunstyrelsen beslutade den 20 januari 2021 § 11 att se över taxan (KS/82/2020).",
            ("Kommunstyrelsen", "2021-01-20", 11, "KS/82/2020"),
        ),
        ("Den 24 mars 2021 §44 gav Regionstyrelsen nämnden ett uppdrag.", ("Regionstyrelsen", "2021-03-24", 44, None)),
        ("Fullmäktige fastställde taxan 2020-06-17 § 65 (KF/554/2019).", ("Fullmäktige", "2020-06-17", 65, "KF/554/2019")),
        ("Kommunstyrelsen beslutade i augusti 2019 § 130 om taxan.", ("Kommunstyrelsen", "2019-08", 130, None)),
        ("Kommunstyrelsen tillsatte i december 2020 en grupp.", ("Kommunstyrelsen", "2020-12", None, None)),
        ("Frågan avgjordes av kommunstyrelsens arbetsutskott 2021-02-03 § 9.", ("Kommunstyrelsens arbetsutskott", "2021-02-03", 9, None)),
        ("Se KS § 12, 2021-02-03.", ("Kommunstyrelsen", "2021-02-03", 12, None)),
    ],
)
def test_a_cited_decision_is_its_body_date_paragraph_and_case(text: str, expected: Cited) -> None:
    assert cited(text) == [expected]


def test_the_same_year_and_the_short_name_are_those_of_the_sentence_before() -> None:
    text = "Kommunstyrelsen beslutade i augusti 2019 § 130 om en grupp. Direktiven fastställdes av styrelsen i september samma år § 143."
    assert cited(text) == [("Kommunstyrelsen", "2019-08", 130, None), ("Kommunstyrelsen", "2019-09", 143, None)]


def test_the_case_number_after_a_quoted_decision_is_that_decisions() -> None:
    text = "Den 24 mars 2021 § 44 gav kommunstyrelsen följande uppdrag:\n\n”Gruppen ska utreda taxan.” (KS/75/2020)"
    assert cited(text) == [("Kommunstyrelsen", "2021-03-24", 44, "KS/75/2020")]


@pytest.mark.parametrize(
    "text",
    [
        "Enligt 5 kap. 35 § kommunallagen ska motioner beredas.",
        "Enligt § 12 i reglementet beslutar nämnden om taxan.",
        "Enligt 4 § socialtjänstlagen har kommunen ansvaret.",
        "Uppdraget ska återredovisas senast vid kommunstyrelsens sammanträde 29 april 2024.",
        "Rapporten lämnades den 3 maj 2021.",
    ],
)
def test_laws_and_what_is_to_come_are_no_earlier_decisions(text: str) -> None:
    assert cited(text) == []


def test_case_numbers_in_running_text_are_mentioned_with_their_sentence() -> None:
    (mention,) = item_in("Ärendet\nTaxan är gammal. Arbetet redovisas i en rapport (ON/54/2020).\n\nBeslut\nNämnden godkänner.\n").mentions
    assert (mention.case_number.shown, mention.of) == ("ON/54/2020", "Arbetet redovisas i en rapport (ON/54/2020")
