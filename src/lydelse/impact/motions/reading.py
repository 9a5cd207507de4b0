"""A motion read against a proposal: each thing that it asks as edits of the proposal's text, or why it cannot be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lydelse.figures.numbers import numbers_in
from lydelse.figures.prose import amounts_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.names import likeness, name_of
from lydelse.impact.motions.asked import Asked, Kind
from lydelse.impact.motions.asking import asked_in, replaced_first
from lydelse.impact.motions.clauses import Clause, clauses_of
from lydelse.impact.motions.conflicts import clash_of
from lydelse.impact.motions.figures import figure_demand, reverted
from lydelse.impact.motions.proposal import Proposal
from lydelse.impact.motions.targets import (
    entries_named,
    is_said,
    last_paragraph,
    point_before,
    points_named,
    sections_referred,
    sections_titled,
    telling_words,
    text_found,
)
from lydelse.model.document import Document
from lydelse.model.impact_motion import Act, Clash, Demand, Edit, MotionRead, Why
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled

MOST_CANDIDATES = 8
_SENTENCE = compiled(r"(?<!\w)(?P<which>första|andra|tredje|fjärde|sista|näst\s+sista)\s+(?P<of>meningen|stycket)(?!\w)", re.IGNORECASE)
_OF_PARTS = compiled(
    r"(?<!\w)(?:(?:under)?(?:avsnitt|kapitel|rubrik|paragraf)\w*|(?:besluts)?punkt\w*|att-sats\w*|hela|helt|helhet\w*|text(?:en)?|innehåll\w*"
    r"|(?:besluts)?förslag\w*|beslut\w*|handling\w*|ändring\w*|dokument\w*|nummer|numrering\w*|ur)(?!\w)",
    re.IGNORECASE,
)
"""Words that name a part as a whole, or the document that it is a part of."""
_LESS = compiled(
    r"(?<!\w)(?:ord|ordet|orden|siffr|belopp|summa|procent|andel|ersättning|bidrag|avgift|taxa|anslag|stöd|vikt|nivå|gräns|tak|golv|rad|kolumn"
    r"|tabell|villkor|krav|pris|kostnad|tillägg|del)\w*",
    re.IGNORECASE,
)
"""Words of what stands within a part: who strikes that strikes less than the part, unless the part is called so itself."""
_LIMITING = compiled(
    r"(?<!\w)(?:ord|ordet|orden|siffr\w*|belopp\w*|summa\w*|procent\w*|andel\w*|vikt|vikten|nivå\w*|sats|satsen|gräns\w*|tak|taket|golv|golvet"
    r"|max\w*|lägst\w*|högst\w*|minst\w*|minim\w*|rad|raden|kolumn\w*|tabell\w*|villkor\w*|krav\w*|pris|priset|kostnad\w*|del|delen|delar"
    r"|mening\w*|stycke\w*|\w*(?:höjning|ökning|räkning|sänkning|minskning|ändring)(?:en|ar|arna)?)(?!\w)",
    re.IGNORECASE,
)
"""Words of what a section that is called otherwise has within it; what it pays ("ersättningen", "bidraget") is the section itself."""
_ORDER = {"första": 0, "andra": 1, "tredje": 2, "fjärde": 3, "sista": -1, "näst sista": -2}


def motion_read(document: Document, proposal: Proposal, name: str) -> MotionRead:
    """Return what a motion's text asks of a proposal."""
    demands: list[Demand] = []
    background: list[str] = []
    for clause in clauses_of(document):
        asked = asked_in(clause)
        if asked.kind is Kind.NOTHING:
            background.append(clause.said)
        else:
            demands.append(_demand(clause, asked, proposal))
    return MotionRead(name, tuple(_without_contradictions(demands)), tuple(background))


def _without_contradictions(demands: Sequence[Demand]) -> Iterator[Demand]:
    """Yield the demands of a motion; of two that change the same text in two ways neither is applied."""
    for demand in demands:
        others = [edit for other in demands if other is not demand for edit in other.edits]
        if any(clash_of(edit, other) not in {None, Clash.SAME_DEMAND} for edit in demand.edits for other in others):
            yield Demand(demand.text, why=Why.CONTRADICTS)
        else:
            yield demand


def _demand(clause: Clause, asked: Asked, proposal: Proposal) -> Demand:
    if asked.kind in _READERS:
        if asked.kind in {Kind.FIGURE, Kind.REVERT} and _is_of_another_year(clause, asked, proposal):
            return Demand(clause.said, why=Why.ANOTHER_YEAR)
        return _READERS[asked.kind](clause, asked, proposal)
    return Demand(clause.said, why=Why.PROCEDURE if asked.kind is Kind.PROCEDURE else Why.NOT_UNDERSTOOD)


def _is_of_another_year(clause: Clause, asked: Asked, proposal: Proposal) -> bool:
    """Tell whether a demand names a year that the proposal states no amounts for; what is to stay as it is may name the year before."""
    amounts = [(amount.start, amount.end) for amount in amounts_in(clause.text)]
    named = {
        int(number.value)
        for number in numbers_in(clause.text)
        if number.is_year and not any(start <= number.start < end for start, end in amounts)
    }
    known = proposal.years | (proposal.earlier_years if asked.kind is Kind.REVERT else frozenset())
    return bool(known) and not named <= known


