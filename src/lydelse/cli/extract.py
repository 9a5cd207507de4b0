"""lydelse extract: the document as it was read, with its marks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse import flow
from lydelse.cli import app, options
from lydelse.cli.output import agree, asked, deliver
from lydelse.cli.progress import progress
from lydelse.cli.writers import document_writers
from lydelse.model.message import Message

if TYPE_CHECKING:
    from lydelse.model.document import Document
    from lydelse.model.quantity import Entry


class Format(StrEnum):
    """The formats of a document on stdout."""

    JSON = "json"
    TEXT = "text"
    MARKDOWN = "markdown"


@app.command(help=options.words("cli.extract"))
def extract(
    file: options.File,
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    password: options.Password = None,
    lang: options.Lang = options.Language.SV,
    quiet: options.Quiet = False,
) -> int:
    """Show the document as it was read."""
    agree([file], output, set(Format))
    listed = {Format.JSON, Format.MARKDOWN} & set(asked(form, Format.TEXT, output))
    with progress(lang, quiet=quiet) as watch:
        document = flow.extracted(file, password=password, watch=watch)
        amounts = _amounts_of(document, watch) if listed else ()
    deliver(document_writers(document, amounts, lang), form, Format.TEXT, output, lang)
    return 0


def _amounts_of(document: Document, watch: flow.Watcher) -> tuple[Entry, ...]:
    """Return the amounts as a review has them; what else a review tells of the marks is left out."""
    from lydelse.calculation import with_quantities_united  # noqa: PLC0415 - text alone is shown without comparing
    from lydelse.differ import amounts_marked  # noqa: PLC0415 - the same

    watch(Message("step.comparing"))
    return with_quantities_united(amounts_marked(document)).entries
