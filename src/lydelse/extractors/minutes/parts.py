"""The parts of an item: every line of it in one, under the heading that it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.extractors.minutes.bodies import bodies_in, is_same_body
from lydelse.extractors.minutes.lines import HEADING_MAY_BE, Line
from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.model.minutes import DocumentKind, Part, PartKind
from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph
from lydelse.patterns import compiled
from lydelse.records import dataclass, field, replace

_PROPOSES = compiled(r"\b(?:föreslår|förslår|föreslås|föreslog|föreslogs|hemställer)\b", re.IGNORECASE)
_PROPOSAL_TO = compiled(r"\bförslag\s+till\s+(?!beslut)", re.IGNORECASE)
_DECIDES_ALONE = compiled(r"(?:beslutar|beslutade|beslut)(?:\s+för\s+egen\s+del)?(?:\s+att)?\W*$", re.IGNORECASE)
_DECIDES_NOW = compiled(
    r"\b(?:beslutar|föreslår|godkänner|fastställer|antar|avslår|bifaller|återremitterar|bordlägger|uppdrar|noterar|lägger|tackar|utser|väljer|ger)\b"
)
_LISTS = frozenset({PartKind.ATTACHMENTS, PartKind.RECIPIENTS})
_POINTED = frozenset({PartKind.PROPOSAL, PartKind.DECISION})
_BY_THEMSELVES = frozenset({PartKind.ADJUSTMENT, PartKind.ADJOURNMENT, PartKind.SIGNATURES})
_AFTERWARDS = frozenset({PartKind.DECISION, PartKind.RESERVATIONS, PartKind.STATEMENTS, PartKind.RECIPIENTS, PartKind.ATTACHMENTS})
_ENDS = compiled(r"[.:!?]\W*$")
_ENTRY_MAY_BE = 160
_ATTACHED = compiled(r"(?:under)?bilag(?:a|orna|or)\s+[0-9A-ZÅÄÖ]{1,3}(?![\w])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an item stands in: who met, "" where that is not known, and what sort of paper it is."""

    body: str
    kind: DocumentKind
    vocabulary: Vocabulary


@dataclass
class _Draft:
    """A part that is being read. ``open`` tells whether its heading says a proposal or a decision, which the other parts settle."""

    kind: PartKind
    title: str
    place: Place
    blocks: list[Block] = field(default_factory=list)
    open: bool = False


def parts_of(lines: Sequence[Line], setting: Setting) -> tuple[Part, ...]:
    """Return the parts of an item's lines, in order; what stands before the first heading tells of the matter."""
    drafts: list[_Draft] = []
    decided = max((at for at, line in enumerate(lines) if line.heads is PartKind.DECISION), default=-1)
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if at > decided and _decides_after_points(drafts, line, setting):
            drafts.append(_Draft(PartKind.DECISION, line.text.rstrip(" :"), line.block.place))
        else:
            _take(drafts, line, following, setting)
    drafts = [draft for draft in drafts if draft.blocks or draft.title]
    _settle(drafts, setting)
    if setting.kind is DocumentKind.MINUTES and not any(draft.kind is PartKind.DECISION for draft in drafts):
        drafts = [piece for draft in drafts for piece in _with_decisions_apart(draft, setting)]
    return tuple(Part(draft.kind, draft.title, draft.place, tuple(draft.blocks)) for draft in drafts)


def _decides_after_points(drafts: Sequence[_Draft], line: Line, setting: Setting) -> bool:
    """Tell whether "Arbetsutskottet beslutar" stands after the points of a proposal, in an item that heads no decision otherwise."""
    if setting.kind is DocumentKind.MEMO or not drafts or drafts[-1].kind is not PartKind.PROPOSAL or not drafts[-1].title:
        return False
    pointed = any(isinstance(block, Paragraph) and not _DECIDES_ALONE.search(block.after) for block in drafts[-1].blocks)
    return (
        pointed
        and not line.is_item
        and len(line.text) <= HEADING_MAY_BE
        and bool(_DECIDES_ALONE.search(line.text))
        and _is_own(line.text, setting)
    )


