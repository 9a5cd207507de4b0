"""What a motion's words name in a proposal: the amounts, sections, points and sentences that they may mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from lydelse.figures.numbers import numbers_in
from lydelse.figures.references import ReferenceKind, references_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.brackets import Bracket, bracket_or_year
from lydelse.figures.statements.names import likeness, name_of, stem_of
from lydelse.figures.statements.totals import is_total_label
from lydelse.impact.motions.proposal import Proposal
from lydelse.model.amount import Qualifier
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.patterns import compiled

_SOFT_WORDS = """
    regionfullmäktige regionstyrelsen regionen kommunfullmäktige kommunstyrelsen kommunen fullmäktige nämnden styrelsen samt och
    nivå nivån sats satsen procentsats procentsatsen andel andelen vikt vikten tak taket taken golv golvet maxbelopp maxbeloppet pris
    priset beloppet beloppen gräns gränsen summa summan föreslagna föreslagen nuvarande ersätts ersättas ersättningen kronor kr tkr
    procent avsnitt avsnittet punkt punkten kapitel förslaget förslag beslut även fortsättningsvis framöver per år årligen ska skall
    stället i istället helhet sin sitt lägsta högsta maximala minsta rad raden tabell tabellen betalas utgår utgå oförändrad
    oförändrat den det de som åldersgruppen ålder åldern delen texten mening meningen stycket avsätts avsätter avsätta satsas anslås
    höjning höjningen sänkning sänkningen stå byts ut mot ändras så att vi oss jag mig sig
    total totala totalt totalen totalbelopp totalbeloppet totalsumma totalsumman
"""
_SOFT = frozenset(_SOFT_WORDS.split())
_CEILING = compiled(r"(?<!\w)(?:tak\w{0,3}|högst\w*|maxbelopp\w*|maximi\w*|maximal\w*|övre)(?!\w)", re.IGNORECASE)
_FLOOR = compiled(r"(?<!\w)(?:golv\w{0,3}|lägst\w*|minimi\w*|minsta|nedre)(?!\w)", re.IGNORECASE)
RANGE = compiled(
    r"\d{1,3}\s*[-–]\s*\d{1,3}-?\s*åring\w*|\d{1,3}-åring\w*"
    r"|\d{1,3}(?: \d{3})*\s*[-–]\s*\d{1,3}(?: \d{3})*(?:\s*(?:år|km))?|[<>≥≤]\s*\d[\d ]*|(?:plus\s+\d+)|\d+\s+år\s+(?:och|eller)\s+äldre",
    re.IGNORECASE,
)
_AGED = compiled(r"-?\s*åring\w*$", re.IGNORECASE)
_PEOPLE_WORDS = """
    elever elev barn ungdomar patienter personer listade invånare brukare kunder deltagare medborgare vuxna äldre skolor enheter
    åldern åldrarna åldersgrupp
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
"""Whom a row's interval is for: a row that has the interval need not say it."""
_TOTAL = compiled(r"(?<!\w)total(?:t|a|en|belopp\w*|summa\w*|ram\w*)?(?!\w)|(?<!\w)(?:slut|del)?summa\w*", re.IGNORECASE)
_WORD = compiled(r"[^\W\d_]+")
_LIMITS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
SHORTEST_HEAD = 4
"""Letters of the shortest word that a compound may be one of."""
_POINT = compiled(r"(?<!\w)(?:punkt(?:en)?|att-sats(?:en)?)\s+(?P<number>\d{1,2})(?![\d.]*\d)", re.IGNORECASE)


