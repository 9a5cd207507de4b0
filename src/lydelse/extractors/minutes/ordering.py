"""The order of propositions and the votes: what the chair put, what was found, and what was counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lydelse.extractors.minutes.people import name_alone, people_in
from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.model.finding import Passage
from lydelse.model.minutes import Part, Present, Vote, paragraphs_of
from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled

_VOTES = {
    "yes": compiled(
        r"(?:\b(?P<a>[0-9]{1,3})\s+(?:st\s+)?ja(?:-?röst\w*)?\b|\bja(?:-?röst\w*)?\s*(?::|=|–|-|röstade)?\s*(?P<b>[0-9]{1,3})\b)",
        re.IGNORECASE,
    ),
    "no": compiled(
        r"(?:\b(?P<a>[0-9]{1,3})\s+(?:st\s+)?nej(?:-?röst\w*)?\b|\bnej(?:-?röst\w*)?\s*(?::|=|–|-|röstade)?\s*(?P<b>[0-9]{1,3})\b)",
        re.IGNORECASE,
    ),
    "abstaining": compiled(
        r"(?:\b(?P<a>[0-9]{1,3})\s+(?:ledamöter\s+|som\s+)?(?:avstår|avstod|nedlagda?|avstående)\b|\b(?:avstår|avstod|avstående|nedlagda(?:\s+röster)?)\s*(?::|=|–|-)?\s*(?P<b>[0-9]{1,3})\b)",
        re.IGNORECASE,
    ),
}
_VOTE_WORD = compiled(r"(?:ja|nej|avstår|avstod|frånvarande|x)", re.IGNORECASE)


def order_of(parts: Iterable[Part]) -> tuple[Passage, ...]:
    """Return the paragraphs that tell the order of propositions."""
    return tuple(Passage(paragraph.place, paragraph.after) for part in parts for paragraph in paragraphs_of(part.blocks) if paragraph.after)


def votes_of(parts: Iterable[Part], vocabulary: Vocabulary) -> tuple[Vote, ...]:
    """Return the votes that were counted: each paragraph with numbers of yes and no, and the lists of who voted what."""
    votes: list[Vote] = []
    for part in parts:
        by_name = tuple(each for block in part.blocks for each in _by_name(block, vocabulary))
        counted = [vote for paragraph in _grouped(part.blocks) if (vote := _vote(paragraph))]
        if by_name and counted:
            counted[-1] = Vote(counted[-1].yes, counted[-1].no, counted[-1].abstaining, counted[-1].text, counted[-1].place, by_name)
        votes.extend(counted)
    return tuple(votes)


def _grouped(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Yield the paragraphs, those that count one sort of vote each ("Ja: 9", "Nej: 4") as one."""
    waiting: Passage | None = None
    for block in blocks:
        for text, place in _texts(block):
            counts = [name for name, pattern in _VOTES.items() if pattern.search(text)]
            if waiting and counts and not any(_VOTES[name].search(waiting.text) for name in counts):
                waiting = Passage(waiting.place, f"{waiting.text}\n{text}")
                continue
            if waiting:
                yield waiting
            waiting = Passage(place, text) if counts else None
    if waiting:
        yield waiting


def _texts(block: Block) -> Iterator[tuple[str, Place]]:
    if isinstance(block, Paragraph):
        yield block.after, block.place
        return
    for row in block.rows:
        cells = [cell.text(Version.AFTER) for cell in row.cells]
        if len(cells) == 2 and cells[1].isdigit():
            yield f"{cells[0].rstrip(' :')}: {cells[1]}", block.place


def _vote(told: Passage) -> Vote | None:
    yes = _VOTES["yes"].search(told.text)
    form = "a" if yes and yes["a"] else "b"
    counts = {name: _count(pattern, told.text, form) for name, pattern in _VOTES.items()}
    if counts["yes"] is None or counts["no"] is None:
        return None
    return Vote(counts["yes"], counts["no"], counts["abstaining"], told.text, told.place)


def _count(pattern: re.Pattern[str], text: str, form: str) -> int | None:
    """Return a count that stands before its word ("8 ja-röster", form "a") or after it ("Ja: 8", form "b")."""
    counts = (pattern.match(text, at) for at in range(len(text)))
    return next((int(found[form]) for found in counts if found and found[form]), None)


def _by_name(block: Block, vocabulary: Vocabulary) -> Iterator[tuple[Present, str]]:
    """Yield each voter of a list with the column that is marked, or the word that stands for the vote."""
    if not isinstance(block, Table) or not block.rows:
        return
    heads = [cell.text(Version.AFTER).strip() for cell in block.rows[0].cells]
    for row in block.rows:
        cells = [cell.text(Version.AFTER).strip() for cell in row.cells]
        person = next(iter(people_in(" ".join(cells[:2]), block.place, vocabulary)), None)
        name = person.name if person else name_alone(cells[0]) if cells else ""
        if not name:
            continue
        word = next((cell for cell in cells[1:] if _VOTE_WORD.fullmatch(cell) and cell.lower() != "x"), "")
        marked = next(
            (head for head, cell in zip(heads, cells, strict=False) if cell.lower() in {"x", "1"} and _VOTE_WORD.fullmatch(head)), ""
        )
        if word or marked:
            party = person.party if person else next((cell for cell in cells[1:] if cell.isupper() and cell.isalpha() and cell != "X"), "")
            yield Present(name, party, place=block.place), (word or marked).capitalize()
