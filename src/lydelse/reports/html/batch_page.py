"""The index of a folder as one page: what was found, what became of every file, and which pairs are doubtful."""

from __future__ import annotations

from urllib.parse import quote

from lydelse.model.batch import Batch, FindingTold, ReviewTold, Standing
from lydelse.model.finding import Severity
from lydelse.records import dataclass
from lydelse.reports.batch_text import SHOWN, named
from lydelse.reports.html import rendered
from lydelse.reports.wording import say


@dataclass(frozen=True, slots=True)
class ShownReview:
    """A report with the findings that are shown one by one."""

    review: ReviewTold
    name: str
    href: str
    shown: tuple[FindingTold, ...]


@dataclass(frozen=True, slots=True)
class BatchPage:
    """Everything on the page. ``href_of`` is the report of each file that has one, by its path."""

    batch: Batch
    reviews: tuple[ShownReview, ...]
    href_of: dict[str, str]
    doubts: tuple[str, ...]

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity no earlier index told."""
        return {severity: sum(each.count(severity) for each in self.batch.reviews) for severity in Severity}

    @property
    def standings(self) -> tuple[tuple[Standing, int], ...]:
        """How many files became what."""
        return tuple((standing, count) for standing in Standing if (count := self.batch.count(standing)))

    @property
    def known(self) -> int:
        """How many findings an earlier index told as well."""
        return sum(each.known for review in self.batch.reviews for each in review.findings)


def write(batch: Batch, *, version: str, language: str = "sv") -> str:
    """Return the page; ``version`` is that of the program."""
    reviews = tuple(_shown(review, language) for review in batch.reviews)
    hrefs = {path: each.href for each in reviews for path in each.review.documents}
    page = BatchPage(batch, reviews, hrefs, tuple(say(doubt.why, language) for doubt in batch.doubts))
    return rendered("batch.html", language, page=page, version=version, script=None)


def _shown(review: ReviewTold, language: str) -> ShownReview:
    shown = tuple(each for each in review.findings if each.severity in SHOWN and not each.known)
    return ShownReview(review, named(review, language), quote(review.report), shown)
