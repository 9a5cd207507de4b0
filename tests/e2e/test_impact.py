"""``lydelse impact`` as a process: the worked example, its sums, its faults and its motions."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "impact"
PROPOSAL, UNITS, MODEL = (str(EXAMPLE / name) for name in ("ersattning-2026.md", "enheter.csv", "modell.toml"))


def lydelse(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "lydelse", *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def example() -> dict[str, object]:
    done = lydelse("impact", PROPOSAL, "--units", UNITS, "--model", MODEL, "--format", "json", "--quiet")
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


def reading_of(told: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    readings = told["readings"]
    assert isinstance(readings, list)
    reading: dict[str, list[dict[str, object]]] = readings[0]
    return reading


def test_the_examples_units_make_up_the_documents_totals_in_both_years(example: dict[str, object]) -> None:
    sums = reading_of(example)["sums"]
    assert len(sums) == 12
    assert {held["verdict"] for held in sums} == {"exact", "within rounding"}
    assert example["findings"] == []


def amount(told: dict[str, object], unit: str, component: str, version: str) -> Decimal:
    units = reading_of(told)["units"]
    components = next(each["components"] for each in units if each["name"] == unit)
    assert isinstance(components, list)
    return Decimal(next(each[version]["amount"] for each in components if each["name"] == component))


@pytest.mark.parametrize(
    ("unit", "component", "before", "after"),
    [
        ("Vårdcentralen Tallåsen", "listning", "2381650.70", "2451370.35"),
        ("Vårdcentralen Tallåsen", "socioekonomi", "994027.13", "1029141.60"),
        ("Vårdcentralen Tallåsen", "glesbygd", "3791779.27", "3925753.86"),
        ("Vårdcentralen Tallåsen", "lakemedel", "1608027.00", "1643093.10"),
        ("Vårdcentralen Tallåsen", "rehabkoordinering", "62521.00", "64342.00"),
        ("Vårdcentralen Ripdalen", "listning", "4083569.38", "4202615.43"),
        ("Vårdcentralen Ripdalen", "socioekonomi", "1929323.17", "1997477.40"),
        ("Vårdcentralen Ripdalen", "glesbygd", "4833050.37", "5003816.10"),
        ("Vårdcentralen Ripdalen", "paslag", "61253.54", "63039.23"),
        ("Vårdcentralen Ripdalen", "momskompensation", "330407.86", "341293.38"),
    ],
)
def test_two_units_are_what_the_guide_works_out_by_hand(
    example: dict[str, object], unit: str, component: str, before: str, after: str
) -> None:
    assert (amount(example, unit, component, "before"), amount(example, unit, component, "after")) == (Decimal(before), Decimal(after))


def test_every_form_is_written(tmp_path: Path) -> None:
    motion = tmp_path / "yrkande.txt"
    motion.write_text("Erik Ek (S) yrkar att ersättningen för hembesök höjs till 550 kr.", "utf-8")
    outputs = [tmp_path / f"konsekvens.{suffix}" for suffix in ("html", "xlsx", "docx", "json")]
    written = [part for output in outputs for part in ("-o", str(output))]
    done = lydelse("impact", PROPOSAL, "--units", UNITS, "--model", MODEL, "--motion", str(motion), "--quiet", *written)
    assert done.returncode == 0, done.stderr
    assert all(output.stat().st_size > 10_000 for output in outputs)
    assert json.loads(outputs[3].read_text("utf-8"))["motions"][0]["demands"][0]["applied"] is True


def test_without_a_model_one_is_drafted_and_every_answer_is_worked_out() -> None:
    done = lydelse("impact", PROPOSAL, "--units", UNITS, "--format", "json", "--quiet")
    told = json.loads(done.stdout)
    assert (told["model"], len(told["readings"])) == (None, 6)


def test_a_faulty_units_file_is_told_fault_by_fault(tmp_path: Path) -> None:
    file = tmp_path / "enheter.csv"
    file.write_text(Path(UNITS).read_text("utf-8").replace(";11840;", ";elva;").replace(";1,64;", ";-1;"), "utf-8")
    done = lydelse("impact", PROPOSAL, "--units", str(file), "--model", MODEL, "--quiet")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "lydelse: enheter.csv har 2 fel och kan inte räknas. Rätta dem och kör igen.",
        "lydelse: Blad enheter, rad 2, kolumn C (”Listade”): ”elva” är inget tal i svensk form.",
        "lydelse: Blad enheter, rad 4, kolumn AA (”CNI”): −1 är negativt.",
    ]


def test_the_template_has_the_columns_that_the_model_asks_for(tmp_path: Path) -> None:
    file = tmp_path / "mall.xlsx"
    assert lydelse("impact", PROPOSAL, "--model", MODEL, "--template", str(file), "--quiet").returncode == 0
    assert lydelse("impact", "--template", str(tmp_path / "allman.xlsx"), "--quiet").returncode == 0
    assert file.stat().st_size > 2000


def test_what_is_lacking_is_said_in_a_sentence() -> None:
    assert lydelse("impact").returncode == 2
    assert lydelse("impact", PROPOSAL).returncode == 2
    assert lydelse("impact", PROPOSAL, "--units", "finns-inte.csv", "--model", MODEL).returncode == 3
