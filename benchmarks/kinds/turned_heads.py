"""Kinds of tables whose headers run from below upwards, with marks in them."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import CHROMIUM, DRAWN, TYPST, WRITER, Case, Layout

TURNED = """
# 81 Platser per enhet

Tabellen visar hur platserna fördelas.

|= Enhet | Förskola | Platser [-2025-] {+2026+} | Kostnad, tkr | [-Per plats-] {+Kronor per plats+}
| Aspen | 24 | [-31-] {+33+} | 9 120 | 276
| Björken | 31 | 40 | [-11 780-] {+11 940+} | 299
| Cedern | 18 | 22 | 6 840 | [-305-] {+311+}
| Summa | 73 | [-93-] {+95+} | [-27 740-] {+27 900+} | 294

Platserna prövas varje år.
"""


def cases() -> Iterator[Case]:
    """Yield the cases."""
    for rules, name in (("full", "all rules"), ("level", "level rules"), ("none", "no rules")):
        layout = Layout(rules, widths=(0.4, 0.15, 0.15, 0.15, 0.15), right=True, turned_heads=True)
        yield Case(
            f"turned headers with marks, {name}",
            TURNED,
            layout=layout,
            producers=(DRAWN, WRITER, CHROMIUM, TYPST),
        )
