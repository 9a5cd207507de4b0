"""What the amendments are, and the two wordings side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lydelse.formats.ooxml.sheet_rows import Content, Line
from lydelse.model.change import Comparison
from lydelse.model.quantity import Entry, Status
from lydelse.model.table import Table
from lydelse.model.text import Mark, Paragraph, Run, Version
from lydelse.reports.amount_rows import amount_in_words
from lydelse.reports.change_lines import ChangeLine, change_lines
from lydelse.reports.html.redline import ChangedSection, Gap, Items, Shown, changed_sections
from lydelse.reports.two_wordings import wording_of
from lydelse.reports.word_report.named_groups import NamedGroups
from lydelse.reports.word_report.sheet import Sheet
from lydelse.reports.word_report.wording_tables import two_tables
from lydelse.reports.wording import figure, name_of


def amendments(sheet: Sheet, comparison: Comparison, *, named: bool) -> None:
    """Write the list of amendments, by section: what changes, what it means in kronor, and whom the document names there."""
    title = sheet.say("report.amendments")
    sheet.heading(f"{title}: {comparison.after.source.name}" if named else title, 1)
    lines = [*change_lines(comparison)]
    if not lines:
        sheet.paragraph(sheet.say("report.wording.none"))
        return
    sheet.paragraph(sheet.say("report.amendments.what"))
    heads = [
        sheet.say(f"report.{key}") for key in ("amendments.section", "amendments.change", "amendments.consequence", "amendments.affected")
    ]
    sheet.table(heads, _amended(sheet, comparison, lines), (0.12, 0.42, 0.28, 0.18))


def _amended(sheet: Sheet, comparison: Comparison, lines: Sequence[ChangeLine]) -> Iterator[Sequence[Content]]:
    follows = _what_follows(comparison.entries, lines)
    groups = NamedGroups(comparison)
    for at, line in enumerate(lines):
        yield [line.sections or "–", [*_change(sheet, line)], [*_consequence(sheet, follows.get(at, ()))], [*_named(sheet, line, groups)]]


def _named(sheet: Sheet, line: ChangeLine, groups: NamedGroups) -> Iterator[Line]:
    """Yield whom the document's own words name, as a proposal."""
    by_heading = groups.by_heading(line)
    for key, named in (("heading", by_heading), ("text", groups.by_text(line, by_heading))):
        if named:
            yield Line.of(sheet.say(f"report.amendments.by-{key}", groups=", ".join(named)), small=True)


def _what_follows(entries: Sequence[Entry], lines: Sequence[ChangeLine]) -> Mapping[int, Sequence[Entry]]:
    """Return the amounts that move, by the change that moves them: that of their part, else the first of their section or of all."""
    reached = {line.reach: at for at, line in reversed([*enumerate(lines)]) if line.reach}
    sections = {line.sections.rpartition(" → ")[2]: at for at, line in reversed([*enumerate(lines)])}
    found: dict[int, list[Entry]] = {}
    for entry in (each for each in entries if each.status is not Status.UNCHANGED):
        parts = entry.place.path.split("/")
        within = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
        at = next((reached[path] for path in within if path in reached), sections.get(entry.place.section, 0))
        found.setdefault(at, []).append(entry)
    return found


def _change(sheet: Sheet, line: ChangeLine) -> Iterator[Line]:
    """Yield one change: what kind it is, and the words that it strikes and inserts."""
    kind = f"{sheet.say(line.key.replace('change.', 'amendment.'), unit=name_of(line.unit, sheet.language))}: "
    runs = tuple(Run(run.text.replace("\n", " / "), run.mark) for run in line.runs)
    yield Line((Run(kind), *_parted(runs)), small=True)
    yield from (Line.of(sheet.say(each.key, **each.facts), small=True, bold=True) for each in line.asides)


def _parted(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs with a space between what is struck and what is inserted in its stead: on paper 451 and 465 would be 451465."""
    before: Run | None = None
    for run in runs:
        if (
            before
            and before.mark is Mark.STRUCK
            and run.mark is Mark.INSERTED
            and not (before.text[-1:].isspace() or run.text[:1].isspace())
        ):
            yield Run(" ")
        yield run
        before = run


def _consequence(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[Line]:
    """Yield what each amount was and will be."""
    for entry in entries:
        column = f" ({entry.column})" if entry.column else ""
        moves = [amount_in_words(each, sheet.language) or "–" for each in (entry.before, entry.after)]
        percent = "" if entry.percent is None else f" ({figure(entry.percent, sheet.language, signed=True)} %)"
        yield Line.of(f"{entry.label or entry.stated.literal}{column}: {' → '.join(moves)}{percent}", small=True)


def side_by_side(sheet: Sheet, comparison: Comparison) -> None:
    """Write the sections that change: the wording in force beside the proposed one, the words that differ marked."""
    sections = changed_sections(comparison, "")
    if not sections:
        return
    sheet.heading(sheet.say("report.wordings"), 1)
    sheet.paragraph(sheet.say("report.wordings.what"))
    for section in sections:
        sheet.heading(section.heading or sheet.say("report.before-first"), 2)
        for note in section.notes:
            sheet.paragraph(sheet.say(note.key, **note.facts), small=True)
        _section(sheet, section)


def _section(sheet: Sheet, section: ChangedSection) -> None:
    """Write a section's texts as rows of two columns, and each of its tables as a table of its own, in the order in which they stand."""
    heads = [sheet.say("report.wordings.current"), sheet.say("report.wordings.proposed")]
    rows: list[Sequence[Content]] = []
    if _differs(section.heading_runs):
        rows.append([Line(wording_of(section.heading_runs, version), bold=True) for version in Version])
    for is_table, group in groupby((shown for _, shown in section.blocks), key=lambda shown: isinstance(shown, Table)):
        if not is_table:
            rows += [row for shown in group for row in _both(sheet, shown)]
            continue
        _texts(sheet, heads, rows)
        rows = []
        for shown in group:
            if isinstance(shown, Table):
                two_tables(sheet, shown)
    _texts(sheet, heads, rows)


def _texts(sheet: Sheet, heads: Sequence[str], rows: Sequence[Sequence[Content]]) -> None:
    """Write rows of two wordings; how much is left out beside a table alone is said as a sentence."""
    if any(len(row) > 1 for row in rows):
        sheet.table(heads, rows, (0.5, 0.5))
        return
    for row in rows:
        for said in row:
            assert isinstance(said, Line), "what is left out is a line"
            sheet.paragraph("".join(run.text for run in said.runs), small=True)


def _both(sheet: Sheet, shown: Shown) -> Iterator[Sequence[Content]]:
    """Yield the rows of what is no table."""
    match shown:
        case Gap(count=count):
            if count:
                said = Line.of(sheet.say("report.gap", n=count, count=count), small=True)
                yield [said]
        case Items(items=items):
            yield from (_pair(item) for item in items)
        case Paragraph():
            yield _pair(shown)
        case Table():
            return


def _pair(paragraph: Paragraph) -> Sequence[Content]:
    marker = (Run(f"{paragraph.marker} "),) if paragraph.marker else ()
    sides = (wording_of(paragraph.runs, version) for version in Version)
    return [Line((*marker, *side) if side else ()) for side in sides]


def _differs(runs: Sequence[Run]) -> bool:
    return any(run.mark is not Mark.KEPT for run in runs)
