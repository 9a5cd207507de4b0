"""Public dental care: a price list, capitation by age, a rounded restatement."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.figures_made.made import Made, percent, rounded

_CARE = (
    "Basundersökning",
    "Röntgenbild",
    "Depuration",
    "Fyllning, en yta",
    "Fyllning, två ytor",
    "Tanduttagning",
    "Rotbehandling",
    "Krona",
    "Bettskena",
    "Akutbesök",
    "Lagning av protes",
)


def make(chance: Random) -> Made:
    """Return the region's price list and capitation."""
    made = Made(chance)
    made.say("# Prislista för folktandvården <år>", "# Folktandvårdens avgifter och ersättning <år>")
    made.say(
        "Priserna gäller vuxna patienter. Barn och unga får fri tandvård till och med det år de fyller 23.",
        "Prislistan gäller från den 1 januari <år>.",
    )
    made.lines.append("# 1 Priser")
    made.say("Priserna för <år> framgår av tabellen.", "Följande priser gäller <år>.")
    factor = percent(chance)
    made.lines.append(chance.choice(["|= Åtgärd | Pris (kr)", "|= Åtgärd | Avgift, kr"]))
    care = chance.sample(_CARE, chance.randint(6, 10))
    for at, name in enumerate(care):
        before = Decimal(chance.randint(240, 6800))
        made.lines.append(f"| {name} | {made.figure(f'pris{at}', before, rounded(before * factor))}")
    made.obeys("uprated", "pris0", [f"pris{at}" for at in range(1, len(care))])
    made.lines.append("# 2 Barntandvård")
    _children(made)
    made.lines.append("# 3 Särskilda uppdrag")
    _tasks(made)
    return made


def _children(made: Made) -> None:
    chance = made.chance
    before = Decimal(chance.randint(1200, 1900))
    price = made.figure("barnpeng", before, rounded(before * percent(chance)))
    count = made.figure(
        "barn", chance.randint(18, 60) * 1000 + chance.randint(1, 999), chance.randint(18, 60) * 1000 + chance.randint(1, 999)
    )
    (b, a), (n, m) = made.both("barnpeng"), made.both("barn")
    total = made.figure("barntandvård", rounded(b * n / 1000), rounded(a * m / 1000))
    made.say(
        f"Ersättningen är {price} kr per barn. För {count} barn blir det {total} tkr under <år>.",
        f"För <år> ersätts {count} barn med {price} kr per barn, totalt {total} tkr.",
        f"Barntandvården ersätts under <år> med {price} kr per barn för {count} barn, dvs. {total} tkr.",
    )
    made.obeys("product", "barntandvård", ["barnpeng", "barn"], slack=before + 20)
    b, a = (each / 1000 for each in made.both("barntandvård"))
    about = made.figure("barntandvård_ca", rounded(b, "0.1"), rounded(a, "0.1"))
    made.say(
        f"Barntandvården kostar alltså i avrundade tal {about} mkr.", f"Ersättningen för barntandvård är avrundat {about} miljoner kronor."
    )
    made.obeys("restated", "barntandvård_ca", ["barntandvård"], slack=Decimal("0.05"))


def _tasks(made: Made) -> None:
    chance = made.chance
    names = chance.sample(["sjukhustandvård", "jourverksamhet", "uppsökande verksamhet", "käkkirurgi", "utbildning", "narkostandvård"], 4)
    made.lines.append("|= Uppdrag | Belopp (tkr)")
    for at, name in enumerate(names):
        before = Decimal(chance.randint(800, 24_000))
        made.lines.append(f"| {name.capitalize()} | {made.figure(f'uppdrag{at}', before, rounded(before * percent(chance)))}")
        if at == 1 and chance.random() < 0.5:
            made.lines.append(f"| varav helger | {made.figure('helger', before // 3)}")
    parts = [f"uppdrag{at}" for at in range(len(names))]
    total = made.figure("uppdrag", *(sum(pair) for pair in zip(*(made.both(name) for name in parts), strict=True)))
    made.lines.append(f"| {chance.choice(['Summa', 'Totalt', 'Summa uppdrag'])} | {total}")
    made.obeys("sum", "uppdrag", parts)
