"""Headers and footers: each wording once, with the earlier one where the file marks a change in it."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.extractors.word.convention import Convention
from lydelse.extractors.word.paragraphs import with_breaks_as_spaces
from lydelse.formats.ooxml import WordFile
from lydelse.formats.ooxml.content import WordParagraph
from lydelse.model.document import Furniture
from lydelse.model.text import Paragraph, Version


def furniture_of(word: WordFile, convention: Convention) -> tuple[Furniture, ...]:
    """Return the headers and footers of a file."""
    found = (*_each("header", word.headers, convention), *_each("footer", word.footers, convention))
    return tuple(dict.fromkeys(found))


def _each(kind: str, stories: tuple[tuple[WordParagraph, ...], ...], convention: Convention) -> Iterator[Furniture]:
    for story in stories:
        paragraphs = [Paragraph(with_breaks_as_spaces(convention.runs(paragraph))) for paragraph in story]
        before, after = (_text(paragraphs, version) for version in (Version.BEFORE, Version.AFTER))
        if before or after:
            yield Furniture(kind, after, (), before=None if before == after else before)


def _text(paragraphs: list[Paragraph], version: Version) -> str:
    lines = (" ".join((p.before if version is Version.BEFORE else p.after).split()) for p in paragraphs)
    return "\n".join(line for line in lines if line)
