"""lydelse consolidate: the document as it reads when a proposal is adopted."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from lydelse import flow
from lydelse.cli import app, options
from lydelse.cli.output import agree, deliver
from lydelse.cli.progress import progress
from lydelse.cli.writers import consolidated_writers


class Format(StrEnum):
    """The formats of a consolidated document on stdout."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command(help=options.words("cli.consolidate"))
def consolidate(
    in_force: options.InForceFile,
    redline: options.RedlineFile,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Make the amendments of a redline in the document in force; what became of each is told on stderr."""
    agree([in_force, redline], output, {*Format, "docx"})
    with progress(lang, quiet=quiet) as watch:
        outcome = flow.consolidate(in_force, redline, password=password, watch=watch)
    writers = consolidated_writers(outcome, in_force, lang)
    deliver(writers, form, Format.TEXT, output, lang)
    if not quiet:
        sys.stderr.write(str(writers["amendments"]()))
    return 0
