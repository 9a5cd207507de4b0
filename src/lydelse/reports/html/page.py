"""What stands on the page of a report, put together from a Review; the templates only lay it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from lydelse.model.calculation import Origin, Verdict
from lydelse.model.case import Case
from lydelse.model.change import Change, Comparison, Proof
from lydelse.model.change import Unit as ChangeUnit
from lydelse.model.document import Source
from lydelse.model.finding import Finding, Passage, Severity, Unread
from lydelse.model.message import Message
from lydelse.model.review import Confirmed, Coverage, Review
from lydelse.model.text import Version
from lydelse.records import dataclass, field, replace
from lydelse.reports.amount_rows import AmountGroup, changed_amounts, other_amounts
from lydelse.reports.by_hand import by_hand_in_words
from lydelse.reports.earlier import since_in_words
from lydelse.reports.html.charts import NO_CHARTS, Charts, charts_of
from lydelse.reports.html.clips import NO_PICTURES, Clips, Pictures
from lydelse.reports.html.redline import ChangedSection, changed_sections, split_head
from lydelse.reports.html.uncertain import uncertain_figures
from lydelse.reports.in_force_lines import in_force_lines
from lydelse.reports.remarks import ShownComment, shown_comments
from lydelse.reports.sections import Headings, headings_of, names_of
from lydelse.reports.wording import in_percent, say

OPEN_TO_PROVIDERS = frozenset({"L402", "L403", "L407", "S110"})
"""Rules that find terms which leave a case open to those whom the terms bind: gaps, overlaps, bases read in several ways."""
UNREAD_ON_FIRST_PAGE = 6
QUOTED_AT_MOST = 320  # characters of a quoted passage: enough to know it again, not the whole page


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read, and which version it holds; None is both, or the document in force."""

    source: Source
    version: Version | None
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place as a reader finds it, with all that is quoted from it. ``href`` is "" where the report does not show the section."""

    heading: str
    number: str
    page: int | None
    texts: tuple[str, ...]
    document: str
    href: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with its number in this report. ``handled`` is what a person said who has dealt with it, "" where nobody has."""

    number: int
    finding: Finding
    sentence: str
    places: tuple[ShownPlace, ...]
    known: bool = False
    handled: str = ""
    pictures: Pictures = NO_PICTURES


@dataclass(frozen=True, slots=True)
class ShownConfirmed:
    """A relation that holds. ``version`` is None where its document has but one."""

    confirmed: Confirmed
    sentence: str
    places: tuple[ShownPlace, ...]
    percent: str
    version: Version | None


