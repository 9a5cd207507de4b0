"""What a report shows of minutes, § by §, put together once for the screen and for the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lydelse.checks.minutes.settled import Settled, settled_in
from lydelse.model.case_number import CaseNumber
from lydelse.model.finding import Finding, Passage, Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.minutes import Citation, DocumentKind, Item, Listed, Minutes, Motion, Point, Present, Stance, Vote
from lydelse.model.minutes_review import CaseChain, Link, MinutesReview, Stage
from lydelse.records import dataclass
from lydelse.reports.wording import listed, name_of, say


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a part: its number or sign, what it says, and what is said of it; any but the text may be ""."""

    marker: str
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of an item: its title, the line that its lines complete, and the lines."""

    title: str
    lead: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item with what a reader wants of it. ``anchor`` is its name within the page."""

    anchor: str
    heading: str
    cases: str
    page: int | None
    parts: tuple[ShownPart, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class ShownMinutes:
    """A document: what it is, the facts of its first page as label and text, and its items."""

    title: str
    kind: DocumentKind
    facts: tuple[tuple[str, str], ...]
    items: tuple[ShownItem, ...]


@dataclass(frozen=True, slots=True)
class ShownMinutesFinding:
    """A finding with its number, its sentence, and where its passages stand, each with all that is quoted from there.

    ``handled`` is what a person said who has dealt with it, "" where nobody has.
    """

    number: int
    finding: Finding
    sentence: str
    places: tuple[tuple[str, tuple[str, ...]], ...]
    known: bool = False
    handled: str = ""


def shown_minutes(review: MinutesReview, language: str) -> tuple[ShownMinutes, ...]:
    """Return the documents as a reader sees them."""
    view = _View(language)
    return tuple(view.document(each, number) for number, each in enumerate(review.minutes, 1))


def shown_findings(review: MinutesReview, language: str) -> tuple[ShownMinutesFinding, ...]:
    """Return the findings, the heaviest first, each with where it stands and what stands there."""
    view = _View(language)
    known, handled = frozenset(review.known_findings), {each: say(said.told, language) for each, said in review.handled_findings.items()}
    ordered = [finding for severity in Severity for finding in review.findings if finding.severity is severity]
    return tuple(
        ShownMinutesFinding(
            number, finding, say(finding.message, language), view.places(finding), finding in known, handled.get(finding, "")
        )
        for number, finding in enumerate(ordered, 1)
    )


@dataclass(frozen=True, slots=True)
class ShownChain:
    """A case number: the documents that deal with it, from memo to council and what came of it, and those that only name it."""

    title: str
    links: tuple[tuple[str, str], ...]
    mentions: tuple[tuple[str, str], ...]


def shown_chains(review: MinutesReview, language: str) -> tuple[ShownChain, ...]:
    """Return the case numbers that link documents, each link as what it is and where it stands."""
    view = _View(language)
    return tuple(view.chain(each) for each in review.chains)


class _View:
    """The parts of what is shown, in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, key: str, **facts: Fact) -> str:
        """Return a sentence of the catalogue."""
        return say(Message(key, facts), self._language)

    def document(self, minutes: Minutes, number: int) -> ShownMinutes:
        """Return a document as a reader sees it."""
        named = minutes.body or (minutes.items[0].title if minutes.items else "") or minutes.document.properties.title
        title = " ".join(part for part in (named, minutes.date or "") if part) or minutes.name
        items = tuple(self._item(item, f"d{number}-{at}", settled_in(minutes, item)) for at, item in enumerate(minutes.items, 1))
        return ShownMinutes(title, minutes.kind, tuple(self._facts(minutes)), items)

    def places(self, finding: Finding) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return where a finding's passages stand, each place once, and what is quoted from there."""
        shown: dict[str, dict[str, None]] = {}
        for passage in finding.passages:
            shown.setdefault(self._where(passage), {}).update({passage.text: None} if passage.text else {})
        return tuple((where, tuple(texts)) for where, texts in shown.items())

    def chain(self, chain: CaseChain) -> ShownChain:
        """Return a case as a reader sees it."""
        links = tuple((self._link(each), self._where(each.passage)) for each in chain.links)
        dealing = {each.passage for each in chain.links}
        mentions = tuple((self._where(each), each.text) for each in chain.passages if each not in dealing)
        documents = tuple(dict.fromkeys(passage.document for passage in chain.passages))
        return ShownChain(self.say("minutes.chain", case=chain.case_number.shown, documents=documents), links, mentions)

    def _link(self, link: Link) -> str:
        """Return what a link is: whose decision, of what day and §, or what sort of paper."""
        paragraph = f"§ {link.paragraph}" if link.paragraph is not None else ""
        named = link.body if link.body and link.stage in {Stage.COMMITTEE, Stage.COUNCIL} else name_of(link.stage, self._language)
        return " ".join(part for part in (named, link.date or "", paragraph) if part)

    def _where(self, passage: Passage) -> str:
        page = self.say("report.page", page=passage.place.page) if passage.place.page else ""
        return ", ".join(part for part in (passage.document, page) if part)

    def _facts(self, minutes: Minutes) -> Iterator[tuple[str, str]]:
        yield self.say("report.file"), minutes.name
        yield self.say("minutes.kind"), name_of(minutes.kind, self._language)
        if minutes.venue:
            yield self.say("minutes.venue"), minutes.venue
        if minutes.attendance:
            yield self.say("minutes.attendance"), self.say("minutes.attendance.count", n=len(minutes.attendance))
        if minutes.adjusters:
            yield self.say("minutes.adjusters"), listed(tuple(map(_person, minutes.adjusters)), self._language)
        if minutes.kind in {DocumentKind.MINUTES, DocumentKind.MEMO} and minutes.items[0].paragraph is not None:
            yield self.say("minutes.items"), self.say("minutes.items.count", n=len(minutes.items))

    def _item(self, item: Item, anchor: str, settled: Settled) -> ShownItem:
        heading = " ".join(part for part in (f"§ {item.paragraph}" if item.paragraph is not None else "", item.title) if part)
        parts = tuple(part for part in self._parts(item, settled) if part.lines)
        return ShownItem(anchor, heading, _cases(item.case_numbers), item.place.page, parts, item.unread)

    def _parts(self, item: Item, settled: Settled) -> Iterator[ShownPart]:
        yield from self._points("minutes.proposal", item.proposal)
        yield self._part("minutes.motions", (self._motion(motion, settled) for motion in item.motions))
        yield self._part("minutes.order", (ShownLine("", passage.text) for passage in item.order))
        yield self._part("minutes.votes", map(self._vote, item.votes))
        yield from self._points("minutes.decision", item.decision)
        yield self._part("minutes.reservations", map(self._stance, item.reservations))
        yield self._part("minutes.statements", map(self._stance, item.statements))
        yield self._part("minutes.attachments", map(self._listed, item.attachments))
        yield self._part("minutes.recipients", map(self._listed, item.recipients))
        yield self._part("minutes.references", map(self._citation, item.references))
        told = (*item.recused, *item.adjourned, *((item.adjusted_immediately,) if item.adjusted_immediately else ()))
        yield self._part("minutes.notes", (ShownLine("", passage.text) for passage in told))

    def _part(self, key: str, lines: Iterable[ShownLine]) -> ShownPart:
        return ShownPart(self.say(key), "", tuple(lines))

    def _points(self, key: str, points: Sequence[Point]) -> Iterator[ShownPart]:
        for (heading, lead), group in groupby(points, key=lambda point: (point.heading, point.lead)):
            lines = tuple(ShownLine(f"{point.number}." if point.number is not None else "•", point.text) for point in group)
            usual = self.say(key)
            title = usual if not heading or heading.lower() == usual.lower() else f"{usual} ({heading})"
            yield ShownPart(title, lead if lead != heading else "", lines)

    def _motion(self, motion: Motion, settled: Settled) -> ShownLine:
        said = [name_of(motion.supports, self._language)]
        said += [self.say("minutes.withdrawn")] if motion.withdrawn else []
        said += [self.say("minutes.adopted")] if motion in settled.adopted else []
        said += [self.say("minutes.rejected")] if motion in settled.rejected else []
        return ShownLine("•", motion.text, ", ".join(said))

    def _vote(self, vote: Vote) -> ShownLine:
        return ShownLine("•", vote.text)

    def _stance(self, stance: Stance) -> ShownLine:
        return ShownLine("•", stance.text)

    def _listed(self, entry: Listed) -> ShownLine:
        return ShownLine("•", entry.text)

    def _citation(self, citation: Citation) -> ShownLine:
        paragraph = f"§ {citation.paragraph}" if citation.paragraph is not None else ""
        text = " ".join(part for part in (citation.body or self.say("minutes.body-unknown"), citation.date or "", paragraph) if part)
        return ShownLine("•", text, citation.case_number.shown if citation.case_number else "")


def _person(present: Present) -> str:
    return f"{present.name} ({present.party})" if present.party else present.name


def _cases(numbers: Iterable[CaseNumber]) -> str:
    return ", ".join(number.shown for number in numbers)
