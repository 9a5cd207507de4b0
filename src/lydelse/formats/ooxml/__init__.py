"""The fence around Office Open XML: the only package that knows python-docx and lxml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lydelse.formats.ooxml.blocks import Story
from lydelse.formats.ooxml.comments import Anchors, comments_in
from lydelse.formats.ooxml.content import WordBlock, WordFile, WordParagraph, paragraphs_in
from lydelse.formats.ooxml.names import Element, W, attribute
from lydelse.formats.ooxml.numbering import Numbering
from lydelse.formats.ooxml.package import Parts, open_parts
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING
from lydelse.formats.ooxml.styles import Styles

__all__ = ["WordFile", "open_word"]

_REVISIONS = (*INSERTING, *STRIKING, f"{W}cellIns", f"{W}cellDel")


def open_word(path: Path) -> WordFile:
    """Return what a Word file holds.

    Raises:
        UnreadableFileError: the file cannot be read at all; its message says why.
    """
    parts = open_parts(path)
    styles = Styles(parts.related.get("styles"))
    numbering = Numbering(parts.related.get("numbering"), styles)
    unseen: Counter[str] = Counter({"part": len(parts.damaged)})
    body = next(parts.document.iter(f"{W}body"), None)
    anchors = Anchors()
    blocks = Story(styles, numbering, unseen, anchors).blocks(body) if body is not None else ()
    notes = dict(_notes(parts, lambda note: Story(styles, numbering, unseen, anchors).blocks(note)))

    def apart(story: Element) -> tuple[WordParagraph, ...]:
        """Return the paragraphs of a header, a footer or a comment. What is seen and left out there (a logotype) is not counted."""
        return tuple(paragraphs_in(Story(styles, numbering, Counter(), Anchors()).blocks(story)))

    return WordFile(
        body=blocks,
        notes=notes,
        headers=tuple(map(apart, parts.headers)),
        footers=tuple(map(apart, parts.footers)),
        comments=comments_in(parts.related.get("comments"), parts.related.get("commentsExtended"), apart, anchors),
        title=_text_of(parts.related.get("core-properties"), "title"),
        producer=_producer(parts.related.get("extended-properties")),
        tracked=any(next(root.iter(*_REVISIONS), None) is not None for root in _roots_of(parts)),
        unseen={name: count for name, count in unseen.items() if count},
    )


def _roots_of(parts: Parts) -> Iterator[Element]:
    """Yield the parts with text of the document: changes may be tracked in any of them."""
    notes = (parts.related.get(f"{kind}s") for kind in ("footnote", "endnote"))
    yield from (parts.document, *(root for root in notes if root is not None), *parts.headers, *parts.footers)


def _notes(parts: Parts, read: Callable[[Element], tuple[WordBlock, ...]]) -> Iterator[tuple[tuple[str, str], tuple[WordBlock, ...]]]:
    """Yield the footnotes and endnotes by kind and number; the lines that separate them from the text are none."""
    for kind in ("footnote", "endnote"):
        root = parts.related.get(f"{kind}s")
        for note in root.findall(W + kind) if root is not None else ():
            if (attribute(note, "type") or "normal") == "normal":
                yield (kind, attribute(note, "id") or ""), read(note)


def _text_of(root: Element | None, name: str) -> str:
    found = (element.text for element in root if str(element.tag).rpartition("}")[2] == name) if root is not None else iter(())
    return " ".join((next(found, None) or "").split())


def _producer(properties: Element | None) -> str:
    return " ".join(text for text in (_text_of(properties, "Application"), _text_of(properties, "AppVersion")) if text)
