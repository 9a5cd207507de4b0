"""The report on the screen: findings first, then the amounts that change, what was confirmed, and what was not read."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lydelse.model.calculation import Origin, Verdict
from lydelse.model.change import Comparison
from lydelse.model.finding import Finding, Passage, Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.review import Confirmed, Coverage, Review
from lydelse.model.text import Mark, Run, Version
from lydelse.records import dataclass
from lydelse.reports.amount_rows import AmountGroup, AmountRow, changed_amounts
from lydelse.reports.by_hand import by_hand_in_words
from lydelse.reports.change_lines import ChangeLine, change_lines
from lydelse.reports.earlier import since_in_words
from lydelse.reports.in_force_lines import in_force_lines
from lydelse.reports.remarks import shown_comments
from lydelse.reports.sections import headings_of
from lydelse.reports.unbreakable import printable, unbreakable
from lydelse.reports.wording import convention_in_words, in_percent, name_of, say, worked

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.QUESTION: "bold cyan", Severity.INFO: "dim"}
_MARKS = {Mark.KEPT: ("", "", ""), Mark.STRUCK: ("[-", "-]", "red strike"), Mark.INSERTED: ("{+", "+}", "green underline")}
NARROW = 76
"""Columns below which the parts of a finding stand under one another instead of side by side."""
FINDINGS_SHOWN = 60
SECTIONS_SHOWN = 24
ROWS_OF_A_SECTION = 6
RELATIONS_SHOWN = 12
UNREAD_SHOWN = 8
_HELD = "\ue000"
"""Stands for a space at which no line may be broken, until the lines are made."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written to: how many columns, and whether it shows colours."""

    width: int = 100
    colours: bool = False

    @classmethod
    def of(cls, stream: TextIO) -> Screen:
        """Return the screen behind a stream: without colours where the output is piped or NO_COLOR is set."""
        console = Console(file=stream)
        if not console.is_terminal:
            return cls()
        return cls(console.width, colours=console.color_system is not None and not console.no_color)


def write(review: Review, screen: Screen, language: str = "sv") -> str:
    """Return a review as lines for a screen."""
    page = _Page(screen, language)
    return page.lines(
        page.heads(review),
        page.findings(review),
        *(page.in_force(comparison) for comparison in review.comparisons),
        *(page.amounts(comparison) for comparison in review.comparisons),
        page.confirmed(review.confirmed),
        page.coverage(review.coverage),
        page.proof(review.comparisons),
        page.unread(review.unread),
        page.comments(review.comparisons),
    )


def write_comparison(comparison: Comparison, screen: Screen, language: str = "sv") -> str:
    """Return what a comparison changed as lines for a screen."""
    page = _Page(screen, language)
    compared = (comparison,)
    changed = (page.changes(comparison), page.amounts(comparison))
    return page.lines(page.files(compared), *changed, page.proof(compared), page.unread(comparison.unread), page.comments(compared))


