"""Comments: each with the place of the paragraph that it is fastened in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from lydelse.formats.ooxml.content import WordComment, WordParagraph
from lydelse.model.comment import Comment
from lydelse.model.place import Place
from lydelse.model.text import Paragraph
from lydelse.records import replace


def numbered(paragraph: Paragraph, word: WordParagraph) -> Paragraph:
    """Return a paragraph that has no place as yet with its number in the file."""
    return paragraph.standing_at(Place(origin=word.number))


def placed(comments: Iterable[WordComment], paragraphs: Iterable[Paragraph]) -> tuple[Comment, ...]:
    """Return the comments with the places of the paragraphs that they are fastened in.

    A comment in a paragraph that was left out because it is empty stands with the paragraph above it.
    """
    comments = tuple(comments)
    if not comments:
        return ()
    places = {paragraph.place.origin: replace(paragraph.place, origin=0) for paragraph in paragraphs}
    numbers = sorted(places)

    def place_of(number: int | None) -> Place:
        if number is None or not numbers:
            return Place()
        return places[numbers[max(0, bisect_right(numbers, number) - 1)]]

    return tuple(
        Comment(each.text, each.author, each.date, place_of(each.paragraph), each.quoted, each.is_answer, each.resolved)
        for each in comments
    )
