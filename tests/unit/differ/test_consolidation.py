from lydelse.differ import consolidated
from lydelse.extractors.written import in_words, written

WHOLE = """
# 1 Allmänt
Uppdraget gäller alla enheter.
# 2 Ersättning
# 2.1 Listning
Ersättningen betalas varje månad med 95 000 kr.
Den räknas upp varje år.
# 2.2 Besök
Ersättningen är 700 kr per besök.
|= Tjänst | Pris
| Hembesök | 900
| Telefon | 200
# 2.2.1 Tolk
Tolk ersätts enligt faktura.
# 3 Uppföljning
Uppföljning sker i dialog.
"""


def outcome(redline: str, in_force: str = WHOLE) -> tuple[str, list[str | None]]:
    made = consolidated(written(redline), written(in_force))
    return in_words(made.document), [each.obstacle.key if each.obstacle else None for each in made.amendments]


def changed(before: str, after: str) -> str:
    assert before in WHOLE
    return in_words(written(WHOLE.replace(before, after)))


def test_amendments_of_an_excerpt_are_made_in_the_whole() -> None:
    text, obstacles = outcome(
        "# 2.1 Listning\nErsättningen betalas varje månad med [-95 000-] {+99 000+} kr.\n[-Den räknas upp varje år.-]"
    )
    assert text == changed("95 000 kr.\nDen räknas upp varje år.\n", "99 000 kr.\n")
    assert obstacles == [None, None]


def test_without_marks_nothing_changes() -> None:
    assert outcome(WHOLE) == (in_words(written(WHOLE)), [])


def test_what_the_redline_changes_silently_is_not_adopted() -> None:
    text, obstacles = outcome(
        "# 2.1 Listning\nErsättningen betalas varje kvartal med [-95 000-] {+99 000+} kr.\nNytt stycke utan markering."
    )
    assert text == changed("95 000", "99 000")
    assert obstacles == [None]


def test_an_amendment_of_other_words_is_not_made_and_the_reason_given() -> None:
    text, obstacles = outcome("# 2.1 Listning\nErsättningen betalas varje månad med [-94 000-] {+99 000+} kr.\nDen räknas upp varje år.")
    assert text == in_words(written(WHOLE))
    assert obstacles == ["consolidate.other-words"]


def test_a_struck_paragraph_that_never_stood_there_is_not_applicable() -> None:
    _, obstacles = outcome("# 3 Uppföljning\nUppföljning sker i dialog.\n[-Besök på plats sker varje kvartal.-]")
    assert obstacles == ["consolidate.not-in-force"]


def test_a_section_that_is_not_in_force_has_no_place() -> None:
    _, obstacles = outcome("# 3 Uppföljning\nUppföljning sker i dialog.\n# 8 Hyra\nHyran för lokaler och mark är [-9-] {+10+} kr.")
    assert obstacles == ["consolidate.no-section"]


def test_rows_are_amended_added_and_struck() -> None:
    text, obstacles = outcome("# 2.2 Besök\n– – –\n|= Tjänst | Pris\n| Hembesök | [-900-] {+950+}\n+| Video | 300\n-| Telefon | 200")
    assert text == changed("| Hembesök | 900\n| Telefon | 200", "| Hembesök | 950\n| Video | 300")
    assert obstacles == [None, None, None]


def test_rows_are_amended_where_another_row_differs() -> None:
    text, obstacles = outcome("# 2.2 Besök\n– – –\n|= Tjänst | Pris\n| Hembesök | [-900-] {+950+}\n| Telefon | 250\n+| Video | 300")
    assert text == changed("| Hembesök | 900\n| Telefon | 200", "| Hembesök | 950\n| Telefon | 200\n| Video | 300")
    assert obstacles == [None, None]


def test_a_row_whose_amount_is_another_in_force_is_not_amended() -> None:
    text, obstacles = outcome("# 2.2 Besök\n– – –\n|= Tjänst | Pris\n| Hembesök | [-800-] {+950+}\n| Telefon | 200")
    assert text == in_words(written(WHOLE))
    assert obstacles == ["consolidate.other-words"]


def test_a_new_section_follows_those_that_the_redline_leaves_out() -> None:
    text, _ = outcome("# 2.2 Besök\n– – –\n# {+2.3 Resor+}\n{+Resor ersätts med 25 kr per mil.+}")
    assert text == changed("# 3 Uppf", "# 2.3 Resor\nResor ersätts med 25 kr per mil.\n# 3 Uppf")


