"""lydelse serve: the local page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lydelse.cli import app, options
from lydelse.model.message import Message
from lydelse.reports.wording import say


@app.command(help=options.words("cli.serve"))
def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help=options.words("cli.serve.port"), show_default=False)] = 0,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, max=64, help=options.words("cli.serve.workers"), show_default=False)
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help=options.words("cli.serve.no-browser"), show_default=False)] = False,
    lang: options.Lang = options.Language.SV,
) -> int:
    """Open the page in the browser, and answer until the command is interrupted."""
    from lydelse.web.server import Serving  # noqa: PLC0415 - the command line's help needs no server
    from lydelse.web.server import serve as answer  # noqa: PLC0415 - as above

    def opened(address: str) -> None:
        sys.stderr.write(say(Message("web.opened", {"address": address}), lang) + "\n")
        sys.stderr.flush()

    answer(Serving(port=port, language=lang, at_once=workers or 0, opens_browser=not no_browser), opened)
    return 0
