"""The redline in a copy of a Word file that has tracked changes of others."""

import re
from pathlib import Path

from lydelse.differ import compare
from lydelse.extractors.word import extract
from lydelse.model.change import Comparison
from lydelse.model.message import Message
from lydelse.model.text import Version
from lydelse.reports.tracked import reading_is, reads_back, write
from support import words
from support.word_parts import part_of
from support.word_schema import faults_in


def redlined(tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, tuple[Message, ...], Comparison, bytes]:
    """Return the main part of the redline of two files, what is said of it, the comparison and the file."""
    files = [words.write(tmp_path / f"{name}.docx", *blocks) for name, blocks in (("before", before), ("after", after))]
    comparison = compare(*map(extract, files))
    content, said = write(comparison, files[1].read_bytes())
    (tmp_path / "redline.docx").write_bytes(content)
    assert reading_is(extract(tmp_path / "redline.docx"), comparison.after, Version.AFTER)
    return part_of(content, "word/document.xml"), said, comparison, content


def authors(xml: str, name: str) -> list[str]:
    """Return who made the changes of one name, in order."""
    return re.findall(rf'<w:{name} [^>]*w:author="([^"]*)"', xml)


def test_a_file_whose_own_changes_are_the_difference_is_the_redline_itself(tmp_path: Path) -> None:
    before = words.paragraph("Avgiften är 10 kr per elev.")
    after = words.paragraph("Avgiften är ", words.struck(words.run("10")), words.inserted(words.run("20")), " kr per elev.")
    _, said, _, content = redlined(tmp_path, (before,), (after,))
    assert [each.key for each in said] == ["tracked.own"]
    assert content == (tmp_path / "after.docx").read_bytes()


def test_what_another_replaced_is_told_by_his_change_and_ours_stands_beside_it(tmp_path: Path) -> None:
    before = words.paragraph("Avgiften är 10 kr per elev och betalas i maj varje år.")
    theirs = (words.struck(words.run("10")), words.inserted(words.run("20")))
    after = words.paragraph("Avgiften är ", *theirs, " kr per elev och betalas i juni varje år.")
    xml, said, comparison, content = redlined(tmp_path, (before,), (after,))
    assert [each.key for each in said] == ["tracked.kept"]
    assert authors(xml, "del") == ["Bo Berg", "lydelse"]
    assert authors(xml, "ins") == ["Eva Ek", "lydelse"]
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["10", "maj"]
    assert xml.count('w:date="2025-05-20T10:00:00Z"') == 2
    assert reads_back(content, comparison)


def test_a_change_that_both_versions_have_is_kept_and_that_it_is_no_part_of_the_difference_is_said(tmp_path: Path) -> None:
    shared = (words.struck(words.run("30")), words.inserted(words.run("20")))
    before, after = (words.paragraph("Avgiften är ", *shared, f" kr per elev och betalas i {month} varje år.") for month in ("maj", "juni"))
    xml, said, _, _ = redlined(tmp_path, (before,), (after,))
    assert [(each.key, each.facts["count"]) for each in said] == [("tracked.kept-shared", 2)]
    assert authors(xml, "del") == ["Bo Berg", "lydelse"]
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["30", "maj"]


def test_our_change_within_what_another_inserted_divides_it_and_leaves_him_its_author(tmp_path: Path) -> None:
    kept = words.paragraph("Nämnden beslutar om avgiften för varje elev i kommunen.")
    before, after = (
        (kept, words.paragraph(words.inserted(words.run(f"Den betalas i {month} varje år av vårdnadshavaren.")), ending="ins"))
        for month in ("maj", "juni")
    )
    xml, said, _, _ = redlined(tmp_path, before, after)
    assert [each.key for each in said] == ["tracked.kept-shared"]
    assert authors(xml, "del") == ["lydelse"]
    assert authors(xml, "ins") == ["Eva Ek"] * 4  # the paragraph's end, and the text before, in and after the replacement
    assert "<w:del " not in "".join(re.findall(r"<w:ins [^/>]*>.*?</w:ins>", xml))
    numbers = re.findall(r'<w:(?:ins|del) w:id="(9\d+)"', xml)
    assert len(numbers) == len(set(numbers)) > 0


def test_a_paragraph_that_another_struck_is_not_struck_again(tmp_path: Path) -> None:
    one, two, three = (f"Villkor {name} gäller för alla som söker." for name in ("ett", "två", "tre"))
    gone = words.paragraph(words.struck(words.run(two)), ending="del")
    before = tuple(map(words.paragraph, (one, two, three)))
    xml, said, comparison, content = redlined(
        tmp_path, before, (words.paragraph(one), gone, words.paragraph(f"{three} Beslut fattas i maj."))
    )
    assert [each.key for each in said] == ["tracked.kept"]
    assert gone in xml
    assert authors(xml, "del") == ["Eva Ek", "Bo Berg"]
    assert reads_back(content, comparison)


