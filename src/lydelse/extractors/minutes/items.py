"""Where the items (§§) of minutes begin, and what their headings say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lydelse.extractors.minutes.lines import Line
from lydelse.figures.references import ReferenceKind, references_in
from lydelse.model.case_number import CaseNumber
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

TITLE_MAY_BE = 300
"""Characters: no item's heading is longer."""
_TITLE_PARAGRAPHS = 3
_SIGN = compiled(
    r"(?:(?P<body>[A-ZÅÄÖ][\w./-]{0,9}(?:\s+[A-ZÅÄÖ]{1,4})?|[A-ZÅÄÖ][\w-]*(?:styrelsen|nämnden|utskottet|fullmäktige)s?)\s*)?"
    r"(?:§\s*|(?:Paragraf|Ärende(?:\s+nr)?|Punkt)\s+(?=[0-9]))(?P<number>[0-9]{1,4})(?P<letter>[a-z](?![\w]))?"
    r"(?:\s?/\s?(?P<year>(?:19|20)?[0-9]{2})(?![0-9]))?(?P<rest>\W?(?:\s.*|$)|[–:.-].*)",
    re.DOTALL,
)
_NUMBER_FIRST = compiled(r"(?P<number>[0-9]{1,4})\s?§(?P<rest>\s+\S.*|\s*$)", re.DOTALL)
_MANGLED = compiled(r"(?:§\s?§?|\$)[\s.:]*(?P<number>[0-9lIOo|]{1,4}(?![a-zåäö])|[IVXLC]{1,6}(?!\w))(?:[\s.:,–-]|(?=[A-ZÅÄÖ])|$)")
_MISREAD = str.maketrans("lI|Oo", "11100")
_NEAR = 4
"""Lines below an item's heading within which a part is headed or a case number stands."""
_RANGE = compiled(r"\s*(?:[–-]|,|och|samt|till)\s*§*\s*[0-9]")
_SENTENCE = compiled(r"[.;]\s*$|^\s*(?:(?:i|och|samt|andra|första|tredje|enligt|st|p)\b|[a-zåäö]+s?\s+(?:omedelbart|justeras|utgår))")
_PAGE_LAST = compiled(r"(?:\.{2,}|\s…|\s{2,}|\t)\s*[0-9]{1,4}\s*$")
_CASE_LABEL = compiled(
    r"[\s([,–-]*(?:dnr|diarie(?:nr|nummer)|ärendenummer|ärende-?id|ärendenr|beteckning)\b[.:]*\s*(?:nr\b[.:]?)?", re.IGNORECASE
)
_BARE_CASE = compiled(
    r"(?<![\w/:-])(?:(?P<prefix>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,7})[\s/-]?\s?)?"
    r"(?:(?P<year>(?:19|20)[0-9]{2})\s?[:/–-]\s?(?P<serial>[0-9]{1,6})|(?P<serial_first>[0-9]{1,6})/(?P<year_last>(?:19|20)[0-9]{2}|[0-9]{2}))(?![\w/:]|-[0-9])"
)
_EDGES = " \t\n,;:–-()[]"


@dataclass(frozen=True, slots=True)
class Heading:
    """An item's heading: its number, None where it could not be read, its title without case numbers, and how many lines it takes.

    ``doubted`` is how the number is written where it is not written as such numbers are ("§ l2"), else "".
    """

    number: int | None
    title: str
    case_numbers: tuple[CaseNumber, ...]
    lines: int
    body: str = ""
    doubted: str = ""


@dataclass(frozen=True, slots=True)
class Divided:
    """The lines before the first item, and each item's heading with the lines under it."""

    cover: tuple[Line, ...]
    items: tuple[tuple[Heading, Line, tuple[Line, ...]], ...]


