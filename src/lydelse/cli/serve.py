"""lydelse serve: the local page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lydelse.cli import app, options
from lydelse.model.message import Message
from lydelse.reports.wording import say

# ruff: noqa: PLC0415 - the command line's help needs no server

Port = Annotated[int, typer.Option("--port", min=0, max=65535, help=options.words("cli.serve.port"), show_default=False)]
Workers = Annotated[int | None, typer.Option("--workers", min=1, max=64, help=options.words("cli.serve.workers"), show_default=False)]
History = Annotated[Path | None, typer.Option("--history", metavar="DIR", help=options.words("cli.serve.history"), show_default=False)]
Days = Annotated[int, typer.Option("--keep-days", min=1, max=3650, help=options.words("cli.serve.keep-days"))]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help=options.words("cli.serve.no-browser"), show_default=False)]
Host = Annotated[str, typer.Option("--host", help=options.words("cli.serve.host"))]
Names = Annotated[
    list[str] | None, typer.Option("--allow-host", metavar="NAME", help=options.words("cli.serve.allow-host"), show_default=False)
]
KeyFile = Annotated[Path | None, typer.Option("--key-file", metavar="FILE", help=options.words("cli.serve.key-file"), show_default=False)]


@app.command(help=options.words("cli.serve"))
def serve(
    port: Port = 0,
    history: History = None,
    keep_days: Days = 90,
    workers: Workers = None,
    no_browser: NoBrowser = False,
    host: Host = "127.0.0.1",
    allow_host: Names = None,
    key_file: KeyFile = None,
    lang: options.Lang = options.Language.SV,
) -> int:
    """Open the page in the browser, and answer until the command is interrupted."""
    from lydelse.web import agreeing
    from lydelse.web.kept import history_in
    from lydelse.web.server import Serving
    from lydelse.web.server import serve as answer

    names = tuple(allow_host or ())
    agreeing.agree(host, names, has_history=history is not None, has_key=key_file is not None)

    def opened(address: str) -> None:
        sys.stderr.write(say(Message("web.opened.shared" if names else "web.opened", {"address": address}), lang) + "\n")
        sys.stderr.flush()

    serving = Serving(
        port=port,
        language=lang,
        at_once=workers or 0,
        host=host,
        names=names,
        key=agreeing.key_in(key_file) if key_file else "",
        history=history_in(history, keep_days) if history else None,
        opens_browser=not (no_browser or names),
    )
    answer(serving, opened)
    return 0
