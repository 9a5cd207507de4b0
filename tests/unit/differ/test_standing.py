from lydelse.differ import held_against
from lydelse.extractors.written import written
from lydelse.model.in_force import DepartureKind, InForce, Match

FOLLOWED = "Uppföljning sker i dialog två gånger per år med varje enhet."
WHOLE = """
# 1 Allmänt
Uppdraget beskrivs i detta dokument och gäller alla som är anslutna.
# 2 Ersättning
Här beskrivs hur ersättningen är uppbyggd.
# 2.1 Listning
Ersättningen betalas varje månad med 95 000 kr till den som är ansluten.
Den räknas upp varje år efter beslut i nämnden.
# 2.2 Besök
Ersättningen är 700 kr per besök.
|= Tjänst | Pris
| Hembesök | 900
| Telefon | 200
# 3 Uppföljning
Uppföljning sker i dialog två gånger per år med varje enhet.
"""


def held(redline: str, in_force: str = WHOLE) -> InForce:
    return held_against(written(redline), written(in_force))


def told(found: InForce) -> list[tuple[DepartureKind, str, str, str]]:
    return [(each.kind, each.place.section, each.in_force, each.redline) for each in found.departures]


def test_an_excerpt_that_tells_the_truth_departs_in_nothing_and_leaves_out_the_rest() -> None:
    found = held("# 2.2 Besök\nErsättningen är [-700-] {+800+} kr per besök.\n|= Tjänst | Pris\n| Hembesök | 900\n-| Telefon | 200")
    assert found.departures == ()
    assert [(each.section, each.match) for each in found.found] == [("2.2", Match.NUMBER_AND_TITLE)]
    assert [each.section for each in found.left_out] == ["1", "2", "2.1", "3"]


def test_a_document_held_against_itself_departs_in_nothing() -> None:
    found = held(WHOLE)
    assert found.departures == ()
    assert found.left_out == ()


def test_a_section_is_found_by_its_title_under_another_number_which_is_asked_about_once() -> None:
    redline = WHOLE.replace("# 2.2", "# 2.3").replace("# 2.1", "# 2.2")
    found = held(redline)
    assert [each.match for each in found.sections if each.section in {"2.2", "2.3"}] == [Match.TITLE, Match.TITLE]
    assert told(found) == [(DepartureKind.RENUMBERED, "2.2", "2.1, 2.2", "2.2, 2.3")]


def test_a_section_is_found_by_its_text_where_its_title_is_another() -> None:
    found = held("# 7 Utvärdering\nUppföljning sker i dialog två gånger per år med varje enhet{+ och skriftligt+}.")
    assert found.sections[0].match is Match.TEXT
    assert found.sections[0].in_force == "3 Uppföljning"
    assert (DepartureKind.REWORDED, "7", "Uppföljning", "Utvärdering") in told(found)


def test_a_marked_new_number_is_no_departure() -> None:
    assert held("# [-3-] {+4+} Uppföljning\nUppföljning sker i dialog två gånger per år med varje enhet.").departures == ()


def test_a_struck_number_that_the_section_does_not_have_is_told() -> None:
    found = held("# [-5-] {+4+} Uppföljning\nUppföljning sker i dialog två gånger per år med varje enhet.")
    assert told(found) == [(DepartureKind.STRUCK, "4", "3", "5")]


def test_sections_in_another_order_are_found() -> None:
    found = held(f"# 3 Uppföljning\n{FOLLOWED}\n# 2 Ersättning\nHär beskrivs hur ersättningen är uppbyggd.")
    assert found.departures == ()
    assert len(found.found) == 2


def test_a_chapter_that_repeats_a_title_is_not_taken_for_the_one_with_other_text() -> None:
    in_force = "# 1 Allmänt\nA b c d e f.\n# 2 Priser\n# 2.1 Allmänt\nErsättningen betalas i efterskott varje månad till alla."
    found = held("# 2.1 Allmänt\nErsättningen betalas i [-efterskott-] {+förskott+} varje månad till alla.", in_force)
    assert [each.in_force for each in found.found] == ["2.1 Allmänt"]
    assert found.departures == ()


def test_a_silent_change_beside_a_marked_one_is_told_by_itself() -> None:
    found = held(
        "# 2.1 Listning\nErsättningen betalas varje kvartal med [-95 000-] {+99 000+} kr till den som är ansluten.\n"
        "Den räknas upp varje år efter beslut i nämnden."
    )
    assert told(found) == [(DepartureKind.REWORDED, "2.1", "månad", "kvartal")]


def test_both_faults_of_one_paragraph_are_told() -> None:
    found = held(
        "# 2.1 Listning\nErsättningen betalas varje kvartal med [-94 000-] {+99 000+} kr till den som är ansluten.\n"
        "Den räknas upp varje år efter beslut i nämnden."
    )
    assert {each[0] for each in told(found)} == {DepartureKind.REWORDED, DepartureKind.STRUCK}


