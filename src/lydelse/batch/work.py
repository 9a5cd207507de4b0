"""The work on one document, or on two versions: what a process of its own does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lydelse import __version__, flow
from lydelse.batch.likeness import print_of, sketch_of, words_of
from lydelse.figures.sentences import sentences_of
from lydelse.figures.years import years_in
from lydelse.model.amount import Amount
from lydelse.model.archive import Described, KeptAmount, KeptPassage, Reading, Report
from lydelse.model.document import Document, Redline
from lydelse.model.message import Message
from lydelse.model.minutes_review import MinutesReview
from lydelse.model.quantity import Entry
from lydelse.model.review import Review
from lydelse.model.section import Block, Section
from lydelse.model.table import Table
from lydelse.model.text import Paragraph, Version
from lydelse.model.wishes import Wishes
from lydelse.records import dataclass

AS_MINUTES = frozenset({"minutes", "memo"})
"""Kinds of documents that are read as minutes and their papers, where they carry no marks."""
MOST_SAID = 600
"""Characters of the text around an amount that are kept to find it by."""

Watch = Callable[[Message], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a folder is reviewed: by which rules, and in which language its reports are written."""

    wishes: Wishes
    language: str


def read_alone(file: Path, manner: Manner, *, watch: Watch) -> tuple[Reading, Report]:
    """Read a document and review it: by its own marks, as minutes, or by itself.

    Raises:
        UnreadableFileError: the file cannot be read at all.
    """
    document = flow.extracted(file, password=manner.wishes.password, watch=watch)
    if document.source.redline is Redline.NONE and document.properties.kind in AS_MINUTES:
        checked = flow.minutes_in([document], wishes=manner.wishes, watch=watch)
        entries = flow.told_by_marks(document).entries
        report = _minutes_report(checked, manner.language)
    else:
        reviewed = flow.review_read(document, wishes=manner.wishes, watch=watch)
        entries = reviewed.comparison.entries
        report = _review_report(reviewed, file, manner)
    watch(Message("step.keeping"))
    return Reading(_described(document), tuple(_kept_amounts(document, entries)), tuple(_kept_passages(document))), report


def review_pair(before: Path, after: Path, manner: Manner, *, watch: Watch) -> Report:
    """Review two versions of a document.

    Raises:
        UnreadableFileError: a file cannot be read at all.
    """
    return _review_report(flow.review(before, after, wishes=manner.wishes, watch=watch), after, manner)


def review_in_force(in_force: Path, amendment: Path, manner: Manner, *, watch: Watch) -> Report:
    """Review an amendment by its own marks, held against the document in force.

    Raises:
        UnreadableFileError: a file cannot be read at all.
    """
    return _review_report(flow.review(amendment, in_force=in_force, wishes=manner.wishes, watch=watch), amendment, manner)


def check_case(memo: Path, minutes: Path, manner: Manner, *, watch: Watch) -> Report:
    """Check the memo and the minutes of one case, each by itself and against the other.

    Raises:
        UnreadableFileError: a file cannot be read at all.
    """
    return _minutes_report(flow.minutes_of([memo, minutes], wishes=manner.wishes, watch=watch), manner.language)


def _review_report(review: Review, file: Path, manner: Manner) -> Report:
    from lydelse.reports import html, json_findings  # noqa: PLC0415 - loaded where a report is written
    from lydelse.reports.html.clips import Clips  # noqa: PLC0415 - as above

    with Clips({file.name: file}, manner.wishes.password) as clips:
        page = html.write(review, version=__version__, language=manner.language, clips=clips)
    return Report(json_findings.write(review, version=__version__, language=manner.language), page)


def _minutes_report(review: MinutesReview, language: str) -> Report:
    from lydelse.reports import html, json_minutes  # noqa: PLC0415 - as above

    page = html.write_minutes(review, version=__version__, language=language)
    return Report(json_minutes.write(review, version=__version__, language=language), page)


