"""The values that the JSON documents share: sources, runs, places, figures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from json.encoder import encode_basestring
from math import isfinite

from lydelse.model.amount import Amount
from lydelse.model.change import Proof
from lydelse.model.document import Source
from lydelse.model.finding import Passage, Unread
from lydelse.model.place import Box
from lydelse.model.text import Run
from lydelse.reports.wording import convention_in_words, say

on_one_line = json.JSONEncoder(ensure_ascii=False).encode
"""Return the text of a value, without line ends."""
Json = dict[str, object]
"""One JSON object; its values are what ``json.dumps`` takes."""


class Written(str):
    """A value that is JSON text already."""

    __slots__ = ()


def dumped(content: Json, deepest: int | None = None) -> str:
    """Return the text of a JSON document, its keys in the order given; what lies deeper than ``deepest`` levels stands on one line.

    The text is that of ``json.dumps`` with an indent of 1, which takes five times as long: it hands out every sign by itself.
    """
    return _text_of(content, "\n", deepest or sys.maxsize) + "\n"


def _text_of(value: object, line: str, deepest: int) -> str:
    """Return the text of a value; ``line`` is a line's end with the indent that it stands with."""
    if isinstance(value, str):
        return value if isinstance(value, Written) else encode_basestring(value)
    if len(line) > deepest:
        return on_one_line(value)
    if isinstance(value, dict) and value:
        inner = line + " "
        rows = [
            f"{encode_basestring(key)}: {encode_basestring(each) if isinstance(each, str) else _text_of(each, inner, deepest)}"
            for key, each in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(rows)}{line}}}"
    if isinstance(value, (list, tuple)) and value:
        inner = line + " "
        return f"[{inner}{f',{inner}'.join([_text_of(each, inner, deepest) for each in value])}{line}]"
    return repr(value) if type(value) is int or (isinstance(value, float) and isfinite(value)) else json.dumps(value)


def decimal_json(value: Decimal | None) -> str | None:
    """Return a figure as a plain decimal string in its printed scale: "1.10", never "1E+3"."""
    return None if value is None else format(value, "f")


def value_json(amount: Amount | None) -> str | None:
    """Return the value of an amount as a plain decimal string."""
    return None if amount is None else decimal_json(amount.value)


def probability_json(probability: Fraction | None) -> str | None:
    """Return a probability with three decimals, more where it is small enough to need them."""
    if probability is None:
        return None
    value = Decimal(probability.numerator) / Decimal(probability.denominator)
    places = Decimal("0.001") if value >= Decimal("0.01") else Decimal("0.000001")
    return decimal_json(value.quantize(places, ROUND_HALF_EVEN))


def box_json(box: Box | None) -> list[float]:
    """Return a box as its four numbers in points, rounded to hundredths; empty where there is none."""
    return [] if box is None else [round(side, 2) for side in box]


def source_json(source: Source, language: str) -> Json:
    """Return the file that a document was read from."""
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "producer": source.producer,
        "pages": source.pages,
        "redline": source.redline.value,
        "convention": convention_in_words(source, language),
    }


def runs_json(runs: Iterable[Run]) -> list[Json]:
    """Return runs with their marks."""
    return [{"text": run.text, "status": run.mark.value, "author": run.author, "date": run.date} for run in runs if run.text]


def passages_json(passages: Sequence[Passage]) -> list[Json]:
    """Return the places of a finding or a relation with the text that stands there."""
    return [
        {
            "document": passage.document,
            "section": passage.place.section,
            "section_id": passage.place.section_id,
            "page": passage.place.page,
            "box": box_json(passage.place.box),
            "text": passage.text,
        }
        for passage in passages
    ]


def unread_json(unread: Iterable[Unread], language: str) -> list[Json]:
    """Return what was seen and not read, not compared, or guessed."""
    return [
        {
            "code": each.code,
            "severity": each.severity.value,
            "message": say(each.message, language),
            "page": each.page,
            "document": each.document,
        }
        for each in unread
    ]


def proof_json(proof: Proof | None) -> Json | None:
    """Return whether the comparison gives back its two texts; None where there is no proof."""
    if proof is None:
        return None
    return {"reject_all_is_before": proof.reject_all_is_before, "accept_all_is_after": proof.accept_all_is_after}
