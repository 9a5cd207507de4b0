"""The file in which a person says what is corrected: parts of TOML for pairs of amounts, for tables and for the earlier version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lydelse.calculation.declared.parts import Part
from lydelse.formats.toml.writing import flag_line, table, text_line
from lydelse.model.corrections import Corrections, Pairing, Statement, TableReading
from lydelse.reports.parts_by_name import parts_by_name

PAIR, TABLE, VERSIONS = "par", "tabell", "lydelser"
_PAIR_KEYS = ("avsnitt", "avsnitt_tidigare", "tidigare", "senare", "nummer_tidigare", "nummer_senare", "hor_ihop")
_TABLE_KEYS = ("plats", "borjar", "rubrikrader", "namnkolumner", "ar_tabell")
_VERSION_KEYS = ("fil",)
_MOST = 1000
"""More rows of headers, columns of names or amounts printed alike are a mistake of writing."""


def read_corrections(file: Path) -> Corrections:
    """Return what a file corrects.

    Raises:
        UnreadableFileError: there is no such file, or it is no text.
        UsageError: it says something else; the sentence names the line.
    """
    parts = list(parts_by_name(file, (PAIR, TABLE, VERSIONS)))
    return Corrections(
        tuple(_pairing(part) for kind, _, part in parts if kind == PAIR),
        tuple(_table(part) for kind, _, part in parts if kind == TABLE),
        next((_earlier(part) for kind, _, part in parts if kind == VERSIONS), ""),
    )


def corrections_text(corrections: Corrections) -> str:
    """Return corrections as the text of such a file."""
    lines = [
        *([table(VERSIONS, "tidigare"), text_line("fil", corrections.earlier), ""] if corrections.earlier else []),
        *(line for at, each in enumerate(corrections.pairings, 1) for line in _pairing_lines(at, each)),
        *(line for at, each in enumerate(corrections.tables, 1) for line in _table_lines(at, each)),
    ]
    return "\n".join(lines)


def _pairing(part: Part) -> Pairing:
    part.only(_PAIR_KEYS)
    section = part.text("avsnitt")
    before = Statement(part.text("avsnitt_tidigare") or section, part.needed_text("tidigare"), _count(part, "nummer_tidigare", 1))
    after = Statement(section, part.needed_text("senare"), _count(part, "nummer_senare", 1))
    return Pairing(before, after, together=part.flag("hor_ihop") is not False)


def _table(part: Part) -> TableReading:
    part.only(_TABLE_KEYS)
    rows, columns = _count(part, "rubrikrader", 0), _count(part, "namnkolumner", 1)
    is_table = part.flag("ar_tabell") is not False
    if is_table and rows is None and columns is None:
        part.fail("", "model.missing-key", name="rubrikrader", part=part.called)
    return TableReading(part.needed_text("plats"), part.text("borjar"), rows, columns, is_table=is_table)


def _earlier(part: Part) -> str:
    part.only(_VERSION_KEYS)
    return part.needed_text("fil")


def _count(part: Part, key: str, least: int) -> int | None:
    number = part.number(key)
    if number is None:
        return None
    if number != int(number) or not least <= number <= _MOST:
        part.fail(key, "corrections.not-a-count", name=key, value=number, least=least)
    return int(number)


def _pairing_lines(at: int, pairing: Pairing) -> Iterator[str]:
    yield table(PAIR, str(at))
    yield text_line("avsnitt", pairing.after.section_id)
    if pairing.before.section_id != pairing.after.section_id:
        yield text_line("avsnitt_tidigare", pairing.before.section_id)
    yield text_line("tidigare", pairing.before.literal)
    yield text_line("senare", pairing.after.literal)
    for key, number in (("nummer_tidigare", pairing.before.number), ("nummer_senare", pairing.after.number)):
        if number is not None:
            yield f"{key} = {number}"
    if not pairing.together:
        yield flag_line("hor_ihop", value=False)
    yield ""


def _table_lines(at: int, reading: TableReading) -> Iterator[str]:
    yield table(TABLE, str(at))
    yield text_line("plats", reading.path)
    yield text_line("borjar", reading.begins)
    for key, number in (("rubrikrader", reading.header_rows), ("namnkolumner", reading.name_columns)):
        if number is not None:
            yield f"{key} = {number}"
    if not reading.is_table:
        yield flag_line("ar_tabell", value=False)
    yield ""
