"""Whether two phrases name the same thing: Swedish words compared by stem, compounds by their first part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache
from typing import Generic, TypeVar

from lydelse.patterns import compiled
from lydelse.records import dataclass

_WORD = compiled(r"[^\W\d_]+")
_SMALL_WORDS = """för per till av och eller den det de en ett som i på med om vid från hos inom under samt enligt utifrån mot denna
    detta dessa sin sitt sina är var blir ska skall kan har alla hela varje respektive ovan nedan ovanstående nedanstående övrig övriga
    total totala totalt totalen summa summan sammanlagt sammanlagda ingår följande delar del"""
_SMALL = frozenset(_SMALL_WORDS.split())
_GENERAL_WORDS = """ersättning faktor del belopp bidrag medel kostnad tillägg anslag peng stöd ram budget post uppdrag insats andel avgift
    verksamhet"""
_GENERAL = tuple(_GENERAL_WORDS.split())
_ENDINGS = (
    "arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "ade", "ande", "ar", "er", "or", "en", "et", "na", "ad", "as", "es",
    "n", "t", "s", "a", "e", "d",
)  # fmt: skip
_NOUN_ENDINGS = {"ing", "ning", "ande", "else", "het", "are", "ingen", "ningen", "ad", "ade", "at"}
_SHORTEST_STEM = 3
_SHARED_COMPOUND = 5


class Likeness(IntEnum):
    """How well a phrase names a thing; less is better."""

    SAME_WORDS = 0
    SAME_STEMS = 1
    CONTAINED = 2
    RELATED = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A phrase as its stems, those that say something of their own apart from those that hardly do ("ersättning", "faktor")."""

    words: tuple[str, ...]
    telling: frozenset[str]
    general: frozenset[str]

    @property
    def stems(self) -> frozenset[str]:
        """All stems."""
        return self.telling | self.general


@cache
def name_of(phrase: str) -> Name:
    """Return a phrase as a name."""
    words = tuple(word.lower() for word in _WORD.findall(phrase))
    stems = {stem_of(word) for word in words if word not in _SMALL}
    general = stems & {stem_of(word) for word in _GENERAL}
    return Name(words, frozenset(stems - general), frozenset(general))


@cache
def stem_of(word: str) -> str:
    """Return a word without its Swedish inflection: "invånarna" and "invånare" are "invån" both."""
    word = word.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return stem_of(word[: -len(ending)]) if len(ending) == 1 else word[: -len(ending)]
    return word


def likeness(phrase: Name, title: Name) -> Likeness | None:
    """Return how well a phrase names the thing with this title, None where it does not."""
    if not phrase.stems or not title.stems:
        return None
    if phrase.words == title.words:
        return Likeness.SAME_WORDS
    if phrase.stems == title.stems:
        return Likeness.SAME_STEMS
    if phrase.telling and phrase.telling <= title.telling:
        return Likeness.CONTAINED
    if phrase.telling and all(any(_is_related(stem, other) for other in title.telling) for stem in phrase.telling):
        return Likeness.RELATED
    return None


Thing = TypeVar("Thing")


class NamedThings(Generic[Thing]):
    """Things by their names, so that a phrase is held against the few that it may name and not against them all."""

    def __init__(self, named: Iterable[tuple[str, Thing]]) -> None:
        """File each thing under how its telling stems begin: related stems begin alike."""
        self._things = [(name_of(title), thing) for title, thing in named]
        self._by_beginning: dict[str, list[int]] = {}
        self._by_stems: dict[frozenset[str], list[int]] = {}
        for at, (name, _) in enumerate(self._things):
            self._by_stems.setdefault(name.stems, []).append(at)
            for beginning in {stem[:_SHARED_COMPOUND] for stem in name.telling}:
                self._by_beginning.setdefault(beginning, []).append(at)

    def named(self, phrase: Name) -> Iterator[tuple[Likeness, Thing]]:
        """Yield the things that a phrase names, in the order in which they were given, each with how well it does."""
        stem = min(phrase.telling, default=None)
        found = self._by_stems.get(phrase.stems, []) if stem is None else self._by_beginning.get(stem[:_SHARED_COMPOUND], [])
        for at in found:
            name, thing = self._things[at]
            rank = likeness(phrase, name)
            if rank is not None:
                yield rank, thing


def shared_stems(one: str, other: str) -> int:
    """Return how many telling stems two texts have in common, compounds counted by their first part."""
    others = name_of(other).telling
    return sum(
        any(stem == each or _is_related(stem, each) for each in others) for stem in name_of(one).telling if len(stem) > _SHORTEST_STEM
    )


def agree(one: str, other: str) -> bool:
    """Tell whether two labels may name one thing: the telling words of the one are all among those of the other.

    "Nybesök hos fysioterapeut" and "nybesök hos arbetsterapeut" each say something that the other does not. Where neither says
    anything telling, their general words decide ("kostnaden", "budgeten").
    """
    first, second = name_of(one), name_of(other)
    if first.telling or second.telling:
        return _covered(first.telling, second.telling) or _covered(second.telling, first.telling)
    return first.general <= second.general or second.general <= first.general


def contrast(one: str, other: str) -> bool:
    """Tell whether two labels name two things of one sort: they have words in common, and each says something the other does not."""
    return not agree(one, other) and bool(name_of(one).stems & name_of(other).stems)


def _covered(stems: frozenset[str], others: frozenset[str]) -> bool:
    return all(any(_is_related(stem, other) for other in others) for stem in stems)


def _is_related(one: str, other: str) -> bool:
    """Tell whether two compounds begin alike and differ only in a general last part: glesbygds|ersättning, glesbygds|faktor."""
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    if shared < _SHARED_COMPOUND:
        return False
    return all(_is_general(rest) for rest in (one[shared:], other[shared:]))


def _is_general(rest: str) -> bool:
    """Tell whether the rest of a compound is empty, an ending, or a general word."""
    rest = rest.removeprefix("s")
    return len(rest) <= 2 or rest in _NOUN_ENDINGS or any(each.startswith(rest) or rest.startswith(stem_of(each)) for each in _GENERAL)
