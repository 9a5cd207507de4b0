"""What a row of figures says when its witnesses are heard, how sure that is, and where there is a space in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lydelse.formats.picture.fitting import Spelled
from lydelse.formats.picture.picture import Letter, ReadWord
from lydelse.formats.picture.rooms import ASCENT, DESCENT, SIDE
from lydelse.formats.picture.seen_shapes import Sample, is_whole
from lydelse.formats.picture.signs import DOUBTED, POINTS
from lydelse.formats.picture.strips import ABOVE, EM, FIGURES, SIGNS, strokes_through
from lydelse.formats.picture.witnesses import CLEAR_MARGIN, EXPLAINED, MARGIN, Heard, Witnesses
from lydelse.model.place import Box

AGREED, TWO_OF_THREE, OUTVOTED, ALONE = 0.99, 0.92, 0.6, 0.4
"""How sure a figure is that two witnesses read alike, that the shapes and the second look do against the first, that one reads
otherwise, and that each reads in a way of its own."""

SURE_FROM = 0.95
"""How sure Tesseract must be of a figure that the shapes say nothing of, that nothing goes through, and that it reads twice alike."""

SPACE_FROM = 0.13
"""Ems that two figures stand further apart than neighbours do: a thin space is 0.17."""

LEAST_SPACE, SURE_SPACE = 0.2, 0.25
"""Ems of white between a figure and a sign that may be a space, and that are one, whatever was read."""

BEFORE_POINT = 0.07
"""Ems of white before a point; in a face whose letters are all as broad it has 0.14 to 0.2, and more after it."""

ROOM_OF_SPACE = 0.14
"""Ems of white without which there is no space, though one was read: neighbours have 0.08."""

FEET_INKED = 0.4
"""Of 1: how dark a point is at least."""

UNCLEAR = (0.08, 0.18)
"""Ems between which a space is a question, where it was read otherwise."""

PER_CENT_UP_TO = 1.68
"""Times the room of a figure: a sign for per cent is 1.35 to 1.55 broad, and two figures are 1.85."""

UNLIKE_FROM = 0.35
"""The share of the ink that a figure leaves unexplained where there is none."""


WHOLE_ROOM, MOST_OF = 0.93, 0.8
"""Of the room of a figure: how long a stroke is that may be a line which was not found, and of how much of it."""

WITHOUT_BARS = FIGURES - {"4"}


class Told(NamedTuple):
    """A letter of a row as it is believed to be, its columns in the strip, the number of its word, and whether a word begins with it."""

    letter: Letter
    first: float
    last: float
    source: int
    begins: bool = False


def with_verdicts(words: Sequence[ReadWord], seen: Sequence[Witnesses]) -> tuple[ReadWord, ...]:
    """Return the words of a page, those of its rows of figures as their witnesses have them, divided where the figures stand apart."""
    begun_by = {each.run.spots[0]: each for each in seen}
    taken = {spot for each in seen for spot in each.run.spots}
    pieces: list[tuple[ReadWord, list[Letter]]] = []
    for number, word in enumerate(words):
        if (number, 0) not in taken or (number, 0) in begun_by:
            pieces.append((word, []))
        for at, letter in enumerate(word.letters):
            if (number, at) in begun_by:
                for told in _placed(begun_by[number, at], words):
                    if told.begins:
                        pieces.append((words[told.source], []))
                    pieces[-1][1].append(told.letter)
            elif (number, at) not in taken:
                pieces[-1][1].append(letter)
    return tuple(word._replace(letters=tuple(letters)) for word, letters in pieces if letters)


def _placed(own: Witnesses, words: Sequence[ReadWord]) -> Iterator[Told]:
    """Yield the letters of a row as they are believed to be, each with its room on the page."""
    strip = own.run.strip
    for each in _told(own, words):
        word = words[each.source]
        left, right = strip.on_page(each.first), strip.on_page(each.last)
        box = Box(left, word.baseline - ASCENT * word.size, max(right, left + 0.1), word.baseline + DESCENT * word.size)
        yield each._replace(letter=each.letter._replace(box=box))


def _told(own: Witnesses, words: Sequence[ReadWord]) -> list[Told]:
    heard = own.heard(words)
    believed = own.shapes_are_believed(heard)
    kept = [each for each in heard if (_is_seen(own, each) if believed else each.read is not None)]
    most = AGREED if _is_read_as_figures(own, words) else OUTVOTED
    strokes = strokes_through(own.run.strip, WHOLE_ROOM * own.advance)
    told: list[Told] = []
    for each in kept:
        first, last = _columns(own, each)
        sure = min(most, _sure_by_shape(own, each) if believed else _sure_as_read(own, each))
        is_doubted = _is_doubted_point(each) or (
            each.text in WITHOUT_BARS and any(_goes_through(stroke, first, last) for stroke in strokes)
        )
        letter = Letter(each.text, Box(0, 0, 0, 0), min(sure, DOUBTED) if is_doubted else sure)
        own_told = Told(letter, first, last, each.source)
        told.append(_spaced(told, own_told, own.advance, believed=believed) if told else own_told)
    return told if believed else _with_per_cent(own, told, kept)


def _goes_through(stroke: tuple[int, int], first: float, last: float) -> bool:
    """Tell whether a stroke goes through most of the room of a figure."""
    return min(stroke[1], last) - max(stroke[0], first) > MOST_OF * (last - first)


def _is_read_as_figures(own: Witnesses, words: Sequence[ReadWord]) -> bool:
    """Tell whether at least half of a row was read as figures and signs: what was read as a word is told, whatever its shapes say."""
    read = own.read(words)
    return 2 * sum(letter.text in FIGURES or letter.text in SIGNS for letter in read) >= len(read)


def _is_doubted_point(heard: Heard) -> bool:
    return heard.read is not None and heard.read.text in POINTS and heard.read.confidence <= DOUBTED


def _is_seen(own: Witnesses, heard: Heard) -> bool:
    """Tell whether there is something at a place where the shapes are believed: a sign that stands between them may touch both."""
    if heard.shape is not None or heard.is_unknown:
        return True
    assert heard.read is not None, "a place is read or has a shape"
    strip = own.run.strip
    first, last = strip.column(heard.read.box.x0), strip.column(heard.read.box.x1)
    middle = (first + last) / 2
    row = own.spelling.row
    before = max((each for each in row if each.middle < middle), key=lambda each: each.middle, default=None)
    after = min((each for each in row if each.middle > middle), key=lambda each: each.middle, default=None)
    if heard.read.text in POINTS and before is not None and after is not None:
        return _is_printed(own, before, after)
    free = not any(each.first < middle < each.last for each in row)
    return free and heard.read.text in SIGNS and is_whole(Sample(heard.read.text, strip, first, last))


def _is_printed(own: Witnesses, before: Spelled, after: Spelled) -> bool:
    """Tell whether there is ink at the feet of the figures between which a point was read, and more room than between neighbours."""
    if after.middle - before.middle < own.advance + SPACE_FROM * EM:
        return False
    strip, feet_of = own.run.strip, (slice(ABOVE - 4, ABOVE), slice(before.last, after.first))
    feet = strip.ink[feet_of] * strip.counts[feet_of]
    return bool(feet.size) and float(feet.max()) >= FEET_INKED


def _columns(own: Witnesses, heard: Heard) -> tuple[float, float]:
    """Return the room that a letter takes: as much for each figure as from one to the next."""
    if heard.shape is None:
        assert heard.read is not None, "a place is read or has a shape"
        return own.run.strip.column(heard.read.box.x0), own.run.strip.column(heard.read.box.x1)
    half = own.advance / 2 if heard.is_figure else (heard.shape.last - heard.shape.first) / 2 + SIDE * EM
    return heard.shape.middle - half, heard.shape.middle + half


def _spaced(told: Sequence[Told], own: Told, advance: float, *, believed: bool) -> Told:
    """Return a letter with whether there is a space before it: by how far the figures stand apart, else as it was read."""
    before = told[-1]
    as_read = before.source != own.source
    if own.letter.text in ",." and before.letter.text in FIGURES:  # no space stands before a comma
        return own._replace(begins=False)
    if not believed:
        return own._replace(begins=as_read and (own.first - before.last) / EM + 2 * SIDE >= ROOM_OF_SPACE)
    if not {before.letter.text, own.letter.text} <= FIGURES:
        white = _white(before, own) - _room_of_points(told)
        return own._replace(begins=white >= SURE_SPACE or (as_read and white >= LEAST_SPACE))
    apart = ((own.first + own.last - before.first - before.last) / 2 - advance) / EM
    begins = apart >= SPACE_FROM
    sure = begins is as_read or not UNCLEAR[0] < apart < UNCLEAR[1]
    letter = own.letter if sure else own.letter._replace(confidence=min(own.letter.confidence, OUTVOTED))
    return own._replace(begins=begins, letter=letter)


def _white(before: Told, own: Told) -> float:
    """Return how much white there is between two letters, in ems."""
    return (own.first - before.last) / EM + 2 * SIDE


def _room_of_points(told: Sequence[Told]) -> float:
    """Return how much more room the last letter has before it, where it is a point after a figure, than points usually have."""
    if len(told) < 2 or told[-1].letter.text not in POINTS or told[-2].letter.text not in FIGURES:
        return 0.0
    return max(0.0, _white(told[-2], told[-1]) - BEFORE_POINT)


def _sure_by_shape(own: Witnesses, heard: Heard) -> float:
    """Return how sure a letter is that is believed to be what its shape says."""
    if heard.shape is None:
        return _sure_as_read(own, heard)
    if heard.read is not None:
        return AGREED if heard.shape.margin >= MARGIN or heard.is_read_again else OUTVOTED
    return TWO_OF_THREE if heard.is_read_again and heard.shape.margin >= CLEAR_MARGIN else OUTVOTED


def _sure_as_read(own: Witnesses, heard: Heard) -> float:
    """Return how sure a letter is that is believed to be what was read."""
    assert heard.read is not None, "nothing else is believed"
    if heard.shape is not None and heard.shape.left_over <= EXPLAINED and heard.shape.margin >= MARGIN:
        return AGREED
    strip = own.run.strip
    sides = strip.column(heard.read.box.x0), strip.column(heard.read.box.x1)
    whole = is_whole(Sample(heard.read.text, strip, *sides))
    silent = heard.is_unknown or not own.shapes
    if silent and whole and heard.is_read_again and heard.read.confidence >= SURE_FROM:
        return AGREED
    return OUTVOTED if heard.is_read_again else ALONE


def _with_per_cent(own: Witnesses, told: list[Told], heard: Sequence[Heard]) -> list[Told]:
    """Return a row with the sign for per cent where "26" or "96" was read after a figure: narrower than two, and like none."""
    if len(told) <= 2:
        return told
    first, second = told[-2:]
    figures = all(each.is_figure and each.shape is None and not each.is_unknown for each in heard[-2:])
    alone = first.begins and not second.begins and told[-3].letter.text in FIGURES
    if not (figures and alone and second.last - first.first <= PER_CENT_UP_TO * own.advance):
        return told
    if any(each.left_over < UNLIKE_FROM for each in own.spelling.row if each.last > first.first + 1):
        return told
    sign = first._replace(letter=first.letter._replace(text="%", confidence=ALONE), last=second.last)
    return [*told[:-2], sign]
