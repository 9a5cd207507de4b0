"""Which documents of a folder are versions of one another, and in which order; where that is doubtful it is said, and not done.

Two documents are versions of one document where their texts are alike and their names are the same but for years and words about
versions, or their titles or case numbers are. Where names say that they are different documents ("bilaga 1", "bilaga 2"), they are at
most a question.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cmp_to_key
from itertools import combinations, pairwise

from lydelse.batch.likeness import likeness, words_of
from lydelse.batch.names import Named, named, names_differ, ordered_by
from lydelse.model.archive import Described
from lydelse.model.batch import Doubt
from lydelse.model.message import Fact, Message
from lydelse.records import dataclass, field

ALIKE_WITH_NAME = 0.4
"""The share of their text that two versions have in common at least, where their names are the same."""
ALIKE_WITH_TITLE = 0.7
"""The same where their titles or their case numbers are."""
ALIKE_ALONE = 0.8
"""The share from which two texts are a question, whatever they are called."""
SAME_TEXT = 0.97
"""The share from which two files in different formats are one version."""
LIKELY_BY = 32
"""Hashes of which two texts that are worth weighing share one: of those with 0.4 of their text in common, all but one in ten million do."""
FEWEST_WORDS = 60
"""Words below which texts are alike by chance."""
NO_VERSIONS = frozenset({"minutes"})
"""Kinds of documents that have no versions: what looks alike is another meeting's."""
OF_ONE_CASE = frozenset({"memo"})
"""Kinds of documents that are versions of one another within one case only: what looks alike is another case's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be a version of another. ``path`` is seen from the folder."""

    path: str
    described: Described
    named: Named = field(init=False)

    def __post_init__(self) -> None:
        """Read what the path says."""
        object.__setattr__(self, "named", named(self.path))


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs to review, each the earlier version's path and the later one's, and the doubtful ones."""

    sure: tuple[tuple[str, str], ...]
    doubts: tuple[Doubt, ...]


def pairs_among(documents: dict[str, Described], settled: Collection[str] = ()) -> Pairs:
    """Return which documents are versions of one another.

    Args:
        documents: what each document says of itself, by its path.
        settled: paths that somebody has said of what they are; they are in no pair.
    """
    candidates = [Candidate(path, each) for path, each in sorted(documents.items()) if path not in settled and _may_have_versions(each)]
    families, doubts = _families(candidates)
    sure: list[tuple[str, str]] = []
    for family in families:
        in_order = sorted(family, key=cmp_to_key(_order))
        for before, after in pairwise(in_order):
            if _order(before, after) < 0:
                sure.append((before.path, after.path))
            else:
                doubts.append(_unordered(before, after))
    return Pairs(tuple(sorted(sure)), tuple(sorted(doubts, key=lambda doubt: (doubt.before, doubt.after))))


def _may_have_versions(described: Described) -> bool:
    return described.redline == "none" and described.kind not in NO_VERSIONS


def _families(candidates: Sequence[Candidate]) -> tuple[list[list[Candidate]], list[Doubt]]:
    """Return the documents that surely are versions of one another, and the pairs that are a question."""
    weighed = [(one, other, _share(one, other)) for one, other in _likely(candidates)]
    sure = [(one, other) for one, other, share in weighed if _surely(one, other, share)]
    at_odds = {each.path for family in _joined(candidates, sure) if _is_at_odds(family) for each in family}
    kept = [(one, other) for one, other in sure if one.path not in at_odds or one.named.words == other.named.words]
    families = _joined(candidates, kept)
    family_of = {each.path: at for at, family in enumerate(families) for each in family}
    asked = [
        _doubted("batch.doubt.names", one, other, share)
        for one, other, share in weighed
        if share >= ALIKE_ALONE
        and min(one.described.words, other.described.words) >= FEWEST_WORDS
        and not _are_placed(one, other, family_of)
    ]
    return families, _strongest(asked)


def _likely(candidates: Sequence[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Return the pairs that have any of their first hashes in common, in order: of ten thousand documents few pairs are weighed."""
    having: dict[int, list[int]] = {}
    for at, each in enumerate(candidates):
        for hashed in each.described.sketch[:LIKELY_BY]:
            having.setdefault(hashed, []).append(at)
    pairs = sorted({pair for holders in having.values() for pair in combinations(holders, 2)})
    return [(candidates[one], candidates[other]) for one, other in pairs]


def _joined(candidates: Sequence[Candidate], links: Sequence[tuple[Candidate, Candidate]]) -> list[list[Candidate]]:
    """Return the groups that links make, each of two documents or more."""
    group_of = {each.path: [each] for each in candidates}
    for one, other in links:
        joined = group_of[one.path]
        if joined is not group_of[other.path]:
            joined += group_of[other.path]
            group_of |= {each.path: joined for each in joined}
    return list({id(group): group for group in group_of.values() if len(group) > 1}.values())


def _is_at_odds(family: Sequence[Candidate]) -> bool:
    """Tell whether a group holds documents that their names tell apart, and that are joined by others alone."""
    return any(names_differ(one.named, other.named) for one, other in combinations(family, 2))


def _are_placed(one: Candidate, other: Candidate, family_of: Mapping[str, int]) -> bool:
    """Tell whether nothing is to be asked about two documents: each has versions of its own."""
    return one.path in family_of and other.path in family_of


def _strongest(doubts: Sequence[Doubt]) -> list[Doubt]:
    """Leave out the doubts between each document and all others but the one that it is most like."""
    told: set[str] = set()
    kept: list[Doubt] = []
    for doubt in sorted(doubts, key=lambda doubt: (-int(str(doubt.why.facts["percent"])), doubt.before, doubt.after)):
        ends = {doubt.before, doubt.after}
        if not ends & told:
            kept.append(doubt)
            told |= ends
    return kept


def _share(one: Candidate, other: Candidate) -> float:
    shorter, longer = sorted((one.described.words, other.described.words))
    return likeness(one.described.sketch, other.described.sketch) if shorter * 4 > longer else 0.0


def _surely(one: Candidate, other: Candidate, share: float) -> bool:
    shared = set(one.described.case_numbers) & set(other.described.case_numbers)
    kinds = {one.described.kind, other.described.kind}
    if names_differ(one.named, other.named) or (kinds & OF_ONE_CASE and not shared):
        return False
    if one.named.words and one.named.words == other.named.words:
        return share >= ALIKE_WITH_NAME
    titles = [tuple(words_of(each.described.title)) for each in (one, other)]
    same = bool(shared) or (len(titles[0]) > 0 and titles[0] == titles[1])
    return same and share >= ALIKE_WITH_TITLE and min(one.described.words, other.described.words) >= FEWEST_WORDS


def _order(one: Candidate, other: Candidate) -> int:
    """Return -1 where the first is the earlier version, 1 where the second is, 0 where neither name nor text tells."""
    by_name = ordered_by(one.named, other.named)
    if by_name:
        return by_name
    for mine, theirs in ((one.described.date, other.described.date), (one.described.year, other.described.year)):
        if mine is not None and theirs is not None and mine != theirs:
            return -1 if str(mine) < str(theirs) else 1
    return 0


def _unordered(one: Candidate, other: Candidate) -> Doubt:
    share = _share(one, other)
    formats = one.described.format != other.described.format and share >= SAME_TEXT
    return _doubted("batch.doubt.formats" if formats else "batch.doubt.order", one, other, share)


def _doubted(key: str, one: Candidate, other: Candidate, share: float) -> Doubt:
    facts: dict[str, Fact] = {"before": one.path, "after": other.path, "percent": round(share * 100)}
    return Doubt(one.path, other.path, Message(key, facts))
