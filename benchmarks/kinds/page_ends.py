"""Kinds of marks that go on over page ends within the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import CHROMIUM, TYPST, WEASYPRINT, WRITER, Case, Layout

DUTIES = (
    "Utföraren redovisar hur många besök som har gjorts i hemmet.",
    "Varje avvikelse utreds av den som ansvarar för enheten.",
    "Journaler förs på svenska och förvaras så att ingen obehörig når dem.",
    "Den som ringer ska få tala med någon inom åtta minuter.",
    "Vid frånvaro utses en ersättare samma dag.",
    "Beställaren får besöka lokalerna utan att säga till i förväg.",
    "Synpunkter från boende och anhöriga besvaras inom en vecka.",
)
BREAKING = (WRITER, CHROMIUM, WEASYPRINT, TYPST)
"""Those that go on with a row on the next page; the one that draws does not."""


def cases() -> Iterator[Case]:
    """Yield the cases."""
    for rules, name in (("full", "all rules"), ("level", "level rules"), ("none", "no rules")):
        layout = Layout(rules, widths=(0.2, 0.55, 0.25))
        yield Case(f"marks over page ends within cells, {name}", _long_marks(), layout=layout, producers=BREAKING)


def _long_marks() -> str:
    """Return a table whose cells are struck or added for most of a page, so that each page ends within a mark."""
    rows = ["|= Område | Krav | Uppföljning"]
    for at in range(9):
        first, second = (" ".join(DUTIES[(at * 3 + k) % 7] for k in range(start, start + 9)) for start in (0, 4))
        text = (
            f"[-{first}-] {{+{second}+}}",
            f"{DUTIES[at % 7]} [-{first}-] {{+{second}+}} {DUTIES[(at + 1) % 7]}",
            f"{{+{first}+}} {second}",
        )
        follow = (f"[-{DUTIES[at % 7]}-] {{+{DUTIES[(at + 2) % 7]}+}}", DUTIES[at % 7], f"{{+{DUTIES[(at + 5) % 7]}+}}")
        rows.append(f"| Område {at + 1} | {text[at % 3]} | {follow[at % 3]}")
    return "# 61 Krav per område\n\nTabellen går över flera sidor.\n\n" + "\n".join(rows) + "\n\nKraven [-prövas-] {+ses över+} varje år."
