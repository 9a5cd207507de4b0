"""A redline held against the document in force: what it struck and kept, did that stand there, and has anything else changed?

The redline may hold the amended sections alone: what it leaves out is said to be left out. Within a section that it holds, the
earlier wording must be the wording in force, word for word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from lydelse.differ.contents import headings_in, is_contents_line
from lydelse.differ.departures import departures_in, plain
from lydelse.differ.folding import folded
from lydelse.differ.gathering import missing_joined, with_excerpt_asked, with_moves
from lydelse.differ.hunks import of_runs
from lydelse.differ.likeness import LikenedSection
from lydelse.differ.marked import is_marked
from lydelse.differ.matching import matched, number_key
from lydelse.differ.passages import EarlierSection, earlier_sections
from lydelse.differ.renumbering import shift_of
from lydelse.differ.steps import Step, body_of, held_blocks, steps_between
from lydelse.differ.words import marked_words
from lydelse.model.document import Document, Redline
from lydelse.model.finding import Severity, Unread
from lydelse.model.in_force import Departure, DepartureKind, InForce, Match, SectionInForce
from lydelse.model.message import Message
from lydelse.model.numbering import split_printed_number
from lydelse.model.place import Place
from lydelse.model.readings import accepting_marks
from lydelse.model.section import Section
from lydelse.model.text import Mark
from lydelse.records import dataclass, replace

WHOLE = 0.9
"""A redline with this share of the sections in force is one of the whole document: a section that is missing there is asked about."""
FEWEST_OF_A_WHOLE = 8
"""Fewer sections than these are an excerpt of anything."""


@dataclass(frozen=True)
class Pair:
    """A section of the redline's earlier version with its section in force; ``steps`` are their blocks, opposite one another."""

    earlier: EarlierSection
    standing: Section | None
    match: Match
    steps: tuple[Step, ...] = ()

    @property
    def is_cited(self) -> bool:
        """Tell whether the redline has the heading alone, and leaves out the text that stands under it in force."""
        return self.standing is not None and not self.earlier.has_text and bool(body_of(self.standing))


@dataclass(frozen=True)
class Standing:
    """The sections of a redline with their sections in force, and the sections in force that it leaves out."""

    pairs: tuple[Pair, ...]
    left_out: tuple[Section, ...]
    in_force: Document
    redline: Document


def standing_of(redline: Document, in_force: Document) -> Standing:
    """Find each section of a redline in the document in force, whole or as an excerpt; marks in force are read as accepted."""
    clean = accepting_marks(in_force) if is_marked(in_force) else in_force
    sections = [section for section in clean.sections if section.heading or body_of(section)]
    earlier = earlier_sections(redline)
    found = matched(earlier, [LikenedSection(section) for section in sections])
    pairs: list[Pair] = []
    for at, each in enumerate(earlier):
        if at not in found:
            pairs.append(Pair(each, None, Match.NONE))
            continue
        section, match = sections[found[at][0]], found[at][1]
        steps = steps_between(body_of(section), held_blocks(each)) if each.has_text else []
        pairs.append(Pair(each, section, match, tuple(steps)))
    taken = {at for at, _ in found.values()}
    left_out = tuple(section for at, section in enumerate(sections) if at not in taken and section.heading and not _is_title(section))
    return Standing(tuple(pairs), left_out, clean, redline)


def unread_of(in_force: Document) -> tuple[Unread, ...]:
    """Return what was not read in the document in force, and that marks of its own were read as accepted."""
    if not is_marked(in_force):
        return in_force.unread
    name = in_force.source.name
    return (Unread("X905", Severity.WARNING, Message("X905.in-force.marked", {"name": name}), document=name), *in_force.unread)


def _is_title(section: Section) -> bool:
    """Tell whether a section is nothing but the document's title."""
    return section.level == 0 and not body_of(section)


def held_against(redline: Document, in_force: Document) -> InForce:
    """Return where a redline's sections stand in the document in force, and what in them differs from it without a mark."""
    standing = standing_of(redline, in_force)
    guessed = redline.source.redline is Redline.UNMARKED
    sections = (*_sections(standing), *(_left_out(section) for section in standing.left_out))
    found = InForce(in_force.source, sections, (), unread_of(in_force), guessed)
    if not any(pair.standing for pair in standing.pairs):
        names = {"document": redline.source.name, "in_force": in_force.source.name}
        another = Unread("X905", Severity.WARNING, Message("X905.in-force.other", names), document=in_force.source.name)
        return replace(found, unread=(*found.unread, another))
    headings = headings_in((redline, standing.in_force))
    departures = [each for each in _departures(standing) if not _is_of_contents(each, headings)] + list(_missing_sections(standing))
    left_out = [block for section in standing.left_out for block in body_of(section)]
    return replace(found, departures=tuple(missing_joined(with_moves(departures, left_out))))


def _is_of_contents(departure: Departure, headings: frozenset[str]) -> bool:
    """Tell whether a departure is about lines of a table of contents and nothing else."""
    texts = [text for text in (departure.text_in_force, departure.text) if text]
    numbered = departure.kind is DepartureKind.RENUMBERED or departure.place.path.endswith("/h")
    return not numbered and all(is_contents_line(line, headings) for text in texts for line in text.split("\n"))


def _sections(standing: Standing) -> Iterator[SectionInForce]:
    by_heading = {pair.earlier.section.section_id: pair for pair in standing.pairs if pair.earlier.section.blocks}
    earlier = iter([pair for pair in by_heading.values() if pair.earlier.heading])
    if "" in by_heading:
        yield _section(by_heading[""])
    for section in standing.redline.sections:
        if section.heading and section.heading.before:
            pair = next(earlier, None)
            if pair:
                yield _section(pair)
        elif section.heading:
            yield SectionInForce(section.number, section.section_id, section.title, Match.NONE, added=True)


def _section(pair: Pair) -> SectionInForce:
    section, standing = pair.earlier.section, pair.standing
    named = " ".join(part for part in (standing.number, standing.title) if part) if standing else ""
    return SectionInForce(section.number, section.section_id, section.title, pair.match, pair.is_cited, in_force=named)


def _left_out(section: Section) -> SectionInForce:
    named = " ".join(part for part in (section.number, section.title) if part)
    return SectionInForce(section.number, section.section_id, section.title, Match.NONE, left_out=True, in_force=named)


def _departures(standing: Standing) -> Iterator[Departure]:
    numbered = any(section.number for section in standing.in_force.sections)
    standing_there = {folded(plain(block)) for section in standing.in_force.sections for block in body_of(section)}
    begun = False
    for _, group in groupby(_with_shifts(standing.pairs), key=lambda each: each[1]):
        shifted = [pair for pair, shift in group if shift]
        if shifted:
            yield _renumbered(shifted)
    for pair in standing.pairs:
        begun = begun or pair.standing is not None
        if pair.standing is None:
            yield from _of_unknown(pair.earlier, standing_there, own=not begun or (numbered and not pair.earlier.section.number))
            continue
        yield from _of_title(pair.earlier, pair.standing)
        if pair.earlier.has_text:
            found = departures_in(pair.steps, pair.earlier.place, _start(pair.standing))
            yield from found if is_whole(standing) else with_excerpt_asked(list(found), pair.earlier.place, body_of(pair.standing))


def _of_unknown(earlier: EarlierSection, standing_there: Collection[str], *, own: bool) -> Iterator[Departure]:
    """Yield what a section of the redline claims of a document that does not have it; of its own covering text only what is struck.

    Text that does stand in force, under another heading, is not claimed falsely.
    """
    blocks = [held for held in held_blocks(earlier) if folded(plain(held.block)) not in standing_there]
    struck = [held for held in blocks if held.is_struck]
    if own:
        for held in struck:
            yield Departure(DepartureKind.STRUCK, "", plain(held.block), held.place, Place(), "", plain(held.block))
        return
    heading = earlier.section.heading
    text = "\n".join([*([plain(heading)] if heading else []), *(plain(held.block) for held in blocks)])
    if text:
        kind = DepartureKind.STRUCK if blocks and len(struck) == len(blocks) else DepartureKind.FOREIGN
        yield Departure(kind, "", plain(heading) if heading else plain(blocks[0].block), earlier.place, Place(), "", text)


def _of_title(earlier: EarlierSection, standing: Section) -> Iterator[Departure]:
    heading = earlier.section.heading
    if (
        heading is None
        or standing.heading is None
        or earlier.heading is None
        or _as_printed(earlier.section.title) == _as_printed(standing.title)
    ):
        return
    runs = marked_words(standing.title, earlier.section.title)
    count = sum(not sign.isspace() for sign in earlier.section.title)
    yield from of_runs(runs, earlier.heading.letters[-count:], earlier.place, standing.heading.place)


def _as_printed(title: str) -> str:
    """Return a title as it counts: capitals throughout are a way of printing it."""
    return folded(title).lower()


def _with_shifts(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, object]]:
    """Yield each section with how its number differs from that in force, None where it does not; like shifts in a row are one event."""
    for pair in pairs:
        if pair.standing is None or not pair.standing.number or not pair.earlier.section.number:
            continue
        one, other = number_key(pair.standing.number), number_key(pair.earlier.section.number)
        yield pair, (shift_of(one, other) or (one, other)) if one != other else None


def _renumbered(pairs: Sequence[Pair]) -> Departure:
    numbers = [(pair.standing.number, pair.earlier.section.number) for pair in pairs if pair.standing]
    ours, theirs = ((", ".join(each[side] for each in numbers)) for side in (0, 1))
    first = pairs[0]
    assert first.standing is not None, "a renumbered section stands in force"
    headings = first.standing.heading, first.earlier.section.heading
    texts = [plain(heading) if heading else "" for heading in headings]
    kind = DepartureKind.STRUCK if _number_is_struck(first.earlier) else DepartureKind.RENUMBERED
    return Departure(kind, ours, theirs, first.earlier.place, _start(first.standing), *texts)


def _number_is_struck(earlier: EarlierSection) -> bool:
    """Tell whether the redline strikes the section's number."""
    letters = earlier.heading.letters if earlier.heading else ()
    heading = earlier.section.heading
    number = sum(not sign.isspace() for sign in split_printed_number(heading.before if heading else "")[0])
    return any(letter.mark is Mark.STRUCK for letter in letters[:number])


def _start(section: Section) -> Place:
    first = section.blocks[0]
    return first.place


def is_whole(standing: Standing) -> bool:
    """Tell whether a redline is one of the whole document."""
    held = sum(pair.standing is not None and pair.standing.heading is not None for pair in standing.pairs)
    whole = held + len(standing.left_out)
    return whole >= FEWEST_OF_A_WHOLE and held >= WHOLE * whole


def _missing_sections(standing: Standing) -> Iterator[Departure]:
    """Yield the sections in force that a redline of the whole document lacks: whether they are gone is a question."""
    if not is_whole(standing):
        return
    places = {id(pair.standing): pair.earlier.place for pair in standing.pairs if pair.standing}
    place = standing.pairs[0].earlier.place
    for section in standing.in_force.sections:
        place = places.get(id(section), place)
        if any(section is each for each in standing.left_out) and section.heading:
            text = plain(section.heading)
            yield Departure(DepartureKind.SECTION, text, "", place, _start(section), text)
