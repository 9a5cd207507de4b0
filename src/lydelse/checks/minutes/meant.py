"""What a few words mean, a motion or the proposal: "Anna Eks yrkande", "arbetsutskottets förslag", "tilläggsyrkandet"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lydelse.extractors.minutes.vocabulary import vocabulary
from lydelse.model.minutes import Item, Motion, Present, Role, Support
from lydelse.patterns import compiled
from lydelse.records import dataclass

_CLAUSE = compiled(
    r",?\s+(?:och|samt|dels|men|medan)\s+(?:att\s+|därmed\s+|således\s+)?(?=(?:avsl|bifall|biföll|anta|godkänn|återremitt|bordlägg)\w*\b)"
    r"|,?\s+(?:och|samt|men)\s+att\s+(?=[^,;]{3,80}\b(?:avsl|bifall|biföll|anta))"
    r"|[;.]\s+|,\s+(?=(?:avsl|bifall|anta)\w*\b)",
    re.IGNORECASE,
)
_REJECTS = compiled(
    r"\bavsl(?:ås|år|å|ag|aget|agna|ogs?)\b|\bmed\s+nej\b|\bnekande\b|\bsvaret\s+(?:vara|är|blir)\s+nej\b|\bmot\s+bifall\b|\b(?:faller|föll)\b|\binte\s+bifall",
    re.IGNORECASE,
)
_EITHER = compiled(r"\bbifall\w*\b.*\bavsla\w*\b|\bavsla\w*\b.*\bbifall\w*\b", re.IGNORECASE)
_MOTION = compiled(r"\b\w*yrkande\w*", re.IGNORECASE)
_PROPOSAL = compiled(
    r"\b(?:besluts)?förslag\w*|\b\w+förslag(?:et)?\b|\bframlagt\b|\bliggande\b|\bföreliggande\b|\butsänt\b|\b(?:det|detta)\s+(?:antaget|bifallet)\b",
    re.IGNORECASE,
)
_MATTER = compiled(r"\bmotionen\b|\bmedborgarförslaget\b|\be-förslaget\b|\bskrivelsen\b", re.IGNORECASE)
_OWN = compiled(r"\b(?:eget|egna|sitt|sin)\b", re.IGNORECASE)
_REFERRED = compiled(r"\bminoritetsåterremi\w+|\båterremi\w+|\båterförvis\w+", re.IGNORECASE)
_POSTPONED = compiled(r"\bbordlägg\w*|\bbordlades\b", re.IGNORECASE)
_HOW_IT_GOES_ON = compiled(r"\båterremi\w+|\bbordl\w+|\bavgör\w*|\bminoritet\w*", re.IGNORECASE)
_TODAY = compiled(r"\bavgör(?:as|s)?\b", re.IGNORECASE)
_PARTY = compiled(r"\((?P<letters>[A-ZÅÄÖ]{1,4})\)|(?<!\w)(?P<bare>SD|KD|MP|FI|[SMCVL])(?=[-:]?(?:s\b|gruppen|ledamöter))")
_TYPES: tuple[tuple[Support, re.Pattern[str]], ...] = (
    (Support.ADDITION, compiled(r"\btillägg\w*", re.IGNORECASE)),
    (Support.AMENDMENT, compiled(r"\bändring\w*", re.IGNORECASE)),
    (Support.REJECTION, compiled(r"\bavslagsyrkand\w*|\byrkande\w*\s+(?:om|på)\s+avslag", re.IGNORECASE)),
    (Support.REFERRAL, compiled(r"\båterremi\w+", re.IGNORECASE)),
    (Support.POSTPONEMENT, compiled(r"\bbordlägg\w*", re.IGNORECASE)),
)
_NO_CHANGE = frozenset({Support.APPROVAL, Support.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Meant:
    """What a clause is about: motions, by their order in the item, or the proposal, with whose it is said to be.

    ``for_it`` tells for from against. ``settled_today`` is that nothing is referred back or postponed. Where nothing is told, it is not
    known what the clause means.
    """

    motions: tuple[int, ...] = ()
    proposal: bool = False
    whose: str = ""
    for_it: bool = True
    settled_today: bool = False

    @property
    def is_known(self) -> bool:
        """Tell whether it is known what is meant."""
        return bool(self.motions) or self.proposal or self.settled_today


def meant_in(said: str, item: Item, chairs: Sequence[Present] = (), put: str = "") -> tuple[Meant, ...]:
    """Return what each clause of a ruling or a ballot means; what is put helps where it says only "bifaller" or "avslår"."""
    if put and not _names_something(said) and not _HOW_IT_GOES_ON.search(said):
        named = Meant(proposal=True) if _EITHER.search(put) and not _MOTION.search(put) else _meant(put, item, chairs)
        if named.is_known:
            return (Meant(named.motions, named.proposal, named.whose, not _REJECTS.search(said)),)
    found = [_meant(clause, item, chairs) for clause in _CLAUSE.split(" ".join(said.split())) if clause.strip()]
    return tuple(each for each in found if each.is_known)


def changing(item: Item) -> tuple[int, ...]:
    """Return, by their order in the item, the motions that ask for something else than the proposal and were not taken back."""
    return tuple(at for at, motion in enumerate(item.motions) if not motion.withdrawn and motion.supports not in _NO_CHANGE)


def _names_something(said: str) -> bool:
    return any(pattern.search(said) for pattern in (_MOTION, _PROPOSAL, _MATTER, _OWN))


def _meant(clause: str, item: Item, chairs: Sequence[Present]) -> Meant:
    if _TODAY.search(clause) and not _MOTION.search(clause):
        return Meant(settled_today=True)
    against = _REJECTS.search(clause) is not None and not _is_of_rejection(clause)
    named = tuple(_named(clause, item))
    if not named and _OWN.search(clause):
        named = tuple(at for at, motion in enumerate(item.motions) if _is_chairs(motion, chairs))
    if named:
        of_sort = tuple(_of_sort(clause, item, named))
        return Meant(of_sort or named, for_it=not against)
    if _MOTION.search(clause):
        return Meant(tuple(_sorted(clause, item)), for_it=not against)
    if _REFERRED.search(clause) or _POSTPONED.search(clause):
        support = Support.REFERRAL if _REFERRED.search(clause) else Support.POSTPONEMENT
        return Meant(tuple(at for at in changing(item) if item.motions[at].supports is support), for_it=not against)
    if _MATTER.search(clause) and not re.search(r"förslag(?:et)?\s+till\s+beslut|\w+s\s+förslag", clause, re.IGNORECASE):
        return _of_matter(item, against=against)
    match = _PROPOSAL.search(clause)
    if match:
        return Meant(proposal=True, whose=_whose(clause[: match.start()]), for_it=not against)
    return Meant(tuple(at for at in changing(item) if item.motions[at].supports is Support.REJECTION)) if against else Meant()


def _is_of_rejection(clause: str) -> bool:
    """Tell whether what is rejected is part of a motion's name: "bifaller yrkandet om avslag", "avslagsyrkandet"."""
    return re.search(r"\b(?:bifall\w*|biföll|enligt|enlighet)\b.*\b(?:avslag|avslå)", clause, re.IGNORECASE) is not None


