"""The catalogue: compiled as it is written, alike in both languages, and complete for all that the program says."""

import ast
import gettext
import re
import string
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from lydelse import model
from lydelse.reports.wording import LANGUAGES, LOCALE, key_of

SOURCE = Path(__file__).resolve().parents[2] / "src" / "lydelse"
TEMPLATES = (SOURCE / "reports" / "html" / "templates", SOURCE / "web" / "templates")
COMPILE = "run tools/compile_catalogue.py"
SAYS = re.compile(r"Message|\w*Error|_?say|words|_title")
"""The calls whose first argument, where it is a literal, is a key."""


def sentences(language: str) -> dict[str, str]:
    with (LOCALE / language / "LC_MESSAGES" / "lydelse.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, abort_invalid=True) if entry.id}


def compiled(language: str) -> dict[str, str]:
    with (LOCALE / language / "LC_MESSAGES" / "lydelse.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    return {key: catalogue.gettext(key) for key in sentences(language)}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                yield str(name), node


def keys_in_code() -> set[str]:
    """Return the literal keys of messages; a key is a word or several with dots between."""
    return {
        first.value
        for name, node in calls()
        for first in node.args[:1]
        if SAYS.fullmatch(name)
        and isinstance(first, ast.Constant)
        and isinstance(first.value, str)
        and re.fullmatch(r"[\w.-]+", first.value)
    }


def keys_in_templates() -> set[str]:
    return {
        key
        for folder in TEMPLATES
        for file in folder.glob("*.html")
        for key in re.findall(r'\bt\("([\w.-]+)"(?! ~)', file.read_text("utf-8"))
    }


def closed_choices() -> Iterator[StrEnum]:
    for file in sorted(Path(model.__file__).parent.glob("*.py")):
        module = __import__(f"lydelse.model.{file.stem}", fromlist=["*"])
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value.__module__ == module.__name__:
                yield from value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    assert compiled(language) == sentences(language), COMPILE


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    text = (LOCALE / language / "LC_MESSAGES" / "lydelse.po").read_text("utf-8")
    counted = Counter(re.findall(r'^msgid "(.+)"$', text, re.MULTILINE))
    assert [key for key, count in counted.items() if count > 1] == []


def test_the_languages_hold_the_same_keys() -> None:
    swedish, english = (set(sentences(language)) for language in LANGUAGES)
    assert swedish ^ english == set()


def test_the_languages_hold_the_same_facts() -> None:
    swedish, english = (sentences(language) for language in LANGUAGES)
    unlike = {key for key in swedish.keys() & english.keys() if placeholders(swedish[key]) ^ placeholders(english[key])}
    assert {key for key in unlike if not _differs_by_plural_alone(swedish[key], english[key])} == set()


def _differs_by_plural_alone(swedish: str, english: str) -> bool:
    """Tell whether the only fact that one lacks is a count that chooses between singular and plural: "fel" is both."""
    chosen = {
        name for sentence in (swedish, english) for _, name, spec, _ in string.Formatter().parse(sentence) if name and "|" in (spec or "")
    }
    return placeholders(swedish) ^ placeholders(english) <= chosen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_says_something(language: str) -> None:
    assert [key for key, sentence in sentences(language).items() if not sentence.strip()] == []


def test_every_message_of_the_code_has_its_sentence() -> None:
    assert keys_in_code() - set(sentences("sv")) == set()


def test_every_word_of_the_templates_has_its_sentence() -> None:
    assert keys_in_templates() - set(sentences("sv")) == set()


def test_every_closed_choice_that_a_reader_meets_has_a_name() -> None:
    shown = ("Severity", "Verdict", "Origin", "AmountKind", "Status", "Mark", "Version", "Redline")
    assert {key_of(value) for value in closed_choices() if type(value).__name__ in shown} - set(sentences("sv")) == set()


def test_a_literal_message_gives_the_facts_that_its_sentence_needs() -> None:
    swedish = sentences("sv")
    assert [
        key.value
        for name, node in calls()
        if name == "Message" and len(node.args) == 2
        for key, facts in [node.args]
        if isinstance(key, ast.Constant) and isinstance(facts, ast.Dict) and key.value in swedish and None not in facts.keys
        if not placeholders(swedish[key.value]) <= {fact.value for fact in facts.keys if isinstance(fact, ast.Constant)}
    ] == []


def test_every_convention_that_an_extractor_names_has_its_words() -> None:
    hues = ("red", "green", "blue", "coloured")
    named = {f"convention.{hue}{line}" for hue in hues for line in ("", "-underlined")}
    named |= {key for file in SOURCE.rglob("convention.py") for key in re.findall(r'"(convention\.[\w-]+)"', file.read_text("utf-8"))}
    assert named - set(sentences("sv")) == set()
