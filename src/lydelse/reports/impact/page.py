"""What stands in an impact report, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.model.finding import Finding
from lydelse.model.impact import Impact, Reading, UnitImpact
from lydelse.reports.counted_words import counted_in_words
from lydelse.reports.impact.basis import how, sensitivity, thresholds, uncounted
from lydelse.reports.impact.blocks import Block, Folded, Lists, Part, Pictured, Report, Says, Tabled, widths_of
from lydelse.reports.impact.drawings import bars_of_units, pairs_of_components
from lydelse.reports.impact.motions import motion_parts
from lydelse.reports.impact.words import Words
from lydelse.reports.wording import name_of, say

MOST_BY_UNIT = 120
"""Units whose components are shown one by one on paper and on the page; the workbook and the JSON have all."""
MOST_NAMED = 5


def report_of(impact: Impact, language: str) -> Report:
    """Return an impact report in one language."""
    words = Words(language)
    parts = [
        *_open(impact, words),
        *(part for at, reading in enumerate(impact.readings) for part in _reading(impact, reading, at, words)),
        *sensitivity(impact, words),
        *motion_parts(impact, words),
        *uncounted(impact, words),
        how(impact, words),
    ]
    files = (*((source.name, source.sha256) for source in impact.sources), (impact.units.file, impact.units.sha256))
    title = words.say("impact.title")
    return Report(title, impact.title or impact.sources[-1].name, tuple(_facts(impact, words)), tuple(parts), files)


def _facts(impact: Impact, words: Words) -> Iterator[tuple[str, str]]:
    main = impact.main
    yield (
        words.say("impact.units"),
        words.say("impact.units.told", n=len(impact.units.units), listed=words.number(impact.units.listed), file=impact.units.file),
    )
    yield words.say("impact.model"), words.say("impact.model.drafted") if impact.model.is_drafted else impact.model_file
    if len(impact.readings) > 1:
        yield words.say("impact.readings"), words.say("impact.readings.told", n=len(impact.readings))
    change = main.after.made - main.before.made
    before, after = main.before.made, main.after.made
    if impact.one_version:
        yield words.say("impact.all"), words.say("impact.all.one", after=words.thousands(after))
    else:
        percent = words.percent(change / before * 100 if before else None)
        told = {"before": words.thousands(before), "after": words.thousands(after), "change": words.thousands(change, signed=True)}
        yield words.say("impact.all"), words.say("impact.all.told", percent=percent, **told)
        yield (
            words.say("impact.moves"),
            words.say("impact.moves.told", more=len(main.winners), less=len(main.losers), same=_same(main)),
        )
    if impact.model.instalments and not impact.one_version:
        part = words.thousands(after / impact.model.instalments)
        yield words.say("impact.instalments"), words.say("impact.instalments.told", n=impact.model.instalments, amount=part)


def _same(reading: Reading) -> int:
    return sum(1 for unit in reading.units if not unit.change)


def _open(impact: Impact, words: Words) -> Iterator[Part]:
    """Yield what is open, what was found, and what is not counted: first of all."""
    blocks: list[Block] = []
    if impact.model.is_drafted:
        blocks.append(Says(words.say("impact.drafted"), heavy=True))
    for choice in impact.model.open_choices:
        labels = tuple(label for label, _ in choice.alternatives)
        blocks.append(Says(words.say("impact.open", question=choice.question, alternatives=labels, name=choice.name), heavy=True))
    headings = {column.name: column.heading for column in impact.model.columns}
    lost = tuple(
        words.say(
            "impact.left-out",
            title=each.component.title,
            section=each.component.section,
            lacking=tuple(f"”{headings[name]}”" if name in headings else name for name in each.lacking),
        )
        for each in impact.left_out
    )
    if lost:
        blocks += [Says(words.say("impact.left-out.told"), heavy=True), Lists(lost)]
    if impact.findings:
        blocks.append(Lists(tuple(_finding(finding, words) for finding in impact.findings)))
    told = (*(words.message(note) for note in impact.notes), *(f"{each.code} {words.message(each.message)}" for each in impact.unread))
    if told:
        blocks.append(Lists(tuple(dict.fromkeys(told))))
    if not blocks:
        blocks.append(Says(words.say("impact.nothing-open" if impact.main.sums else "impact.nothing-open.no-sums")))
    if impact.counted.left_out:
        blocks.append(Says(counted_in_words(impact.counted, words.language), heavy=True))
    yield Part("oppet", words.say("impact.open.title"), tuple(blocks))


def _finding(finding: Finding, words: Words) -> str:
    return f"{name_of(finding.severity, words.language)} {finding.code}: {say(finding.message, words.language)}"


def _reading(impact: Impact, reading: Reading, at: int, words: Words) -> Iterator[Part]:
    """Yield what one reading gives; where there are several, each says by its heading which it is."""
    suffix = f"-{at + 1}" if len(impact.readings) > 1 else ""
    named = f" ({words.answers(reading.answers)})" if reading.answers else ""
    if reading.sums:
        yield Part(f"summor{suffix}", words.say("impact.sums") + named, tuple(_sums(reading, words)))
    yield Part(f"enheter{suffix}", words.say("impact.by-unit") + named, tuple(_units(impact, reading, words)))
    yield Part(f"delar{suffix}", words.say("impact.by-component") + named, tuple(_components(impact, reading, words)))
    yield Part(f"granser{suffix}", words.say("impact.thresholds") + named, tuple(thresholds(impact, reading, words)))


def _sums(reading: Reading, words: Words) -> Iterator[Block]:
    keys = ("component", "version", "found", "stated", "difference", "room", "verdict")
    rows = tuple(
        (
            f"{held.component.title} {held.component.section}".strip(),
            str(held.year or name_of(held.version, words.language)),
            words.thousands(held.found.made),
            words.thousands(held.stated.made),
            words.thousands(held.difference, signed=True),
            words.thousands(held.room),
            name_of(held.verdict, words.language),
        )
        for held in reading.sums
    )
    heads = tuple(words.say(f"impact.head.{key}") for key in keys)
    yield Says(words.say("impact.sums.told"))
    yield Tabled(words.say("impact.sums.caption"), heads, rows, frozenset({2, 3, 4, 5}), (0.2, 0.12, 0.14, 0.145, 0.13, 0.115, 0.15))


def _units(impact: Impact, reading: Reading, words: Words) -> Iterator[Block]:
    heads = (
        words.say("impact.head.unit"),
        words.say("impact.head.listed"),
        *([] if impact.one_version else [words.year(impact, 0, "before")]),
        words.year(impact, 1, "after"),
        *([] if impact.one_version else [words.say(f"impact.head.{key}") for key in ("change", "percent", "per-listed")]),
    )
    rows = [_unit_row(impact, unit, words) for unit in reading.units]
    rows.append(_total_row(impact, reading, words))
    figures = frozenset(range(1, len(heads)))
    widths = widths_of(heads, 0.4) if impact.one_version else (0.15, 0.115, 0.17, 0.175, 0.165, 0.105, 0.12)
    yield Tabled(words.say("impact.by-unit.caption"), heads, tuple(rows), figures, widths, total=True)
    if not impact.one_version:
        yield from _most_moved(reading, words)
        yield Pictured(*bars_of_units(reading, words))
    shown = reading.units if len(reading.units) <= MOST_BY_UNIT else ()
    yield Says(words.say("impact.each-unit" if shown else "impact.each-unit.not", n=len(reading.units)))
    for unit in shown:
        yield Folded(_unit_title(impact, unit, words), _unit_table(impact, reading, unit, words))


def _unit_row(impact: Impact, unit: UnitImpact, words: Words) -> tuple[str, ...]:
    after = words.kronor(unit.total_after.made)
    if impact.one_version:
        return unit.unit.name, words.number(unit.unit.listed), after
    moved = (words.kronor(unit.change, signed=True), words.percent(unit.percent), words.kr_of(unit.per_listed))
    return unit.unit.name, words.number(unit.unit.listed), words.kronor(unit.total_before.made), after, *moved


def _total_row(impact: Impact, reading: Reading, words: Words) -> tuple[str, ...]:
    before, after, listed = reading.before.made, reading.after.made, impact.units.listed
    name = words.say("impact.all-units")
    if impact.one_version:
        return name, words.number(listed), words.kronor(after)
    change = after - before
    percent, per_listed = change / before * 100 if before else None, change / listed if listed else None
    moved = (words.kronor(change, signed=True), words.percent(percent), words.kr_of(per_listed))
    return name, words.number(listed), words.kronor(before), words.kronor(after), *moved


def _most_moved(reading: Reading, words: Words) -> Iterator[Block]:
    for key, units in (("winners", reading.winners), ("losers", reading.losers)):
        named = tuple(
            words.say(
                "impact.moved", unit=unit.unit.name, percent=words.percent(unit.percent), change=words.kronor(unit.change, signed=True)
            )
            for unit in units[:MOST_NAMED]
        )
        yield Says(words.say(f"impact.{key}" if named else f"impact.{key}.none", n=len(units), units=named))


def _unit_title(impact: Impact, unit: UnitImpact, words: Words) -> str:
    if impact.one_version:
        return words.say("impact.unit.one", name=unit.unit.name, after=words.kronor(unit.total_after.made))
    change, percent = words.kronor(unit.change, signed=True), words.percent(unit.percent)
    return words.say("impact.unit", name=unit.unit.name, change=change, percent=percent)


def _unit_table(impact: Impact, reading: Reading, unit: UnitImpact, words: Words) -> Tabled:
    heads = (words.say("impact.head.component"), words.say("impact.head.section"), *_versions(impact, words))
    rows = [
        (component.title, component.section, *_moved(impact, before.made, after.made, words))
        for component, before, after in zip(reading.components, unit.before, unit.after, strict=True)
        if before.made or after.made
    ]
    rows.append((words.say("impact.total"), "", *_moved(impact, unit.total_before.made, unit.total_after.made, words)))
    return Tabled("", heads, tuple(rows), frozenset(range(2, len(heads))), _component_widths(len(heads)), total=True)


def _component_widths(count: int) -> tuple[float, ...]:
    return (0.24, 0.1, 0.18, 0.18, 0.18, 0.12) if count == 6 else (0.6, 0.15, 0.25)


def _versions(impact: Impact, words: Words) -> tuple[str, ...]:
    after = words.year(impact, 1, "after")
    if impact.one_version:
        return (after,)
    return words.year(impact, 0, "before"), after, words.say("impact.head.change"), words.say("impact.head.percent")


def _moved(impact: Impact, before: Fraction, after: Fraction, words: Words) -> tuple[str, ...]:
    if impact.one_version:
        return (words.kronor(after),)
    percent = words.percent((after - before) / before * 100 if before else None)
    return words.kronor(before), words.kronor(after), words.kronor(after - before, signed=True), percent


def _components(impact: Impact, reading: Reading, words: Words) -> Iterator[Block]:
    heads = (words.say("impact.head.component"), words.say("impact.head.section"), *_versions(impact, words))
    rows = [
        (component.title, component.section, *_moved(impact, before.made, after.made, words))
        for component, before, after in reading.by_component
    ]
    rows.append((words.say("impact.total"), "", *_moved(impact, reading.before.made, reading.after.made, words)))
    caption = words.say("impact.by-component.caption")
    yield Tabled(caption, heads, tuple(rows), frozenset(range(2, len(heads))), _component_widths(len(heads)), total=True)
    if not impact.one_version:
        yield Pictured(*pairs_of_components(reading, words))
