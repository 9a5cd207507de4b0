"""The parts of the Word report that the HTML report has as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lydelse.formats.ooxml.sheet_rows import Content, Line
from lydelse.reports.amount_rows import AmountGroup, AmountRow
from lydelse.reports.arithmetic_lines import arithmetic_lines
from lydelse.reports.html.page import Page, Part, ShownConfirmed, ShownFinding, ShownPlace
from lydelse.reports.word_report.sheet import Sheet
from lydelse.reports.wording import convention_in_words, figure, name_of, worked

_FIGURES = frozenset({2, 3, 4, 5})
_WIDE = (0.265, 0.16, 0.15, 0.15, 0.155, 0.12)


def first(sheet: Sheet, page: Page, version: str) -> None:
    """Write the first page: whose case, what was read, what was not, how far the figures were tested."""
    sheet.heading(sheet.say("report.title" if page.checked else "report.comparison"), 0)
    sheet.paragraph(sheet.say("report.standing" if page.checked else "report.unchecked"))
    sheet.facts(_case(sheet, page))
    if page.checked:
        for line in _brief(sheet, page):
            sheet.paragraph(line)
    sheet.heading(sheet.say("report.unread"), 1)
    if page.unread:
        heads = [sheet.say("report.code"), sheet.say("report.what"), sheet.say("report.where")]
        sheet.table(heads, _unread(sheet, page), (0.12, 0.64, 0.24))
    else:
        sheet.paragraph(sheet.say("report.unread.none"))
    _uncertain(sheet, page)
    for part in page.parts:
        sheet.paragraph(f"{part.title}: {_proof(sheet, part)}" if page.several else _proof(sheet, part))
    for sentence in [sentence for part in page.parts for sentence in part.in_force]:
        sheet.paragraph(sentence)
    if page.open_to_providers:
        sheet.heading(sheet.say("report.open-cases"), 1)
        sheet.paragraph(f"{sheet.say('report.open-cases.what')} {', '.join(_open_case(sheet, shown) for shown in page.open_to_providers)}.")
    if page.coverage:
        sheet.heading(sheet.say("report.coverage"), 1)
        sheet.paragraph(sheet.say("report.coverage.caption"))
        keys = ("all", "stated", "inferred", "in-findings", "untested")
        heads = [sheet.say("report.kind"), *(sheet.say(f"report.coverage.{key}") for key in keys)]
        sheet.table(heads, _coverage(sheet, page), (0.2, 0.16, 0.16, 0.16, 0.16, 0.16), figures=frozenset(range(1, 6)))
    sheet.heading(sheet.say("report.files"), 1)
    heads = [sheet.say("report.file"), sheet.say("report.holds"), sheet.say("report.pages"), "SHA-256"]
    sheet.table(heads, _files(sheet, page), (0.26, 0.28, 0.1, 0.36))
    off = sheet.say("report.rules-off", codes=page.rules_off) if page.rules_off else sheet.say("report.rules-off.none")
    sheet.paragraph(" ".join([sheet.say("report.version", version=version), *([off] if page.checked else [])]), small=True)


def _uncertain(sheet: Sheet, page: Page) -> None:
    """Write what the figures that are asked about look like on their pages."""
    if page.uncertain:
        sheet.paragraph(sheet.say("report.uncertain"))
    for pictures in page.uncertain:
        for picture in pictures.shown:
            sheet.picture(picture.png, picture.width, sheet.say("report.clip", page=picture.page, texts=picture.texts))
        if pictures.left_out:
            sheet.paragraph(sheet.say("report.clips.more", n=pictures.left_out), small=True)


def findings(sheet: Sheet, page: Page) -> None:
    """Write what was found, with room for the official's answer."""
    sheet.heading(sheet.say("report.findings"), 1)
    if page.since:
        sheet.paragraph(page.since)
    if not page.findings:
        sheet.paragraph(sheet.say("report.findings.none"))
    heads = [sheet.say("excel.number"), sheet.say("excel.finding"), sheet.say("report.action")]
    for severity, group in page.findings:
        sheet.heading(f"{sheet.say(f'report.group.{severity}')} ({len(group)})", 2)
        sheet.table(heads, [_finding(sheet, page, shown) for shown in group], (0.09, 0.63, 0.28))


