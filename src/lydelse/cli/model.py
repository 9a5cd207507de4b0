"""lydelse model: the calculation model as a file, drafted from a document, shown against one, or itself checked."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lydelse import flow
from lydelse.cli import app, options
from lydelse.cli.model_writers import declared_writers, draft_writers, model_writers
from lydelse.cli.output import agree, deliver
from lydelse.cli.progress import progress
from lydelse.errors import UsageError

models = typer.Typer(name="model", help=options.words("cli.model"), no_args_is_help=True)
app.add_typer(models)


class DraftFormat(StrEnum):
    """The formats of a drafted model on stdout."""

    TOML = "toml"
    XLSX = "xlsx"


class Format(StrEnum):
    """The formats of a model held against a document on stdout."""

    TERMINAL = "terminal"
    JSON = "json"


ModelFile = Annotated[Path, typer.Argument(metavar="MODEL", help=options.words("cli.model-file"), show_default=False)]
NeededModel = Annotated[Path, typer.Option("--model", metavar="FILE", help=options.words("cli.model-file"), show_default=False)]


@models.command(help=options.words("cli.model.draft"))
def draft(
    before: options.Before,
    after: options.After = None,
    form: Annotated[DraftFormat | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Write the relations that a document's figures obey as a model."""
    agree([file for file in (before, after) if file], output, set(DraftFormat))
    shown = _for_the_screen(form, output)
    with progress(lang, quiet=quiet) as watch:
        drafted, questions = flow.draft_model(before, after, password=password, watch=watch)
    deliver(draft_writers(drafted, questions, before.name, lang), shown, DraftFormat.TOML, output, lang)
    if drafted.counted is not None:
        from lydelse.reports.counted_words import counted_in_words  # noqa: PLC0415 - told of drafts that have parts alone

        sys.stderr.write(f"{counted_in_words(drafted.counted, lang)}\n")
    return 0


@models.command(help=options.words("cli.model.show"))
def show(
    before: options.Before,
    after: options.After = None,
    *,
    model: NeededModel,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Show what a model's quantities are in a document, how its relations fare, and what its totals' changes are made of."""
    agree([file for file in (before, after, model) if file], output, set(Format))
    wishes = options.wishes("M", "", password, model=model)
    with progress(lang, quiet=quiet) as watch:
        reviewed = flow.review(before, after, wishes=wishes, watch=watch)
    deliver(model_writers(reviewed, lang), form, Format.TERMINAL, output, lang)
    return 0


@models.command(help=options.words("cli.model.check"))
def check(model: ModelFile, lang: options.Lang = options.Language.SV) -> int:
    """Read a model by itself, and say what it holds; what is wrong with it ends the command with its sentence."""
    declared = flow.declared_model(model)
    deliver(declared_writers(declared, lang), None, "terminal", None, lang)
    return 0


def _for_the_screen(form: DraftFormat | None, output: list[Path] | None) -> DraftFormat | None:
    """Return the format that is shown, None for a workbook, which goes to a file alone.

    Raises:
        UsageError: a workbook without a file to write it to.
    """
    if form is not DraftFormat.XLSX:
        return form
    if not any(file.suffix.lower() == ".xlsx" for file in output or []):
        raise UsageError("cli.model.needs-file")
    return None
