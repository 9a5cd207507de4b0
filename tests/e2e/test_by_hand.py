"""What persons do to a review by hand, as the command takes it: findings handled, pairs and versions corrected."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LYDELSE = Path(sys.executable).parent / "lydelse"
WRONG = "# 4 Pris\n\nAnslaget höjs med 1o miljoner kronor.\n"
BEFORE = "# 5 Ersättning\n\nGrundbeloppet är 4 100 kronor.\n"
AFTER = "# 5 Ersättning\n\nFör varje listad betalas i grunden 4 300 kronor.\n"


def lydelse(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LYDELSE, *map(str, arguments), "--quiet"], capture_output=True, text=True, check=False, timeout=60)


def told(run: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def test_a_handled_finding_stays_does_not_fail_and_follows_into_the_next_baseline(tmp_path: Path) -> None:
    file, said, first = tmp_path / "pris.md", tmp_path / "hanterat.toml", tmp_path / "första.json"
    file.write_text(WRONG, encoding="utf-8")
    found = lydelse("check", file, "--format", "json")
    assert found.returncode == 1
    ids = [each["id"] for each in told(found)["findings"] if each["severity"] == "error"]
    parts = (f'[hanterat.{id_}]\nav = "Anna Ek"\ndatum = 2026-11-20\nmotivering = "Rättas i beslutet."\n' for id_ in ids)
    said.write_text("".join(parts), encoding="utf-8")
    handled = lydelse("check", file, "--handled", said, "-o", first)
    assert handled.returncode == 0
    again = lydelse("check", file, "--baseline", first)
    assert (again.returncode, "1 fynd är hanterat" in " ".join(again.stdout.split())) == (0, len(ids) == 1)
    later = told(lydelse("check", file, "--baseline", first, "--format", "json"))
    assert [each["handled"]["who"] for each in later["findings"] if each["id"] in ids] == ["Anna Ek"] * len(ids)


def test_a_pair_is_corrected_and_the_files_are_told_apart(tmp_path: Path) -> None:
    before, after, corrections = tmp_path / "nu.md", tmp_path / "sedan.md", tmp_path / "rättelser.toml"
    before.write_text(BEFORE, encoding="utf-8")
    after.write_text(AFTER, encoding="utf-8")
    corrections.write_text(
        '[lydelser.tidigare]\nfil = "nu.md"\n\n[par.grund]\navsnitt = "5"\ntidigare = "4 100 kronor"\nsenare = "4 300 kronor"\n',
        encoding="utf-8",
    )
    run = lydelse("review", after, before, "--corrections", corrections)
    shown = " ".join(run.stdout.split())
    assert run.returncode == 0, run.stderr
    assert "nu.md · nuvarande lydelse" in shown
    assert "Rättat för hand: nu.md är den tidigare lydelsen." in shown
    assert "4 100 kr 4 300 kr +200" in shown


def test_a_file_that_corrects_nothing_known_is_one_sentence(tmp_path: Path) -> None:
    file, corrections = tmp_path / "nu.md", tmp_path / "rättelser.toml"
    file.write_text(BEFORE, encoding="utf-8")
    corrections.write_text('[belopp.1]\nx = "1"\n', encoding="utf-8")
    run = lydelse("review", file, "--corrections", corrections)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "rad 1" in run.stderr
