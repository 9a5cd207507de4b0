"""The sentences of the catalogue: written as each language is written."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from lydelse.reports.wording import LANGUAGES, LOCALE

SOURCE = Path(__file__).resolve().parents[2] / "src" / "lydelse"
ANOTHER = {"sv": re.compile(r"[“„«»]"), "en": re.compile(r"”\{|(?:^|[\s(])”\w")}
"""Quotation marks that the language does not have; English ends a quotation with the sign that Swedish begins and ends one with."""


def sentences(language: str) -> dict[str, str]:
    with (LOCALE / language / "LC_MESSAGES" / "lydelse.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, abort_invalid=True) if entry.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotations_have_the_marks_of_the_language(language: str) -> None:
    assert {key: told for key, told in sentences(language).items() if ANOTHER[language].search(told)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_section_begins_with_a_capital_letter(language: str) -> None:
    assert {key: told for key, told in sentences(language).items() if re.match(r"\{section\}: [a-zåäö]", told)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_percentage_is_written_with_a_space(language: str) -> None:
    assert {key: told for key, told in sentences(language).items() if "}%" in told} == {}


def test_no_page_writes_quotation_marks_of_its_own() -> None:
    pages = [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.js")]
    assert len(pages) > 8
    assert [file.name for file in pages if re.search(r"[”“]", file.read_text("utf-8"))] == []
