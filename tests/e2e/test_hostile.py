"""Files that were made to be too much, or to lead a reader elsewhere: a report or one sentence, and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.hostile import HOSTILE
from benchmarks.hostile.pdf_files import FONT, TEXT, page_of, pdf_of, stream

QUICK = (
    "form-in-itself.pdf",
    "array-500-000-deep.pdf",
    "picture-that-is-not-there.pdf",
    "paper-without-end.pdf",
    "paper-of-nothing.pdf",
    "figure-without-end.pdf",
    "pages-that-are-not-there.pdf",
    "pages-in-a-circle.pdf",
    "entities-of-entities.docx",
    "one-large-entity.docx",
    "entity-from-a-file.docx",
    "entity-from-the-network.docx",
    "changes-100-000-deep.docx",
    "tables-75-deep.docx",
    "styles-in-a-circle.docx",
    "numbers-in-a-circle.docx",
    "number-two-billion-lowerRoman.docx",
    "spans-two-billion.docx",
    "leads-out-of-itself.docx",
    "figure-without-end.docx",
    "document-twice.docx",
    "sizes-too-large.docx",
    "parts-in-one-place.docx",
    "packed-unknown.docx",
    "parts-encrypted.docx",
    "document-outside.docx",
    "scan-of-1-169-lines.pdf",
    "picture-between-letters-without-end.pdf",
    "filter-that-is-none.pdf",
    "dashes-of-a-millionth.pdf",
    "written-without-end.pdf",
    "written-as-nothing.pdf",
    "rows-10-9.ods",
    "cell-outside.xlsx",
    "list-of-64-bits-elsewhere.docx",
    "text-of-100-mb.docx",
    "controls-20-000-deep.docx",
    "utf-7.docx",
    "dtd-from-the-network.docx",
    "entity-in-an-entity.docx",
    "leads-out-in-four-ways.docx",
    "fields-that-run.docx",
    "notes-in-circles.docx",
    "document-for-every-part.docx",
    "style-in-itself.docx",
    "numbers-that-are-none.docx",
    "parents-in-a-circle.pdf",
    "table-after-itself.pdf",
    "objects-in-themselves.pdf",
    "font-in-itself.pdf",
    "letter-in-itself.pdf",
    "mask-in-itself.pdf",
    "notes-in-circles.pdf",
    "layers-in-circles.pdf",
    "runs-and-holds-files.pdf",
    "predicted-by-2-10-9-columns.pdf",
    "paper-without-numbers.pdf",
    "paper-of-itself.pdf",
    "marks-without-end.md",
    "marks-50-000-deep.md",
    "struck-signs.txt",
    "zeros.txt",
    "numbered-deeply.txt",
)


def reviewed(file: Path, *limits: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lydelse", *limits, "review", str(file), "--format", "json", "--quiet"]
    environment = os.environ | {"HOME": str(file.parent), "TMPDIR": str(file.parent)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=file.parent)


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_file_ends_in_a_report_or_a_sentence_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(HOSTILE[name]())
    run = reviewed(file)
    assert run.returncode in {0, 3}, run.stderr
    assert "Traceback" not in run.stderr
    if run.returncode == 3:
        assert len(run.stderr.splitlines()) == 1
        assert name in run.stderr
    assert "root:" not in run.stdout
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == [name]


@pytest.mark.parametrize(
    ("limits", "make", "sentence"),
    [
        (("--max-megabytes", "200"), HOSTILE["forms-in-forms.pdf"], "minne än 200 MB"),
        (("--max-seconds", "2"), HOSTILE["forms-in-forms.pdf"], "längre tid än 2 sekunder"),
    ],
)
def test_a_command_that_takes_too_much_ends_in_a_sentence(
    limits: tuple[str, ...], make: Callable[[], bytes], sentence: str, tmp_path: Path
) -> None:
    file = tmp_path / "former.pdf"
    file.write_bytes(make())
    run = reviewed(file, *limits)
    assert run.returncode == 3
    assert run.stdout == ""
    assert sentence in run.stderr
    assert "former.pdf" in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_a_page_with_too_many_letters_is_said_to_be_unread_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "tat.pdf"
    full = page_of().replace(b"4 0 R", b"7 0 R")
    tree = b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"
    file.write_bytes(
        pdf_of(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: tree,
                3: page_of(),
                4: stream(TEXT),
                5: FONT,
                6: full,
                7: stream(b"BT /F1 1 Tf 1 1 Td " + (b"(" + b"a" * 1_000 + b") Tj ") * 200 + b" ET"),
            }
        )
    )
    run = reviewed(file)
    assert run.returncode == 0
    unread = json.loads(run.stdout)["unread"]
    assert [(each["code"], each["page"]) for each in unread if "tecken" in each["message"]] == [("X905", 2)]


def test_a_bound_is_raised_and_a_misspelt_one_is_wrong_use(tmp_path: Path) -> None:
    file = tmp_path / "litet.pdf"
    file.write_bytes(
        pdf_of(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
                3: page_of(),
                4: stream(TEXT),
                5: FONT,
                6: page_of(),
            }
        )
    )
    run = reviewed(file, "--bound", "pages=1")
    assert run.returncode == 0
    assert [each["code"] for each in json.loads(run.stdout)["unread"] if "2 sidor" in each["message"]] == ["X905"]
    wrong = reviewed(file, "--bound", "sidor=1")
    assert wrong.returncode == 2
    assert "pages" in wrong.stderr


def test_a_file_whose_name_is_no_text_is_reported_with_signs_for_what_it_is_not(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"avgift\xff.txt")
    file.write_text("Avgiften är 412 kr per besök.", "utf-8")
    for suffix in ("html", "json", "docx"):
        report = tmp_path / f"rapport.{suffix}"
        done = subprocess.run([sys.executable, "-m", "lydelse", "review", str(file), "-o", str(report)], capture_output=True, check=False)
        assert (done.returncode, b"Traceback" in done.stderr, report.exists()) == (0, False, True)
    assert "avgift?.txt" in (tmp_path / "rapport.json").read_text("utf-8")


def test_a_name_that_a_terminal_would_obey_is_told_without_what_it_would_obey(tmp_path: Path) -> None:
    file = tmp_path / "avgift\x1b[31m\x07.pdf"
    file.write_bytes(b"ingen PDF")
    done = subprocess.run([sys.executable, "-m", "lydelse", "review", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "avgift[31m.pdf" in done.stderr
    assert not {"\x1b", "\x07"} & set(done.stderr)
