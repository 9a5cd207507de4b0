"""The command that shows a quantity through the years, and deletes a document with all that came from it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lydelse.archive import opened
from lydelse.batch.work import Manner, read_alone
from lydelse.flow import unwatched
from lydelse.model.wishes import Wishes
from support.archives import in_word, put, terms


def history(*arguments: str | Path, archive: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"LYDELSE_ARCHIVE": str(archive)} if archive else {})
    command = [sys.executable, "-m", "lydelse", "history", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with opened(str(tmp_path / "arkiv.sqlite")) as kept:
        for year, price in ((2024, 2150), (2025, 2222), (2026, 2301)):
            put(tmp_path / f"villkor {year}.md", terms(year, price, 9000))
            kept.keep_reading(str(year), *read_alone(tmp_path / f"villkor {year}.md", Manner(Wishes(), "sv"), watch=unwatched))
    return tmp_path / "arkiv.sqlite"


def test_a_quantity_is_shown_on_the_screen_as_a_page_and_for_programs(archive: Path, tmp_path: Path) -> None:
    page, told = tmp_path / "a.html", tmp_path / "a.json"
    done = history("ersättning vikt 1,00", "--archive", archive, "--format", "terminal", "-o", page, "-o", told)
    assert done.returncode == 0
    rows = [line.split("  ") for line in done.stdout.splitlines()[1:4]]
    assert [row[1] for row in rows] == ["2024", "2025", "2026"]
    assert ["+3,3 %" in done.stdout, "+3,6 %" in done.stdout] == [True, True]
    assert "<svg" in page.read_text("utf-8")
    points = json.loads(told.read_text("utf-8"))["series"][0]["points"]
    assert [point["value"] for point in points] == ["2150", "2222", "2301"]


PRICES = {2019: 1894, 2020: 1931, 2021: 1968, 2022: 2004, 2023: 2067, 2024: 2150, 2025: 2222}
AMENDMENT = """# Ändringar i villkor för vårdval

Villkoren gäller från och med 1 januari 2026 till dess att nya beslutas av nämnden.

## 2 Ersättning

Ersättningen för vikt 1,00 är [-2 222 kr för år 2025-]{+2 301 kr för år 2026+}. Ersättningen kan variera med hur många som är listade.
"""


def test_a_quantity_is_followed_from_2019_to_2026_across_versions_formats_and_amendments(tmp_path: Path) -> None:
    folder, archive = tmp_path / "in", tmp_path / "arkiv.sqlite"
    for year, price in PRICES.items():
        write, suffix = (in_word, "docx") if year % 2 else (put, "md")
        write(folder / f"villkor {year}.{suffix}", terms(year, price, 9000))
    in_word(folder / "ändringar 2026.docx", AMENDMENT)
    with opened(str(archive)) as kept:
        for file in sorted(folder.iterdir()):
            kept.keep_reading(file.name, *read_alone(file, Manner(Wishes(), "sv"), watch=unwatched))
    done = history(
        "ersättning vikt 1,00", "--archive", archive, "--format", "terminal", "-o", tmp_path / "a.html", "-o", tmp_path / "a.json"
    )
    assert done.returncode == 0, done.stderr
    series = json.loads((tmp_path / "a.json").read_text("utf-8"))["series"][0]
    told = {(point["year"], point["value"]) for point in series["points"]}
    assert told == {(year, str(price)) for year, price in (*PRICES.items(), (2026, 2301))}
    assert [year for year in range(2019, 2027) if f"  {year}  " in done.stdout] == list(range(2019, 2027))
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "<svg" in page
    assert all(str(year) in page for year in range(2019, 2027))


@pytest.mark.parametrize("named", ["villkor 2025.md", "{folder}/villkor 2025.md"])
def test_a_document_is_forgotten_by_its_name_or_by_the_file(archive: Path, tmp_path: Path, named: str) -> None:
    done = history("--forget", named.format(folder=tmp_path), archive=archive)
    assert (done.returncode, done.stdout) == (0, "")
    assert "villkor 2025.md" in done.stderr
    assert "2025" not in history("ersättning vikt 1,00", archive=archive).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["vikt"], "--archive"),
        (["--archive", "{folder}/saknas.sqlite", "vikt"], "inget arkiv"),
        (["--archive", "{folder}/arkiv.sqlite"], "--forget"),
        (["--archive", "{folder}/arkiv.sqlite", "vikt", "--forget", "x"], "--forget"),
        (["--archive", "{folder}/arkiv.sqlite", "--forget", "okänd.pdf"], "Ingen handling"),
    ],
)
def test_wrong_use_is_one_sentence(archive: Path, arguments: list[str], said: str) -> None:
    done = history(*(each.format(folder=archive.parent) for each in arguments))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr
