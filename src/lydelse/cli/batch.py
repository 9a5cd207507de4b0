"""lydelse batch: a whole folder, read and reviewed."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse import __version__
from lydelse.cli import app, options
from lydelse.cli.progress import progress
from lydelse.errors import UsageError

if TYPE_CHECKING:
    from lydelse.model.batch import Batch
    from lydelse.workers import Limits

# ruff: noqa: PLC0415 - the archive's libraries and those of processes are loaded by the command that needs them

ARCHIVE = "lydelse.sqlite"
"""The archive of a run that names none, in the output folder."""

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help=options.words("cli.folder"), show_default=False)]
Out = Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help=options.words("cli.batch-out"), show_default=False)]
ArchiveAt = Annotated[str, typer.Option("--archive", metavar="FILE|URL", help=options.words("cli.archive"), show_default=False)]
PairsIn = Annotated[Path | None, typer.Option("--pairs", metavar="FILE.toml", help=options.words("cli.pairs"), show_default=False)]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="index.json", help=options.words("cli.batch-baseline"), show_default=False)
]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help=options.words("cli.jobs"), show_default=False)]
Seconds = Annotated[int | None, typer.Option("--seconds", min=1, help=options.words("cli.seconds"), show_default=False)]
Megabytes = Annotated[int | None, typer.Option("--megabytes", min=100, help=options.words("cli.megabytes"), show_default=False)]
Scheduler = Annotated[str, typer.Option("--scheduler", metavar="URL", help=options.words("cli.scheduler"), show_default=False)]


class Format(StrEnum):
    """The formats of the index on stdout."""

    TERMINAL = "terminal"
    JSON = "json"
    SARIF = "sarif"


@app.command(help=options.words("cli.batch"))
def batch(
    folder: Folder,
    out: Out,
    form: Annotated[Format, typer.Option("--format", help=options.words("cli.format"))] = Format.TERMINAL,
    archive: ArchiveAt = "",
    pairs: PairsIn = None,
    baseline: Baseline = None,
    model: options.Model = None,
    select: options.Select = "",
    ignore: options.Ignore = "",
    fail_on: options.Threshold = None,
    jobs: Jobs = None,
    seconds: Seconds = None,
    megabytes: Megabytes = None,
    scheduler: Scheduler = "",
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Read and review every document of a folder; the exit code is 1 where a new finding reaches the threshold."""
    from lydelse.batch.index import known_in
    from lydelse.batch.run import Asked, run
    from lydelse.batch.work import Manner

    manner = Manner(options.wishes_about_minutes(select, ignore, password, model), lang.value)
    asked = Asked(
        folder=folder,
        out=folder_for(out, folder),
        archive=archive or str(out / ARCHIVE),
        manner=manner,
        limits=limits_of(seconds, megabytes),
        jobs=jobs or os.cpu_count() or 1,
        pairs=pairs,
        known=known_in(baseline) if baseline else None,
        scheduler=scheduler,
    )
    with progress(lang, quiet=quiet) as watch:
        told = run(asked, watch)
    sys.stdout.write(shown(told, form, lang))
    return int(told.reaches((fail_on or options.FailOn.NEVER).severity))


def limits_of(seconds: int | None, megabytes: int | None) -> Limits:
    """Return the limits of one document; the usual ones where none are given."""
    from lydelse.workers import Limits

    usual = Limits()
    return Limits(seconds or usual.seconds, megabytes or usual.megabytes)


def folder_for(out: Path, folder: Path) -> Path:
    """Make the output folder where it is not there.

    Raises:
        UsageError: there is no folder to review, it is the output folder, or that cannot be made.
    """
    if not folder.is_dir():
        raise UsageError("batch.no-folder", folder=str(folder))
    if out.resolve() == folder.resolve():
        raise UsageError("batch.out-is-folder")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UsageError("error.output", file=str(out), why=problem.strerror or "") from problem
    return out


def shown(told: Batch, form: Format, language: str) -> str:
    """Return the index as it is shown on stdout."""
    match form:
        case Format.TERMINAL:
            from lydelse.reports import batch_text

            return batch_text.write(told, language)
        case Format.JSON:
            from lydelse.reports import batch_json

            return batch_json.write(told, version=__version__, language=language)
        case Format.SARIF:
            from lydelse.reports import batch_sarif

            return batch_sarif.write(told, version=__version__, language=language)
