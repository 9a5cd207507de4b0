"""Whole documents of three levels, made up: chapters repeat their titles and their turns of phrase, as real ones do."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

WHO = [
    "vårdgivaren",
    "utföraren",
    "leverantören",
    "regionen",
    "nämnden",
    "verksamheten",
    "mottagningen",
    "enheten",
    "förvaltningen",
    "kommunen",
]
WHAT = [
    "ersättning",
    "uppföljning",
    "tillgänglighet",
    "bemanning",
    "rapportering",
    "journalföring",
    "samverkan",
    "beredskap",
    "tolkning",
    "fakturering",
    "utbildning",
    "hembesök",
    "provtagning",
    "listning",
    "hygien",
    "miljöarbete",
    "patientsäkerhet",
    "läkemedel",
    "hjälpmedel",
    "rehabilitering",
    "rådgivning",
]
FOR = [
    "barn",
    "ungdomar",
    "äldre",
    "nyanlända",
    "studerande",
    "närstående",
    "invånare",
    "patienter",
    "besökare",
    "medarbetare",
    "vikarier",
    "praktikanter",
]
WHEN = ["varje månad", "en gång per år", "två gånger per år", "senast den 15 mars", "vid årets slut", "inom tre arbetsdagar", "löpande"]
HOW = ["skriftligt", "utan dröjsmål", "i dialog", "enligt mall", "i systemet", "efter samråd", "på begäran", "i förväg", "kostnadsfritt"]
REPEATED = ["Allmänt", "Uppföljning", "Ersättning", "Ansvar", "Särskilda villkor"]


@dataclass
class Piece:
    """A paragraph, item or table row in three wordings: in force, in the redline with its marks, and as adopted; None where it is not."""

    force: str | None
    marked: str | None
    adopted: str | None
    sign: str = ""


@dataclass
class Part:
    """A section: its number and title in the three wordings, and what stands under it. ``shown`` tells whether the redline has it."""

    level: int
    force: str | None
    marked: str
    adopted: str | None
    pieces: list[Piece] = field(default_factory=list)
    shown: bool = False


@dataclass(frozen=True)
class Fault:
    """What the redline hides: the code that must say it, the section of the redline, and words that the finding must quote."""

    code: str
    section: str
    words: str


class Author:
    """Makes up a document; the same seed makes the same one."""

    def __init__(self, seed: int, tables: float = 0.3) -> None:
        """Begin with a seed, and the share of sections that have a table."""
        self.tables = tables
        self.chance = random.Random(seed)
        self.used: set[str] = set()

    def amount(self) -> str:
        """Return an amount in kronor that the document does not have yet."""
        while True:
            amount = f"{self.chance.randint(210, 98_000):,}".replace(",", " ")
            if amount not in self.used:
                self.used.add(amount)
                return amount

    def sentence(self) -> str:
        """Return a sentence that the document does not have yet."""
        while True:
            text = self._sentence()
            if text not in self.used:
                self.used.add(text)
                return text

    def _sentence(self) -> str:
        pick = self.chance.choice
        who, what, other = pick(WHO), pick(WHAT), pick(WHAT)
        turns = (
            f"{who.capitalize()} ansvarar för {what} till {pick(FOR)} och redovisar {other} {pick(WHEN)}.",
            f"För {what} till {pick(FOR)} betalas {self.amount()} kr per tillfälle, dock högst {self.amount()} kr per år.",
            f"{who.capitalize()} ska {pick(HOW)} lämna underlag om {what} {pick(WHEN)}.",
            f"Ersättningen för {what} är {self.amount()} kr och betalas {pick(WHEN)} till {pick(WHO)}.",
            f"Om {what} inte kan erbjudas {pick(FOR)} ska {who} {pick(HOW)} hänvisa till {pick(WHO)}.",
            f"Kostnader för {what} och {other} ingår, utom när {who} {pick(HOW)} har beslutat om annat.",
            f"{who.capitalize()} får inte ta ut avgift av {pick(FOR)} för {what} som beställs {pick(HOW)}.",
            f"Avvikelser i {what} anmäls {pick(WHEN)} till {pick(WHO)}, som {pick(HOW)} informerar {pick(FOR)}.",
            f"Kraven på {what} gäller även {other} för {pick(FOR)} om {who} {pick(HOW)} begär det.",
        )
        return pick(turns)

    def paragraph(self) -> Piece:
        """Return a paragraph of one to four sentences."""
        return standing(" ".join(self.sentence() for _ in range(self.chance.choice((1, 1, 2, 2, 3, 4)))))

    def table(self) -> list[Piece]:
        """Return a table of services and prices."""
        year = 2025
        rows = [standing(f"Tjänst | Pris {year} (kr) | Antal", "|= ")]
        for what in self.chance.sample(WHAT, self.chance.randint(4, 9)):
            label = f"{what.capitalize()} för {self.chance.choice(FOR)}"
            rows.append(standing(f"{label} | {self.amount()} | {self.chance.randint(2, 60)}", "| "))
        return rows

    def title(self) -> str:
        """Return a title: one of those that chapters repeat, or one of its own."""
        if self.chance.random() < 0.3:
            return self.chance.choice(REPEATED)
        while True:
            title = (
                f"{self.chance.choice(WHAT)} {self.chance.choice(('för', 'och stöd till', 'av'))} {self.chance.choice(FOR)}".capitalize()
            )
            if title not in self.used:
                self.used.add(title)
                return title

    def document(self, sections: int) -> list[Part]:
        """Return a document of so many sections."""
        numbers = [0, 0, 0]
        parts: list[Part] = []
        level = 1
        while len(parts) < sections:
            level = 1 if not parts else min(self.chance.choice((1, 2, 2, 2, 3, 3)), level + 1)
            numbers[level - 1] += 1
            numbers[level:] = [0] * (3 - level)
            heading = f"{'.'.join(map(str, numbers[:level]))} {self.title()}"
            parts.append(Part(level, heading, heading, heading, self._body()))
        return parts

    def _body(self) -> list[Piece]:
        pieces = [self.paragraph() for _ in range(self.chance.randint(1, 5))]
        if self.chance.random() < 0.3:
            pieces.extend(standing(self.sentence(), "* ") for _ in range(self.chance.randint(2, 5)))
        if self.chance.random() < self.tables:
            pieces.extend([*self.table(), self.paragraph()])
        return pieces


def standing(text: str, sign: str = "") -> Piece:
    """Return a piece that nothing happens to."""
    return Piece(text, text, text, sign)


def in_lines(headings: list[tuple[str, list[tuple[str, str]]]]) -> str:
    """Return sections as lines of the mini-language."""
    lines: list[str] = []
    for heading, pieces in headings:
        lines.append(f"# {heading}")
        above = ""
        for sign, text in pieces:
            if sign.startswith("|=") and "|" in above:
                lines.append("")
            mark = {"[-": "-", "{+": "+"}.get(text[:2], "") if sign == "| " and " | " not in _outside(text) else ""
            lines.append(f"{mark}{sign}{text[2:-2]}" if mark else f"{sign}{text}")
            above = sign
    return "\n".join(lines)


def _outside(text: str) -> str:
    """Return a row's text without what is struck or added."""
    return "" if (text[:2], text[-2:]) in {("[-", "-]"), ("{+", "+}")} and text.count(text[:2]) == 1 else text


def wording(parts: list[Part], which: str) -> str:
    """Return one of the three wordings of some sections as lines of the mini-language."""
    return in_lines(
        [
            (heading, [(piece.sign, text) for piece in part.pieces if (text := getattr(piece, which)) is not None])
            for part in parts
            if (heading := getattr(part, which)) is not None
        ]
    )