class _Page:
    """The parts of the report, laid out for one screen in one language."""

    def __init__(self, screen: Screen, language: str) -> None:
        self._screen = screen
        self._language = language
        self._narrow = screen.width < NARROW

    def lines(self, *parts: RenderableType | None) -> str:
        """Return the parts as text, an empty line between them."""
        output = io.StringIO()
        shown = self._screen.colours
        console = Console(file=output, width=self._screen.width, force_terminal=shown, color_system="standard" if shown else None)
        for part in parts:
            if part is not None:
                console.print(part, highlight=False, markup=False)
                console.print()
        lines = output.getvalue().replace(_HELD, " ").rstrip("\n").split("\n")
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def heads(self, review: Review) -> RenderableType:
        """Return the files and how much was found."""
        new = review.new_findings
        counts = Text(" · ").join(
            Text(f"{count} {self._say(f'report.count.{severity}', n=count)}", STYLES[severity])
            for severity in Severity
            if (count := sum(finding.severity is severity for finding in new))
        )
        off = self._say("report.rules-off", codes=review.rules_off) if review.rules_off else ""
        said = (since_in_words(review, self._language), *by_hand_in_words(review, self._language), off)
        none = "terminal.no-findings" if review.known is None else "terminal.no-new-findings"
        return Group(self.files(review.comparisons), counts or self._text(self._say(none)), *(self._text(each) for each in said if each))

    def files(self, comparisons: Iterable[Comparison]) -> RenderableType:
        """Return one line for each file that was read."""
        lines: list[Text] = []
        for comparison in comparisons:
            sources = comparison.sources
            holds = (sources[0].redline,) if len(sources) == 1 else tuple(Version)
            for source, what in zip(sources, holds, strict=True):
                pages = [self._say("terminal.pages", n=source.pages)] if source.pages else []
                lines.append(self._text(" · ".join([source.name, *pages, name_of(what, self._language)]), "bold"))
                marks = convention_in_words(source, self._language)
                lines.extend([self._text(f"  {marks}")] if marks and len(sources) == 1 else [])
            held = comparison.in_force
            lines.extend([self._text(f"{held.source.name} · {self._say('report.in-force.holds')}", "bold")] if held else [])
        return Group(*lines)

    def findings(self, review: Review) -> RenderableType | None:
        """Return the findings that no earlier report told, the heaviest first."""
        new = review.new_findings
        if not new:
            return None
        handled = {finding: say(each.told, self._language) for finding, each in review.handled_findings.items()}
        rows = [
            (finding, self._where(finding.passages[0], named=len(review.comparisons) > 1), self._said(finding, handled.get(finding, "")))
            for finding in sorted(new, key=lambda each: [*Severity].index(each.severity))
        ][:FINDINGS_SHOWN]
        more = self._more(len(new) - len(rows))
        if self._narrow:
            return Group(*(self._finding_narrow(*row) for row in rows), *more)
        table = Table.grid(padding=(0, 2, 0, 0))
        for least, most in ((10, None), (4, None), (0, max(12, self._screen.width // 4)), (30, None)):
            table.add_column(min_width=least, max_width=most, overflow="fold")
        for finding, where, said in rows:
            severity = Text(name_of(finding.severity, self._language), STYLES[finding.severity])
            table.add_row(severity, finding.code, where, said)
        return Group(table, *more)

    def _finding_narrow(self, finding: Finding, where: Text, said: Text) -> RenderableType:
        head = Text.assemble((name_of(finding.severity, self._language), STYLES[finding.severity]), f" {finding.code} ", where)
        return Group(head, Padding(said, (0, 0, 0, 2)))

    def _said(self, finding: Finding, handled: str) -> Text:
        sentence, arithmetic = say(finding.message, self._language), worked(finding.relation, self._language)
        return self._text("\n".join(filter(None, (sentence, "" if arithmetic in sentence else arithmetic, handled))))

    def _where(self, passage: Passage, *, named: bool) -> Text:
        """Return the file, where there are several, and the page; the section stands first in the sentence."""
        page = [self._say("report.page", page=passage.place.page)] if passage.place.page else []
        return self._text(", ".join([*([passage.document] if named else []), *page]), "dim")

    def in_force(self, comparison: Comparison) -> RenderableType | None:
        """Return how the redline stands against the document in force, None where none was given."""
        if comparison.in_force is None:
            return None
        lines = in_force_lines(comparison.in_force, self._language)
        return Group(self._title("report.in-force"), *map(self._inset, lines))

    def amounts(self, comparison: Comparison) -> RenderableType | None:
        """Return the amounts that change, a few of each section."""
        groups = changed_amounts(comparison, headings_of(comparison), self._language)
        if not groups:
            return None
        title = self._title("report.amounts.changed", n=sum(len(group.rows) for group in groups))
        shown = groups[:SECTIONS_SHOWN]
        parts = [self._amounts_narrow(group) for group in shown] if self._narrow else [self._amounts_wide(shown)]
        return Group(title, *parts, *self._more(sum(len(group.rows) for group in groups[SECTIONS_SHOWN:])))

    def _amounts_wide(self, groups: tuple[AmountGroup, ...]) -> RenderableType:
        heads = tuple(self._say(f"report.{key}") for key in ("year", "current", "proposed", "change", "percent"))
        shown = [row for group in groups for row in group.rows[:ROWS_OF_A_SECTION]]
        widths = [max(map(len, column)) for column in zip(heads, *map(self._figures, shown), strict=True)]
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, overflow="ellipsis", max_width=max(16, self._screen.width - sum(widths) - 2 * len(widths)))
        for number, width in enumerate(widths):
            table.add_column(justify="right" if number else "left", no_wrap=True, min_width=width)
        table.add_row(*(Text(head, "dim") for head in (self._say("report.item"), *heads)))
        for group in groups:
            table.add_row(Text(printable(group.heading or self._say("report.before-first")), "bold"))
            for row in group.rows[:ROWS_OF_A_SECTION]:
                table.add_row(Text("  " + printable(row.labelled)), *self._figures(row))
            for more in self._more(len(group.rows) - ROWS_OF_A_SECTION):
                table.add_row(more)
        return table

    def _figures(self, row: AmountRow) -> tuple[str, str, str, str, str]:
        return row.years, row.before, row.after, row.change or name_of(row.status, self._language), row.percent

    def _amounts_narrow(self, group: AmountGroup) -> RenderableType:
        lines: list[RenderableType] = [self._text(group.heading or self._say("report.before-first"), "bold")]
        for row in group.rows[:ROWS_OF_A_SECTION]:
            values = " → ".join(value for value in (row.before, row.after) if value)
            change = f"{row.change}; {row.percent} %" if row.percent else row.change or name_of(row.status, self._language)
            lines.append(self._inset(f"{row.labelled}: {values.replace(' ', _HELD)} ({change.replace(' ', _HELD)})"))
        return Group(*lines, *self._more(len(group.rows) - ROWS_OF_A_SECTION))

    def changes(self, comparison: Comparison) -> RenderableType:
        """Return the changed parts, each with what is struck and inserted in it."""
        lines = [self._change(line) for line in change_lines(comparison)]
        return Group(self._title("terminal.changes", n=len(lines)), *lines) if lines else self._text(self._say("report.wording.none"))

    def _change(self, line: ChangeLine) -> RenderableType:
        place = [name_of(line.unit, self._language), line.sections, self._say("report.page", page=line.page) if line.page else ""]
        head = self._text(" · ".join(part for part in [self._say(line.key), *place] if part), "dim")
        for aside in line.asides:
            head.append(" · ").append(self._text(say(aside, self._language), STYLES[Severity.WARNING]))
        return Group(head, Padding(Text.assemble(*(self._marked(run) for run in line.runs)), (0, 0, 0, 2)))

    def _marked(self, run: Run) -> Text:
        """Return a run as colour and line show it, or in the signs of the mini-language where there are no colours."""
        opening, closing, style = _MARKS[run.mark]
        return self._text(run.text, style) if self._screen.colours else self._text(f"{opening}{run.text}{closing}")

    def confirmed(self, held: tuple[Confirmed, ...]) -> RenderableType | None:
        """Return the relations that hold, those that are stated first."""
        ordered = sorted(held, key=lambda each: each.origin is Origin.INFERRED)
        still = {id(each.outcome.relation) for each in held if each.outcome and each.version is Version.AFTER}
        told = [*dict.fromkeys(self._relation(each, still) for each in ordered)]
        rest = self._more(len(told) - RELATIONS_SHOWN)
        return Group(self._title("report.relations"), *map(self._inset, told[:RELATIONS_SHOWN]), *rest) if held else None

    def _relation(self, confirmed: Confirmed, still: set[int]) -> str:
        """Return what a relation says; ``still`` are those that hold in the later version, the others say that they do not."""
        kind = self._say("terminal.consistent" if confirmed.origin is Origin.INFERRED else "terminal.confirmed")
        is_past = confirmed.outcome and confirmed.version is Version.BEFORE and id(confirmed.outcome.relation) not in still
        facts = [*([name_of(Version.BEFORE, self._language)] if is_past else []), *([str(confirmed.year)] if confirmed.year else [])]
        facts += [] if confirmed.verdict is Verdict.EXACT else [self._graded(confirmed)]
        aside = f" ({', '.join(facts)})" if facts else ""
        return f"{kind} {say(confirmed.wording, self._language).rstrip('.')}{aside}"

    def _graded(self, held: Confirmed) -> str:
        verdict, chance = name_of(held.verdict, self._language), held.probability if held.verdict is Verdict.BARELY else None
        return verdict if chance is None else f"{verdict}: {self._say('terminal.probability', percent=in_percent(chance))}"

    def coverage(self, coverage: tuple[Coverage, ...]) -> RenderableType | None:
        """Return how far the figures of each kind were tested."""
        lines = [
            self._inset(self._say("terminal.coverage", kind=name_of(each.kind, self._language).capitalize(), **_counts(each)))
            for each in coverage
        ]
        return Group(self._title("report.coverage"), *lines) if lines else None

    def proof(self, comparisons: Iterable[Comparison]) -> RenderableType | None:
        """Return what the proof of each comparison came to, None where nothing was compared."""
        keys = dict.fromkeys(_proof_of(comparison) for comparison in comparisons if not comparison.one_version)
        return Group(*(self._text(self._say(key)) for key in keys)) if keys else None

    def unread(self, given: tuple[Unread, ...]) -> RenderableType | None:
        """Return what was not read, not compared, guessed, or not proven."""
        lines = [self._inset(f"{each.code} {say(each.message, self._language)}") for each in given[:UNREAD_SHOWN]]
        shown: list[RenderableType] = [*lines, *self._more(len(given) - UNREAD_SHOWN)]
        return Group(self._title("report.unread"), *shown) if shown else None

    def comments(self, comparisons: Iterable[Comparison]) -> RenderableType | None:
        """Return how many comments the documents have, None where they have none."""
        count = len(shown_comments(comparisons))
        return self._text(self._say("terminal.comments", n=count)) if count else None

    def _more(self, rest: int) -> list[Text]:
        return [self._text("  " + self._say("terminal.more", n=rest), "dim")] if rest > 0 else []

    def _inset(self, text: str) -> Padding:
        return Padding(self._text(text), (0, 0, 0, 2))

    def _title(self, key: str, **facts: int) -> Text:
        return Text(self._say(key, **facts), "bold underline" if self._screen.colours else "")

    def _text(self, text: str, style: str = "") -> Text:
        """Return text that a terminal only shows, its figures kept on one line."""
        clean = list(printable(text))
        for start, end in unbreakable("".join(clean)):
            clean[start:end] = [_HELD if letter.isspace() else letter for letter in clean[start:end]]
        return Text("".join(clean), style)

    def _say(self, key: str, **facts: Fact) -> str:
        return say(Message(key, facts), self._language)


def _counts(coverage: Coverage) -> dict[str, int]:
    confirmed = {"stated": coverage.confirmed_stated, "inferred": coverage.confirmed_inferred}
    return {"all": coverage.amounts, **confirmed, "found": coverage.in_findings, "untested": coverage.untested}


def _proof_of(comparison: Comparison) -> str:
    """Return the key of what is said of the proof of a comparison."""
    return f"report.proof.{'none' if comparison.proof is None else 'holds' if comparison.proof.holds else 'fails'}"