def test_a_row_that_another_struck_and_one_that_he_inserted_stay_his(tmp_path: Path) -> None:
    first, last = words.row("Ålder", "Avgift"), words.row("10–14", "3,50")
    struck = words.row(words.cell(words.struck(words.run("0–4"))), words.cell(words.struck(words.run("1,10"))), mark="del")
    inserted = words.row(words.cell(words.inserted(words.run("5–9"))), words.cell(words.inserted(words.run("2,20"))), mark="ins")
    before = (words.table(first, words.row("0–4", "1,10"), last), words.paragraph("Avgiften betalas i maj."))
    after = (words.table(first, struck, inserted, last), words.paragraph("Avgiften betalas i juni."))
    xml, said, comparison, content = redlined(tmp_path, before, after)
    assert [each.key for each in said] == ["tracked.kept"]
    assert struck in xml
    assert inserted in xml
    assert authors(xml, "del")[-1:] == authors(xml, "ins")[-1:] == ["lydelse"]
    assert reads_back(content, comparison)


def test_text_that_another_moved_and_formatting_that_he_changed_stay_as_they_are(tmp_path: Path) -> None:
    former = '<w:rPr><w:b/><w:rPrChange w:id="7" w:author="Eva Ek"><w:rPr/></w:rPrChange></w:rPr>'
    bold = f"<w:r>{former}<w:t>Ansökan görs i maj.</w:t></w:r>"
    moved = [
        words.paragraph(words.moved_from(words.run("Beslut fattas i juni."))),
        words.paragraph(words.moved_to(words.run("Beslut fattas i juni."))),
    ]
    before = (words.paragraph("Ansökan görs i maj."), words.paragraph("Beslut fattas i juni."), words.paragraph("Avgiften är 10 kr."))
    after = (moved[0], words.paragraph(bold), moved[1], words.paragraph("Avgiften är 20 kr."))
    xml, _, _, _ = redlined(tmp_path, before, after)
    assert former in xml
    assert moved[0] in xml
    assert moved[1] in xml
    assert authors(xml, "del") == ["lydelse"]


def test_an_empty_line_that_another_struck_between_two_tables_is_no_change_that_both_versions_have(tmp_path: Path) -> None:
    gone = words.row("Fritidshem", "1 300 kr")
    struck = words.row(words.cell(words.struck(words.run("Fritidshem"))), words.cell(words.struck(words.run("1 300 kr"))), mark="del")
    inserted = words.row(words.cell(words.inserted(words.run("Förskola"))), words.cell(words.inserted(words.run("90 kr"))), mark="ins")
    end = words.paragraph("Avgiften betalas i förskott varje månad av den som har en plats.")
    before = (words.paragraph("Kommunen betalar 10 kr."), words.table(gone), end)
    after = (words.paragraph("Kommunen betalar 12 kr."), words.table(struck), words.paragraph(ending="del"), words.table(inserted), end)
    xml, said, comparison, content = redlined(tmp_path, before, after)
    assert [each.key for each in said] == ["tracked.kept"]
    assert authors(xml, "del")[0] == "lydelse"
    assert reads_back(content, comparison)


def test_a_column_that_another_struck_is_not_struck_again(tmp_path: Path) -> None:
    rows = [("Ålder", "2025", "2026"), ("0–4 år", "1,10", "1,20"), ("5–9 år", "0,90", "0,95")]
    end = "Avgiften betalas i {} varje år av den som har en plats."
    before = (words.table(*(words.row(*cells) for cells in rows)), words.paragraph(end.format("maj")))
    gone = [words.row(first, words.cell(words.struck(words.run(old)), mark="cellDel"), new) for first, old, new in rows]
    xml, said, comparison, content = redlined(tmp_path, before, (words.table(*gone), words.paragraph(end.format("juni"))))
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["2025", "1,10", "0,90", "maj"]
    assert [each.key for each in said] == ["tracked.kept"]
    assert reads_back(content, comparison)


def test_a_table_that_we_strike_beside_one_that_another_struck_is_parted_from_it(tmp_path: Path) -> None:
    struck = words.row(words.cell(words.struck(words.run("Förskola"))), words.cell(words.struck(words.run("2025"))), mark="del")
    end = words.paragraph("Avgiften betalas i förskott.")
    before = (words.table(words.row("Förskola", "2026")), end)
    xml, _, comparison, content = redlined(tmp_path, before, (words.table(struck), end))
    assert "</w:tbl><w:tbl>" not in xml
    assert "Förskola" in xml
    assert reading_is(extract(tmp_path / "redline.docx"), comparison.after, Version.AFTER)
    assert faults_in(content) == []
