"""The points of a proposal or a decision, numbered or not, with the line that each completes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.extractors.minutes.amounts import amounts_of
from lydelse.extractors.minutes.lines import cut
from lydelse.model.minutes import Part, Point
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph
from lydelse.patterns import compiled
from lydelse.records import dataclass, field, replace

_NUMBER = compiled(r"\(?(?P<number>[0-9]{1,3})[.)]?")
_LETTERED = compiled(r"\(?[a-zåäö][.)]|\(?[ivx]{1,4}[.)]")
_DECIDES = compiled(
    r"\b(?:beslutar?|beslutade|besluta|beslut|föreslår|föreslog|förslår|föreslås|hemställer|tillstyrker|rekommenderar|att)\b", re.IGNORECASE
)
_TO_DECIDE = compiled(
    r"(?:beslutar?|besluta|beslutade|föreslår\b.*|förslår\b.*|föreslås\b.*|att|egen del|följande|fullmäktige|nämnden|styrelsen)\W*$"
)
_LIST_IN_LINE = compiled(r"(?:(?<=,)|(?<=;)|(?<=\bsamt)|(?<=\boch)|(?<=\bdels)|(?<=:))\s+(?=(?:dels\s+)?att\s)")
_NUMBERED_IN_LINE = compiled(
    r"(?:^|(?<=[.:;,])|(?<=besluta)|(?<=beslutar)|(?<=fullmäktige))\s*(?=(?P<number>[1-9][0-9]?)[.)]\s+(?:att\s|[A-ZÅÄÖ]))"
)
_TYPED_NUMBER = compiled(r"(?P<marker>[1-9][0-9]?[.)])\s+(?=[^\W\d])")
_JOINT_LAST = compiled(r"(?:[\s,;]|\b(?:samt|och|dels)\b)*$")
_PROPOSES = compiled(r"\b(?:föreslår|förslår|föreslås|hemställer)\b", re.IGNORECASE)
_LEAD_MAY_BE = 200
_END = compiled(r"[.!]\W*$")


def points_of(part: Part) -> tuple[Point, ...]:
    """Return the points of a part, in order."""
    reading = _Reading(part.title, lead=part.title if _PROPOSES.search(part.title) else "")
    blocks = [piece for block in part.blocks for piece in _divided(block)]
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        reading.take(block, following)
    return reading.points()


@dataclass
class _Draft:
    """A point that is being read."""

    number: int | None
    lead: str
    blocks: list[Block]


@dataclass
class _Reading:
    """The points so far and the line that the next ones complete."""

    heading: str
    lead: str = ""
    lead_block: Paragraph | None = None
    drafts: list[_Draft] = field(default_factory=list)

    def take(self, block: Block, following: Block | None) -> None:
        """Take the next block: a lead, a point, or what belongs to the point before it."""
        last = self.drafts[-1] if self.drafts else None
        if isinstance(block, Table):
            self._below(last, block)
        elif block.kind is Kind.ITEM and _LETTERED.fullmatch(block.marker) and last and last.number is not None:
            last.blocks.append(block)
        elif block.kind is Kind.ITEM:
            self._point(block, _number_of(block))
        elif block.kind is Kind.HEADING or _is_lead(block, following):
            self.lead, self.lead_block = block.after, block
        elif last and last.number is not None and _goes_on(block, last, following):
            last.blocks.append(block)
        else:
            self._point(block, None)

    def points(self) -> tuple[Point, ...]:
        """Return the points that were read; a lead that nothing follows is one."""
        if self.lead_block is not None:
            self._point(self.lead_block, None, lead="")
        return tuple(_point(draft, self.heading) for draft in self.drafts)

    def _below(self, last: _Draft | None, table: Table) -> None:
        if last and self.lead_block is None:
            last.blocks.append(table)
        elif self.lead_block is not None:
            self.drafts.append(_Draft(None, "", [self.lead_block, table]))
            self.lead, self.lead_block = "", None
        else:
            self.drafts.append(_Draft(None, self.lead, [table]))

    def _point(self, block: Paragraph, number: int | None, lead: str | None = None) -> None:
        self.lead_block = None
        self.drafts.append(_Draft(number, self.lead if lead is None else lead, [block]))


def _point(draft: _Draft, heading: str) -> Point:
    first = draft.blocks[0]
    texts = [_text(block) for block in draft.blocks if not isinstance(block, Table)]
    text = "\n".join(filter(None, texts))
    text = _JOINT_LAST.sub("", text) if text.startswith(("att ", "dels att ")) else text
    return Point(draft.number, text, first.place, amounts_of(draft.blocks), draft.lead, heading, tuple(draft.blocks))


def _text(paragraph: Paragraph) -> str:
    lettered = paragraph.kind is Kind.ITEM and _LETTERED.fullmatch(paragraph.marker)
    return f"{paragraph.marker} {paragraph.after}" if lettered else paragraph.after


def _number_of(item: Paragraph) -> int | None:
    match = _NUMBER.fullmatch(item.marker)
    return int(match["number"]) if match else None


def _is_lead(paragraph: Paragraph, following: Block | None) -> bool:
    """Tell whether a paragraph is a line that the points after it complete: "Nämnden beslutar att", "... för egen del:"."""
    text = paragraph.after
    if not isinstance(following, Paragraph) or len(text) > _LEAD_MAY_BE or _END.search(text):
        return False
    if text.endswith(":") or (_DECIDES.search(text) and _TO_DECIDE.search(text.rstrip(":"))):
        return True
    return following.kind is Kind.ITEM and bool(_DECIDES.search(text))


def _goes_on(paragraph: Paragraph, last: _Draft, following: Block | None) -> bool:
    """Tell whether a paragraph below a numbered point belongs to it: it goes on in small letters, or stands before the next number."""
    text = paragraph.after
    if text[:1].islower():
        return True
    return (
        isinstance(following, Paragraph)
        and following.kind is Kind.ITEM
        and last.number is not None
        and _number_of(following) == last.number + 1
    )


def _divided(block: Block) -> Sequence[Block]:
    """Return a block, or the points that one paragraph runs together: "Nämnden beslutar att ..., att ..., samt att ..."."""
    if isinstance(block, Table) or block.kind is not Kind.PARAGRAPH:
        return (block,)
    text = block.marked_text
    typed = _TYPED_NUMBER.match(text)
    numbered = _ascending(text)
    if typed and not numbered:
        return (replace(cut(block, typed.end()), kind=Kind.ITEM, marker=typed["marker"]),)
    if numbered:
        return _at_numbers(block, numbered)
    starts = [match.end() for match in _LIST_IN_LINE.finditer(text)]
    head = re.match(r"(?P<lead>[^.:;,]{3,160}?(?:beslutar|besluta|beslutade|föreslår|föreslås))\s*:?\s+(?=(?:dels\s+)?att\s)", text)
    if not starts or (not head and not re.match(r"(?:dels\s+)?att\s", text)):
        return (block,)
    begin = [head.end()] if head else [0]
    pieces = [cut(block, 0, head.end())] if head else []
    edges = sorted({*begin, *starts})
    ends = [_before_joint(text, edge) for edge in edges[1:]]
    return (*pieces, *(cut(block, one, other) for one, other in zip(edges, [*ends, len(text)], strict=True)))


def _before_joint(text: str, end: int) -> int:
    """Return where a point ends whose comma and "samt" stand before the next one."""
    return len(_JOINT_LAST.sub("", text[:end]))


def _ascending(text: str) -> list[re.Match[str]]:
    """Return where numbered points begin within one paragraph: 1., 2. and so on, at least two."""
    found: list[re.Match[str]] = []
    for match in _NUMBERED_IN_LINE.finditer(text):
        if int(match["number"]) == len(found) + 1:
            found.append(match)
    return found if len(found) > 1 else []


def _at_numbers(block: Paragraph, numbered: list[re.Match[str]]) -> Sequence[Block]:
    text = block.marked_text
    pieces: list[Block] = [cut(block, 0, numbered[0].start())] if text[: numbered[0].start()].strip() else []
    for match, end in zip(numbered, [*(each.start() for each in numbered[1:]), len(text)], strict=True):
        begin = match.start("number")
        marker = re.match(r"[0-9]+[.)]", text[begin:])
        assert marker is not None, "a numbered point begins with its number"
        pieces.append(replace(cut(block, begin + marker.end(), end), kind=Kind.ITEM, marker=marker[0]))
    return pieces
