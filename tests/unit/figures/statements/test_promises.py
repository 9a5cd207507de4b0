import pytest

from lydelse.figures.statements.promises import said_unchanged_in, uprating_promises_in


@pytest.mark.parametrize(
    "text",
    [
        "Ersättningen räknas upp årligen.",
        "Beloppet räknas varje år upp med LPIK.",
        "Ersättningen uppräknas årligen utifrån löneutvecklingen.",
        "Beloppet justeras årligen med index.",
        "Taket indexeras.",
        "En årlig uppräkning görs.",
    ],
)
def test_a_promise_of_uprating_is_found(text: str) -> None:
    assert [promise.text for promise in uprating_promises_in(f"Först annat. {text} Sedan annat.")] == [text]


@pytest.mark.parametrize(
    "text", ["Beloppet är oförändrat.", "Beloppet räknas inte upp.", "Ersättningen ligger fast.", "Samma belopp som 2025 gäller."]
)
def test_what_is_said_to_stand_is_no_promise(text: str) -> None:
    assert said_unchanged_in(text)
    assert not uprating_promises_in(text)


def test_other_sentences_promise_nothing() -> None:
    assert not uprating_promises_in("Ersättningen betalas årligen. Antalet räknas varje månad.")
