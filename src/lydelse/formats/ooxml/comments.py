"""Comments: what stands in comments.xml, which of them answers which, and what words of the text each is fastened to.

A comment is fastened by ``w:commentRangeStart`` and ``w:commentRangeEnd``, which stand within paragraphs or between them, or by
nothing but its ``w:commentReference``. That one answers another, and that a matter is settled, stands in commentsExtended.xml, where
a comment goes by the ``w14:paraId`` of its last paragraph (MS-DOCX 2.5.4.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lydelse.formats.ooxml.content import WordComment, WordParagraph
from lydelse.formats.ooxml.names import W14, W15, Element, W, attribute, is_on
from lydelse.model.text import Mark
from lydelse.records import dataclass, field

FASTENING = frozenset(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_BETWEEN_PARAGRAPHS = frozenset(W + name for name in ("body", "tc", "tr", "tbl", "footnote", "endnote", "txbxContent"))


@dataclass(slots=True)
class Anchors:
    """Where the comments of a file are fastened: its paragraphs are counted as they are read, and the words within open ranges kept."""

    paragraphs: int = 0
    begun: dict[str, int] = field(default_factory=dict)
    _open: dict[str, None] = field(default_factory=dict)
    _quoted: dict[str, list[str]] = field(default_factory=dict)

    def next_paragraph(self) -> int:
        """Return the number of the paragraph that now begins; what is quoted from it stands apart from the one before."""
        self.paragraphs += 1
        self.quote(" ")
        return self.paragraphs

    def fasten(self, mark: Element) -> None:
        """Take note of the end of a range, of its beginning (between two paragraphs: in the next one), or of a reference alone."""
        comment = attribute(mark, "id") or ""
        if mark.tag == f"{W}commentRangeEnd":
            self._open.pop(comment, None)
            return
        self.begun.setdefault(comment, self.paragraphs + _stands_between_paragraphs(mark))
        self._quoted.setdefault(comment, [])
        if mark.tag == f"{W}commentRangeStart":
            self._open[comment] = None
        else:
            self._open.pop(comment, None)  # a reference stands last; a range without an end must not quote the rest of the file

    def quote(self, text: str) -> None:
        """Add text that is read to the words of the ranges that are open."""
        for comment in self._open:
            self._quoted[comment].append(text)

    def quoted_by(self, comment: str) -> str:
        """Return the words that a comment is fastened to."""
        return " ".join("".join(self._quoted.get(comment, ())).split())


def comments_in(
    root: Element | None, extended: Element | None, read: Callable[[Element], Iterable[WordParagraph]], anchors: Anchors
) -> tuple[WordComment, ...]:
    """Return the comments of a file in the order of the text, each answer after what it answers; one that says nothing is left out."""
    elements = [] if root is None else root.findall(f"{W}comment")
    names = {_name_of(element): attribute(element, "id") or "" for element in elements}
    threads = {part.get(f"{W15}paraId") or "": part for part in extended} if extended is not None else {}
    placed = {comment: at for at, comment in enumerate(anchors.begun)}
    found: list[tuple[tuple[int, bool, int], WordComment]] = []
    for at, element in enumerate(elements):
        thread = threads.get(_name_of(element))
        asked = names.get(thread.get(f"{W15}paraIdParent") or "-") if thread is not None else None
        own = attribute(element, "id") or ""
        said = "\n".join(_lines(read(element)))
        comment = WordComment(
            text=said,
            author=attribute(element, "author") or None,
            date=attribute(element, "date") or None,
            paragraph=anchors.begun.get(own, anchors.begun.get(asked or "")),
            quoted=anchors.quoted_by(own) or anchors.quoted_by(asked or ""),
            is_answer=asked is not None,
            resolved=thread is not None and is_on(thread.get(f"{W15}done") or "0"),
        )
        if said:
            found.append(((placed.get(asked or own, len(placed)), asked is not None, at), comment))
    return tuple(comment for _, comment in sorted(found, key=lambda each: each[0]))


def _stands_between_paragraphs(mark: Element) -> bool:
    """Tell whether a mark stands in no paragraph; a content control holds paragraphs, or stands in one."""
    around = (element.tag for element in mark.iterancestors() if element.tag == f"{W}p" or element.tag in _BETWEEN_PARAGRAPHS)
    return next(around, f"{W}p") != f"{W}p"


def _name_of(comment: Element) -> str:
    """Return what the last paragraph of a comment goes by, "" where it goes by nothing."""
    names = [paragraph.get(f"{W14}paraId") or "" for paragraph in comment.iter(f"{W}p")]
    return names[-1] if names else ""


def _lines(paragraphs: Iterable[WordParagraph]) -> Iterator[str]:
    """Yield what each paragraph of a comment says now: what its author took back again is left out."""
    for paragraph in paragraphs:
        line = " ".join("".join(piece.text for piece in paragraph.pieces if piece.mark is not Mark.STRUCK).split())
        if line:
            yield line
