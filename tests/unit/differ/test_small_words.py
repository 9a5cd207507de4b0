"""Small words that a sentence turns on, in two wordings of it."""

from __future__ import annotations

import pytest

from lydelse.differ import compare, compare_marked
from lydelse.differ.small_words import small_word_changes
from lydelse.extractors.written import written
from lydelse.model.change import Change, Removed, Renumbered
from lydelse.model.small_word import Meaning


def words_of(change: Change) -> list[tuple[str, str]]:
    assert not isinstance(change, Removed | Renumbered)
    return [(word.word_before, word.word_after) for word in change.small_words]


@pytest.mark.parametrize(
    ("before", "after", "pair", "meaning"),
    [
        ("Nämnden ska yttra sig över planen.", "Nämnden bör yttra sig över planen.", ("ska", "bör"), Meaning.DUTY),
        ("Avgiften är 90 kr per dag.", "Avgiften är 90 kr per vecka.", ("per dag", "per vecka"), Meaning.PERIOD),
        ("Avgiften är 90 kr/dag.", "Avgiften är 90 kr/vecka.", ("/dag", "/vecka"), Meaning.PERIOD),
        ("Bidraget är högst 90 kr.", "Bidraget är 95 kr.", ("högst", ""), Meaning.LIMIT),
        ("Bidraget betalas ut i förskott.", "Bidraget betalas inte ut i förskott.", ("", "inte"), Meaning.NEGATION),
        ("Nämnden får bevilja undantag.", "Nämnden får inte bevilja undantag.", ("får", "får inte"), Meaning.NEGATION),
        ("Ansökan görs inom tre veckor.", "Ansökan görs inom tre månader.", ("veckor", "månader"), Meaning.TERM),
        ("Taket gäller endast nya elever.", "Taket gäller nya elever.", ("endast", ""), Meaning.SCOPE),
        ("Höjningen är 2 procent av taxan.", "Höjningen är 2 procentenheter av taxan.", ("procent", "procentenheter"), Meaning.UNIT),
    ],
)
def test_a_small_word_is_found_with_what_it_settles(before: str, after: str, pair: tuple[str, str], meaning: Meaning) -> None:
    (found,) = small_word_changes(before, after)
    assert ((found.word_before, found.word_after), found.meaning) == (pair, meaning)
    (back,) = small_word_changes(after, before)
    assert ((back.word_before, back.word_after), back.meaning) == (pair[::-1], meaning)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nämnden skall yttra sig.", "Nämnden ska yttra sig."),
        ("Nämnden ska inte yttra sig.", "Nämnden får ej yttra sig."),
        ("Hyran är 24 000 kr per år.", "Hyran är 2 000 kr per månad."),
        ("Ansökan görs inom 30 dagar.", "Ansökan görs inom 2 månader."),
        ("Nämnden ska yttra sig.", "Yttranden och svar bör lämnas skriftligen till kansliet varje år."),
        ("Bidraget höjs.", "Bidraget höjs. Det får inte överlåtas."),
        ("Bidraget är 90 kr.", "Bidraget är 95 kr."),
        ("Taxan gäller från och med den 1 maj.", "Taxan gäller från den 1 maj."),
        ("Hyran betalas per år.", "Hyran betalas årligen."),
        ("Elever får stöd under skoltid.", "Elever får stöd, inte minst under skoltid."),
        ("Nämnden ska yttra sig om a, b och c.", "Nämnden ska yttra sig om a, b, c och d."),
    ],
)
def test_the_same_meaning_another_figure_or_another_sentence_is_none(before: str, after: str) -> None:
    assert small_word_changes(before, after) == ()
    assert small_word_changes(after, before) == ()


def test_what_a_word_governs_follows_it_or_goes_before_it() -> None:
    (duty,) = small_word_changes("Kommunen ska betala hyran, dock inte el.", "Kommunen bör betala hyran, dock inte el.")
    (period,) = small_word_changes("Hyran är 90 kr per dag, utan el.", "Hyran är 90 kr per vecka, utan el.")
    assert (duty.governs, period.governs) == ("betala hyran", "Hyran är 90 kr")


def test_what_stands_around_is_quoted_in_short() -> None:
    (found,) = small_word_changes(
        *(f"I de fall då elever {word} ansöka om plats i en annan kommun än den egna." for word in ("ska", "kan"))
    )
    assert found.before == "… fall då elever ska ansöka om plats i en annan …"


def test_a_word_that_marks_do_not_part_is_found_in_a_sentence_struck_and_written_anew() -> None:
    redline = written("# 1 Plan\n[-Nämnden ska yttra sig över planen varje år.-] {+Nämnden kan yttra sig över planen varje år.+}")
    (change,) = compare_marked(redline).changes
    assert words_of(change) == [("ska", "kan")]


def test_the_same_is_found_in_two_versions_and_in_a_row() -> None:
    texts = [f"# 1 Plan\n|= Krav | Slag\n| Tolk erbjuds vid behov | {word}\n| Journal förs | Ska" for word in ("Ska", "Bör")]
    (change,) = compare(*map(written, texts)).changes
    assert words_of(change) == [("Ska", "Bör")]


def test_a_paragraph_struck_and_one_inserted_in_its_place_are_held_together() -> None:
    redline = written("# 1 Plan\n[-Avgiften betalas före mötet.-] [-¶-]\n{+Avgiften betalas efter mötet.+} {+¶+}\nPlanen gäller.")
    removed, added = compare_marked(redline).changes
    assert isinstance(removed, Removed)
    assert words_of(added) == [("före", "efter")]
