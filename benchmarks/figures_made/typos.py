"""Every single typing error in the figures of an amendment: how many the rules tell of, and whether the repair offered is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from benchmarks.figures_made.declaring import declared_for, populations_for

from lydelse.calculation import held_against_model, infer
from lydelse.checks import Subject, check
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.figures.spelling import spelled
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Calculation
from lydelse.model.change import Comparison
from lydelse.model.declared import DeclaredModel
from lydelse.model.finding import Finding, Severity
from lydelse.model.quantity import Entry, Status
from lydelse.records import replace

Way = Callable[[Comparison, Calculation], Calculation]
"""Makes of what a comparison's own figures show what they are tested by; the ways share the relations that are learned."""
Known = tuple[str, str, str]
EVERY_FULLY_READ = 40
"""Of so many typing errors one is also written into the text, and read from there: both must be told of alike."""


@dataclass(frozen=True, slots=True)
class Typo:
    """A wrong figure in place of a right one."""

    kind: str
    entry: Entry
    wrong: Decimal


@dataclass
class Tally:
    """What became of the typing errors of some figures."""

    seeded: int = 0
    caught: int = 0
    asked: int = 0
    offered: int = 0
    right: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    caught_by_kind: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """The share told of as an error."""
        return self.caught / self.seeded if self.seeded else 0.0

    def add(self, other: Tally) -> None:
        """Count another's errors too."""
        self.seeded += other.seeded
        self.caught += other.caught
        self.asked += other.asked
        self.offered += other.offered
        self.right += other.right
        self.by_kind += other.by_kind
        self.caught_by_kind += other.caught_by_kind


@dataclass(frozen=True, eq=False)
class Trial:
    """A marked document with the figures that typing errors are made in."""

    source: str
    comparison: Comparison
    figures: tuple[Entry, ...]
    weights: tuple[Entry, ...]


def trial_of(source: str, section: str) -> Trial:
    """Return the trial of a section and those below it: its changed amounts of money, and its changed weights apart."""
    comparison = compare_marked(written(source))
    changed = [each for each in comparison.entries if each.status is Status.CHANGED and f"{each.place.section}.".startswith(f"{section}.")]
    money = tuple(each for each in changed if each.kind is AmountKind.MONEY)
    return Trial(source, comparison, money, tuple(each for each in changed if each.kind is AmountKind.WEIGHT))


def ways_of(trial: Trial) -> dict[str, Way]:
    """Return how the relations that a figure is tested by may come about."""
    totals = tuple(each for each in trial.figures if is_total(each))
    averages = tuple(each for each in trial.figures if not is_total(each))
    return {"learned from the struck year": _learned, "and declared": _held_against(declared_for(trial.comparison, totals, averages))}


def weighing_ways_of(trial: Trial) -> dict[str, Way]:
    """Return how weights may be tested."""
    return {"without a population": _learned, "with a population": _held_against(populations_for(trial.comparison))}


def _held_against(model: DeclaredModel) -> Way:
    return lambda comparison, calculation: held_against_model(model, comparison, calculation)


def _learned(_comparison: Comparison, calculation: Calculation) -> Calculation:
    return calculation


def is_total(entry: Entry) -> bool:
    """Tell whether a figure is a total in tkr, not an average in kr."""
    return entry.stated.unit != "kr"


def typos_of(entry: Entry) -> Iterator[Typo]:
    """Yield each figure that one digit exchanged, left out, put in or swapped with its neighbour makes of an entry's later figure."""
    amount = entry.after
    assert amount is not None, "the figure is changed, so that it stands in both versions"
    _, digits, exponent = amount.value.as_tuple()
    assert isinstance(exponent, int), "a printed figure is a number"
    seen = {digits}
    for kind, wrong in _changed(digits):
        if wrong not in seen and wrong and (wrong[0] or len(wrong) <= -exponent + 1):
            seen.add(wrong)
            yield Typo(kind, entry, Decimal((0, wrong, exponent)))


