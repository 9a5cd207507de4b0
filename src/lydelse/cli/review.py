"""lydelse review: the main job."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse import flow
from lydelse.cli import app, options
from lydelse.cli.output import agree, agree_to_annotate, deliver, deliver_to
from lydelse.cli.progress import progress
from lydelse.cli.writers import annotated_writer, review_writers, tracked_writer
from lydelse.model.case import Case
from lydelse.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from lydelse.model.review import Review


class Format(StrEnum):
    """The formats of a review on stdout."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    CSV = "csv"


@app.command(help=options.words("cli.review"))
def review(
    before: options.Before,
    after: options.After = None,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    tracked: options.Tracked = None,
    annotated: options.Annotations = None,
    in_force: options.InForce = None,
    model: options.Model = None,
    baseline: options.Baseline = None,
    handled: options.HandledFile = None,
    corrections: options.CorrectionsFile = None,
    select: options.Select = "",
    ignore: options.Ignore = "",
    fail_on: options.Threshold = None,
    password: options.Password = None,
    authority: options.Authority = "",
    case_number: options.CaseNumber = "",
    case_title: options.CaseTitle = "",
    prepared_by: options.PreparedBy = "",
    status: options.Standing = None,
    date: options.Date = "",
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Read, compare and check a redline or two versions, and report."""
    inputs = [file for file in (before, after, in_force, model, baseline, handled, corrections) if file]
    agree(inputs, output, {*Format, "xlsx", "docx", "pdf"})
    agree(inputs, [tracked] if tracked else None, {"docx"})
    agree_to_annotate(inputs, annotated, after or before)
    case = Case(case_number, case_title, prepared_by, options.standing(status, lang), date, authority)
    wishes = replace(options.wishes(select, ignore, password, case, model), corrections=options.corrections_in(corrections))
    before, after = options.in_order(before, after, wishes.corrections)
    known, said = options.known_in(baseline), options.handled_in(baseline, handled)
    with progress(lang, quiet=quiet) as watch:
        reviewed = replace(flow.review(before, after, in_force=in_force, wishes=wishes, watch=watch), known=known, handled=said)
    _deliver_copies(reviewed, after or before, tracked, annotated, lang, password)
    deliver(review_writers(reviewed, lang, [after or before], password), form, Format.TERMINAL, output, lang)
    return int(flow.reaches(reviewed, fail_on.severity if fail_on else None))


def _deliver_copies(
    reviewed: Review, later: Path, tracked: Path | None, annotated: Path | None, language: str, password: str | None
) -> None:
    """Write what is made of the reviewed file itself: its changes as tracked ones, and a PDF with its findings marked."""
    if tracked:
        deliver_to(tracked, tracked_writer(reviewed.comparison, language, later, reviewed.case.date), language)
    if annotated:
        deliver_to(annotated, annotated_writer(reviewed, language, later, password), language)
