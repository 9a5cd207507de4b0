"""What a proposal means for each unit as a workbook: the amounts by component, and live formulas for all that is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.formats.workbook.addresses import address
from lydelse.formats.workbook.writing import Content, Live, Page, workbook_bytes
from lydelse.model.impact import Impact, Reading
from lydelse.reports.counted_words import counted_in_words, left_out_in_words
from lydelse.reports.impact.words import Words, decimal_of
from lydelse.reports.wording import name_of

_PER_CENT = "+0.00;-0.00;0.00"
_MONEY = "#,##0.00"


def write(impact: Impact, language: str = "sv") -> bytes:
    """Return the workbook: for each reading its units, their components and the sums; then the answers, the figures and the motions."""
    words = Words(language)
    pages: list[Page] = []
    for at, reading in enumerate(impact.readings, 1):
        suffix = f" {at}" if len(impact.readings) > 1 else ""
        pages += _of_reading(impact, reading, suffix, words)
    pages.append(_told(impact, words))
    if impact.motions is not None:
        pages += [_demands(impact, words), _effects(impact, words)]
    return workbook_bytes(pages, ())


def _of_reading(impact: Impact, reading: Reading, suffix: str, words: Words) -> list[Page]:
    parts = words.say("impact.sheet.parts") + suffix
    pages = [
        Page(words.say("impact.sheet.units") + suffix, [*_units(impact, reading, parts, words)]),
        Page(parts, [*_parts(reading, words)], filtered=True),
    ]
    if reading.sums:
        pages.append(Page(words.say("impact.sheet.sums") + suffix, [*_sums(reading, words)]))
    return pages


def _units(impact: Impact, reading: Reading, parts: str, words: Words) -> Iterator[Sequence[Content]]:
    keys = ("unit", "owner", "listed", "before", "after", "change", "percent", "per-listed", "low", "high")
    yield [words.say(f"impact.head.{key}") for key in keys]
    count = len(reading.components)
    for at, unit in enumerate(reading.units):
        row, first = at + 2, at * count + 2
        before, after = decimal_of(unit.total_before.made), decimal_of(unit.total_after.made)
        ranges = [f"'{parts}'!{address(first, column)}:{address(first + count - 1, column)}" for column in (4, 5)]
        owner = words.say("impact.private" if unit.unit.is_private else "impact.public") if impact.units.owners_told else ""
        yield [
            unit.unit.name,
            owner,
            decimal_of(unit.unit.listed, 0 if unit.unit.listed.denominator == 1 else 2),
            Live(f"SUM({ranges[0]})", before, _MONEY),
            Live(f"SUM({ranges[1]})", after, _MONEY),
            Live(f"E{row}-D{row}", decimal_of(unit.change), _MONEY),
            Live(f'IF(D{row}=0,"",F{row}/D{row}*100)', _given(unit.percent), _PER_CENT),
            Live(f'IF(C{row}=0,"",F{row}/C{row})', _given(unit.per_listed), _MONEY),
            decimal_of(unit.total_after.low),
            decimal_of(unit.total_after.high),
        ]
    yield _total(impact, reading, words)


def _total(impact: Impact, reading: Reading, words: Words) -> Sequence[Content]:
    last = len(reading.units) + 1
    row = last + 1
    before, after, listed = reading.before.made, reading.after.made, impact.units.listed
    change = after - before
    return [
        words.say("impact.all-units"),
        "",
        Live(f"SUM(C2:C{last})", decimal_of(listed), "#,##0"),
        Live(f"SUM(D2:D{last})", decimal_of(before), _MONEY),
        Live(f"SUM(E2:E{last})", decimal_of(after), _MONEY),
        Live(f"E{row}-D{row}", decimal_of(change), _MONEY),
        Live(f'IF(D{row}=0,"",F{row}/D{row}*100)', _given(change / before * 100 if before else None), _PER_CENT),
        Live(f'IF(C{row}=0,"",F{row}/C{row})', _given(change / listed if listed else None), _MONEY),
    ]


def _parts(reading: Reading, words: Words) -> Iterator[Sequence[Content]]:
    keys = ("unit", "component", "section", "before", "after", "change")
    yield [words.say(f"impact.head.{key}") for key in keys]
    row = 1
    for unit in reading.units:
        for component, before, after in zip(reading.components, unit.before, unit.after, strict=True):
            row += 1
            change = Live(f"E{row}-D{row}", decimal_of(after.made - before.made), _MONEY)
            yield [unit.unit.name, component.title, component.section, decimal_of(before.made), decimal_of(after.made), change]


def _sums(reading: Reading, words: Words) -> Iterator[Sequence[Content]]:
    keys = ("component", "section", "version", "found", "stated", "difference", "room", "verdict")
    yield [words.say(f"impact.head.{key}") for key in keys]
    for row, held in enumerate(reading.sums, 2):
        yield [
            held.component.title,
            held.component.section,
            str(held.year or name_of(held.version, words.language)),
            decimal_of(held.found.made),
            decimal_of(held.stated.made),
            Live(f"D{row}-E{row}", decimal_of(held.difference), _MONEY),
            decimal_of(held.room),
            words.say(f"verdict.{held.verdict.value.replace(' ', '-')}"),
        ]


def _given(value: Fraction | None) -> Decimal | None:
    return None if value is None else decimal_of(value)


def _told(impact: Impact, words: Words) -> Page:
    """Return what the amounts are made with: open questions, what is left out, what was found, the formulas."""
    rows: list[Sequence[Content]] = [[words.say("impact.head.kind"), words.say("impact.head.told")]]
    asked, unanswered = words.say("impact.head.question"), words.say("impact.unanswered")
    rows += [[asked, f"{choice.question} {choice.answer or unanswered}"] for choice in impact.model.choices]
    rows += [[words.say("impact.head.left-out"), f"{each.component.title}: {', '.join(each.lacking)}"] for each in impact.left_out]
    rows.append([words.say("impact.uncounted"), counted_in_words(impact.counted, words.language)])
    rows += [
        [f"{words.say('impact.head.left-out')} {each.place.section}".strip(), left_out_in_words(each, words.language)]
        for each in impact.counted.left_out
    ]
    rows += [[finding.code, words.message(finding.message)] for finding in impact.findings]
    rows += [[words.say("impact.head.note"), words.message(note)] for note in impact.notes]
    rows += [[f"{words.say('impact.head.formula')} {each.name}", each.formula.text] for each in impact.model.components]
    rows += [["SHA-256", f"{source.name}: {source.sha256}"] for source in impact.sources]
    rows.append(["SHA-256", f"{impact.units.file}: {impact.units.sha256}"])
    return Page(words.say("impact.sheet.told"), rows, widths=(28, 110))


def _demands(impact: Impact, words: Words) -> Page:
    rows: list[Sequence[Content]] = [
        [words.say(f"impact.head.{key}") for key in ("motion", "demand", "applied", "section", "before", "after")]
    ]
    for tried in impact.motions.motions if impact.motions else ():
        for demand in tried.motion.demands:
            if not demand.edits:
                why = words.say(f"motion.why.{(demand.why or 'not understood').replace(' ', '-')}", said=demand.said)
                rows.append([tried.motion.name, demand.text, f"{words.say('motion.no')}: {why}", "", "", ""])
            rows += [
                [tried.motion.name, demand.text, words.say("motion.yes"), edit.place.section, edit.before, edit.after]
                for edit in demand.edits
            ]
    return Page(words.say("impact.sheet.motions"), rows, widths=(24, 60, 40, 10, 36, 36))


def _effects(impact: Impact, words: Words) -> Page:
    rows: list[Sequence[Content]] = [[words.say(f"impact.head.{key}") for key in ("motion", "unit", "proposal", "with-motion", "change")]]
    for tried in impact.motions.motions if impact.motions else ():
        for each in tried.effects:
            row = len(rows) + 1
            change = Live(f"D{row}-C{row}", decimal_of(each.change), _MONEY)
            rows.append([tried.motion.name, each.unit, decimal_of(each.proposal), decimal_of(each.amended), change])
    return Page(words.say("impact.sheet.effects"), rows, filtered=len(rows) > 1)
