"""Finding what stands at the same place in two readings of one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product
from typing import Generic, TypeVar

SAME_WITHIN = 0.5
"""Points that two places may differ in each direction and be the same."""

Item = TypeVar("Item")
Place = tuple[float, float]


class Board(Generic[Item]):
    """Items by what they say and where they stand; each is taken once."""

    def __init__(self, items: Iterable[Item], said: Callable[[Item], Hashable], place: Callable[[Item], Place]) -> None:
        """Lay the items out."""
        self._said, self._place = said, place
        self._squares: dict[tuple[Hashable, int, int], list[Item]] = defaultdict(list)
        for item in items:
            x, y = place(item)
            self._squares[said(item), round(x), round(y)].append(item)

    def take(self, said: Hashable, place: Place, right: float = SAME_WITHIN, left: float = SAME_WITHIN) -> Item | None:
        """Take away the nearest item that says this and stands here, no further to the right or left than given."""
        near = self.near(said, place, right, left)
        if not near:
            return None
        nearest = min(near, key=lambda item: abs(self._place(item)[0] - place[0]))
        x, y = self._place(nearest)
        square = self._squares[said, round(x), round(y)]
        del square[next(at for at, item in enumerate(square) if item is nearest)]
        return nearest

    def near(self, said: Hashable, place: Place, right: float = SAME_WITHIN, left: float = SAME_WITHIN) -> Sequence[Item]:
        """Return the items that say this and stand here."""
        x, y = place
        columns = range(round(x - left) - 1, round(x + right) + 2)
        squares = (self._squares.get((said, column, row), ()) for column, row in product(columns, (round(y) - 1, round(y), round(y) + 1)))
        return [item for square in squares for item in square if self._is_at(item, place, right, left)]

    def left(self) -> Iterator[Item]:
        """Yield the items that nobody took."""
        for square in self._squares.values():
            yield from square

    def _is_at(self, item: Item, place: Place, right: float, left: float) -> bool:
        x, y = self._place(item)
        return -left <= x - place[0] <= right and abs(y - place[1]) <= SAME_WITHIN
