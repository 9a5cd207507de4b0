"""The options that several commands share, each said once."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse.errors import UsageError
from lydelse.flow import Wishes
from lydelse.model.case import Case
from lydelse.model.finding import Severity
from lydelse.model.message import Message
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.model.corrections import Corrections
    from lydelse.model.handling import Handled


def words(key: str) -> str:
    """Return the catalogue's words for the command line's own help."""
    return say(Message(key))


class Language(StrEnum):
    """The languages that reports are written in."""

    SV = "sv"
    EN = "en"


class FailOn(StrEnum):
    """From which severity on a finding makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"

    @property
    def severity(self) -> Severity | None:
        """The severity of the threshold, None where no finding reaches it."""
        return None if self is FailOn.NEVER else Severity(self.value)


class CaseStatus(StrEnum):
    """What a report says of its own standing."""

    DRAFT = "utkast"
    FINAL = "upprättad"


File = Annotated[Path, typer.Argument(metavar="FILE", help=words("cli.file"), show_default=False)]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help=words("cli.files"), show_default=False)]
InForceFile = Annotated[Path, typer.Argument(metavar="IN_FORCE", help=words("cli.in-force-file"), show_default=False)]
RedlineFile = Annotated[Path, typer.Argument(metavar="REDLINE", help=words("cli.redline-file"), show_default=False)]
Before = Annotated[Path, typer.Argument(metavar="BEFORE|REDLINE", help=words("cli.before"), show_default=False)]
After = Annotated[Path | None, typer.Argument(metavar="[AFTER]", help=words("cli.after"), show_default=False)]
Outputs = Annotated[list[Path] | None, typer.Option("--output", "-o", metavar="FILE", help=words("cli.output"), show_default=False)]
Lang = Annotated[Language, typer.Option("--lang", help=words("cli.lang"))]
Quiet = Annotated[bool, typer.Option("--quiet", help=words("cli.quiet"), show_default=False)]
Password = Annotated[str | None, typer.Option("--password", metavar="PASSWORD", help=words("cli.password"), show_default=False)]
Select = Annotated[str, typer.Option("--select", metavar="CODES", help=words("cli.select"), show_default=False)]
Ignore = Annotated[str, typer.Option("--ignore", metavar="CODES", help=words("cli.ignore"), show_default=False)]
InForce = Annotated[Path | None, typer.Option("--in-force", metavar="FILE", help=words("cli.in-force"), show_default=False)]
Model = Annotated[Path | None, typer.Option("--model", metavar="FILE", help=words("cli.model-file"), show_default=False)]
Baseline = Annotated[Path | None, typer.Option("--baseline", metavar="FILE.json", help=words("cli.baseline"), show_default=False)]
HandledFile = Annotated[Path | None, typer.Option("--handled", metavar="FILE.toml", help=words("cli.handled"), show_default=False)]
CorrectionsFile = Annotated[
    Path | None, typer.Option("--corrections", metavar="FILE.toml", help=words("cli.corrections"), show_default=False)
]
Tracked = Annotated[Path | None, typer.Option("--tracked", metavar="FILE.docx", help=words("cli.tracked"), show_default=False)]
Annotations = Annotated[Path | None, typer.Option("--annotated", metavar="FILE.pdf", help=words("cli.annotated"), show_default=False)]
Threshold = Annotated[FailOn | None, typer.Option("--fail-on", help=words("cli.fail-on"), show_default=False)]
CaseNumber = Annotated[str, typer.Option("--case-number", help=words("cli.case-number"), show_default=False)]
CaseTitle = Annotated[str, typer.Option("--case-title", help=words("cli.case-title"), show_default=False)]
Authority = Annotated[str, typer.Option("--authority", help=words("cli.authority"), show_default=False)]
PreparedBy = Annotated[str, typer.Option("--prepared-by", help=words("cli.prepared-by"), show_default=False)]
Standing = Annotated[CaseStatus | None, typer.Option("--status", help=words("cli.status"), show_default=False)]
Date = Annotated[str, typer.Option("--date", help=words("cli.date"), show_default=False)]


def standing(status: CaseStatus | None, language: str) -> str:
    """Return what a report says of its own standing, "" where nothing is said."""
    return say(Message(f"case.{status.name.lower()}"), language) if status else ""


def known_in(earlier: Path | None) -> frozenset[str] | None:
    """Return the ids of what an earlier report told, None where none is given.

    Raises:
        UnreadableFileError: the file is no report of findings.
    """
    if earlier is None:
        return None
    from lydelse.reports.earlier import known_findings  # noqa: PLC0415 - needed where an earlier report is given

    return known_findings(earlier)


def handled_in(earlier: Path | None, said: Path | None) -> tuple[Handled, ...]:
    """Return what persons have said of findings that they have handled: in an earlier report, and in a file of its own.

    Raises:
        UnreadableFileError: one of the files is not what it is given as.
        UsageError: the file says something else; the sentence names the line.
    """
    if earlier is None and said is None:
        return ()
    from lydelse.model.handling import latest  # noqa: PLC0415 - needed where a file is given
    from lydelse.reports import earlier as reports  # noqa: PLC0415 - as above
    from lydelse.reports.handled_file import read_handled  # noqa: PLC0415 - as above

    return latest([*(reports.handled_in(earlier) if earlier else ()), *(read_handled(said) if said else ())])


def corrections_in(file: Path | None) -> Corrections | None:
    """Return what a person has corrected, None where no file says it.

    Raises:
        UnreadableFileError: there is no such file, or it is no text.
        UsageError: it says something else; the sentence names the line.
    """
    if file is None:
        return None
    from lydelse.reports.corrections_file import read_corrections  # noqa: PLC0415 - needed where a file is given

    return read_corrections(file)


def in_order(before: Path, after: Path | None, corrections: Corrections | None) -> tuple[Path, Path | None]:
    """Return the earlier version and the later, as a person has corrected which is which."""
    turned = after is not None and corrections is not None and corrections.turns(before.name, after.name)
    return (after, before) if after and turned else (before, after)


def wishes(select: str, ignore: str, password: str | None, case: Case | None = None, model: Path | None = None) -> Wishes:
    """Return what the options ask of the flow.

    Raises:
        UsageError: a code, or a beginning of one, that no rule has.
    """
    from lydelse.checks.catalogue import CATALOGUE  # noqa: PLC0415 - the rules are loaded where they are asked for

    known = [rule.code for rule in CATALOGUE]
    return Wishes(select=_codes(select, known), ignore=_codes(ignore, known), password=password, model=model, case=case or Case())


def wishes_about_minutes(select: str, ignore: str, password: str | None, model: Path | None = None) -> Wishes:
    """Return what the options ask of the flow where documents are checked together: their rules are more.

    Raises:
        UsageError: a code, or a beginning of one, that no rule has.
    """
    from lydelse.checks.catalogue import CATALOGUE  # noqa: PLC0415 - the rules are loaded where they are asked for
    from lydelse.checks.minutes import MINUTES_CATALOGUE  # noqa: PLC0415 - as above

    known = [*(rule.code for rule in CATALOGUE), *(rule.code for rule in MINUTES_CATALOGUE)]
    return Wishes(select=_codes(select, known), ignore=_codes(ignore, known), password=password, model=model)


def _codes(listed: str, known: Sequence[str]) -> frozenset[str]:
    codes = frozenset(code.strip().upper() for code in listed.split(",") if code.strip())
    unknown = {code for code in codes if not any(each.startswith(code) for each in known)}
    if unknown:
        raise UsageError("cli.no-such-rule", codes=tuple(sorted(unknown)))
    return codes
