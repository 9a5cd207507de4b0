"""Kinds of lines whose room is filled with dots: contents over pages, lists of figures, prices; labels of several lines among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.kinds.case import PAGED, Case, Layout

DOTS = "⟦t:⟧"
TITLES = (
    "Uppdraget",
    "Målgrupp och omfattning",
    "Öppettider",
    "Bemanning",
    "Lokaler och utrustning",
    "Samverkan med kommunen",
    "Ersättning",
    "Uppföljning",
    "Avtalets upphörande",
    "Villkor för den som driver verksamheten på flera orter och för den som har överlåtit en del av verksamheten till en annan utförare",
)

PRICES = """
# 71 Avgifter

Avgifterna tas ut vid besöket.

Besök hos läkare⟦t:⟧[-410-] {+425+} kr

Besök hos sjuksköterska⟦t:⟧205 kr

Provtagning i hemmet när den enskilde inte själv kan ta sig till mottagningen och det inte finns någon annan \
som kan hämta⟦t:⟧[-385-] {+390+} kr

{+Digitalt möte+}⟦t:⟧{+180 kr+}

Vaccination av barn⟦t:⟧149 kr

[-Intyg till myndighet-]⟦t:⟧[-312 kr-]

Hälsosamtal⟦t:⟧1 290 kr

Avgifterna räknas om varje år.
"""

FIGURES = """
# 72 Figurer

Figur 1. Antalet besök per månad⟦t:⟧4

Figur 2. Kostnaden per invånare i de olika kommunerna under de tre senaste åren, räknad efter ålder och kön⟦t:⟧9

Figur 3. Väntetider⟦t:⟧11

Figur 4. Andelen digitala möten⟦t:⟧11

Figur 5. Resultat per enhet⟦t:⟧17

# 73 Sammanfattning

Antalet besök har ökat med [-fyra-] {+fem+} procent.
"""


def cases() -> Iterator[Case]:
    """Yield the cases."""
    numbered, plain = _contents(numbered=True), _contents(numbered=False)
    for name, source in (("table of contents over two pages", numbered), ("the same, without numbers", plain)):
        running = Layout(header="Förfrågningsunderlag", footer="Sida {page}")
        yield Case(name, source, layout=running, producers=PAGED, truths=(_without_pages(source),))
    yield Case("prices after dots", PRICES, producers=PAGED, truths=(_as_table(PRICES),))
    yield Case("list of figures after dots", FIGURES, producers=PAGED, truths=(_without_pages(FIGURES),))


def _contents(*, numbered: bool) -> str:
    """Return contents of 60 entries, whose longest go over two lines, and the sections that they name."""
    entries: list[str] = ["# Innehåll"]
    sections: list[str] = []
    page = 3
    for at in range(60):
        chapter, part = at // 6 + 1, at % 6
        number = (f"{chapter}.{part} " if part else f"{chapter} ") if numbered else ""
        place = ("norr", "söder", "öster", "väster", "tätorten", "glesbygden")[at // 10]
        title = f"{TITLES[at % 10]} i {place}"
        page += at % 2
        entries.append(f"{number}{title}{DOTS}{page}")
        year = 2000 + at
        sections.append(f"# {number}{title}\n\nVillkoren gäller från {year}, då [-nämnden-] {{+styrelsen+}} beslutade om dem.")
    return "\n\n".join([*entries, *sections])


def _without_pages(source: str) -> str:
    return re.sub(rf"{DOTS}\d+$", "", source, flags=re.MULTILINE)


def _as_table(source: str) -> str:
    """Return the lines with dots as rows of a table."""
    rows = re.sub(rf"^(?!\|)(.+){DOTS}(.+)$", r"| \1 | \2", source, flags=re.MULTILINE)
    return re.sub(r"(?<=\n)(\|.*\n)\n(?=\|)", r"\1", rows)
