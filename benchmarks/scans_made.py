"""Scanned documents of our own making: invented texts with marks and tables, in many faces, scanned in many manners.

Some are for building with and others were held out until that was done; what those showed was mended, and the others are looked into when
they have been read once. Each is made of a number alone: the same number gives the same document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.kinds.case import BLACK, BLUE, DRAWN, GREEN, RED, TYPST, WEASYPRINT, Case, Layout, Look
from benchmarks.kinds.producers import make

from support.scans import Scanner, scanned

FACES = {
    "building": (
        "Liberation Sans",
        "Liberation Serif",
        "DejaVu Sans",
        "Liberation Sans Narrow",
        "DejaVu Serif",
        "Liberation Serif",
        "Liberation Sans",
    ),
    "held out": (
        "DejaVu Sans Condensed",
        "Liberation Serif",
        "DejaVu Serif Condensed",
        "Liberation Sans",
        "Liberation Mono",
        "DejaVu Sans",
    ),
    "unseen": (
        "Liberation Sans",
        "DejaVu Serif Condensed",
        "Liberation Sans Narrow",
        "DejaVu Sans Mono",
        "Liberation Serif",
        "DejaVu Sans",
    ),
    "new": (
        "Carlito",
        "DejaVu Sans Mono",
        "Caladea",
        "Liberation Sans",
        "DejaVu Serif",
        "Liberation Mono",
    ),
}
"""Where a face is not installed (``fonts-crosextra-carlito``, ``fonts-crosextra-caladea``) another one takes its place."""

COUNT = 10
"""Documents of each lot."""

FIRST = {"building": 100, "held out": 700, "unseen": 1300, "new": 2900}
NOUNS = ("besök", "vårdtillfälle", "listad person", "plats", "elev", "timme", "hushåll", "fordon", "måltid", "kvadratmeter")
THINGS = (
    "Grundersättning",
    "Lokalkostnader",
    "Städning",
    "Tolk",
    "Skolskjuts",
    "Hemtjänst",
    "Läkemedel",
    "Färdtjänst",
    "Drift och underhåll",
    "Personal",
    "Måltider",
    "Utrustning",
    "Ledning och administration",
    "Särskilt stöd",
)
SENTENCES = (
    "Ersättningen för varje {noun} är {money} kronor från och med den {day} januari {year}.",
    "Nämnden får använda högst {thousands} tkr till {thing}, vilket motsvarar {percent} procent av ramen.",
    "Vid mer än {count} dagars frånvaro minskas ersättningen med {percent} % för varje {noun}.",
    "Avgiften höjs till {money} kr per {noun} enligt avsnitt {ref} i taxan.",
    "Totalt avsätts {millions} mkr, varav {thousands} tkr är reserverade för {thing}.",
    "Uppgifterna lämnas senast den {day} mars {year} till den nämnd som ansvarar för {thing}.",
    "Beloppet räknas upp med {percent} procent och avrundas till närmaste {count} kronor.",
    "Utföraren svarar för egna kostnader, och får inte ta ut andra avgifter än de som anges i bilaga {count}.",
)

MORE_SENTENCES = (
    "Resultatet blev –{thousands} tkr, att jämföra med {millions} mkr i bokslutet för {year}.",
    "Mottagningen har öppet klockan {count}:00–{day}:30 och tar emot högst {count} patienter.",
    "Ersättningen är {money}–{thousands} kr, beroende på {thing}, och minskas med {percent} % vid frånvaro.",
    "Ärendet RS {year}/{count} behandlades 2024-0{one}-1{one}, punkt {ref}, och kostade {money} kr inklusive moms.",
    "Av {thousands} invånare (varav {count} barn) har {percent} procent valt {thing}.",
)
"""What other figures look like: those of the lot that was made last are among these too."""


class Made(NamedTuple):
    """A document with its truth, the program that sets it, and the scanner that it is scanned with."""

    name: str
    case: Case
    producer: str
    scanner: Scanner

    def scanned_in(self, folder: Path) -> Path:
        """Write its scan to a folder, and return the file."""
        printed = folder / f"{self.name}-printed.pdf"
        make(self.producer, [(self.case, printed)])
        return scanned(printed, folder / f"{self.name}.pdf", self.scanner)


def made(half: str) -> Iterator[Made]:
    """Yield the documents of a lot, "building", "held out", "unseen" or "new"."""
    for at in range(COUNT):
        number = FIRST[half] + at
        chance = Random(number)
        face = FACES[half][at % len(FACES[half])]
        producer = (WEASYPRINT, WEASYPRINT, WEASYPRINT, TYPST, WEASYPRINT, DRAWN)[at % 6]
        size = chance.choice((9.5, 10, 10.5, 11, 12))
        css = f"body, td, th {{ font-family: '{face}'; font-size: {size}pt }}"
        look = Look(struck=chance.choice((RED, BLACK, BLUE)), inserted=chance.choice((RED, BLACK, BLUE, GREEN)))
        layout = Layout(rules=chance.choice(("full", "full", "level", "none")), right=chance.random() < 0.6, css=css)
        scanner = _scanner(chance, at)
        name = f"{number} {face if producer == WEASYPRINT else producer} {size}, {scanner.dpi} dpi"
        yield Made(
            name.replace(" ", "-").replace(",", ""),
            Case(name, _text(chance, SENTENCES + MORE_SENTENCES if half == "new" else SENTENCES), look, layout),
            producer,
            scanner,
        )


def _scanner(chance: Random, at: int) -> Scanner:
    return Scanner(
        dpi=(150, 200, 300)[at % 3],
        angle=round(chance.uniform(-1.8, 1.8), 2),
        grey=chance.random() < 0.5,
        noise=chance.choice((0.0, 2.0, 4.0, 6.0)),
        quality=chance.choice((45, 60, 70, 80)),
        brightness=chance.choice((1.0, 1.0, 0.95, 0.88)),
    )


def _text(chance: Random, sentences: Sequence[str]) -> str:
    first = chance.randint(2, 8)
    lines = [f"# {first} {chance.choice(THINGS)} och ersättning", ""]
    for at in range(1, 3):
        lines += [f"## {first}.{at} {chance.choice(THINGS)}", ""]
        for _ in range(2):
            lines += [" ".join(_sentence(chance, sentences) for _ in range(chance.randint(2, 3))), ""]
    lines += [f"## {first}.3 Ramar {chance.choice((2025, 2026))}", "", *_table(chance), "", _sentence(chance, sentences), ""]
    return "\n".join(lines)


def _sentence(chance: Random, sentences: Sequence[str]) -> str:
    own = chance.choice(sentences)
    fate = chance.random()
    if fate < 0.12:
        return f"[-{_filled(chance, own, marked=False)}-]"
    if fate < 0.24:
        return f"{{+{_filled(chance, own, marked=False)}+}}"
    return _filled(chance, own, marked=fate < 0.75)


def _filled(chance: Random, sentence: str, *, marked: bool) -> str:
    facts: dict[str, Callable[[], str]] = {
        "noun": lambda: chance.choice(NOUNS),
        "thing": lambda: chance.choice(THINGS).lower(),
        "money": lambda: _grouped(chance.randint(90, 9_900)),
        "thousands": lambda: _grouped(chance.randint(1_000, 990_000)),
        "millions": lambda: f"{chance.randint(1, 400)},{chance.randint(0, 9)}",
        "percent": lambda: f"{chance.randint(0, 60)},{chance.randint(0, 99):02}",
        "count": lambda: str(chance.randint(2, 60)),
        "one": lambda: str(chance.randint(1, 9)),
        "day": lambda: str(chance.randint(1, 28)),
        "year": lambda: str(chance.randint(2022, 2027)),
        "ref": lambda: f"{chance.randint(1, 9)}.{chance.randint(1, 9)}",
    }
    result = sentence
    for name, fact in facts.items():
        if f"{{{name}}}" not in result:
            continue
        first, second = fact(), fact()
        changed = marked and first != second and chance.random() < 0.6
        result = result.replace(f"{{{name}}}", f"[-{first}-] {{+{second}+}}" if changed else first)
    return result


def _table(chance: Random) -> Iterator[str]:
    names = chance.sample(THINGS, chance.randint(4, 8))
    years = (2025, 2026)
    yield "|= Post | " + " | ".join(f"{year}, tkr" for year in years) + " | Andel, %"
    sums = [0, 0]
    for name in names:
        before, after = chance.randint(200, 90_000), chance.randint(200, 90_000)
        other = chance.randint(200, 90_000)
        is_changed = chance.random() < 0.4
        sums = [sums[0] + before, sums[1] + after]
        last = f"[-{_grouped(other)}-] {{+{_grouped(after)}+}}" if is_changed else _grouped(after)
        yield f"| {name} | {_grouped(before)} | {last} | {chance.randint(1, 40)},{chance.randint(0, 9)}"
    yield f"| Summa | {_grouped(sums[0])} | {_grouped(sums[1])} | 100,0"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")