def divided(lines: Sequence[Line]) -> Divided:
    """Return the lines of minutes, divided at the items' headings; a table of contents is none of them."""
    starts = [at for at, line in enumerate(lines) if _number_of(line) is not None or _is_mangled(lines, at)]
    if not starts:
        return Divided(tuple(lines), ())
    starts = _without_contents(lines, starts)
    items: list[tuple[Heading, Line, tuple[Line, ...]]] = []
    for at, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        heading = _heading(lines, at, end)
        items.append((heading, lines[at], tuple(lines[at + heading.lines : end])))
    return Divided(tuple(lines[: starts[0] if starts else len(lines)]), tuple(items))


def case_numbers_in(text: str) -> tuple[CaseNumber, ...]:
    """Return the case numbers of a heading or of a line that holds little else; those without a prefix too."""
    found = [each.case for each in references_in(text) if each.kind is ReferenceKind.CASE and each.case]
    return tuple(dict.fromkeys(found)) or tuple(dict.fromkeys(_bare_cases(text)))


def without_case_numbers(text: str) -> str:
    """Return a heading without its case numbers and what stands around them."""
    plain = text
    for each in reversed([each for each in references_in(text) if each.kind is ReferenceKind.CASE]):
        plain = plain[: each.start] + "\0" + plain[each.end :]
    if plain == text:
        plain = _BARE_CASE.sub("\0", text) if any(_bare_cases(text)) else text
    plain = re.sub(rf"(?:{_CASE_LABEL.pattern})?[\s(\[]*\0(?:[\s,]*\0)*[)\]]*", " ", plain, flags=re.IGNORECASE)
    return " ".join(plain.split()).strip(_EDGES.replace("(", "").replace(")", ""))


def _bare_cases(text: str) -> Iterator[CaseNumber]:
    """Yield the case numbers that need a label, or brackets, to be told from other figures."""
    for match in _BARE_CASE.finditer(text):
        labelled = _CASE_LABEL.search(text, 0, match.start()) or re.search(r"[(\[]\s*$", text[: match.start()])
        if not labelled and text.strip(_EDGES) != match[0]:
            continue
        year = match["year"] or match["year_last"]
        serial = int(match["serial"] or match["serial_first"])
        if not match["prefix"] and _is_span_of_years(match["year"], match["serial"]):
            continue
        yield CaseNumber((match["prefix"] or "").upper(), serial, int(year) if len(year) == 4 else 2000 + int(year), match[0].strip())


def _is_span_of_years(year: str | None, serial: str | None) -> bool:
    """Tell whether two numbers are years: "2025/26", "2026–2028"."""
    return bool(year and serial) and (
        serial == f"{(int(year or 0) + 1) % 100:02}" or (len(serial or "") == 4 and 1900 < int(serial or 0) < 2100)
    )


def _matched(line: Line) -> re.Match[str] | None:
    text = _text_of(line)
    if not text or len(text) > TITLE_MAY_BE or (line.is_item and not text.startswith("§")):
        return None
    match = _SIGN.fullmatch(text) or _NUMBER_FIRST.fullmatch(text)
    if match is None or _RANGE.match(match["rest"]) or (_SENTENCE.search(match["rest"]) and not line.is_heading):
        return None
    return match