def _take(drafts: list[_Draft], line: Line, following: Line | None, setting: Setting) -> None:
    current = drafts[-1] if drafts else None
    kind, is_open = _headed(line, current, following, setting)
    if kind is not None:
        drafts.append(_Draft(kind, line.text.rstrip(" :"), line.block.place, open=is_open))
        return
    said = _by_itself(line, current, setting)
    if said is not None:
        drafts.append(_Draft(said, "", line.block.place, [line.block]))
        return
    if current is None:
        current = _Draft(PartKind.BACKGROUND, "", line.block.place)
        drafts.append(current)
    elif _ends_list(current, line):
        current = _Draft(_resumed(drafts), "", line.block.place)
        drafts.append(current)
    listed = isinstance(line.block, Paragraph) and line.is_heading and _is_listed(line, current)
    current.blocks.append(replace(line.block, kind=Kind.ITEM) if listed and isinstance(line.block, Paragraph) else line.block)


def _headed(line: Line, current: _Draft | None, following: Line | None, setting: Setting) -> tuple[PartKind | None, bool]:
    """Return what part a line heads, None for none, and whether that is still to be settled."""
    if line.heads is not None and not _continues(line, current):
        return _by_body(line.text, line.heads, setting), False
    if not line.text or line.is_item or len(line.text) > HEADING_MAY_BE * 2 or line.heads is not None:
        return None, False
    in_points = current is not None and current.kind in _POINTED and not (current.blocks and (line.is_heading or _again(line, current)))
    if _DECIDES_ALONE.search(line.text) and _is_own(line.text, setting) and not in_points:
        return PartKind.DECISION, False
    if _PROPOSES.search(line.text) and (line.is_heading or _heads_points(line, following)):
        return (None, False) if current is not None and current.kind in _POINTED else (PartKind.DECISION, True)
    if line.is_heading and not _is_listed(line, current):
        return (None, False) if current is not None and current.kind in _POINTED and _acts(line.text) else (_unknown(current), False)
    return None, False


def _again(line: Line, current: _Draft) -> bool:
    """Tell whether a line that points complete has stood in the proposal already: now it begins the decision."""
    return current.kind is PartKind.PROPOSAL and any(isinstance(block, Paragraph) and block.after == line.text for block in current.blocks)


def _is_own(text: str, setting: Setting) -> bool:
    """Tell whether a line begins with the body that met, or with a body where that is not known."""
    bodies = bodies_in(text, setting.vocabulary)
    if setting.kind is DocumentKind.MEMO or not bodies or bodies[0].start > 0:
        return False
    return not setting.body or is_same_body(bodies[0].name, setting.body)


def _continues(line: Line, current: _Draft | None) -> bool:
    """Tell whether a line of a list only looks like a heading: "Information" among the recipients."""
    if current is None or line.is_heading or current.kind not in _LISTS:
        return False
    return line.is_item


def _is_listed(line: Line, current: _Draft | None) -> bool:
    """Tell whether a line that a heading would be elsewhere is an entry of the list of attachments: "Bilaga 1 Prislista"."""
    return current is not None and current.kind is PartKind.ATTACHMENTS and _ATTACHED.match(line.text) is not None


def _acts(text: str) -> bool:
    return bool(re.search(r"\b(?:beslutar?|beslutade|föreslår|förslår|föreslås|för egen del)\b", text, re.IGNORECASE))


def _heads_points(line: Line, following: Line | None) -> bool:
    ends = not re.search(r"[.!?]\W*$", line.text)
    return ends and following is not None and following.is_item


def _unknown(current: _Draft | None) -> PartKind:
    """Return what an unknown heading heads: more about the matter, unless the decision is taken."""
    return PartKind.UNKNOWN if current is not None and current.kind in _AFTERWARDS else PartKind.BACKGROUND


def _by_body(title: str, kind: PartKind, setting: Setting) -> PartKind:
    """Return what a heading that names a body heads: another body's decision is an earlier one, one's own proposal to others a decision."""
    bodies = bodies_in(title, setting.vocabulary)
    if setting.kind is DocumentKind.MEMO:
        return PartKind.PROPOSAL if kind is PartKind.DECISION and _PROPOSAL_TO.search(title) else kind
    if not bodies or not setting.body:
        return kind
    own = is_same_body(bodies[0].name, setting.body)
    if kind is PartKind.DECISION and not own and len(bodies) == 1:
        return PartKind.EARLIER
    if kind is PartKind.PROPOSAL and own and bodies[0].start == 0 and _PROPOSAL_TO.search(title):
        return PartKind.DECISION
    return kind


