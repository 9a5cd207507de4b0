"""What is held against the options of the command before anything is opened."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from pathlib import Path

from lydelse.errors import UsageError

SHORTEST_KEY = 32
"""Signs of a key that nobody guesses."""


def agree(host: str, names: Sequence[str], *, has_history: bool, has_key: bool) -> None:
    """See to it that the page is opened for this machine alone, or behind a proxy that signs people in.

    Raises:
        UsageError: others could come in unsigned, or see what somebody else has left.
    """
    if not is_of_this_machine(host) and not names:
        raise UsageError("web.needs-name", host=host)
    if names and not has_key:
        raise UsageError("web.needs-key")
    if names and has_history:
        raise UsageError("web.history-is-shared")


def is_of_this_machine(host: str) -> bool:
    """Tell whether nobody on another machine reaches an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def key_in(file: Path) -> str:
    """Return the key that a file holds.

    Raises:
        UsageError: it cannot be read, or holds too little.
    """
    try:
        key = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as refused:
        raise UsageError("web.no-key", file=str(file)) from refused
    if len(key) < SHORTEST_KEY:
        raise UsageError("web.short-key", file=str(file), shortest=SHORTEST_KEY)
    return key
