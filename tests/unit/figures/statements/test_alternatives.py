from __future__ import annotations

import pytest

from lydelse.figures.statements.alternatives import alternative_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Första alternativet är att bygga.", 1),
        ("Flera beräkningar har gjorts. Andra alternativet är att hyra.", 2),
        ("Ett tredje alternativt är båda.", 3),
        ("Alternativ 2: kostnaden blir 5 mkr.", 2),
        ("Alternativ B innebär en lägre gräns.", 2),
        ("Privata alternativ saknas.", None),
        ("Alternativ 1 och därefter. Alternativ 2 jämförs.", None),
        ("Alternativ 2,5 mkr.", None),
    ],
)
def test_an_alternative_is_told_by_its_number(text: str, number: int | None) -> None:
    assert alternative_in(text) == number
