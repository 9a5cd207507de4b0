"""A picture of a page, read: set straight, its lines found and taken out, its letters recognised and measured."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import NamedTuple

import numpy as np

from lydelse.formats.bounds import bounds
from lydelse.formats.picture.areas import coloured_areas
from lydelse.formats.picture.crossed_words import with_bars_given_back
from lydelse.formats.picture.ends import ending_with_letters
from lydelse.formats.picture.figures import Page, with_figures_looked_at
from lydelse.formats.picture.letters import words_of
from lydelse.formats.picture.lines import Found, em_of, level_lines, upright_lines
from lydelse.formats.picture.paper import Paper, Rgb, as_ink, pixels_of
from lydelse.formats.picture.parts import is_text, may_be_text
from lydelse.formats.picture.picture import Picture, ReadPicture
from lydelse.formats.picture.references import with_points_by_their_words
from lydelse.formats.picture.short_lines import short_lines, through_whole_words, without_bars_of_letters
from lydelse.formats.picture.straight import angle_of, turned
from lydelse.formats.picture.strips import Run, runs_of
from lydelse.formats.picture.taken_out import without_lines
from lydelse.formats.picture.tesseract import Row, TooSlowError, Within, rows_in
from lydelse.formats.picture.upright import READ_FROM, lies_on_its_side, sureness

EM_SHOWN = 33.0
"""Pixels: how large text is shown to Tesseract. Text of 150 dpi is enlarged by half, which reads as well as twice, in less time."""

WHOLE_PAGE = 3
"""Tesseract's page segmentation: a page of which nothing is known."""


MOST_AT_ONCE = 4
"""Pages read side by side: each takes a processor, and 150 MB at 300 dpi."""


class Recognised(NamedTuple):
    """What is recognised in a picture, and its rows of figures."""

    read: ReadPicture
    runs: tuple[Run, ...] = ()


def read_pictures(pictures: Iterable[Picture]) -> list[ReadPicture]:
    """Return the words and the lines of pictures of one document, whose figures are held against each other; a few are read at a time."""
    return with_second_looks(_recognised_each(pictures, _recognised))


def read_parts(pictures: Iterable[Picture]) -> list[ReadPicture]:
    """Return the same of pictures that stand the right way up on pages with text: nothing of those that are no text."""
    return with_second_looks(_recognised_each(pictures, _recognised_part))


def with_second_looks(recognised: Iterable[Recognised]) -> list[ReadPicture]:
    """Return pictures of one document as they are read when their figures have been held against each other."""
    pages = list(recognised)
    looked_at = [with_points_by_their_words(own) for own in with_figures_looked_at([Page(each.read.words, each.runs) for each in pages])]
    words = with_bars_given_back([(own, each.read.lines) for each, own in zip(pages, looked_at, strict=True)])
    return [each.read._replace(words=own) for each, own in zip(pages, words, strict=True)]


def _recognised_each(pictures: Iterable[Picture], recognise: Callable[[Picture], Recognised]) -> Iterator[Recognised]:
    at_once = min(MOST_AT_ONCE, os.cpu_count() or 1)
    waiting = iter(pictures)
    with ThreadPoolExecutor(at_once) as pool:
        while group := tuple(islice(waiting, at_once)):
            yield from pool.map(recognise, group)


def _recognised(picture: Picture) -> Recognised:
    """Return what is recognised in a picture of a page, whichever way up it is."""
    pixels = pixels_of(picture)
    within = Within(bounds().recognition)
    try:
        first = _read(pixels, picture.dpi, int(lies_on_its_side(255 - pixels.min(axis=2), picture.dpi)), within)
        if sureness(first.read.words) >= READ_FROM:
            return first
        other = _read(pixels, picture.dpi, first.read.quarters + 2, within)
    except TooSlowError:
        return Recognised(ReadPicture((), (), (), 0.0, gave_up=True))
    return max(first, other, key=lambda each: sureness(each.read.words))


def _recognised_part(picture: Picture) -> Recognised:
    """Return what is recognised in a picture beside text; nothing where it is none."""
    nothing = Recognised(ReadPicture((), (), (), 0.0))
    pixels = pixels_of(picture)
    if not may_be_text(pixels, picture.dpi):
        return nothing
    try:
        found = _read(pixels, picture.dpi, 0, Within(bounds().recognition))
    except TooSlowError:
        return Recognised(nothing.read._replace(gave_up=True))
    return found if is_text(found.read, pixels, picture.dpi) else nothing


def _read(upright: Rgb, dpi: float, quarters: int, within: Within) -> Recognised:
    """Return what is recognised in a picture that is turned by so many quarters, and its rows of figures.

    Raises:
        TooSlowError: it takes longer than a page may.
    """
    pixels = np.ascontiguousarray(np.rot90(upright, quarters)) if quarters else upright
    angle = angle_of(255 - pixels.min(axis=2))
    paper = as_ink(turned(pixels, angle), dpi)
    em = em_of(paper.ink, dpi)
    level, doubtful = level_lines(paper, em)
    clean = without_lines(paper, level)
    scale = float(np.clip(EM_SHOWN / em, 0.5, 3.0))
    rows = rows_in(clean.ink, scale if abs(scale - 1) > 0.15 else 1.0, dpi, WHOLE_PAGE, within=within)
    read = measured(rows, paper, level, doubtful)
    return read._replace(read=read.read._replace(angle=angle, quarters=quarters))


def measured(rows: Iterable[Row], paper: Paper, level: list[Found], doubtful: list[Found]) -> Recognised:
    """Return the words that were recognised as they are measured in a picture, with its lines: those found, and those told by the words."""
    clean = without_lines(paper, level)
    words = words_of(rows, clean, [found.line for found in level])
    level = without_bars_of_letters(level, words)
    late = [*through_whole_words(doubtful, words), *short_lines(paper, words, level)]
    level, clean = level + late, without_lines(clean, late)
    lines = tuple(ending_with_letters((*(found.line for found in level), *upright_lines(paper)), words))
    return Recognised(ReadPicture(words, lines, coloured_areas(paper), 0.0), runs_of(words, clean.ink, lines))
