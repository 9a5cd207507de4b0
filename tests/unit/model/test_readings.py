from lydelse.extractors.written import written
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks


def lines(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    document = written(text)
    return plain_lines(rejecting_marks(document)), plain_lines(accepting_marks(document))


def test_a_marked_document_is_two_documents() -> None:
    before, after = lines("# 5 Ersättning\nTaket är [-100-] {+103+} tkr.\n[-Utgår.-]\n{+Nytt.+}")
    assert before == ("5 Ersättning", "Taket är 100 tkr.", "Utgår.")
    assert after == ("5 Ersättning", "Taket är 103 tkr.", "Nytt.")


def test_a_struck_paragraph_end_joins_what_follows_in_the_later_version() -> None:
    before, after = lines("Första delen. [-¶-]\nAndra delen.")
    assert before == ("Första delen.", "Andra delen.")
    assert after == ("Första delen. Andra delen.",)


def test_an_inserted_paragraph_end_joins_what_follows_in_the_earlier_version() -> None:
    before, after = lines("Första delen. {+¶+}\nAndra delen.")
    assert before == ("Första delen. Andra delen.",)
    assert after == ("Första delen.", "Andra delen.")


def test_struck_rows_are_gone_and_inserted_rows_stand_in_the_later_version() -> None:
    before, after = lines("|= Ålder | Vikt\n-| 0–4 | 1,04\n| 5–9 | [-0,33-] {+0,36+}\n+| 10–14 | 0,34")
    assert before == ("Ålder | Vikt", "0–4 | 1,04", "5–9 | 0,33")
    assert after == ("Ålder | Vikt", "5–9 | 0,36", "10–14 | 0,34")


def test_a_table_of_which_nothing_is_read_is_no_table() -> None:
    _, after = lines("Text.\n-| a | b\n-| c | d")
    assert after == ("Text.",)


def test_the_blocks_of_a_struck_heading_join_the_section_above() -> None:
    document = written("# 5 Ett\nA.\n# [-6 Två-]\nB.")
    assert [section.section_id for section in rejecting_marks(document).sections] == ["5", "6"]
    later = accepting_marks(document)
    assert [section.section_id for section in later.sections] == ["5"]
    assert plain_lines(later) == ("5 Ett", "A.", "B.")


def test_a_heading_has_the_number_of_its_reading() -> None:
    document = written("# 5.[-3-]{+4+} Tillägg\nText.")
    assert rejecting_marks(document).sections[0].number == "5.3"
    assert accepting_marks(document).sections[0].number == "5.4"


def test_what_both_versions_have_is_the_same_value_in_both() -> None:
    document = written("# 1 Ett\nA.\n|= Ort | Pris\n| Norr | 1 kr\n# 2 Två\n|= Ort | Pris\n| Norr | [-1-] {+2+} kr\n| Söder | 3 kr")
    before, after = rejecting_marks(document), accepting_marks(document)
    assert before.sections[0].blocks[2] is after.sections[0].blocks[2] is document.sections[0].blocks[2]
    one, other = before.sections[1].tables[0], after.sections[1].tables[0]
    assert one.rows[2] is other.rows[2]
    assert one.rows[1] != other.rows[1]