def _described(document: Document) -> Described:
    source, properties = document.source, document.properties
    text = "\n".join(_texts(document))
    words = words_of(text)
    years = Counter(each.value for each in years_in(text))
    return Described(
        sha256=source.sha256,
        name=source.name,
        format=source.format,
        pages=source.pages,
        redline=source.redline.value,
        kind=properties.kind,
        title=properties.title,
        date=properties.date,
        case_numbers=properties.case_numbers,
        year=max(years, key=lambda year: (years[year], year)) if years else None,
        words=len(words),
        sketch=sketch_of(words),
        struck=_prints_of_changed(document, Version.BEFORE),
        inserted=_prints_of_changed(document, Version.AFTER),
    )


def _prints_of_changed(document: Document, version: Version) -> tuple[int, ...]:
    """Return the prints of the passages that the document's marks change, as one version has them."""
    texts = ((_text_of(block, Version.BEFORE), _text_of(block, Version.AFTER)) for block in document.blocks)
    changed = (before if version is Version.BEFORE else after for before, after in texts if before != after)
    return tuple(dict.fromkeys(print_of(text) for text in changed if any(sign.isalnum() for sign in text)))


def _text_of(block: Block, version: Version) -> str:
    paragraphs = block.paragraphs() if isinstance(block, Table) else (block,)
    return " ".join(filter(None, (each.before if version is Version.BEFORE else each.after for each in paragraphs)))


def _texts(document: Document) -> Iterator[str]:
    yield from (paragraph.after or paragraph.before for paragraph in document.paragraphs)


def _headings(document: Document) -> Mapping[str, tuple[str, ...]]:
    """Return the titles that stand above each section's text, the nearest last."""
    above: list[Section] = []
    headings: dict[str, tuple[str, ...]] = {}
    for section in document.sections:
        above = [each for each in above if each.level < section.level] + [section]
        headings[section.section_id] = tuple(each.title for each in above if each.title)
    return headings


def _kept_passages(document: Document) -> Iterator[KeptPassage]:
    for section in document.sections:
        for block in section.blocks:
            paragraphs = block.paragraphs() if isinstance(block, Table) else (block,)
            text = " ".join(filter(None, (each.after or each.before for each in paragraphs)))
            if text:
                yield KeptPassage(section.number, section.title, block.place.page, text)


def _kept_amounts(document: Document, entries: tuple[Entry, ...]) -> Iterator[KeptAmount]:
    headings = _headings(document)
    paragraphs = {paragraph.place.path: paragraph for paragraph in document.paragraphs}
    for entry in entries:
        above = headings.get(entry.place.section_id, ())
        for version in _versions_told(entry):
            amount = entry.amount(version)
            assert amount is not None, "a version that is told has an amount"
            stood_in = _sentence(paragraphs.get(entry.place.path), amount, version)
            said = " ".join(filter(None, (*above, entry.label, entry.column, stood_in)))
            yield _kept(entry, amount, version, above[-1] if above else "", said)


def _sentence(paragraph: Paragraph | None, amount: Amount, version: Version) -> str:
    """Return the sentence that an amount stands in, "" where its paragraph is not known."""
    if paragraph is None:
        return ""
    text = paragraph.before if version is Version.BEFORE else paragraph.after
    return next((text[start:end] for start, end in sentences_of(text) if start <= amount.start < end), "")[:MOST_SAID]


def _versions_told(entry: Entry) -> tuple[Version, ...]:
    """Return the versions that an amount is kept of: both where it changed or stands for another year, else the later that has it."""
    told = tuple(version for version in (Version.BEFORE, Version.AFTER) if entry.amount(version))
    same = len(told) == 2 and (entry.before and entry.before.value) == (entry.after and entry.after.value)
    return told[-1:] if same and entry.year_before == entry.year_after else told


def _kept(entry: Entry, amount: Amount, version: Version, heading: str, said: str) -> KeptAmount:
    return KeptAmount(
        section=entry.place.section,
        heading=heading,
        label=entry.label,
        column=entry.column,
        kind=amount.kind,
        unit=amount.unit,
        per=amount.per,
        year=entry.year(version),
        version=version,
        status=entry.status,
        value=amount.value,
        literal=amount.literal,
        page=entry.place.page,
        said=said,
    )
