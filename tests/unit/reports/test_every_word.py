"""Every word that a report shows comes from the catalogue of its language or from what was reviewed: no sentence is written elsewhere."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from lydelse import flow
from lydelse.cli.output import Writer
from lydelse.cli.writers import annotated_writer, comparison_writers, review_writers
from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.records import fields, is_dataclass
from lydelse.reports.wording import LANGUAGES, LOCALE
from support import read_back

EXAMPLE = Path(__file__).parents[3] / "examples" / "andringar-2026.pdf"
WORD = re.compile(r"[^\W\d_]{2,}")
DIGEST = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{12})\b")
PLACE = re.compile(r"\{\w+:?([^}]*)\}")
NAMES = frozenset({"lydelse", "sha", "pdf", "json", "word", "heading", "normal", "title"})
"""Names of programs, digests, formats, and of Word's own styles."""
ANNOTATIONS = frozenset({"square", "highlight", "freetext", "popup", "text"})
"""The names that PDF has for kinds of notes."""


@cache
def reviewed() -> Review:
    return flow.review(EXAMPLE)


def _text(writer: Writer) -> str:
    content = writer()
    assert isinstance(content, str)
    return content


def _file(writer: Writer) -> bytes:
    content = writer()
    assert isinstance(content, bytes)
    return content


def _report(language: str) -> Mapping[str, Writer]:
    return review_writers(reviewed(), language, [EXAMPLE])


def _comparison(language: str) -> Mapping[str, Writer]:
    return comparison_writers(reviewed().comparison, language, EXAMPLE)


def _without_formulas(content: bytes) -> Iterator[str]:
    return (line for line in read_back.lines_of_workbook(content) if " =" not in line)


REPORTS: dict[str, Callable[[str], Iterable[str]]] = {
    "terminal": lambda language: [_text(_report(language)["terminal"])],
    "html with its charts and pictures": lambda language: read_back.lines_of_page(_text(_report(language)["html"])),
    "xlsx": lambda language: _without_formulas(_file(_report(language)["xlsx"])),
    "docx": lambda language: read_back.lines_of_word(_file(_report(language)["docx"])),
    "junit": lambda language: read_back.lines_of_junit(_text(_report(language)["junit"])),
    "csv": lambda language: read_back.lines_of_csv(_text(_report(language)["csv"])),
    "annotated": lambda language: read_back.lines_of_notes(annotated_writer(reviewed(), language, EXAMPLE, None)()),
    "comparison, terminal": lambda language: [_text(_comparison(language)["terminal"])],
    "comparison, html": lambda language: read_back.lines_of_page(_text(_comparison(language)["html"])),
    "comparison, xlsx": lambda language: _without_formulas(_file(_comparison(language)["xlsx"])),
}


def words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(DIGEST.sub("", text))}


@cache
def words_of_the_catalogue(language: str) -> frozenset[str]:
    with (LOCALE / language / "LC_MESSAGES" / "lydelse.po").open("rb") as file:
        return frozenset(word for entry in read_po(file) if entry.id for word in words(PLACE.sub(r" \1 ", str(entry.string))))


@cache
def words_of_the_review() -> frozenset[str]:
    """Return the words of the reviewed text and of the facts: no key of a message, and no value of a closed choice."""
    return frozenset(word for text in _strings(reviewed()) for word in words(text))


def _strings(value: object) -> Iterator[str]:
    match value:
        case Enum():
            return
        case Message():
            yield from _strings(tuple(value.facts.values()))
        case str():
            yield value
        case tuple() | list() | frozenset() | set():
            for each in value:
                yield from _strings(each)
        case dict():
            yield from _strings(tuple(value.values()))
        case _ if is_dataclass(value):
            yield "".join(run.text for run in getattr(value, "runs", ()))
            for each in fields(value):
                yield from _strings(getattr(value, each.name))
        case _:
            return


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", REPORTS)
def test_every_word_comes_from_the_catalogue_or_from_what_was_reviewed(report: str, language: str) -> None:
    shown = words("\n".join(REPORTS[report](language)))
    assert len(shown) > 20, "the report has been read back"
    allowed = words_of_the_catalogue(language) | words_of_the_review() | NAMES | (ANNOTATIONS if report == "annotated" else frozenset())
    assert sorted(shown - allowed) == []


def test_a_word_of_the_other_language_would_be_seen() -> None:
    seen = words("What did you take a stand on?") - words_of_the_catalogue("sv") - words_of_the_review() - NAMES
    assert seen >= {"what", "take", "stand"}