@dataclass(frozen=True, slots=True)
class Part:
    """What one comparison changed. ``number`` is that of the comparison, for names within the page."""

    number: int
    title: str
    one_version: bool
    proof: Proof | None
    changed: tuple[AmountGroup, ...]
    unchanged: tuple[AmountGroup, ...]
    sections: tuple[ChangedSection, ...]
    furniture: tuple[Change, ...]
    in_force: tuple[str, ...] = ()

    @property
    def changed_count(self) -> int:
        """How many amounts are changed, added or removed."""
        return sum(len(group.rows) for group in self.changed)

    @property
    def has_whole(self) -> bool:
        """Tell whether any amount stands in one of the versions only, beside amounts that stand in both."""
        return len({bool(row.before and row.after) for group in self.changed for row in group.rows}) > 1

    @property
    def unchanged_count(self) -> int:
        """How many amounts stand unchanged."""
        return sum(len(group.rows) for group in self.unchanged)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page."""

    case: Case
    files: tuple[File, ...]
    parts: tuple[Part, ...]
    unread: tuple[tuple[Unread, str], ...]
    findings: tuple[tuple[Severity, tuple[ShownFinding, ...]], ...] = ()
    confirmed: tuple[ShownConfirmed, ...] = ()
    consistent: tuple[ShownConfirmed, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    charts: Charts = NO_CHARTS
    headings: Mapping[str, str] = field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    since: str = ""
    by_hand: tuple[str, ...] = ()
    checked: bool = True
    comments: tuple[ShownComment, ...] = ()
    uncertain: tuple[Pictures, ...] = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        counted = Counter({severity: len(shown) for severity, shown in self.findings})
        return {severity: counted[severity] for severity in Severity}

    @property
    def open_to_providers(self) -> tuple[ShownFinding, ...]:
        """The findings on terms that leave a case open to those whom they bind."""
        return tuple(shown for _, group in self.findings for shown in group if shown.finding.code in OPEN_TO_PROVIDERS)

    @property
    def one_version(self) -> bool:
        """Tell whether nothing was compared: each document holds one wording only."""
        return all(part.one_version for part in self.parts)

    @property
    def unread_by_code(self) -> tuple[tuple[Unread, str, int], ...]:
        """The first of each code of what was not read, with how many there are."""
        counted = Counter(each.code for each, _ in self.unread)
        first = {each.code: (each, sentence) for each, sentence in reversed(self.unread)}
        return tuple((*first[code], count) for code, count in counted.items())

    @property
    def unread_is_placed(self) -> bool:
        """Tell whether anything of what was not read names its file or page."""
        return any(each.document or each.page for each, _ in self.unread)

    @property
    def unread_fits(self) -> bool:
        """Tell whether all that was not read fits on the first page."""
        return len(self.unread) <= UNREAD_ON_FIRST_PAGE

    @property
    def shows_changes(self) -> bool:
        """Tell whether the changed wording of any section is shown."""
        return any(part.sections for part in self.parts)

    @property
    def holds_in_force(self) -> bool:
        """Tell whether anything was held against the document in force."""
        return any(part.in_force for part in self.parts)

    @property
    def several(self) -> bool:
        """Tell whether more than one document was reviewed, each by itself."""
        return len(self.parts) > 1

    split_head = staticmethod(split_head)


def review_page(review: Review, language: str, clips: Clips | None = None) -> Page:
    """Return the page of a review; ``clips`` cuts pictures of places out of the reviewed files, where it is given."""
    places = _Places(review.comparisons)
    held = tuple(_confirmed(each, places, language) for each in review.confirmed)
    return Page(
        case=review.case,
        files=_files(review.comparisons),
        parts=_parts(review.comparisons, language),
        unread=tuple((each, say(each.message, language)) for each in review.unread),
        findings=_numbered(review, places, language, clips),
        confirmed=tuple(each for each in held if each.confirmed.origin is not Origin.INFERRED),
        consistent=tuple(each for each in held if each.confirmed.origin is Origin.INFERRED),
        coverage=review.coverage,
        charts=charts_of(review.comparison, review.calculation),
        headings=headings_of(review.comparison),
        rules_off=review.rules_off,
        since=since_in_words(review, language),
        by_hand=by_hand_in_words(review, language),
        comments=shown_comments(review.comparisons),
        uncertain=uncertain_figures(review.comparisons, clips),
    )


def comparison_page(comparison: Comparison, language: str) -> Page:
    """Return the page of a comparison that was not checked."""
    return Page(
        case=Case(),
        files=_files((comparison,)),
        parts=_parts((comparison,), language),
        unread=tuple((each, say(each.message, language)) for each in comparison.unread),
        checked=False,
        comments=shown_comments((comparison,)),
    )


def _files(comparisons: tuple[Comparison, ...]) -> tuple[File, ...]:
    files: list[File] = []
    for comparison in comparisons:
        versions = (None,) if len(comparison.sources) == 1 else tuple(Version)
        files.extend(File(source, version) for source, version in zip(comparison.sources, versions, strict=True))
    held = dict.fromkeys(comparison.in_force.source for comparison in comparisons if comparison.in_force)
    return (*files, *(File(source, None, in_force=True) for source in held))


def _parts(comparisons: tuple[Comparison, ...], language: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for number, comparison in enumerate(comparisons, 1):
        headings = headings_of(comparison)
        part = Part(
            number=number,
            title=comparison.redline.properties.title or comparison.redline.source.name,
            one_version=comparison.one_version,
            proof=comparison.proof,
            changed=changed_amounts(comparison, headings, language),
            unchanged=other_amounts(comparison, headings, language),
            sections=changed_sections(comparison, f"d{number}-"),
            furniture=tuple(change for change in comparison.changes if change.unit is ChangeUnit.FURNITURE),
            in_force=in_force_lines(comparison.in_force, language) if comparison.in_force else (),
        )
        parts.append(part)
    return tuple(parts)


class _Places:
    """Where passages are shown on the page."""

    def __init__(self, comparisons: tuple[Comparison, ...]) -> None:
        self._headings = Headings(comparisons)
        self._links: dict[tuple[str, str], str] = {}
        self._one_version = {name for comparison in comparisons if comparison.one_version for name in names_of(comparison)}
        for number, comparison in enumerate(comparisons, 1):
            for section in changed_sections(comparison, f"d{number}-"):
                for name in names_of(comparison):
                    self._links.setdefault((name, section.section_id), f"#{section.anchor}")

    def has_one_version(self, document: str) -> bool:
        """Tell whether a document holds one wording only."""
        return document in self._one_version

    def shown(self, passage: Passage) -> ShownPlace:
        """Return a passage as a reader finds it."""
        place = passage.place
        text = passage.text if len(passage.text) <= QUOTED_AT_MOST else f"{passage.text[:QUOTED_AT_MOST].rsplit(' ', 1)[0]} …"
        href = self._links.get((passage.document, place.section_id), "")
        heading = self._headings.of(passage.document, place)
        return ShownPlace(heading, place.section or heading, place.page, (text,) if text else (), passage.document, href)

    def all_shown(self, passages: Iterable[Passage]) -> tuple[ShownPlace, ...]:
        """Return passages as a reader finds them, those of one section and page together."""
        shown: dict[ShownPlace, list[str]] = {}
        for place in map(self.shown, passages):
            shown.setdefault(replace(place, texts=()), []).extend(place.texts)
        return tuple(replace(place, texts=tuple(dict.fromkeys(texts))) for place, texts in shown.items())


def _numbered(review: Review, places: _Places, language: str, clips: Clips | None) -> tuple[tuple[Severity, tuple[ShownFinding, ...]], ...]:
    """Return the findings by severity, the heaviest first, numbered through the report."""
    known, handled = frozenset(review.known_findings), review.handled_findings
    groups: list[tuple[Severity, tuple[ShownFinding, ...]]] = []
    number = 0
    for severity in Severity:
        shown: list[ShownFinding] = []
        for finding in (each for each in review.findings if each.severity is severity):
            number += 1
            sentence, at = say(finding.message, language), places.all_shown(finding.passages)
            said = say(handled[finding].told, language) if finding in handled else ""
            shown.append(ShownFinding(number, finding, sentence, at, finding in known, said, clips.of(finding) if clips else NO_PICTURES))
        if shown:
            groups.append((severity, tuple(shown)))
    return tuple(groups)


def _confirmed(confirmed: Confirmed, places: _Places, language: str) -> ShownConfirmed:
    percent = ""
    if confirmed.verdict is Verdict.BARELY and confirmed.probability is not None:
        percent = say(Message("report.probability", {"percent": in_percent(confirmed.probability)}), language)
    own = None if places.has_one_version(confirmed.document) else confirmed.version
    return ShownConfirmed(confirmed, say(confirmed.wording, language), places.all_shown(confirmed.passages), percent, own)
