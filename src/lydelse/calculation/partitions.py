"""Sums that a sentence takes apart or puts together: "45 000 tkr, varav 30 500 tkr till buss och 14 500 tkr till båt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.repair import is_one_typo_off
from lydelse.calculation.said import Said, paragraphs_with_amounts
from lydelse.calculation.testing import held_against
from lydelse.calculation.unit_slips import unit_slips_of
from lydelse.figures.exactness import is_to_the_krona
from lydelse.figures.statements.totals import is_called_total
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.text import Version, tidy
from lydelse.patterns import compiled

_TAKEN_APART = compiled(
    r"(?<!\w)(?:(?:för|upp)dela[dst]\w*|består\s+av|utgörs\s+av|sammansatt\s+av)(?:\s+(?:på|mellan|med|enligt|så|som|att|till|i))*(?!\w)",
    re.IGNORECASE,
)
_OF_THIS = compiled(r"\W*av\s+(?:detta|dessa|det|beloppet|summan|anslaget|medlen)(?!\w)", re.IGNORECASE)
_OF_WHICH = compiled(r"(?<!\w)(?:varav|därav)(?!\w)", re.IGNORECASE)
_TOGETHER = compiled(
    r"(?:,|\(|–|-|;|dvs\.?|eller|alltså)\s*(?:tillsammans|sammanlagt|totalt|summa)(?:\s+(?:ger|blir|är|på|om))?\s*$", re.IGNORECASE
)
_LAST = compiled(r"(?<!\w)(?:och|samt|respektive)(?!\w)", re.IGNORECASE)
_REST = compiled(
    r"(?<!\w)(?:rest(?:en|erande)?|återst\w*|kvarvarande|övrig[at]?|dessutom|därutöver|vardera|minst|högst|bland\s+annat|bl\.?\s?a)(?!\w)",
    re.IGNORECASE,
)
_OTHERWISE = compiled(
    r"(?<!\w)(?:jämfört|tidigare|föregående|höj\w*|sänk\w*|ök\w*|minsk\w*|från|i\s+stället|eller|alternativ\w*|budget\w*|utfall\w*|prognos\w*)(?!\w)",
    re.IGNORECASE,
)
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OTHERS = compiled(r"(?<!\w)(?:för|till|avser|på|i|är|och|samt)\s+(?:de\s+)?övrig\w*", re.IGNORECASE)
"""What is said of the last part of all: "och 1 100 tkr för övrigt", "och övriga avgifter 1 100 tkr"."""
FEWEST_PARTS = 2
LOOKED_FURTHER = 120
"""How many characters after the last part may yet say that something is left: "Resten fördelas senare"."""
MOST_WORDS = 12
"""Parts of one sentence stand with no more words than this between them."""
FURTHEST_OFF = Fraction(1, 10)
"""How far from their whole parts may come, relative to it, and still be thought to be its parts, all of them and nothing else."""


def partitions(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the sums of a sentence, or of the one beside it, with the parts that it names.

    Stated where the words say that the parts are all, and they come to the sum or miss it by a typing error; or where parts of
    which the words may leave some out ("varav") come to more than the whole. Inferred where such parts come to the very sum.
    """
    for paragraph, sentences in paragraphs_with_amounts(ledger, version):
        text = paragraph.text_in(version)
        told = [money for said in sentences if (money := _money_alone(said)) is not None]
        for one, other in zip(([], *told), told, strict=False):
            relation = _of_sentence(other, text, version) if len(other) > FEWEST_PARTS else _of_two(one, other, text, version)
            relation = relation or _of_two(one, other, text, version)
            if relation:
                yield Draft(("partition", paragraph.place.path, relation.whole.quantity), relation)


def _money_alone(said: Sequence[Said]) -> list[Said] | None:
    """Return the amounts of money of a sentence, none where it counts other things as well, None where it states nothing."""
    money = [each for each in said if each.amount.kind is AmountKind.MONEY]
    others = [each for each in said if each.amount.kind not in {AmountKind.MONEY, AmountKind.SHARE}]
    return None if not said else [] if others else money


