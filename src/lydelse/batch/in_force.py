"""Which document of a folder a proposed amendment amends: the one that says, passage by passage, what its marks say stood there.

An amendment may hold all of the document or some of its sections only. It is held against a document where nearly all of its earlier
wording stands there, its struck passages with it and its inserted ones not; figures count. Where that is doubtful it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from lydelse.batch.likeness import print_of
from lydelse.batch.names import Named, named, names_differ
from lydelse.batch.pairing import FEWEST_WORDS, LIKELY_BY, NO_VERSIONS
from lydelse.model.archive import Described
from lydelse.model.batch import Doubt
from lydelse.model.message import Fact, Message
from lydelse.records import replace

KNOWN_MARKS = frozenset({"tracked", "formatted", "drawn", "annotated"})
"""Kinds of marks that tell the earlier wording; where they were guessed it is not known."""
NEARLY_ALL = 0.9
"""The share of an amendment's earlier passages that stand in what it amends, at least: other producers divide some otherwise."""
STRUCK_STAND, INSERTED_STAND = 0.8, 0.2
"""The share of the struck passages that stand there at least, and of the inserted ones at most: those of a later year stand there too."""
ALIKE = 0.5
"""The share from which it is asked whether a document is the one that is amended."""
AMENDING = frozenset({
    "ändring", "ändringar", "ändringarna", "ändringsförslag", "ändringshandling", "tillägg", "markerad", "markerat", "markerade",
    "markeringar", "spårade", "spårändringar", "redline", "i", "av", "till", "amendment", "amendments", "changes", "marked",
})  # fmt: skip
"""Words of a name that say that it is that of an amendment, and not of what."""
FEWEST_PASSAGES = 5
"""Passages below which an amendment fits many documents."""
AS_WELL = 0.02
"""How much less of the earlier wording another document may hold and still be as likely."""

Prints = Callable[[str], frozenset[int]]
"""The prints of the passages of a document, by its path; of an amendment those that its later reading has."""


class Amended(NamedTuple):
    """The documents that are surely amended, each before its amendment, and those that are a question."""

    sure: tuple[tuple[str, str], ...]
    doubts: tuple[Doubt, ...]


class _Held(NamedTuple):
    """A document with the shares of an amendment's earlier, struck and inserted passages that stand in it."""

    path: str
    share: float
    struck: float
    inserted: float

    @property
    def is_meant(self) -> bool:
        """Tell whether the document says what is amended, and not yet what it is amended to."""
        return self.share >= NEARLY_ALL and self.struck >= STRUCK_STAND and self.inserted <= INSERTED_STAND

    @property
    def is_asked_about(self) -> bool:
        """Tell whether the document may be the one that is amended; one that says the later wording has been amended already."""
        return self.share >= ALIKE and self.struck > self.inserted


def amended_among(documents: Mapping[str, Described], prints_of: Prints, settled: Collection[str] = ()) -> Amended:
    """Return which document each amendment of a folder amends.

    Args:
        documents: what each document says of itself, by its path.
        prints_of: the passages of a document.
        settled: paths that somebody has said of what they are; nothing is guessed about them.
    """
    sure: list[tuple[str, str]] = []
    doubts: list[Doubt] = []
    having = _having(documents, settled)
    for path, amendment in sorted(documents.items()):
        if path in settled or amendment.redline not in KNOWN_MARKS or amendment.kind in NO_VERSIONS or not amendment.changed:
            continue
        likely = sorted({each for hashed in amendment.sketch[:LIKELY_BY] for each in having.get(hashed, ())})
        held = sorted(_held(path, amendment, likely, prints_of), key=lambda each: (-each.share, each.path))
        if meant := _meant(path, amendment, held, documents, prints_of):
            sure.append((meant, path))
        elif asked := next((each for each in held if each.is_asked_about), None):
            facts: dict[str, Fact] = {"before": asked.path, "after": path, "percent": int(asked.share * 100)}
            doubts.append(Doubt(asked.path, path, Message("batch.doubt.in-force", facts)))
    return Amended(tuple(sure), tuple(doubts))


def _having(documents: Mapping[str, Described], settled: Collection[str]) -> dict[int, list[str]]:
    """Return the documents that may be in force by the hashes of their sketches: of ten thousand few are weighed."""
    having: dict[int, list[str]] = {}
    for path, each in documents.items():
        if path not in settled and each.redline == "none" and each.kind not in NO_VERSIONS:
            for hashed in each.sketch:
                having.setdefault(hashed, []).append(path)
    return having


def _held(path: str, amendment: Described, likely: Collection[str], prints_of: Prints) -> Iterator[_Held]:
    struck, inserted = set(amendment.struck), set(amendment.inserted)
    earlier = (prints_of(path) - inserted) | struck
    for each in likely:
        there = prints_of(each)
        share = len(earlier & there) / len(earlier) if earlier else 0.0
        whole = share if len(earlier) >= FEWEST_PASSAGES else 0.0
        yield _Held(each, whole, _share(struck, there, 1.0), _share(inserted - earlier, there, 0.0))


def _share(of: set[int], there: Collection[int], otherwise: float) -> float:
    return len(of.intersection(there)) / len(of) if of else otherwise


def _meant(path: str, amendment: Described, held: list[_Held], documents: Mapping[str, Described], prints_of: Prints) -> str | None:
    """Return the one document that is amended, None where that is not sure; of copies in several formats that of the amendment's own."""
    sure = [each for each in held if each.is_meant]
    best = [each.path for each in sure if each.share >= sure[0].share - AS_WELL]
    if not best or amendment.words < FEWEST_WORDS or any(names_differ(named(each), _amended_by_name(path)) for each in best):
        return None
    if len(best) > 1 and any(_differ(prints_of(best[0]), prints_of(each)) for each in best[1:]):
        return None
    return min(best, key=lambda each: (documents[each].format != amendment.format, each))


def _amended_by_name(path: str) -> Named:
    """Return what an amendment's name says of the document that it amends."""
    said = named(path)
    return replace(said, words=tuple(word for word in said.words if word not in AMENDING))


def _differ(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) < (1 - AS_WELL) * len(one | other)


def prints_in(passages: Collection[str]) -> frozenset[int]:
    """Return the prints of passages that say anything."""
    return frozenset(print_of(passage) for passage in passages if any(sign.isalnum() for sign in passage))
