"""Other bounds on what is read of a file than the usual ones."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.errors import UsageError
from lydelse.formats.bounds import Bounds, bounds, hold_to
from lydelse.records import fields, replace

NAMES = tuple(each.name for each in fields(Bounds))


def hold_to_given(given: Sequence[str]) -> None:
    """Let this process hold to bounds given as "pages=10000".

    Raises:
        UsageError: a bound that there is not, or no whole number above 0.
    """
    for each in given:
        name, _, most = each.partition("=")
        if name not in NAMES or not most.isascii() or not most.isdigit() or not 0 < len(most) < 13 or int(most) < 1:
            raise UsageError("cli.no-such-bound", bound=each, names=NAMES)
        hold_to(replace(bounds(), **{name: int(most)}))
