"""lydelse compare: what stands differently."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lydelse import flow
from lydelse.cli import app, options
from lydelse.cli.output import agree, deliver
from lydelse.cli.progress import progress
from lydelse.cli.writers import comparison_writers


class Format(StrEnum):
    """The formats of a comparison on stdout."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


@app.command(help=options.words("cli.compare"))
def compare(
    before: options.Before,
    after: options.After = None,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Compare two versions, or read what a redline changes."""
    agree([file for file in (before, after) if file], output, {*Format, "docx", "xlsx", "pdf"})
    with progress(lang, quiet=quiet) as watch:
        comparison = flow.compared(before, after, password=password, watch=watch)
    deliver(comparison_writers(comparison, lang, after or before), form, Format.TERMINAL, output, lang)
    return 0
