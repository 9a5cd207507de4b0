"""What stands on the page of minutes; the template only lays it out."""

from __future__ import annotations

from lydelse.model.document import Source
from lydelse.model.finding import Severity, Unread
from lydelse.model.minutes_review import MinutesReview
from lydelse.model.review import Confirmed
from lydelse.records import dataclass
from lydelse.reports.by_hand import handled_in_words
from lydelse.reports.earlier import since_in_words
from lydelse.reports.minutes_view import ShownChain, ShownMinutes, ShownMinutesFinding, shown_chains, shown_findings, shown_minutes
from lydelse.reports.wording import say


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """Everything on the page."""

    title: str
    documents: tuple[ShownMinutes, ...]
    sources: tuple[Source, ...]
    findings: tuple[ShownMinutesFinding, ...]
    confirmed: tuple[tuple[Confirmed, str], ...]
    chains: tuple[ShownChain, ...]
    unread: tuple[tuple[Unread, str], ...]
    rules_off: tuple[str, ...]
    since: str
    by_hand: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        return {severity: sum(shown.finding.severity is severity for shown in self.findings) for severity in Severity}


def minutes_page(review: MinutesReview, language: str) -> MinutesPage:
    """Return the page of minutes that were read together."""
    documents = shown_minutes(review, language)
    return MinutesPage(
        title=documents[0].title if documents else "",
        documents=documents,
        sources=review.sources,
        findings=shown_findings(review, language),
        confirmed=tuple((each, say(each.wording, language)) for each in review.confirmed),
        chains=shown_chains(review, language),
        unread=tuple((each, say(each.message, language)) for each in review.unread),
        rules_off=review.rules_off,
        since=since_in_words(review, language),
        by_hand=handled_in_words(review, language),
    )
