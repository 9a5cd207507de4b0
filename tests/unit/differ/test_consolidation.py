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
