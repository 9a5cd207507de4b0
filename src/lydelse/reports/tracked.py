"""The redline as a Word file with tracked changes: reject all of them and it is the earlier version, accept all and it is the later."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from lydelse.differ.folding import folded
from lydelse.differ.furniture import compared_furniture, furniture_changes
from lydelse.differ.words import marked_words
from lydelse.extractors.word import extract
from lydelse.formats.ooxml.redlining import redline_bytes
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.change import Comparison, Unit
from lydelse.model.document import Document, Furniture
from lydelse.model.message import Message
from lydelse.model.readings import accepting_marks, blocks_of, reading_of
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Run, Version
from lydelse.patterns import compiled
from lydelse.reports.moved import moves_in
from lydelse.reports.tracked_copy import Copied, copied, copied_accepting, has_changes
from lydelse.reports.tracked_formatting import with_tracked_changes
from lydelse.reports.tracked_furniture import with_marked_furniture

FORMATTED = Message("tracked.formatted")
FORMATTED_ACCEPTED = Message("tracked.formatted-accepted")
UNLIKE = Message("tracked.plain.unlike")
OWN = Message("tracked.own")
KEPT = Message("tracked.kept")
ACCEPTED = Message("tracked.accepted")
FURNITURE = Message("tracked.furniture")
NOT_READ_BACK = Message("tracked.not-read-back")

_DAY = compiled(r"\d{4}-\d{2}-\d{2}")
_BULLETS = "•·▪◦●○■□–—-"


def write(comparison: Comparison, word: bytes | None = None, date: str = "") -> tuple[bytes, tuple[Message, ...]]:
    """Return a comparison's marked document as a Word file, and what must be said of it.

    A file whose own tracked changes are the difference is the file itself. Any other file is read again before it is given out; where that
    does not give both versions, it is said.

    Args:
        comparison: what the file is to show.
        word: the Word file of the later version, or the redline; None where it is no Word file.
        date: the day that the changes are dated, as ISO 8601; anything else is none.
    """
    if word is not None and _says_it_itself(word, comparison):
        return word, () if len(comparison.sources) == 1 else (OWN,)
    why: tuple[Message, ...] = ()
    if word is not None:
        edited = _edited(comparison, word, date)
        if not isinstance(edited, Message):
            return edited
        why = (edited,)
    content = _plain(comparison, date)
    return content, why if reads_back(content, comparison) else (*why, NOT_READ_BACK)


def _edited(comparison: Comparison, word: bytes, date: str) -> tuple[bytes, tuple[Message, ...]] | Message:
    """Return a copy of the later Word file with the changes in it and what is to be said of it, or why there is none."""
    if len(comparison.sources) == 1:
        tracked = with_tracked_changes(word, tracking_on(date))
        return (tracked, (FORMATTED,)) if tracked is not None and reads_back(tracked, comparison) else UNLIKE
    made = copied(comparison, word, tracking_on(date))
    if made is not None and _holds(made, comparison):
        theirs = Message("tracked.kept-shared", {"count": made.shared}) if made.shared else KEPT
        return _furnished(made.content, comparison, date, (theirs,) if made.had_changes else ())
    made = copied_accepting(comparison, word, tracking_on(date)) if made is None or made.had_changes else None
    if made is not None and _holds(made, comparison):
        return _furnished(made.content, comparison, date, (ACCEPTED,) if made.had_changes else ())
    tracked = with_tracked_changes(word, tracking_on(date)) if made is None else None
    made = copied_accepting(comparison, tracked, tracking_on(date)) if tracked is not None else None
    if made is not None and _holds(made, comparison):
        return _furnished(made.content, comparison, date, (FORMATTED_ACCEPTED,))
    return UNLIKE


def _furnished(content: bytes, comparison: Comparison, date: str, said: tuple[Message, ...]) -> tuple[bytes, tuple[Message, ...]]:
    """Return a copy with its headers and footers marked as well, or as it is, and that they are not, where that is not sure."""
    if not any(change.unit is Unit.FURNITURE for change in comparison.changes):
        return content, said
    made = with_marked_furniture(content, comparison.redline.furniture, tracking_on(date))
    if made is None:
        return content, (*said, FURNITURE)
    read = _read(made.settled)
    versions = ((comparison.before, Version.BEFORE), (comparison.after, Version.AFTER))
    differing = (
        furniture_changes(compared_furniture(reading_of(read, version), accepting_marks(document))) for document, version in versions
    )
    return (content, (*said, FURNITURE)) if any(any(changes) for changes in differing) else (made.content, said)


def _holds(made: Copied, comparison: Comparison) -> bool:
    """Tell whether a copy holds both versions: with what is shared of others' changes accepted, and the later one as it is."""
    if not reads_back(made.settled, comparison):
        return False
    return made.content == made.settled or reading_is(_read(made.content), comparison.after, Version.AFTER)


