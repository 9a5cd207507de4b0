"""Case numbers (diarienummer) in their parts, however they are spelled."""

from __future__ import annotations

from dataclasses import dataclass, field


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
