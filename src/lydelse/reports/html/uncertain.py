"""Figures that were read from a picture and are not certain, as they look on their pages."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.model.change import Comparison
from lydelse.model.finding import Passage
from lydelse.model.place import Place
from lydelse.model.uncertain import UncertainFigure
from lydelse.reports.html.clips import Clips, Pictures


def uncertain_figures(comparisons: Iterable[Comparison], clips: Clips | None) -> tuple[Pictures, ...]:
    """Return pictures of the uncertain figures of all documents, those of each page together; none where the pages are not at hand."""
    if clips is None:
        return ()
    figures = _figures(comparisons)
    pages: dict[tuple[str, int], list[Passage]] = {}
    for name, figure in figures:
        passage = Passage(Place(page=figure.page, box=figure.box), figure.text, name)
        pages.setdefault((name, figure.page), []).append(passage)
    pictures = (clips.of_passages(passages) for passages in pages.values())
    return tuple(each for each in pictures if each.shown)


def has_uncertain_figures(comparisons: Iterable[Comparison]) -> bool:
    """Tell whether any figure of these documents is uncertain."""
    return bool(_figures(comparisons))


def _figures(comparisons: Iterable[Comparison]) -> dict[tuple[str, UncertainFigure], None]:
    documents = (document for each in comparisons for document in (each.before, each.after, each.redline))
    return dict.fromkeys((document.source.name, figure) for document in documents for figure in document.uncertain)
