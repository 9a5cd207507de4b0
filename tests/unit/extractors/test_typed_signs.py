"""Signs that somebody typed to show changes are asked about; brackets alone are no such signs."""

from __future__ import annotations

import pytest

from lydelse.extractors.typed_signs import typed_signs
from lydelse.extractors.written import written
from lydelse.model.document import Document


def document_of(text: str) -> Document:
    """Brackets and signs as text, not as the mini-language's own."""
    return written(text.replace("[", "\\[").replace("{", "\\{"))


@pytest.mark.parametrize(
    "text",
    [
        "Priset är [-412-] {+428+} kr.",
        "Priset är {--412--} {++428++} kr.",
        "Priset är [utgår: 412] [tillkommer: 428] kr.",
        "Priset är (stryks: 412) (ny text: 428) kr.",
        "Priset är ~~412~~ 428 kr och taket ~~500~~ 550 kr.",
        "Priset är <del>412</del> <ins>428</ins> kr.",
        "Priset är [412 utgår] 428 kr. Taket är [500 – stryks] 550 kr.",
        "Priset är [412] {428} kr, taket [50] {55} kr och golvet [10] {12} kr.",
        "Priset är [[412]] [428] kr, taket [[50]] [55] kr och golvet [[10]] [12] kr.",
        "Ersättningen höjs till [412] 428 kr och för de äldre till [1 050 kr] 1 090 kr.",
        "Priset är 412 kr → 428 kr på vardagar och 500 -> 550 kr på helger.",
        "Priset är A412A 428 kr och taket A500A 550 kr.",
    ],
)
def test_signs_that_show_again_and_again_what_goes_and_what_comes_are_asked_about(text: str) -> None:
    (said,) = typed_signs(document_of(text))
    assert (said.code, said.message.key) == ("X903", "X903.typed-signs")
    assert said.message.facts["count"] in {2, 3}


@pytest.mark.parametrize(
    "text",
    [
        "Priset är [-412-] 428 kr.",
        "Priset är {+428+} kr.",
        "Priset är ~~412~~ 428 kr.",
        "Priset är <del>412</del> 428 kr.",
        "Priset är [utgår: 412] 428 kr.",
        "Priset är 412 [412 utgår] 428 kr.",
        "Priset är #412# 428 kr.",
        "Priset är X412X 428 kr.",
        "Priset är /1 412/ *1 428* kr.",
        "Priset är <<412>> 428 kr.",
        "- Priset är 412 kr för varje besök.\n+ Priset är 428 kr för varje besök.",
        "- Priset är 412 kr för varje besök. + Priset är 428 kr för varje besök.",
    ],
)
def test_a_single_sign_that_means_nothing_else_is_asked_about(text: str) -> None:
    (said,) = typed_signs(document_of(text))
    assert (said.message.key, said.message.facts["count"]) == ("X903.typed-signs", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ange [namn], [datum] och [ort]. Se [1] och [2]. Listan {a, b} och mängden {c}.",
        "Se [avtalet](https://x.se/a) och [bilagan](https://x.se/b) samt [listan](https://x.se/c).",
        "Stödet (utgår 2026) betalas (nytt: se bilaga) en gång.",
        "Priset är 400 kr (tillägg: 200 kr) på vardagar och 500 kr (tillägg: 250 kr) på helger.",
        "Avtalet (upphör: 2026-12-31) gäller. Taxan [nytt: 2026] och listan [utgår: 1 juli 2026] följer.",
        "Priset är [412] 428 kr. Det gäller [1] personer.",
        "Antalet var (412) 428 av dem i fjol, och (2024) 2025 eller (2025) 2026 kom nya. Åren 2024 → 2025 → 2026.",
        "Resultat (412) (428) och 380 (412) 428",
        "Sidan -3-\n4 kap. Pumpen A40A 1 290 kr och pumpen A60A 1 590 kr. Se /12/ 480 och #5# 12.",
        "Ersättningen är 412 -> 428 kr.",
        "- Grundbelopp för varje elev + tillägg för elever som bor långt bort.\n- Priset är 4 + 5 kr.",
        "~~~~~~~~~~~~~~~~~~~~\n\nAvsnitt\n\n~~~~~~~~~~~~~~~~~~~~",
        "Skicka till <anna@x.se> eller <bo@x.se>. Nivån är < 5 och > 3, eller <10 och >7.",
        "Avdrag [a] görs [b] när [c] gäller.",
    ],
)
def test_ordinary_brackets_placeholders_links_and_a_lone_sign_are_not(text: str) -> None:
    assert not list(typed_signs(document_of(text)))


def test_a_document_with_marks_of_its_own_is_not_asked_about() -> None:
    assert not list(typed_signs(written("Priset är [-412-] 428 kr. \\[utgår: 5] \\[tillkommer: 6]")))


def test_a_document_without_text_is_not_asked_about() -> None:
    assert not list(typed_signs(written("")))