def test_a_new_section_is_placed_by_its_number_where_nothing_else_says() -> None:
    text, _ = outcome("# {+2.3 Resor+}\n{+Resor ersätts med 25 kr per mil.+}\n# 3 Uppföljning\nUppföljning sker i dialog.")
    assert text == changed("# 3 Uppf", "# 2.3 Resor\nResor ersätts med 25 kr per mil.\n# 3 Uppf")


def test_a_section_is_struck_and_one_renumbered() -> None:
    text, obstacles = outcome("# [-2.2.1 Tolk-]\n[-Tolk ersätts enligt faktura.-]\n# [-3-] {+4+} Uppföljning\nUppföljning sker i dialog.")
    assert text == changed("# 2.2.1 Tolk\nTolk ersätts enligt faktura.\n# 3 ", "# 4 ")
    assert obstacles == [None, None, None]


def test_a_struck_heading_over_text_that_is_left_out_stays() -> None:
    text, obstacles = outcome("# [-2.2.1 Tolk-]\n# 3 Uppföljning\nUppföljning sker i {+skriftlig +}dialog.")
    assert text == changed("i dialog", "i skriftlig dialog")
    assert obstacles == ["consolidate.text-left", None]


def test_a_document_without_headings_is_one_section() -> None:
    assert outcome("Pris: [-3-] {+4+} kr.", "Pris: 3 kr.") == ("Pris: 4 kr.\n", [None])


def test_an_empty_table_is_filled() -> None:
    text, obstacles = outcome("# 1 Priser\nPriserna i kronor.\n| {+Besök+} | {+700+}", "# 1 Priser\nPriserna i kronor.\n|  |  |")
    assert text == "# 1 Priser\nPriserna i kronor.\n| Besök | 700\n"
    assert obstacles == [None]


def test_paragraphs_that_are_joined_are_joined() -> None:
    redline = "# 2.1 Listning\nErsättningen betalas varje månad med 95 000 kr.[-¶-]\n{+ +}Den räknas upp varje år."
    text, obstacles = outcome(redline)
    assert text == changed("95 000 kr.\nDen", "95 000 kr. Den")
    assert obstacles == [None]


SERVICES = """
# 5 Ersättning
Allmänt om ersättning till vårdgivaren.
# 5.1 Pris
Priset är 100 kr per besök hos läkare.
# 5.2 Tolk
Tolk ingår i ersättningen och beställs av vårdgivaren.
# 5.3 Resor
Resor ingår inte i ersättningen.
# 6 Uppföljning
Uppföljning sker enligt avsnitt 5.2 och 5.3 varje år.
"""
NEW = "# 5.1 Pris\nPriset är 100 kr per besök hos läkare.\n# {+5.2 Prov+}\n{+Prov ingår i ersättningen.+}\n"
TOLK, RESOR = "Tolk ingår i ersättningen och beställs av vårdgivaren.\n", "Resor ingår inte i ersättningen.\n"


def to_decide(redline: str) -> tuple[list[str], list[tuple[str, str, str, str]]]:
    """Return the questions that the amendments leave, and the references that lead elsewhere."""
    made = consolidated(written(redline), written(SERVICES))
    assert not made.not_applied
    questions = [f"{each.question.key} {sorted(each.question.facts.values())}" for each in made.amendments if each.question]
    return questions, [(each.place.section, each.target, each.number, each.found) for each in made.led_elsewhere]


def test_a_new_section_with_a_number_that_another_has_is_a_question() -> None:
    assert to_decide(NEW) == (["consolidate.number-taken ['5.2', 'Tolk']"], [])


def test_the_question_says_which_number_the_redline_shows_without_a_mark() -> None:
    assert to_decide(f"{NEW}# 5.3 Tolk\n{TOLK}# 5.4 Resor\n{RESOR}") == (["consolidate.number-taken.shown ['5.2', '5.3', 'Tolk']"], [])


def test_sections_that_the_redline_renumbers_collide_with_none_and_references_to_them_are_told() -> None:
    questions, references = to_decide(f"{NEW}# [-5.2-] {{+5.3+}} Tolk\n{TOLK}# [-5.3-] {{+5.4+}} Resor\n{RESOR}")
    assert questions == []
    assert references == [("6", "5.2", "5.3", "Prov"), ("6", "5.3", "5.4", "Tolk")]


def test_a_renumbered_section_may_take_the_number_of_one_that_the_redline_leaves_out() -> None:
    questions, references = to_decide(f"{NEW}# [-5.2-] {{+5.3+}} Tolk\n{TOLK}")
    assert questions == ["consolidate.number-taken ['5.3', 'Resor']"]
    assert references == [("6", "5.2", "5.3", "Prov")]