def _by_itself(line: Line, current: _Draft | None, setting: Setting) -> PartKind | None:
    """Return what part a sentence is without a heading ("Paragrafen är justerad"), None where it belongs to the part it stands in."""
    if not line.text or line.is_item:
        return None
    kind = setting.vocabulary.sentence(line.text)
    if len(line.text) > 2 * _ENTRY_MAY_BE and kind is not PartKind.ORDER:
        return None
    if kind is PartKind.ORDER:
        return kind if current is not None and current.kind in {PartKind.MOTIONS, PartKind.PROPOSAL} and current.blocks else None
    if kind is None or (current is not None and current.kind is kind):
        return None
    if kind in {PartKind.RESERVATIONS, PartKind.STATEMENTS} and (current is None or current.kind is PartKind.BACKGROUND):
        return None
    return kind


def _ends_list(current: _Draft, line: Line) -> bool:
    """Tell whether a line is no entry of the list above it, or comes after a part of one sentence."""
    if current.kind in _BY_THEMSELVES and not current.title and current.blocks:
        return True
    if current.kind not in _LISTS or isinstance(line.block, Table) or line.is_item:
        return False
    return bool(current.blocks) and len(line.text) > _ENTRY_MAY_BE and bool(_ENDS.search(line.text))


def _resumed(drafts: Sequence[_Draft]) -> PartKind:
    """Return what the text after a sentence by itself is: the part that the sentence stood in, nothing known after a list."""
    last = drafts[-1]
    if last.kind in _LISTS:
        return PartKind.UNKNOWN
    earlier = [draft.kind for draft in drafts[:-1] if draft.title or draft.kind is PartKind.BACKGROUND]
    return earlier[-1] if earlier else PartKind.BACKGROUND


def _with_decisions_apart(draft: _Draft, setting: Setting) -> list[_Draft]:
    """Return a part in pieces where paragraphs of it say what was decided: minutes that set no heading above the decision."""
    if draft.kind not in {PartKind.BACKGROUND, PartKind.ORDER, PartKind.VOTES, PartKind.UNKNOWN}:
        return [draft]
    pieces = [replace(draft, blocks=[])]
    for block in draft.blocks:
        decides = isinstance(block, Paragraph) and _decides(block.after, setting)
        goes_on = pieces[-1].kind is PartKind.DECISION and isinstance(block, Paragraph) and block.kind is Kind.ITEM
        if decides and pieces[-1].kind is not PartKind.DECISION:
            pieces.append(_Draft(PartKind.DECISION, "", block.place))
        elif not decides and not goes_on and pieces[-1].kind is PartKind.DECISION:
            pieces.append(_Draft(draft.kind, "", block.place))
        pieces[-1].blocks.append(block)
    return [piece for piece in pieces if piece.blocks or piece.title]


def _decides(text: str, setting: Setting) -> bool:
    """Tell whether a paragraph says what the body that met decides: now, not what it once decided."""
    verb = _DECIDES_NOW.search(text, 0, 120)
    return verb is not None and _is_own(text[: verb.end()], setting)


def _settle(drafts: list[_Draft], setting: Setting) -> None:
    """Settle whether "Regionstyrelsen föreslår fullmäktige" as a heading is the proposal or the decision."""
    for draft in drafts:
        if not draft.open:
            continue
        decided = any(other.kind is PartKind.DECISION and not other.open for other in drafts)
        bodies = bodies_in(draft.title, setting.vocabulary)
        others = bool(bodies and setting.body) and not is_same_body(bodies[0].name, setting.body)
        proposes_to_own = re.search(r"\bföreslås\b", draft.title, re.IGNORECASE) is not None
        if setting.kind is DocumentKind.MEMO or decided or others or proposes_to_own:
            draft.kind = PartKind.PROPOSAL
