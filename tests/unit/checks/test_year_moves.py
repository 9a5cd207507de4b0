from lydelse.checks.year_moves import usual_step, year_moves
from lydelse.extractors.written import written


def moves(text: str) -> list[tuple[int, int]]:
    return [(move.before, move.after) for move in year_moves(written(text))]


def test_a_struck_year_and_the_one_in_its_place_are_a_move() -> None:
    assert moves("För [-2025-] {+2026+}, och målen för 202[-4-]{+6+}.") == [(2025, 2026), (2024, 2026)]


def test_years_of_struck_and_added_sentences_are_no_move() -> None:
    assert moves("[-Rådet bildades 2022.-] {+Lagen gäller från 2026.+}") == []


def test_kept_years_are_no_move() -> None:
    assert moves("Sedan 2019 gäller för [-2025-] {+2026+}.") == [(2025, 2026)]


def test_the_usual_step_is_the_commonest_of_several() -> None:
    assert usual_step(year_moves(written("[-2024-] {+2026+} och [-2024-] {+2026+} och [-2025-] {+2026+}"))) == 2
    assert usual_step(year_moves(written("[-2024-] {+2026+}"))) == 1
    assert usual_step(()) == 1
