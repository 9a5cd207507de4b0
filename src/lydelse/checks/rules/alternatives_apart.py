"""S111: what each alternative changes an amount by, and whether one changes it by more than the others together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lydelse.checks.arithmetic import computed_in, figure_of
from lydelse.checks.rule import Subject, passage_of, rule
from lydelse.figures.spelling import in_unit, spelled
from lydelse.figures.statements.alternatives import alternative_in
from lydelse.figures.statements.names import shared_stems
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Calculated, Fact
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Version
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class _Alternative:
    """An alternative's number and the one amount that it would give."""

    number: int
    entry: Entry
    text: str


@dataclass(frozen=True, slots=True)
class _Base:
    """The amount that the alternatives would change, with its paragraph."""

    entry: Entry
    text: str


@rule("S111", "alternatives-apart", Severity.QUESTION)
def alternatives_apart(subject: Subject) -> Iterator[Finding]:
    """Yield what the alternatives of a section change its amount by: a question where one changes it by more than the others together."""
    money: dict[str, list[Entry]] = {}
    for entry in subject.entries:
        if entry.kind is AmountKind.MONEY and entry.after:
            money.setdefault(entry.place.path, []).append(entry)
    for section in subject.redline.sections:
        base, alternatives = _read(section, money)
        numbers = [each.number for each in alternatives]
        if base and len(alternatives) > 1 and numbers == [*range(1, len(numbers) + 1)]:
            yield _finding(subject, base.entry, alternatives)


def _read(section: Section, money: dict[str, list[Entry]]) -> tuple[_Base | None, list[_Alternative]]:
    """Return the alternatives of a section and the last amount before them that their words speak of; no base where there is none."""
    before: list[_Base] = []
    alternatives: list[_Alternative] = []
    for paragraph in section.paragraphs:
        text = paragraph.text_in(Version.AFTER)
        entries = money.get(paragraph.place.path, [])
        number = alternative_in(text)
        if number is None and not alternatives:
            before.extend(_Base(entry, text) for entry in entries)
        elif number is not None and len(entries) == 1:
            alternatives.append(_Alternative(number, entries[0], text))
    told = [base for base in before if alternatives and all(_is_about(base, each) for each in alternatives)]
    return (told[-1] if told else None), alternatives


def _is_about(base: _Base, alternative: _Alternative) -> bool:
    """Tell whether an alternative's amount is another figure for the same thing: words in common, and of one magnitude."""
    one, other = _after(base.entry).exactly, _after(alternative.entry).exactly
    return shared_stems(base.text, alternative.text) > 0 and one != other and one < 3 * other < 9 * one


def _after(entry: Entry) -> Amount:
    assert entry.after is not None, "only amounts of the later version are read"
    return entry.after


def _finding(subject: Subject, base: Entry, alternatives: Sequence[_Alternative]) -> Finding:
    amount = _after(base)
    steps = [_after(each.entry).exactly - amount.exactly for each in alternatives]
    largest = max(range(len(steps)), key=lambda at: abs(steps[at]))
    others = sum((step for at, step in enumerate(steps) if at != largest), Fraction(0))
    beyond = len(steps) > 2 and len({step > 0 for step in steps}) == 1 and abs(steps[largest]) > abs(others)
    facts: dict[str, Fact] = {
        "section": subject.heading(base.place),
        "base": Calculated(figure_of(amount)),
        "alternatives": tuple(_told(each, step, amount) for each, step in zip(alternatives, steps, strict=True)),
        "largest": alternatives[largest].number,
        "most": computed_in(abs(steps[largest]), amount),
        "others": computed_in(abs(others), amount),
        "unit": amount.unit,
    }
    passages = [passage_of(base), *(passage_of(each.entry) for each in alternatives)]
    severity = Severity.QUESTION if beyond else Severity.INFO
    return alternatives_apart.finding(*passages, facts=facts, case="beyond" if beyond else "", severity=severity)


def _told(alternative: _Alternative, step: Fraction, base: Amount) -> str:
    """Return an alternative with what it changes: "1: 12,7 mkr (−1,2)"."""
    change = in_unit(step, base.scale, max(0, -int(base.value.as_tuple().exponent)))
    sign = "+" if change > 0 else ""
    return Calculated(f"{alternative.number}: {figure_of(_after(alternative.entry))} ({sign}{spelled(change)})")
