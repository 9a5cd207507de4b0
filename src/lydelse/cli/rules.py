"""lydelse rules: the catalogue, and one rule's page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lydelse.checks.catalogue import CATALOGUE
from lydelse.cli import app, options
from lydelse.errors import UsageError
from lydelse.reports.wording import name_of


@app.command(help=options.words("cli.rules"))
def rules(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help=options.words("cli.code"), show_default=False)] = None,
    lang: options.Lang = options.Language.SV,
) -> int:
    """List the rules, or show the page of one."""
    if code is None:
        lines = [f"{rule.code}  {rule.name:<24} {name_of(rule.severity, lang)}" for rule in CATALOGUE]
        sys.stdout.write("\n".join(lines) + "\n")
        return 0
    rule = next((rule for rule in CATALOGUE if rule.code == code.upper()), None)
    if rule is None:
        raise UsageError("cli.no-such-rule", codes=(code,))
    sys.stdout.write(rule.page)
    return 0
