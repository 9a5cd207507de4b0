from decimal import Decimal

import pytest

from lydelse.model.calculation import Verdict
from lydelse.model.document import Source
from lydelse.model.finding import Severity
from lydelse.model.message import Calculated, Fact, Message
from lydelse.reports.wording import MissingSentenceError, convention_in_words, figure, listed, name_of, say, worked


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal(773096), "773 096"),
        (Decimal("1.04"), "1,04"),
        (Decimal("1.10"), "1,10"),
        (Decimal("-0.5"), "−0,5"),
        (Decimal("3.23"), "3,23"),
        (Decimal("1E+3"), "1 000"),
        (Decimal("1234567.25"), "1 234 567,25"),
        (Decimal(999), "999"),
        (12345, "12 345"),
    ],
)
def test_a_figure_is_written_as_swedish_is(value: Decimal | int, written: str) -> None:
    assert figure(value) == written


def test_a_change_always_shows_its_sign_and_no_change_shows_none() -> None:
    assert [figure(Decimal(value), signed=True) for value in ("24951", "-0.31", "0.00")] == ["+24 951", "−0,31", "0,00"]


def test_english_has_a_decimal_point_and_the_same_groups() -> None:
    assert figure(Decimal("1234.50"), "en") == "1 234.50"


def test_a_year_is_an_integer_and_is_not_grouped_in_a_sentence() -> None:
    assert say(Message("report.page", {"page": 2026})) == "s. 2026"


def test_a_figure_in_a_sentence_follows_the_language() -> None:
    message = Message("report.probability", {"percent": Decimal("1.4")})
    assert "1,4 %" in say(message)
    assert "1.4 %" in say(message, "en")


def test_a_count_chooses_between_singular_and_plural() -> None:
    assert [say(Message("report.count.warning", {"n": n})) for n in (0, 1, 2)] == ["varningar", "varning", "varningar"]


@pytest.mark.parametrize(("items", "sentence"), [((), ""), (("a",), "a"), (("a", "b"), "a och b"), (("a", "b", "c"), "a, b och c")])
def test_a_list_ends_with_its_last_two_joined_by_a_word(items: tuple[str, ...], sentence: str) -> None:
    assert listed(items) == sentence


def test_a_key_without_a_sentence_is_an_error_and_is_never_shown() -> None:
    with pytest.raises(MissingSentenceError, match="no-such-key"):
        say(Message("no-such-key"))


def test_a_sentence_without_its_fact_is_an_error() -> None:
    with pytest.raises(MissingSentenceError, match=r"report\.page needs the fact 'page'"):
        say(Message("report.page"))


def test_a_quotation_with_braces_is_quoted_as_it_stands() -> None:
    assert say(Message("report.made-by", {"version": "{n} {+x+}"})).count("{n} {+x+}") == 1


def test_the_model_s_choices_have_names_in_both_languages() -> None:
    assert [name_of(Severity.QUESTION, language) for language in ("sv", "en")] == ["Fråga", "Question"]
    assert name_of(Verdict.WITHIN_ROUNDING) == "inom avrundning"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (Source(inserted_places=2), ""),
        (Source(convention="convention.red-underlined"), "tillagt = röd understruken text"),
        (Source(convention="convention.red-underlined", inserted_places=214), "tillagt = röd understruken text, 214 ställen"),
        (Source(convention="convention.red", inserted_places=1, struck_places=1), "tillagt = röd text, 1 ställe; struken text på 1 ställe"),
        (Source(convention="convention.none", struck_places=3), "ingen tillagd text är markerad; struken text på 3 ställen"),
    ],
)
def test_a_file_says_how_it_shows_what_is_added_and_at_how_many_places(source: Source, sentence: str) -> None:
    assert convention_in_words(source) == sentence


def test_a_calculation_of_ours_has_the_decimals_of_the_language() -> None:
    assert [worked("5.1: 15 % × 773 096 = 115 964,4 tkr", language) for language in ("sv", "en")] == [
        "5.1: 15 % × 773 096 = 115 964,4 tkr",
        "5.1: 15 % × 773 096 = 115 964.4 tkr",
    ]


def test_figures_of_ours_within_a_fact_have_the_decimals_of_the_language_and_quoted_ones_those_of_the_document() -> None:
    facts: dict[str, Fact] = {
        "section": "5.1",
        "text": "1,5 % av priset",
        "readings": (Calculated("10 tkr (5) → 0,2 tkr"), Calculated("20 tkr (6) → 0,3 tkr")),
    }
    assert "“1,5 % av priset”" in say(Message("S110", facts), "en")
    assert "10 tkr (5) → 0.2 tkr and 20 tkr (6) → 0.3 tkr" in say(Message("S110", facts), "en")
    assert "10 tkr (5) → 0,2 tkr och 20 tkr (6) → 0,3 tkr" in say(Message("S110", facts))


@pytest.mark.parametrize(
    ("fact", "english"),
    [("”16-67”", "“16-67”"), ("+ ”nytt”", "+ “nytt”"), ("”ett” → ”två”", "“ett” → “två”"), ("som ”vi” sade", "som ”vi” sade")],
)
def test_what_a_rule_quotes_has_the_quotation_marks_of_the_language_and_a_document_s_own_stand(fact: str, english: str) -> None:
    assert say(Message("list.last", {"first": fact, "last": "x"}), "en") == f"{english} and x"
    assert say(Message("list.last", {"first": fact, "last": "x"}), "sv") == f"{fact} och x"


def test_one_amount_is_told_in_the_singular() -> None:
    one, more = ({"section": "5", "count": count, "amounts": ("500 kr",)} for count in (1, 2))
    assert "1 belopp utan årtal är oförändrat:" in say(Message("Y201.undated", one))
    assert "2 belopp utan årtal är oförändrade:" in say(Message("Y201.undated", more))
    assert "1 amount without a year is unchanged" in say(Message("Y201.undated", one), "en")