def _says_it_itself(word: bytes, comparison: Comparison) -> bool:
    """Tell whether a file holds the two versions without formatting that shows a change: by its tracked changes, or nothing changed."""
    if len(comparison.sources) > 1 and not has_changes(word):
        return False
    read = _read(word)
    return not read.source.convention and _holds_both(read, comparison)


def _plain(comparison: Comparison, date: str) -> bytes:
    redline = comparison.redline
    furniture = [(each.kind, _runs_of(each)) for each in redline.furniture]
    cited = "docx" in {comparison.before.source.format, comparison.after.source.format}
    return redline_bytes(redline, tracking_on(date), moves_in(comparison), tuple(dict.fromkeys(furniture)), cited=cited)


def tracking_on(date: str) -> Tracking:
    """Return the changes of one file, dated by a day where that is one."""
    return Tracking(date=f"{date}T00:00:00Z" if _DAY.fullmatch(date) else None)


def _runs_of(furniture: Furniture) -> tuple[Run, ...]:
    if furniture.before is None:
        return (Run(furniture.text),)
    return marked_words(furniture.before, furniture.text)


def reads_back(content: bytes, comparison: Comparison) -> bool:
    """Tell whether a Word file with tracked changes holds the two versions of a comparison: texts, tables and order."""
    return _holds_both(_read(content), comparison)


def _holds_both(read: Document, comparison: Comparison) -> bool:
    return all(
        reading_is(read, document, version)
        for document, version in ((comparison.before, Version.BEFORE), (comparison.after, Version.AFTER))
    )


def _read(content: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "redline.docx"
        file.write_bytes(content)
        return extract(file)


def reading_is(read: Document, document: Document, version: Version) -> bool:
    """Tell whether one version of a marked document is another document, the numbers of items counted by Word or typed.

    Notes are held against notes: where they stand in the text is Word's to say.
    """
    ours, theirs = list(blocks_of(read, version)), list(document.blocks)
    return any(_lines(ours, numbered=numbered) == _lines(theirs, numbered=numbered) for numbered in (True, False))


def _lines(blocks: list[Block], *, numbered: bool) -> list[str]:
    body = (line for block in blocks if not _is_note(block) for line in _lines_of(block, numbered=numbered))
    notes = (line for block in blocks if _is_note(block) for line in _lines_of(block, numbered=False))
    return [line for line in (*body, "", *notes) if line.strip("|")]


def _is_note(block: Block) -> bool:
    return not isinstance(block, Table) and block.kind is Kind.FOOTNOTE


def _lines_of(block: Block, *, numbered: bool) -> Iterator[str]:
    if isinstance(block, Table):
        yield from ("|".join(_visible(cell.text(Version.AFTER)) for cell in row.cells) for row in block.rows)
    else:
        marker = block.marker if numbered and block.kind is Kind.ITEM else ""
        yield _visible(f"{marker} {block.after}").lstrip(_BULLETS)


def _visible(text: str) -> str:
    return "".join(folded(text).split())
