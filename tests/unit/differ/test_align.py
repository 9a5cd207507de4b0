from lydelse.differ.align import Likeness, aligned, heaviest_chain, longest_chain


def letters(before: str, after: str) -> list[tuple[int | None, int | None]]:
    return aligned([(before, after)])


def test_equal_parts_pair_and_the_rest_stands_alone() -> None:
    assert letters("abc", "axc") == [(0, 0), (1, None), (None, 1), (2, 2)]


def test_repeated_parts_go_by_their_neighbours() -> None:
    assert letters("xaxbx", "xaxcxbx")[:3] == [(0, 0), (1, 1), (2, 2)]
    assert letters("xaxbx", "xaxcxbx")[-2:] == [(3, 5), (4, 6)]


def test_a_looser_key_pairs_what_a_stricter_one_left() -> None:
    before, after = ["a1", "b1"], ["a1", "b2"]
    loose = [each[0] for each in before], [each[0] for each in after]
    assert aligned([(before, after), loose]) == [(0, 0), (1, 1)]


def test_none_pairs_with_nothing() -> None:
    assert aligned([([None], [None])]) == [(0, None), (None, 0)]


def test_what_has_no_equal_goes_by_likeness() -> None:
    likeness = Likeness(lambda i, j: 0.9 if (i, j) == (0, 1) else 0.1, lambda _: (), lambda _: ())
    assert aligned([(["a"], ["b", "c"])], likeness) == [(None, 0), (0, 1)]


def test_parts_too_unlike_stand_alone() -> None:
    likeness = Likeness(lambda _i, _j: 0.4, lambda _: (), lambda _: ())
    assert aligned([(["a"], ["b"])], likeness) == [(0, None), (None, 0)]


def test_wide_gaps_weigh_only_parts_that_share_something_rare_or_stand_opposite() -> None:
    weighed: list[tuple[int, int]] = []

    def weight(i: int, j: int) -> float:
        weighed.append((i, j))
        return 1.0 if j == i + 20 else 0.0

    sizes = 200, 220
    likeness = Likeness(weight, lambda i: (f"b{i}",), lambda j: (f"b{j - 20}",))
    found = aligned([([f"x{i}" for i in range(sizes[0])], [f"y{j}" for j in range(sizes[1])])], likeness)
    assert [pair for pair in found if None not in pair] == [(i, i + 20) for i in range(200)]
    assert len(weighed) < 3_000


def test_the_longest_chain_rises() -> None:
    assert longest_chain([(0, 3), (1, 0), (2, 1), (3, 2)]) == [(1, 0), (2, 1), (3, 2)]
    assert longest_chain([]) == []


def test_the_heaviest_chain_may_be_short() -> None:
    assert heaviest_chain([(0, 1, 0.9), (1, 0, 0.3), (0, 0, 0.2)]) == [(0, 1)]