def amounts(sheet: Sheet, page: Page) -> None:
    """Write the amounts that change, and the list of those that do not."""
    sheet.heading(sheet.say("report.amounts"), 1)
    for part in page.parts:
        if page.several:
            sheet.heading(part.title, 2)
        if part.one_version and not part.unchanged:
            sheet.paragraph(sheet.say("report.amounts.nothing"))
        if part.changed:
            sheet.paragraph(sheet.say("report.amounts.changed", n=part.changed_count))
            keys = ("item", "year", "current", "proposed", "change", "percent")
            sheet.table(
                [sheet.say(f"report.{key}") for key in keys],
                _amounts(sheet, part.changed, lambda row: _paired(sheet, row)),
                _WIDE,
                figures=_FIGURES,
            )
        elif not part.one_version:
            sheet.paragraph(sheet.say("report.amounts.none"))
        if part.unchanged:
            sheet.heading(sheet.say("report.amounts.all" if part.one_version else "report.amounts.unchanged", n=part.unchanged_count), 2)
            heads = [sheet.say(f"report.{key}") for key in ("item", "year", "amount")]
            sheet.table(heads, _amounts(sheet, part.unchanged, _single), (0.58, 0.17, 0.25), figures=frozenset({2}))


def relations(sheet: Sheet, page: Page) -> None:
    """Write what was tested and holds: what is stated and what was inferred apart."""
    sheet.heading(sheet.say("report.relations"), 1)
    for key, shown in (("confirmed", page.confirmed), ("consistent", page.consistent)):
        sheet.heading(f"{sheet.say(f'report.{key}')} ({len(shown)})", 2)
        sheet.paragraph(sheet.say(f"report.{key}.what"))
        if shown:
            heads = [sheet.say(f"report.{each}") for each in ("relation", "applies-to", "where", "verdict")]
            sheet.table(heads, [_relation(sheet, each) for each in shown], (0.46, 0.17, 0.21, 0.16))
        else:
            sheet.paragraph(sheet.say("report.relations.none"))


def provenance(sheet: Sheet, version: str) -> None:
    """Write how the report was made."""
    sheet.heading(sheet.say("report.provenance"), 1)
    sheet.paragraph(sheet.say("report.made-by", version=version))
    sheet.paragraph(sheet.say("report.tolerance"))


def _case(sheet: Sheet, page: Page) -> Iterator[tuple[str, str]]:
    given = page.case
    document = "; ".join(part.title for part in page.parts)
    values = {
        "authority": given.authority,
        "case-number": given.number,
        "case-title": given.title,
        "document": document,
        "status": given.status,
    }
    values |= {"date": given.date, "prepared-by": given.prepared_by, "signature": ""}
    yield from ((sheet.say(f"report.{key}"), value) for key, value in values.items())


def _brief(sheet: Sheet, page: Page) -> Iterator[str]:
    """Yield how much was found, and how much changes and holds."""
    yield " · ".join(f"{count} {sheet.say(f'report.count.{severity}', n=count)}" for severity, count in page.counts.items())
    changed = [] if page.one_version else [("amounts", sum(part.changed_count for part in page.parts))]
    held = [*changed, ("confirmed", len(page.confirmed)), ("consistent", len(page.consistent))]
    yield " · ".join(f"{figure(count, sheet.language)} {sheet.say(f'report.count.{key}', n=count)}" for key, count in held)
    yield from page.by_hand


def _open_case(sheet: Sheet, shown: ShownFinding) -> str:
    told = sheet.say("report.finding-number", number=shown.number)
    return f"{told} ({shown.places[0].heading})" if shown.places[0].heading else told