def _whose(before: str) -> str:
    return re.sub(r"^.*\b(?:enligt|med|till|bifalla?r?|antar?|på)\s+", "", before.strip(), flags=re.IGNORECASE | re.DOTALL).strip()


def _named(clause: str, item: Item) -> Iterator[int]:
    """Yield the motions whose movers a clause names, by name or else by party."""
    by_name = [at for at, motion in enumerate(item.motions) if any(_is_named(mover, clause) for mover in motion.movers)]
    first = [at for at in by_name if item.motions[at].movers and _is_named(item.motions[at].movers[0], clause)]
    if by_name:
        yield from first or by_name
        return
    letters = {match["letters"] or match["bare"] for match in _PARTY.finditer(clause)}
    letters |= {
        short for name, short in vocabulary().parties.items() if re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", clause, re.IGNORECASE)
    }
    for at, motion in enumerate(item.motions):
        if any(mover.party in letters for mover in motion.movers):
            yield at


def _is_named(mover: Present, clause: str) -> bool:
    """Tell whether a clause names somebody: in full, or by the last name in the genitive."""
    words = mover.name.split()
    if not words:
        return False
    last = re.escape(words[-1])
    full = r"\s+".join(map(re.escape, words))
    pattern = rf"(?<!\w)(?:{full}(?:s|:s)?|{last}(?:s|:s)?(?=\s+(?:m\.?\s*fl|\(|\w*(?:yrkande|förslag)|(?:första|andra|eget)\b)))(?!\w)"
    return re.search(pattern, clause, re.IGNORECASE) is not None


def _is_chairs(motion: Motion, chairs: Sequence[Present]) -> bool:
    names = {chair.name for chair in chairs if chair.role is Role.CHAIR}
    return any(mover.name in names for mover in motion.movers) or re.match(r"\W*ordförande", motion.text, re.IGNORECASE) is not None


def _of_sort(clause: str, item: Item, named: Sequence[int]) -> Iterator[int]:
    """Yield those of the named motions that are of the sort that the clause says ("Anna Eks tilläggsyrkande")."""
    for support, pattern in _TYPES:
        if pattern.search(clause):
            yield from (at for at in named if item.motions[at].supports is support)


def _sorted(clause: str, item: Item) -> Iterator[int]:
    """Yield the motions that a clause means by their sort, the only one that changes anything where it says no sort."""
    sorts = [support for support, pattern in _TYPES if pattern.search(clause)]
    left = changing(item)
    if sorts:
        yield from (at for at in left if item.motions[at].supports in sorts)
    elif len(left) == 1:
        yield from left


def _of_matter(item: Item, *, against: bool) -> Meant:
    """Return what "avslå motionen" means: the proposal where that is what it says, else the motion that asks for it."""
    proposed = " ".join(point.text for point in item.proposal)
    rejected = _REJECTS.search(proposed) is not None
    if proposed and rejected == against:
        return Meant(proposal=True)
    wanted = {Support.REJECTION} if against else {Support.OTHER_PROPOSAL}
    return Meant(tuple(at for at in changing(item) if item.motions[at].supports in wanted))