def _vague(clause: Clause, asked: Asked, proposal: Proposal) -> Demand:
    """Return a demand that says a direction and no figure; what it may be about is named."""
    named = entries_named(proposal, re.sub(r"\b(?:höj|sänk|ök|minsk)\w*.*$", "", asked.phrase, flags=re.IGNORECASE), lambda _entry: True)
    return Demand(clause.said, why=Why.NO_FIGURE, candidates=tuple(proposal.called(entry) for entry in named[:MOST_CANDIDATES]))


def _one_place(clause: Clause, quoted: str, proposal: Proposal, then: Callable[[Paragraph, int, int], Edit]) -> Demand:
    """Return the edit of the one place where a quotation stands."""
    found = text_found(proposal, quoted, sections_referred(proposal, clause.text))
    if not found:
        return Demand(clause.said, why=Why.TEXT_NOT_FOUND)
    if len(found) > 1:
        shown = tuple(f"{paragraph.place.section}: {_around(paragraph, start, end)}" for paragraph, start, end in found[:MOST_CANDIDATES])
        return Demand(clause.said, why=Why.TEXT_SEVERAL, candidates=shown)
    return Demand(clause.said, (then(*found[0]),))


def _around(paragraph: Paragraph, start: int, end: int) -> str:
    text = paragraph.text_in(Version.AFTER)
    first, last = max(0, start - 30), min(len(text), end + 30)
    return f"…{text[first:last]}…"


def _replaced(clause: Clause, _asked: Asked, proposal: Proposal) -> Demand:
    if len(clause.quotes) == 1:
        return _reworded_point(clause, proposal)
    one, other = clause.quotes[:2]
    quoted, new = (one, other) if replaced_first(clause.text) else (other, one)
    if quoted == new:
        return Demand(clause.said, why=Why.ALREADY)

    def reword(paragraph: Paragraph, start: int, end: int) -> Edit:
        return Edit(Act.REWORD, paragraph.place, start, end, paragraph.text_in(Version.AFTER)[start:end], new)

    demand = _one_place(clause, quoted, proposal, reword)
    if demand.why is Why.TEXT_NOT_FOUND and text_found(proposal, new, sections_referred(proposal, clause.text)):
        return Demand(clause.said, why=Why.ALREADY)
    return demand


def _reworded_point(clause: Clause, proposal: Proposal) -> Demand:
    points = points_named(proposal, clause.text) or []
    if len(points) != 1:
        return Demand(clause.said, why=Why.AMBIGUOUS if points else Why.NO_TARGET)
    text = points[0].text_in(Version.AFTER)
    if text == clause.quotes[0]:
        return Demand(clause.said, why=Why.ALREADY)
    return Demand(clause.said, (Edit(Act.REWORD, points[0].place, 0, len(text), text, clause.quotes[0]),))


def _struck_text(clause: Clause, _asked: Asked, proposal: Proposal) -> Demand:
    """Return the striking of all that is quoted; where one quotation is not found, or stands in several places, of none."""

    def strike(paragraph: Paragraph, start: int, end: int) -> Edit:
        return Edit(Act.STRIKE, paragraph.place, start, end, paragraph.text_in(Version.AFTER)[start:end], "")

    demands = [_one_place(clause, quoted, proposal, strike) for quoted in clause.quotes]
    refused = next((demand for demand in demands if demand.why), None)
    return refused or Demand(clause.said, tuple(edit for demand in demands for edit in demand.edits))


def _struck_part(clause: Clause, asked: Asked, proposal: Proposal) -> Demand:
    """Return the striking of a sentence, a point or a section that is named by its number, or by its title alone."""
    sections = sections_referred(proposal, clause.text)
    which = _SENTENCE.search(clause.text)
    if which:
        return _struck_sentence(clause, which, sections, proposal)
    points = points_named(proposal, clause.text) if sections is None else None
    if points is not None:
        return _one_point(clause, points, asked.phrase)
    numbered = re.search(r"\b(?:avsnitt|kapitel|punkt)\w*\s+\d", clause.text, re.IGNORECASE)
    if sections is not None or numbered:
        chosen = [proposal.sections[each] for each in sections or ()]
    else:
        chosen = sections_titled(proposal, asked.phrase)
    if not chosen:
        return Demand(clause.said, why=Why.NO_TARGET)
    if len(chosen) > 1:
        return Demand(clause.said, why=Why.AMBIGUOUS, candidates=tuple(_called(section) for section in chosen[:MOST_CANDIDATES]))
    section = chosen[0]
    if _says_more(asked.phrase, section.title) if sections is not None else _names_less(asked.phrase, section.title):
        return Demand(clause.said, why=Why.NOT_UNDERSTOOD)
    if sections is None and likeness(name_of(section.title), name_of(" ".join(telling_words(asked.phrase)))) is None:
        return Demand(clause.said, why=Why.AMBIGUOUS, candidates=(_called(section),))
    figures = entries_named(proposal, asked.phrase, lambda _entry: True) if sections is None and telling_words(asked.phrase) else []
    elsewhere = [entry for entry in figures if not entry.place.section_id.startswith(section.section_id)]
    if elsewhere:
        shown = (_called(section), *(proposal.called(entry) for entry in elsewhere))
        return Demand(clause.said, why=Why.AMBIGUOUS, candidates=shown[:MOST_CANDIDATES])
    return Demand(clause.said, (Edit(Act.STRIKE_SECTION, section.blocks[0].place, 0, 0, _called(section), "", label=section.title),))


