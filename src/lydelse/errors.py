"""What the user did wrong or a file does not allow: each with its sentence and its exit code."""

from __future__ import annotations

from lydelse.model.message import Fact, Message


class LydelseError(Exception):
    """A use that cannot succeed. ``message`` is the one sentence that the user gets, ``exit_code`` what the command ends with."""

    exit_code = 2

    def __init__(self, key: str, **facts: Fact) -> None:
        """Remember which sentence of the catalogue to say, with its facts."""
        self.message = Message(key, facts)
        super().__init__(key, facts)


class UsageError(LydelseError):
    """The command was called with something that it cannot take (exit code 2)."""


class UnreadableFileError(LydelseError):
    """A file that cannot be read at all (exit code 3): which file, what is wrong, what to do."""

    exit_code = 3
