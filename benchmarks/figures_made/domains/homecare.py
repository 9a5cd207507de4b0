"""Home care: hourly prices by hours in a table, monthly and yearly fees, a floor and a ceiling."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.figures_made.made import Made, percent, rounded

_KINDS = ("Serviceinsatser", "Personlig omvårdnad", "Ledsagning", "Avlösning", "Delegerad sjukvård", "Nattinsatser", "Dagverksamhet")


def make(chance: Random) -> Made:
    """Return terms for providers of home care."""
    made = Made(chance)
    made.say(
        "# Villkor för utförare av hemtjänst",
        "# Förfrågningsunderlag för hemtjänst",
        "# Ersättningsbilaga, hemtjänst i egen regi och hos utförare",
    )
    made.say(
        "Nämnden fastställer ersättningen varje år. Utföraren fakturerar utförd tid.",
        "Ersättningen betalas för utförda timmar och omfattar lön, resor och administration.",
    )
    made.lines.append("# 1 Timersättning")
    made.say("Timersättningen för <år> framgår av tabellen.", "För <år> gäller följande priser.")
    _prices(made)
    made.lines.append("# 2 Trygghetslarm och matlådor")
    _fees(made)
    made.lines.append("# 3 Etableringsbidrag")
    low = made.figure("bidrag_lägst", chance.randint(10, 30) * 1000)
    high = made.figure("bidrag_högst", chance.randint(50, 90) * 1000)
    made.say(
        f"Nya utförare kan få ett bidrag på lägst {low} kr och högst {high} kr.",
        f"Bidraget till nya utförare är minst {low} kr och högst {high} kr per utförare.",
    )
    made.obeys("bounds", "bidrag_högst", ["bidrag_lägst"])
    made.say("Bidraget söks senast den 1 mars.", "Ansökan prövas av förvaltningen inom 30 dagar och beslutet gäller i två år.")
    return made


def _prices(made: Made) -> None:
    chance, factor = made.chance, percent(made.chance)
    made.lines.append(
        chance.choice(["|= Insats | Pris (kr/timme) | Antal timmar | Kostnad (kr)", "|= Insats | Kr per timme | Timmar | Kostnad (kr)"])
    )
    kinds = chance.sample(_KINDS, chance.randint(4, 6))
    totals: list[str] = []
    hours: list[str] = []
    for at, kind in enumerate(kinds):
        before = Decimal(chance.randint(310, 690))
        count = chance.randint(30, 900) * 10
        price = made.figure(f"pris{at}", before, rounded(before * factor))
        timmar = made.figure(f"timmar{at}", count, count + chance.randint(-9, 25) * 10)
        (b, a), (n, m) = made.both(f"pris{at}"), made.both(f"timmar{at}")
        total = made.figure(f"kostnad{at}", b * n, a * m)
        made.lines.append(f"| {kind} | {price} | {timmar} | {total}")
        made.obeys("product", f"kostnad{at}", [f"pris{at}", f"timmar{at}"])
        totals.append(f"kostnad{at}")
        hours.append(f"timmar{at}")
    made.obeys("uprated", "pris0", [f"pris{at}" for at in range(1, len(kinds))])
    sums = [tuple(sum(pair) for pair in zip(*(made.both(name) for name in names), strict=True)) for names in (hours, totals)]
    label = chance.choice(["Summa", "Totalt", "Summa hemtjänst"])
    timmar, total = made.figure("timmar_summa", *sums[0]), made.figure("kostnad_summa", *sums[1])
    made.lines.append(f"| {label} | | {timmar} | {total}")
    made.obeys("sum", "kostnad_summa", totals)
    made.obeys("sum", "timmar_summa", hours)


def _fees(made: Made) -> None:
    chance = made.chance
    before, factor = Decimal(chance.randint(180, 420)), percent(chance)
    month = made.figure("larm_månad", before, rounded(before * factor))
    b, a = made.both("larm_månad")
    year = made.figure("larm_år", 12 * b, 12 * a)
    made.say(
        f"Avgiften för trygghetslarm är {month} kr per månad, vilket motsvarar {year} kr per år under <år>.",
        f"För trygghetslarm betalar kommunen under <år> {month} kr/månad, dvs. {year} kr/år.",
        f"Larm ersätts under <år> med {month} kr per månad ({year} kr per år).",
    )
    made.obeys("instalment", "larm_år", ["larm_månad"])
    price = Decimal(chance.randint(58, 97))
    box = made.figure("låda", price, rounded(price * factor))
    count = made.figure("lådor", chance.randint(12, 48) * 1000)
    (b, a), (n, m) = made.both("låda"), made.both("lådor")
    total = made.figure("lådor_summa", b * n, a * m)
    made.say(
        f"För matlådor betalas {box} kr per portion. Under <år> beräknas {count} portioner à {box} kr, totalt {total} kr.",
        f"Kommunen köper {count} portioner till ett pris av {box} kr per portion, sammanlagt {total} kr för <år>.",
    )
    made.obeys("product", "lådor_summa", ["låda", "lådor"])
