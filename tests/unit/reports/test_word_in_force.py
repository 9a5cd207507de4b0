"""A consolidated document in the look of the Word file in force."""

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from lydelse.differ import consolidated
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.model.message import Message
from lydelse.model.readings import plain_lines
from lydelse.reports.word import write_consolidated
from support import words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD, RED = words.BOLD, words.colour("C00000")


def adopted(tmp_path: Path, in_force: Path, redline: str) -> tuple[Path, Message | None]:
    """Return the consolidated Word file."""
    outcome = consolidated(written(redline), read(in_force))
    assert not outcome.not_applied
    content, said = write_consolidated(outcome, in_force.read_bytes())
    new = tmp_path / "antaget.docx"
    new.write_bytes(content)
    assert sorted(plain_lines(read(new))) == sorted(plain_lines(outcome.document))
    return new, said


def part(file: Path, name: str = "word/document.xml") -> bytes:
    return zipfile.ZipFile(io.BytesIO(file.read_bytes())).read(name)


def paragraphs(file: Path) -> dict[str, str]:
    """Return each paragraph's canonical XML by its text."""
    root = etree.fromstring(part(file))
    return {"".join(text.text or "" for text in p.iter(f"{W}t")): etree.tostring(p, method="c14n").decode() for p in root.iter(f"{W}p")}


def test_what_is_not_amended_is_the_same_xml_and_all_other_parts_are_the_same_bytes(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.paragraph("Priset är ", words.run("100 kr", BOLD, RED), " per besök."),
        words.paragraph("Priset räknas om ", words.field("DATE", words.run("varje år")), ".", more='<w:ind w:left="400"/>'),
        words.heading("5.2 Tid", 2),
        words.paragraph("Svar lämnas inom ", words.run("tre dagar", BOLD), "."),
        others={"header": words.paragraph("Villkor 2025"), "footer": words.paragraph("Sida 1")},
    )
    new, said = adopted(tmp_path, in_force, "# 5.1 Pris\nPriset är [-100-] {+120+} kr per besök.\nPriset räknas om varje år.\n")
    assert said is None
    before, after = paragraphs(in_force), paragraphs(new)
    changed = after.pop("Priset är 120 kr per besök.")
    assert after == {text: xml for text, xml in before.items() if text != "Priset är 100 kr per besök."}
    assert changed == before["Priset är 100 kr per besök."].replace("100 kr", "120 kr")
    names = zipfile.ZipFile(in_force).namelist()
    assert [name for name in names if part(in_force, name) != part(new, name)] == ["word/document.xml"]


def test_new_words_take_the_look_of_those_that_they_replace_and_else_of_those_before(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.paragraph("Priset är ", words.run("100", BOLD), words.run(" kr", RED), " per besök och tas ut i efterskott."),
    )
    new, _ = adopted(
        tmp_path,
        in_force,
        "# 5.1 Pris\nPriset är [-100-] {+98+} kr per besök{+, moms ej räknad,+} och tas ut i [-efterskott-] {+förskott+}.\n",
    )
    (xml,) = (xml for text, xml in paragraphs(new).items() if text.startswith("Priset"))
    runs = [
        (etree.tostring(r).count(b"<w:b/>"), "".join(text.text or "" for text in r.iter(f"{W}t")))
        for r in etree.fromstring(xml).iter(f"{W}r")
    ]
    assert runs == [(0, "Priset är "), (1, "98"), (0, " kr"), (0, " per besök, moms ej räknad, och tas ut i förskott.")]


def test_new_paragraphs_take_the_style_of_their_neighbours_and_struck_ones_go(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.paragraph("Priset är 100 kr.", style="Brodtext"),
        words.paragraph("Priset gäller året ut.", style="Brodtext"),
        words.paragraph("Tolk ingår.", numbering=(2, 0)),
        words.paragraph("Resor ingår.", numbering=(2, 0)),
    )
    new, said = adopted(
        tmp_path,
        in_force,
        "# 5.1 Pris\nPriset är 100 kr.\n[-Priset gäller året ut.-]\n{+Priset fastställs årligen.+}\n"
        "* Tolk ingår.\n* {+Provtagning ingår.+}\n"
        "* Resor ingår.\n# {+5.2 Tid+}\n{+Svar lämnas inom tre dagar.+}\n",
    )
    assert said is None
    found = paragraphs(new)
    assert list(found) == [
        *("5.1 Pris", "Priset är 100 kr.", "Priset fastställs årligen.", "Tolk ingår.", "Provtagning ingår.", "Resor ingår."),
        *("5.2 Tid", "Svar lämnas inom tre dagar."),
    ]
    assert 'w:val="Brodtext"' in found["Priset fastställs årligen."]
    assert '<w:numId w:val="2">' in found["Provtagning ingår."]
    assert 'w:val="Rubrik2"' in found["5.2 Tid"]
    assert 'w:val="Brodtext"' in found["Svar lämnas inom tre dagar."]


def test_headings_that_word_numbers_have_the_numbers_of_the_consolidated_document(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        *(
            words.paragraph(title, style="Heading1", numbering=(1, 0)) + words.paragraph(f"Text om {title.lower()}.")
            for title in ("Ett", "Två", "Tre")
        ),
    )
    redline = "# 1 Ett\nText om ett.\n# {+1.5 Halvtannat+}\n{+Text om halvtannat.+}\n# [-2-] {+4+} Två\nText om [-två-] {+fyra+}.\n"
    new, said = adopted(tmp_path, in_force, redline)
    assert said is None
    assert [section.heading.after for section in read(new).sections if section.heading] == ["1 Ett", "1.5 Halvtannat", "4 Två", "3 Tre"]