def test_a_reference_to_a_section_that_is_gone_is_told_and_one_that_the_redline_changes_is_not() -> None:
    gone = f"# [-5.3 Resor-]\n[-{RESOR.strip()}-]\n"
    assert to_decide(gone) == ([], [("6", "5.3", "", "")])
    assert to_decide(f"{gone}# 6 Uppföljning\nUppföljning sker enligt avsnitt 5.2 [-och 5.3-] varje år.\n") == ([], [])


def test_a_document_in_force_with_marks_is_read_as_accepted_and_that_is_said() -> None:
    made = consolidated(written("# 1 Pris\nPriset är [-110-] {+120+} kr."), written("# 1 Pris\nPriset är [-100-] {+110+} kr."))
    assert in_words(made.document) == "# 1 Pris\nPriset är 120 kr.\n"
    assert [each.message.key for each in made.unread] == ["X905.in-force.marked"]


def test_rows_are_quoted_as_printed() -> None:
    made = consolidated(written("# 1 Pris\n|= Ålder | Pris\n| 0–4 år | [-10-] {+12+}"), written("# 1 Pris\n|= Ålder | Pris\n| 0–4 år | 10"))
    assert [(each.before, each.after) for each in made.amendments] == [("0–4 år | 10", "0–4 år | 12")]


def test_items_after_a_new_one_have_the_numbers_that_the_redline_shows() -> None:
    whole = "# 1 Tolk\n*1. Tolk beställs.\n*2. Tolk betalas.\n* Resor ingår."
    text, obstacles = outcome("# 1 Tolk\n*1. Tolk beställs.\n*2. {+Tolk bokas om.+}\n*3. Tolk betalas.\n*– Resor ingår.", whole)
    assert text == "# 1 Tolk\n*1. Tolk beställs.\n*2. Tolk bokas om.\n*3. Tolk betalas.\n* Resor ingår.\n"
    assert obstacles == [None]


def test_items_keep_their_numbers_where_an_excerpt_counts_its_own() -> None:
    whole = "# 1 Tolk\n*1. Tolk beställs.\n*2. Tolk betalas av regionen."
    text, _ = outcome("# 1 Tolk\n…\n*1. Tolk betalas av [-regionen-] {+kommunen+}.", whole)
    assert "*1. Tolk beställs." in text


def test_a_paragraph_that_the_redline_breaks_is_amended_where_text_beside_it_is_left_out() -> None:
    whole = "# 1 Pris\nPriset betalas per timme. Underlag lämnas den 15 varje månad.\nResor ingår i priset.\nTolk ingår inte."
    text, obstacles = outcome("# 1 Pris\nPriset betalas per timme.\nUnderlag lämnas den [-15-] {+20+} varje månad.\n[…]", whole)
    assert "Underlag lämnas den 20 varje månad.\nResor ingår i priset.\nTolk ingår inte." in text
    assert obstacles == [None]


def test_a_new_column_is_put_in_where_the_redline_has_it_as_inserted_text() -> None:
    whole = "# 1 Pris\n|= Insats | Pris\n| Natt | 510\n| Dag | 420"
    text, obstacles = outcome("# 1 Pris\n|= Insats | Pris | {+Helg+}\n| Natt | 510 | {+600+}\n| Dag | [-420-] {+430+} | {+500+}", whole)
    assert text == "# 1 Pris\n|= Insats | Pris | Helg\n| Natt | 510 | 600\n| Dag | 430 | 500\n"
    assert obstacles == [None, None, None]


def test_a_column_whose_text_is_struck_goes() -> None:
    whole = "# 1 Pris\n|= Insats | Pris | Helg\n| Natt | 510 | 600"
    text, _ = outcome("# 1 Pris\n|= Insats | Pris | [-Helg-]\n| Natt | 510 | [-600-]", whole)
    assert text == "# 1 Pris\n|= Insats | Pris\n| Natt | 510\n"


def test_words_put_in_where_other_words_differ_have_their_spaces() -> None:
    whole = "# 1 Pris\nPriset är 100 kr per månad."
    text, obstacles = outcome(
        "# 1 Pris\nPriset är {+minst+} 100 kr {+exklusive moms+} per [-månad-] {+år+}{+, i efterskott+} och plats.", whole
    )
    assert text == "# 1 Pris\nPriset är minst 100 kr exklusive moms per år, i efterskott.\n"
    assert obstacles == [None]
