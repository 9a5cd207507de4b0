"""Sensitivity and false alarms, by code, on made documents of several domains and forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

from benchmarks.figures_made.domains import DOMAINS
from benchmarks.figures_made.faults import FAULTS
from benchmarks.figures_made.made import Made

from lydelse.calculation import infer
from lydelse.checks import Subject, check
from lydelse.model.finding import Finding, Severity

FORMS = ("redline", "pair", "single")
WORDS_OF_A_PAGE = 340
BETWEEN_YEARS = ("Y", "W")
"""Codes that need two versions begin with these; S104 does too where it is to be more than a question."""


@dataclass
class Scores:
    """What was seeded, told of under its own code, and told of at all; false alarms by code on clean documents; clean pages."""

    seeded: Counter[tuple[str, str]] = field(default_factory=Counter)
    told: Counter[tuple[str, str]] = field(default_factory=Counter)
    told_at_all: Counter[tuple[str, str]] = field(default_factory=Counter)
    false: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    documents: int = 0
    pages: float = 0.0

    def add(self, other: Scores) -> None:
        """Count another document's scores too."""
        self.seeded += other.seeded
        self.told += other.told
        self.told_at_all += other.told_at_all
        self.false += other.false
        self.missed += other.missed
        self.alarms += other.alarms
        self.documents += other.documents
        self.pages += other.pages


def scores_of(domain: str, seed: int) -> Scores:
    """Return the scores of one document of a domain, in every form, with no fault and with each kind of fault."""
    result = Scores()
    clean = DOMAINS[domain](Random(f"{domain} {seed}"))
    for form in FORMS:
        usual = _findings(clean, form)
        _count_clean(result, clean, usual, f"{domain} {seed} {form}")
        for code, faulty in _with_faults(clean, form, seed):
            findings = [each for each in _findings(faulty, form) if _known_by(each) not in {_known_by(one) for one in usual}]
            _count_fault(result, (code, form), findings, f"{domain} {seed} {form} {code}")
    return result


def _with_faults(clean: Made, form: str, seed: int) -> Iterator[tuple[str, Made]]:
    for code, put in FAULTS.items():
        if form == "single" and code.startswith(BETWEEN_YEARS):
            continue
        faulty = deepcopy(clean)
        faulty.chance = Random(f"{code} {seed}")
        if put(faulty):
            yield code, faulty


def _findings(made: Made, form: str) -> tuple[Finding, ...]:
    comparison = made.comparison(form)
    return check(Subject(comparison, infer(comparison))).findings


def _count_clean(result: Scores, made: Made, findings: tuple[Finding, ...], name: str) -> None:
    result.documents += 1
    result.pages += made.words / WORDS_OF_A_PAGE
    for each in findings:
        if each.severity in {Severity.ERROR, Severity.WARNING}:
            result.false[each.code, str(each.severity)] += 1
            result.alarms.append(f"{name}: {each.code} {each.message.key} {each.passages[0].text} {each.relation}")


def _count_fault(result: Scores, key: tuple[str, str], findings: list[Finding], name: str) -> None:
    result.seeded[key] += 1
    result.told[key] += any(each.code == key[0] for each in findings)
    # what is told for information is told of when it is the very fault that was seeded, and of nothing else
    weighing = [each for each in findings if each.severity is not Severity.INFO or each.code == key[0]]
    result.told_at_all[key] += bool(weighing)
    if not weighing:
        result.missed.append(name)


def _known_by(finding: Finding) -> tuple[str, str, str, str]:
    return finding.code, finding.severity, finding.place.path, finding.message.key
