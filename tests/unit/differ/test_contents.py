from __future__ import annotations

import pytest

from lydelse.differ import compare_marked
from lydelse.extractors.written import written

BODY = "# 1 Inledning\nText.\n# 2 Pris\nPriset är 500 kr.\n# 2.1 Tak 700 000 kr\nText.\n# Andel 15 %\nText.\n"


def values(text: str) -> list[str]:
    return [str((entry.after or entry.before).value) for entry in compare_marked(written(text)).entries]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "contents",
    [
        "1 Inledning\n2 Pris\n2.1 Tak 700 000 kr\nAndel 15 %\n",
        "# Innehåll\n1 Inledning\n2 Pris\n2.1 Tak 700 000 kr\nAndel 15 %\n",
        "1 Inledning 2\n2 Pris 3\n2.1 Tak 700 000 kr 3\nAndel 15 % 4\n",
        "*1 Inledning\n*2 Pris\n2.1 Tak 600 000 kr\nAndel 15 %\n",
    ],
    ids=["before the first heading", "under a heading", "with pages", "older than its headings"],
)
def test_amounts_in_a_table_of_contents_are_not_counted_again(contents: str) -> None:
    assert values(contents + BODY) == ["500"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Andel 15 %\n" + BODY, ["15", "500"]),
        ("1 Inledning om 100 kr\n2 Pris om 200 kr\nTak om 300 kr\n" + BODY, ["100", "200", "300", "500"]),
        (
            "# 1 Delar\n1.1 A 100 kr\n1.2 B 200 kr\n1.3 C 300 kr\n# 1.1 A 100 kr\nx\n# 1.2 B 200 kr\nx\n# 1.3 C 300 kr\nx",
            ["100", "200", "300"],
        ),
    ],
    ids=["one line", "lines that are no headings", "a list of the parts of a section"],
)
def test_amounts_of_what_only_resembles_a_table_of_contents_are_counted(text: str, expected: list[str]) -> None:
    assert values(text) == expected
