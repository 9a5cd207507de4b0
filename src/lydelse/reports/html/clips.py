"""Pictures of the places that findings are about, cut from the reviewed PDF."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from lydelse.model.finding import Finding, Passage
from lydelse.model.place import Box
from lydelse.records import dataclass

if TYPE_CHECKING:
    from lydelse.formats.pdf.clipping import Clipper
    from lydelse.reports.on_paper import Paper

AT_MOST = 60
"""Pictures of one report: a report of thousands of findings is read by its figures."""
EACH_AT_MOST = 4
"""Pictures of one finding: one of dozens of places would fill pages, and the first show what it is about."""
TALLEST = 170.0
"""Points of the page that one picture may show; places further apart have a picture each."""
_ABOVE = 16.0
"""Points above and below a place in which whole lines are shown with it."""
_AROUND = 4.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it stands in a page: its address holds the whole of it. ``texts`` are what is framed, ``framed`` from where to where.

    Measures are those of a screen, four thirds of the points on paper.
    """

    address: str
    width: int
    height: int
    page: int
    texts: tuple[str, ...]
    framed: tuple[int, int]

    @property
    def png(self) -> bytes:
        """The picture itself."""
        return base64.b64decode(self.address.partition(",")[2])


class Pictures(NamedTuple):
    """The pictures of a finding, and how many of its places on paper have none."""

    shown: tuple[Picture, ...]
    left_out: int


NO_PICTURES = Pictures((), 0)
"""What a finding has whose places are on no page at hand."""


class Clips:
    """The pictures of a report. Use it in a ``with`` statement."""

    def __init__(self, files: Mapping[str, Path], password: str | None = None) -> None:
        """Open the PDFs among the reviewed files, by the names that passages know them by.

        Raises:
            UnreadableFileError: a file is no longer as it was when it was reviewed.
        """
        self._open = ExitStack()
        self._files: dict[str, tuple[Paper, Clipper]] = {}
        self._left = AT_MOST
        on_paper = {name: file for name, file in files.items() if file.suffix.lower() == ".pdf"}
        if on_paper:
            from lydelse.formats.pdf.clipping import Clipper  # noqa: PLC0415 - what draws pages is loaded where there are pages
            from lydelse.reports.on_paper import Paper  # noqa: PLC0415

            enter = self._open.enter_context
            self._files = {name: (enter(Paper(file, password)), enter(Clipper(file, password))) for name, file in on_paper.items()}

    def __enter__(self) -> Self:
        """Return the clips themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the files."""
        self._open.close()

    def of(self, finding: Finding) -> Pictures:
        """Return pictures of the places of a finding, none where they are on no page at hand."""
        return self.of_passages(finding.passages)

    def of_passages(self, passages: Sequence[Passage]) -> Pictures:
        """Return pictures of places, none where they are on no page at hand."""
        places = [*self._places(passages)]
        shown = places[: min(EACH_AT_MOST, self._left)]
        self._left -= len(shown)
        return Pictures(tuple(self._picture(*each) for each in shown), sum(len(near) for _, _, near in places[len(shown) :]))

    def _places(self, passages: Sequence[Passage]) -> Iterator[tuple[str, int, list[Passage]]]:
        """Yield what one picture shows each: of which document, on which page."""
        on_paper = sorted((each for each in passages if self._is_on_paper(each)), key=lambda each: (each.document, each.place.page or 0))
        for (document, page), group in groupby(on_paper, key=lambda each: (each.document, each.place.page or 0)):
            yield from ((document, page, near) for near in _near_one_another([*group]))

    def _is_on_paper(self, passage: Passage) -> bool:
        place = passage.place
        if passage.document not in self._files or place.page is None or place.box is None:
            return False
        return self._files[passage.document][0].holds(place.page, place.box, passage.text)

    def _picture(self, document: str, page: int, passages: Sequence[Passage]) -> Picture:
        paper, clipper = self._files[document]
        boxes = [line for each in passages if each.place.box for line in paper.lines_of(page, each.place.box, each.text)]
        part = boxes[0]
        for box in boxes[1:]:
            part = part.united_with(box)
        seen = paper.whole_lines(page, Box(part.x0, part.top - _ABOVE, part.x1, part.bottom + _ABOVE)).united_with(part)
        around = paper.with_margin(page, seen, _AROUND)
        clip = clipper.clip(page, around, boxes)
        address = f"data:image/png;base64,{base64.b64encode(clip.png).decode('ascii')}"
        texts = tuple(dict.fromkeys(each.text for each in passages))
        framed = (_on_screen(part.x0 - around.x0), _on_screen(part.x1 - around.x0))
        return Picture(address, _on_screen(clip.width), _on_screen(clip.height), page, texts, framed)


def _on_screen(points: float) -> int:
    return round(points * 4 / 3)


def _near_one_another(passages: list[Passage]) -> Iterator[list[Passage]]:
    """Yield the passages of a page from the top down, those that fit in one picture together."""
    near: list[Passage] = []
    for passage in sorted(passages, key=_top):
        if near and _bottom(passage) - _top(near[0]) > TALLEST:
            yield near
            near = []
        near.append(passage)
    if near:
        yield near


def _top(passage: Passage) -> float:
    return passage.place.box.top if passage.place.box else 0.0


def _bottom(passage: Passage) -> float:
    return passage.place.box.bottom if passage.place.box else 0.0
