"""Which finding yields where two rules tell the same fault: the one that says less of it.

A rule knows nothing of the others; only here, where all have spoken, is a fault told once. A finding whose better is not asked for
(``--ignore``) is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lydelse.model.finding import Finding, Passage

Told = Callable[[Finding, Finding], bool]


def _is_among(weaker: Finding, stronger: Finding) -> bool:
    """Tell whether all that one finding points at is pointed at by the other."""
    return {_spot(each) for each in weaker.passages} <= {_spot(each) for each in stronger.passages}


def _is_mended(weaker: Finding, stronger: Finding) -> bool:
    """Tell whether the one finding suggests another figure for what the other points at."""
    return weaker.passages[0].text in stronger.suggestion and _is_among(weaker, stronger)


def _is_in_the_same_paragraph(weaker: Finding, stronger: Finding) -> bool:
    return bool(weaker.place.path) and weaker.place.path == stronger.place.path


YIELDS: Mapping[str, Mapping[str, Told]] = {
    "Y201": {"K501": _is_among},
    "Y204": {"T305": _is_among, "S101": _is_mended, "S102": _is_mended, "S103": _is_mended},
    "W701.unit": {"T305": _is_in_the_same_paragraph, "Y204": _is_in_the_same_paragraph},
}
"""The codes, or the cases of a code, that yield, each with those that they yield to and when: an amount left behind is said best by
what it contradicts, a jump by the sum that it breaks, a changed unit by the size that it gives."""


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without those that others of them tell better."""
    every = tuple(findings)
    by_code: dict[str, list[Finding]] = {}
    for each in every:
        by_code.setdefault(each.code, []).append(each)
    return tuple(each for each in every if not _yields(each, by_code))


def _yields(finding: Finding, by_code: Mapping[str, list[Finding]]) -> bool:
    betters = YIELDS.get(finding.message.key) or YIELDS.get(finding.code, {})
    return any(is_told(finding, better) for code, is_told in betters.items() for better in by_code.get(code, ()))


def _spot(passage: Passage) -> tuple[str, str]:
    return passage.place.path, passage.text
