"""The order of things: what happens to a document from its file to its review."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lydelse.model.finding import Finding, Severity, Unread
from lydelse.model.message import Message
from lydelse.model.wishes import Wishes as Wishes  # noqa: PLC0414 - whoever asks the flow says what with it
from lydelse.records import replace

if TYPE_CHECKING:
    from lydelse.extractors.minutes.vocabulary import Vocabulary
    from lydelse.model.calculation import Calculation
    from lydelse.model.change import Comparison
    from lydelse.model.consolidated import Consolidated
    from lydelse.model.corrections import Corrections
    from lydelse.model.declared import DeclaredModel
    from lydelse.model.document import Document
    from lydelse.model.drafted import Drafted
    from lydelse.model.minutes import DocumentKind, Minutes
    from lydelse.model.minutes_review import MinutesReview
    from lydelse.model.review import Review

# ruff: noqa: PLC0415 - each step is loaded when it is taken: loading them all takes longer than reading a short document

Watcher = Callable[[Message], None]
"""Is told each step before it is taken."""


def unwatched(_step: Message) -> None:
    """Take no notice of the steps."""


def review(
    before: Path, after: Path | None = None, *, in_force: Path | None = None, wishes: Wishes | None = None, watch: Watcher = unwatched
) -> Review:
    """Read, compare, check the figures, and keep what was found.

    Args:
        before: the redline, or the earlier of two versions.
        after: the later version; None where ``before`` carries its own marks.
        in_force: the document in force, which the earlier wording is held against.
        wishes: which rules to use, and what is given for the first page.
        watch: is told each step before it is taken.

    Raises:
        UnreadableFileError: a file cannot be read at all.
        UsageError: the file of the model says something that is no model.
    """
    wishes = wishes or Wishes()
    model = _declared(wishes.model, watch)
    comparison = compared(before, after, password=wishes.password, corrections=wishes.corrections, watch=watch)
    return _reviewed(_held([comparison], in_force, wishes.password, watch), model, wishes, watch)


def check_each(files: Sequence[Path], *, in_force: Path | None = None, wishes: Wishes | None = None, watch: Watcher = unwatched) -> Review:
    """Check each file by itself, held against the document in force where one is given, and report them together.

    Raises:
        UnreadableFileError: a file cannot be read at all.
        UsageError: the file of the model says something that is no model.
    """
    wishes = wishes or Wishes()
    model = _declared(wishes.model, watch)
    comparisons = [compared(file, password=wishes.password, watch=watch) for file in files]
    return _reviewed(_held(comparisons, in_force, wishes.password, watch), model, wishes, watch)


def review_read(document: Document, *, wishes: Wishes, watch: Watcher = unwatched) -> Review:
    """Review a document that has been read: by its own marks, or by itself where it has none."""
    return _reviewed([told_by_marks(document, watch=watch)], _declared(wishes.model, watch), wishes, watch)


def extracted(file: Path, *, password: str | None = None, watch: Watcher = unwatched) -> Document:
    """Read a document.

    Raises:
        UnreadableFileError: the file cannot be read at all.
    """
    from lydelse.extractors import read
    from lydelse.formats.page_by_page import told_of_pages

    def at_page(page: int, pages: int) -> None:
        watch(Message("step.page", {"file": file.name, "page": page, "pages": pages}))

    watch(Message("step.reading", {"file": file.name}))
    with told_of_pages(at_page):
        return read(file, password=password)


def compared(
    before: Path,
    after: Path | None = None,
    *,
    password: str | None = None,
    corrections: Corrections | None = None,
    watch: Watcher = unwatched,
) -> Comparison:
    """Read a redline, or two versions, and hold the earlier against the later; amounts that restate one another have one name.

    Where a person has corrected how they are held against each other, they are held so, and what does not fit them is asked about.

    Raises:
        UnreadableFileError: a file cannot be read at all.
    """
    from lydelse import differ
    from lydelse.calculation import with_quantities_united

    documents = tuple(extracted(file, password=password, watch=watch) for file in (before, after) if file)
    if corrections is None and len(documents) == 1:
        return told_by_marks(documents[0], watch=watch)
    watch(Message("step.comparing"))
    corrected = differ.compared_as_corrected(documents, corrections) if corrections else differ.compare(*documents)
    return with_quantities_united(corrected)


def told_by_marks(document: Document, *, watch: Watcher = unwatched) -> Comparison:
    """Return what a document's own marks change, and its amounts; those that restate one another have one name."""
    from lydelse.calculation import with_quantities_united
    from lydelse.differ import compare_marked

    watch(Message("step.comparing"))
    return with_quantities_united(compare_marked(document))


