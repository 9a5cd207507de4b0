"""The reports of what a proposal means for each unit, of a folder and of a quantity through the years, as they read, line for line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from lydelse.impact.motions.trying import motions_tried
from lydelse.model.impact import Impact
from lydelse.records import replace
from lydelse.reports import batch_json, batch_sarif, batch_text, history_json, history_text
from lydelse.reports.html import batch_page, history_page
from lydelse.reports.impact import excel, html, lines, word
from lydelse.reports.impact import json as impact_json
from support.batches import small_batch, small_history
from support.goldens import GOLDEN, Golden
from support.impacts import UNITS, comparison_of, unit_model, units_of, worked
from support.motions import document_of
from support.read_back import lines_of_word, lines_of_workbook

VERSION = "1.2.3"


@cache
def small_impact() -> Impact:
    model = unit_model()
    texts = ["Vikt 1,00 höjs till 1 300 kr.", "Vikt 1,00 sänks till 1 100 kr."]
    motions = [(f"yrkande {at}.txt", document_of(text)) for at, text in enumerate(texts, 1)]
    return replace(worked(UNITS), motions=motions_tried(motions, comparison_of(), model, units_of(UNITS, model)))


def joined(told: list[str]) -> str:
    return "".join(f"{line}\n" for line in told)


IMPACT: dict[str, Callable[[str], str]] = {
    "impact.txt": lambda language: lines.write(small_impact(), language),
    "impact.html": lambda language: html.write(small_impact(), version=VERSION, language=language),
    "impact.json": lambda language: impact_json.write(small_impact(), version=VERSION, language=language),
    "impact.docx.txt": lambda language: joined([*lines_of_word(word.write(small_impact(), version=VERSION, language=language))]),
    "impact.xlsx.txt": lambda language: joined([*lines_of_workbook(excel.write(small_impact(), language))]),
}
FOLDER: dict[str, Callable[[str], str]] = {
    "index.txt": lambda language: batch_text.write(small_batch(since=True), language),
    "index.html": lambda language: batch_page.write(small_batch(), version=VERSION, language=language),
    "index.json": lambda language: batch_json.write(small_batch(since=True), version=VERSION, language=language),
    "index.sarif": lambda language: batch_sarif.write(small_batch(), version=VERSION, language=language),
    "history.txt": lambda language: history_text.write(small_history(), language),
    "history.html": lambda language: history_page.write(small_history(), version=VERSION, language=language),
}
ONE_LANGUAGE: dict[str, Callable[[], str]] = {"history.json": lambda: history_json.write(small_history(), version=VERSION)}
"""What a program reads and holds no sentence."""
LANGUAGES = ("sv", "en")


def name_in(language: str, name: str) -> str:
    """Return the name of a golden in a language: "index.en.html"."""
    first, _, rest = name.partition(".")
    return name if language == "sv" else f"{first}.{language}.{rest}"


@pytest.mark.golden("small-impact")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", IMPACT)
def test_the_report_of_what_it_means_for_each_unit_reads_as_it_did(name: str, language: str, golden: Golden) -> None:
    golden.is_held(name_in(language, name), IMPACT[name](language))


@pytest.mark.golden("small-folder")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FOLDER)
def test_the_report_of_a_folder_reads_as_it_did(name: str, language: str, golden: Golden) -> None:
    golden.is_held(name_in(language, name), FOLDER[name](language))


@pytest.mark.golden("small-folder")
@pytest.mark.parametrize("name", ONE_LANGUAGE)
def test_what_a_program_reads_of_the_years_is_as_it_was(name: str, golden: Golden) -> None:
    golden.is_held(name, ONE_LANGUAGE[name]())


def test_no_golden_of_many_is_left_that_no_test_claims() -> None:
    for case, told in (("small-impact", IMPACT), ("small-folder", FOLDER)):
        kept = {file.name for file in (GOLDEN / case / "expected").iterdir()}
        alone = set(ONE_LANGUAGE) if told is FOLDER else set()
        assert kept == {name_in(language, name) for name in told for language in LANGUAGES} | alone
