"""Motions (yrkanden): who moved them and what they ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.extractors.minutes.amounts import amounts_of
from lydelse.extractors.minutes.lines import cut
from lydelse.extractors.minutes.people import NAME, people_in
from lydelse.extractors.minutes.points import points_of
from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.figures.sentences import sentences_of
from lydelse.model.minutes import Motion, Part, PartKind, Point, Present, Support
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Paragraph
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

_MOVES = compiled(
    r"\b(?:yrkar|yrkade|yrkas|yrkande(?:t|n)?|föreslår|föreslog|hemställer|instämmer|instämde|bifall|avslag|återremiss)\b", re.IGNORECASE
)
_NAMED_FIRST = compiled(rf"{NAME}\s*(?:\([^)]{{1,20}}\))?\s*(?:[:,]|\byrka|\bföreslå|\bföreslog|\binstäm|\bmed\b|\boch\b|\bm\.?\s?fl)")
_MOVER_FIRST = compiled(
    rf"{NAME}\s*(?:\([^)]{{1,20}}\))?[^.:]{{0,120}}?(?:\b(?:yrkar|yrkade|föreslår|föreslog|instämmer|instämde|hemställer)\b|(?<=\)):)"
)
_TOLD_IN = frozenset({PartKind.ORDER, PartKind.VOTES, PartKind.BACKGROUND, PartKind.DECISION, PartKind.UNKNOWN})
_JOINS = compiled(r"\binstäm(?:mer|de)\b", re.IGNORECASE)
_WITHDRAWN = compiled(
    r"\b(?:drar|drog|återtar|återtog|tar|tog)\s+(?:\w+\s+){0,3}(?:tillbaka|yrkande)|\byrkandet\s+(?:dras|drogs)\s+tillbaka", re.IGNORECASE
)
_SIGNS: tuple[tuple[Support, re.Pattern[str]], ...] = (
    (Support.REFERRAL, compiled(r"åter\s?remi(?:ss|tt)|återförvisa", re.IGNORECASE)),
    (Support.POSTPONEMENT, compiled(r"bordlägg|\bvilande\b|\bskjuts?\s+upp\b", re.IGNORECASE)),
    (
        Support.ADDITION,
        compiled(
            r"tilläggs?yrk|\btillägg(?:et|en|s)?\b|läggs?\s+till\b|\bdessutom\b|\bkompletteras?\s+med\b|\bny\s+(?:att-sats|punkt)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Support.AMENDMENT,
        compiled(
            r"ändringsyrk|\bändring(?:en|ar)?\b|\bändras\b|\bi\s?stället\b|\bersätts?\b|\bstryks?\b|\butgår\b|\bjusteras?\s+till\b|\bpunkt(?:en)?\s+\d+\s+(?:ska\s+)?(?:lyd|få)"
            r"|\b(?:höjs|sänks|minskas|ökas)\s+(?:till|med|från)\b",
            re.IGNORECASE,
        ),
    ),
)
_APPROVAL = compiled(
    r"\bbifall\w*\s+(?:till\s+)?(?P<of>[^.;]*)|\bi\s+enlighet\s+med\s+(?P<with>[^.;]*förslag)|\benligt\s+(?P<by>[^.;]*förslag)|\bbifaller\s+(?P<grants>[^.;]*)",
    re.IGNORECASE,
)
_REJECTION = compiled(r"\bavsl(?:ag|å|ås|år)\b", re.IGNORECASE)
_ANOTHERS = compiled(r"\b(?:yrkande|motion|medborgarförslag|tilläggsyrkande|ändringsyrkande|återremissyrkande)", re.IGNORECASE)
_PROPOSAL = compiled(r"\w*förslag(?:et|en)?\b", re.IGNORECASE)
_ASKS = compiled(r"\b(?:yrkar|yrkade|yrkas|föreslår|föreslog|hemställer)\b[^.]*?\batt\b", re.IGNORECASE)


def motions_of(parts: Sequence[Part], vocabulary: Vocabulary) -> tuple[Motion, ...]:
    """Return the motions of an item: those under their heading, and those that are told with the order of propositions or the matter."""
    found = [draft for part in parts if part.kind is PartKind.MOTIONS for draft in _drafts(part, vocabulary)]
    told = [
        piece
        for part in parts
        if part.kind in _TOLD_IN
        for block in part.blocks
        if _may_move(block)
        for piece in _sentences(block)
        if _moves(piece)
    ]
    found += [draft for piece in told for draft in _drafts(Part(PartKind.MOTIONS, "", piece.place, (piece,)), vocabulary)]
    return tuple(_motion(draft) for draft in found)


def _may_move(block: Block) -> bool:
    return isinstance(block, Paragraph) and "yrka" in block.after


def _moves(block: Block) -> bool:
    """Tell whether somebody moves something in a paragraph that stands under another heading."""
    first = _MOVER_FIRST.match(block.after) if isinstance(block, Paragraph) else None
    return first is not None and re.search(r"\byrka(?:r|de)\b", first[0]) is not None


@dataclass
class _Draft:
    movers: tuple[Present, ...]
    blocks: list[Block] = field(default_factory=list)
    joined: list[Present] = field(default_factory=list)


def _drafts(part: Part, vocabulary: Vocabulary) -> list[_Draft]:
    """Return the motions of a part as blocks: each begins where somebody is named who moves something."""
    drafts: list[_Draft] = []
    for block in (piece for whole in part.blocks for piece in _sentences(whole)):
        movers = _movers(block, vocabulary)
        if movers is None and drafts:
            drafts[-1].blocks.append(block)
        elif movers and drafts and _only_joins(block):
            drafts[-1].joined.extend(movers)
            drafts[-1].blocks.append(block)
        else:
            drafts.append(_Draft(movers or (), [block]))
    return drafts


def _sentences(block: Block) -> Sequence[Block]:
    """Return a paragraph in pieces that each begin with somebody who moves something, where several motions stand in one."""
    if isinstance(block, Table):
        return (block,)
    text = block.marked_text
    if not _MOVES.search(text):
        return (block,)
    starts = [start for start, end in sentences_of(text) if start and _MOVER_FIRST.match(text, start, end)]
    return [cut(block, start, end) for start, end in zip([0, *starts], [*starts, len(text)], strict=True)] if starts else (block,)


def _movers(block: Block, vocabulary: Vocabulary) -> tuple[Present, ...] | None:
    """Return those whom a motion begins with, () for one whom nobody is named for, None where none begins."""
    if isinstance(block, Table):
        return None
    text = block.after
    people = people_in(text, block.place, vocabulary)
    moves = _MOVES.search(text)
    if people and (moves or _NAMED_FIRST.match(text)):
        return _moving(people, text)
    named = _NAMED_FIRST.match(text)
    if named and moves:
        name = re.match(NAME, text)
        assert name is not None, "the pattern begins with a name"
        return (Present(name[0], place=block.place),)
    return () if moves and re.search(r"\byrka", text, re.IGNORECASE) else None


def _moving(people: tuple[Present, ...], text: str) -> tuple[Present, ...]:
    """Return those who move, not those whose proposals the motion speaks of: "bifall till Bo Alms (S) yrkande"."""
    verb = re.search(r"\b(?:yrkar|yrkade|föreslår|föreslog|hemställer|instämmer|instämde)\b|:", text)
    by = re.search(r"\byrkas\s+av\b|\byrkande\s+av\b|\bförslag\s+av\b", text, re.IGNORECASE)
    if by or verb is None:
        return people
    before = tuple(person for person in people if person.name and 0 <= text.find(person.name) < verb.start())
    return before or people[:1]


def _only_joins(block: Block) -> bool:
    return isinstance(block, Paragraph) and _JOINS.search(block.after) is not None and not re.search(r"\byrka", block.after)


def _motion(draft: _Draft) -> Motion:
    texts = [block.after for block in draft.blocks if isinstance(block, Paragraph)]
    text = "\n".join(texts)
    movers = tuple(dict.fromkeys((*draft.movers, *draft.joined)))
    return Motion(
        movers=movers,
        text=text,
        supports=support_of(text),
        place=draft.blocks[0].place,
        points=_points(draft),
        amounts=amounts_of(draft.blocks),
        withdrawn=_WITHDRAWN.search(text) is not None,
        blocks=tuple(draft.blocks),
    )


def _points(draft: _Draft) -> tuple[Point, ...]:
    below = tuple(draft.blocks[1:])
    return points_of(Part(PartKind.MOTIONS, "", draft.blocks[0].place, below)) if below else ()


def support_of(text: str) -> Support:
    """Return what a motion asks for; where several are asked for, what changes the proposal most."""
    for support, sign in _SIGNS:
        if sign.search(text):
            return support
    approval = _APPROVAL.search(text)
    if approval:
        of = next((said for said in approval.groupdict().values() if said), "")
        first = re.split(r"\boch\s+avslag\b", of, flags=re.IGNORECASE)[0]
        if _ANOTHERS.search(first) and not re.search(
            r"förslag(?:et)?\s+(?:till\s+beslut|att)|\b\w+s\s+förslag\b(?!\s+till\s+yrkande)", first
        ):
            return Support.OTHER_PROPOSAL
        return Support.APPROVAL if _PROPOSAL.search(first) or not first.strip() else Support.UNKNOWN
    if _REJECTION.search(text):
        return Support.REJECTION
    return Support.OTHER_PROPOSAL if _ASKS.search(text) else Support.UNKNOWN
