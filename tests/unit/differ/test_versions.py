from lydelse.differ import compare
from lydelse.extractors.written import in_words, written
from lydelse.model.change import Added, Comparison, Reworded, Unit
from lydelse.model.document import Document, Furniture
from lydelse.model.section import sections_of
from lydelse.model.text import Paragraph, Run
from lydelse.records import replace


def compared(before: str, after: str) -> Comparison:
    comparison = compare(written(before), written(after))
    assert comparison.proof is not None
    assert comparison.proof.holds
    return comparison


def redline(before: str, after: str) -> str:
    return in_words(compared(before, after).redline)


def kinds(before: str, after: str) -> list[str]:
    return [f"{type(change).__name__} {change.unit.value}" for change in compared(before, after).changes]


def test_an_inserted_section_shifts_nothing() -> None:
    before = "# 5.1 Skola\nBidraget är 100 kr.\n# 5.2 Fritid\nAvgiften är 200 kr."
    after = "# 5.1 Skola\nBidraget är 110 kr.\n# 5.2 Lek\nLek är fri för alla.\n# 5.3 Fritid\nAvgiften är 210 kr."
    comparison = compared(before, after)
    assert kinds(before, after) == ["Reworded paragraph", "Added section", "Renumbered section", "Reworded paragraph"]
    assert [(str(entry.before and entry.before.value), str(entry.after and entry.after.value)) for entry in comparison.entries] == [
        ("100", "110"),
        ("200", "210"),
    ]


def test_sections_of_one_title_are_told_apart_by_number_and_content() -> None:
    before = "# 1 Allmänt\nOm skolor och lärare.\n# 2 Allmänt\nOm vägar och broar."
    after = "# 1 Allmänt\nOm parker och träd.\n# 2 Allmänt\nOm skolor och lärare.\n# 3 Allmänt\nOm vägar och broar."
    assert "Om skolor och lärare." in redline(before, after).splitlines()
    assert "Om vägar och broar." in redline(before, after).splitlines()


def test_a_clause_is_found_again_when_only_its_figures_changed() -> None:
    assert redline("Taket är 500 kr för 2025.\nAnnat.", "Nytt först.\nTaket är 600 kr för 2026.\nAnnat.") == (
        "{+Nytt först.+}{+¶+}\nTaket är [-500-]{+600+} kr för [-2025-]{+2026+}.\nAnnat.\n"
    )


def test_repeated_lines_go_by_their_neighbours() -> None:
    text = "Belopp 100 kr.\nSkola.\nBelopp 100 kr.\nVägar.\nBelopp 100 kr."
    assert kinds(text, text.replace("Skola.\nBelopp 100 kr.", "Skola.\nBelopp 120 kr.")) == ["Reworded paragraph"]


def test_a_heading_taken_away_makes_two_sections_one() -> None:
    assert kinds("# 2 Mål\nEtt.\n# 2.1 Delmål\nTvå.", "# 2 Mål\nEtt.\nTvå.") == ["Merged section"]


def test_a_paragraph_turned_table_is_removed_and_added() -> None:
    assert kinds("Penna: 20 kr", "|= Vara | Pris\n| Penna | 20 kr") == ["Removed paragraph", "Added table"]


def test_a_paragraph_turned_list_item_is_no_change() -> None:
    assert kinds("en punkt", "* en punkt") == []


def test_line_breaks_and_doubled_spaces_are_no_change() -> None:
    before = Document(sections=sections_of([Paragraph((Run("Ett  stycke \n med bruten\nrad ."),))]))
    assert compare(before, written("Ett stycke med bruten rad.")).changes == ()


def test_a_marked_input_is_read_as_its_later_version() -> None:
    comparison = compare(written("Taket är [-400-]{+500+} kr."), written("Taket är 600 kr."))
    (entry,) = comparison.entries
    assert str(entry.before and entry.before.value) == "500"


def test_everything_may_be_new() -> None:
    assert kinds("", "# 1 Mål\nText.") == ["Added section"]
    assert kinds("# 1 Mål\nText.", "") == ["Removed section"]
    assert kinds("", "") == []


def with_footer(text: str) -> Document:
    return replace(written("Text."), furniture=(Furniture("footer", text, (1, 2)),))


def test_another_running_footer_is_a_change_of_its_own() -> None:
    (change,) = compare(with_footer("Förslag 2025-05-20 Sida 1"), with_footer("Beslut 2025-06-11 Sida 2")).changes
    assert isinstance(change, Reworded)
    assert (change.unit, change.before, change.after) == (Unit.FURNITURE, "Förslag 2025-05-20 Sida 1", "Beslut 2025-06-11 Sida 2")


def test_page_numbers_of_running_footers_are_no_change() -> None:
    assert compare(with_footer("Förslag Sida 1 (12)"), with_footer("Förslag Sida 2 (14)")).changes == ()


def test_a_new_running_header_is_told_once() -> None:
    document = replace(with_footer("Sida 1"), furniture=(Furniture("header", "Utkast", (1,)), Furniture("header", "Utkast", (2,))))
    assert [type(change) for change in compare(written("Text."), document).changes] == [Added]
