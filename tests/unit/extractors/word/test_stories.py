"""What stands beside the body or within frames of its own: each is read where it belongs, with the changes that were made in it."""

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from lydelse.model.document import Document, Furniture
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks
from support import words
from support.words import cell, control, inserted, paragraph, row, run, struck, table

CHANGED = ("Pris ", struck(run("12 kr")), inserted(run("13 kr")))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "document.docx"


def versions(document: Document) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return plain_lines(rejecting_marks(document)), plain_lines(accepting_marks(document))


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_change_in_a_header_or_footer_gives_both_its_wordings(file: Path, kind: str) -> None:
    story = paragraph("Villkor ", struck(run("2025")), inserted(run("2026"))) + table(row("Region", "Dnr 7"))
    document = word.extract(words.write(file, paragraph("Text."), others={kind: story}))
    assert document.furniture == (Furniture(kind, "Villkor 2026\nRegion\nDnr 7", (), before="Villkor 2025\nRegion\nDnr 7"),)
    assert [f.text for f in rejecting_marks(document).furniture] == ["Villkor 2025\nRegion\nDnr 7"]
    assert [f.text for f in accepting_marks(document).furniture] == ["Villkor 2026\nRegion\nDnr 7"]
    assert in_words(document) == "Text.\n"


def test_a_header_that_was_inserted_is_in_the_later_version_alone(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Text."), others={"header": paragraph(inserted(run("Utkast")))}))
    assert (rejecting_marks(document).furniture, document.furniture) == ((), (Furniture("header", "Utkast", (), before=""),))


def test_a_header_that_is_struck_by_formatting_is_in_the_earlier_version_alone(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Text."), others={"header": paragraph(run("Utkast", words.STRIKE), " A")}))
    assert document.furniture == (Furniture("header", "A", (), before="Utkast A"),)


@pytest.mark.parametrize(("kind", "marker"), [("footnote", "1"), ("endnote", "1")])
def test_a_change_in_a_note_is_marked(file: Path, kind: str, marker: str) -> None:
    document = word.extract(
        words.write(file, paragraph("Text.", words.cited(1, kind)), others={f"{kind}s": note(kind, paragraph(*CHANGED))})
    )
    assert in_words(document) == f"Text.\n[^{marker}] Pris [-12 kr-]{{+13 kr+}}\n"


def note(kind: str, *paragraphs: str) -> str:
    return f'<w:{kind} w:id="1">{"".join(paragraphs)}</w:{kind}>'


def test_a_paragraph_mark_deleted_in_a_note_joins_its_paragraphs_in_the_later_version(file: Path) -> None:
    notes = note("footnote", paragraph("En ", ending="del"), paragraph("not."))
    document = word.extract(words.write(file, paragraph("Text.", words.cited(1)), others={"footnotes": notes}))
    assert versions(document) == (("Text.", "En", "not."), ("Text.", "En not."))


def test_what_was_struck_in_an_inserted_note_was_never_there(file: Path) -> None:
    cited = paragraph("Text.", inserted(words.cited(1)))
    document = word.extract(words.write(file, cited, others={"footnotes": note("footnote", paragraph(*CHANGED))}))
    assert versions(document) == (("Text.",), ("Text.", "Pris 13 kr"))


def test_a_change_in_a_text_box_is_marked_once(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A", words.text_box(paragraph(*CHANGED), table(row(cell(*CHANGED)))))))
    assert versions(document) == (("A", "Pris 12 kr", "Pris 12 kr"), ("A", "Pris 13 kr", "Pris 13 kr"))


def test_a_text_box_that_was_struck_takes_its_text_with_it(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A", struck(words.text_box(paragraph("ruta"))))))
    assert versions(document) == (("A", "ruta"), ("A",))


@pytest.mark.parametrize(
    "block",
    [
        control(paragraph(*CHANGED)),
        paragraph(control(*(run(part) if not part.startswith("<") else part for part in CHANGED))),
        paragraph("Pris ", struck(control(run("12 kr"))), inserted(control(run("13 kr")))),
        table(control(row(cell(*CHANGED)))),
        table(row(control(cell(*CHANGED)))),
        table(row(f"<w:tc>{control(paragraph(*CHANGED))}</w:tc>")),
    ],
    ids=["around a paragraph", "around runs", "within changes", "around a row", "around a cell", "within a cell"],
)
def test_a_change_in_a_content_control_is_marked(file: Path, block: str) -> None:
    assert versions(word.extract(words.write(file, block))) == (("Pris 12 kr",), ("Pris 13 kr",))
