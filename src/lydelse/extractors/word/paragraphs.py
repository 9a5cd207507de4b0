"""A Word paragraph as a heading, an item or a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.extractors.word.contents import without_page
from lydelse.extractors.word.convention import Convention
from lydelse.extractors.word.headings import Outline, Position
from lydelse.formats.ooxml.content import Label, WordParagraph
from lydelse.model.text import Kind, Mark, Paragraph, Run, joined
from lydelse.patterns import compiled
from lydelse.records import replace

_TYPED_MARKER = compiled(r"\s*(?:(?P<bullet>[•·▪◦●○■□\uf0b7\uf0a7\uf0d8–—-])|(?P<number>\(?(?:\d{1,2}|[a-zåäö])[.)]))[ \t\u00a0]+(?=\S)")
_BREAK = compiled(r"\n")


def paragraph_of(word: WordParagraph, convention: Convention, outline: Outline, position: Position) -> Paragraph:
    """Return the paragraph, a heading with its number in its runs, an item with its marker beside them."""
    runs = with_breaks_as_spaces(convention.runs(word))
    if not any(run.text.strip() for run in runs):
        return Paragraph((), ending=word.ending or Mark.KEPT)
    if word.contents:
        return Paragraph(_heading_runs(word.label, without_page(runs)), ending=word.ending or Mark.KEPT)
    level = outline.level_of(word, runs, position)
    if level is not None:
        return Paragraph(_heading_runs(word.label, runs), Kind.HEADING, level, ending=word.ending or Mark.KEPT)
    if word.label:
        return _item(word.label, runs, word.ending or Mark.KEPT)
    typed = _TYPED_MARKER.match(runs[0].text) if _stands_with_all(runs) else None
    if typed:
        rest = joined([replace(runs[0], text=runs[0].text[typed.end() :]), *runs[1:]])
        return Paragraph(rest, Kind.ITEM, marker=typed["number"] or _bullet(typed["bullet"]), ending=word.ending or Mark.KEPT)
    return Paragraph(runs, ending=word.ending or Mark.KEPT)


def paragraph_in_cell(word: WordParagraph, convention: Convention) -> Paragraph:
    """Return a paragraph of a table cell: no heading begins a section there, a dash may be a minus, and a number may stand alone."""
    runs = with_breaks_as_spaces(convention.runs(word))
    ending = word.ending or Mark.KEPT
    has_text = any(run.text.strip() for run in runs)
    if word.label is None or (word.label.bullet and not has_text):
        return Paragraph(runs if has_text else (), ending=ending)
    if not has_text or word.level is not None:
        return Paragraph(_heading_runs(word.label, runs if has_text else ()), ending=ending)
    return _item(word.label, runs, ending)


def _item(label: Label, runs: tuple[Run, ...], ending: Mark) -> Paragraph:
    """Return an item, with both its markers where its text stands in both versions and the markers differ."""
    marks = {run.mark for run in runs if run.text.strip()}
    if label.before == label.after or not (marks - {Mark.STRUCK} and marks - {Mark.INSERTED}):
        return Paragraph(runs, Kind.ITEM, marker=label.after or label.before, ending=ending)
    return Paragraph(runs, Kind.ITEM, marker=label.after, ending=ending, marker_before=label.before)


def _bullet(sign: str) -> str:
    """Return a typed bullet as a character that every font has; those of Symbol and Wingdings stand in the private use area."""
    return "•" if sign >= "\ue000" else sign


def _stands_with_all(runs: Sequence[Run]) -> bool:
    """Tell whether a paragraph begins with text that is in both versions, or in the one in which all of it is."""
    return runs[0].mark is Mark.KEPT or len({run.mark for run in runs}) == 1


def with_breaks_as_spaces(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with their line breaks as spaces, and as tabs between two digits: two numbers must not become one."""
    whole = "".join(run.text for run in runs)
    if "\n" not in whole:
        return tuple(runs)
    text = _BREAK.sub(lambda match: "\t" if _between_digits(whole, match.start()) else " ", whole)
    spaced: list[Run] = []
    at = 0
    for run in runs:
        spaced.append(replace(run, text=text[at : at + len(run.text)]))
        at += len(run.text)
    return joined(spaced)


def _between_digits(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1:].isdigit() and text[at:].lstrip()[:1].isdigit()


def _heading_runs(label: Label | None, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return a heading's runs, the number that Word computes first; where it is another in each version, both are there."""
    plain = [replace(run, text=re.sub(r"\s+", " ", run.text)) for run in runs]
    if label is None or label.bullet:
        return joined(plain)
    marks = {run.mark for run in plain if run.text.strip()}
    if label.before == label.after:
        return joined([Run(f"{label.after} ", marks.pop() if len(marks) == 1 else Mark.KEPT), *plain])
    numbers = [Run(f"{label.before} " if label.before else "", Mark.STRUCK), Run(f"{label.after} " if label.after else "", Mark.INSERTED)]
    return joined([*numbers, *plain])
