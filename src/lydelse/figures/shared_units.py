"""Lists whose last figure alone has the unit: "varav läkare 68, sköterskor 23 och akuten 13 mkr", "200 för vuxna och 100 kr för barn"."""

from __future__ import annotations

from lydelse.figures.numbers import Number
from lydelse.model.amount import Amount, AmountKind
from lydelse.patterns import compiled

_LOOK_BACK = 200
_PARTED = compiled(r"(?:\b(?:varav|därav|fördela\w*|uppdela\w*|delas\s+upp)\b|:)[^.;!?]*$")
"""What says that a whole is parted in what follows."""
_NEXT_ITEM = compiled(r"(?:,|\s+(?:och|samt))\s+(?:[^\W\d_][\w-]*\s+){1,5}")
_NAMED = compiled(r"(?<![\w-])(?P<word>[^\W\d_]{3,}[\w-]*)\s+$")
_OTHERWISE = frozenset(
    """
    avsnitt avsnittet avsnitten punkt punkten punkterna tabell tabellen tabellerna bilaga bilagan bilagorna kapitel kapitlet sida sidan
    sidorna artikel artikeln paragraf paragrafen rad raden nummer nivå nivån grupp gruppen klass klassen steg fas zon vecka dag kategori typ
    alternativ januari februari mars april maj juni juli augusti september oktober november december
    den kvartal årskurs årskurserna ålder åldern år
    """.split()  # noqa: SIM905 - a list of so many words is read as text
)
"""Words before a number that is a name, a date or an age."""
_PREPOSITION = compiled(r"\s+(?P<for>för|till|vid|hos|på|inom)\s+[^\d,.;:()!?]{2,40}?(?:,|\s+(?:och|samt|respektive))\s+")
_BEGINS = compiled(r"(?:\b(?:är|blir|var|på|med|om|till|kostar|betalas|utgår)|:|,|\b(?:och|samt|respektive))\s+$")
_RESPECTIVE = compiled(r"\s+(?:respektive|resp\.?)\s+[0-9]")
_KINDS = {AmountKind.MONEY, AmountKind.SHARE}


def shares_unit(text: str, number: Number, following: Amount) -> bool:
    """Tell whether a bare figure has the unit of the amount that follows it, as an item of the same list."""
    if following.kind not in _KINDS or number.is_year:
        return False
    between = text[number.end : following.start]
    before = text[max(0, number.start - _LOOK_BACK) : number.start]
    named = _NAMED.search(before)
    if named and named["word"].lower() in _OTHERWISE:
        return False
    if between == ", ":
        return _RESPECTIVE.match(text, following.end) is not None and text[following.start : following.end] == following.literal
    if _NEXT_ITEM.fullmatch(between):
        return named is not None and _PARTED.search(before) is not None
    said = _PREPOSITION.fullmatch(between)
    return said is not None and _BEGINS.search(before) is not None and text[following.end :].lstrip().startswith(f"{said['for']} ")
