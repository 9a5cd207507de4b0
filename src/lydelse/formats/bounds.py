"""How much of one file is read: what is larger was made to be too much, or is no document.

The bounds are the process's, as the depth of recursion is: a reader asks for them where it counts. What passes one is said to be unread,
or the file is refused; time and memory are held by ``lydelse.workers`` and by the command line.
"""

from __future__ import annotations

from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may hold.

    ``pages`` of a PDF; ``characters`` and ``objects`` on one of its pages, those of its forms counted each time that they are painted: a
    full page of small print has some 12 000 characters, a drawing tens of thousands of lines. ``unpacked`` is how many bytes the parts of
    a package may take together, and ``xml`` one of its XML parts; 1 000 pages of tracked changes are some 20 million. ``recognition`` is
    how many seconds the letters of one page that is a picture may take to be recognised: some six are usual.
    """

    pages: int = 5_000
    characters: int = 150_000
    objects: int = 250_000
    unpacked: int = 600_000_000
    xml: int = 60_000_000
    recognition: int = 240


class TooMuchError(Exception):
    """A page holds more than is read: ``what`` is the name of the bound."""

    def __init__(self, *, what: str, most: int) -> None:
        """Remember which bound is passed."""
        super().__init__(what, most)
        self.what, self.most = what, most


_in_force = [Bounds()]


def bounds() -> Bounds:
    """Return the bounds that this process holds to."""
    return _in_force[0]


def hold_to(given: Bounds) -> None:
    """Let this process hold to other bounds than the usual ones."""
    _in_force[0] = given
