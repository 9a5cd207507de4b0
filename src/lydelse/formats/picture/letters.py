"""Words as recognised, measured in the picture: their baselines, their size, how heavy and of what colour they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import mean, median

import numpy as np

from lydelse.formats.picture.paper import Paper
from lydelse.formats.picture.picture import Colour, Letter, Line, ReadWord
from lydelse.formats.picture.rooms import SPACE_FROM, rooms_of, white_at
from lydelse.formats.picture.signs import DASHES, POINTS, with_signs_told
from lydelse.formats.picture.tesseract import Row, Word
from lydelse.model.place import Box

ON_BASELINE = frozenset("ABCDEFGHIKLMNOPRSTUVXYZabcdefhiklmnorstuvxzåäö0123456789")
TALL = frozenset("ABDEFGHIKLMNPRTUVXYZbdfhkl0123456789")
LOW = frozenset("acemnorsuvxz")
TALL_HEIGHT, LOW_HEIGHT = 0.715, 0.525
"""Ems: letters with ascenders, capitals and figures; and small letters. In the faces that offices write in, give or take a tenth."""

ALIKE = 0.15
"""Of a letter's height: a letter that is merged with its neighbour, or broken, differs by more."""

INK_FROM = 110
LEAST_CONFIDENCE = 0.25
"""A word of signs alone that is read with less is a speck."""

LEAST_HIGH = 0.06
"""Of a row of text: what is lower is neither a letter nor a dash, which has a tenth."""

AT_FEET, AT_MIDDLE = (0.2, 0.0), (0.7, 0.2)
"""Of a figure's height from its foot, between which a point and a dash beside it stand."""

ASIDE = 0.4
"""Of a row of text: so far beside its box a letter may stand as Tesseract has it, above all an "i"."""

COLOURFUL_FROM = 0.3
"""Of the ink's darkest channel, how much lighter the lightest is: black letters with coloured edges reach 0.15."""

BLACK = (0, 0, 0)


def words_of(rows: Iterable[Row], paper: Paper, taken_out: Sequence[Line]) -> tuple[ReadWord, ...]:
    """Return the words of all rows, each measured; specks that were taken for signs are left out, and what is left of a line."""
    return tuple(word for row in rows for word in _words(_without_rests(row, taken_out), paper))


def _without_rests(row: Row, taken_out: Sequence[Line]) -> Row:
    """Return a row without the dashes between figures that are what is left of a line through them, and divided there."""
    near = [line.box for line in taken_out if row.box.top <= (line.box.top + line.box.bottom) / 2 <= row.box.bottom]
    if not near:
        return row
    words: list[Word] = []
    for word in row.words:
        piece: list[Letter] = []
        for letter in word:
            if letter.text in DASHES and _is_rest(letter.box, near):
                words += [tuple(piece)] if piece else []
                piece = []
            else:
                piece.append(letter)
        words += [tuple(piece)] if piece else []
    return row._replace(words=tuple(words))


def _is_rest(box: Box, lines: Sequence[Box]) -> bool:
    middle = (box.top + box.bottom) / 2
    return any(line.x0 < box.x0 and box.x1 < line.x1 and line.top - 2 <= middle <= line.bottom + 2 for line in lines)


def _words(row: Row, paper: Paper) -> Iterator[ReadWord]:
    kept = [piece for word in row.words if not _is_speck(word) and _is_seen(word, row, paper) for piece in _inked(word, paper)]
    letters = [letter for word in kept for letter in word]
    if not letters:
        return
    size = _size(letters, paper)
    if size <= 0:  # strips without height that were taken for letters
        return
    slope, height = _baseline(letters, paper)
    for word in kept:
        baseline = height + slope * (word[0].box.x0 + word[-1].box.x1) / 2
        told = with_signs_told(word, paper.ink, baseline, size)
        rooms = rooms_of(word, paper.ink, baseline, size)
        weight, colour = _weight(word, paper) / size, _colour(word, paper)
        for piece in _parted(told, rooms, paper, size):
            yield ReadWord(tuple(letter._replace(box=room) for letter, room in piece), baseline, size, weight, colour)


def _is_speck(word: Sequence[Letter]) -> bool:
    return not any(letter.text.isalnum() for letter in word) and min(letter.confidence for letter in word) < LEAST_CONFIDENCE


def _is_seen(word: Sequence[Letter], row: Row, paper: Paper) -> bool:
    """Tell whether anything as high as a letter is printed about where a word was read; specks and rests of rules are read as words too."""
    x0, x1 = min(letter.box.x0 for letter in word), max(letter.box.x1 for letter in word)
    aside = ASIDE * row.box.height
    piece = paper.ink[max(0, int(row.box.top)) : int(row.box.bottom) + 1, max(0, int(x0 - aside)) : int(x1 + aside) + 1]
    high = int((piece > INK_FROM).any(axis=1).sum()) if piece.size else 0
    return high >= LEAST_HIGH * row.box.height


def _inked(word: Sequence[Letter], paper: Paper) -> Iterator[list[Letter]]:
    """Yield the pieces of a word between signs that were read where nothing is printed: a space between figures, now and then."""
    piece: list[Letter] = []
    for at, letter in enumerate(word):
        is_sign = letter.text in POINTS or (letter.text in DASHES and _is_between_figures(word, at))
        if is_sign and 0 < at < len(word) - 1 and not _is_printed(word[at - 1 : at + 2], paper):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(letter)
    if piece:
        yield piece


def _is_between_figures(word: Sequence[Letter], at: int) -> bool:
    return 0 < at < len(word) - 1 and (word[at - 1].text + word[at + 1].text).isdecimal()


