"""Tables that were typed with tabs."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from support import words
from support.words import STRIKE, heading, inserted, paragraph, run, struck

TAB = "<w:r><w:tab/></w:r>"
PRICES = (("Tjänst", "2025", "2026"), ("Besök", "100 kr", "105 kr"), ("Resa", "200 kr", "–"), ("Tolk", "300 kr", "315 kr"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "priser.docx"


def typed(*cells: str, **how: str) -> str:
    parts = [part for at, each in enumerate(cells) for part in ([TAB] if at else []) + ([each] if each else [])]
    return paragraph(*parts, **how)  # type: ignore[arg-type]  # strings only


def read(file: Path, *blocks: str) -> list[str]:
    return in_words(word.extract(words.write(file, *blocks))).splitlines()


def test_rows_whose_figures_tabs_part_are_a_table(file: Path) -> None:
    lines = read(file, paragraph("Priserna är:"), *(typed(*row) for row in PRICES), paragraph("De gäller."))
    assert lines == [
        "Priserna är:",
        "|= Tjänst | 2025 | 2026",
        "| Besök | 100 kr | 105 kr",
        "| Resa | 200 kr | –",
        "| Tolk | 300 kr | 315 kr",
        "De gäller.",
    ]


def test_several_tabs_in_a_row_part_once_and_a_header_may_begin_with_one(file: Path) -> None:
    rows = [typed("", "2025", "2026"), typed("Besök", "", "100 kr", "105 kr"), typed("Resa", "200 kr", "210 kr", "")]
    assert read(file, *rows) == ["|=  | 2025 | 2026", "| Besök | 100 kr | 105 kr", "| Resa | 200 kr | 210 kr"]


def test_figures_that_changed_are_marked_in_their_cells(file: Path) -> None:
    changed = typed("Tolk", struck(run("300")) + inserted(run("315")) + run(" kr"))
    lines = read(file, typed("Besök", "100 kr"), typed("Resa", "200 kr"), changed)
    assert lines[-1] == "| Tolk | [-300-]{+315+} kr"


def test_a_new_row_and_a_struck_one_are_rows(file: Path) -> None:
    new = paragraph(inserted(run("Resa"), TAB, run("200 kr")), ending="ins")
    gone = paragraph(struck(run("Bil"), TAB, run("9 kr")), ending="del")
    lines = read(file, typed("Besök", "100 kr"), new, gone, typed("Tolk", "300 kr"))
    assert lines == ["| Besök | 100 kr", "+| Resa | 200 kr", "-| Bil | 9 kr", "| Tolk | 300 kr"]


def test_a_row_struck_by_hand_is_a_struck_row(file: Path) -> None:
    gone = paragraph(run("Bil", STRIKE), TAB, run("9 kr", STRIKE))
    assert read(file, typed("Besök", "100 kr"), gone, typed("Tolk", "300 kr"))[1] == "-| Bil | 9 kr"


@pytest.mark.parametrize(
    "rows",
    [
        (("Besök", "100 kr"), ("Resa", "200 kr")),
        (("Namn", "Anna Ek"), ("Enhet", "Norr"), ("Roll", "Chef")),
        (("Antal:", "5"), ("Sidor:", "12"), ("Kopior:", "3")),
        (("Inledning", "1"), ("Uppdrag", "4"), ("Ersättning", "9")),
        (("1", "100"), ("2", "200"), ("3", "300")),
        (("Besök", "100 kr"), ("Resa", "200 kr", "210 kr"), ("Tolk", "300 kr")),
        (("Datum", "2026-01-02"), ("Dnr", "KS/12/2026"), ("Handläggare", "Bo Berg")),
    ],
    ids=["two rows", "words", "a form", "contents", "numbers alone", "rows unlike", "the head of a memo"],
)
def test_other_lines_with_tabs_are_paragraphs(file: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    assert not any(line.startswith("|") for line in read(file, *(typed(*row) for row in rows)))


def test_a_tab_that_was_struck_parts_the_versions_unlike_and_makes_no_row(file: Path) -> None:
    joined = paragraph("Tolk", struck(TAB), inserted(run(" ")), "300 kr")
    assert not any(line.startswith("|") for line in read(file, typed("Besök", "100 kr"), typed("Resa", "200 kr"), joined))


def test_an_end_that_was_struck_between_two_rows_makes_no_table(file: Path) -> None:
    rows = [typed("Besök", "100 kr"), typed("Resa", "200 kr", ending="del"), typed("Tolk", "300 kr")]
    assert not any(line.startswith("|") for line in read(file, *rows))


def test_headings_and_items_are_no_rows(file: Path) -> None:
    lines = read(file, heading("Pris"), *(typed(*row, numbering=(2, 0)) for row in PRICES))  # type: ignore[arg-type]  # as paragraph has it
    assert [line[0] for line in lines] == ["#", "*", "*", "*", "*"]


def test_lines_of_one_paragraph_are_rows_as_well(file: Path) -> None:
    breaks = "<w:r><w:br/></w:r>"
    cells = [("Besök", "100 kr"), ("Resa", "200 kr"), ("Tolk", "300 kr")]
    parts = [part for at, (label, price) in enumerate(cells) for part in ([breaks] if at else []) + [label, TAB, price]]
    assert read(file, paragraph(*parts), paragraph("Efter.")) == ["| Besök | 100 kr", "| Resa | 200 kr", "| Tolk | 300 kr", "Efter."]
    assert read(file, paragraph(*parts[:-2])) == ["Besök\t100 kr Resa\t200 kr Tolk"]
