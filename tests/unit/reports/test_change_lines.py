"""What is said beside a change: the small word that it turns on, and the references that follow it."""

from __future__ import annotations

import json

from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written
from lydelse.model.change import Comparison
from lydelse.reports import html, json_comparison, terminal
from lydelse.reports.terminal import Screen
from support.pages import StrictPage

TURNED = compare_marked(written("# 1 Plan\nNämnden [-ska-] {+bör+} yttra sig varje år.\n* Priset är 90 kr [-exkl. moms-]."))
RENUMBERED = compare(
    written("# 1 Allmänt\nHyran finns i avsnitt 2.\n# 2 Hyra\nHyran betalas i förskott."),
    written("# 1 Allmänt\nHyran finns i avsnitt 3.\n# 2 Parter\nParterna är två.\n# 3 Hyra\nHyran betalas i förskott."),
)


def on_screen(comparison: Comparison, language: str = "sv") -> list[str]:
    return terminal.write_comparison(comparison, Screen(100), language).splitlines()


def test_a_small_word_stands_beside_its_change() -> None:
    assert "Ändrat · stycke · 1 · småord: ”ska” → ”bör”" in on_screen(TURNED)
    assert "Ändrat · listpunkt · 1 · småord: ”exkl. moms” utgår" in on_screen(TURNED)
    assert "Reworded · paragraph · 1 · small word: “ska” → “bör”" in on_screen(TURNED, "en")


def test_a_small_word_stands_beside_its_text_on_the_page() -> None:
    page = StrictPage(html.write_comparison(TURNED, version="1"))
    labels = [element.text for element in page.all("strong") if element.attributes.get("class") == "small-word"]
    assert labels == ["småord: ”ska” → ”bör”", "småord: ”exkl. moms” utgår"] * 2, "once inline and once side by side"


def test_references_that_follow_are_told_with_the_renumbering() -> None:
    lines = on_screen(RENUMBERED)
    assert "2 ändringar" in lines
    assert "Omnumrerat, i övrigt oförändrat · avsnitt · 2 → 3 · 1 hänvisning följer med (1)" in lines
    assert not any("Ändrat" in line for line in lines)


def test_the_json_has_both() -> None:
    words = [change["small_words"] for change in json.loads(json_comparison.write(TURNED))["changes"]]
    assert words[0] == [{"meaning": "duty", "before": "ska", "after": "bör", "governs": "yttra sig varje år"}]
    assert (words[1][0]["before"], words[1][0]["after"]) == ("exkl. moms", None)
    (followed,) = [change for change in json.loads(json_comparison.write(RENUMBERED))["changes"] if change["kind"] == "reworded"]
    assert (followed["class"], followed["following"]) == ("reference", [{"before": "2", "after": "3"}])
