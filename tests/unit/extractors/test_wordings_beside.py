"""Two wordings in one document without marks."""

from __future__ import annotations

import pytest

from lydelse.extractors.wordings_beside import wordings_beside
from lydelse.extractors.written import written

WORDING = "Priset är 5 kr för varje besök. | Priset är 6 kr för varje besök."


def asked(text: str) -> list[tuple[str, object]]:
    return [(each.message.key, each.message.facts["count"]) for each in wordings_beside(written(text))]


@pytest.mark.parametrize(
    "heads",
    [
        "Nuvarande lydelse | Föreslagen lydelse",
        "Föreslagen lydelse | Nuvarande lydelse",
        "Gällande text | Ny text",
        "Nuvarande skrivning i reglementet | Förslag till ny skrivning",
        "Tidigare formulering: | Ny formulering:",
        "Punkt | Nuvarande lydelse | Föreslagen lydelse",
    ],
)
def test_columns_with_heads_of_wordings_are_asked_about(heads: str) -> None:
    row = WORDING if heads.count("|") == 1 else f"1 | {WORDING}"
    assert asked(f"# 5 Pris\n|= {heads}\n| {row}\n") == [("X903.wordings-beside", 1)]


def test_heads_below_a_row_of_their_own_are_heads() -> None:
    assert asked(f"|= Ändringar 2026\n| Nuvarande lydelse | Föreslagen lydelse\n| {WORDING}\n") == [("X903.wordings-beside.unplaced", 1)]


def test_several_tables_are_asked_about_once() -> None:
    table = f"|= Nuvarande lydelse | Föreslagen lydelse\n| {WORDING}\n"
    assert asked(f"{table}Mer.\n{table}") == [("X903.wordings-beside.unplaced", 2)]


def test_a_line_with_both_heads_is_asked_about() -> None:
    assert asked("Nuvarande lydelse   Föreslagen lydelse\nPriset är 5 kr. Priset är 6 kr.\n") == [("X903.wordings-beside.unplaced", 1)]


def test_wordings_under_headings_of_their_own_are_asked_about() -> None:
    text = "# 5 Pris\n## 5.1 Nuvarande lydelse\nPriset är 5 kr.\n## 5.2 Föreslagen lydelse\nPriset är 6 kr.\n"
    assert asked(text) == [("X903.wordings-in-turn", 1)]


@pytest.mark.parametrize(
    "heads",
    [
        "Gällande | Förslag",
        "Idag | Nytt",
        "Dagens | Föreslås",
        "2025 | 2026",
        "Avtal 2025 | Avtal 2026",
        "Före ändring | Efter ändring",
        "Från | Till",
    ],
)
def test_heads_of_versions_over_texts_that_are_alike_are_asked_about(heads: str) -> None:
    assert asked(f"# 5 Pris\n|= {heads}\n| {WORDING}\n") == [("X903.wordings-beside", 1)]
    assert asked(f"# 5 Pris\n|= Punkt | {heads}\n| 1 | Taxa | Taxa\n| 2 | {WORDING}\n") == [("X903.wordings-beside", 1)]
    assert asked(f"|= {heads}\n| Taxan gäller från januari och prövas årligen. | Varje nämnd svarar för sina egna lokaler.\n") == []
    assert asked(f"|= {heads}\n| Priset är 5 kr för varje besök. | Priset är 5 kr för varje besök.\n") == []


def test_columns_read_one_after_the_other_are_asked_about_where_they_are_alike() -> None:
    one, other = WORDING.split(" | ")
    assert asked(f"Gällande Förslag\n{one}\n{other}\n") == [("X903.wordings-beside.unplaced", 1)]
    assert asked(f"Gällande\nTaxa\n{one}\nFörslag\nTaxa\n{other}\n") == [("X903.wordings-in-turn.unplaced", 1)]
    assert asked(f"Gällande Förslag\n{one}\nTaxan gäller från årsskiftet.\n{other}\n") == [("X903.wordings-beside.unplaced", 1)]
    assert asked(f"Gällande Förslag\n{one}\nVarje nämnd svarar för sina egna lokaler.\n") == []
    assert asked(f"Gällande\n{one}\nFörslag\nVarje nämnd svarar för sina egna lokaler.\n") == []
    assert asked(f"Budget 2025\n{one}\nBudget 2026\n{other}\n") == []


@pytest.mark.parametrize(("one", "other"), [("Gammal", "Ny"), ("Nuvarande text", "Föreslagen text"), ("Före", "Efter"), ("Nytt", "Idag")])
def test_wordings_after_labels_are_asked_about(one: str, other: str) -> None:
    text = "Priset är {} kr för varje besök.".format
    assert asked(f"{one}: {text(5)}\n{other}: {text(6)}\n") == [("X903.wordings-in-turn.unplaced", 1)]
    assert asked(f"{one}: {text(5)} {other}: {text(6)}\n") == [("X903.wordings-in-turn.unplaced", 1)]
    assert asked(f"{one}: {text(5)}\n{other}: Varje nämnd svarar för sina egna lokaler.\n") == []
    assert asked(f"Telefon: {text(5)}\nAdress: {text(6)}\n") == []


def test_two_years_over_texts_that_are_nearly_the_same_are_asked_about_and_the_years_of_a_budget_are_not() -> None:
    one, other = (
        f"Priset är {price} kr för varje besök på mottagningen. Den som uteblir betalar samma avgift, om besöket inte avbokats dagen innan."
        for price in (5, 6)
    )
    assert asked(f"Avtal 2025\n{one}\nAvtal 2026\n{other}\n") == [("X903.wordings-in-turn.unplaced", 1)]
    assert asked(f"Avtal 2025\n{one}\nAvtal 2026\n{other}\nAvtal 2027\n{one}\n") == []
    assert asked(f"Avtal 2025 Avtal 2026\n{one}\n{other}\n") == [("X903.wordings-beside.unplaced", 1)]
    assert asked("Budget 2025 Budget 2026\nKostnad för resor i tjänsten 5 6\nKostnad för möten i tjänsten 6 7\n") == []
    assert asked(f"Avtal 2025\n{one}\nTaxa 2026\n{other}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "|= Nuvarande avgift | Ny avgift\n| 5 kr | 6 kr\n",
        "|= Nuvarande lydelse | Föreslagen lydelse\n| 5 kr | 6 kr\n",
        "|= Nuvarande | Föreslagen\n| En mening om pris som är lång. | En annan mening om pris.\n",
        "Nuvarande lydelse är otydlig, och föreslagen lydelse löser det.\n",
        "Nuvarande lydelse\nPriset är 5 kr.\n",
        "Föreslagen lydelse\nPriset är 6 kr.\nNuvarande lydelse\nPriset är 5 kr.\n",
        f"|= Nuvarande lydelse | Föreslagen lydelse\n| {WORDING}\nPriset är [-5-]{{+6+}} kr.\n",
    ],
    ids=["amounts", "short values", "no wording", "a sentence", "one alone", "the later first", "marked"],
)
def test_other_documents_are_not_asked_about(text: str) -> None:
    assert asked(text) == []


def test_a_document_without_text_is_not_asked_about() -> None:
    assert asked("") == []