def entries_named(proposal: Proposal, phrase: str, fits: Callable[[Entry], bool]) -> list[Entry]:
    """Return the amounts that a phrase may name, each quantity once; of several that go with it less and more well, those that go best.

    Every telling word of the phrase must be found in what the amount is called, in its section's titles or in its sentence.
    """
    wanted = _words(phrase)
    sections = sections_referred(proposal, phrase)
    ranges = [bracket for each in RANGE.findall(phrase) if (bracket := bracket_or_year(_AGED.sub(" år", each.strip())))]
    if ranges:
        wanted = [word for word in wanted if word.lower() not in _PEOPLE]
    points = points_named(proposal, phrase) if sections is None else None
    within = None if points is None else {point.place.path for point in points}
    limit = Qualifier.AT_MOST if _CEILING.search(phrase) else Qualifier.AT_LEAST if _FLOOR.search(phrase) else None
    figures = [number.literal for number in numbers_in(RANGE.sub(" ", _without_references(proposal, phrase))) if not number.is_year]
    of_total = _TOTAL.search(phrase) is not None
    ranked: list[tuple[int, Entry]] = []
    for entry in proposal.entries:
        amount = proposal.amount(entry)
        if not fits(entry) or (limit and amount.qualifier is not limit):
            continue
        if sections is not None and not any(_is_within(entry.place.section_id, each) for each in sections):
            continue
        if within is not None and entry.place.path not in within:
            continue
        if not _has_figures(proposal, entry, ranges, figures) or (of_total and not is_total_label(entry.label)):
            continue
        rank = _rank(proposal, entry, wanted)
        if rank is not None:
            ranked.append((rank, entry))
    ranked = _with_what_limits_hold(proposal, ranked) if limit is None else ranked
    best = min((rank for rank, _ in ranked), default=0)
    return list({(entry.quantity, proposal.amount(entry).exactly): entry for rank, entry in reversed(ranked) if rank == best}.values())[
        ::-1
    ]


def _with_what_limits_hold(proposal: Proposal, ranked: list[tuple[int, Entry]]) -> list[tuple[int, Entry]]:
    """Return the amounts with those of the same section as well placed as its floor or ceiling: who does not say "högst" may mean them."""
    limited: dict[str, int] = {}
    for rank, entry in ranked:
        if proposal.amount(entry).qualifier in _LIMITS:
            limited[entry.place.section_id] = min(rank, limited.get(entry.place.section_id, rank))
    return [(min(rank, limited.get(entry.place.section_id, rank)), entry) for rank, entry in ranked]


def _has_figures(proposal: Proposal, entry: Entry, ranges: Sequence[Bracket], figures: Sequence[str]) -> bool:
    """Tell whether what an amount is called, or its sentence, has the figures of a phrase: "vikt 1,00", "75–79 år", "0–5 år"."""
    own = bracket_or_year(entry.label)
    for bracket in ranges:
        same = own is not None and (own.first, own.last) == (bracket.first, bracket.last)
        if not same and not (own is None and _has_range(f"{entry.label} {_sentence_of(proposal, entry)}", bracket)):
            return False
    return all(figure in entry.label.split() for figure in figures)


def _has_range(text: str, bracket: Bracket) -> bool:
    return re.search(rf"(?<!\d){re.escape(_plain(bracket.literal))}(?!\d)", _plain(text)) is not None


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"[\u2010-\u2015-]", "-", text.lower())).removesuffix("år")


def _without_references(proposal: Proposal, phrase: str) -> str:
    """Return a phrase without the numbers of sections and points that it refers to."""
    known = [section.number for section in proposal.document.sections if section.number]
    for each in reversed(references_in(phrase, known)):
        phrase = f"{phrase[: each.start]} {phrase[each.end :]}"
    return _POINT.sub(" ", phrase)


def _is_within(section_id: str, other: str) -> bool:
    return section_id == other or section_id.startswith(f"{other}.")


def sections_referred(proposal: Proposal, phrase: str) -> list[str] | None:
    """Return the ids of the sections that a phrase refers to by number, None where it refers to none."""
    known = [section.number for section in proposal.document.sections if section.number]
    numbers = [each.target for each in references_in(phrase, known) if each.kind is ReferenceKind.SECTION]
    if not numbers:
        return None
    return [section.section_id for section in proposal.document.sections if section.number in numbers]


def telling_words(phrase: str) -> list[str]:
    """Return the words of a phrase that name something."""
    return _words(phrase)


def _words(phrase: str) -> list[str]:
    bare = RANGE.sub(" ", phrase)
    words = [word for word in _WORD.findall(bare) if word.lower() not in _SOFT and name_of(word).telling]
    return list(dict.fromkeys(words))


