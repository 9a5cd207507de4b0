"""A municipality's terms with what other domains lack: weights, percentages, stated changes, dates, links, bounds, a list of its parts."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.figures_made.made import Made, percent, rounded

_PARTS = (
    ("Planerad mottagning", "Jour och beredskap", "Rehabilitering", "Hembesök"),
    ("Serviceinsatser", "Omvårdnad", "Trygghetslarm", "Ledsagning"),
    ("Läsfrämjande", "Meröppna bibliotek", "Skolbibliotek", "Program"),
)


def make(chance: Random) -> Made:
    """Return terms of six chapters."""
    made = Made(chance)
    made.say("#0 Villkor för utförare <år>", "#0 Förfrågningsunderlag <år>")
    made.lines.append("# 1 Sammanfattning")
    frame = Decimal(chance.randint(52_311, 98_766))
    made.figure("ram", frame, rounded(frame * percent(chance)))
    made.lines.append("Nämndens ram för <år> är <ram> tkr. Vad som ingår framgår av avsnitt 3.")
    made.lines.append("# 2 Ekonomi")
    made.figure("ramen", *made.both("ram"))
    made.lines.append("Nämndens ram för <år> uppgår till <ramen> tkr.")
    _change(made)
    _shares(made)
    _parts(made)
    _weights(made)
    _bounds(made)
    made.lines.append("# 6 Övrigt")
    made.say("Ansökan lämnas senast den 31 mars och beslut fattas den 30 april.", "Avtalet tecknas torsdagen den 29 januari 2026.")
    made.say("Blanketter finns på https://www.kommunen.se/blanketter.", "Frågor besvaras av registrator@kommunen.se.")
    made.say("Vite utgår med 10 000 kr per tillfälle, se avsnitt 2.", "Uppföljning sker varje år enligt avsnitt 3.1.")
    return made


def _change(made: Made) -> None:
    chance = made.chance
    since = Decimal(chance.randint(420, 980))
    by = Decimal(chance.randint(8, 35))
    made.figure("sedan", since)
    made.figure("ändring", by)
    made.figure("till", since + by)
    made.say(
        "Avgiften har höjts från <sedan> kr till <till> kr, en höjning med <ändring> kr.",
        "Timpriset höjs med <ändring> kr, från <sedan> kr till <till> kr.",
        "Timpriset är <till> kr. Det är en ökning med <ändring> kr jämfört med det tidigare priset på <sedan> kr.",
    )
    made.obeys("change", "ändring", ["sedan", "till"])


def _shares(made: Made) -> None:
    first, second = made.chance.randint(30, 50), made.chance.randint(20, 30)
    for at, value in enumerate((first, second, 100 - first - second)):
        made.figure(f"andel{at}", value)
    made.say(
        "Medlen fördelas med <andel0> % till norr, <andel1> % till söder och <andel2> % till väst.",
        "Pris viktas <andel0> %, kvalitet <andel1> % och miljö <andel2> %.",
        "|= Kriterium | Vikt\n| Pris | <andel0> %\n| Kvalitet | <andel1> %\n| Miljö | <andel2> %",
    )
    made.obeys("whole", "andel0", ["andel1", "andel2"])


def _parts(made: Made) -> None:
    parts = made.chance.choice(_PARTS)
    made.lines += ["# 3 Uppdrag", "Uppdraget består av följande delar:", *(f"* {part}" for part in parts)]
    for at, part in enumerate(parts, 1):
        made.lines += [f"# 3.{at} {part}", "Utföraren ska ha den kompetens som uppdraget kräver."]


def _weights(made: Made) -> None:
    made.lines += ["# 4 Vikter", "|= Ålder | Vikt"]
    names = []
    for at in range(10):
        before = Decimal(60 + 14 * at + made.chance.randint(0, 4)) / 100
        made.figure(f"vikt{at}", before, before + Decimal(made.chance.randint(1, 3)) / 100)
        made.lines.append(f"| {at * 10}–{at * 10 + 9} | <vikt{at}>")
        names.append(f"vikt{at}")
    made.obeys("curve", names[0], names[1:])


def _bounds(made: Made) -> None:
    low = made.chance.choice([20, 30, 40])
    made.lines += [
        "# 5 Avstånd",
        made.chance.choice([f"Ersättning lämnas för resor om minst {low} km.", f"Resor från {low} km ersätts, dvs. minst {low} km."]),
        "|= Avstånd (km) | Kr",
        f"| {low}–49 | 100",
        "| 50–79 | 200",
        "| 80–119 | 300",
    ]
