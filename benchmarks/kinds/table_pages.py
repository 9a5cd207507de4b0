"""Kinds of tables by where they stand: side by side, on pages that lie down, at the foot of a page, over several pages."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import PAGED, WEASYPRINT, Case, Layout

SIDE_BY_SIDE = """
# 51 Två tabeller bredvid varandra

Tabellerna visar antalet platser och kostnaden.

|= Enhet | Platser
| Aspen | 24
| Björken | [-31-] {+33+}
| Cedern | 18
| Summa | [-73-] {+75+}

|= Konto | Tkr
| Personal | 8 410
| Lokaler | [-1 275-] {+1 310+}
| Övrigt | 340
| Summa | [-10 025-] {+10 060+}

Uppgifterna avser hela året.
"""

LYING = """
# 52 Stående text och liggande tabell

Den stora tabellen står på en liggande sida för sig, och texten går vidare på nästa sida.

|= Enhet | Kvartal 1 | Kvartal 2 | Kvartal 3 | Kvartal 4 | Helår 2025 | Helår 2026 | Förändring, %
| Aspen | 412 | 438 | 390 | 401 | 1 641 | [-1 700-] {+1 722+} | [-3,6-] {+4,9+}
| Björken | 1 208 | 1 190 | 1 044 | 1 175 | 4 617 | 4 710 | 2,0
| Cedern | 655 | 640 | 602 | 648 | 2 545 | [-2 560-] {+2 590+} | [-0,6-] {+1,8+}
| Döderhult | 97 | 101 | 88 | 95 | 381 | 390 | 2,4

Efter tabellen fortsätter texten på en stående sida. Uppgifterna [-lämnas-] {+redovisas+} varje kvartal.
"""

PRESENT = """
# 57 Närvarande

Vid sammanträdet tjänstgör följande.

| Anna Berg (S), ordförande | Karl Nilsson (M)
| Maria Öhman (C) | Per Åström (S)
| Eva Lind (KD) | Olof Sjö (V)
| Lena Holm (M) | Sven von Essen (L)

Sammanträdet öppnas klockan nio.
"""

NOT_TOLD_APART = """
# 58 Platser och konton

Tabellerna visar antalet platser och kostnaden i tusental kronor.

| Aspen | 24 | Personal | 8 410
| Björken | 33 | Lokaler | 1 310
| Cedern | 18 | Övrigt | 340
| Eken | 40 | Resor | 95

Uppgifterna avser hela året.
"""

SENTENCES = (
    "Ersättningen betalas månadsvis i efterskott mot faktura.",
    "Underlaget lämnas senast den femte arbetsdagen i varje månad.",
    "Den som vill ändra sin anmälan gör det skriftligt.",
    "Beställaren svarar inom tio dagar från det att frågan kom in.",
    "Uppgifterna kontrolleras mot registret en gång i kvartalet.",
)
PLACES = ("Aspen", "Björken", "Cedern", "Döderhult", "Eken", "Furan", "Granen", "Hasseln", "Idegran", "Jolstern")


def cases() -> Iterator[Case]:
    """Yield the cases."""
    for rules, name in (("full", "all rules"), ("level", "level rules"), ("none", "no rules")):
        layout, drawers = Layout(rules, right=True, beside=True), tuple(each for each in PAGED if each != WEASYPRINT)
        yield Case(f"two tables side by side, {name}", SIDE_BY_SIDE, layout=layout, producers=drawers)
        yield Case(f"table on a page that lies down, {name}", LYING, layout=Layout(rules, right=True, wide=True), producers=PAGED)
        figures = Layout(rules, widths=(0.5, 0.25, 0.25), right=True)
        yield Case(f"tables that begin anywhere on a page, {name}", _anywhere(), layout=figures, producers=PAGED)
        tall = Layout(rules, widths=(0.2, 0.5, 0.3))
        yield Case(f"table with rows over page ends, {name}", _tall_rows(), layout=tall, producers=PAGED)
        yield Case(f"table carried over pages, {name}", _carried(), layout=figures, producers=PAGED)
        yield Case(f"table continued under a head of its own, {name}", _continued(), layout=figures, producers=PAGED)
    asked = frozenset({"X905"})
    yield Case("names in columns, asked about", PRESENT, layout=Layout("none"), producers=PAGED, said=asked)
    halves = Layout("none", widths=(0.3, 0.2, 0.3, 0.2))
    yield Case("tables that nothing tells apart, asked about", NOT_TOLD_APART, layout=halves, producers=PAGED, said=asked)


def _figures(at: int) -> tuple[str, str]:
    value, later = 1_100 + 37 * at, 1_145 + 38 * at
    return f"{value // 1000} {value % 1000:03}", f"{later // 1000} {later % 1000:03}"


def _anywhere() -> str:
    """Return tables of four rows with more text above each, so that they begin at every height of a page."""
    parts = ["# 53 Tabeller där det blir"]
    for at in range(9):
        parts.append(" ".join(SENTENCES[(at + k) % 5] for k in range(4 + 3 * (at % 4))))
        rows = [f"|= Enhet {at + 1} | 2025 | 2026"]
        for k in range(4):
            one, other = _figures(5 * at + k)
            rows.append(f"| {PLACES[(at + k) % 10]} | {one} | " + (f"[-{other}-] {{+{other[:-1]}9+}}" if k == at % 4 else other))
        parts.append("\n".join(rows))
    parts.append("Tabellerna uppdateras årligen.")
    return "\n\n".join(parts)


def _tall_rows() -> str:
    rows = ["|= Krav | Innehåll | Uppföljning"]
    for at in range(26):
        text = " ".join(SENTENCES[(at * 2 + k) % 5] for k in range(2 + at % 4))
        new = f"{text} [-Det gäller från mars.-] {{+Det gäller från april.+}}" if at % 4 == 1 else text
        rows.append(f"| Punkt {at + 1} | {new} | {SENTENCES[(at + 3) % 5]}")
    return "# 54 Långa rader\n\nTabellen har rader som inte ryms på sidan.\n\n" + "\n".join(rows) + "\n\nKraven prövas varje år."


def _carried() -> str:
    rows = ["|= Enhet | 2025 | 2026"]
    for at in range(96):
        one, other = _figures(at)
        if at and at % 24 == 0:
            rows += ["| Att transportera | 48 120 | 49 977", "| Transport | 48 120 | 49 977"]
        rows.append(f"| {PLACES[at % 10]} {at + 1} | {one} | " + (f"[-{other}-] {{+{other[:-1]}9+}}" if at % 11 == 3 else other))
    return "# 55 Transport\n\nSummorna förs över till nästa sida.\n\n" + "\n".join(rows) + "\n\nSlutsumman fastställs av nämnden."


def _continued() -> str:
    parts = ["# 56 Fortsättning", "Tabellen fortsätter under en egen rubrik."]
    for part in range(3):
        parts.append("Tabell 7. Ersättning per enhet" + (" (forts.)" if part else ""))
        rows = ["|= Enhet | 2025 | 2026"]
        for at in range(part * 20, part * 20 + 20):
            one, other = _figures(at)
            rows.append(f"| {PLACES[at % 10]} {at + 1} | {one} | " + (f"[-{other}-] {{+{other[:-1]}9+}}" if at % 11 == 3 else other))
        parts.append("\n".join(rows))
    parts.append("Beloppen är utan moms.")
    return "\n\n".join(parts)