def test_paragraphs_missing_in_one_place_are_one_departure() -> None:
    found = held(
        "# 2.1 Listning\n{+Ersättningen avskaffas.+}\n# 3 Uppföljning\nUppföljning sker i dialog två gånger per år med varje enhet."
    )
    assert [each.kind for each in found.departures] == []
    found = held("# 2.2 Besök\n{+Nytt stycke.+}\nErsättningen är 700 kr per besök.")
    assert [each.kind for each in found.departures] == [DepartureKind.MISSING]


def test_a_row_and_a_cell_are_told_by_their_own_words() -> None:
    found = held("# 2.2 Besök\nErsättningen är 700 kr per besök.\n|= Tjänst | Pris\n| Hembesök | 800\n-| Video | 150\n| Telefon | 200")
    assert told(found) == [(DepartureKind.REWORDED, "2.2", "900", "800"), (DepartureKind.STRUCK, "2.2", "", "Video | 150")]


def test_text_of_a_section_that_is_left_out_is_moved() -> None:
    found = held(f"# 2.2 Besök\nErsättningen är 700 kr per besök.\n{FOLLOWED}\n|= Tjänst | Pris\n| Hembesök | 900\n| Telefon | 200")
    assert [(each.kind, each.place_in_force.section) for each in found.departures] == [(DepartureKind.MOVED, "3")]


def test_a_heading_alone_leaves_its_text_out() -> None:
    found = held(
        "# 2 Ersättning\n# 2.2 Besök\nErsättningen är [-700-] {+750+} kr per besök.\n|= Tjänst | Pris\n| Hembesök | 900\n| Telefon | 200"
    )
    assert found.departures == ()
    assert (found.left_out[0].section, found.left_out[0].match) == ("2", Match.NUMBER_AND_TITLE)


def test_dots_and_a_note_say_that_text_is_left_out() -> None:
    for sign in ("…", "– – –", "[...]", "(Texten i övrigt oförändrad.)"):
        found = held(f"# 2.1 Listning\n{sign}\nDen räknas upp varje år efter beslut i [-nämnden-] {{+styrelsen+}}.")
        assert found.departures == (), sign


def test_a_table_of_contents_with_other_pages_is_no_departure() -> None:
    contents = "1 Allmänt ..... {}\n2 Ersättning ..... {}\n2.1 Listning ..... {}\n3 Uppföljning ..... {}\n"
    redline = contents.format(3, 5, 6, 9) + WHOLE.replace("700 kr", "[-700-] {+800+} kr")
    assert held(redline, contents.format(3, 4, 5, 8) + WHOLE).departures == ()


def test_struck_text_without_a_heading_is_found_wherever_it_stands() -> None:
    found = held(f"Förslag till ändringar.\n[-{FOLLOWED}-]\n[-Bonus betalas vid årets slut till den som ber om det.-]\n# 1 Allmänt")
    assert [(each.kind, each.redline[:5]) for each in found.departures] == [(DepartureKind.STRUCK, "Bonus")]


def test_the_title_of_the_document_is_not_left_out() -> None:
    assert "" not in [each.section for each in held("# 1 Allmänt", "#0 Villkor för vården\n" + WHOLE).left_out]


def test_a_new_section_stands_nowhere_yet() -> None:
    found = held(
        "# 3 Uppföljning\nUppföljning sker i dialog två gånger per år med varje enhet.\n# {+4 Avtal+}\n{+Avtalet gäller i två år.+}"
    )
    assert [(each.section, each.added) for each in found.sections if each.added] == [("4", True)]
    assert found.departures == ()


def test_another_document_is_said_to_be_one() -> None:
    found = held("# 9 Hyra\nHyran för lokalen är [-9-] {+10+} kr.", "# 1 Mat\nFrukost serveras på morgonen.")
    assert found.departures == ()
    assert [each.message.key for each in found.unread] == ["X905.in-force.other"]


def test_a_section_missing_from_a_redline_of_the_whole_document_is_asked_about() -> None:
    whole = "\n".join(
        f"# {n} Kapitel om sak {'abcdefghijklmnop'[n]}\nText om sak nummer {n} som gäller tills vidare för alla." for n in range(1, 13)
    )
    lines = whole.split("\n")
    found = held("\n".join(lines[:8] + lines[10:]), whole)
    assert [(each.kind, each.in_force) for each in found.departures] == [(DepartureKind.SECTION, "5 Kapitel om sak f")]


def test_a_short_section_is_known_by_its_text_where_its_title_is_silently_another() -> None:
    in_force = "# Personal\nPersonalen ska ha utbildning för uppdraget.\n# Avslut\nAvslut anmäls i förväg till nämnden."
    held = held_against(written("# Personal och bemanning\nPersonalen ska ha utbildning för [-uppdraget-] {+arbetet+}."), written(in_force))
    assert [(each.kind, each.redline) for each in held.departures] == [(DepartureKind.REWORDED, "och bemanning")]
