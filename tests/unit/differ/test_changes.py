from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.change import Added, Change, Merged, Moved, Nature, Removed, Renumbered, Reworded, Split, Unit
from lydelse.model.text import Mark


def changes(text: str) -> tuple[Change, ...]:
    return compare_marked(written(text)).changes


def only(text: str) -> Change:
    (change,) = changes(text)
    return change


def test_a_paragraph_wholly_inserted_is_added() -> None:
    change = only("# 2 Mål\nKvar.\n{+Ny text.+}")
    assert isinstance(change, Added)
    assert (change.unit, change.after, change.place.section, change.nature) == (Unit.PARAGRAPH, "Ny text.", "2", Nature.WORDING)


def test_an_item_wholly_struck_is_removed() -> None:
    change = only("* kvar\n* [-borta-]")
    assert isinstance(change, Removed)
    assert (change.unit, change.before) == (Unit.ITEM, "borta")


def test_a_paragraph_with_both_is_reworded() -> None:
    change = only("Kommunen [-får-]{+ska+} betala.")
    assert isinstance(change, Reworded)
    assert (change.before, change.after) == ("Kommunen får betala.", "Kommunen ska betala.")


def test_a_section_inserted_from_heading_to_end_is_one_change() -> None:
    change = only(
        "# 1 Mål\nText.\n# {+2 Medel+}\n{+Första stycket.+}\n* {+en punkt+}\n|= {+Vara+} | {+Pris+}\n+| Penna | 20 kr\n# 3 Slut\nText."
    )
    assert isinstance(change, Added)
    assert change.unit is Unit.SECTION
    assert change.after == "2 Medel\nFörsta stycket.\nen punkt\nVara | Pris\nPenna | 20 kr"


def test_a_heading_struck_above_kept_text_makes_two_sections_one() -> None:
    change = only("# 1 Mål\nText.\n# [-1.1 Delmål-]\nKvar.")
    assert isinstance(change, Merged)
    assert (change.unit, change.before, change.after, change.place_before.section) == (Unit.SECTION, "1 Mål\n1.1 Delmål", "1 Mål", "1.1")


def test_a_heading_inserted_above_kept_text_divides_the_section() -> None:
    change = only("# 1 Mål\nText.\n# {+1.1 Delmål+}\nKvar.")
    assert isinstance(change, Split)
    assert (change.unit, change.before, change.after, change.place.section) == (Unit.SECTION, "1 Mål", "1 Mål\n1.1 Delmål", "1.1")


def test_a_heading_struck_above_the_first_text_goes_alone() -> None:
    assert isinstance(only("# [-1.1 Delmål-]\nKvar."), Removed)


CLAUSE = "Kommunen betalar ersättning till de skolor som ligger i glesbygd varje år."


def test_a_paragraph_struck_in_one_place_and_inserted_in_another_moved() -> None:
    change = only(f"# 1 Mål\n[-{CLAUSE}-]\nKvar.\n# 2 Medel\nKvar.\n{{+{CLAUSE}+}}")
    assert isinstance(change, Moved)
    assert (change.before, change.after, change.place_before.section, change.place.section) == (CLAUSE, CLAUSE, "1", "2")
    assert change.nature is Nature.LAYOUT


def test_a_paragraph_moved_and_reworded_tells_its_words_and_the_heaviest_of_them() -> None:
    change = only(f"[-{CLAUSE} Högst 500 kr.-]\nKvar.\n{{+{CLAUSE} Högst 600 kr.+}}")
    assert isinstance(change, Moved)
    assert [run.text for run in change.runs if run.mark is not Mark.KEPT] == ["500", "600"]
    assert change.nature is Nature.AMOUNT


def test_a_paragraph_rewritten_where_it_stands_did_not_move() -> None:
    assert [type(each) for each in changes(f"Kvar.\n[-{CLAUSE}-]\n{{+{CLAUSE} Nu.+}}\nKvar.")] == [Removed, Added]


def test_short_texts_recur_by_chance_and_did_not_move() -> None:
    assert [type(each) for each in changes("[-Se ovan.-]\nKvar.\n{+Se ovan.+}")] == [Removed, Added]


def test_a_short_paragraph_that_stands_once_moves_within_its_section() -> None:
    change = only("[-Tvist prövas i Umeå.-]\nKvar.\n{+Tvist prövas i Umeå.+}")
    assert isinstance(change, Moved)
    assert [type(each) for each in changes("# 1 A\n[-Tvist prövas i Umeå.-]\nKvar.\n# 2 B\n{+Tvist prövas i Umeå.+}")] == [Removed, Added]


def test_a_section_moves_whole() -> None:
    change = only("# [-1 Mål-]\n[-Text om mål.-]\n# [-2-]{+1+} Medel\nKvar.\n# {+2 Mål+}\n{+Text om mål.+}".replace("# [-2-]{+1+}", "# 9"))
    assert isinstance(change, Moved)
    assert (change.unit, change.before, change.after) == (Unit.SECTION, "1 Mål\nText om mål.", "2 Mål\nText om mål.")


def test_a_row_moves_within_its_table_by_its_label() -> None:
    change = only("|= Ålder | Vikt\n-| 0–4 | 1,04\n| 5–9 | 0,33\n+| 0–4 | 1,16")
    assert isinstance(change, Moved)
    assert (change.unit, change.before, change.after) == (Unit.ROW, "0–4 | 1,04", "0–4 | 1,16")


