import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from itertools import pairwise

import pytest

from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.case import Case
from lydelse.model.change import Comparison, Proof
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.readings import accepting_marks, rejecting_marks
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports import html
from support.pages import StrictPage
from support.reviews import small_comparison, small_review


def several() -> Review:
    """Return a review of two documents, each of one version."""
    comparison = replace(small_comparison(), one_version=True, proof=None, changes=())
    other = replace(comparison, redline=replace(comparison.redline, source=replace(comparison.redline.source, name="annan.pdf")))
    return replace(small_review(), comparisons=(comparison, other))


def commented_page() -> str:
    """Return the report of a redline that two people have commented on."""
    redline = written('# 5 Pris\nPriset är [-12-]{+13+} kr.\n>> (<b>Eva</b>; 2026-03-02T10:00:00Z) "13 kr" Är <i>det</i> rätt?\n>>>v Ja.')
    comparison = Comparison(rejecting_marks(redline), accepting_marks(redline), redline, (), (), Proof(True, True))  # noqa: FBT003 - two ticks
    return html.write(replace(small_review(), comparisons=(comparison,)), version="1.2.3")


PAGES: dict[str, Callable[[], str]] = {
    "review": lambda: html.write(small_review(), version="1.2.3"),
    "english": lambda: html.write(small_review(), version="1.2.3", language="en"),
    "comparison": lambda: html.write_comparison(small_comparison(), version="1.2.3"),
    "several": lambda: html.write(several(), version="1.2.3"),
    "empty": lambda: html.write(replace(small_review(), findings=(), confirmed=(), coverage=(), unread=()), version="1.2.3"),
    "commented": commented_page,
    "much unread": lambda: html.write(replace(small_review(), unread=small_review().unread * 9), version="1.2.3"),
}
every_page = pytest.mark.parametrize("page", [pytest.param(write, id=name) for name, write in PAGES.items()])


def page_of(text: str) -> StrictPage:
    """Return the report of the redline that the lines of ``text`` describe."""
    redline = written(text)
    comparison = Comparison(rejecting_marks(redline), accepting_marks(redline), redline, (), (), Proof(True, True))  # noqa: FBT003 - two ticks
    return StrictPage(html.write(Review((comparison,), (), (), (), ()), version="1"))


@every_page
def test_the_page_is_well_formed_and_its_names_and_links_agree(page: Callable[[], str]) -> None:
    read = StrictPage(page())
    names = [element.attributes["id"] for element in read.elements if "id" in element.attributes]
    assert len(names) == len(set(names))
    links = {element.attributes["href"] for element in read.all("a")}
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= set(names)
    labels = {element.attributes["aria-labelledby"] for element in read.elements if "aria-labelledby" in element.attributes}
    assert labels <= set(names)