def _of_two(one: Sequence[Said], other: Sequence[Said], text: str, version: Version) -> Relation | None:
    """Return the parts of one sentence with the total of the next, or a total with the parts of the next: "Av detta ..."."""
    if len(one) >= FEWEST_PARTS and len(other) == 1 and _TAKEN_APART.search(one[0].before) and _stand_together(one):
        whole = other[0]
        is_total = is_called_total(whole.before, whole.after) and not any(_REST.search(each) for each in (one[-1].after, whole.before))
        return _judged(whole, one, version, are_all=True) if is_total else None
    if len(one) == 1 and len(other) >= FEWEST_PARTS and _OF_THIS.match(other[0].before) and _stand_together(other):
        rest = (other[-1].after, text[other[-1].amount.end :][:LOOKED_FURTHER])
        return _judged(one[0], other, version, are_all=False) if not any(_REST.search(each) for each in rest) else None
    return None


def _of_sentence(money: Sequence[Said], text: str, version: Version) -> Relation | None:
    first, last = money[0], money[-1]
    if _TOGETHER.search(last.before):
        parts = money[:-1]
        are_of_one_time = not any(_YEAR.search(each.before) for each in money[1:])
        return _judged(last, parts, version, are_all=True) if are_of_one_time and _stand_together(parts) else None
    parts, lead = money[1:], money[1].before
    between = [first.before, *(each.before for each in parts), text[last.amount.end :][:LOOKED_FURTHER]]
    is_taken_apart = bool(_TAKEN_APART.search(lead) or _TAKEN_APART.search(first.before))
    opened = _OF_WHICH.search(lead)  # a year before "varav" is that of the whole
    are_of_one_time = is_taken_apart or not any(
        _YEAR.search(each) for each in (lead[opened.end() if opened else 0 :], *(each.before for each in parts[1:]))
    )
    if not (are_of_one_time and _stand_together(parts)) or any(_REST.search(_OTHERS.sub(" ", each)) for each in between):
        return None
    if is_taken_apart:
        return _judged(first, parts, version, are_all=True)
    is_said_once = sum(len(_OF_WHICH.findall(each.before)) for each in money) == 1
    return _judged(first, parts, version, are_all=False) if opened and is_said_once else None


def _stand_together(parts: Sequence[Said]) -> bool:
    """Tell whether amounts are listed: few words between them, "och" before the last, none of them a limit, a price or of another time."""
    if len(parts) < FEWEST_PARTS or any(each.amount.per is not None or each.amount.qualifier is not Qualifier.NONE for each in parts):
        return False
    gaps = [other.before for _, other in pairwise(parts)]
    if any(len(gap.split()) > MOST_WORDS or _OTHERWISE.search(gap) for gap in gaps) or _OTHERWISE.search(parts[0].before):
        return False
    return bool(_LAST.search(gaps[-1]))


def _judged(whole: Said, parts: Sequence[Said], version: Version, *, are_all: bool) -> Relation | None:
    if whole.amount.per is not None or whole.amount.qualifier is not Qualifier.NONE:
        return None
    relation = _relation(whole, parts, Origin.STATED if are_all else Origin.INFERRED)
    outcome = held_against(relation, version)
    if outcome is None:
        return None
    if outcome.holds:
        return relation
    furthest = FURTHEST_OFF * whole.amount.exactly
    if are_all:
        is_one = abs(outcome.difference) <= furthest or is_one_typo_off(relation, version) or unit_slips_of(outcome)
        return relation if is_one else None
    return _relation(whole, parts, Origin.STATED, "relation.sum.whereof") if 0 < -outcome.difference <= furthest else None


def _relation(whole: Said, parts: Sequence[Said], origin: Origin, key: str = "relation.sum.list") -> Relation:
    amounts = [whole.amount, *(part.amount for part in parts)]
    wording = Message(key, {"label": tidy(whole.amount.literal), "count": len(parts)})
    chance = chance_of(1, whole.amount.last_place * (len(parts) + 1), abs(whole.amount.exactly))
    entries = tuple(part.entry for part in parts)
    exact = is_to_the_krona(amounts)
    return Relation(RelationKind.SUM, whole.entry, entries, wording, origin, whole.entry.place, 1, chance, exact)
