"""What an amount is an amount of, and its statements in the two versions."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from lydelse.model.amount import Amount, AmountKind
from lydelse.model.place import Place
from lydelse.model.text import Version
from lydelse.records import dataclass


class Status(StrEnum):
    """What became of an amount between the versions."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One occurrence of an amount, paired across the versions: a line of the table of amounts.

    ``before`` is None for an added amount and in a document of one version. ``quantity`` names what the amount is an amount of
    and is the same for each of its occurrences. ``label`` is what a person would call it (in a table the row's header, and
    ``column`` the column's).
    """

    quantity: str
    label: str
    before: Amount | None
    after: Amount | None
    status: Status
    place: Place
    column: str | None = None
    year_before: int | None = None
    year_after: int | None = None
    text: str = ""

    def amount(self, version: Version) -> Amount | None:
        """Return the amount that one version states."""
        return self.before if version is Version.BEFORE else self.after

    def year(self, version: Version) -> int | None:
        """Return the year that governs the amount in one version."""
        return self.year_before if version is Version.BEFORE else self.year_after

    @property
    def stated(self) -> Amount:
        """The amount of the later version, of the earlier one where it is removed."""
        amount = self.after or self.before
        assert amount is not None, "an entry has an amount in at least one version"
        return amount

    @property
    def kind(self) -> AmountKind:
        """What sort of figure it is."""
        amount = self.after or self.before
        assert amount is not None, "an entry has an amount in at least one version"
        return amount.kind

    @property
    def change(self) -> Decimal | None:
        """After less before in the printed unit, None where one is missing or the units differ."""
        if self.before is None or self.after is None or self.before.unit != self.after.unit:
            return None
        return self.after.value - self.before.value

    @property
    def percent(self) -> Decimal | None:
        """The change in per cent of before, to two decimals; None where there is none or before is zero."""
        if self.change is None or self.before is None or not self.before.value:
            return None
        return (self.change / self.before.value * 100).quantize(Decimal("0.01"))
