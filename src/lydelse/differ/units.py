"""The unit that a whole table states once: in its corner, in its caption, or in a line beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lydelse.differ.governing import FURTHEST_CAPTION, LONGEST_CAPTION
from lydelse.figures.amounts import amounts_in
from lydelse.figures.units import unit_in
from lydelse.model.amount import AmountKind
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.patterns import compiled

_THOUSANDS = compiled(r"1[ \u00a0\u202f]?000(?:-?tals?)?\s+(?=kr)", re.IGNORECASE)
_AMOUNTS_IN = compiled(
    r"\bbelopp\w*[^.;\d]{0,60}?\bi\s+(?P<unit>[^.;\d]+)|\bbelopp\w*,\s*(?P<bare>[^.;\d]+)"
    r"|\b(?:avgift|pris|tax|ersättning|hyr|arvode|bidrag)[a-zåäö]*(?:\s+i\s+tabellen)?\s+(?:är|anges|redovisas|visas|gäller|avser)(?:\s+angivna)?"
    r"\s+(?:i\s+)?(?P<priced>(?:hela\s+)?(?:tusen(?:tals)?\s+)?(?:kr(?:onor)?|tkr)\b[^.;\d]*)",
    re.IGNORECASE,
)
"""Words that say what the figures of a table are in: "Belopp i tkr", "Avgifterna är i kronor per timme"."""
_NOTHING_ELSE = compiled(r"\W*(?:(?:alla|samtliga|belopp|anges|angivet|redovisas|i)\s+)*[^\W\d]+(?:\s+kr(?:onor)?)?\W*", re.IGNORECASE)
_PER = compiled(r"\s*(?:/\s*|per\s+)[a-zåäö]+(?:/[a-zåäö]+)*")


def table_unit(corner: str, blocks: Sequence[Block], at: int, version: Version) -> str:
    """Return the unit of money that holds for the table ``blocks[at]``, with its "per ..." if any; "" where none is stated.

    Args:
        corner: what stands above the table's labels in that version.
        blocks: the section's blocks.
        at: where among them the table stands.
        version: the version that is read.
    """
    own = _money_unit(corner)
    above = (_unit_of_caption(text) for text in _lines_above(blocks, at, version))
    below = (_unit_of_line(text) for text in _lines_below(blocks, at, version))
    return own or next(filter(None, above), "") or next(filter(None, below), "")


def _money_unit(text: str) -> str:
    plain = _THOUSANDS.sub("tusen ", text)
    unit = unit_in(plain)
    if unit is None or unit.kind is not AmountKind.MONEY:
        return ""
    per = _PER.match(plain, unit.end)
    return unit.unit + (per[0] if per else "")


def _unit_of_caption(text: str) -> str:
    """Return the unit of a caption ("Ramar per nämnd, tkr") or of a sentence that says what all amounts are in."""
    said = _unit_of_line(text)
    if said or len(text) > LONGEST_CAPTION or text.endswith((".", "!", "?")):
        return said
    plain = _THOUSANDS.sub("tusen ", text)
    stated = any(amount.kind is AmountKind.MONEY and re.search(r"\d", amount.literal) for amount in amounts_in(plain))
    return "" if stated else _money_unit(plain)


def _unit_of_line(text: str) -> str:
    """Return the unit of a line that says nothing else ("(tkr)"), or that says what amounts are in ("Belopp i tkr")."""
    plain = _THOUSANDS.sub("tusen ", text)
    said = _AMOUNTS_IN.search(plain)
    if said:
        return _money_unit(said["unit"] or said["bare"] or said["priced"])
    return _money_unit(plain) if _NOTHING_ELSE.fullmatch(plain) else ""


def _lines_above(blocks: Sequence[Block], at: int, version: Version) -> Iterator[str]:
    for block in reversed(blocks[max(0, at - FURTHEST_CAPTION) : at]):
        if not isinstance(block, Paragraph):
            return
        yield block.text_in(version)
        if block.kind is Kind.HEADING:
            return


def _lines_below(blocks: Sequence[Block], at: int, version: Version) -> Iterator[str]:
    for block in blocks[at + 1 : at + 2]:
        if isinstance(block, Table) or block.kind is Kind.HEADING:
            return
        yield block.text_in(version)