def _is_printed(letters: Sequence[Letter], paper: Paper) -> bool:
    """Tell whether there is ink between two letters where the sign between them stands: a point at their feet, a dash at their middle."""
    before, own, after = (letter.box for letter in letters)
    x0, x1 = (before.x1, after.x0) if after.x0 - before.x1 >= 2 else (own.x0, own.x1)
    top, bottom = (before.bottom - share * (before.bottom - before.top) for share in (AT_MIDDLE if letters[1].text in DASHES else AT_FEET))
    piece = paper.ink[max(0, int(top)) : int(bottom) + 1, int(np.floor(x0)) : max(int(x0) + 1, int(np.ceil(x1)))]
    return bool(piece.size) and int(piece.max()) >= INK_FROM


def _size(letters: Sequence[Letter], paper: Paper) -> float:
    """Return the em of a line by the heights of its letters."""
    tall = [_height(letter, paper) for letter in letters if letter.text in TALL]
    if tall:
        return _usual(tall) / TALL_HEIGHT
    low = [_height(letter, paper) for letter in letters if letter.text in LOW]
    return _usual(low) / LOW_HEIGHT if low else max(letter.box.height for letter in letters) / TALL_HEIGHT


def _usual(heights: Sequence[float]) -> float:
    """Return the mean of the heights that are like most of them; where half are low and half high, none is."""
    middle = median(heights)
    alike = [height for height in heights if abs(height - middle) <= ALIKE * middle]
    return mean(alike) if alike else middle


def _baseline(letters: Sequence[Letter], paper: Paper) -> tuple[float, float]:
    """Return the slope of a line's baseline and its height at the left edge of the page."""
    stand = [letter for letter in letters if letter.text in ON_BASELINE] or letters
    xs = np.array([(letter.box.x0 + letter.box.x1) / 2 for letter in stand])
    ys = np.array([_extent(letter.box, paper)[1] for letter in stand])
    if len(stand) < 8 or xs.max() - xs.min() < 10 * letters[0].box.height:
        return 0.0, float(np.median(ys))
    near = np.abs(ys - np.median(ys)) <= 0.25 * letters[0].box.height + 1
    if near.sum() < 8 or np.ptp(xs[near]) < 1:  # letters without height may all stand in one place
        return 0.0, float(np.median(ys))
    slope, height = np.polyfit(xs[near], ys[near], 1)
    return (float(slope), float(height)) if abs(slope) < 0.02 else (0.0, float(np.median(ys)))


def _height(letter: Letter, paper: Paper) -> float:
    top, bottom = _extent(letter.box, paper)
    return bottom - top


def _extent(box: Box, paper: Paper) -> tuple[float, float]:
    """Return where the ink of a letter begins and ends, in parts of pixels, by how dark its outermost rows are."""
    x0, x1 = int(box.x0), max(int(box.x0) + 1, int(np.ceil(box.x1)))
    top, bottom = max(0, int(box.top) - 1), int(np.ceil(box.bottom)) + 1
    rows = paper.ink[top:bottom, x0:x1]
    if not rows.size:
        return box.top, box.bottom
    darkest = rows.max(axis=1).astype(np.float32) / max(1.0, float(rows.max()))
    inked = np.flatnonzero(darkest > 0.5)
    if not len(inked):
        return box.top, box.bottom
    first, last = int(inked[0]), int(inked[-1])
    above = float(darkest[first - 1]) if first else 0.0
    below = float(darkest[last + 1]) if last + 1 < len(darkest) else 0.0
    return top + first - above, top + last + 1 + below


def _parted(word: Sequence[Letter], boxes: Sequence[Box], paper: Paper, size: float) -> Iterator[list[tuple[Letter, Box]]]:
    """Yield the pieces of a word between which there is a space that was not seen; beside signs there may be more white."""
    piece: list[tuple[Letter, Box]] = []
    for letter, box in zip(word, boxes, strict=True):
        before = piece[-1] if piece else None
        if before and (before[0].text + letter.text).isalnum() and white_at(box.x0, box, paper.ink, size) >= SPACE_FROM * size:
            yield piece
            piece = []
        piece.append((letter, box))
    yield piece


def _weight(word: Sequence[Letter], paper: Paper) -> float:
    """Return how broad the strokes of a word are, in pixels: its ink by how often a row of it goes from white to ink."""
    box = _around(word)
    ink = paper.ink[int(box.top) : int(np.ceil(box.bottom)), int(box.x0) : int(np.ceil(box.x1))].astype(np.float32)
    if not ink.size or ink.max() < INK_FROM:
        return 0.0
    share = ink / ink.max()
    entered = int((np.diff(np.pad(share > 0.5, ((0, 0), (1, 0))).astype(np.int8), axis=1) == 1).sum())
    return float(share.sum()) / max(1, entered)


def _colour(word: Sequence[Letter], paper: Paper) -> Colour:
    """Return black for every grey, else the pure colour that the word's ink has."""
    box = _around(word)
    piece = slice(int(box.top), int(np.ceil(box.bottom))), slice(int(box.x0), int(np.ceil(box.x1)))
    ink = paper.ink[piece]
    inked = ink > max(INK_FROM // 2, int(ink.max()) // 2) if ink.size else np.zeros(0, np.bool_)
    if not inked.any():
        return BLACK
    lack = (255 - paper.colours[piece][inked].astype(np.float32)).mean(axis=0)
    share = lack / max(1.0, float(lack.max()))
    if float(share.max() - share.min()) < COLOURFUL_FROM:
        return BLACK
    light = (1 - share) / float((1 - share).max())
    red, green, blue = (192 if each > 0.6 else 0 for each in light)
    return red, green, blue


def _around(word: Sequence[Letter]) -> Box:
    box = word[0].box
    for letter in word[1:]:
        box = box.united_with(letter.box)
    return box
