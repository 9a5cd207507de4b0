"""The command as a user runs it: a process with its output, its messages and its exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LYDELSE = Path(sys.executable).parent / "lydelse"
REDLINE = ROOT / "examples" / "andringar-2026.pdf"
WORD = ROOT / "examples" / "andringar-2026.docx"


def lydelse(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LYDELSE, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=60)


def one_sentence(run: subprocess.CompletedProcess[str]) -> str:
    """The message of a run that could not succeed: one line, no traceback, nothing on stdout."""
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr
    return run.stderr


def test_the_version_is_told() -> None:
    assert lydelse("--version").stdout.startswith("lydelse ")


@pytest.mark.parametrize("file", [REDLINE, WORD], ids=lambda file: file.suffix)
def test_a_redline_is_reviewed_to_json(file: Path) -> None:
    run = lydelse("review", file, "--format", "json")
    assert run.returncode == 0
    review = json.loads(run.stdout)
    assert review["schema"] == "lydelse/findings/1"
    codes = {(finding["code"], finding["section"]) for finding in review["findings"]}
    assert {("Y201", "4.2.1"), ("Y205", "4"), ("L402", "4.1.3")} <= codes
    assert not [finding for finding in review["findings"] if finding["severity"] == "error"]
    assert review["proof"] == {"reject_all_is_before": True, "accept_all_is_after": True}


def test_pdf_and_word_give_the_same_amounts() -> None:
    read = [json.loads(lydelse("extract", file, "--format", "json").stdout)["amounts"] for file in (REDLINE, WORD)]
    pdf, word = ([(each["section"], each["label"], each["before"], each["after"], each["unit"]) for each in amounts] for amounts in read)
    assert pdf == word


def test_reports_are_written_by_their_suffix(tmp_path: Path) -> None:
    run = lydelse("review", REDLINE, "-o", tmp_path / "rapport.html", "-o", tmp_path / "rapport.json")
    assert run.returncode == 0
    assert (tmp_path / "rapport.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads((tmp_path / "rapport.json").read_text("utf-8"))["findings"]


@pytest.mark.parametrize(("language", "said"), [("sv", "upprättad"), ("en", "final")])
def test_a_report_says_its_standing_in_its_own_language(language: str, said: str) -> None:
    page = lydelse("review", REDLINE, "--format", "html", "--status", "upprättad", "--lang", language).stdout
    assert f'<span class="lines">{said}</span>' in page


def test_a_finding_at_the_threshold_gives_exit_code_1() -> None:
    assert lydelse("check", ROOT / "examples" / "protokollsutdrag.md").returncode == 1
    assert lydelse("check", ROOT / "examples" / "protokollsutdrag.md", "--fail-on", "never").returncode == 0
    assert lydelse("review", REDLINE, "--fail-on", "warning").returncode == 1


def test_a_missing_file_is_one_sentence_and_exit_code_3(tmp_path: Path) -> None:
    run = lydelse("review", tmp_path / "saknas.pdf")
    assert run.returncode == 3
    assert "saknas.pdf" in one_sentence(run)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tom.pdf", b""),
        ("skadad.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("annat.docx", b"PK\x03\x04 this is no archive"),
        ("bild.docx", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_3(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    report = tmp_path / "rapport.html"
    run = lydelse("review", file, "-o", report)
    assert run.returncode == 3
    assert name in one_sentence(run)
    assert not report.exists()


def test_wrong_use_is_one_swedish_sentence_and_exit_code_2(tmp_path: Path) -> None:
    for arguments in (["review"], ["review", REDLINE, "--finnsinte"], ["review", REDLINE, "-o", tmp_path / "rapport.xyz"]):
        run = lydelse(*arguments)
        assert run.returncode == 2
        assert one_sentence(run).startswith("lydelse: ")


def test_a_report_never_takes_the_place_of_what_it_was_made_from(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("1. Ersättning\n\nBidraget är 500 kr.\n", "utf-8")
    run = lydelse("extract", file, "-o", file)
    assert run.returncode == 2
    assert file.read_text("utf-8").startswith("1. Ersättning")


def test_the_rules_are_listed_and_each_has_its_page() -> None:
    listed = lydelse("rules").stdout.splitlines()
    assert any(line.startswith("S101") for line in listed)
    assert lydelse("rules", "L402").stdout.startswith("# L402 interval-gap")
    assert lydelse("rules", "Q999").returncode == 2


def test_a_web_page_is_not_read_as_text_with_its_tags(tmp_path: Path) -> None:
    page = tmp_path / "sida.txt"
    page.write_text("<!DOCTYPE html><p>Bidraget är 500 kr.</p>", "utf-8")
    run = lydelse("extract", page)
    assert run.returncode == 3
    assert "sida.txt" in one_sentence(run)


IN_FORCE = "# 4 Ersättning\nErsättningen är 700 kr per besök.\n# 5 Avtal\nAvtalet löper tills vidare.\n"
AMENDED = "# 4 Ersättning\nErsättningen är [-750-] {+800+} kr per besök.\n{+Den betalas varje månad.+}\n"


def test_a_redline_is_held_against_the_document_in_force(tmp_path: Path) -> None:
    in_force, redline = tmp_path / "gallande.txt", tmp_path / "forslag.txt"
    in_force.write_text(IN_FORCE, "utf-8")
    redline.write_text(AMENDED, "utf-8")
    run = lydelse("check", redline, "--in-force", in_force, "--format", "json")
    assert run.returncode == 1
    checked = json.loads(run.stdout)
    assert [each["code"] for each in checked["findings"]] == ["K506"]
    assert checked["document_in_force"]["sha256"]
    assert lydelse("review", redline, "--in-force", tmp_path / "saknas.docx").returncode == 3


def test_a_redline_is_consolidated_with_the_document_in_force(tmp_path: Path) -> None:
    in_force, redline, new = tmp_path / "gallande.txt", tmp_path / "forslag.txt", tmp_path / "ny.docx"
    in_force.write_text(IN_FORCE, "utf-8")
    redline.write_text(AMENDED, "utf-8")
    run = lydelse("consolidate", in_force, redline, "-o", new)
    assert run.returncode == 0
    assert run.stdout == ""
    assert "1 av 2 ändringar är gjorda, 1 inte." in run.stderr
    assert lydelse("extract", new).stdout == IN_FORCE.replace("besök.\n", "besök.\nDen betalas varje månad.\n")
    assert lydelse("consolidate", in_force, redline).stdout == lydelse("extract", new).stdout
