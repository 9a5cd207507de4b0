"""Kinds of tables by how their rules look: broken, white, light, none but stripes, a thick rule at the total."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import PAGED, Case, Layout
from benchmarks.kinds.tables import MARKED_CELLS, MERGED, WRAPPED

TOTALS = """
# 41 Kostnader

Kostnaderna delas av tre parter.

|= Post | 2025, tkr | 2026, tkr
| Personal | 8 410 | [-8 650-] {+8 700+}
| Lokaler | 1 275 | 1 310
| Resor och utbildning | 340 | [-350-] {+365+}
| Summa kostnader | 10 025 | [-10 310-] {+10 375+}

Parterna betalar lika delar.
"""
LOOKS = {
    "dashed": "dashed rules",
    "dotted": "dotted rules",
    "dotted level": "dotted level rules",
    "white": "white rules on a ground",
    "light": "very light rules",
    "light level": "very light level rules",
    "stripes": "stripes and no rules",
    "head": "rules at head and foot",
    "total": "a thick rule at the total",
}


def cases() -> Iterator[Case]:
    """Yield the cases."""
    open_head = MERGED.replace("⟦1x2⟧", "").replace("|= Listade", "|= | Listade")
    for rules, name in LOOKS.items():
        figures = Layout(rules, widths=(0.4, 0.2, 0.2, 0.2), right=True)
        yield Case(f"table, {name}, marks in cells", MARKED_CELLS, layout=figures, producers=PAGED)
        yield Case(f"table, {name}, wrapped cells", WRAPPED, layout=Layout(rules, widths=(0.18, 0.46, 0.36)), producers=PAGED)
        yield Case(f"table, {name}, merged cells", MERGED, layout=Layout(rules, right=True), producers=PAGED, truths=(MERGED, open_head))
    yield Case(
        "table, a thick rule at the total, sums", TOTALS, layout=Layout("total", widths=(0.5, 0.25, 0.25), right=True), producers=PAGED
    )
