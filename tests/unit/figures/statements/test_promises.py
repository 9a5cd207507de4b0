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


@pytest.mark.parametrize(
    ("text", "uprated", "unchanged"),
    [
        ("Dygnspriset är 800 kr och höjs årligen med OPI; grundavgiften 300 kr är oförändrad.", "800", "300"),
        ("Dygnspriset är 800 kr och räknas upp årligen, medan grundavgiften 300 kr är oförändrad.", "800", "300"),
        ("Grundavgiften är 300 kr och dygnspriset 800 kr är oförändrat.", "", "800"),
        ("Grundavgiften är 300 kr, men ligger fast.", "", "300"),
        ("Taket är 300 kr, medan ersättningen räknas upp årligen.", "", ""),
        ("Bidraget, 300 kr per dygn, räknas upp årligen.", "300", ""),
        ("Bidraget 300 kr och tillägget 800 kr är oförändrade.", "", "300 800"),
        ("Bidraget är oförändrat 300 kr.", "", "300"),
    ],
)
def test_a_promise_is_of_the_amounts_of_its_own_clause(text: str, uprated: str, unchanged: str) -> None:
    for promises, figures in ((uprating_promises_in(text), uprated), (said_unchanged_in(text), unchanged)):
        assert " ".join(figure for figure in ("300", "800") if any(each.is_of(text.find(figure)) for each in promises)) == figures
