"""What a proposal means for each unit, as lines for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lydelse.model.impact import Impact
from lydelse.reports.impact.blocks import Block, Folded, Lists, Marked, Part, Pictured, Says, Tabled
from lydelse.reports.impact.page import report_of
from lydelse.reports.model_columns import aligned
from lydelse.reports.unbreakable import printable

_SIGNS = {"struck": ("[-", "-]"), "inserted": ("{+", "+}")}
_NOT_SHOWN = frozenset({"underlag"})


def write(impact: Impact, language: str = "sv") -> str:
    """Return the report as lines: without pictures, the components of each unit, and how it was worked out."""
    report = report_of(impact, language)
    lines = [f"{report.title}: {report.lead}", *(f"{label}: {text}" for label, text in report.facts)]
    for part in report.parts:
        if part.anchor not in _NOT_SHOWN:
            lines += ["", part.title, *(line for block in _shown(part) for line in _lines(block))]
    return "".join(f"{''.join(printable(line)).rstrip()}\n" for line in lines)


def _shown(part: Part) -> Iterator[Block]:
    """Yield the blocks of a part, without those that are not shown on a screen of text and the sentence that leads to them."""
    for block, following in zip_longest(part.blocks, part.blocks[1:]):
        if not isinstance(block, Folded) and not (isinstance(block, Says) and isinstance(following, Folded)):
            yield block


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Says(text):
            yield f"  {text}"
        case Lists(items):
            yield from (f"  - {item}" for item in items)
        case Tabled():
            yield from (f"  {line}" for line in aligned([block.heads, *block.rows]))
        case Marked(where, runs):
            shown = "".join(
                "".join((*_SIGNS.get(run.mark.value, ("", ""))[:1], run.text, *_SIGNS.get(run.mark.value, ("", ""))[1:])) for run in runs
            )
            yield f"  {where}: {shown}"
        case Folded() | Pictured():
            return
