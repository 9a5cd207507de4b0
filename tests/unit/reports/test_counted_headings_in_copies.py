"""Headings that no style makes headings, but Word numbers, keep their numbers in copies of their file."""

from __future__ import annotations

from pathlib import Path

from lydelse.differ import compare, consolidated
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.model.readings import plain_lines
from lydelse.reports.tracked import reads_back, write
from lydelse.reports.word import write_consolidated
from support import words
from support.words import BOLD, paragraph, run


def file(path: Path, *titles: str) -> Path:
    blocks = [(paragraph(run(title, BOLD), numbering=(1, 0)), paragraph(f"Om {title.lower()} gäller detta.")) for title in titles]
    return words.write(path, *(part for both in blocks for part in both))


def test_a_redline_is_written_into_the_copy(tmp_path: Path) -> None:
    before, after = file(tmp_path / "a.docx", "Pris", "Tid"), file(tmp_path / "b.docx", "Pris", "Kvalitet", "Tid")
    comparison = compare(read(before), read(after))
    content, said = write(comparison, after.read_bytes())
    assert (said, reads_back(content, comparison)) == ((), True)


def test_a_new_section_among_them_has_the_number_of_the_redline(tmp_path: Path) -> None:
    in_force = file(tmp_path / "a.docx", "Pris", "Tid")
    outcome = consolidated(written("# 1 Pris\nOm pris gäller detta.\n{+# 2 Kvalitet+}\n{+Om kvalitet gäller detta.+}\n"), read(in_force))
    content, _ = write_consolidated(outcome, in_force.read_bytes())
    new = tmp_path / "ny.docx"
    new.write_bytes(content)
    assert sorted(plain_lines(read(new))) == sorted(plain_lines(outcome.document))
