"""How a unit's reimbursement is made, as a workbook and as a file of text: either says the same."""

from pathlib import Path

import pytest

from lydelse import flow
from lydelse.calculation.declared.reading import read_model
from lydelse.errors import UsageError
from lydelse.formats.workbook.writing import Page, workbook_bytes
from lydelse.model.impact_model import UnitModel
from lydelse.records import replace
from lydelse.reports import model_toml, model_workbook
from lydelse.reports.model_units_toml import unit_parts
from lydelse.reports.model_units_workbook import unit_pages

EXAMPLE = Path(__file__).parents[3] / "examples" / "impact"
QUANTITIES = '[storhet.pris]\ntal = "5"\n[storhet.summan]\ntal = "500"\n'
UNITS = """
[enhet.cni]
rubrik = "CNI"
[enhet.km]
rubrik = "Avstånd till sjukhus"
enhet = "km"
kravs = false
[tabell.storlek]
[tabell.storlek.rader]
"1–100" = "1,20"
"101–" = "0,8"
[tabell.alder]
avsnitt = "2.1 Ålder"
rubrik = "Ålder"
kolumn = "Vikt"
exakt = false
[fraga.vag]
text = "Steg eller marginal?"
svar = "steg"
[fraga.vag.alternativ]
"steg" = "listade * steg(storlek; listade)"
"marginal" = "marginal(storlek; listade)"
[mellanled.halva]
titel = "Halva"
uttryck = "del_a / 2"
total = "summan"
[ersattning.del_a]
titel = "Per listad"
avsnitt = "2.1"
galler = "privat"
uttryck = "pris * viktat(alder) + vag"
[ersattning.del_b]
uttryck = "om(cni > 1,5; pris * km; 0)"
total = "summan"
[utbetalning]
delar = 12
"""


def told(model: UnitModel | None) -> UnitModel:
    """Return what a model says, its lines aside."""
    assert model is not None
    return replace(
        model,
        components=tuple(replace(each, line=0) for each in model.components),
        columns=tuple(replace(each, line=0) for each in model.columns),
        tables=tuple(replace(each, line=0) for each in model.tables),
        choices=tuple(replace(each, line=0) for each in model.choices),
        is_drafted=False,
    )


def read(path: Path, content: str | bytes) -> UnitModel:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return told(read_model(path).units)


def as_workbook(model: UnitModel, quantities: list[list[str]]) -> bytes:
    return workbook_bytes([Page("Storheter", [["Namn", "Avsnitt", "Etikett", "Kolumn", "Tal"], *quantities]), *unit_pages(model)], ())


@pytest.mark.parametrize("text", [QUANTITIES + UNITS, (EXAMPLE / "modell.toml").read_text("utf-8")])
def test_a_model_is_the_same_as_text_and_as_a_workbook_and_back(tmp_path: Path, text: str) -> None:
    first = read(tmp_path / "modell.toml", text)
    quantities = [[each.name, "4 Del", each.name, "", ""] for each in read_model(tmp_path / "modell.toml").quantities]
    from_workbook = read(tmp_path / "modell.xlsx", as_workbook(first, quantities))
    assert from_workbook == first
    declared = "".join(f'[storhet.{name}]\navsnitt = "4 Del"\netikett = "{name}"\n' for name, *_ in quantities)
    assert read(tmp_path / "ater.toml", declared + "\n".join(unit_parts(from_workbook, lambda _key: iter(())))) == first


def test_a_draft_says_the_same_as_text_and_as_a_workbook(tmp_path: Path) -> None:
    drafted, questions = flow.draft_model(EXAMPLE / "ersattning-2026.md")
    text = read(tmp_path / "utkast.toml", model_toml.write(drafted, questions, source="ersattning-2026.md"))
    assert read(tmp_path / "utkast.xlsx", model_workbook.write(drafted)) == text
    assert text.components


@pytest.mark.parametrize(
    ("sheet", "rows", "key"),
    [
        ("Ersättning", [["Namn", "Uttryck"], ["a", "pris"], ["b", "pris"], ["a", "pris"]], "model.same-name"),
        ("Ersättning", [["Namn", "Uttryck"], ["a", "pris"], ["a", "pris"]], "model.same-name"),
        ("Ersättning", [["Namn", "Uttryck"], ["a", "prsi"]], "impact.model.unknown-name"),
        ("Ersättning", [["Namn", "Titel"], ["a", "Del a"]], "model.missing-key"),
        ("Frågor", [["Namn", "Alternativ", "Uttryck"], ["f", "ja", "1"], ["f", "Ja", "2"]], "model.same-name"),
        ("Frågor", [["Namn", "Alternativ", "Uttryck"], ["f", "ja", "1"], ["", "nej", ""]], "model.missing-key"),
        ("Tabeller", [["Namn", "Intervall", "Vikt"], ["t", "många", "1"]], "model.not-band"),
    ],
)
def test_what_is_wrong_in_a_sheet_is_told_with_its_row(tmp_path: Path, sheet: str, rows: list[list[str]], key: str) -> None:
    path = tmp_path / "modell.xlsx"
    path.write_bytes(workbook_bytes([Page("Storheter", [["Namn", "Avsnitt"], ["pris", "4 Del"]]), Page(sheet, rows)], ()))
    with pytest.raises(UsageError) as wrong:
        read_model(path)
    assert wrong.value.message.key == key
    assert wrong.value.message.facts["file"] == f"modell.xlsx ({sheet})"
    assert wrong.value.message.facts["line"] in range(2, 5)
