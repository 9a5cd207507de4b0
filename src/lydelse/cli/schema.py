"""lydelse schema: the published schema of a JSON report."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lydelse.cli import app, options
from lydelse.errors import UsageError

NAMES = ("document", "comparison", "findings", "minutes", "consolidated", "model", "impact", "batch", "history")


@app.command(help=options.words("cli.schema"))
def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help=options.words("cli.schema-name"), show_default=False)] = None,
) -> int:
    """List the schemas, or print one."""
    if name is None:
        sys.stdout.write("\n".join(NAMES) + "\n")
        return 0
    if name not in NAMES:
        raise UsageError("cli.no-such-schema", name=name, names=NAMES)
    from lydelse.reports import shapes  # noqa: PLC0415 - needed for a schema alone

    sys.stdout.write(shapes.published(name))
    return 0
