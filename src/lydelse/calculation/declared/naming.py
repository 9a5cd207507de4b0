"""Names for the quantities and relations of a draft: short, readable, each one's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from lydelse.calculation.declared.binding import Places
from lydelse.figures.statements.names import name_of
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.calculation import Relation, RelationKind
from lydelse.model.numbering import slug
from lydelse.model.quantity import Entry
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

MOST_WORDS = 4
_LEADING = frozenset(["den", "det", "de", "en", "ett", "och", "av", "for", "till", "i", "pa", "per", "med", "som"])
_AVERAGE = compiled(r"(?:genom)?snitt|medel$|medel(?:värd|tal)")
_RESERVED = frozenset({"procent", "promille"})
_PREFIXES = {RelationKind.RATIO: "antal", RelationKind.EQUALITY: "samma"}


def names_for(entries: Sequence[Entry], places: Places) -> dict[int, str]:
    """Return a name for each amount by its identity: what it is called, its section added where others are called the same.

    A section's total is called by its section.
    """
    names: dict[int, str] = {}
    taken: set[str] = set()
    left = list(entries)
    for candidate in _CANDIDATES:
        proposed = {id(entry): candidate(entry, places) for entry in left}
        counted = Counter(proposed.values())
        for entry in left:
            name = proposed[id(entry)]
            if name and counted[name] == 1 and name not in taken:
                names[id(entry)] = name
        taken |= set(names.values())
        left = [entry for entry in left if id(entry) not in names]
    for entry in left:
        names[id(entry)] = _numbered(_CANDIDATES[-1](entry, places) or "belopp", taken)
        taken.add(names[id(entry)])
    return names


@dataclass
class RelationNames:
    """Gives every relation a name of its own."""

    _taken: set[str] = field(default_factory=set)

    def of(self, relation: Relation, quantities: Mapping[int, str]) -> str:
        """Return the name of a relation: that of its whole, told apart where several have it."""
        prefix = _PREFIXES.get(relation.kind)
        whole = quantities[id(relation.whole)]
        name = _numbered(f"{prefix}_{whole}" if prefix else whole, self._taken)
        self._taken.add(name)
        return name


def relation_names() -> RelationNames:
    """Return a giver of names for the relations of one draft."""
    return RelationNames()


def population_name(section: str, taken: set[str]) -> str:
    """Return a name for the population of a section's table, which is then taken."""
    name = _numbered(_identifier(title_of(section)) or "befolkning", taken)
    taken.add(name)
    return name


def _by_section_or_label(entry: Entry, places: Places) -> str:
    if is_total_label(entry.label) or not entry.label:
        return _identifier(_title(entry, places))
    return _identifier(entry.label) if _says_something(entry.label) else ""


def _with_column(entry: Entry, places: Places) -> str:
    del places
    return _identifier(entry.label, entry.column) if entry.column and _says_something(entry.label) else ""


def _with_section(entry: Entry, places: Places) -> str:
    return _identifier(_title(entry, places), entry.label)


def _with_everything(entry: Entry, places: Places) -> str:
    return _identifier(_title(entry, places), entry.label, entry.column or "", entry.stated.unit.replace("%", "procent"))


_CANDIDATES: tuple[Callable[[Entry, Places], str], ...] = (_by_section_or_label, _with_column, _with_section, _with_everything)


def _title(entry: Entry, places: Places) -> str:
    return title_of(places.section_called(entry))


def title_of(section: str) -> str:
    """Return a section's title, its number where it has none."""
    return re.sub(r"^[\d.]+\s+", "", section)


def _says_something(label: str) -> bool:
    """Tell whether a label names something by itself: "Genomsnittet" does not say of what."""
    return any(not _AVERAGE.match(stem) for stem in name_of(label).telling)


def _identifier(*phrases: str | None) -> str:
    """Return phrases as a name: letters a to z, digits and underscores, a letter first; "" where nothing is left."""
    words = "_".join(_words(phrase) for phrase in phrases if phrase and _words(phrase))
    if not words:
        return ""
    return f"x_{words}" if words[0].isdigit() or words in _RESERVED else words


def _words(phrase: str) -> str:
    words = slug(phrase).split("-")
    while len(words) > 1 and words[0] in _LEADING:
        words.pop(0)
    kept = words[:MOST_WORDS]
    while len(kept) > 1 and kept[-1] in _LEADING:
        kept.pop()
    return "_".join(word for word in kept if word)


def _numbered(name: str, taken: set[str]) -> str:
    return next(each for each in _tries(name) if each not in taken)


def _tries(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1
