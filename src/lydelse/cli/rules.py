"""lydelse rules: the catalogue, and one rule's page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse.cli import app, options
from lydelse.errors import UsageError
from lydelse.reports.wording import name_of

if TYPE_CHECKING:
    from lydelse.checks.minutes import MinutesSubject
    from lydelse.checks.rule import Rule, Subject


@app.command(help=options.words("cli.rules"))
def rules(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help=options.words("cli.code"), show_default=False)] = None,
    lang: options.Lang = options.Language.SV,
) -> int:
    """List the rules, or show the page of one."""
    catalogue = _as_told()
    if code is None:
        lines = [f"{rule.code}  {rule.name:<24} {name_of(rule.severity, lang)}" for rule in catalogue]
        sys.stdout.write("\n".join(lines) + "\n")
        return 0
    page = next((rule.page for rule in catalogue if rule.code == code.upper()), None)
    if page is None:
        raise UsageError("cli.no-such-rule", codes=(code,))
    sys.stdout.write(page)
    return 0


def _as_told() -> list[Rule[Subject] | Rule[MinutesSubject]]:
    """Return the rules as they are listed: as the catalogue has their letters, then by number."""
    from lydelse.checks.catalogue import CATALOGUE  # noqa: PLC0415 - the help of all commands needs no rules
    from lydelse.checks.minutes import MINUTES_CATALOGUE  # noqa: PLC0415 - as above

    letters = [each.code[0] for each in CATALOGUE]
    known: list[Rule[Subject] | Rule[MinutesSubject]] = [*CATALOGUE, *MINUTES_CATALOGUE]
    return sorted(known, key=lambda rule: (letters.index(rule.code[0]), rule.code))