def _rank(proposal: Proposal, entry: Entry, wanted: Sequence[str]) -> int | None:
    """Return how well an amount goes with words, 0 where what it is called has them all; None where some are nowhere."""
    section = proposal.sections.get(entry.place.section_id)
    title = section.title if section else ""
    label, per = f"{entry.label} {entry.column or ''}", proposal.amount(entry).per or ""
    if any(is_said(word, label) for word in wanted):
        label = f"{label} {per}"
    texts = [label, f"{title} {per}", _sentence_of(proposal, entry), *_above(proposal, entry.place.section_id)]
    for at in range(1, len(texts) + 1):
        said = " ".join(texts[:at])
        if all(is_said(word, said) for word in wanted):
            return at - 1
    return None


def is_said(word: str, text: str) -> bool:
    """Tell whether a text has a word, inflected, in a compound whose rest says little, or as what a compound is one of.

    "Läkarbesök" is a "besök" too: whoever says no more than that may mean any of them.
    """
    if likeness(name_of(word), name_of(text)) is not None:
        return True
    stem = stem_of(word)
    return len(stem) >= SHORTEST_HEAD and any(stem_of(other).endswith(stem) for other in _WORD.findall(text))


def _sentence_of(proposal: Proposal, entry: Entry) -> str:
    amount = proposal.amount(entry)
    for paragraph in proposal.paragraphs.get(entry.place.path, ()):
        text = paragraph.text_in(Version.AFTER)
        for start, end in sentences_of(text):
            if start <= amount.start < end:
                return text[start:end]
    return ""


def _above(proposal: Proposal, section_id: str) -> Iterator[str]:
    """Yield the titles of the sections that a section stands in, the nearest first."""
    while "." in section_id:
        section_id = section_id.rpartition(".")[0]
        section = proposal.sections.get(section_id)
        if section:
            yield section.title


def points_named(proposal: Proposal, phrase: str) -> list[Paragraph] | None:
    """Return the numbered points that a phrase names ("punkt 3"), None where it names none by number."""
    match = _POINT.search(phrase)
    if match is None:
        return None
    number = match["number"]
    items = [
        block
        for block in proposal.document.blocks
        if isinstance(block, Paragraph) and block.kind is Kind.ITEM and block.marker.strip(" .)(") == number
    ]
    in_decision = [item for item in items if re.search(r"beslut|förslag", _title(proposal, item), re.IGNORECASE)]
    wants_decision = re.search(r"beslut|förslaget", phrase, re.IGNORECASE)
    return in_decision if wants_decision and in_decision else items


def point_before(proposal: Proposal, phrase: str) -> list[Paragraph]:
    """Return the points before one that is to be added ("ny punkt 5" comes after point 4)."""
    match = _POINT.search(phrase)
    number = int(match["number"]) - 1 if match else 0
    return points_named(proposal, _POINT.sub(f"punkt {number}", phrase)) or []


def _title(proposal: Proposal, paragraph: Paragraph) -> str:
    section = proposal.sections.get(paragraph.place.section_id)
    return section.title if section else ""


def sections_titled(proposal: Proposal, phrase: str) -> list[Section]:
    """Return the sections whose titles have every telling word of a phrase, those that say nothing else first."""
    wanted = _words(phrase)
    if not wanted:
        return []
    found = [each for each in proposal.document.sections if each.title and all(is_said(word, each.title) for word in wanted)]
    exact = [each for each in found if likeness(name_of(each.title), name_of(" ".join(wanted))) is not None]
    return exact or found


def text_found(proposal: Proposal, quoted: str, sections: Iterable[str] | None) -> list[tuple[Paragraph, int, int]]:
    """Return every place where a quotation stands, kinds of space and quotation marks aside; none where nothing but space is quoted."""
    if not quoted.split():
        return []
    within = None if sections is None else list(sections)
    pattern = compiled(r"\s+".join(re.escape(word) for word in quoted.split()))
    loose = compiled(pattern.pattern, re.IGNORECASE)
    found: list[tuple[Paragraph, int, int]] = []
    for search in (pattern, loose):
        for paragraph in proposal.document.paragraphs:
            if within is not None and not any(_is_within(paragraph.place.section_id, each) for each in within):
                continue
            text = paragraph.text_in(Version.AFTER)
            found += [(paragraph, *match.span()) for match in search.finditer(text) if _is_whole(text, *match.span())]
        if found:
            break
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text ends where its words do."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def last_paragraph(section: Section) -> Paragraph | None:
    """Return the last paragraph of a section that is no table's."""
    return next((block for block in reversed(section.blocks) if not isinstance(block, Table)), None)
