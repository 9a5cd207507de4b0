"""Which row of one table became which of another: by the columns that name the rows, then by their words; figures never count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from lydelse.differ.align import Likeness, Pairing, aligned
from lydelse.differ.columns import Grid, named
from lydelse.differ.families import families_of
from lydelse.differ.folding import masked, words_in
from lydelse.differ.likeness import dice
from lydelse.figures.amounts import cell_amount
from lydelse.patterns import compiled
from lydelse.records import dataclass

UNIQUE_ENOUGH = 0.9
"""The share of rows that columns must tell apart to name them."""
MOST_KEY_COLUMNS = 3
"""How many columns from the left are tried together as the name of a row."""
MOSTLY_AMOUNTS = 0.5
"""The share of a column's cells that state an amount for the column to hold values and not names."""
LABELS_WEIGH = 0.7
"""What the names of two rows count for in their likeness; the rest is for the words of their other cells."""

_BETWEEN_LETTERS = compiled(r"(?<=[^\W\d_]) (?=[^\W\d_])")


@dataclass(frozen=True)
class _Rows:
    """The rows of a table in the columns that both tables have."""

    grid: Grid
    columns: tuple[int, ...]

    @cached_property
    def texts(self) -> list[tuple[str, ...]]:
        return [tuple(texts.get(column, "") for column in self.columns) for texts in self.grid.texts]

    @cached_property
    def body(self) -> list[tuple[str, ...]]:
        return self.texts[self.grid.headers :]

    def holds_values(self, at: int) -> bool:
        """Tell whether most cells of a column state an amount."""
        head = self.grid.heads[self.columns[at]]
        filled = [texts[at] for texts in self.body if texts[at]]
        return sum(cell_amount(text, head) is not None for text in filled) > MOSTLY_AMOUNTS * len(filled)

    def told_apart_by(self, ats: Sequence[int]) -> bool:
        """Tell whether some columns name nearly every row by itself."""
        names = [name for texts in self.body if any(name := tuple(texts[at] for at in ats))]
        return bool(names) and len(set(names)) >= UNIQUE_ENOUGH * len(names)


def paired_rows(before: Grid, after: Grid, columns: Pairing) -> Pairing:
    """Pair rows by their whole text, then by the columns that name them, then by their words."""
    both = [(i, j) for i, j in columns if i is not None and j is not None]
    ours, theirs = _Rows(before, tuple(i for i, _ in both)), _Rows(after, tuple(j for _, j in both))
    keys = _key_columns(ours, theirs) if both else (0,)
    labels = [[_label(texts, keys) for texts in rows.texts] for rows in (ours, theirs)]
    families = families_of(*([(label or "", masked(label or "")) for label in side] for side in labels))
    words = [[(_bag(texts, keys), _bag(texts, _others(texts, keys))) for texts in rows.texts] for rows in (ours, theirs)]
    likeness = Likeness(
        lambda i, j: 0.0 if families.are_parted(i, j) else _likeness(words[0][i], words[1][j]),
        lambda i: [masked(text) for text in ours.texts[i] if text],
        lambda j: [masked(text) for text in theirs.texts[j] if text],
    )
    loose = [
        [
            None if name is not None or not named(label or "") else tuple(map(masked, texts))
            for texts, label, name in zip(*side, strict=True)
        ]
        for side in ((ours.texts, labels[0], families.before), (theirs.texts, labels[1], families.after))
    ]
    return aligned([(ours.texts, theirs.texts), (labels[0], labels[1]), (loose[0], loose[1])], likeness)


def _key_columns(ours: _Rows, theirs: _Rows) -> tuple[int, ...]:
    """Return the columns that name the rows of both tables: the first, or with those beside it, or a column of codes; else the first."""
    names = [at for at in range(len(ours.columns)) if at == 0 or not (ours.holds_values(at) or theirs.holds_values(at))]
    tried = [tuple(names[:count]) for count in range(1, min(MOST_KEY_COLUMNS, len(names)) + 1)]
    tried.extend((at,) for at in names[1:])
    return next((ats for ats in tried if ours.told_apart_by(ats) and theirs.told_apart_by(ats)), (0,))


def _label(texts: Sequence[str], keys: Sequence[int]) -> str | None:
    """Return what a row is called, the spaces between its words left out: a narrow cell of a PDF may break a word without a hyphen."""
    label = " | ".join(_BETWEEN_LETTERS.sub("", texts[at].lower()) for at in keys if at < len(texts))
    return label if label.strip(" |") else None


def _others(texts: Sequence[str], keys: Sequence[int]) -> list[int]:
    return [at for at in range(len(texts)) if at not in keys]


def _bag(texts: Sequence[str], ats: Sequence[int]) -> Counter[str]:
    """Return the words of some cells with their counts."""
    return Counter(words_in(" ".join(texts[at] for at in ats if at < len(texts))))


def _likeness(before: tuple[Counter[str], Counter[str]], after: tuple[Counter[str], Counter[str]]) -> float:
    """Return how alike two rows are: their names weigh most, figures nothing at all."""
    labels = dice(before[0], after[0])
    if not before[1] and not after[1]:
        return labels
    return LABELS_WEIGH * labels + (1 - LABELS_WEIGH) * dice(before[1], after[1])