def _changed(digits: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for at in range(len(digits)):
        yield from (("substitution", (*digits[:at], digit, *digits[at + 1 :])) for digit in range(10))
        yield "deletion", (*digits[:at], *digits[at + 1 :])
        if at + 1 < len(digits):
            yield "swap", (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :])
    for at in range(len(digits) + 1):
        yield from (("insertion", (*digits[:at], digit, *digits[at:])) for digit in range(10))


@cache
def _usual(trial: Trial, way: Way) -> frozenset[Known]:
    """Return what is found in the amendment without any typing error."""
    return frozenset(_known_by(each) for each in _found(trial.comparison, infer(trial.comparison), way))


def tallied(trial: Trial, entry: Entry, ways: Mapping[str, Way], every: int = 1) -> dict[str, Tally]:
    """Return what becomes of the typing errors of a figure, or of every so manieth, by each way."""
    tallies = {name: Tally() for name in ways}
    for typo in [*typos_of(entry)][::every]:
        comparison = _with(trial.comparison, typo)
        calculation = infer(comparison)
        for name, way in ways.items():
            usual = _usual(trial, way)
            _count(tallies[name], typo, [each for each in _found(comparison, calculation, way) if _known_by(each) not in usual])
    return tallies


def _count(tally: Tally, typo: Typo, findings: list[Finding]) -> None:
    errors = [each for each in findings if each.severity in {Severity.ERROR, Severity.WARNING}]
    tally.seeded += 1
    tally.by_kind[typo.kind] += 1
    tally.caught += bool(errors)
    tally.caught_by_kind[typo.kind] += bool(errors)
    tally.asked += bool(findings) and not errors
    offers = {each.suggestion for each in findings if each.suggestion}
    right = typo.entry.stated
    wanted = f"{spelled(typo.wrong)} {right.unit} → {spelled(right.value)} {right.unit}"
    tally.offered += bool(offers)
    tally.right += bool(offers) and all(offer.endswith(wanted) for offer in offers)


def read_alike(trial: Trial, entry: Entry, ways: Mapping[str, Way], every: int = 1) -> dict[str, tuple[int, int]]:
    """Return of how many typing errors the text was written and read anew, and how many were then told of alike, by each way."""
    typos = [*typos_of(entry)][:: EVERY_FULLY_READ * every]
    alike: Counter[str] = Counter()
    for typo in typos:
        told = [{name: _codes(each, calculation, way) for name, way in ways.items()} for each, calculation in _both(trial, typo)]
        alike.update(name for name in ways if told[0][name] == told[1][name])
    return {name: (len(typos), alike[name]) for name in ways}


def _both(trial: Trial, typo: Typo) -> Iterator[tuple[Comparison, Calculation]]:
    for comparison in (_with(trial.comparison, typo), _read_anew(trial, typo)):
        yield comparison, infer(comparison)


def _codes(comparison: Comparison, calculation: Calculation, way: Way) -> list[tuple[str, str, str]]:
    return sorted((each.code, each.severity, each.suggestion) for each in _found(comparison, calculation, way))


def _read_anew(trial: Trial, typo: Typo) -> Comparison:
    right = typo.entry.stated
    inserted = f"{{+{spelled(right.value)}+}}"
    lines = [line.replace(inserted, f"{{+{spelled(typo.wrong)}+}}") for line in trial.source.splitlines()]
    return compare_marked(written("\n".join(lines)))


def _with(comparison: Comparison, typo: Typo) -> Comparison:
    """Return the comparison with the wrong figure. What the text around says stands; the figure's own letters are not read again."""
    wrong = replace(typo.entry, after=replace(typo.entry.stated, value=typo.wrong))
    return replace(comparison, entries=tuple(wrong if each is typo.entry else each for each in comparison.entries))


def _found(comparison: Comparison, calculation: Calculation, way: Way) -> tuple[Finding, ...]:
    return check(Subject(comparison, way(comparison, calculation)), select=("S", "M")).findings


def _known_by(finding: Finding) -> Known:
    return finding.code, finding.severity, finding.place.path
