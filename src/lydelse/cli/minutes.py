"""lydelse minutes: minutes and their papers, read and checked together."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse import __version__, flow
from lydelse.cli import app, options
from lydelse.cli.output import Writer, agree, deliver
from lydelse.cli.progress import progress
from lydelse.model.minutes import DocumentKind
from lydelse.records import replace

if TYPE_CHECKING:
    from lydelse.model.minutes_review import MinutesReview

OwnWords = Annotated[Path | None, typer.Option("--vocabulary", metavar="FILE", help=options.words("cli.vocabulary"), show_default=False)]
OwnKind = Annotated[DocumentKind | None, typer.Option("--kind", help=options.words("cli.kind"), show_default=False)]


class Format(StrEnum):
    """The formats of minutes on stdout."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


@app.command(help=options.words("cli.minutes"))
def minutes(
    files: options.Files,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    kind: OwnKind = None,
    vocabulary: OwnWords = None,
    select: options.Select = "",
    ignore: options.Ignore = "",
    baseline: options.Baseline = None,
    handled: options.HandledFile = None,
    fail_on: options.Threshold = None,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Read minutes, memos and what belongs to them, check them together, and show them § by §."""
    agree([*files, *(file for file in (vocabulary, baseline, handled) if file)], output, {*Format, "xlsx", "docx"})
    wishes = options.wishes_about_minutes(select, ignore, password)
    known, said = options.known_in(baseline), options.handled_in(baseline, handled)
    with progress(lang, quiet=quiet) as watch:
        read = replace(flow.minutes_of(files, kind=kind, words=vocabulary, wishes=wishes, watch=watch), known=known, handled=said)
    deliver(_writers(read, lang), form, Format.TERMINAL, output, lang)
    return int(flow.minutes_reach(read, (fail_on or options.FailOn.NEVER).severity))


def _writers(review: MinutesReview, language: str) -> Mapping[str, Writer]:
    """Return the writers of minutes that were read together."""
    # ruff: noqa: PLC0415 - each report is imported by the one who asks for it

    def terminal() -> str:
        from lydelse.reports import minutes_text
        from lydelse.reports.terminal import Screen

        return minutes_text.write(review, Screen.of(sys.stdout).width, language)

    def json() -> str:
        from lydelse.reports import json_minutes

        return json_minutes.write(review, version=__version__, language=language)

    def html() -> str:
        from lydelse.reports import html

        return html.write_minutes(review, version=__version__, language=language)

    def xlsx() -> bytes:
        from lydelse.reports import minutes_workbook

        return minutes_workbook.write(review, language)

    def docx() -> bytes:
        from lydelse.reports import minutes_word

        return minutes_word.write(review, version=__version__, language=language)

    return {"terminal": terminal, "json": json, "html": html, "xlsx": xlsx, "docx": docx}
