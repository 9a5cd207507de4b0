"""A pattern is compiled when it is first used, and is then what the standard library makes of it."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from lydelse.patterns import compiled


def test_a_pattern_finds_what_the_standard_librarys_finds() -> None:
    theirs, ours = re.compile(r"(?P<whole>\d+),(\d+)", re.IGNORECASE), compiled(r"(?P<whole>\d+),(\d+)", re.IGNORECASE)
    text = "12,50 och 7,25"
    assert [found.groupdict() for found in ours.finditer(text)] == [found.groupdict() for found in theirs.finditer(text)]
    assert ours.sub("x", text) == theirs.sub("x", text) == "x och x"
    assert ours.split(text) == theirs.split(text)
    assert (ours.pattern, ours.flags, ours.groups, ours.groupindex) == (theirs.pattern, theirs.flags, theirs.groups, theirs.groupindex)


def test_a_pattern_that_nobody_uses_is_not_compiled() -> None:
    faulty = compiled("(")
    assert faulty.pattern == "("
    with pytest.raises(re.error):
        faulty.search("text")


def test_what_was_asked_for_once_is_found_at_once() -> None:
    pattern = compiled("a")
    assert pattern.search("cab")
    assert "search" in vars(pattern)
    assert pattern.search == pattern.search


def test_a_pattern_has_nothing_that_the_standard_librarys_has_not() -> None:
    with pytest.raises(AttributeError):
        compiled("a").searched  # type: ignore[attr-defined] # noqa: B018


def test_a_match_names_the_pattern_that_found_it() -> None:
    digits, letters = compiled("[0-9]+"), compiled("[a-z]+")
    found = letters.search("12 ab")
    assert found
    assert found.re == letters
    assert found.re in (digits, letters)
    assert found.re != digits
    assert {digits: 1, letters: 2}[found.re] == 2
    assert compiled("[a-z]+") == letters


@pytest.mark.parametrize("used", [False, True])
def test_a_pattern_can_be_copied_and_sent_to_another_process(used: bool) -> None:  # noqa: FBT001 - a case
    pattern = compiled("b+")
    if used:
        assert pattern.match("bb")
    for other in (copy.copy(pattern), copy.deepcopy(pattern), pickle.loads(pickle.dumps(pattern))):
        assert other.fullmatch("bbb")
        assert not other.fullmatch("")
