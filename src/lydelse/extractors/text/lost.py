"""A redline whose marks were lost when its text was copied: old and new figures told apart, each guess said to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.extractors.text.chains import Candidate, year_pairs
from lydelse.extractors.text.doubling import Doubled, doubled_in, has_year_columns
from lydelse.extractors.text.doubts import collisions_in, stretch
from lydelse.extractors.text.evidence import Evidence, doubtful_figures, evidence_in, pairs_in
from lydelse.extractors.text.sums import GuessedPair, confirmed_totals
from lydelse.model.document import Document, Redline
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.model.section import Block, Section, sections_of
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, joined
from lydelse.records import replace

_QUOTE = 90  # characters of a passage that a message quotes
_CLASH = 260  # the same where two wordings run together: both must be seen
_ROWS_QUOTED = 3  # rows of a table that a message names


def with_lost_marks(document: Document) -> Document:
    """Return the document with its doubled years and amounts marked; as it is where it shows no sign of having lost marks."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    cells = (paragraph.marked_text for block in document.blocks if isinstance(block, Table) for paragraph in block.paragraphs())
    headings = (block.marked_text for block in paragraphs if block.kind is Kind.HEADING)
    evidence = evidence_in((block.marked_text for block in paragraphs if block.kind is not Kind.HEADING), (*headings, *cells))
    if not evidence.is_redline:
        return document
    blocks: list[Block] = []
    guesses = list(_sums(document, evidence))
    for section in document.sections:
        for block, unread in _read(section, evidence):
            blocks.append(block)
            guesses.extend(unread)
    source = replace(document.source, redline=Redline.UNMARKED)
    known = _guess("prose", Place(), pairs=sum(_pairs_told(guess) for guess in guesses))
    return replace(document, sections=sections_of(blocks), source=source, unread=(*document.unread, known, *guesses))


def _sums(document: Document, evidence: Evidence) -> Iterator[Unread]:
    """Yield what the sums of the pairs confirm."""
    pairs = [
        GuessedPair(*pair.figures, unit=pair.unit.lower(), section=block.place.section)
        for block in document.blocks
        if isinstance(block, Paragraph)
        for pair in pairs_in(block.marked_text, evidence)
        if pair.figures and pair.unit
    ]
    for sure in confirmed_totals(pairs):
        facts: dict[str, Fact] = {"before": sure.total.before, "after": sure.total.after, "unit": sure.total.unit, "parts": sure.parts}
        found = _guess("sums", Place(section=sure.total.section), **facts)
        yield replace(found, severity=Severity.INFO)


def _read(section: Section, evidence: Evidence) -> Iterator[tuple[Block, list[Unread]]]:
    above: Paragraph | None = None
    for block in section.blocks:
        if isinstance(block, Table):
            yield _table_read(block, evidence, announced=bool(above and year_pairs(above.marked_text)))
            continue
        yield _paragraph_read(block, evidence)
        above = block


def _paragraph_read(paragraph: Paragraph, evidence: Evidence) -> tuple[Paragraph, list[Unread]]:
    text = paragraph.marked_text
    pairs = pairs_in(text, evidence)
    guesses = [_guess("collision", paragraph.place, text=_shortened(clash, _CLASH)) for clash in collisions_in(text)]
    guesses.extend(_doubt(text, doubt, paragraph.place) for doubt in doubtful_figures(text, evidence))
    if pairs:
        readings = tuple(_told(text, pair) for pair in pairs)
        quoted = _shortened(stretch(text, pairs[0].start - 30, pairs[-1].end + 20))
        guesses.insert(0, _guess("pairs", paragraph.place, text=quoted, readings=readings))
    return replace(paragraph, runs=_marked(text, pairs)), guesses


def _doubt(text: str, doubt: Candidate, place: Place) -> Unread:
    return _guess("glued", place, text=stretch(text, doubt.start - 20, doubt.end + 10), reading=_told(text, doubt))


def _table_read(table: Table, evidence: Evidence, *, announced: bool) -> tuple[Table, list[Unread]]:
    doubled = doubled_in(table, evidence, announced=announced)
    if not doubled:
        years = [_guess("columns", table.place)] if has_year_columns(table) else []
        return table, years
    rows = tuple(_row_read(row, at, doubled) for at, row in enumerate(doubled.table.rows))
    figures = [(at, column) for at, column in doubled.pairs if not doubled.table.rows[at].cells[column].header]
    told = tuple(_row_told(doubled, at, column) for at, column in figures[:_ROWS_QUOTED])
    return Table(rows, table.place), [_guess("table", table.place, rows=len(figures), readings=told)]


def _row_read(row: Row, at: int, doubled: Doubled) -> Row:
    cells = list(row.cells)
    for column, cell in enumerate(cells):
        pair = doubled.pairs.get((at, column))
        if pair:
            first = cell.paragraphs[0]
            cells[column] = replace(cell, paragraphs=(replace(first, runs=_marked(first.marked_text, (pair,))),))
    return replace(row, cells=tuple(cells))


def _marked(text: str, pairs: tuple[Candidate, ...]) -> tuple[Run, ...]:
    """Return the text as runs. The space before each of a pair's figures goes with it, so that either reading has one space."""
    runs: list[Run] = []
    at = 0
    for pair in pairs:
        leads = pair.start > at and text[pair.start - 1] == " " and pair.resume > pair.split
        start = pair.start - 1 if leads else pair.start
        split = pair.split if leads else pair.resume
        end = pair.end + 1 if not leads and pair.resume > pair.split and text[pair.end : pair.end + 1] == " " else pair.end
        runs += [Run(text[at:start]), Run(text[start:split], Mark.STRUCK), Run(text[split:end], Mark.INSERTED)]
        at = end
    return joined([*runs, Run(text[at:])])


def _told(text: str, pair: Candidate) -> str:
    stem = re.search(r"\d*$", text[: pair.start])
    lead = stem[0] if stem and pair.split == pair.resume and pair.end - pair.start < 4 else ""
    unit = f" {pair.unit}" if pair.unit and not text[pair.start : pair.end].endswith(pair.unit) else ""
    return f"{lead}{text[pair.start : pair.split]} → {lead}{text[pair.resume : pair.end]}{unit}"


def _row_told(doubled: Doubled, at: int, column: int) -> str:
    row = doubled.table.rows[at]
    label = " ".join(paragraph.marked_text for paragraph in row.cells[0].paragraphs)
    text = " ".join(paragraph.marked_text for paragraph in row.cells[column].paragraphs)
    return f"{label}: {_told(text, doubled.pairs[at, column])}"


def _pairs_told(guess: Unread) -> int:
    rows, readings = guess.message.facts.get("rows"), guess.message.facts.get("readings")
    return rows if isinstance(rows, int) else len(readings) if isinstance(readings, tuple) else 0


def _guess(kind: str, place: Place, **facts: Fact) -> Unread:
    where = {"section": place.section} if place.section else {}
    unplaced = "" if where or kind == "prose" else ".unplaced"
    message = Message(f"X903.{kind}{unplaced}", {**where, **facts})
    return Unread("X903", Severity.QUESTION, message, page=place.page)


def _shortened(text: str, most: int = _QUOTE) -> str:
    if len(text) <= most:
        return text.strip()
    half = most // 2
    return f"{text[:half].rsplit(' ', 1)[0].strip()} … {text[-half:].split(' ', 1)[-1].strip()}"
