"""A motion that is itself a small redline: each of its marks as an edit of the proposal, where the proposal has that very text."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.impact.motions.proposal import Proposal
from lydelse.model.document import Document
from lydelse.model.impact_motion import Act, Demand, Edit, MotionRead, Why
from lydelse.model.text import Mark, Paragraph, Version

MOST_SHOWN = 8


def redline_read(document: Document, proposal: Proposal, name: str) -> MotionRead:
    """Return what a redline asks of a proposal, paragraph by paragraph."""
    demands: list[Demand] = []
    before: Paragraph | None = None
    for paragraph in document.paragraphs:
        if paragraph.is_marked:
            demands.append(_demand(paragraph, before, proposal))
        if paragraph.text_in(Version.BEFORE).strip():
            before = paragraph
    return MotionRead(name, tuple(demands))


def _demand(paragraph: Paragraph, above: Paragraph | None, proposal: Proposal) -> Demand:
    said = paragraph.after or paragraph.before
    earlier = paragraph.text_in(Version.BEFORE)
    if not earlier.strip():
        return _added(said, paragraph, above, proposal)
    found = _same(earlier, proposal, paragraph.place.section_id)
    if len(found) != 1:
        shown = tuple(f"{each.place.section}: {each.after}" for each in found[:MOST_SHOWN])
        return Demand(said, why=Why.TEXT_SEVERAL if found else Why.TEXT_NOT_FOUND, candidates=shown)
    return Demand(said, tuple(_edits(paragraph, found[0], proposal)))


def _same(text: str, proposal: Proposal, section_id: str) -> list[Paragraph]:
    """Return the paragraphs of the proposal with a text; of several those in the same section."""
    wanted = " ".join(text.split())
    found = [each for each in proposal.document.paragraphs if " ".join(each.text_in(Version.AFTER).split()) == wanted]
    return [each for each in found if each.place.section_id == section_id] or found


def _added(said: str, paragraph: Paragraph, above: Paragraph | None, proposal: Proposal) -> Demand:
    found = _same(above.text_in(Version.BEFORE), proposal, above.place.section_id) if above else []
    if len(found) != 1:
        return Demand(said, why=Why.TEXT_SEVERAL if found else Why.TEXT_NOT_FOUND)
    return Demand(said, (Edit(Act.ADD, found[0].place, 0, 0, "", paragraph.after),))


def _edits(paragraph: Paragraph, target: Paragraph, proposal: Proposal) -> Iterator[Edit]:
    """Yield each stretch that the redline strikes, with what it puts there; the proposal's own spaces stand."""
    text = target.text_in(Version.AFTER)
    at = 0
    struck, new = "", ""
    start = 0
    for run in (*paragraph.runs, None):
        if run is None or run.mark is Mark.KEPT:
            if struck or new:
                yield _edit(target, text, start, struck, new, proposal)
            struck, new = "", ""
            at += len(run.text) if run else 0
            start = at
        elif run.mark is Mark.STRUCK:
            struck += run.text
            at += len(run.text)
        else:
            new += run.text


def _edit(target: Paragraph, text: str, start: int, struck: str, new: str, proposal: Proposal) -> Edit:
    """Return one edit; where it lies within an amount of the proposal, it is an edit of that amount."""
    end = start + len(struck)
    before = text[start:end]
    entry = next(
        (
            each
            for each in proposal.entries
            if each.place.path == target.place.path
            and proposal.amount(each).start <= start
            and end <= proposal.amount(each).end
            and struck.strip()
        ),
        None,
    )
    act = Act.FIGURE if entry else Act.STRIKE if not new else Act.REWORD
    return Edit(act, target.place, start, end, before, new, entry.label if entry else "", entry)
