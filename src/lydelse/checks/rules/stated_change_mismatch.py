"""S106: a stated change that is not the later amount less the earlier."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.arithmetic import computed_in, decimals_of, figure_of
from lydelse.checks.change_columns import ChangeInRow, changes_in_rows
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.figures.spelling import in_unit, spelled
from lydelse.figures.statements.changes import StatedChange, stated_changes_in
from lydelse.model.amount import Amount, Exactness, Qualifier
from lydelse.model.calculation import Verdict
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.interval import Interval
from lydelse.model.message import Calculated, Fact
from lydelse.model.quantity import Entry
from lydelse.model.review import Confirmed
from lydelse.model.text import Paragraph, Version
from lydelse.records import replace


@rule("S106", "stated-change-mismatch", Severity.ERROR)
def stated_change_mismatch(subject: Subject) -> Iterator[Finding | Confirmed]:
    """Yield the stated changes, as findings where the amounts of the sentence, or of the redline, differ by something else."""
    entries = {(entry.after.place.path, entry.after.start): entry for entry in subject.entries if entry.after and entry.before}
    for paragraph in subject.after.paragraphs:
        text = paragraph.text_in(Version.AFTER)
        for change in stated_changes_in(text):
            since = change.since or _earlier(entries.get((paragraph.place.path, change.to.start)))
            if since is None or not since.value or (change.since is None and since.exactly == change.to.exactly):
                continue
            moved = _moved(since, change)
            if not moved.meets(_said(change)):
                yield _finding(subject, paragraph, change, since)
            elif _is_exact(change, since) or change.by.unit == "%" or change.by.qualifier is not Qualifier.NONE:
                yield _holds(subject, paragraph, change, since)
            else:
                yield _only_by_rounding(subject, paragraph, change, since)
    yield from _in_tables(subject)


def _in_tables(subject: Subject) -> Iterator[Finding]:
    """Yield the changes of table rows that are not the difference of the row's figures, those left out that a broken sum tells of."""
    told = {
        id(entry)
        for outcome in subject.calculation.outcomes
        if outcome.version is Version.AFTER and outcome.verdict is Verdict.INCONSISTENT
        for entry in (outcome.relation.whole, *outcome.relation.parts)
    }
    for changes in changes_in_rows(subject):
        for each in changes:
            if not each.holds and not told & {id(each.change), id(each.since), id(each.to)}:
                yield _in_row(subject, each)


def _in_row(subject: Subject, each: ChangeInRow) -> Finding:
    said, since, to = each.change.stated, each.since.stated, each.to.stated
    value = in_unit(each.difference, 1, decimals_of(said)) if said.unit in {"", "%"} else computed_in(each.difference, said)
    difference = f"{spelled(value)} {said.unit}".strip()
    facts: dict[str, Fact] = {
        "section": subject.heading(each.change.place),
        "row": each.change.label,
        "stated": figure_of(said),
        "before": figure_of(since),
        "after": figure_of(to),
        "difference": Calculated(difference),
    }
    passages = [passage_of(entry) for entry in (each.change, each.to, each.since)]
    details = Details(found=figure_of(said), expected=difference, suggestion=difference)
    return stated_change_mismatch.finding(*passages, facts=facts, case="row", details=details)


def _earlier(entry: Entry | None) -> Amount | None:
    return entry.before if entry else None


def _moved(since: Amount, change: StatedChange) -> Interval:
    """Return what the later amount is more than the earlier: in kronor, or in per cent of the earlier; downwards where it falls."""
    difference = change.to.interval - since.interval
    if change.by.unit == "%":
        difference = (difference / since.interval).scaled(100)
    return -difference if change.falls else difference


def _said(change: StatedChange) -> Interval:
    """Return what the stated change stands for. A percentage is rounded here, also where it would be a rule elsewhere."""
    if change.by.unit == "%":
        return replace(change.by, exactness=Exactness.ROUNDED).interval
    return change.by.interval


def _facts(subject: Subject, paragraph: Paragraph, change: StatedChange, since: Amount) -> dict[str, Fact]:
    return {
        "section": subject.heading(paragraph.place),
        "stated": figure_of(change.by),
        "before": figure_of(since),
        "after": figure_of(change.to),
    }


def _difference(change: StatedChange, since: Amount) -> str:
    """Return the difference of the printed amounts as the change is printed: "24 kr", "3,6 %"."""
    difference = since.exactly - change.to.exactly if change.falls else change.to.exactly - since.exactly
    if change.by.unit == "%":
        value = in_unit(difference / since.exactly * 100, 1, decimals_of(change.by))
    else:
        value = computed_in(difference, change.by)
    return f"{spelled(value)} {change.by.unit}".strip()


def _passages(paragraph: Paragraph, change: StatedChange) -> list[Passage]:
    reading = paragraph.reading(Version.AFTER)
    amounts = [each for each in (change.by, change.to, change.since) if each]
    return [Passage(paragraph.place_of(*reading.marked_span(each.start, each.end)), each.literal) for each in amounts]


def _finding(subject: Subject, paragraph: Paragraph, change: StatedChange, since: Amount) -> Finding:
    difference = _difference(change, since)
    facts = _facts(subject, paragraph, change, since) | {"difference": difference}
    by_redline = change.since is None and change.by.unit == "%"
    details = Details(_arithmetic(change, since, difference), figure_of(change.by), difference, difference)
    severity = Severity.WARNING if by_redline else None
    return stated_change_mismatch.finding(*_passages(paragraph, change), facts=facts, severity=severity, details=details)


def _arithmetic(change: StatedChange, since: Amount, difference: str) -> str:
    first, second = (since, change.to) if change.falls else (change.to, since)
    if change.by.unit == "%":
        return f"({figure_of(first)} − {figure_of(second)}) / {figure_of(since)} = {difference}"
    return f"{figure_of(first)} − {figure_of(second)} = {difference}"


def _is_exact(change: StatedChange, since: Amount) -> bool:
    """Tell whether the printed amounts differ by just the stated change; a percentage may be rounded to its own decimals."""
    return change.by.qualifier is Qualifier.NONE and _difference(change, since) == figure_of(change.by)


def _only_by_rounding(subject: Subject, paragraph: Paragraph, change: StatedChange, since: Amount) -> Finding:
    """Return the question about a change that agrees only if every amount was rounded; prices seldom are, averages often."""
    difference = _difference(change, since)
    facts = _facts(subject, paragraph, change, since) | {"difference": difference}
    details = Details(_arithmetic(change, since, difference), figure_of(change.by), difference, difference)
    passages = _passages(paragraph, change)
    return stated_change_mismatch.finding(*passages, facts=facts, case="rounded", severity=Severity.QUESTION, details=details)


def _holds(subject: Subject, paragraph: Paragraph, change: StatedChange, since: Amount) -> Confirmed:
    facts = _facts(subject, paragraph, change, since)
    exact = _is_exact(change, since)
    case = "holds" if exact else "holds.rounded"
    confirmed = stated_change_mismatch.confirmed(*_passages(paragraph, change), facts=facts, document=subject.after.source.name, case=case)
    if exact:
        return confirmed
    return replace(confirmed, verdict=Verdict.WITHIN_ROUNDING if change.by.qualifier is Qualifier.NONE else Verdict.PLAUSIBLE)
