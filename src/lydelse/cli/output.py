"""Where a report goes: to stdout, to files by their suffix, or both."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from lydelse.errors import UsageError
from lydelse.model.message import Message
from lydelse.reports.files import write_whole
from lydelse.reports.wording import say

Writer = Callable[[], str] | Callable[[], bytes]

SUFFIXES = {
    ".html": "html",
    ".json": "json",
    ".txt": "text",
    ".md": "markdown",
    ".docx": "docx",
    ".toml": "toml",
    ".xlsx": "xlsx",
    ".pdf": "pdf",
    ".sarif": "sarif",
    ".xml": "junit",
    ".csv": "csv",
}
"""The format that a file's name asks for."""


def agree(inputs: list[Path], outputs: list[Path] | None, offered: set[str]) -> None:
    """See to it before the work begins that every output can be written.

    Raises:
        UsageError: a suffix that the command does not offer, a folder that is not there, a file that is also read.
    """
    for output in outputs or []:
        if SUFFIXES.get(output.suffix.lower()) not in offered:
            raise UsageError("cli.no-such-suffix", file=output.name, suffixes=tuple(s for s, name in SUFFIXES.items() if name in offered))
        if not output.parent.is_dir():
            raise UsageError("cli.no-such-folder", file=output.name, folder=str(output.parent))
        if SUFFIXES[output.suffix.lower()] == "pdf" and "html" in offered:
            from lydelse.reports.pdf import can_be_written  # noqa: PLC0415 - loaded where a PDF is asked for

            can_be_written()
        if any(output.resolve() == file.resolve() for file in inputs):
            raise UsageError("cli.output-is-input", file=output.name)


def asked(shown: str | None, default: str, outputs: list[Path] | None) -> list[str]:
    """Return the formats that a report is written in: those of the files, and that of the screen, the default where no file is named."""
    on_screen = [shown or default] if shown or not outputs else []
    return [*(SUFFIXES[output.suffix.lower()] for output in outputs or []), *on_screen]


def agree_to_annotate(inputs: list[Path], output: Path | None, reviewed: Path) -> None:
    """See to it that a PDF with notes can be written: of a PDF, to another.

    Raises:
        UsageError: the reviewed file is no PDF, or the output cannot be written.
    """
    if output is None:
        return
    agree(inputs, [output], {"pdf"})
    if reviewed.suffix.lower() != ".pdf":
        raise UsageError("annotated.no-pdf", file=reviewed.name)


def deliver(writers: Mapping[str, Writer], shown: str | None, default: str, outputs: list[Path] | None, language: str) -> None:
    """Write the report to every file that is asked for, and to stdout where a format is named or no file is."""
    for output in outputs or []:
        deliver_to(output, writers[SUFFIXES[output.suffix.lower()]], language)
    if shown or not outputs:
        content = writers[shown or default]()
        assert isinstance(content, str), "a format for the screen is text"
        sys.stdout.write(content.rstrip("\n") + "\n")


def deliver_to(output: Path, writer: Writer, language: str) -> None:
    """Write one report to a file, and say so."""
    write_whole(output, writer())
    sys.stderr.write(say(Message("cli.written", {"file": str(output)}), language) + "\n")
