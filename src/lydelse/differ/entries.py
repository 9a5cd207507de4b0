"""The table of amounts: every amount of a marked document, paired across its two readings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from lydelse.differ.contents import listed_in_contents
from lydelse.differ.crossing import words_beside
from lydelse.differ.governing import DatedText, HeadingYears, LeadIn, dated, last_year_in
from lydelse.differ.grid import Names, Seat, header_rows, names_of, seats_of
from lydelse.differ.leftovers import Candidate, partners_found, status_of
from lydelse.differ.origins import ONE_DOCUMENT, Origins
from lydelse.differ.pairing import NOTHING_BESIDE, Beside, Pair, Stated, context_of, paired
from lydelse.differ.quantities import QuantityNames
from lydelse.differ.restated import as_one_quantity
from lydelse.differ.units import table_unit
from lydelse.figures.amounts import amounts_in, cell_amount
from lydelse.figures.labels import label_of
from lydelse.model.amount import Amount
from lydelse.model.document import Document
from lydelse.model.quantity import Entry, Status
from lydelse.model.section import Block, Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph, Version
from lydelse.records import replace

WORDS_OF_PROSE = 5
"""A cell with at least so many words is read as prose, not as one figure."""


def entries_of(redline: Document, origins: Origins = ONE_DOCUMENT, *, one_version: bool) -> tuple[Entry, ...]:
    """Return every amount of a marked document, in document order.

    Args:
        redline: the marked document.
        origins: for a redline made of two documents, where its paragraphs stand in the earlier one.
        one_version: the document carries no marks and stands for itself alone: no amount has an earlier value.
    """
    names = QuantityNames()
    headings = HeadingYears()
    contents = listed_in_contents(redline)
    entries: list[Entry] = []
    standing: Section | None = None
    for section in redline.sections:
        standing = standing if _only_before(section.heading) else section
        found = partners_found(list(_in_section(section, headings.of(section), origins, contents)))
        found = found if standing is section else [_moved_to(standing, entry) for entry in found]
        entries.extend(names.named(_alone(entry) if one_version else entry) for entry in found)
    return as_one_quantity(entries)


def _alone(entry: Entry) -> Entry:
    """Return the entry as that of a document of one version."""
    return replace(entry, before=None, year_before=None, status=Status.UNCHANGED)


def _only_before(heading: Paragraph | None) -> bool:
    """Tell whether a heading is struck whole: the text under it stands in the section above in the later version."""
    return heading is not None and not heading.after


def _moved_to(section: Section | None, entry: Entry) -> Entry:
    """Return the entry with the number of the section that its later statement stands in."""
    if entry.after is None:
        return entry
    number, section_id = (section.number, section.section_id) if section else ("", "")
    after = replace(entry.after, place=replace(entry.after.place, section=number, section_id=section_id))
    return replace(entry, after=after, place=replace(entry.place, section=number, section_id=section_id))


def _in_section(section: Section, headings: Mapping[Version, int], origins: Origins, contents: frozenset[str]) -> Iterator[Candidate]:
    for at, block in enumerate(section.blocks):
        lead_in = LeadIn(section.blocks, at, headings)
        if isinstance(block, Table):
            names = {version: _named(section.blocks, at, names_of(block, version), version) for version in Version}
            yield from _in_table(block, names, lead_in, origins)
        elif block.kind is not Kind.HEADING and block.place.path not in contents:
            yield from _in_paragraph(block, lead_in, origins)


def _in_paragraph(paragraph: Paragraph, lead_in: LeadIn, origins: Origins) -> Iterator[Candidate]:
    stated = stated_in(paragraph, origins)
    if not any(stated.values()):
        return
    texts = {version: dated(paragraph.text_in(version)) for version in Version}
    for pair in paired(stated[Version.BEFORE], stated[Version.AFTER]):
        years = [
            None if each is None else _or_else(texts[version].year_at(each.amount.start, each.amount.end), lead_in.year(version))
            for version, each in zip(Version, pair, strict=True)
        ]
        version, each = (Version.AFTER, pair[1]) if pair[1] else (Version.BEFORE, pair[0])
        assert each is not None, "a pair has an amount in at least one reading"
        label = label_at(texts[version], each.amount, stated[version])
        yield Candidate(_entry(paragraph, pair, label, years[0], years[1]), each.context)


def _or_else(year: int | None, otherwise: int | None) -> int | None:
    return year if year is not None else otherwise


def stated_in(paragraph: Paragraph, origins: Origins = ONE_DOCUMENT) -> dict[Version, list[Stated]]:
    """Return the amounts of the two readings of a paragraph of prose; text without marks is read once."""
    after = _read(paragraph, Version.AFTER)
    kept = all(run.mark is Mark.KEPT for run in paragraph.runs)
    before = after if kept else _read(paragraph, Version.BEFORE)
    return {Version.BEFORE: origins.placed(before, paragraph.place.path), Version.AFTER: after}


def _read(paragraph: Paragraph, version: Version) -> list[Stated]:
    text = paragraph.text_in(version)
    amounts = amounts_in(text)
    spans = [(amount.start, amount.end) for amount in amounts]
    return [_stated(paragraph, version, amount, text, words_beside(text, amount.start, amount.end, spans)) for amount in amounts]


def _stated(paragraph: Paragraph, version: Version, amount: Amount, text: str = "", beside: Beside = NOTHING_BESIDE) -> Stated:
    start, end = paragraph.reading(version).marked_span(amount.start, amount.end)
    placed = amount.standing_at(paragraph.place_of(start, end))
    return Stated(placed, start, end, _is_kept(paragraph, start, end), context_of(text, amount.start, amount.end), beside)


def _is_kept(paragraph: Paragraph, start: int, end: int) -> bool:
    offset = 0
    for run in paragraph.runs:
        if run.mark is not Mark.KEPT and offset < end and start < offset + len(run.text):
            return False
        offset += len(run.text)
    return True


def _start(stated: Stated) -> int:
    return stated.amount.start


def label_at(text: DatedText, amount: Amount, among: list[Stated]) -> str:
    """Return what a person would call an amount of a paragraph, from its sentence."""
    first, last = text.sentence_around(amount.start)
    within = among[bisect_left(among, first, key=_start) : bisect_left(among, last, key=_start)]
    others = [(each.amount.start - first, each.amount.end - first) for each in within]
    return label_of(text.text[first:last], amount.start - first, amount.end - first, others)


def _entry(
    paragraph: Paragraph, pair: Pair, label: str, year_before: int | None, year_after: int | None, column: str | None = None
) -> Entry:
    before, after = pair
    present = [each for each in pair if each]
    start, end = min(each.start for each in present), max(each.end for each in present)
    return Entry(
        quantity="",
        label=label,
        before=before.amount if before else None,
        after=after.amount if after else None,
        status=status_of(before.amount if before else None, after.amount if after else None),
        place=paragraph.place_of(present[-1].start, present[-1].end),
        column=column,
        year_before=year_before,
        year_after=year_after,
        text=" ".join(_between(paragraph, present, start, end).split()),
    )


def _between(paragraph: Paragraph, present: Sequence[Stated], start: int, end: int) -> str:
    """Return the marked text of a pair; of amounts that changed places with others only their own."""
    text = paragraph.marked_text
    gap = text[min(each.end for each in present) : max(each.start for each in present)]
    apart = any(sign.isalpha() for sign in gap)
    return " ".join(each.amount.literal for each in present) if apart else text[start:end]


def _named(blocks: Sequence[Block], at: int, names: Names, version: Version) -> Names:
    return replace(names, unit=table_unit(names.columns.get(0, ""), blocks, at, version))


def _in_table(table: Table, names: Mapping[Version, Names], lead_in: LeadIn, origins: Origins) -> Iterator[Candidate]:
    headers = header_rows(table)
    for seat in seats_of(table):
        if seat.at_row >= headers and seat.column > 0 and not seat.cell.header:
            for paragraph in seat.cell.paragraphs:
                yield from _in_cell(seat, paragraph, names, lead_in, origins)


def _in_cell(seat: Seat, paragraph: Paragraph, names: Mapping[Version, Names], lead_in: LeadIn, origins: Origins) -> Iterator[Candidate]:
    stated = _stated_in_both(seat, paragraph, names, origins)
    for pair in paired(stated[Version.BEFORE], stated[Version.AFTER]):
        years = [
            None if each is None else _year_in_cell(paragraph, version, each.amount, seat, names[version], lead_in)
            for version, each in zip(Version, pair, strict=True)
        ]
        named = names[Version.AFTER if pair[1] else Version.BEFORE]
        column = named.columns.get(seat.column) or None
        yield Candidate(_entry(paragraph, pair, named.rows.get(seat.at_row, ""), years[0], years[1], column))


def _stated_in_both(seat: Seat, paragraph: Paragraph, names: Mapping[Version, Names], origins: Origins) -> dict[Version, list[Stated]]:
    """Return the amounts of a cell's paragraph in both versions; where nothing tells them apart they are read once."""
    headers = {version: names[version].header(seat.column) for version in Version}
    alike = headers[Version.BEFORE] == headers[Version.AFTER] and not origins.before
    if alike and seat.row.mark is seat.cell.mark is Mark.KEPT and paragraph.is_one_in_both:
        return dict.fromkeys(Version, _stated_in_cell(paragraph, Version.AFTER, headers[Version.AFTER], origins))
    return {
        version: _stated_in_cell(paragraph, version, headers[version], origins) if seat.stands_in(version) else [] for version in Version
    }


def _stated_in_cell(paragraph: Paragraph, version: Version, header: str, origins: Origins) -> list[Stated]:
    text = paragraph.text_in(version)
    amount = cell_amount(text, header)
    if amount is None:
        return stated_in(paragraph, origins)[version] if len(text.split()) >= WORDS_OF_PROSE else []
    stated = _stated(paragraph, version, amount)
    if version is Version.BEFORE and origins.before:
        stated = replace(stated, amount=stated.amount.standing_at(origins.page_and_box(stated.amount.place)))
    return [stated]


def _year_in_cell(paragraph: Paragraph, version: Version, amount: Amount, seat: Seat, names: Names, lead_in: LeadIn) -> int | None:
    """Return the year of a cell's amount: from the cell, the column's header, the row's label, or what introduces the table."""
    own = dated(paragraph.text_in(version)).year_at(amount.start, amount.end)
    column = last_year_in(names.columns.get(seat.column, ""))
    row = last_year_in(names.rows.get(seat.at_row, ""))
    return next((year for year in (own, column, row, lead_in.year(version)) if year is not None), None)
