"""What `lydelse impact` takes for a thousand units, as whole processes: the worked example's units, again and again under new names.

Run ``python -m benchmarks.many_units``. Each form of the report is written three times, and the cheapest run told; beside it what the same
command takes for the example's own units, so that what is left is for the units.
"""

from __future__ import annotations

import csv
from pathlib import Path

from benchmarks.timing.runs import LYDELSE, Cost, cost_of

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "impact"
FORMS = ("json", "html", "xlsx", "docx")
UNITS = 1000
TIMES = 3


def many(folder: Path) -> Path:
    """Return a file of so many units, each by a name of its own."""
    with (EXAMPLE / "enheter.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    path = folder / "enheter.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(head)
        writer.writerows([f"{rows[at % len(rows)][0]} {at + 1}", *rows[at % len(rows)][1:]] for at in range(UNITS))
    return path


def cost(units: Path, form: str, folder: Path) -> Cost:
    """Return what the command takes from the proposal and the units to a report in a form."""
    model = ("--model", EXAMPLE / "modell.toml")
    return cost_of((*LYDELSE, "impact", EXAMPLE / "ersattning-2026.md", "--units", units, *model, "-o", folder / f"rapport.{form}"), TIMES)


def main() -> None:
    """Print the table."""
    folder = Path("out/units")
    folder.mkdir(parents=True, exist_ok=True)
    few, thousand = EXAMPLE / "enheter.csv", many(folder)
    print(f"| report | {UNITS} units, s | by the clock | MB | the example's units, s | by the clock |")
    print("|---|---|---|---|---|---|")
    for form in FORMS:
        all_, own = cost(thousand, form, folder), cost(few, form, folder)
        print(f"| {form} | {all_.cpu:.2f} | {all_.wall:.2f} | {all_.memory:.0f} | {own.cpu:.2f} | {own.wall:.2f} |", flush=True)


if __name__ == "__main__":
    main()
