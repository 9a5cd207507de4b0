"""The case that a review is made for, as the reviewer states it."""

from __future__ import annotations

from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """What the reviewer says of the case; nothing here is guessed, and what is not given stays blank."""

    number: str = ""
    title: str = ""
    prepared_by: str = ""
    status: str = ""
    date: str = ""
    authority: str = ""
