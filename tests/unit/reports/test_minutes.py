import json
import re
from itertools import pairwise

import pytest

from lydelse.model.case_number import CaseNumber
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Message
from lydelse.model.minutes_review import CaseChain, Link, MinutesReview, Stage
from lydelse.model.place import Place
from lydelse.records import replace
from lydelse.reports import html, json_minutes, minutes_text
from support.minutes import COVER, minutes_in
from support.pages import StrictPage

TEXT = f"""{COVER}§ 12 Taxa för larm (ON/2024:7)

Ärendet
Kommunstyrelsen beslutade den 20 januari 2024 § 11 om en översyn (KS/2023:82).

Förslag till beslut
Omsorgsnämnden beslutar
1. Taxan höjs till 210 kronor.

Yrkanden
Anna Ek (S) yrkar avslag på förslaget.

Omröstningsresultat
Med 8 ja-röster mot 5 nej-röster beslutar nämnden enligt förslaget.

Beslut
Omsorgsnämnden beslutar
1. Taxan höjs till 210 kronor.

Reservation
Anna Ek (S) reserverar sig mot beslutet.

Beslutsunderlag
- Kalkyl <2024>

Expedieras till
Ekonomichefen

§ 13 Samtal

Ledamöterna samtalar om hur larmen ska utvecklas under kommande år.
"""


def reviewed() -> MinutesReview:
    """Return minutes with a finding, a chain and something that was not understood."""
    minutes = minutes_in(TEXT)
    passage = Passage(minutes.items[0].decision[0].place, "Taxan höjs till 210 kronor.", minutes.name)
    finding = Finding("K508", "effect-without-point", Severity.QUESTION, Message("X905.minutes-body"), (passage,))
    chain = CaseChain(CaseNumber("ON", 7, 2024), (passage, Passage(Place(), "Dnr ON/2024:7", "skrivelse.docx")))
    link = Link(Stage.COMMITTEE, minutes.name, minutes.body, minutes.date, 12, passage)
    return MinutesReview((minutes,), findings=(finding,), unread=minutes.unread, chains=(replace(chain, links=(link,)),))


def test_the_chain_of_a_case_is_shown_link_by_link_with_its_places() -> None:
    text = minutes_text.write(reviewed())
    assert "→ Omsorgsnämnden 2024-03-05 § 12 (protokoll.txt)" in text
    assert "Nämns i skrivelse.docx" in text
    page = re.sub(r"<[^>]+>", "", html.write_minutes(reviewed(), version="1"))
    assert "Omsorgsnämnden 2024-03-05 § 12 (protokoll.txt)" in page
    (chain,) = json.loads(json_minutes.write(reviewed(), version="1"))["chains"]
    assert [(link["stage"], link["document"], link["paragraph"]) for link in chain["links"]] == [("committee", "protokoll.txt", 12)]


def test_a_motion_says_what_became_of_it() -> None:
    assert "föll enligt beslutsgången" in minutes_text.write(reviewed())


def test_the_json_has_the_names_of_the_contract() -> None:
    content = json.loads(json_minutes.write(reviewed(), version="1.2.3"))
    assert content["schema"] == "lydelse/minutes/1"
    (minutes,) = content["minutes"]
    assert (minutes["body"], minutes["date"], minutes["kind"]) == ("Omsorgsnämnden", "2024-03-05", "minutes")
    item = minutes["items"][0]
    assert (item["paragraph"], item["title"], item["case_number"]) == (12, "Taxa för larm", "ON/2024:7")
    (point,) = item["decision"]
    assert (point["number"], point["text"]) == (1, "Taxan höjs till 210 kronor.")
    assert [(each["value"], each["unit"]) for each in point["amounts"]] == [("210", "kr")]
    assert item["motions"][0]["movers"] == [{"name": "Anna Ek", "party": "S", "role": "other"}]
    assert (item["votes"][0]["yes"], item["votes"][0]["no"]) == (8, 5)
    assert (item["attachments"], item["recipients"]) == (["Kalkyl <2024>"], ["Ekonomichefen"])
    (cited,) = item["references"]
    assert [cited[key] for key in ("body", "date", "paragraph", "case_number")] == ["Kommunstyrelsen", "2024-01-20", 11, "KS/2023:82"]
    assert content["findings"][0]["code"] == "K508"
    assert [each["code"] for each in content["unread"]] == ["X905"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_is_well_formed_and_its_links_lead_somewhere(language: str) -> None:
    page = StrictPage(html.write_minutes(reviewed(), version="1.2.3", language=language))
    names = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(names) == len(set(names))
    assert {element.attributes["href"][1:] for element in page.all("a")} <= set(names)
    labels = {element.attributes["aria-labelledby"] for element in page.elements if "aria-labelledby" in element.attributes}
    assert labels <= set(names)


def test_the_page_shows_each_item_with_its_parts_and_what_was_not_understood() -> None:
    text = html.write_minutes(reviewed(), version="1.2.3")
    for words in ("Taxa för larm", "Anna Ek (S) yrkar avslag", "avslag", "Kalkyl &lt;2024&gt;", "X905", "skrivelse.docx"):
        assert words in text


def test_no_heading_of_the_page_skips_a_level() -> None:
    page = StrictPage(html.write_minutes(reviewed(), version="1.2.3"))
    levels = [int(element.tag[1]) for element in page.elements if element.tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_screen_shows_findings_first_and_then_each_item() -> None:
    lines = minutes_text.write(reviewed(), 80).split("\n")
    assert lines[0].startswith("Fråga K508")
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    order = [
        text.index(words)
        for words in ("Fråga K508", "§ 12 Taxa för larm", "Förslag till beslut", "Yrkanden", "Reservationer", "§ 13 Samtal")
    ]
    assert order == sorted(order)


def test_a_control_character_of_a_document_does_not_reach_the_screen() -> None:
    minutes = minutes_in(f"{COVER}§ 12 Taxa\n\nBeslut\nNämnden godkänner \x1b[31mtaxan.\n")
    assert "\x1b" not in minutes_text.write(MinutesReview((minutes,)), 80)


def test_what_an_earlier_report_told_is_marked_as_known_and_left_out_on_the_screen() -> None:
    review = reviewed()
    (told,) = json.loads(json_minutes.write(review, version="1"))["findings"]
    later = replace(review, known=frozenset({told["id"], "K508-gone"}))
    report = json.loads(json_minutes.write(later, version="1"))
    assert [each["known"] for each in report["findings"]] == [True]
    assert report["gone"] == ["K508-gone"]
    assert later.new_findings == ()
    screen = minutes_text.write(later)
    assert "Inga nya fynd." in screen
    assert "1 fynd fanns redan då, 1 finns inte längre" in screen
    assert "K508" not in screen
    assert " · känt" in html.write_minutes(later, version="1")


def test_a_place_of_a_finding_is_told_once_with_all_that_is_quoted_from_it() -> None:
    review = reviewed()
    (finding,) = review.findings
    twice = replace(finding, passages=(*finding.passages, replace(finding.passages[0], text="210 kronor")))
    page = html.write_minutes(replace(review, findings=(twice,)), version="1", language="en")
    assert page.count('<ul class="places">') == 1
    places = page.partition('<ul class="places">')[2].partition("</ul>")[0]
    assert places.count("<li>") == 1
    assert places.count('<q lang="sv">') == 2
