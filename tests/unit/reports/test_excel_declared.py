"""The relations of a declared model, and those of several documents, as live formulas of the workbook."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from lydelse import flow
from lydelse.model.wishes import Wishes
from lydelse.reports import excel
from support.live_workbooks import opened, rows, values_of, worked_out_anew
from support.models import THIS_YEAR

MODEL = """
[storhet.ram]
avsnitt = "4 Ersättning"
etikett = "Totalt fördelas"
enhet = "tkr"
[storhet.listning]
avsnitt = "4.1"
etikett = "Totalt fördelas"
enhet = "tkr"
[storhet.vikt_ett]
avsnitt = "4.1"
etikett = "Vikt 1,00"
enhet = "kr"
[storhet.cni]
avsnitt = "4.2"
etikett = "totalt"
enhet = "tkr"
[storhet.cni_snitt]
avsnitt = "4.2"
etikett = "Genomsnittet"
enhet = "kr per invånare"
[storhet.glesbygd]
avsnitt = "4.3"
etikett = "totalt"
enhet = "tkr"
[storhet.andel]
avsnitt = "4.3"
etikett = "Till glesbygd går"
enhet = "%"
[storhet.rehab]
avsnitt = "4.5"
etikett = "Totalt fördelas"
enhet = "tkr"
[storhet.antal]
tal = {2025 = 132250, 2026 = 132230}
[relation.gles]
uttryck = "glesbygd = andel * (listning + cni + glesbygd)"
[relation.huvuden]
uttryck = "listning / vikt_ett = cni / cni_snitt"
[relation.ramen]
uttryck = "ram - listning = 493785000"
[relation.per_listad]
uttryck = "listning = vikt_ett * antal"
[befolkning.listade]
datum = "2025-11-01"
avsnitt = "4.5"
kolumn = "Vikt"
snitt = "0,9215"
grupper = {"0–19" = 30, "20–64" = 50, "65 år och äldre" = 15}
[storhet.grupperna]
avsnitt = "4.6"
etikett = "Grupperna får"
enhet = "kr"
[befolkning.grupper]
datum = "2025-11-01"
avsnitt = "4.5"
kolumn = "Vikt"
snitt = "0,9221"
grupper = {"0–19" = 30, "20–64" = 50, "65 år och äldre" = 15}
pris = "vikt_ett"
total = "grupperna"
[index.lpik]
procent = "3,1"
storheter = ["rehab"]
"""
"""A model of our own in which something is an equation that is solved, one whose sides are held together, a number of a year, a population
and an index."""

EXPECTED = {
    *(f"=({each}*1000+{each}*1000)*{each}/100/(1-{each}/100)/1000" for each in "IJ"),
    *(f"={each}*1000/{each}" for each in "IJ"),
    "=132250*I/1000",
    "=132230*J/1000",
    "=493785000",
    "=(J*30+J*50+J*15)/95",
    "=J*(J*30+J*50+J*15)",
    "=I*1.031",
}
"""What the model makes of the figures, in either version: I is a cell of the current wording, J one of the proposed."""


def live(content: bytes) -> Sequence[tuple[str, str, float]]:
    """Return the origin, the formula and the difference of each relation that has a formula."""
    formulas, values = rows(opened(content), "Samband"), rows(opened(content, values=True), "Samband")
    pairs = zip(formulas, values, strict=True)
    return [
        (str(one["Ursprung"]), str(one["Uträknat"]), float(str(other["Skillnad"]))) for one, other in pairs if one["Uträknat"] is not None
    ]


@pytest.fixture
def against_model(tmp_path: Path) -> bytes:
    document, model = tmp_path / "handling.md", tmp_path / "modell.toml"
    document.write_text(f"{THIS_YEAR}\n## 4.6 Grupper\nGrupperna får [-199 000-]{{+201 568+}} kr.\n", "utf-8")
    model.write_text(MODEL, "utf-8")
    return excel.write(flow.review(document, wishes=Wishes(model=model)))


def test_each_relation_of_the_model_that_holds_is_a_formula_over_the_amounts(against_model: bytes) -> None:
    declared = [each for each in rows(opened(against_model), "Samband") if each["Ursprung"] == "från beräkningsmodellen"]
    assert len(declared) > 10
    assert all("Belopp!" in f"{each['Står']} {each['Uträknat']}" for each in declared)


def test_the_model_s_own_expression_is_what_is_worked_out(against_model: bytes) -> None:
    formulas = [
        re.sub(r"Belopp!([IJ])\d+", r"\1", formula) for origin, formula, _ in live(against_model) if origin == "från beräkningsmodellen"
    ]
    assert set(formulas) == EXPECTED


def test_another_program_works_out_what_the_model_says_and_finds_no_error(against_model: bytes, tmp_path: Path) -> None:
    saved, again = values_of(against_model), worked_out_anew(against_model, tmp_path)
    assert [cell.coordinate for sheet in again for row in sheet.iter_rows() for cell in row if cell.data_type == "e"] == []
    assert {at for at, value in saved.items() if again[at[0]][at[1]].value != pytest.approx(value, rel=1e-3, abs=1e-2)} == set()


def test_every_document_of_one_check_has_its_relations_as_formulas_over_its_own_amounts(tmp_path: Path) -> None:
    files = [tmp_path / "fjol.md", tmp_path / "i-år.md"]
    for file, amount in zip(files, ("100", "200"), strict=True):
        total = int(amount) + 50
        file.write_text(f"# 1 Stöd\n|= Del | Belopp (tkr)\n| Drift | {amount}\n| Hyra | 30\n| Resor | 20\n| Summa | {total}\n", "utf-8")
    review = flow.check_each(files)
    content = excel.write(review)
    amounts = opened(content)["Belopp"]
    relations = [each for each in rows(opened(content), "Samband") if each["Uträknat"] is not None]
    assert {confirmed.document for confirmed in review.confirmed} == {"fjol.md", "i-år.md"}
    assert len(relations) == len(review.confirmed) == 2
    for relation, file, total in zip(relations, files, (150, 250), strict=True):
        cell = str(relation["Står"]).removeprefix("=Belopp!")
        assert amounts[cell].value == total
        assert amounts[f"A{cell[1:]}"].value == file.name
