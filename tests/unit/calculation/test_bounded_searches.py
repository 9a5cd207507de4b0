"""Every search for relations that is bounded stops at its bound, and says so."""

from __future__ import annotations

import pytest

from lydelse.calculation import section_sums, shares, together, unlabelled_sums, uprating
from support.calculations import calculation_of

CROSSED = "# 1 Budget\n|= Post (tkr) | Norr | Söder | Summa\n| Lön | 10 | 20 | 30\n| Hyra | 10 | 20 | 30\n| Summa | 20 | 40 | 60\n"
SECTIONS = """
# 5 Medel
Totalt fördelas 91 300 tkr.
# 5.1 Norr
Totalt avsätts 50 000 tkr, i fjol 49 000 tkr. Totalt avsätts 51 000 tkr.
# 5.2 Söder
Totalt avsätts 40 300 tkr. Totalt avsätts 39 000 tkr.
"""
NAMED = """
# 5 Medel
# 5.1 Bidrag
Totalt avsätts 10 % av grundbidrag och lokalbidrag, totalt 900 tkr.
|= Post | Grundbidrag (tkr)
| Grundbidrag | 4 000
| Grundbidrag barn | 4 100
| Grundbidrag unga | 4 200
| Lokalbidrag | 5 000
| Lokalbidrag barn | 5 100
| Lokalbidrag unga | 5 200
"""


UPRATED = "# 1 Priser\n|= Besök | Kr\n" + "\n".join(f"| {name} | [-{1000 * at}-] {{+{1031 * at}+}}" for at, name in enumerate("abcdef", 11))


def _stopped(text: str) -> list[str]:
    return [message.key for message in calculation_of(text).stopped]


@pytest.mark.parametrize(
    ("module", "bound", "text", "said"),
    [
        (together, "MOST_RELATIONS", CROSSED, "calculation.stopped"),
        (unlabelled_sums, "MOST_CELLS", CROSSED, "calculation.table"),
        (section_sums, "MOST_COMBINATIONS", SECTIONS, "calculation.sections"),
        (uprating, "MOST_GROUPS", UPRATED, "calculation.groups"),
        (shares, "MOST_READINGS", NAMED, "calculation.readings"),
    ],
)
def test_a_search_that_is_not_made_in_full_says_so(
    module: object, bound: str, text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said not in _stopped(text)
    monkeypatch.setattr(module, bound, 1)
    assert said in _stopped(text)
