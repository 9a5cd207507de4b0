"""The redline in a copy of a Word file: headers, footers, notes, formulas and tables within cells."""

import re
from pathlib import Path

from lydelse.differ import compare
from lydelse.extractors.word import extract
from lydelse.model.change import Comparison
from lydelse.model.message import Message
from lydelse.reports.tracked import reads_back, write
from support import words
from support.word_parts import part_of

BODY = words.paragraph("Avgiften är 10 kr per elev.")


def redlined(before: Path, after: Path) -> tuple[bytes, tuple[Message, ...], Comparison]:
    """Return the redline of two files, what is said of it, and the comparison."""
    comparison = compare(extract(before), extract(after))
    content, said = write(comparison, after.read_bytes())
    assert reads_back(content, comparison)
    return content, said, comparison


def test_a_header_and_a_footer_that_changed_are_marked_where_they_stand(tmp_path: Path) -> None:
    before, after = (
        words.write(
            tmp_path / f"{year}.docx",
            BODY,
            others={
                "header": words.paragraph(words.run("Villkor för skolan ", words.BOLD), f"{year}"),
                "footer": words.paragraph(f"Beslut {year}"),
            },
        )
        for year in (2025, 2026)
    )
    content, said, comparison = redlined(before, after)
    assert said == ()
    for name in ("header", "footer"):
        assert re.findall(r"<w:(del|ins) [^>]*><w:r><w:(?:delText|t)[^>]*>(\d+)<", part_of(content, f"word/{name}.xml")) == [
            ("del", "2025"),
            ("ins", "2026"),
        ]
    (tmp_path / "redline.docx").write_bytes(content)
    assert {each.before for each in extract(tmp_path / "redline.docx").furniture} == {each.text for each in comparison.before.furniture}


def test_a_new_header_is_inserted_and_a_footer_that_is_gone_is_put_into_the_empty_one(tmp_path: Path) -> None:
    before = words.write(tmp_path / "before.docx", BODY, others={"header": words.paragraph(), "footer": words.paragraph("Utkast")})
    after = words.write(tmp_path / "after.docx", BODY, others={"header": words.paragraph("Förslag"), "footer": words.paragraph()})
    content, said, _ = redlined(before, after)
    assert said == ()
    assert re.search(r"<w:ins [^>]*><w:r><w:t[^>]*>Förslag<", part_of(content, "word/header.xml"))
    assert re.search(r"<w:del [^>]*><w:r><w:delText[^>]*>Utkast<", part_of(content, "word/footer.xml"))


def test_a_header_that_is_gone_from_a_file_without_any_is_told(tmp_path: Path) -> None:
    before = words.write(tmp_path / "before.docx", BODY, others={"header": words.paragraph("Villkor för skolan")})
    _, said, _ = redlined(before, words.write(tmp_path / "after.docx", BODY))
    assert [each.key for each in said] == ["tracked.furniture"]


def test_changes_of_others_in_a_header_stay_theirs(tmp_path: Path) -> None:
    theirs = words.inserted(words.run("skolan"))
    before = words.write(tmp_path / "before.docx", BODY, others={"header": words.paragraph("Villkor för skolan 2025")})
    after = words.write(tmp_path / "after.docx", BODY, others={"header": words.paragraph("Villkor för ", theirs, " 2026")})
    content, said, _ = redlined(before, after)
    assert [each.key for each in said] == []
    header = part_of(content, "word/header.xml")
    assert theirs in header
    assert header.count('w:author="lydelse"') == 2


def test_a_note_that_is_gone_is_put_in_also_where_the_file_has_none(tmp_path: Path) -> None:
    before = words.write(
        tmp_path / "before.docx", words.paragraph("Avgiften är 10 kr.", words.cited(1)), notes={"footnote": ["Utan moms."]}
    )
    content, said, _ = redlined(before, words.write(tmp_path / "after.docx", words.paragraph("Avgiften är 10 kr.")))
    assert said == ()
    assert "Utan moms." in part_of(content, "word/footnotes.xml")
    assert "footnotes+xml" in part_of(content, "[Content_Types].xml")
    assert re.search(r"<w:del [^>]*><w:r>.*<w:footnoteReference", part_of(content, "word/document.xml"))


def test_an_endnote_that_changed_and_one_that_is_gone_are_marked_among_the_endnotes(tmp_path: Path) -> None:
    def file(name: str, *texts: str) -> Path:
        cited = (words.paragraph(f"Villkor {at} gäller.", words.cited(at, "endnote")) for at in range(1, len(texts) + 1))
        return words.write(tmp_path / f"{name}.docx", *cited, words.paragraph("Beslut fattas i maj."), notes={"endnote": texts})

    before = words.write(
        tmp_path / "before.docx",
        words.paragraph("Villkor 1 gäller.", words.cited(1, "endnote")),
        words.paragraph("Beslut fattas i maj.", words.cited(2, "endnote")),
        notes={"endnote": ["Se bilaga 1.", "Av nämnden i juni."]},
    )
    content, said, _ = redlined(before, file("after", "Se bilaga 2."))
    assert said == ()
    notes = part_of(content, "word/endnotes.xml")
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", notes) == ["1"]
    assert "Av nämnden i juni." in notes


