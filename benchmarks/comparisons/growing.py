"""Books of so many pages, and one edited as a yearly amendment is."""

from __future__ import annotations

from copy import deepcopy

from benchmarks.comparisons.edited import Book, Writer, in_lines
from benchmarks.comparisons.edits import reword_some

WORDS_OF_A_PAGE = 340


def book_of(seed: int, pages: int) -> Book:
    """Return a book of so many pages, with a price list in every third section."""
    writer = Writer(seed)
    book = writer.book(3)
    while len(in_lines(book[-30:]).split()) * len(book) < pages * WORDS_OF_A_PAGE * min(30, len(book)):
        book.append(writer.chapter(writer.chance.choice((0, 1, 1))))
        if writer.chance.random() < 0.33:
            book[-1].blocks.append(writer.price_list(15, 3))
    return book


def amended(book: Book) -> Book:
    """Return the book with a fifth of its paragraphs reworded and one section gone."""
    after = deepcopy(book)
    reword_some(Writer(3), after, 0.2)
    del after[5]
    return after