def test_sections_that_shift_alike_are_renumbered_in_one_event() -> None:
    change = only("# 5.[-2-]{+3+} Medel\nText.\n# 5.[-3-]{+4+} Tak\nText.\n# 5.[-3-]{+4+}.1 Golv\nText.")
    assert isinstance(change, Renumbered)
    assert change.sections == (("5.2", "5.3"), ("5.3", "5.4"), ("5.3.1", "5.4.1"))
    assert change.unchanged


def test_sections_that_shift_otherwise_are_another_event() -> None:
    found = changes("# 5.[-2-]{+3+} Medel\nText.\n# 6 Tak\nText.\n# 6.[-3-]{+5+} Golv\n[-Text-]{+Mer+}.")
    renumbered = [each for each in found if isinstance(each, Renumbered)]
    assert [(each.sections, each.unchanged) for each in renumbered] == [((("5.2", "5.3"),), True), ((("6.3", "6.5"),), False)]


def test_a_paragraph_broken_in_two_and_reworded_is_split() -> None:
    change = only("Skolan får stöd.[- -]{+¶+}\nStödet är [-500-]{+600+} kr.")
    assert isinstance(change, Split)
    assert (change.before, change.after) == ("Skolan får stöd. Stödet är 500 kr.", "Skolan får stöd.\nStödet är 600 kr.")


def test_two_paragraphs_made_one_and_reworded_are_merged() -> None:
    change = only("Skolan får stöd.{+ +}[-¶-]\nStödet är [-500-]{+600+} kr.")
    assert isinstance(change, Merged)
    assert (change.before, change.after) == ("Skolan får stöd.\nStödet är 500 kr.", "Skolan får stöd. Stödet är 600 kr.")


def test_a_paragraph_inserted_after_an_inserted_end_is_added() -> None:
    assert isinstance(only("Kvar.{+¶+}\n{+Ny text.+}"), Added)


def test_a_heading_with_another_number_alone_is_renumbered() -> None:
    change = only("# 5.[-2-]{+3+} Medel\nText.")
    assert isinstance(change, Renumbered)
    assert (change.before, change.after, change.place_before.section, change.place.section) == ("5.2 Medel", "5.3 Medel", "5.2", "5.3")


def test_text_under_a_renumbered_heading_has_a_place_in_each_version() -> None:
    _, change = changes("# 5.[-2-]{+3+} Medel\nVi [-får-]{+ska+} betala.")
    assert isinstance(change, Reworded)
    assert (change.place_before.section, change.place.section) == ("5.2", "5.3")


def test_a_row_tells_its_label_and_its_change() -> None:
    change = only("|= Ålder | Vikt\n| 0–4 | [-1,04-]{+1,16+}\n| 5–9 | 0,33")
    assert isinstance(change, Reworded)
    assert (change.unit, change.before, change.after, change.nature) == (Unit.ROW, "0–4 | 1,04", "0–4 | 1,16", Nature.AMOUNT)


def test_rows_inserted_and_struck_are_told_one_by_one() -> None:
    found = changes("|= Vara | Pris\n-| Penna | 20 kr\n+| Bok | 90 kr\n| Sudd | 5 kr")
    assert [(type(change), change.unit) for change in found] == [(Removed, Unit.ROW), (Added, Unit.ROW)]


def test_a_table_inserted_whole_is_one_change() -> None:
    change = only("Text.\n+| Vara | Pris\n+| Penna | 20 kr")
    assert (type(change), change.unit) == (Added, Unit.TABLE)


def test_changes_stand_in_the_order_of_the_document() -> None:
    found = changes("{+Ett.+}\n# 1 Mål\n[-Två.-]\nTr[-e-]{+ea+}.")
    assert [type(change) for change in found] == [Added, Removed, Reworded]


def test_the_heaviest_thing_touched_gives_the_nature() -> None:
    natures = {
        "Taket är [-500-]{+600+} kr för [-2025-]{+2026+}.": Nature.AMOUNT,
        "Taket är 500 kr för [-2025-]{+2026+}.": Nature.YEAR,
        "Taket är 500 kr enligt avsnitt [-5.1.1-]{+5.1.2+}.": Nature.REFERENCE,
        "Taket är 500 kr enligt § [-12-]{+13+}.": Nature.REFERENCE,
        "Taket är 500 kr [-alltid-]{+ofta+}.": Nature.WORDING,
        "Taket är 500 kr[-.-]{+;+}": Nature.LAYOUT,
    }
    assert {text: only(text).nature for text in natures} == natures


def test_a_new_sections_own_number_is_no_reference() -> None:
    assert only("# 1 Mål\nText.\n# {+2.1 Medel+}\n{+Ny text.+}").nature is Nature.WORDING


def test_marked_space_alone_is_no_change() -> None:
    assert changes("Ett[- -] ord.") == ()


def test_a_short_item_that_stands_elsewhere_in_its_list_has_moved() -> None:
    (change,) = changes("* [-antal besök-]\n* antal remisser\n* väntetid\n* {+antal besök+}")
    assert (type(change), change.unit) == (Moved, Unit.ITEM)


def test_a_short_item_that_stands_twice_is_removed_and_added() -> None:
    found = changes("* [-ja-]\n* nej\n* ja\n* {+ja+}")
    assert [type(each) for each in found] == [Removed, Added]
