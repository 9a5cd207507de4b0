"""The command line: one command a file, each asking the flow and handing the outcome to a report.

This module knows the commands, and turns what goes wrong with the *use* into one sentence and an exit code.
"""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from lydelse import __version__
from lydelse.cli import watchdog
from lydelse.cli.options import words
from lydelse.errors import LydelseError, UnreadableFileError
from lydelse.formats.processes import processors, read_with
from lydelse.model.message import Message
from lydelse.reports.unbreakable import printable
from lydelse.reports.wording import say
from lydelse.workers.limits import Limits

COMMANDS = (
    "review",
    "check",
    "compare",
    "consolidate",
    "extract",
    "impact",
    "minutes",
    "batch",
    "watch",
    "history",
    "rules",
    "model",
    "serve",
    "schema",
)
"""The commands, each a module of its own, as the help tells them."""

NOT_HELD = frozenset({"serve", "batch", "watch"})
"""Commands that go on for as long as they are wanted, and hold each of their tasks to limits of its own."""

USUAL = Limits()
WRONG_USE = 2
INTERRUPTED = 130

app = typer.Typer(
    name="lydelse",
    help=words("cli.lydelse"),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def lydelse(
    *,
    version: Annotated[bool, typer.Option("--version", help=words("cli.version"), show_default=False)] = False,
    max_seconds: Annotated[float, typer.Option("--max-seconds", metavar="SECONDS", min=1, help=words("cli.max-seconds"))] = USUAL.seconds,
    max_megabytes: Annotated[
        int, typer.Option("--max-megabytes", metavar="MB", min=100, help=words("cli.max-megabytes"))
    ] = USUAL.megabytes,
    bound: Annotated[list[str] | None, typer.Option("--bound", metavar="NAME=N", help=words("cli.bound"), show_default=False)] = None,
    context: typer.Context,
) -> None:
    """Hold the command to its limits; tell the version, which ``lydelse.__main__`` does where nothing else is asked for."""
    if version:
        sys.stdout.write(f"lydelse {__version__}\n")
        raise typer.Exit
    if bound:
        from lydelse.cli.bounded import hold_to_given  # noqa: PLC0415 - needed where a bound is given

        hold_to_given(bound)
    if context.invoked_subcommand not in NOT_HELD:
        watchdog.begin(Limits(max_seconds, max_megabytes))
        read_with(processors())


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 wrong use, 3 a file that cannot be read at all."""
    if not arguments:
        arguments = ["--help"]
    _add_commands(next((each for each in arguments if each in COMMANDS), ""))
    watchdog.of(tuple(Path(each).name for each in arguments if Path(each).is_file()), _language(arguments))
    try:
        code = app(arguments, prog_name="lydelse", standalone_mode=False)
    except LydelseError as error:
        watchdog.end()
        return _sorry(error.message, arguments, error.exit_code)
    except TyperException as error:
        watchdog.end()
        return _sorry(_wrong_use(error), arguments, WRONG_USE)
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    passed = watchdog.end()
    if code == INTERRUPTED:  # Typer makes an exit code of the interrupt
        return _sorry(passed, arguments, UnreadableFileError.exit_code) if passed else _sorry(Message("cli.interrupted"), arguments, code)
    return code if isinstance(code, int) else 0


def _add_commands(asked: str) -> None:
    """Load the module of the command that is asked for, which adds it; those of all commands where none is, as for the help."""
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        import_module(f"{__name__}.{name}")


def _sorry(message: Message, arguments: list[str], code: int) -> int:
    sys.stderr.write(printable(f"lydelse: {say(message, _language(arguments))}\n"))
    return code


def _language(arguments: list[str]) -> str:
    return "en" if "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments) else "sv"


def _wrong_use(error: TyperException) -> Message:
    """Say in our own words what Typer found wrong; its classes are known by name because it does not export them all."""
    match type(error).__name__:
        case "NoSuchOption":
            return Message("cli.no-such-option", {"option": str(getattr(error, "option_name", ""))})
        case "MissingParameter":
            return Message("cli.missing", {"name": _name_of_parameter(error)})
        case "BadParameter" | "BadOptionUsage":
            return Message("cli.bad-value", {"name": _name_of_parameter(error)})
        case _:
            return Message("cli.wrong-use")


def _name_of_parameter(error: TyperException) -> str:
    """Return the option or argument that a user wrote wrongly, as the help names it."""
    parameter = getattr(error, "param", None)
    hint = parameter.get_error_hint(getattr(error, "ctx", None)) if parameter is not None else getattr(error, "option_name", "")
    return str(hint).strip("'")