def consolidate(in_force: Path, redline: Path, *, password: str | None = None, watch: Watcher = unwatched) -> Consolidated:
    """Make the amendments of a redline in the document in force.

    Raises:
        UnreadableFileError: a file cannot be read at all.
    """
    from lydelse.differ import consolidated

    standing, marked = (extracted(file, password=password, watch=watch) for file in (in_force, redline))
    watch(Message("step.consolidating"))
    return consolidated(marked, standing)


def draft_model(
    before: Path, after: Path | None = None, *, password: str | None = None, watch: Watcher = unwatched
) -> tuple[Drafted, tuple[Finding, ...]]:
    """Draft a calculation model of the relations that a document's figures obey; with it the questions about them that are open.

    Raises:
        UnreadableFileError: a file cannot be read at all.
    """
    from lydelse.calculation import infer
    from lydelse.calculation.declared.drafting import drafted
    from lydelse.checks import Subject, check

    comparison = compared(before, after, password=password, watch=watch)
    watch(Message("step.checking"))
    subject = Subject(comparison, infer(comparison))
    findings = check(subject, select=("S",)).findings
    return drafted(comparison, subject.calculation, before.name), findings


def declared_model(file: Path) -> DeclaredModel:
    """Read a calculation model by itself.

    Raises:
        UnreadableFileError: a file cannot be read at all.
        UsageError: the file says something that is no model.
    """
    from lydelse.calculation.declared.reading import read_model

    return read_model(file)


def minutes_of(
    files: Sequence[Path],
    *,
    kind: DocumentKind | None = None,
    words: Path | None = None,
    wishes: Wishes | None = None,
    watch: Watcher = unwatched,
) -> MinutesReview:
    """Read minutes and their papers, check each, and hold them against one another: the files of one case, or of one meeting.

    Args:
        files: the documents, in the order in which they are reported.
        kind: what they all are; None lets each document's own words say it.
        words: a file of words that minutes are read by, added to the general ones.
        wishes: which rules to use, and the password of a protected file.
        watch: is told each step before it is taken.

    Raises:
        UnreadableFileError: a file cannot be read at all.
        UsageError: the file of words says something that no vocabulary does.
    """
    from lydelse.extractors.minutes import vocabulary

    wishes = wishes or Wishes()
    known = vocabulary(words)
    documents = [extracted(file, password=wishes.password, watch=watch) for file in files]
    return minutes_in(documents, kind=kind, known=known, wishes=wishes, watch=watch)


def minutes_in(
    documents: Sequence[Document],
    *,
    kind: DocumentKind | None = None,
    known: Vocabulary | None = None,
    wishes: Wishes,
    watch: Watcher = unwatched,
) -> MinutesReview:
    """Check documents that have been read as minutes and their papers, and hold them against one another; see ``minutes_of``."""
    from lydelse.extractors.minutes import minutes_of as as_minutes
    from lydelse.extractors.minutes import vocabulary

    minutes = tuple(as_minutes(document, known or vocabulary(None), kind) for document in documents)
    watch(Message("step.checking"))
    return _checked_together(minutes, [told_by_marks(document) for document in documents], wishes)


