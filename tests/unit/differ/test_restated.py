import pytest

from lydelse.differ import compare_marked
from lydelse.extractors.written import written


def quantities(text: str) -> list[str]:
    return [entry.quantity for entry in compare_marked(written(text)).entries]


@pytest.mark.parametrize(
    "again",
    [
        "Nämndens ram är 618,4 mnkr.",
        "Nämndens ram är cirka 618 mnkr.",
        "Ramen för nämnden uppgår till 618 400 tkr.",
        "Nämndens ram är knappt 619 miljoner kronor.",
        "|= Post | Belopp (tkr)\n| Nämndens ram | 618 400",
    ],
)
def test_a_sum_that_is_stated_again_is_one_quantity_whatever_its_scale(again: str) -> None:
    one, other = quantities(f"# 1 Inledning\nNämndens ram är 618 400 tkr.\n# 2 Ekonomi\n{again}")
    assert one == other


@pytest.mark.parametrize(
    "another",
    [
        "Skolans hyra är 618 400 tkr.",
        "Nämndens ram är 612,4 mnkr.",
        "Nämndens ram är minst 618,4 mnkr.",
        "Nämndens ram är 618 400 tkr per år.",
        "Nämndens ram för personal är 618,4 mnkr, för lokaler 12 mnkr.",
    ],
)
def test_another_name_value_bound_or_rate_is_another_quantity(another: str) -> None:
    one, other, *_ = quantities(f"# 1 Inledning\nNämndens ram för lokaler är 618 400 tkr.\n# 2 Ekonomi\n{another}")
    assert one != other


def test_two_years_are_two_quantities_of_one_value() -> None:
    one, other = quantities("# 1 Då\nNämndens ram för 2025 är 618 400 tkr.\n# 2 Nu\nNämndens ram för 2026 är 618,4 mnkr.")
    assert one != other


def test_rows_of_one_table_are_never_one_quantity() -> None:
    one, other = quantities("# 1 Ramar\n|= Post | Belopp (tkr)\n| Nämndens ram | 618 400\n| Nämndens ram med tillägg | 618 400")
    assert one != other


def test_an_earlier_value_that_differs_tells_two_quantities_apart() -> None:
    one, other = quantities(
        "# 1 Inledning\nNämndens ram är [-600 100-] {+618 400+} tkr.\n# 2 Ekonomi\nNämndens ram är [-590,4-] {+618,4+} mnkr."
    )
    assert one != other


def test_of_two_fuller_sums_that_are_as_near_neither_is_taken() -> None:
    first, second, rounded = quantities(
        "# 1 Delar\nNämndens ram är 13 878 702 kr.\n# 2 Mer\nNämndens ram är 13 881 204 kr.\n# 3 Kort\nNämndens ram är cirka 13,9 mkr."
    )
    assert rounded not in {first, second}
