from lydelse.differ.renumbering import Shift, shift_of


def test_one_figure_may_shift() -> None:
    assert shift_of("5.3.1", "5.4.1") == Shift("", (5,), 1)
    assert shift_of("Bilaga 2", "Bilaga 3") == Shift("Bilaga ", (), 1)


def test_two_figures_or_another_depth_are_no_shift() -> None:
    assert shift_of("5.3.1", "6.4.1") is None
    assert shift_of("5.3", "5.3.1") is None
    assert shift_of("A", "B") is None
