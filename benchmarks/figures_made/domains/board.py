"""A board's budget: a table of two years with subtotals and a total, rows of quarters with their sum, and what is added in a sentence."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.figures_made.made import Made, percent, rounded

_BLOCKS = {
    "verksamhet": ("Bibliotek", "Musikskola", "Fritidsgårdar", "Museer", "Simhallar"),
    "lokaler": ("Hyror", "Städning", "Energi", "Vaktmästeri"),
    "stöd": ("Föreningsbidrag", "Studieförbund", "Arrangemang"),
}


def make(chance: Random) -> Made:
    """Return a board's budget."""
    made = Made(chance)
    made.say("# Kultur- och fritidsnämndens budget <år>", "# Nämndens ramar <år>")
    made.say("Budgeten bygger på fullmäktiges ram.", "Nämnden redovisar avvikelser i delårsrapporten.")
    made.lines.append("# 1 Ramar")
    made.lines.append(chance.choice(["|= Verksamhet | Budget (tkr) | Plan (tkr)", "|= Post (tkr) | Budget | Plan"]))
    subtotals: list[tuple[str, str]] = []
    for block, rows in _BLOCKS.items():
        subtotals.append(_block(made, block, chance.sample(rows, chance.randint(2, len(rows)))))
    for at, name in enumerate(("totalt", "plan_totalt")):
        made.figure(name, *(sum(pair) for pair in zip(*(made.both(both[at]) for both in subtotals), strict=True)))
        made.obeys("sum", name, [both[at] for both in subtotals])
    made.lines.append(f"| {chance.choice(['Totalt', 'Summa nämnden', 'Totalsumma'])} | <totalt> | <plan_totalt>")
    made.lines.append("# 2 Investeringar")
    _quarters(made)
    made.lines.append("# 3 Tillskott")
    one, other = Decimal(chance.randint(11, 89)) / 10, Decimal(chance.randint(11, 89)) / 10
    made.figure("tillskott1", one, one + Decimal(chance.randint(1, 9)) / 10)
    made.figure("tillskott2", other, other + Decimal(chance.randint(1, 9)) / 10)
    made.figure("tillskott", *(sum(pair) for pair in zip(made.both("tillskott1"), made.both("tillskott2"), strict=True)))
    made.say(
        "Tillskottet blir <tillskott1> mkr + <tillskott2> mkr = <tillskott> mkr under <år>.",
        "För <år> tillförs <tillskott1> + <tillskott2> = <tillskott> mkr.",
    )
    made.obeys("sum", "tillskott", ["tillskott1", "tillskott2"])
    return made


def _block(made: Made, block: str, rows: list[str]) -> tuple[str, str]:
    for at, row in enumerate(rows):
        before = Decimal(made.chance.randint(400, 19_000))
        after = rounded(before * percent(made.chance))
        made.figure(f"{block}{at}", before, after)
        made.figure(f"{block}_plan{at}", after, rounded(after * percent(made.chance)))
        made.lines.append(f"| {row} | <{block}{at}> | <{block}_plan{at}>")
    for name in (block, f"{block}_plan"):
        parts = [f"{name}{at}" for at in range(len(rows))]
        made.figure(name, *(sum(pair) for pair in zip(*(made.both(part) for part in parts), strict=True)))
        made.obeys("sum", name, parts)
    label = "Delsumma" if made.chance.random() < 0.6 else "Summa"
    made.lines.append(f"| {label} {block} | <{block}> | <{block}_plan>")
    return block, f"{block}_plan"


def _quarters(made: Made) -> None:
    chance = made.chance
    made.say("Investeringarna för <år> fördelas på kvartal.", "Planen för <år> är denna.")
    made.lines.append("|= Projekt (tkr) | Kvartal 1 | Kvartal 2 | Kvartal 3 | Kvartal 4 | Totalt")
    projects = chance.sample(["Simhall", "Bibliotek", "Ishall", "Skatepark", "Scen"], chance.randint(3, 4))
    for at, project in enumerate(projects):
        cells = [f"projekt{at}_{quarter}" for quarter in range(4)]
        for cell in cells:
            made.figure(cell, chance.randint(100, 2900), chance.randint(100, 2900))
        made.figure(f"projekt{at}", *(sum(pair) for pair in zip(*(made.both(cell) for cell in cells), strict=True)))
        made.obeys("sum", f"projekt{at}", cells)
        made.lines.append(f"| {project} | {' | '.join(f'<{cell}>' for cell in cells)} | <projekt{at}>")
    columns = [*(f"_{quarter}" for quarter in range(4)), ""]
    for column in columns:
        parts = [f"projekt{at}{column}" for at in range(len(projects))]
        made.figure(f"summa{column}", *(sum(pair) for pair in zip(*(made.both(part) for part in parts), strict=True)))
        made.obeys("sum", f"summa{column}", parts)
    made.lines.append(f"| Summa | {' | '.join(f'<summa{column}>' for column in columns)}")
