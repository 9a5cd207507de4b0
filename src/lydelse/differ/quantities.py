"""Names for quantities: the same name for each occurrence of what an amount is an amount of."""

from __future__ import annotations

from functools import lru_cache

from lydelse.figures.per import per_spelled_out
from lydelse.model.numbering import slug
from lydelse.model.quantity import Entry
from lydelse.patterns import compiled
from lydelse.records import dataclass, field, replace

REMEMBERED = 4_096
"""How many names of rows, columns and units are remembered: every cell asks for those of its own."""
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DASH = compiled(r"\s*[–−]\s*")


@dataclass
class QuantityNames:
    """Gives every entry its quantity's name, in document order.

    Two entries are of one quantity when section, label, column, kind and unit agree; where they then state different values for
    the same year they are two quantities, told apart by their order.
    """

    _stated: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)

    def named(self, entry: Entry) -> Entry:
        """Return the entry with its quantity's name filled in."""
        stem = quantity_stem(entry)
        stated = (entry.year_before, entry.year_after, entry.before and entry.before.exactly, entry.after and entry.after.exactly)
        known = self._stated.setdefault(stem, [])
        if stated not in known and not self._another_year(known, stated):
            known.append(stated)
            at = len(known)
        else:
            at = known.index(stated) + 1 if stated in known else 1
        return replace(entry, quantity=stem if at == 1 else f"{stem}~{at}")

    @staticmethod
    def _another_year(known: list[tuple[object, ...]], stated: tuple[object, ...]) -> bool:
        return bool(known) and stated[:2] != (None, None) and all(each[:2] != stated[:2] for each in known)


def quantity_stem(entry: Entry) -> str:
    """Return what section, label, column, kind and unit make together; years in them do not count."""
    amount = entry.stated
    parts = [
        entry.place.section_id,
        _undated(entry.label),
        _undated(entry.column or ""),
        amount.kind.value,
        _unit(amount.unit, amount.per),
    ]
    return "/".join(filter(None, parts))


@lru_cache(maxsize=REMEMBERED)
def _undated(name: str) -> str:
    return slug(_DASH.sub("-", _YEAR.sub("", name)))


@lru_cache(maxsize=REMEMBERED)
def _unit(unit: str, per: str | None) -> str:
    return slug(" ".join(filter(None, (unit.replace("%", "procent"), per_spelled_out(per) if per else None))))
