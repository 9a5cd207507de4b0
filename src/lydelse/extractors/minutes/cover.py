"""The first page of minutes: whose they are, of which day and place, who was present, who adjusts them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lydelse.extractors.minutes.bodies import bodies_in, body_at_head
from lydelse.extractors.minutes.lines import Line
from lydelse.extractors.minutes.people import NAME, name_alone, people_in
from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.figures.dates import dates_in
from lydelse.model.document import Document
from lydelse.model.minutes import Present, Role
from lydelse.model.place import Place
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_BODY_LINE_MAY_BE = 110
_LABEL_MAY_BE = 60
_VENUE_MAY_BE = 200
_HEADER = compiled(
    r"^\W*(?:(?:sammanträdes|mötes|besluts?)?protokoll(?:sutdrag)?|utdrag(?:\s+ur\s+protokoll)?|tjänsteskrivelse|tjänsteutlåtande"
    r"|(?:sida|sid)\s[\d()/ av]+)\W*",
    re.IGNORECASE,
)
_PAPER = compiled(r"protokoll|sammanträde|\bmöte|tjänsteskrivelse|tjänsteutlåtande|skrivelse\b", re.IGNORECASE)
_HEAD = 15
"""Lines: what stands further down than this is no head of a page."""
_ACTS = compiled(r"\b(?:beslutar|beslutade|föreslår|förslår|beslut|ordförande|ledamot|sekreterare|justera\w*|ersättare)\b", re.IGNORECASE)
_DECIDES = compiled(r"^(?P<body>[^.]{4,70}?)\s+(?:beslutar|beslutade|föreslår|förslår|godkänner|noterar)\b")
_CHAIRS = compiled(r"^(?P<vice>(?:(?:1:e|2:e|1:a|2:a|förste|andre|andra)\s+)?vice\s+)?(?:ordförande|ordf\.?)$", re.IGNORECASE)
_ROLE_AFTER = compiled(
    r"[\s,(]*(?P<word>(?:(?:1:e|2:e|1:a|2:a|förste|andre|andra)\s+)?(?:v(?:ice|\.)?\s+)?ordf(?:örande|\.)?|tj(?:änst)?g?\.?\s*(?:görande)?\s*ersättare|ersätter|sekreterare)(?!\w)",
    re.IGNORECASE,
)
_STANDS_IN = compiled(r"\bersätter\b|\bersättare\s+för\b|\bför\s+$|\bi\s+stället\s+för\b", re.IGNORECASE)
_PARTY_ALONE = compiled(r"\(?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}\)?")
_SITTING = frozenset({Role.MEMBER, Role.SUBSTITUTE, Role.SERVING_SUBSTITUTE})
_OFFICIAL = compiled(rf"(?P<name>{NAME})\s*,\s*(?P<title>[a-zåäö][\w -]*)")


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says; what it does not say is ""."""

    body: str = ""
    date: str | None = None
    venue: str = ""
    attendance: tuple[Present, ...] = ()
    adjusters: tuple[Present, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """A label of the first page and what it says, one text a line."""

    label: str
    texts: tuple[tuple[str, Place], ...]


def cover_of(document: Document, lines: Sequence[Line], decisions: Iterable[str], vocabulary: Vocabulary) -> Cover:
    """Return what the first page says; ``decisions`` are the lines that decide, which name the body where the page does not."""
    said = list(_said(lines, vocabulary))
    present = tuple(dict.fromkeys(each for part in said for each in _present(part, vocabulary)))
    return Cover(
        body=_body(document, lines, decisions, vocabulary),
        date=_date(said, vocabulary) or document.properties.date or _date_in_head(lines, vocabulary),
        venue=next(
            (text for part in said if vocabulary.is_label(part.label, "plats") for text, _ in part.texts if len(text) <= _VENUE_MAY_BE), ""
        ),
        attendance=tuple(each for each in present if each.role is not Role.ADJUSTER),
        adjusters=tuple(each for each in present if each.role is Role.ADJUSTER),
    )


def _texts(lines: Iterable[Line]) -> Iterator[tuple[str, Place]]:
    """Yield the lines of the first page, each cell of a table by itself."""
    for line in lines:
        for whole in _cells(line.block) if isinstance(line.block, Table) else [line.text]:
            yield from ((text.strip(), line.block.place) for text in whole.split("\n") if text.strip())


def _cells(table: Table) -> list[str]:
    """Return the cells, a name with its party and its role in columns of their own as one."""
    texts: list[str] = []
    for row in table.rows:
        cells = [cell.text(Version.AFTER).strip() for cell in row.cells]
        if len(cells) > 1 and name_alone(cells[0]) and _PARTY_ALONE.fullmatch(cells[1]):
            texts.append(", ".join(filter(None, (f"{cells[0]} ({cells[1].strip('()')})", *cells[2:]))))
        else:
            texts.extend(cells)
    return texts


def _parted(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield a line in two where a label stands after a name with its party: two lines that were read as one."""
    for gap in re.finditer(r"(?<=\))\s+(?=[A-ZÅÄÖ])", text):
        if _labelled(text[gap.end() :], vocabulary)[0]:
            yield text[: gap.start()]
            yield from _parted(text[gap.end() :], vocabulary)
            return
    yield text


def _said(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[_Said]:
    """Yield each label with what stands after it, up to the next label."""
    label, texts = "", list[tuple[str, Place]]()
    for text, place in ((text, place) for whole, place in _texts(lines) for text in _parted(whole, vocabulary)):
        name, rest = _labelled(text, vocabulary)
        if name:
            if label:
                yield _Said(label, tuple(texts))
            label, texts = name, []
            if rest:
                texts.append((rest, place))
        else:
            texts.append((text, place))
    if label:
        yield _Said(label, tuple(texts))


def _labelled(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the label that a line is or begins with, and the rest; "" where it has none."""
    if _is_label(text, vocabulary):
        return text, ""
    head, colon, rest = text.partition(":")
    if colon and len(head) <= _LABEL_MAY_BE and _is_label(head, vocabulary):
        return head, rest.strip()
    words = list(re.finditer(r"\S+", text[:_LABEL_MAY_BE]))
    for count in range(min(5, len(words) - 1), 0, -1):
        end = words[count - 1].end()
        after = text[end:].strip()
        if text[0].isupper() and _is_label(text[:end], vocabulary) and after[:1].isupper() and not after.startswith(("Ordf",)):
            return text[:end], after
    return "", ""


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    if len(text) > _LABEL_MAY_BE or text.endswith(".") or re.search(r"[(0-9]", text):
        return False
    return vocabulary.role(text) is not None or any(vocabulary.is_label(text, name) for name in ("plats", "datum", "slut"))


def _present(said: _Said, vocabulary: Vocabulary) -> Iterator[Present]:
    role = vocabulary.role(said.label)
    if role is None or (any(vocabulary.is_label(said.label, name) for name in ("slut",)) and role is not Role.ADJUSTER):
        return
    held = ""
    for text, place in said.texts:
        found = list(_named(text, place, role, vocabulary))
        if not found and held and re.fullmatch(r"\(?[A-ZÅÄÖ]{1,4}\)?", text):
            yield Present(held, text.strip("()"), role, place)
            held = ""
            continue
        if held and role is not Role.ADJUSTER:
            yield Present(held, "", role, place)
        held = "" if found else name_alone(text)
        yield from found
    if held:
        yield Present(held, "", role, said.texts[-1][1])


def _named(text: str, place: Place, role: Role, vocabulary: Vocabulary) -> Iterator[Present]:
    """Yield those whom a line names; a word beside a name may say another role."""
    people = [person for person in people_in(text, place, vocabulary) if person.name.lower() not in vocabulary.parties]
    for at, person in enumerate(people):
        begin = text.find(person.name) + len(person.name)
        end = text.find(people[at + 1].name) if at + 1 < len(people) else len(text)
        stands_in = _STANDS_IN.search(text[begin:end]) is not None
        own = Role.SERVING_SUBSTITUTE if stands_in and role in _SITTING else role
        yield replace(person, role=_role_beside(re.sub(r"^\s*\([^)]*\)", "", text[begin:end]), own))
        if stands_in:
            return  # whom a substitute stands in for is not there
    if not people and role in {Role.OFFICIAL, Role.SECRETARY, Role.OTHER}:
        yield from (Present(match["name"], "", role, place) for match in _OFFICIAL.finditer(text))


def _role_beside(after: str, role: Role) -> Role:
    match = _ROLE_AFTER.match(after)
    if match is None or role is Role.ADJUSTER:
        return role
    word = match["word"].lower()
    if "ordf" in word:
        return Role.VICE_CHAIR if re.search(r"\bv(?:ice|\.)?\s", word) else Role.CHAIR
    if word == "sekreterare":
        return Role.SECRETARY
    return Role.SERVING_SUBSTITUTE if role in {Role.MEMBER, Role.SERVING_SUBSTITUTE} else role


def _body(document: Document, lines: Sequence[Line], decisions: Iterable[str], vocabulary: Vocabulary) -> str:
    """Return the body that the head of the page names, or else the one that decides most often."""
    heads = [*(text for text, _ in _texts(lines)), *(piece.text for piece in document.furniture)]
    for text in heads:
        plain = _HEADER.sub("", text).strip()
        if len(plain) <= _BODY_LINE_MAY_BE and not _ACTS.search(plain):
            body = body_at_head(plain, vocabulary) or _last_in_header(plain, vocabulary)
            if body:
                return body
    deciding = Counter(body for text in decisions if (match := _DECIDES.match(text)) and (body := body_at_head(match["body"], vocabulary)))
    return deciding.most_common(1)[0][0] if deciding else ""


def _last_in_header(text: str, vocabulary: Vocabulary) -> str:
    """Return the body that a line of the header names after other words ("Norrviks kommun, Socialnämnden 2024-02-03")."""
    bodies = bodies_in(text, vocabulary)
    short = len(bodies) == 1 and len(text) <= _BODY_LINE_MAY_BE and not re.search(r"[.;?!]\s*$", text)
    return bodies[0].name if short and not re.search(r"\bförslag|\btill\b|\brapport", text, re.IGNORECASE) else ""


def _date(said: Sequence[_Said], vocabulary: Vocabulary) -> str | None:
    labelled = [part for part in said if vocabulary.is_label(part.label, "datum") or vocabulary.is_label(part.label, "plats")]
    return next((date.iso for part in labelled for text, _ in part.texts[:4] for date in dates_in(text) if date.iso), None)


def _date_in_head(lines: Sequence[Line], vocabulary: Vocabulary) -> str | None:
    """Return the date of a line at the head that names a body or the sort of paper and says nothing."""
    for text, _ in list(_texts(lines))[:_HEAD]:
        shows = len(text) <= _BODY_LINE_MAY_BE and not re.search(r"[.;?!]\s*$|§", text) and not _ACTS.search(_HEADER.sub("", text))
        if shows and (_PAPER.search(text) or bodies_in(text, vocabulary)):
            dates = [date.iso for date in dates_in(text) if date.iso]
            if dates:
                return dates[0]
    return None
