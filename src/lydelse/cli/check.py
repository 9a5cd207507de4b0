"""lydelse check: the figures of each file by itself."""

from __future__ import annotations

from typing import Annotated

import typer

from lydelse import flow
from lydelse.cli import app, options
from lydelse.cli.output import agree, deliver
from lydelse.cli.progress import progress
from lydelse.cli.review import Format
from lydelse.cli.writers import review_writers
from lydelse.records import replace


@app.command(help=options.words("cli.check"))
def check(
    files: options.Files,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    in_force: options.InForce = None,
    model: options.Model = None,
    baseline: options.Baseline = None,
    handled: options.HandledFile = None,
    select: options.Select = "",
    ignore: options.Ignore = "",
    fail_on: options.Threshold = options.FailOn.ERROR,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Check each file by itself; the exit code is 1 where a finding reaches the threshold."""
    agree([*files, *(file for file in (in_force, model, baseline, handled) if file)], output, {*Format, "xlsx", "docx", "pdf"})
    wishes = options.wishes(select, ignore, password, model=model)
    known, said = options.known_in(baseline), options.handled_in(baseline, handled)
    with progress(lang, quiet=quiet) as watch:
        checked = replace(flow.check_each(files, in_force=in_force, wishes=wishes, watch=watch), known=known, handled=said)
    deliver(review_writers(checked, lang, files, password), form, Format.TERMINAL, output, lang)
    return int(flow.reaches(checked, (fail_on or options.FailOn.ERROR).severity))
