"""Whatever stands on a page: looking for tables neither loses a word nor says one twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from lydelse.extractors.pdf.grid import Grid, line_of
from lydelse.extractors.pdf.layout import Stretch
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.tables import flow_of
from lydelse.formats.pdf import Glyph, Page, Stroke
from lydelse.model.place import Box
from lydelse.model.text import Mark

TEXTS = st.sampled_from(["Ålder", "Vikt", "1,04", "304", "262", "tkr", "0–4", "–", "och", "ersättning", "5.1", "2026", "•", "kr/plats"])
MARKS = st.sampled_from([Mark.KEPT, Mark.STRUCK, Mark.INSERTED])


def word_at(x: float, baseline: float, text: str, mark: Mark) -> Word:
    glyphs = tuple(
        Glyph(letter, Box(x + at * 5, baseline - 8, x + at * 5 + 5, baseline + 2), x + at * 5, baseline, 10.0, "Sans", False, (0, 0, 0))  # noqa: FBT003 - Glyph's fields in order
        for at, letter in enumerate(text)
    )
    return Word(glyphs, (mark,) * len(glyphs), Box(x, baseline - 8, x + 5 * len(text), baseline + 2), baseline, 10.0)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, tuple[Line, ...]]:
    lines = []
    baseline = 60.0
    number = draw(st.integers(1, 3))
    for _ in range(draw(st.integers(1, 14))):
        baseline += draw(st.sampled_from([6.5, 13.0, 13.0, 13.0, 18.0, 40.0]))
        x, words = draw(st.sampled_from([50.0, 50.0, 50.0, 200.0])), []
        for _ in range(draw(st.integers(1, 5))):
            words.append(word_at(x, baseline, draw(TEXTS), draw(MARKS)))
            x = words[-1].box.x1 + draw(st.sampled_from([3.0, 3.0, 12.0, 60.0]))
        lines.append(line_of(words, number))
    level = draw(st.lists(st.integers(5, 30), max_size=8, unique=True))
    upright = draw(st.lists(st.integers(4, 40), max_size=5, unique=True))
    strokes = [Stroke(Box(40, y * 10, 400, y * 10 + 0.5), 0.5, (0, 0, 0), horizontal=True, vertical=False) for y in level]
    strokes += [Stroke(Box(x * 10, 50, x * 10 + 0.5, 300), 0.5, (0, 0, 0), horizontal=False, vertical=True) for x in upright]
    return Page(number, 595, 842, (), tuple(strokes), (), (), ()), tuple(lines)


def words_in(flow: Sequence[Line | Grid]) -> Iterator[Word]:
    for part in flow:
        lines = (part,) if isinstance(part, Line) else (line for row in part.rows for cell in row for line in cell.lines)
        for line in lines:
            yield from line.words


def _headers_of(grid: Grid) -> Grid:
    return grid._replace(rows=tuple(tuple(cell for cell in row if cell.header) for row in grid.rows))


@settings(max_examples=150, deadline=None)
@given(st.lists(pages(), min_size=1, max_size=2))
def test_every_word_is_in_the_flow_once(made: list[tuple[Page, tuple[Line, ...]]]) -> None:
    flow = flow_of(Stretch(page, lines, 0.0) for page, lines in made)
    before = {id(word): word.text for _, lines in made for line in lines for word in line.words}
    after = Counter(id(word) for word in words_in(flow))
    headers = {word.text for word in words_in([_headers_of(part) for part in flow if isinstance(part, Grid)])}
    assert set(after.values()) <= {1}
    assert after.keys() <= before.keys()
    assert {before[each] for each in before.keys() - after.keys()} <= headers  # a header that the next page says again is left out


@settings(max_examples=50, deadline=None)
@given(pages())
def test_the_same_page_gives_the_same_tables(made: tuple[Page, tuple[Line, ...]]) -> None:
    stretch = Stretch(*made, further=None)
    assert flow_of([stretch]) == flow_of([stretch])
