"""Patterns that are compiled when they are first searched for.

A module names its patterns where it is read, and a command searches for few of those that it has read: compiling the others took a tenth of
the time of a short command.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast


def compiled(written: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """What :func:`re.compile` returns, made when it is first used. A fault in what is written is raised then."""
    return cast("re.Pattern[str]", Unmade(written, flags))


class Unmade:
    """A pattern that becomes one when something is asked of it but what it was written as."""

    if TYPE_CHECKING:
        made: re.Pattern[str]

    def __init__(self, written: str, flags: int | re.RegexFlag) -> None:
        """Keep what is to be compiled."""
        self.pattern = written
        self.asked = flags

    def __eq__(self, other: object) -> bool:
        """Tell whether this is the other pattern: a match names the one that found it."""
        return bool(self.made == (other.made if isinstance(other, Unmade) else other))

    def __hash__(self) -> int:
        """The hash of the compiled pattern."""
        return hash(self.made)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        """Return what the compiled pattern has, and keep it, so that it is found at once from then on."""
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "made":
            value: Any = re.compile(self.pattern, self.asked)
        else:
            value = getattr(self.made, name)
        setattr(self, name, value)
        return value
