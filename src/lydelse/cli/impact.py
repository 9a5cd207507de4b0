"""lydelse impact: what a proposal means for each unit, and what motions would do to it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse import __version__, flow
from lydelse.cli import app, options
from lydelse.cli.output import Writer, agree, deliver, deliver_to
from lydelse.cli.progress import progress
from lydelse.errors import UsageError
from lydelse.model.message import Message
from lydelse.records import replace
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.model.change import Comparison
    from lydelse.model.declared import DeclaredModel
    from lydelse.model.impact import Impact

# ruff: noqa: PLC0415 - what works amounts out, and each report, is loaded by the one who asks for it

Redline = Annotated[Path | None, typer.Argument(metavar="[BEFORE|REDLINE]", help=options.words("cli.before"), show_default=False)]
UnitsFile = Annotated[Path | None, typer.Option("--units", metavar="FILE", help=options.words("cli.impact.units"), show_default=False)]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="FILE.xlsx", help=options.words("cli.impact.template"), show_default=False)
]
Motions = Annotated[
    list[Path] | None, typer.Option("--motion", metavar="FILE", help=options.words("cli.impact.motion"), show_default=False)
]
WRONG_FILE = 2


class Format(StrEnum):
    """The formats of an impact report on stdout."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


@app.command(help=options.words("cli.impact"))
def impact(
    before: Redline = None,
    after: options.After = None,
    units: UnitsFile = None,
    model: options.Model = None,
    motion: Motions = None,
    template: Template = None,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    fail_on: options.Threshold = None,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Work out what a proposal means for each unit of a file."""
    inputs = [file for file in (before, after, units, model, *(motion or [])) if file]
    agree(inputs, output, {*Format, "xlsx", "docx"})
    if template:
        agree(inputs, [template], {"xlsx"})
        deliver_to(template, lambda: _template(before, after, model, password, lang), lang)
        return 0
    if before is None:
        raise UsageError("cli.impact.no-document")
    if units is None:
        raise UsageError("cli.impact.no-units")
    with progress(lang, quiet=quiet) as watch:
        comparison = flow.compared(before, after, password=password, watch=watch)
        worked = _worked_out(comparison, _model(model, comparison, before), units, motion or [], watch)
    if isinstance(worked, tuple):
        sys.stderr.writelines(f"lydelse: {say(fault, lang)}\n" for fault in worked)
        return WRONG_FILE
    deliver(_writers(worked, lang), form, Format.TERMINAL, output, lang)
    threshold = fail_on.severity if fail_on else None
    return int(any(finding.severity.reaches(threshold) for finding in worked.findings))


def _worked_out(
    comparison: Comparison, model: DeclaredModel, units: Path, motions: list[Path], watch: flow.Watcher
) -> Impact | tuple[Message, ...]:
    """Return what the proposal means for each unit, or what is wrong with the units' file."""
    from lydelse.impact.assembling import impact_of
    from lydelse.impact.faults import UnitsFaultsError
    from lydelse.impact.units_file import read_units

    assert model.units is not None, "a model without units has been refused"
    try:
        read = read_units(units, model.units)
        watch(Message("step.impact"))
        worked = impact_of(comparison, model, read)
    except UnitsFaultsError as faulty:
        return (faulty.message, *faulty.faults)
    if not motions:
        return worked
    from lydelse.impact.motions.trying import motions_tried

    documents = [(file.name, flow.extracted(file, watch=watch)) for file in motions]
    watch(Message("step.motions"))
    return replace(worked, motions=motions_tried(documents, comparison, model, read, worked.main.answers))


def _model(file: Path | None, comparison: Comparison, document: Path) -> DeclaredModel:
    """Return the model that is given, or a draft made from the document."""
    if file is not None:
        declared = flow.declared_model(file)
        if declared.units is None:
            raise UsageError("cli.impact.no-unit-model", file=file.name)
        return declared
    from lydelse.calculation import infer
    from lydelse.calculation.declared.drafting import drafted

    draft = drafted(comparison, infer(comparison), document.name).model
    if draft.units is None:
        raise UsageError("cli.impact.nothing-drafted", file=document.name)
    return draft


def _template(before: Path | None, after: Path | None, model: Path | None, password: str | None, language: str) -> bytes:
    """Return the template of a units' file, with the columns that the model, or the document, asks for."""
    from lydelse.calculation.declared.unit_parts import ranges_asked
    from lydelse.impact.columns import bands_asked
    from lydelse.reports.impact import template

    comparison = flow.compared(before, after, password=password) if before else None
    declared = flow.declared_model(model) if model else None
    if comparison is not None and before is not None and declared is None:
        declared = _model(None, comparison, before)
    if declared is None or declared.units is None:
        return template.write(None, (), (), language)
    bands = bands_asked(declared, comparison) if comparison else ()
    return template.write(declared.units, bands, ranges_asked(declared.units), language)


def _writers(worked: Impact, language: str) -> Mapping[str, Writer]:
    """Return the writers of an impact report."""

    def terminal() -> str:
        from lydelse.reports.impact import lines

        return lines.write(worked, language)

    def json() -> str:
        from lydelse.reports.impact import json

        return json.write(worked, version=__version__, language=language)

    def html() -> str:
        from lydelse.reports.impact import html

        return html.write(worked, version=__version__, language=language)

    def xlsx() -> bytes:
        from lydelse.reports.impact import excel

        return excel.write(worked, language)

    def docx() -> bytes:
        from lydelse.reports.impact import word

        return word.write(worked, version=__version__, language=language)

    return {"terminal": terminal, "json": json, "html": html, "xlsx": xlsx, "docx": docx}