def test_a_note_without_a_paragraph_gets_one_where_another_is_put_in_after_it(tmp_path: Path) -> None:
    def file(name: str, notes: str, *cited: str) -> Path:
        return words.write(tmp_path / f"{name}.docx", words.paragraph("Avgiften är 10 kr.", *cited), others={"footnotes": notes})

    empty = '<w:footnote w:id="1"/>'
    held = f'{empty}<w:footnote w:id="2">{words.paragraph("Utan moms.")}</w:footnote>'
    content, said, _ = redlined(file("before", held, words.cited(1), words.cited(2)), file("after", empty, words.cited(1)))
    assert said == ()
    notes = part_of(content, "word/footnotes.xml")
    assert re.search(r'<w:footnote w:id="1">\s*<w:p\s*/>\s*</w:footnote>', notes), "LibreOffice takes the next one's text for it otherwise"
    assert "Utan moms." in notes


def test_a_struck_paragraph_of_a_note_goes_on_in_the_note(tmp_path: Path) -> None:
    def file(name: str, *paragraphs: str) -> Path:
        notes = f'<w:footnote w:id="1">{"".join(map(words.paragraph, paragraphs))}</w:footnote>'
        return words.write(tmp_path / f"{name}.docx", words.paragraph("Avgiften är 10 kr.", words.cited(1)), others={"footnotes": notes})

    content, said, _ = redlined(file("before", "Utan moms.", "Gäller från maj."), file("after", "Utan moms."))
    assert said == ()
    notes = part_of(content, "word/footnotes.xml")
    assert notes.count("<w:footnote ") == 1
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", notes) == ["Gäller från maj."]


def test_a_paragraph_whose_formula_changed_is_replaced_whole_the_formula_kept_a_formula(tmp_path: Path) -> None:
    def formula(text: str) -> str:
        return words.paragraph("Ersättningen är ", f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>", " kr.")

    before, after = (words.write(tmp_path / f"{name}.docx", formula(f"{name}=2x+1")) for name in ("a", "b"))
    content, said, _ = redlined(before, after)
    assert said == ()
    xml = part_of(content, "word/document.xml")
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["Ersättningen är a=2x+1 kr."]
    assert re.search(r"<w:ins [^>]*><m:oMath>", xml)


def test_rows_of_a_table_within_a_cell_are_marked_there(tmp_path: Path) -> None:
    def file(name: str, *rows: tuple[str, str]) -> Path:
        inner = words.table(*(words.row(*each) for each in rows))
        cell = words.cell(words.paragraph("Avgifter"), inner, words.paragraph("Se bilaga."))
        return words.write(tmp_path / f"{name}.docx", words.table(words.row("Skola", "Villkor"), words.row("Ekskolan", cell)))

    before = file("before", ("0–4", "1,10"), ("5–9", "2,20"))
    content, said, _ = redlined(before, file("after", ("0–4", "1,30"), ("5–9", "2,20"), ("10–14", "3,30")))
    assert said == ()
    xml = part_of(content, "word/document.xml")
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["1,10"]
    assert re.findall(r"<w:trPr><w:(ins|del) ", xml) == ["ins"]


def test_a_paragraph_struck_last_in_a_cell_strikes_the_end_above_it(tmp_path: Path) -> None:
    def file(name: str, *lines: str) -> Path:
        cell = words.cell(*map(words.paragraph, lines))
        return words.write(tmp_path / f"{name}.docx", words.table(words.row("Skola", "Villkor"), words.row("Ekskolan", cell)))

    content, said, _ = redlined(file("before", "Avgift tas ut.", "Ansökan görs i maj."), file("after", "Avgift tas ut."))
    assert said == ()
    xml = part_of(content, "word/document.xml")
    assert re.search(r"<w:p><w:pPr><w:rPr><w:del [^>]*/></w:rPr></w:pPr><w:r><w:t[^>]*>Avgift tas ut", xml)
    assert re.search(r"<w:p><w:del [^>]*><w:r><w:delText[^>]*>Ansökan", xml)


def test_a_row_that_moved_is_the_two_ends_of_one_move(tmp_path: Path) -> None:
    labels = (
        "Ekskolan i centrala byn",
        "Björkskolan vid den södra sjön",
        "Lindskolan bredvid det nya badhuset",
        "Almskolan i norra stadsdelen",
    )
    rows = [words.row(label, f"{at + 2},10") for at, label in enumerate(labels)]
    header = words.row("Skola", "Avgift")
    before = words.write(tmp_path / "before.docx", words.table(header, *rows))
    after = words.write(tmp_path / "after.docx", words.table(header, *rows[1:], rows[0]))
    content, said, _ = redlined(before, after)
    assert said == ()
    xml = part_of(content, "word/document.xml")
    assert re.findall(r'<w:(move(?:From|To))RangeStart [^>]*w:name="([^"]*)"', xml) == [("moveFrom", "move1"), ("moveTo", "move1")]
    assert re.findall(r"<w:trPr><w:(ins|del) ", xml) == ["del", "ins"]
    assert len(re.findall(r"<w:move(?:From|To) ", xml)) == 4  # the runs of two cells at each place
