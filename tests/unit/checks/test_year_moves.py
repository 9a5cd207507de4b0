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


def test_the_years_of_a_span_are_moved_in_their_order() -> None:
    assert moves("Planen för [-2024–2026-]{+2025–2027+} gäller.") == [(2024, 2025), (2026, 2027)]
    assert moves("Planen gäller [-åren 2024 och 2025-] {+åren 2025 och 2026+}.") == [(2024, 2025), (2025, 2026)]


def test_a_year_that_an_earlier_one_takes_the_place_of_is_not_moved_on() -> None:
    assert moves("Rådet bildades [-2022-] {+2021+}, och [-2025-] {+2025+} utvärderas det.") == []


def test_years_of_a_stretch_with_other_words_are_moved_where_they_stand_side_by_side() -> None:
    assert moves("Planen gäller [-för 2024 och 2025-] {+2026 till 2028+}.") == [(2025, 2026)]
