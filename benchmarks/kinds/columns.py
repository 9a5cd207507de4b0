"""Pages in two columns that have tables in them: with all rules, level ones and none, over columns and pages, with marks."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import PAGED, Case, Layout
from benchmarks.kinds.texts import MARKED

PRICES = """
|= Åtgärd | Pris 2025 | Pris 2026
| Besök hos läkare | 410 | [-420-] {+425+}
| Besök hos psykolog | 205 | 215
| [-Telefontid-] | [-90-] | [-92-]
| {+Digitalt möte+} | {+160+} | {+180+}
| Hembesök av läkare | 600 | [-630-] {+640+}
| Vaccination av barn | 145 | 149
| Hälsosamtal | 1 250 | [-1 275-] {+1 290+}
| Intyg till myndighet | 312 | 320
"""

AGES = """
|= Ålder | Vikt 2025 | Vikt 2026
| 0–4 år | 1,04 | [-1,10-] {+1,16+}
| 5–19 år | 0,62 | 0,64
| 20–64 år | 0,91 | [-0,90-] {+0,93+}
| 65–79 år | 1,58 | 1,61
| 80 år och äldre | 2,21 | [-2,25-] {+2,30+}
"""

DUTIES = """
|= Område | Vem som ansvarar och för vad
| Läkemedel | Vårdcentralen för allmänna läkemedel som den själv förskriver, [-utom dyra läkemedel-] {+även dyra läkemedel+}
| Hjälpmedel | Regionen för inköp och lager, vårdcentralen för förskrivning och uppföljning
| Tolk | Vårdcentralen bokar [-senast två dagar-] {+senast en dag+} i förväg genom den gemensamma växeln
| Lokaler | Den som hyr svarar för skötsel, larm och städning
"""


def cases() -> Iterator[Case]:
    """Yield the cases of columns with tables."""
    for rules, name in (("full", "all rules"), ("level", "level rules"), ("none", "no rules")):
        for justified in (False, True):
            layout = Layout(rules=rules, columns=2, justified=justified, footer="Sida {page}")
            kind = f"two columns with tables, {name}{', justified' if justified else ''}"
            yield Case(kind, with_tables(), layout=layout, producers=PAGED)


def with_tables() -> str:
    """Return the marked text with a table after every few paragraphs, and a long one over columns and pages."""
    paragraphs = [part for part in MARKED.strip().split("\n\n") if part]
    tables = {3: PRICES, 6: AGES, 13: DUTIES, 17: _long(), 21: AGES, 25: PRICES}
    return "\n\n".join(part for at, own in enumerate(paragraphs) for part in (own, tables.get(at, "").strip()) if part)


def _long() -> str:
    places = ("Aspen", "Björken", "Cedern", "Döderhult", "Eken", "Furan", "Granen", "Hasseln", "Idegran", "Jolstern")
    sides = ("norra", "södra", "östra", "västra")
    rows = ["|= Vårdcentral | Listade | Tkr"]
    for at in range(40):
        amount = 1_200 + 37 * at
        value, new = (f"{each // 1000} {each % 1000:03}" for each in (amount, amount + 45))
        listed = f"{3 + at % 9} {(137 * at) % 900 + 100}"
        rows.append(f"| {places[at % 10]} {sides[at // 10]} | {listed} | " + (f"[-{value}-] {{+{new}+}}" if at % 3 == 0 else value))
    return "\n".join(rows)