@every_page
def test_the_page_needs_nothing_but_itself(page: Callable[[], str]) -> None:
    read = StrictPage(page())
    assert read.all("img", "link", "iframe", "object", "form") == []
    assert [element for element in read.elements if {"src", "style", "onclick"} & element.attributes.keys()] == []
    assert not re.search(r"https?://|url\(|@import", page())
    policies = [element.attributes["content"] for element in read.all("meta") if "http-equiv" in element.attributes]
    assert policies == [f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src '{digest_of_the_script(read)}'"]


def digest_of_the_script(read: StrictPage) -> str:
    """Return the digest of the only script of a page, as a browser works it out."""
    [script] = read.all("script")
    assert script.attributes == {}
    return f"sha256-{b64encode(sha256(''.join(script.texts).encode()).digest()).decode()}"


@every_page
def test_the_page_has_its_landmarks_and_headings_in_order(page: Callable[[], str]) -> None:
    read = StrictPage(page())
    assert [len(read.all(tag)) for tag in ("header", "main", "h1", "title")] == [1, 1, 1, 1]
    levels = [int(element.tag[1]) for element in read.all("h1", "h2", "h3", "h4", "h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert read.all("a")[0].attributes == {"class": "skip", "href": "#innehall"}
    assert [element for element in read.all("h1", "h2", "h3", "h4") if not element.text] == []


@every_page
def test_every_table_says_what_it_is_and_what_its_columns_are(page: Callable[[], str]) -> None:
    read = StrictPage(page())
    assert len(read.all("caption")) == len(read.all("table"))
    assert [cell for cell in read.all("th") if "scope" not in cell.attributes] == []
    assert len(read.all("thead")) == len(read.all("table"))


def test_the_language_of_the_page_is_said_and_that_of_the_quotations() -> None:
    swedish, english = StrictPage(PAGES["review"]()), StrictPage(PAGES["english"]())
    assert [read.all("html")[0].attributes["lang"] for read in (swedish, english)] == ["sv", "en"]
    assert {quote.attributes["lang"] for quote in english.all("q")} == {"sv"}


def test_struck_and_inserted_text_is_told_by_words_too() -> None:
    read = page_of("Vi betalar [-10-] {+12+} kr.")
    wording = [element for element in read.all("del", "ins") if "section" in element.within and "div" in element.within]
    assert [element.text for element in wording if "table" not in element.within] == ["[utgår] 10 [slut]", "[nytt] 12 [slut]"]
    assert [element.text for element in wording if "table" in element.within] == ["[utgår] 10 [slut]", "[nytt] 12 [slut]"]


def beside(read: StrictPage) -> list[tuple[str, str]]:
    """Return the two wordings of every part that is shown, as they stand beside each other."""
    cells = [cell for cell in read.all("td") if cell.attributes.get("data-label", "").endswith(" lydelse")]
    assert [cell.attributes["data-label"] for cell in cells[:2]] == ["Nuvarande lydelse", "Föreslagen lydelse"]
    return [(one.text, other.text) for one, other in zip(cells[::2], cells[1::2], strict=True)]


def test_each_wording_stands_whole_in_its_own_column() -> None:
    read = page_of("# 1 Pris\nVi betalar [-10-] {+12+} kr.\n[-Taket utgår.-]\n* {+nytt, 5 kr+}\nLika.")
    assert beside(read) == [
        ("Vi betalar [utgår] 10 [slut] kr.", "Vi betalar [nytt] 12 [slut] kr."),
        ("[utgår] Taket utgår. [slut]", ""),
        ("", "• [nytt] nytt, 5 kr [slut]"),
    ]


def test_a_table_stands_in_each_column_with_the_rows_of_that_version() -> None:
    read = page_of("|= År | Kr\n-| 2024 | 10\n| 2025 | [-11-] {+12+}")
    [(before, after)] = beside(read)
    assert "2024" in before
    assert "2024" not in after
    assert ("11" in before, "12" in before, "11" in after, "12" in after) == (True, False, False, True)


def test_what_the_two_wordings_stand_in_is_chosen_without_a_script() -> None:
    chosen = [each for each in StrictPage(PAGES["review"]()).all("input") if each.attributes["type"] == "radio"]
    assert [("checked" in each.attributes, each.within[-1]) for each in chosen] == [(True, "label"), (False, "label")]
    assert {each.attributes["name"] for each in chosen} == {"lydelser"}
    assert all(f"#{each.attributes['id']}:checked" in PAGES["review"]() for each in chosen[1:])


def test_what_works_by_the_script_alone_is_not_shown_without_it() -> None:
    read = StrictPage(PAGES["review"]())
    assert [("hidden" in each.attributes) for each in read.all("div") if each.attributes.get("class") == "tools"] == [True]
    assert [each for each in read.all("button", "input") if "div" not in each.within and "fieldset" not in each.within] == []


def test_text_of_a_document_is_never_markup() -> None:
    read = page_of("# 1 <script>alert(1)</script>\n{+<img src=x onerror=alert(1)> & \"'+}\n|= <b> | x\n| [-</table>-] | 1")
    assert len(read.all("script")) == 1, "our own"
    assert read.all("img", "b") == []
    assert any("<script>alert(1)</script>" in heading.text for heading in read.all("h3"))


def test_what_the_user_says_of_the_case_is_never_markup() -> None:
    case = Case(number="</title><script>", title="<b>", prepared_by='"><i>', status="&", date="'")
    read = StrictPage(html.write(replace(small_review(), case=case), version="<u>"))
    assert len(read.all("script")) == 1, "our own"
    assert read.all("b", "i", "u") == []


def test_what_is_not_given_stays_blank_and_is_never_guessed() -> None:
    read = StrictPage(html.write(replace(small_review(), case=Case()), version="1"))
    given = [element.text for element in read.all("dd") if "header" in element.within]
    assert given.count("ej angivet") == 7
    assert len(given) == 8


def test_each_finding_has_room_for_an_answer() -> None:
    read = StrictPage(PAGES["review"]())
    assert len(read.all("article")) == len(small_review().findings)
    assert [element.text for element in read.all("p") if element.attributes.get("class") == "action"] == ["Åtgärd / bedömning / sign."] * 4


def test_the_heaviest_findings_stand_first() -> None:
    turned = replace(small_review(), findings=small_review().findings[::-1])
    kinds = [element.attributes["class"] for element in StrictPage(html.write(turned, version="1")).all("article")]
    assert kinds == ["finding error", "finding error", "finding warning", "finding question"]


def test_stated_and_inferred_relations_stand_in_tables_of_their_own() -> None:
    captions = [caption.text for caption in StrictPage(PAGES["review"]()).all("caption")]
    assert captions.index("Bekräftade samband") < captions.index("Förenliga samband")


def test_a_figure_is_not_broken_over_lines() -> None:
    read = StrictPage(PAGES["review"]())
    assert "798 047 tkr" in {element.text for element in read.all("span") if element.attributes.get("class") == "n"}


def test_a_failed_proof_is_said_on_the_first_page() -> None:
    failed = replace(small_comparison(), proof=Proof(reject_all_is_before=False, accept_all_is_after=True))
    read = StrictPage(html.write(replace(small_review(), comparisons=(failed,)), version="1"))
    notices = [element for element in read.all("p") if element.attributes.get("class") == "notice"]
    said = "Prov av jämförelsen: lydelserna återfås inte i sin helhet. Jämförelsen är ofullständig; läs handlingen jämsides."
    assert [(notice.text, "section" in notice.within) for notice in notices] == [(said, False), (said, True)]


def test_much_that_was_not_read_is_gathered_by_code_and_listed_whole_behind() -> None:
    many = tuple(Unread("X903", Severity.QUESTION, Message("X905.word-picture", {"count": count})) for count in range(9))
    read = StrictPage(html.write(replace(small_review(), unread=many), version="1"))
    assert sum(element.text.startswith("X903: 9 ställen") for element in read.all("li")) == 1
    assert sum(cell.text.startswith("X903") for cell in read.all("th")) == 9


def test_unchanged_parts_are_counted_and_not_shown() -> None:
    read = page_of("# 1 Mål\nEtt.\nTvå.\n* tre\nFyra [-5-] {+6+}.\nSju.")
    gaps = [element.text for element in read.all("p") if element.attributes.get("class") == "gap"]
    assert gaps == ["3 oförändrade delar", "1 oförändrad del"]


def test_a_struck_row_is_struck_whole_and_a_column_s_heading_heads_it() -> None:
    read = page_of("|= År | Kr\n-| 2024 | 10\n| 2025 | 12")
    struck = ["[utgår] 2024 [slut]", "[utgår] 10 [slut]"]
    assert [element.text for element in read.all("del") if "table" in element.within] == [*struck, *struck], "as one, and beside each other"
    assert [cell.text for cell in read.all("th") if cell.attributes.get("scope") == "col" and "thead" in cell.within][-2:] == ["År", "Kr"]


def test_a_struck_end_of_a_paragraph_is_shown() -> None:
    read = page_of("Första.[-¶-]\nAndra.")
    assert "[styckebrytning utgår]¶" in [element.text for element in read.all("del")]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "quiet", "link", "error", "warning", "question", "info") for ground in ("paper", "faint")),
        ("struck", "struck-ground"),
        ("inserted", "inserted-ground"),
    ],
)
def test_text_stands_out_from_its_ground(ink: str, ground: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", (html.TEMPLATES / "report.css").read_text("utf-8")))
    dark, light = luminance(colours[ink]), luminance(colours[ground])
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_comments_stand_once_in_a_part_of_their_own_after_the_wording() -> None:
    text = commented_page()
    assert text.index('id="text"') < text.index('id="kommentarer"') < text.index('id="om"')
    assert text.count("rätt?") == 1
    assert "Kommentarer i dokumentet (2)" in text
    for said in ("2026-03-02", "13 kr", "Svar på kommentaren ovanför", "Markerad som löst", "Namn saknas", "5 Pris"):
        assert said in text[text.index('id="kommentarer"') :]


def test_what_comments_and_their_authors_are_called_is_never_markup() -> None:
    text = commented_page()
    assert "&lt;b&gt;Eva&lt;/b&gt;" in text
    assert "<i>det" not in text


def test_a_document_without_comments_has_no_part_for_them() -> None:
    assert "kommentarer" not in html.write(small_review(), version="1.2.3").lower()


def compared_page(before: str, after: str) -> str:
    """Return the page of what one text changed in another."""
    return html.write_comparison(compare(written(before), written(after)), version="1")


RULES = "# 1 Krav\nLokalen ska vara ljus.\n# 2 Pris\nPriset är 900 kr, se avsnitt 3.\n# 3 Avdrag\nAvdrag görs med 5 procent."


def test_each_section_of_a_renumbered_run_says_which_number_it_had() -> None:
    later = RULES.replace("avsnitt 3", "avsnitt 4").replace("# 3", "# 4").replace("# 2 Pris", "# 2 Stöd\nStöd ges en gång.\n# 3 Pris")
    page = compared_page(RULES, later)
    assert [f"Hade tidigare numret {number}." in page for number in (1, 2, 3)] == [False, True, True]


def test_a_reference_that_follows_says_so_where_it_stands() -> None:
    later = RULES.replace("avsnitt 3", "avsnitt 4").replace("# 3", "# 4").replace("# 2 Pris", "# 2 Stöd\nStöd ges en gång.\n# 3 Pris")
    assert compared_page(RULES, later).count("(hänvisning som följer omnumreringen)") == 2, (
        "in the text, and in the proposed wording beside it"
    )
    assert "(hänvisning" not in compared_page(RULES, RULES.replace("900", "950"))


def test_what_moves_within_its_section_is_not_said_to_come_from_elsewhere() -> None:
    page = compared_page("# 1 Mått\n* antal besök\n* antal remisser\n* väntetid", "# 1 Mått\n* antal remisser\n* väntetid\n* antal besök")
    assert "Något har flyttats inom avsnittet." in page
    assert "Flyttat hit" not in page


def test_a_table_divided_over_sections_says_where_its_rows_stood() -> None:
    rows = ["| Bygglov | 700", "| Marklov | 900", "| Tolk | 120", "| Karta | 250", "| Intyg | 90"]
    head = "|= Tjänst | Pris (kr)"
    last = "Priserna räknas upp varje år enligt index."
    before = "\n".join(["# 1 Priser", "Priserna gäller hela året.", head, *rows, last])
    after = "\n".join(
        ["# 1 Priser", "Priserna gäller hela året.", head, *rows[:3], "# 2 Övrigt", "Även detta gäller.", head, *rows[3:], last]
    )
    assert "En tabell har delats: raderna stod tidigare i tabellen i avsnitt 1." in compared_page(before, after)
