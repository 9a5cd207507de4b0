"""The redline as a Word file with tracked changes."""

import io
import re
import zipfile
from pathlib import Path

from lydelse.differ import compare, compare_marked
from lydelse.extractors.word import extract
from lydelse.extractors.written import written
from lydelse.model.change import Comparison
from lydelse.reports.tracked import reads_back, write
from support import words


def document_in(content: bytes) -> str:
    """Return the main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


def compared(before: str, after: str) -> tuple[str, Comparison]:
    """Compare two texts; return the main part of the redline, and the comparison."""
    comparison = compare(written(before), written(after))
    content, said = write(comparison)
    assert said == ()
    return document_in(content), comparison


def test_an_amount_is_one_replacement_by_lydelse_without_a_date() -> None:
    xml, _ = compared("Bidraget är 12 345 kr per elev.", "Bidraget är 12 901 kr per elev.")
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["12 345"]
    assert xml.count('w:author="lydelse"') == 2
    assert "w:date" not in xml


def test_the_changes_have_the_day_that_is_given_and_no_other() -> None:
    comparison = compare(written("Avgiften är 10 kr."), written("Avgiften är 20 kr."))
    assert 'w:date="2026-05-02T00:00:00Z"' in document_in(write(comparison, date="2026-05-02")[0])
    assert "w:date" not in document_in(write(comparison, date="i maj")[0])


def test_the_same_comparison_is_the_same_bytes() -> None:
    comparison = compare(written("Avgiften är 10 kr."), written("Avgiften är 20 kr."))
    assert write(comparison) == write(comparison)


def test_a_paragraph_that_is_new_has_its_end_inserted() -> None:
    xml, _ = compared("Kommunen betalar.", "Kommunen betalar.\nEleven söker senast i maj.")
    assert re.search(r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr><w:ins [^>]*><w:r><w:t[^>]*>Eleven", xml)


def test_rows_and_columns_say_that_they_are_struck_or_inserted() -> None:
    xml, comparison = compared(
        "| Ålder | 2025\n| 0–4 | 1,10\n| 5–9 | 0,90\n| 10–14 | 0,70", "| Ålder | 2025 | 2026\n| 0–4 | 1,10 | 1,20\n| 10–14 | 0,70 | 0,80"
    )
    assert re.search(r"<w:trPr><w:cantSplit/><w:del [^>]*/></w:trPr>", xml)
    assert xml.count("<w:cellIns ") >= 2
    assert comparison.proof is not None


def test_a_clause_that_moved_is_the_two_ends_of_one_move() -> None:
    clause = "Kommunen betalar varje månad ut ersättning för alla elever som går i skolan den femtonde."
    others = [f"Villkor {name} gäller för alla som ansöker om stöd hos nämnden." for name in ("ett", "två", "tre")]
    xml, _ = compared("\n".join([clause, *others]), "\n".join([*others, clause]))
    names = re.findall(r'<w:move(?:From|To)RangeStart [^>]*w:name="([^"]*)"', xml)
    assert names == ["move1", "move1"]
    assert "<w:moveFrom " in xml
    assert "<w:moveTo " in xml
    assert "<w:delText" not in xml


def test_headings_have_the_styles_of_headings() -> None:
    xml, _ = compared("# 1 Allmänt\nText.", "# 1 Allmänt\nAnnan text.")
    assert '<w:pStyle w:val="Heading1"/>' in xml


def test_a_redline_in_word_is_the_file_itself_with_its_authors(tmp_path: Path) -> None:
    file = words.write(
        tmp_path / "redline.docx", words.paragraph("Avgiften är ", words.struck(words.run("10")), words.inserted(words.run("20")), " kr.")
    )
    comparison = compare_marked(extract(file))
    assert write(comparison, file.read_bytes()) == (file.read_bytes(), ())


def test_a_file_that_is_another_document_does_not_read_back() -> None:
    one, other = (compare(written("Avgiften är 10 kr."), written(f"Avgiften är {fee} kr.")) for fee in (20, 30))
    assert not reads_back(write(one)[0], other)


def test_signs_that_xml_has_no_place_for_are_left_out() -> None:
    _, comparison = compared("Avgiften är\x0c 10 kr.", "Avgiften är\x0c 20 kr.")
    assert comparison.changes


def in_word(tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, Comparison]:
    """Compare two Word files; return the main part of the redline in the copy of the later one, and the comparison."""
    files = [words.write(tmp_path / f"{name}.docx", *blocks) for name, blocks in (("before", before), ("after", after))]
    comparison = compare(*map(extract, files))
    content, said = write(comparison, files[1].read_bytes())
    assert said == ()
    assert reads_back(content, comparison)
    return document_in(content), comparison


def test_a_word_file_keeps_the_look_of_its_runs(tmp_path: Path) -> None:
    before = words.paragraph(words.run("Avgiften", words.BOLD), " är 10 kr per elev.")
    after = words.paragraph(words.run("Avgiften", words.BOLD), " är 20 kr per elev.")
    xml, _ = in_word(tmp_path, (before,), (after,))
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Avgiften</w:t></w:r>' in xml
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["10"]


def test_paragraphs_that_are_not_touched_are_the_very_same(tmp_path: Path) -> None:
    kept = words.paragraph(words.commented(1, "Kommunen betalar"), " varje månad.", more='<w:jc w:val="both"/>')
    xml, _ = in_word(tmp_path, (kept, words.paragraph("Avgiften är 10 kr.")), (kept, words.paragraph("Avgiften är 20 kr.")))
    assert kept in xml


def test_a_struck_paragraph_is_put_in_where_it_stood(tmp_path: Path) -> None:
    one, two, three = (words.paragraph(f"Villkor {name} gäller för alla.") for name in ("ett", "två", "tre"))
    xml, _ = in_word(tmp_path, (one, two, three), (one, three))
    assert xml.index("ett") < xml.index("två") < xml.index("tre")
    assert re.search(r"<w:pPr><w:rPr><w:del [^>]*/></w:rPr></w:pPr><w:del [^>]*>", xml)


def test_a_paragraph_that_was_two_is_divided_with_a_struck_end(tmp_path: Path) -> None:
    ours = (words.paragraph("Kommunen betalar varje månad."), words.paragraph("Eleven söker i maj."))
    xml, _ = in_word(tmp_path, ours, (words.paragraph("Kommunen betalar varje månad. Eleven söker i maj."),))
    assert xml.count("<w:p>") == 2
    assert re.search(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>", xml)


def test_the_rows_and_cells_of_a_word_table_are_marked(tmp_path: Path) -> None:
    before = words.table(words.row("Ålder", "2025"), words.row("0–4", "1,10"), words.row("5–9", "0,90"), words.row("10–14", "0,70"))
    after = words.table(words.row("Ålder", "2025", "2026"), words.row("0–4", "1,10", "1,20"), words.row("10–14", "0,70", "0,80"))
    xml, _ = in_word(tmp_path, (before,), (after,))
    assert xml.count("<w:tr>") == 4
    assert re.search(r"<w:trPr><w:del [^>]*/></w:trPr>", xml)
    assert xml.count("<w:cellIns ") == 4


def test_headings_that_word_numbers_get_their_earlier_numbers_by_counting(tmp_path: Path) -> None:
    one, two, three = (words.paragraph(name, style="Heading1", numbering=(1, 0)) for name in ("Allmänt", "Avgifter", "Uppföljning"))
    text = words.paragraph("Nämnden beslutar om villkoren.")
    _, comparison = in_word(tmp_path, (one, text, two, text, three, text), (one, text, three, text))
    assert comparison.proof is not None


def test_a_new_note_has_its_sign_inserted(tmp_path: Path) -> None:
    files = [
        words.write(tmp_path / "before.docx", words.paragraph("Avgiften är 10 kr."), notes={"footnote": []}),
        words.write(tmp_path / "after.docx", words.paragraph("Avgiften är 10 kr.", words.cited(1)), notes={"footnote": ["Utan moms."]}),
    ]
    comparison = compare(*map(extract, files))
    content, said = write(comparison, files[1].read_bytes())
    assert said == ()
    assert re.search(r"<w:ins [^>]*><w:r><w:footnoteReference", document_in(content))
