"""A culture board's terms: a counted list, a list with its sum, brackets, a word that obliges, a share of one of two likes, options."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.figures_made.made import Made, percent, rounded

_KINDS = ("Verksamhetsstöd", "Arrangemangsstöd", "Utvecklingsstöd", "Lokalstöd", "Startstöd")
_COUNTED = {3: "tre", 4: "fyra", 5: "fem"}


def make(chance: Random) -> Made:
    """Return terms for associations and stages."""
    made = Made(chance)
    made.say("#0 Villkor för kulturstöd <år>", "#0 Regler för stöd till kulturlivet <år>")
    kinds = chance.sample(_KINDS, chance.randint(3, 5))
    made.lines.append("# 1 Stödformer")
    made.say(
        f"Stödet består av följande {_COUNTED[len(kinds)]} delar:",
        f"Det finns {_COUNTED[len(kinds)]} former av stöd. Följande stöd kan sökas:",
    )
    made.lines += [f"* {kind.lower()}" for kind in kinds]
    _budget(made, kinds)
    _brackets(made)
    made.lines.append("# 4 Redovisning")
    made.word("plikt", chance.choice(["ska", "måste"]))
    made.say(
        "Den som får stöd <plikt> lämna en redovisning till nämnden senast den 1 mars.",
        "Mottagaren <plikt> visa upp sina räkenskaper när nämnden begär det.",
    )
    _share(made)
    _alternatives(made)
    return made


def _budget(made: Made, kinds: list[str]) -> None:
    made.lines.append("# 2 Budget")
    factor = percent(made.chance)
    names = [f"stöd{at}" for at in range(len(kinds))]
    for name in names:
        before = Decimal(made.chance.randint(1_200, 9_800))
        made.figure(name, before, rounded(before * factor))
    total = [sum(pair) for pair in zip(*(made.both(name) for name in names), strict=True)]
    made.figure("stöd", *total)
    made.say(
        "Stödet för <år> uppgår till <stöd> tkr och fördelas enligt följande:",
        "Kostnaden för <år> är <stöd> tkr och består av:",
        "För <år> avsätts <stöd> tkr, som fördelas på följande sätt:",
    )
    made.lines += [f"* {kind.lower()} <{name}> tkr" for kind, name in zip(kinds, names, strict=True)]
    made.obeys("sum", "stöd", names)


def _brackets(made: Made) -> None:
    low, high = made.chance.choice([(20, 50), (30, 80), (25, 60)])
    made.lines += [
        "# 3 Deltagare",
        "|= Antal deltagare | Stöd (kr)",
        f"| 1–{low} | 1 000",
        f"| {low + 1}–{high} | 2 000",
        f"| {high + 1}–200 | 3 500",
    ]


def _share(made: Made) -> None:
    made.lines.append("# 5 Påslag")
    made.word("underlag", "ersättning till scener för barn")
    made.say(
        "Ett påslag på 2 % av <underlag> lämnas för lokaler på landsbygden.",
        "För turnéer lämnas dessutom 3 % av <underlag>.",
    )
    for at, title in enumerate(("Ersättning till scener i hela länet", "Ersättning till scener för barn"), 1):
        before = Decimal(made.chance.randint(11_000, 48_000))
        made.figure(f"scener{at}", before, rounded(before * percent(made.chance)))
        made.lines += [f"# 5.{at} {title}", f"Totalt fördelas <scener{at}> tkr under <år>."]


def _alternatives(made: Made) -> None:
    chance = made.chance
    now = Decimal(chance.randint(150, 240)) / 10
    less = [Decimal(chance.randint(8, 24)) / 10 for _ in range(2)]
    for at, value in enumerate((now, now - less[0], now - less[1], now - sum(less))):
        made.figure(f"alternativ{at}", value)
    made.lines += [
        "# 6 Alternativ",
        "Med dagens villkor uppgår kostnaden för scenerna till <alternativ0> mkr.",
        "Första alternativet är färre föreställningar, och kostnaden skulle då bli <alternativ1> mkr.",
        "Andra alternativet är högre avgifter. Kostnaden skulle bli <alternativ2> mkr.",
        "Ett tredje alternativ är båda. Då skulle kostnaden uppgå till <alternativ3> mkr.",
    ]
