"""The calculation model as a user works with it: drafted, corrected, used, and wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.workbooks import workbook_file

ROOT = Path(__file__).resolve().parents[2]
LYDELSE = Path(sys.executable).parent / "lydelse"
WORD = ROOT / "examples" / "andringar-2026.docx"
TEXT = ROOT / "examples" / "andringar-2026.md"


def lydelse(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LYDELSE, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120)


def reviewed(document: Path, model: Path) -> dict[str, list[dict[str, str]]]:
    run = lydelse("review", document, "--model", model, "--format", "json")
    assert run.returncode == 0, run.stderr
    found: dict[str, list[dict[str, str]]] = json.loads(run.stdout)
    return found


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The draft of the example, as both a TOML file and a workbook beside it."""
    file = tmp_path_factory.mktemp("modell") / "modell.toml"
    assert lydelse("model", "draft", WORD, "-o", file, "-o", file.with_suffix(".xlsx")).returncode == 0
    return file


@pytest.mark.parametrize("suffix", [".toml", ".xlsx"])
def test_the_example_confirms_its_own_draft(model: Path, suffix: str) -> None:
    good = reviewed(WORD, model.with_suffix(suffix))
    assert not [finding for finding in good["findings"] if finding["code"].startswith("M")]
    assert {"before", "after"} <= {each["version"] for each in good["confirmed"] if each["origin"] == "model"}


def test_a_changed_figure_breaks_the_model_and_ends_the_check_with_1(model: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "andringar.md"
    wrong.write_text(TEXT.read_text("utf-8").replace("89 489", "89 849"), "utf-8")
    run = lydelse("check", wrong, "--model", model, "--select", "M", "--format", "json")
    assert run.returncode == 1
    assert {finding["code"] for finding in json.loads(run.stdout)["findings"]} == {"M601"}


def test_a_model_is_shown_against_a_document(model: Path, tmp_path: Path) -> None:
    shown = lydelse("model", "show", WORD, "--model", model, "--format", "terminal", "-o", tmp_path / "modell.json", "--lang", "en")
    assert shown.returncode == 0
    assert "quantities are found" in shown.stdout
    assert "304 262 + 202 842 + 89 489 + 192 768 + 8 686 = 798 047 tkr" in shown.stdout
    content = json.loads((tmp_path / "modell.json").read_text("utf-8"))
    assert content["schema"] == "lydelse/model/1"
    assert all(each["bound"] for each in content["quantities"])


def test_a_model_is_checked_by_itself(model: Path, tmp_path: Path) -> None:
    assert "Filen kan användas." in lydelse("model", "check", model).stdout
    wrong = tmp_path / "modell.toml"
    wrong.write_text(model.read_text("utf-8").replace("15 % *", "15 % **"), "utf-8")
    for run in (lydelse("model", "check", wrong), lydelse("review", WORD, "--model", wrong)):
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.count("\n") == 1
        assert "modell.toml, rad " in run.stderr


def test_a_models_workbook_is_held_against_the_document(tmp_path: Path) -> None:
    workbook_file(tmp_path / "bok.xlsm", "# Modell\nA1 304262\nA2 202842.4\nA3 #REF!\n", external=True)
    model = tmp_path / "modell.toml"
    model.write_text(
        """
[arbetsbok]
fil = "bok.xlsm"
[storhet.listning]
avsnitt = "4.1.1"
etikett = "Totalt"
enhet = "tkr"
cell = "Modell!A1"
[storhet.cni]
avsnitt = "4.1.2"
etikett = "Totalt"
enhet = "tkr"
cell = "A2"
""",
        "utf-8",
    )
    found = reviewed(WORD, model)
    assert [finding["code"] for finding in found["findings"] if finding["code"].startswith("M")] == ["M604"]
    assert any("kommunens-budget.xlsx" in each["message"] for each in found["unread"])
    workbook_file(tmp_path / "bok.xlsm", "# Modell\nA1 304263\nA2 =A9\n")
    found = reviewed(WORD, model)
    assert [finding["code"] for finding in found["findings"] if finding["code"].startswith("M")] == ["M603"]
    assert any("inget sparat värde" in each["message"] for each in found["unread"])


def test_a_workbook_is_never_written_to_the_screen() -> None:
    run = lydelse("model", "draft", WORD, "--format", "xlsx")
    assert (run.returncode, run.stdout) == (2, "")