def _is_mangled(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line begins an item though its number is not written as one: "§ l2 Taxa", "§12Taxa", "§ 12. Taxa."."""
    line = lines[at]
    text = _text_of(line)
    match = _MANGLED.match(text) if text and len(text) <= TITLE_MAY_BE and not line.is_item else None
    if match is None or _RANGE.match(text[match.end() :]) or re.match(r"\s*[a-zåäö]{2}", text[match.end() :]):
        return False
    near = lines[at + 1 : at + 1 + _NEAR]
    return any(each.heads is not None or _is_case_line(each.text) for each in near)


def _text_of(line: Line) -> str:
    """Return the text of a line, that of a table of one row of few cells too: a § with its case number at the right."""
    if not isinstance(line.block, Table):
        return line.text
    rows = [[cell.text(Version.AFTER) for cell in row.cells] for row in line.block.rows]
    filled = [[text for text in row if text] for row in rows]
    return " ".join(" ".join(filled[0]).split()) if len(rows) == 1 and len(filled[0]) <= 3 else ""


def _number_of(line: Line) -> int | None:
    match = _matched(line)
    if match is None:
        return None
    is_agenda = "§" not in match[0]
    return None if is_agenda and not line.is_heading else int(match["number"])


def _without_contents(lines: Sequence[Line], starts: list[int]) -> list[int]:
    """Return the starts that are no entries of a table of contents: of each number those under which most stands."""
    signs = [at for at in starts if "§" in (_text_of(lines[at]))]
    starts = signs or starts  # "Ärende 5" heads an item only where no § does
    ends = [*starts[1:], len(lines)]
    best: dict[int, tuple[bool, int, int]] = {}
    for at, end in zip(starts, ends, strict=True):
        number = _number_of(lines[at]) or 0
        weight = (not _PAGE_LAST.search(_text_of(lines[at])), end - at, at)
        if number not in best or _is_heavier(weight, best[number]):
            best[number] = weight
    listed = {at for at in starts if _in_contents(lines, at, starts)}
    kept = {at for _, _, at in best.values()}
    return [at for at in starts if at in kept or at not in listed]


def _is_heavier(one: tuple[bool, int, int], other: tuple[bool, int, int]) -> bool:
    return (one[0], one[1] > 1, one[2]) > (other[0], other[1] > 1, other[2])


def _in_contents(lines: Sequence[Line], at: int, starts: Sequence[int]) -> bool:
    """Tell whether a line stands directly beside another §'s, or ends with a page number: as in a table of contents."""
    return at + 1 in starts or at - 1 in starts or _PAGE_LAST.search(_text_of(lines[at])) is not None


def _heading(lines: Sequence[Line], at: int, end: int) -> Heading:
    match = _matched(lines[at])
    if match is None:
        return _doubtful(lines[at])
    said = match["rest"].strip(_EDGES.replace("(", "").replace(")", ""))
    count, texts = 1, [said] if said else []
    title = without_case_numbers(said)
    while at + count < end and count <= _TITLE_PARAGRAPHS and _goes_on(lines[at + count], title, texts):
        texts.append(lines[at + count].text)
        title = " ".join(part for part in (title, without_case_numbers(lines[at + count].text)) if part)
        count += 1
    cases = tuple(dict.fromkeys(case for text in texts for case in case_numbers_in(text)))
    body = (match.groupdict().get("body") or "").strip()
    return Heading(int(match["number"]), title, cases, count, body)


def _doubtful(line: Line) -> Heading:
    """Return the heading of an item whose number is not written as such numbers are, with how it is written."""
    text = _text_of(line)
    match = _MANGLED.match(text)
    assert match is not None, "an item begins with its heading"
    digits = match["number"].translate(_MISREAD)
    said = text[match.end() :].strip(_EDGES + ".")
    number = int(digits) if digits.isdigit() else None
    return Heading(number, without_case_numbers(said), case_numbers_in(said), 1, doubted=text[: match.end("number")])


def _goes_on(line: Line, title: str, texts: Sequence[str]) -> bool:
    """Tell whether a line belongs to the heading above it: its title where it has none yet, the rest of one, or its case number."""
    if not line.text or line.heads or len(line.text) > TITLE_MAY_BE or line.is_item or isinstance(line.block, Table):
        return False
    if _is_case_line(line.text):
        return not any(case_numbers_in(text) for text in texts)
    if not title:
        return not _SENTENCE.search(line.text)
    is_text = isinstance(line.block, Paragraph) and line.block.kind is not Kind.HEADING
    return is_text and line.text[0].islower() and line.text[-1] not in ".:;"


def _is_case_line(text: str) -> bool:
    """Tell whether a line holds a case number and nothing else."""
    return bool(case_numbers_in(text)) and not without_case_numbers(text)
