"""Compulsory school: money by pupil and age, a list of grants with its sum, a share for administration."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.figures_made.made import Made, percent, rounded

_GRANTS = ("läromedel", "elevhälsa", "skolbibliotek", "fritidshem", "modersmål", "studiehandledning", "måltider")


def make(chance: Random) -> Made:
    """Return the board's terms for independent schools."""
    made = Made(chance)
    made.say("# Bidrag till fristående grundskolor <år>", "# Villkor för skolpeng <år>")
    made.say(
        "Bidraget lämnas för varje elev som är folkbokförd i kommunen.",
        "Huvudmannen får bidrag för de elever som går i skolan den 15 varje månad.",
    )
    made.lines.append("# 1 Grundbelopp")
    _by_age(made)
    made.lines.append("# 2 Anslag")
    _grants(made)
    made.lines.append("# 3 Administration")
    _administration(made)
    made.lines.append("# 4 Utbetalning")
    total = Decimal(chance.randint(40, 99) * 12000)
    year = made.figure("utbetalning_år", total, rounded(total * percent(chance) / 12) * 12)
    b, a = made.both("utbetalning_år")
    month = made.figure("utbetalning_månad", b / 12, a / 12)
    made.say(
        f"Strukturbidraget för <år> är {year} kr och betalas ut med en tolftedel, {month} kr, varje månad.",
        f"Av strukturbidraget på {year} kr betalas en tolftedel i månaden, {month} kr.",
    )
    made.obeys("instalment", "utbetalning_år", ["utbetalning_månad"], slack=6)
    return made


def _by_age(made: Made) -> None:
    chance, factor = made.chance, percent(made.chance)
    made.lines.append(
        chance.choice(
            ["|= Årskurs | Kr per elev | Antal elever | Kostnad (tkr)", "|= Stadium | Belopp per elev (kr) | Antal elever | Summa (tkr)"]
        )
    )
    names = chance.choice(
        [
            ("Förskoleklass", "Årskurs 1–3", "Årskurs 4–6", "Årskurs 7–9"),
            ("F-klass", "Lågstadiet", "Mellanstadiet", "Högstadiet", "Anpassad grundskola"),
        ]
    )
    exact = [Decimal(0), Decimal(0)]
    for at, name in enumerate(names):
        before = Decimal(chance.randint(620, 1340) * 100 + chance.randint(0, 99))
        price = made.figure(f"peng{at}", before, rounded(before * factor))
        counted = chance.randint(120, 900)
        pupils = made.figure(f"elever{at}", counted, counted + chance.randint(-counted // 15, counted // 15))
        costs = [one * other / 1000 for one, other in zip(made.both(f"peng{at}"), made.both(f"elever{at}"), strict=True)]
        exact = [total + cost for total, cost in zip(exact, costs, strict=True)]
        cost = made.figure(f"stadium{at}", *(rounded(each) for each in costs))
        made.lines.append(f"| {name} | {price} | {pupils} | {cost}")
        made.obeys("product", f"stadium{at}", [f"peng{at}", f"elever{at}"], slack=80)
    total = made.figure("stadier", *(rounded(each) for each in exact))
    pupils_in_all = [sum(pair) for pair in zip(*(made.both(f"elever{at}") for at in range(len(names))), strict=True)]
    pupils = made.figure("elever", *pupils_in_all)
    made.lines.append(f"| {chance.choice(['Summa', 'Totalt'])} | | {pupils} | {total}")
    made.obeys("sum", "stadier", [f"stadium{at}" for at in range(len(names))], slack=Decimal(len(names) + 1) / 2)
    made.obeys("sum", "elever", [f"elever{at}" for at in range(len(names))])
    made.obeys("uprated", "peng0", [f"peng{at}" for at in range(1, len(names))])


def _grants(made: Made) -> None:
    chance = made.chance
    names = chance.sample(_GRANTS, chance.randint(3, 6))
    for at, _ in enumerate(names):
        before = Decimal(chance.randint(900, 9800))
        made.figure(f"anslag{at}", before, rounded(before * percent(chance)))
    parts = [f"anslag{at}" for at in range(len(names))]
    total = made.figure("anslag", *(sum(pair) for pair in zip(*(made.both(name) for name in parts), strict=True)))
    made.obeys("sum", "anslag", parts)
    if chance.random() < 0.5:
        made.say(f"Nämndens anslag för <år> på {total} tkr fördelas enligt följande:", f"För <år> fördelas {total} tkr på följande sätt:")
        made.lines.extend(f"* {name.capitalize()} <anslag{at}> tkr" for at, name in enumerate(names))
    else:
        made.say("Anslagen för <år> är dessa.", "Under <år> lämnas följande anslag.")
        made.lines.extend(f"* {name.capitalize()} <anslag{at}> tkr" for at, name in enumerate(names))
        made.lines.append(f"{chance.choice(['Summa', 'Totalt', 'Summa anslag'])} {total} tkr")


def _administration(made: Made) -> None:
    chance = made.chance
    before = Decimal(chance.randint(21_000, 88_000))
    base = made.figure("ram", before, rounded(before * percent(chance)))
    share = chance.choice([3, 5, 6, 8])
    b, a = made.both("ram")
    whole = made.figure("administration", rounded(b * share / 100), rounded(a * share / 100))
    made.say(
        f"Av ramen på {base} tkr avsätts {share} %, totalt {whole} tkr, till administration under <år>.",
        f"Administrationsbidraget är {share} procent av ramen på {base} tkr, dvs. {whole} tkr för <år>.",
    )
    made.obeys("share", "administration", ["ram"], slack=2)
