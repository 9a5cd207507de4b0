"""The reports as they read, line for line; ``pytest --update-golden`` writes them anew, and the commit says why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lydelse.reports import html, json_comparison, json_document, json_findings, terminal, text
from support.goldens import Golden
from support.reviews import small_comparison, small_review

HERE = Path(__file__).parent
SMALL: dict[str, Callable[[], str]] = {
    "review.txt": lambda: terminal.write(small_review(), terminal.Screen(100)),
    "review.narrow.txt": lambda: terminal.write(small_review(), terminal.Screen(60)),
    "review.coloured.txt": lambda: terminal.write(small_review(), terminal.Screen(100, colours=True)),
    "review.en.txt": lambda: terminal.write(small_review(), terminal.Screen(100), "en"),
    "review.html": lambda: html.write(small_review(), version="1.2.3"),
    "review.json": lambda: json_findings.write(small_review(), version="1.2.3"),
    "comparison.txt": lambda: terminal.write_comparison(small_comparison(), terminal.Screen(100)),
    "comparison.en.html": lambda: html.write_comparison(small_comparison(), version="1.2.3", language="en"),
    "comparison.json": lambda: json_comparison.write(small_comparison()),
    "document.json": lambda: json_document.write(small_comparison().redline, small_comparison().entries),
    "document.md": lambda: text.write_markdown(small_comparison().redline),
}
"""Every golden of the case, with what is held in it."""


@pytest.mark.golden("small-redline")
@pytest.mark.parametrize("name", SMALL)
def test_the_report_reads_as_it_did(name: str, golden: Golden) -> None:
    golden.is_held(name, SMALL[name]())


def test_no_golden_is_left_that_no_test_claims() -> None:
    kept = {file.relative_to(HERE).as_posix() for file in HERE.glob("*/expected/*")}
    assert kept == {f"small-redline/expected/{name}" for name in SMALL}


def test_every_case_says_where_its_input_comes_from() -> None:
    assert {folder.name for folder in HERE.iterdir() if (folder / "expected").is_dir()} == {
        file.parent.name for file in HERE.glob("*/case.toml")
    }
