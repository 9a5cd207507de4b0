"""Public transport: a chapter whose sections are its parts, with averages by head, and a share that contains itself."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.figures_made.made import Made, percent, rounded

_PARTS = ("Stadstrafik", "Regionbussar", "Tågtrafik", "Skolskjuts", "Båttrafik")


def make(chance: Random) -> Made:
    """Return the region's terms for what municipalities pay."""
    made = Made(chance)
    made.say("# Finansiering av kollektivtrafiken", "# Kommunernas bidrag till kollektivtrafiken")
    made.say("Bidraget fastställs varje år av regionfullmäktige.", "Kommunerna betalar sin andel av underskottet i efterskott.")
    names = chance.sample(_PARTS, 4)
    heads = Decimal(chance.randint(61_000, 290_000))
    people = [heads, heads * (1 + Decimal(chance.randint(-6, 9)) / 1000)]
    own = heads / chance.randint(3, 7)
    parts: list[str] = []
    body: list[str] = []
    for at, name in enumerate(names):
        price = Decimal(chance.randint(300, 2900))
        prices = [price, price * percent(chance)]
        counted = people if at < 3 else [own, own]
        totals = [rounded(one * many / 1000) for one, many in zip(prices, counted, strict=True)]
        made.figure(f"del{at}", *totals)
        made.figure(f"snitt{at}", *(rounded(each) for each in prices))
        made.obeys("heads" if at < 3 else "own heads", f"snitt{at}", [f"del{at}"], slack=2)
        parts.append(f"del{at}")
        body.extend((f"# 2.{at + 1} {name}", chance.choice(_PHRASINGS).replace("<del>", f"<del{at}>").replace("<snitt>", f"<snitt{at}>")))
    share = chance.choice([4, 5, 8, 10])
    base = [sum(pair) for pair in zip(*(made.both(name) for name in parts[:2]), strict=True)]
    both = f"{names[0].lower()}, {names[1].lower()}"
    made.figure("samordning", *(rounded(each * share / (100 - share)) for each in base))
    body.extend(
        (
            "# 2.5 Samordning",
            chance.choice(
                [
                    f"Till samordning går {share} % av summan av {both} och samordning, totalt <samordning> tkr för <år>.",
                    f"Samordningen får {share} % av summan av {both} och samordning, sammanlagt <samordning> tkr under <år>.",
                ]
            ),
        )
    )
    made.obeys("share", "samordning", parts[:2], slack=2)
    parts.append("samordning")
    made.figure("trafik", *(sum(pair) for pair in zip(*(made.both(name) for name in parts), strict=True)))
    made.obeys("sum", "trafik", parts)
    made.lines.append("# 2 Trafikens kostnader")
    made.say(
        "För <år> fördelas totalt <trafik> tkr. I kostnaden ingår följande delar:",
        "Sammanlagt avsätts <trafik> tkr under <år> för följande:",
    )
    made.lines.extend(f"* {name.lower()}" for name in (*names, "samordning"))
    made.lines.extend(body)
    return made


_PHRASINGS = (
    "Totalt fördelas <del> tkr för <år>, i snitt <snitt> kr per invånare.",
    "Genomsnittet under <år> är <snitt> kr per invånare, totalt <del> tkr.",
    "För <år> är kostnaden sammanlagt <del> tkr, vilket är <snitt> kr per invånare.",
)
