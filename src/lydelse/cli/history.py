"""lydelse history: a quantity through the years, in what an archive has read."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lydelse import __version__
from lydelse.cli import app, options
from lydelse.cli.output import Writer, agree, deliver
from lydelse.errors import UsageError
from lydelse.model.message import Message
from lydelse.patterns import compiled
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.archive import Archive
    from lydelse.model.history import History

# ruff: noqa: PLC0415 - the archive and each report are loaded by the one who asks for them

Query = Annotated[str, typer.Argument(metavar="[QUERY]", help=options.words("cli.query"), show_default=False)]
ArchiveAt = Annotated[
    str,
    typer.Option("--archive", metavar="FILE|URL", envvar="LYDELSE_ARCHIVE", help=options.words("cli.archive-read"), show_default=False),
]
Forget = Annotated[str, typer.Option("--forget", metavar="FILE|HASH", help=options.words("cli.forget"), show_default=False)]
_HASH = compiled(r"[0-9a-f]{8,64}")


class Format(StrEnum):
    """The formats of a history on stdout."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


@app.command(help=options.words("cli.history"))
def history(
    query: Query = "",
    archive: ArchiveAt = "",
    form: Annotated[Format | None, typer.Option("--format", help=options.words("cli.format"), show_default=False)] = None,
    output: options.Outputs = None,
    forget: Forget = "",
    lang: options.Lang = options.Language.SV,
) -> int:
    """Show what the documents of an archive state of a quantity, or delete a document and all that came from it."""
    if not archive:
        raise UsageError("history.no-archive")
    if bool(query.strip()) == bool(forget):
        raise UsageError("history.query-or-forget")
    agree([], output, set(Format))
    from lydelse.archive import history_of, opened

    with opened(archive, make=False) as kept:
        if forget:
            return _forget(kept, forget, lang)
        found = history_of(kept, query)
    deliver(_writers(found, lang), form, Format.TERMINAL, output, lang)
    return 0


def _forget(archive: Archive, named: str, language: str) -> int:
    """Delete the one document that a file, its name or the beginning of its hash names.

    Raises:
        UsageError: no document is so named, or several are.
    """
    digest = _digest_of(named)
    found = [each for each in archive.documents() if each.sha256.startswith(digest) or named in each.names]
    if not found:
        raise UsageError("history.unknown", named=named)
    if len(found) > 1:
        raise UsageError("history.not-one", named=named, n=len(found), hashes=tuple(each.sha256[:12] for each in found))
    archive.forget(found[0].sha256)
    shown = ", ".join(found[0].names) or found[0].sha256
    sys.stderr.write(say(Message("history.forgotten", {"document": shown}), language) + "\n")
    return 0


def _digest_of(named: str) -> str:
    """Return the hash, or its beginning, that something names: by itself, or by the file that it is of."""
    from lydelse.batch.folder import digest_of

    if Path(named).is_file():
        return digest_of(Path(named))
    return named if _HASH.fullmatch(named) else "no hash"


def _writers(found: History, language: str) -> Mapping[str, Writer]:
    def terminal() -> str:
        from lydelse.reports import history_text

        return history_text.write(found, language)

    def json() -> str:
        from lydelse.reports import history_json

        return history_json.write(found, version=__version__)

    def html() -> str:
        from lydelse.reports.html import history_page

        return history_page.write(found, version=__version__, language=language)

    return {"terminal": terminal, "json": json, "html": html}
