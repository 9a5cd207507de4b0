"""What annotations show on a page and is not read as its text: typed text, filled-in fields, carets without a place, and drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.extractors.pdf.annotated import DRAWN_BY_HAND, LAID_OVER, by_hand, words_under
from lydelse.extractors.pdf.line import Line
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Annotation
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message

QUOTED = 60  # characters


def remarks_in(pages: Iterable[Page | BrokenPage], lines: Sequence[Line]) -> Iterator[Unread]:
    """Yield what the annotations of the pages hold that is not in ``lines``, the text as read."""
    whole = tuple(page for page in pages if isinstance(page, Page) and page.annotations)
    if not whole:
        return
    placed = {id(drawn.note) for line in lines for word in line.words for drawn in word.drawn}
    for page in whole:
        for note in page.annotations:
            said = " ".join(note.contents.split())
            if said and (note.kind in {"FreeText", "Widget"} or (note.kind == "Caret" and id(note) not in placed)):
                yield _seen(page, note, said)
        own = [line for line in lines if line.page == page.number]
        rows = tuple(sorted(own, key=lambda line: line.baseline))
        over = [word.text for note in page.annotations if note.kind in LAID_OVER for word in words_under(note, rows)]
        if over:
            said_over: dict[str, Fact] = {"page": page.number, "text": " ".join(over)[:QUOTED]}
            yield Unread("X905", Severity.QUESTION, Message("X905.pdf-laid-over", said_over), page.number)
        drawings = [note for note in page.annotations if note.kind in DRAWN_BY_HAND and not any(by_hand(note, own))]
        if drawings:
            facts: dict[str, Fact] = {"page": page.number, "count": len(drawings)}
            yield Unread("X905", Severity.WARNING, Message("X905.pdf-drawings", facts), page.number)


def _seen(page: Page, note: Annotation, said: str) -> Unread:
    """Return the text of a page that is seen there and stands outside what was read."""
    facts: dict[str, Fact] = {"page": page.number, "text": said[:QUOTED]}
    match note.kind:
        case "FreeText":
            message = Message("X905.pdf-typed", facts)
        case "Widget":
            message = Message("X905.pdf-field", facts)
        case _:
            message = Message("X905.pdf-caret", facts)
    return Unread("X905", Severity.WARNING, message, page.number)
