"""Minutes at the command line: nothing of what they say of persons is told outside the report, and a wrong guess can be corrected."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LYDELSE = Path(sys.executable).parent / "lydelse"
PERSONAL = ("Sigrid Almkvist", "811228-9874", "811288-9871", "sigrid.almkvist@gmail.com", "070-123 45 67")
TEXT = """Omsorgsnämnden
Sammanträdesprotokoll
2024-03-05

Beslutande
Sigrid Almkvist (S), ordförande

§ 12 Ansökan om bidrag (ON/2024:7)

Ärendet
Sigrid Almkvist, 811228-9874 (samordningsnummer 811288-9871), nås på 070-123 45 67 och sigrid.almkvist@gmail.com. Nämndens
organisationsnummer är 232100-0214.

Yrkanden
Sigrid Almkvist (S) framställer ett yrkande enligt bilaga.

Beslut
Sökanden får 5 000 kronor.

§ l3 Nästa fråga

Beslut
Frågan bordläggs.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "protokoll.txt"
    path.write_text(TEXT, "utf-8")
    return path


def lydelse(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LYDELSE, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120)


def tells_nobody(text: str) -> bool:
    return not any(said in text for said in (*PERSONAL, "Almkvist"))


@pytest.mark.parametrize("form", ["terminal", "json", "html"])
def test_no_name_number_or_address_is_told_beside_the_report(minutes: Path, form: str) -> None:
    run = lydelse("minutes", minutes, "--format", form)
    assert run.returncode == 0
    assert tells_nobody(run.stderr)


def test_no_person_is_named_where_the_command_fails(minutes: Path) -> None:
    broken = minutes.with_name("protokoll.docx")
    broken.write_bytes(b"PK" + TEXT.encode())
    runs = [
        lydelse("minutes", broken),
        lydelse("minutes", minutes, "-o", minutes.parent / "saknas" / "rapport.html"),
        lydelse("minutes", minutes, "--format", "sarif"),
    ]
    assert all(run.returncode in {2, 3} and tells_nobody(run.stderr) and "Traceback" not in run.stderr for run in runs)


def test_personal_numbers_are_masked_in_the_finding_and_no_other_number_is_taken_for_one(minutes: Path) -> None:
    findings = json.loads(lydelse("minutes", minutes, "--format", "json").stdout)["findings"]
    told = [finding for finding in findings if finding["code"] == "P801"]
    assert len(told) == 2
    whole = json.dumps(told)
    assert not any(said in whole for said in (*PERSONAL, "232100"))
    assert "81XXXX-XXXX" in whole


def test_a_wrong_guess_of_the_kind_of_document_is_corrected_by_the_user(minutes: Path) -> None:
    guessed, told = (json.loads(lydelse("minutes", minutes, "--format", "json", *more).stdout) for more in ((), ("--kind", "other")))
    assert [document["kind"] for document in (guessed["minutes"][0], told["minutes"][0])] == ["minutes", "other"]
    assert (len(guessed["minutes"][0]["items"]), told["minutes"][0]["items"]) == (2, [])


def test_words_of_ones_own_are_known_and_a_misspelt_table_is_named_with_its_line(minutes: Path) -> None:
    words = minutes.with_name("ord.toml")
    minutes.write_text(TEXT.replace("Beslut\n", "Så blev det\n"), "utf-8")
    words.write_text('[rubriker]\nbeslut = ["så blev det"]\n', "utf-8")
    without, with_words = (
        json.loads(lydelse("minutes", minutes, "--format", "json", *more).stdout) for more in ((), ("--vocabulary", words))
    )
    assert [len(read["minutes"][0]["items"][0]["decision"]) for read in (without, with_words)] == [0, 1]
    words.write_text('[rubrikerna]\nbeslut = ["så blev det"]\n', "utf-8")
    run = lydelse("minutes", minutes, "--vocabulary", words)
    assert run.returncode == 2
    assert "rubrikerna" in run.stderr
    assert "1" in run.stderr
