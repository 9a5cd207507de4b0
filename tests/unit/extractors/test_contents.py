from __future__ import annotations

import pytest

from lydelse.extractors.contents import with_contents_listed
from lydelse.extractors.written import in_words, written
from lydelse.model.document import Document
from lydelse.model.place import Box
from lydelse.model.section import sections_of
from lydelse.model.text import Paragraph, Run, Spot

BODY = "# 1 Inledning\nText.\n# 2 Pris\nText.\n# 2.1 Tak 700 000 kr\nText.\n# Övrigt\nText.\n"
LISTED = "1 Inledning\n2 Pris\n2.1 Tak 700 000 kr\nÖvrigt\n"


@pytest.mark.parametrize(
    "contents",
    [
        "1 Inledning ........ 2\n2 Pris ........ 3\n2.1 Tak 700 000 kr ........ 3\nÖvrigt ........ 14",
        "1 Inledning........2 2 Pris........3 2.1 Tak 700 000 kr........3 Övrigt........14",
        "1 Inledning........2 2 Pris........3\n2.1 Tak 700 000 kr........3 Övrigt........14",
        "1 Inledning . . . . . 2\n2 Pris . . . . . 3\n2.1 Tak 700 000 kr . . . . . 3\nÖvrigt . . . . . 14",
        "1 Inledning\t2\n2 Pris\t3\n2.1 Tak 700 000 kr\t3\nÖvrigt\t14",
        "1 Inledning 2\n2 Pris 3\n2.1 Tak 700 000 kr 3\nÖvrigt 14",
        "1 Inledning 2 2 Pris 3 2.1 Tak 700 000 kr 3 Övrigt 14",
        "*1 Inledning ........ 2\n*2 Pris ........ 3\n2.1 Tak 700 000 kr ........ 3\nÖvrigt ........ 14",
        "1. Inledning ........ 2\n2. Pris ........ 3\n2.1 Tak 700 000 kr ........ 3\nÖvrigt ........ 14",
    ],
    ids=[
        "dots",
        "glued",
        "glued in two",
        "spaced dots",
        "tabs",
        "nothing between",
        "glued with nothing between",
        "numbers as markers",
        "full stops after the numbers",
    ],
)
def test_the_entries_of_a_table_of_contents_stand_apart_without_their_pages(contents: str) -> None:
    read = with_contents_listed(written(f"Innehåll\n{contents}\n{BODY}"))
    assert in_words(read).replace("1. ", "1 ").replace("2. ", "2 ") == f"Innehåll\n{LISTED}{BODY}"


@pytest.mark.parametrize("dots", [" ........ ", " "], ids=["dots", "nothing between"])
def test_a_list_of_figures_needs_no_headings_that_say_the_same(dots: str) -> None:
    listed = f"Figur 1. Väntetider{dots}4\nTabell 2 Priser 2026{dots}9\nFigur 3. Besök{dots}11\n{BODY}"
    assert in_words(with_contents_listed(written(listed))) == f"Figur 1. Väntetider\nTabell 2 Priser 2026\nFigur 3. Besök\n{BODY}"


@pytest.mark.parametrize(
    "text",
    [
        "Figur 1. Väntetider 14\nFigur 2. Besök 9\nFigur 3. Resultat 11\n# 1 Inledning\nText.",
        "Kaffe ........ 25\nTe ........ 30\nBulle ........ 45\n# 1 Inledning\nText.",
        "1 Inledning ........ 9\n2 Pris ........ 3\n2.1 Tak 700 000 kr ........ 2\n" + BODY,
        "1 Inledning ........ 2\n2 Pris ........ 3\n" + BODY,
        "1 Inledning ........ 2 kr\n2 Pris ........ 3 kr\n2.1 Tak 700 000 kr ........ 3 kr\n" + BODY,
        "| 1 Inledning | 2\n| 2 Pris | 3\n| Övrigt | 14\n" + BODY,
        "Antal platser 12\nAntal platser 13\nAntal platser 14\n" + BODY,
    ],
    ids=["figures whose numbers fall", "a price list", "pages that fall", "two lines", "amounts", "a table", "no heading"],
)
def test_what_is_no_table_of_contents_is_left_as_it_is(text: str) -> None:
    document = written(text)
    assert with_contents_listed(document) is document


def test_an_entry_keeps_its_marks_and_its_place_on_paper() -> None:
    texts = ["1 Inledning", " ....... 2 2 Pris", " ....... 3 Övrigt", " ....... 4"]
    runs = tuple(map(Run, texts))
    starts = [0, 11 + 11, 11 + 17 + 11]
    spots = tuple(Spot(at, at + 6, 1, Box(10.0, 10.0 * number, 40.0, 10.0 * number + 8)) for number, at in enumerate(starts, 1))
    body = list(written(BODY).blocks)
    document = Document(sections=sections_of([Paragraph(runs, spots=spots), *body]))
    entries = list(with_contents_listed(document).paragraphs)[:3]
    assert [(each.after, each.place.path, each.place.box and each.place.box.top) for each in entries] == [
        ("1 Inledning", "/p1", 10.0),
        ("2 Pris", "/p2", 20.0),
        ("Övrigt", "/p3", 30.0),
    ]
    assert [each.spots[0].start for each in entries] == [0, 0, 0]


def test_comments_go_with_the_paragraphs_that_they_are_about() -> None:
    glued = "1 Inledning........2 2 Pris........3 Övrigt........14"
    read = with_contents_listed(written(f"{glued}\n>> Uppdatera\nSe nedan.\n>> Var?\n{BODY}"))
    assert in_words(read).startswith("1 Inledning\n>> Uppdatera\n2 Pris\nÖvrigt\nSe nedan.\n>> Var?\n")


def test_a_changed_heading_is_found_in_an_older_table_of_contents() -> None:
    marked = written("1 A ..... 2\n2 B ..... 3\n3 Tak 700 kr ..... 4\n# 1 A\nx\n# 2 B\nx\n# 3 Tak [-700-]{+800+} kr\nx")
    assert in_words(with_contents_listed(marked)).startswith("1 A\n2 B\n3 Tak 700 kr\n")
