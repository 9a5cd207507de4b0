"""Running headers and footers held against each other.

They are compared as one text for each place they stand in, because programs cut them into pieces in different ways. Page numbers
are no part of them. A header that only one of two documents has is told only where both are of one format: a file without pages,
or printed without its headers, says nothing of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lydelse.differ.folding import folded
from lydelse.differ.nature import nature_of
from lydelse.differ.words import marked_words
from lydelse.model.change import Added, Change, Removed, Reworded, Unit
from lydelse.model.document import Document, Furniture
from lydelse.model.place import Place
from lydelse.model.text import Mark, Run
from lydelse.patterns import compiled
from lydelse.records import replace

_PAGE_NUMBER = compiled(
    r"""(?:\bsid(?:a|an)?\b\.?\s*)?(?<![\w-])\d{1,3}\s*(?:\(\s*\d{1,3}\s*\) | /\s*\d{1,3}\b | \s+av\s+\d{1,3}\b)
      | \bsid(?:a|an)?\b(?:\s*\d{1,3}\b)?""",
    re.IGNORECASE | re.VERBOSE,
)


def compared_furniture(before: Document, after: Document) -> tuple[Furniture, ...]:
    """Return the later document's headers and footers, those that the earlier one has in other words with its words."""
    result = list(after.furniture)
    for kind in ("header", "footer"):
        ours, theirs = ([each for each in document.furniture if each.kind == kind] for document in (before, after))
        if _bag(ours) == _bag(theirs) or not ((ours and theirs) or before.source.format == after.source.format):
            continue
        result = [each for each in result if each.kind != kind]
        result.extend(_paired(ours, theirs, kind))
    return tuple(result)


def _bag(furniture: Sequence[Furniture]) -> Counter[str]:
    """Return the words of each text, each text once; how often it is repeated and where it is cut do not count."""
    texts = dict.fromkeys(_plain(each.text) for each in furniture)
    return Counter(dict.fromkeys(word for text in texts for word in text.split()))


def _plain(text: str) -> str:
    """Return a header's text without its page number."""
    return " ".join(_PAGE_NUMBER.sub(" ", folded(text)).split())


def _paired(before: Sequence[Furniture], after: Sequence[Furniture], kind: str) -> Iterator[Furniture]:
    """Yield the texts of one kind: those that are the same, then those that stand for one another in their order, then the rest."""
    known = {_plain(each.text) for each in before} & {_plain(each.text) for each in after}
    ours, theirs = ([each for each in side if _plain(each.text) not in known] for side in (before, after))
    yield from (each for each in after if _plain(each.text) in known)
    for one, other in zip(ours, theirs, strict=False):
        yield replace(other, before=one.text)
    yield from (replace(each, before="") for each in theirs[len(ours) :])
    yield from (Furniture(kind, "", each.pages, each.text) for each in ours[len(theirs) :])


def furniture_changes(furniture: Sequence[Furniture]) -> Iterator[Change]:
    """Yield the headers and footers that are marked as changed, each once."""
    for before, after in dict.fromkeys((each.before, each.text) for each in furniture if each.before is not None):
        if before is None or _plain(before) == _plain(after):
            continue
        if not before:
            yield Added(Unit.FURNITURE, after, (Run(after, Mark.INSERTED),), Place())
        elif not after:
            yield Removed(Unit.FURNITURE, before, (Run(before, Mark.STRUCK),), Place())
        else:
            runs = marked_words(before, after)
            yield Reworded(Unit.FURNITURE, before, after, runs, Place(), Place(), nature_of(runs, is_row=False))
