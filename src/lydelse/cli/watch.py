"""lydelse watch: a folder, reviewed as files arrive."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse.cli import app, options
from lydelse.cli.batch import ARCHIVE, ArchiveAt, Folder, Jobs, Megabytes, Out, PairsIn, Seconds, folder_for, limits_of
from lydelse.cli.progress import progress
from lydelse.model.message import Message
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.batch.run import Asked

# ruff: noqa: PLC0415 - the archive's libraries and those of processes are loaded by the command that needs them

Settled = Annotated[float, typer.Option("--settled", min=0.1, help=options.words("cli.settled"))]


@app.command(help=options.words("cli.watch"))
def watch(
    folder: Folder,
    out: Out,
    archive: ArchiveAt = "",
    pairs: PairsIn = None,
    model: options.Model = None,
    select: options.Select = "",
    ignore: options.Ignore = "",
    jobs: Jobs = None,
    seconds: Seconds = None,
    megabytes: Megabytes = None,
    settled: Settled = 2.0,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Review a folder now and whenever its files have changed and stand still again, until interrupted."""
    from lydelse.batch.arriving import runs_asked_for
    from lydelse.batch.run import Asked, run
    from lydelse.batch.work import Manner
    from lydelse.reports.batch_text import counted

    asked = Asked(
        folder=folder,
        out=folder_for(out, folder),
        archive=archive or str(out / ARCHIVE),
        manner=Manner(options.wishes_about_minutes(select, ignore, password, model), lang.value),
        limits=limits_of(seconds, megabytes),
        jobs=jobs or os.cpu_count() or 1,
        pairs=pairs,
    )
    for _ in runs_asked_for(folder, _own(asked, out), settled):
        with progress(lang, quiet=quiet) as tell:
            told = run(asked, tell)
        if not quiet:
            title = say(Message("batch.title", {"folder": told.folder, "n": len(told.files)}), lang)
            sys.stderr.write(f"{title} {counted(told.reviews, lang)}\n")
    return 0


def _own(asked: Asked, out: Path) -> tuple[Path, ...]:
    """Return what the run itself writes, whose changes are no arrivals."""
    return (out, *(Path(asked.archive + ending) for ending in ("", "-wal", "-shm", "-journal") if "://" not in asked.archive))