def test_rows_and_cells_are_changed_where_they_stand(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.table(
            words.row("Tjänst", "Pris", header=True),
            words.row("Besök", words.cell(words.run("100", BOLD))),
            words.row("Tolk", words.cell(words.paragraph())),
            words.row("Prov", "200"),
        ),
    )
    redline = "# 5.1 Pris\n|= Tjänst | Pris\n| Besök | [-100-] {+110+}\n+| Hembesök | 500\n| Tolk | {+50+}\n-| Prov | 200\n"
    new, said = adopted(tmp_path, in_force, redline)
    assert said is None
    found = paragraphs(new)
    assert list(found) == ["5.1 Pris", "Tjänst", "Pris", "Besök", "110", "Hembesök", "500", "Tolk", "50"]
    assert "<w:b>" in found["110"]
    assert "<w:b>" in found["500"]


def test_notes_are_changed_added_and_taken_away_as_notes(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.paragraph("Priset är 100 kr.", words.cited(1)),
        words.paragraph("Tolk ingår.", words.cited(2)),
        words.paragraph("Resor ingår inte."),
        notes={"footnote": ("Utan moms.", "Vid behov.")},
    )
    redline = (
        "# 5.1 Pris\nPriset är 100 kr.\n[^1] [-Utan-] {+Med+} moms.\nTolk ingår.\n[^2] [-Vid behov.-]\n"
        "Resor ingår inte.\n[^2] {+Utom flyg.+}\n"
    )
    new, said = adopted(tmp_path, in_force, redline)
    assert said is None
    assert re.findall(rb"<w:t[^>]*>([^<]*)</w:t>", part(new, "word/footnotes.xml")) == [b"-", b"Med moms.", b" Utom flyg."]
    assert part(new).count(b"w:footnoteReference") == 2


def test_tracked_changes_of_the_file_in_force_are_accepted(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.paragraph("Priset är ", words.struck(words.run("90")), words.inserted(words.run("100")), " kr."),
        words.paragraph(words.struck(words.run("Avgiften utgår.")), ending="del"),
        words.paragraph("Svar lämnas inom", ending="del"),
        words.paragraph(" tre dagar."),
        words.table(words.row("Besök", "1", mark="del"), words.row("Prov", "2"), words.row("Tolk", "3", mark="ins")),
    )
    redline = "# 5.1 Pris\nPriset är [-100-] {+120+} kr.\nSvar lämnas inom [-tre-] {+fem+} dagar.\n| Prov | 2\n| Tolk | [-3-] {+4+}\n"
    new, said = adopted(tmp_path, in_force, redline)
    assert said is None
    assert list(paragraphs(new)) == ["5.1 Pris", "Priset är 120 kr.", "Svar lämnas inom fem dagar.", "Prov", "2", "Tolk", "4"]
    assert not re.search(rb"<w:(ins|del)\b", part(new))


def test_a_picture_stays_where_the_text_beside_it_is_struck(tmp_path: Path) -> None:
    drawn = "<w:r><w:drawing/></w:r>"
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.paragraph("Bilden visar priset.", drawn),
        words.paragraph("Priset är 100 kr."),
    )
    new, said = adopted(tmp_path, in_force, "# 5.1 Pris\n[-Bilden visar priset.-]\nPriset är 100 kr.\n")
    assert said is None
    assert b"<w:drawing/>" in part(new)


def test_a_file_in_force_marked_by_formatting_gives_a_plain_file_and_says_so(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        *(words.paragraph("Priset är ", words.run(f"{at}0", words.STRIKE, RED), " ", words.run(f"{at}5", RED), " kr.") for at in (1, 2, 3)),
    )
    _, said = adopted(tmp_path, in_force, "# 5.1 Pris\nPriset är [-15-] {+16+} kr.\nPriset är 25 kr.\nPriset är 35 kr.\n")
    assert said == Message("consolidate.plain.formatted")


def test_a_column_is_added_to_the_table_in_force_and_another_taken_away(tmp_path: Path) -> None:
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.table(words.row("Insats", "Pris", "Kod", header=True), words.row("Natt", "510", "A1"), words.row("Dag", "420", "A2")),
    )
    redline = (
        "# 5.1 Pris\n|= Insats | Pris | {+Helg+} | [-Kod-]\n| Natt | 510 | {+600+} | [-A1-]\n| Dag | [-420-] {+430+} | {+500+} | [-A2-]\n"
    )
    new, said = adopted(tmp_path, in_force, redline)
    assert said is None
    assert list(paragraphs(new)) == ["5.1 Pris", "Insats", "Pris", "Helg", "Natt", "510", "600", "Dag", "430", "500"]


def test_a_formula_in_an_amended_paragraph_becomes_its_text_and_others_stay(tmp_path: Path) -> None:
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    in_force = words.write(
        tmp_path / "gallande.docx",
        words.heading("5.1 Pris", 2),
        words.paragraph("1.\tPriset är ", formula, " kr per besök."),
        words.paragraph("Avgiften är ", formula, " kr per år."),
    )
    new, said = adopted(tmp_path, in_force, "# 5.1 Pris\n*1. Priset är a+b kr per [-besök-] {+timme+}.\nAvgiften är a+b kr per år.\n")
    assert said is None
    assert [(block.marker, block.after) for block in read(new).paragraphs][1:] == [
        ("1.", "Priset är a+b kr per timme."),
        ("", "Avgiften är a+b kr per år."),
    ]
    assert part(new).count(b"<m:oMath>") == 1
