from lydelse.differ import compare
from lydelse.differ.families import families_of, name_in
from lydelse.differ.folding import masked
from lydelse.extractors.written import written


def told(before: list[str], after: list[str]) -> list[str]:
    changes = compare(written("\n".join(before)), written("\n".join(after))).changes
    return [type(change).__name__ for change in changes]


def clause(code: int, amount: int) -> str:
    return f"Kod {code}: varje besök i öppen vård ersätts med {amount} kr."


def test_amounts_and_years_are_no_names() -> None:
    assert name_in("Kod 12: 500 kr för 2025") == name_in("Kod 12: 600 kr för 2026")
    assert name_in("Kod 12: 500 kr") != name_in("Kod 13: 500 kr")


def test_a_clause_of_a_family_goes_by_its_code_whatever_its_amount() -> None:
    before = [clause(code, 100 + code) for code in (1, 2, 3, 4, 5)]
    after = [clause(code, 200 + code) for code in (1, 2, 4, 5)]
    assert told(before, after) == ["Reworded", "Reworded", "Removed", "Reworded", "Reworded"]


def test_a_clause_with_another_code_is_another_clause() -> None:
    before = [clause(code, 100) for code in (1, 2, 3, 4, 5)]
    after = [clause(code, 100) for code in (1, 2, 9, 4, 5)]
    assert told(before, after) == ["Removed", "Added"]


def test_figures_that_never_recur_are_no_names() -> None:
    texts = [[(text, masked(text)) for text in (f"Rad {at} av allt" for at in span)] for span in (range(3), range(10, 13))]
    assert set(families_of(*texts).before) == {None}