def _checked_together(minutes: tuple[Minutes, ...], comparisons: Sequence[Comparison], wishes: Wishes) -> MinutesReview:
    """Return what the rules say of each document and of all of them together."""
    from lydelse.checks import Subject
    from lydelse.checks.minutes.together import checked_together

    subjects = tuple(Subject(comparison, _calculated(comparison, None)) for comparison in comparisons)
    return checked_together(minutes, subjects, wishes)


def _held(comparisons: list[Comparison], in_force: Path | None, password: str | None, watch: Watcher) -> list[Comparison]:
    """Return the comparisons, held against the document in force where there is one."""
    if in_force is None:
        return comparisons
    from lydelse.differ import held_against

    document = extracted(in_force, password=password, watch=watch)
    watch(Message("step.holding"))
    return [replace(comparison, in_force=held_against(comparison.redline, document)) for comparison in comparisons]


def _declared(file: Path | None, watch: Watcher) -> DeclaredModel | None:
    """Return the declared model that is asked for, None where none is."""
    if file is None:
        return None
    watch(Message("step.reading", {"file": file.name}))
    return declared_model(file)


def _calculated(comparison: Comparison, model: DeclaredModel | None) -> Calculation:
    """Return the relations that a comparison's figures obey, and those of the declared model."""
    from lydelse import calculation

    inferred = calculation.infer(comparison)
    return calculation.held_against_model(model, comparison, inferred) if model else inferred


def _reviewed(comparisons: list[Comparison], model: DeclaredModel | None, wishes: Wishes, watch: Watcher) -> Review:
    from lydelse.checks import CATALOGUE, Subject, asked_of_the_others, check, coverage, rules_in_force
    from lydelse.model.review import Review

    watch(Message("step.checking"))
    subjects = [Subject(comparison, _calculated(comparison, model)) for comparison in comparisons]
    checked = [check(subject, select=wishes.select, ignore=wishes.ignore) for subject in subjects]
    findings = tuple(dict.fromkeys(finding for each in checked for finding in each.findings))
    return Review(
        comparisons=tuple(comparisons),
        findings=findings,
        confirmed=tuple(confirmed for each in checked for confirmed in each.confirmed),
        coverage=coverage(subjects, findings),
        unread=(
            *asked_of_the_others(_unread(comparisons), subjects),
            *(unread for each in subjects for unread in _not_searched(each.comparison, each.calculation)),
            *(model.unread if model else ()),
        ),
        calculation=subjects[0].calculation,
        case=wishes.case,
        rules_off=tuple(rule.code for rule in CATALOGUE if rule not in rules_in_force(wishes.select, wishes.ignore)),
    )


def _not_searched(comparison: Comparison, calculation: Calculation) -> tuple[Unread, ...]:
    """Return what is said of searches among the figures that were too long to be made in full."""
    return tuple(Unread("X905", Severity.INFO, message, None, comparison.after.source.name) for message in calculation.stopped)


def _unread(comparisons: Collection[Comparison]) -> tuple[Unread, ...]:
    """Return what was not read in any of the documents, or not proven, each once; the two readings of a redline share theirs."""
    held = [comparison.in_force for comparison in comparisons if comparison.in_force]
    unread = [*(each.unread for each in comparisons), *(each.unread for each in held)]
    return tuple(dict.fromkeys(each for given in unread for each in given))


def reaches(review_of: Review, threshold: Severity | None) -> bool:
    """Tell whether a review holds a finding at or above a threshold that is new and nobody has handled; None is never reached."""
    errors = (unread.severity for unread in review_of.unread if unread.is_error_of_document)
    return any(severity.reaches(threshold) for severity in (*errors, *(finding.severity for finding in review_of.open_findings)))


def minutes_reach(read_together: MinutesReview, threshold: Severity | None) -> bool:
    """Tell whether minutes hold a finding at or above a threshold that is new and nobody has handled; None is never reached."""
    return any(finding.severity.reaches(threshold) for finding in read_together.open_findings)