def _unread(sheet: Sheet, page: Page) -> Iterator[Sequence[Content]]:
    for each, sentence in page.unread:
        at = sheet.say("report.page", page=each.page) if each.page else ""
        severity = Line.of(name_of(each.severity, sheet.language), small=True)
        yield [[Line.of(each.code), severity], sentence, ", ".join(part for part in (each.document, at) if part)]


def _proof(sheet: Sheet, part: Part) -> str:
    if part.one_version:
        return sheet.say("report.proof.one-version")
    return sheet.say(f"report.proof.{'none' if not part.proof else 'holds' if part.proof.holds else 'fails'}")


def _coverage(sheet: Sheet, page: Page) -> Iterator[Sequence[Content]]:
    for each in page.coverage:
        counts = (each.amounts, each.confirmed_stated, each.confirmed_inferred, each.in_findings, each.untested)
        yield [name_of(each.kind, sheet.language).capitalize(), *(figure(count, sheet.language) for count in counts)]


def _files(sheet: Sheet, page: Page) -> Iterator[Sequence[Content]]:
    for file in page.files:
        marks = [name_of(file.source.redline, sheet.language), convention_in_words(file.source, sheet.language)]
        holds = ", ".join(part for part in marks if part)
        if file.in_force:
            holds = sheet.say("report.in-force.holds")
        elif file.version:
            holds = name_of(file.version, sheet.language)
        pages = "–" if file.source.pages is None else str(file.source.pages)
        yield [file.source.name, holds, pages, Line.of(file.source.sha256, small=True)]


def _finding(sheet: Sheet, page: Page, shown: ShownFinding) -> Sequence[Content]:
    finding = shown.finding
    lines = [Line.of(shown.sentence)]
    lines += [Line.of(f"{each.name}: {each.value}", small=True) for each in arithmetic_lines(finding, sheet.language)]
    lines += [Line.of(_place(sheet, place, named=page.several), small=True) for place in shown.places]
    code = [Line.of(f"{shown.number}.", bold=True), Line.of(finding.code, small=True)]
    known = [Line.of(sheet.say("report.known"), small=True)] if shown.known else []
    return [[*code, *known], lines, shown.handled]


def _place(sheet: Sheet, place: ShownPlace, *, named: bool) -> str:
    heading = place.heading or sheet.say("report.before-first")
    at = [heading, *([sheet.say("report.page", page=place.page)] if place.page else []), *([place.document] if named else [])]
    quoted = ", ".join(sheet.say("report.quoted", text=text) for text in place.texts)
    return f"{', '.join(at)}: {quoted}" if quoted else ", ".join(at)


def _amounts(sheet: Sheet, groups: Sequence[AmountGroup], written: Callable[[AmountRow], list[Content]]) -> Iterator[Sequence[Content]]:
    """Yield the rows of each section below one that names it."""
    for group in groups:
        rows = [written(row) for row in group.rows]
        page = f", {sheet.say('report.page', page=group.page)}" if group.page else ""
        yield [Line.of(f"{group.heading or sheet.say('report.before-first')}{page}", bold=True)]
        yield from rows


def _paired(sheet: Sheet, row: AmountRow) -> list[Content]:
    change = row.change or name_of(row.status, sheet.language)
    return [row.labelled, row.years, row.before, row.after, change, row.percent]


def _single(row: AmountRow) -> list[Content]:
    return [row.labelled, row.years, row.after or row.before]


def _relation(sheet: Sheet, shown: ShownConfirmed) -> Sequence[Content]:
    confirmed = shown.confirmed
    version = name_of(shown.version, sheet.language).capitalize() if shown.version else ""
    applies = ", ".join(part for part in (version, str(confirmed.year or "")) if part)
    where = ", ".join(dict.fromkeys(place.number for place in shown.places if place.number))
    lines = [
        Line.of(shown.sentence),
        *([Line.of(worked(confirmed.arithmetic, sheet.language), small=True)] if confirmed.arithmetic else []),
    ]
    verdict = [
        Line.of(name_of(confirmed.verdict, sheet.language).capitalize()),
        *([Line.of(shown.percent, small=True)] if shown.percent else []),
    ]
    return [lines, applies, where, verdict]
