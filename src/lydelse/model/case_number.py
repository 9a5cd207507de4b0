"""Case numbers (diarienummer) in their parts, however they are spelled."""

from __future__ import annotations

from lydelse.records import dataclass, field


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number; "RS/733/2021", "KS 2018:443" and "KS-2015/112" differ in spelling only.

    ``prefix`` is "" where none is written. ``literal`` is how it is written, and makes no number another.
    """

    prefix: str
    serial: int
    year: int
    literal: str = field(default="", compare=False)

    @property
    def shown(self) -> str:
        """The number as it is written, evened out where no writing is known."""
        return self.literal or "/".join(part for part in (self.prefix, str(self.serial), str(self.year)) if part)

    def is_slip_of(self, other: CaseNumber) -> bool:
        """Tell whether one digit, or two that changed places, make the one number of the other."""
        mine, theirs = f"{self.serial} {self.year}", f"{other.serial} {other.year}"
        if self.prefix != other.prefix or len(mine) != len(theirs) or mine == theirs:
            return False
        unlike = [at for at, (one, two) in enumerate(zip(mine, theirs, strict=True)) if one != two]
        swapped = len(unlike) == 2 and [mine[at] for at in unlike] == [theirs[at] for at in reversed(unlike)]
        return len(unlike) == 1 or (swapped and unlike[1] == unlike[0] + 1)