def _says_more(phrase: str, text: str) -> bool:
    """Tell whether a phrase that names a part by its number says something that the part's own text does not: it is about less of it."""
    bare = _OF_PARTS.sub(" ", phrase)
    return any(not is_said(word, text) for word in (*telling_words(bare), *_LESS.findall(bare)))


def _names_less(phrase: str, title: str) -> bool:
    """Tell whether a phrase that names a section by its title names something within it: its ceiling, a row, a condition."""
    return any(not is_said(word, title) for word in _LIMITING.findall(phrase))


def _called(section: Section) -> str:
    return f"{section.number} {section.title}".strip()


def _one_point(clause: Clause, points: Sequence[Paragraph], phrase: str) -> Demand:
    if not points:
        return Demand(clause.said, why=Why.NO_TARGET)
    if len(points) > 1:
        shown = tuple(f"{point.place.section}: {point.after}" for point in points[:MOST_CANDIDATES])
        return Demand(clause.said, why=Why.AMBIGUOUS, candidates=shown)
    text = points[0].text_in(Version.AFTER)
    if _says_more(phrase, text):
        return Demand(clause.said, why=Why.NOT_UNDERSTOOD)
    return Demand(clause.said, (Edit(Act.STRIKE, points[0].place, 0, len(text), text, ""),))


def _struck_sentence(clause: Clause, which: re.Match[str], sections: list[str] | None, proposal: Proposal) -> Demand:
    if sections is None or len(sections) != 1:
        return Demand(clause.said, why=Why.AMBIGUOUS if sections is None else Why.NO_TARGET)
    paragraphs = [paragraph for paragraph in proposal.sections[sections[0]].paragraphs if paragraph.after]
    at = _ORDER[" ".join(which["which"].lower().split())]
    if which["of"].lower() == "stycket":
        spans = [(paragraph, 0, len(paragraph.text_in(Version.AFTER))) for paragraph in paragraphs]
    else:
        spans = [(paragraph, *span) for paragraph in paragraphs for span in sentences_of(paragraph.text_in(Version.AFTER))]
    if not spans or not -len(spans) <= at < len(spans):
        return Demand(clause.said, why=Why.NO_TARGET)
    paragraph, start, end = spans[at]
    return Demand(clause.said, (Edit(Act.STRIKE, paragraph.place, start, end, paragraph.text_in(Version.AFTER)[start:end], ""),))


def _added(clause: Clause, _asked: Asked, proposal: Proposal) -> Demand:
    """Return a paragraph added after a point, after quoted text or last in a section."""
    new = clause.quotes[-1]
    if len(clause.quotes) > 2:
        return Demand(clause.said, why=Why.NOT_UNDERSTOOD)
    if len(clause.quotes) > 1:

        def after(paragraph: Paragraph, start: int, end: int) -> Edit:
            del start
            return Edit(Act.ADD, paragraph.place, end, end, "", new)

        return _one_place(clause, clause.quotes[0], proposal, after)
    points = points_named(proposal, clause.text)
    sections = sections_referred(proposal, clause.text)
    if points is not None and not points and sections is None:
        points = point_before(proposal, clause.text)
    if points is not None and sections is None:
        if len(points) == 1:
            return Demand(clause.said, (Edit(Act.ADD, points[0].place, 0, 0, "", new),))
        return Demand(clause.said, why=Why.AMBIGUOUS if points else Why.NO_TARGET)
    if sections is not None and len(sections) == 1:
        last = last_paragraph(proposal.sections[sections[0]])
        if last is not None:
            return Demand(clause.said, (Edit(Act.ADD, last.place, 0, 0, "", new),))
    return Demand(clause.said, why=Why.NO_TARGET if sections is not None else Why.AMBIGUOUS)


_READERS: dict[Kind, Callable[[Clause, Asked, Proposal], Demand]] = {
    Kind.FIGURE: lambda clause, asked, proposal: figure_demand(clause.said, asked, proposal),
    Kind.REVERT: lambda clause, asked, proposal: reverted(clause.said, asked, proposal),
    Kind.REPLACE: _replaced,
    Kind.STRIKE_TEXT: _struck_text,
    Kind.STRIKE_PART: _struck_part,
    Kind.ADD: _added,
    Kind.VAGUE: _vague,
}
"""What reads each kind of demand; the others are not applied."""
