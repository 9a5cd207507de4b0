from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from lydelse.calculation.declared.reading import read_model
from lydelse.errors import UnreadableFileError, UsageError
from lydelse.model.declared import Binding
from support.models import model_of, refusal_of
from support.workbooks import workbook_file

QUANTITY = """
[storhet.listning]
avsnitt = "4.1.1 Ersättning per listad"
etikett = "Totalt"
enhet = "tkr"
"""


def test_a_quantity_is_read_with_its_binding_unit_and_exactness() -> None:
    model = model_of(QUANTITY + 'kolumn = "Budget"\nexakt = false\n"år" = "sista"\n')
    quantity = model.quantities[0]
    assert quantity.binding == Binding("4.1.1 Ersättning per listad", "Totalt", "Budget", "last")
    assert (quantity.unit, quantity.per, quantity.exact) == ("tkr", "", False)


def test_what_a_price_is_paid_for_is_apart_from_its_unit() -> None:
    quantity = model_of('[storhet.pris]\netikett = "Snitt"\nenhet = "kronor per listad invånare"\n').quantities[0]
    assert (quantity.unit, quantity.per) == ("kr", "listad invånare")


def test_numbers_are_exact_however_they_are_written() -> None:
    model = model_of('[storhet.a]\ntal = {2025 = "132 230", 2026 = 0.1}\n[storhet.b]\ntal = "3,10"\n')
    assert model.quantities[0].values == ((2025, Decimal(132230)), (2026, Decimal("0.1")))
    assert str(model.quantities[1].value(2031)) == "3.10"


def test_keys_with_swedish_letters_are_the_same_with_and_without_them() -> None:
    model = model_of('[storhet."läkemedel"]\ntal = 1\n[relation.a]\nuttryck = "Lakemedel = 1"\n')
    assert model.relations[0].equation.names == ("läkemedel",)


def test_populations_and_indices_are_read() -> None:
    model = model_of(
        QUANTITY
        + """
[befolkning.alla]
datum = "2025-12-31"
avsnitt = "5 Vikter"
kolumn = "Vikt"
snitt = "1,02"
grupper = {"0–4" = 6200, "85 år och äldre" = "4 300"}
[index.lpik]
procent = "3,1"
storheter = "listning"
exakt = false
"""
    )
    population, index = model.populations[0], model.indices[0]
    assert population.bands == (("0–4", Decimal(6200)), ("85 år och äldre", Decimal(4300)))
    assert (population.mean, population.date) == (Fraction(102, 100), "2025-12-31")
    assert (index.percent, index.quantities, index.exact) == (Decimal("3.1"), ("listning",), False)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[storhet.a\n", "rad 1: raden kan inte läsas"),
        ("[storhet.läkemedel]\ntal = 1\n", "rad 1: namn med å, ä eller ö måste stå inom citattecken"),
        ('[storhet.a]\netikett = "A"\netikett = "B"\n', "rad 3: samma namn står två gånger"),
        ("[storhet.a]\ntal = 1\n\n[storheter.b]\ntal = 2\n", "rad 4: ”storheter” är ingen del av en modell"),
        ('[storhet.a]\netiket = "A"\n', "rad 2: ”etiket” betyder ingenting här"),
        ("[storhet.a]\netikett = true\n", "rad 2: ”etikett” ska vara en text"),
        ('[storhet.a]\netikett = "A"\nexakt = "kanske"\n', "rad 3: ”exakt” ska vara true eller false"),
        ('[storhet.a]\netikett = "A"\nenhet = "k3"\n', "rad 3: enheten ”k3” är okänd"),
        ('[storhet.a]\ntal = "1 23"\n', "rad 2: ”1 23” är inget tal"),
        ("[storhet.a]\ntal = nan\n", "rad 2: ”NaN” är inget tal"),
        ("[storhet.a]\ntal = {26 = 1}\n", "rad 2: ”26” är inget årtal"),
        ('[storhet.a]\nenhet = "kr"\n', "rad 1: storheten a har varken avsnitt och etikett i handlingen eller ett eget tal"),
        ('[storhet.a]\netikett = "A"\ntal = 1\n', "rad 3: storheten a har både avsnitt eller etikett och ett eget tal"),
        ('[storhet."2 a"]\ntal = 1\n', "rad 1: ”2 a” kan inte vara namn på en storhet"),
        ("[storhet.procent]\ntal = 1\n", "rad 1: ”procent” kan inte vara namn på en storhet"),
        ('[storhet.lakemedel]\ntal = 1\n[storhet."läkemedel"]\ntal = 1\n', "rad 3: ”läkemedel” och ”lakemedel” räknas som samma namn"),
        ("storhet = 1\n", "rad 1: ”storhet” ska vara en rubrik med rader under"),
        ("[storhet]\na = 1\n", "rad 2: ”a” står direkt under storhet"),
        ("[storhet.a]\ntal = 1\n[relation.r]\n", "rad 3: relation.r saknar ”uttryck”"),
        ('[storhet.a]\ntal = 1\n[relation.r]\nuttryck = "a + 2"\n', "rad 4: uttrycket ”a + 2” saknar likhetstecken"),
        ('[storhet.a]\ntal = 1\n[relation.r]\nuttryck = "a = 1.5"\n', "rad 4: uttrycket ”a = 1.5” har ett tal med punkt"),
        ('[storhet.a]\ntal = 1\n[relation.r]\nuttryck = "a = 2 *"\n', "rad 4: uttrycket ”a = 2 *” är inte färdigt"),
        ('[storhet.a]\ntal = 1\n[relation.r]\nuttryck = "a = 2 a"\n', "rad 4: uttrycket ”a = 2 a” kan inte läsas vid ”a” (tecken 7)"),
        ('[storhet.a]\ntal = 1\n[relation.r]\nuttryck = "a = b"\n', "rad 4: storheten ”b” finns inte i filen"),
        ('[storhet.a]\ntal = 1\n[relation.r]\nuttryck = "1 = 1"\n', "rad 4: uttrycket ”1 = 1” nämner ingen storhet"),
        ('[befolkning.b]\navsnitt = "5"\n', "rad 1: befolkning.b saknar ”grupper”"),
        ('[befolkning.b]\navsnitt = "5"\n[befolkning.b.grupper]\nunga = 1\n', "rad 3: ”unga” är ingen åldersgrupp"),
        ('[befolkning.b]\navsnitt = "5"\ngrupper = {"0–4" = -1}\n', "rad 3: gruppen ”0–4” har ett antal under noll"),
        ('[befolkning.b]\navsnitt = "5"\ngrupper = {"0–4" = 0}\n', "rad 3: befolkningen har inga invånare"),
        ('[befolkning.b]\ngrupper = {"0–4" = 1}\n', "rad 1: befolkning.b saknar ”avsnitt”"),
        ('[storhet.a]\ntal = 1\n[index.i]\nstorheter = ["a"]\n', "rad 3: index.i saknar ”procent”"),
        ("[storhet.a]\ntal = 1\n[index.i]\nprocent = 3\nstorheter = [1]\n", "rad 5: ”storheter” ska vara en lista av texter"),
        ('[storhet.a]\ntal = 1\n[index.i]\nprocent = 3\nstorheter = ["b"]\n', "rad 5: storheten ”b” finns inte i filen"),
        ('[storhet.a]\netikett = "A"\ncell = "Blad1!A1"\n', "rad 3: cellen hör till en arbetsbok"),
        ('[storhet.a]\ntal = 1\n[arbetsbok]\nfil = "modell.csv"\n', "rad 4: arbetsboken ska vara en Excelfil"),
        ("", "där finns ingen modell att pröva mot"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_with_its_line(text: str, sentence: str) -> None:
    refused = refusal_of(text)
    assert refused.startswith("modell.toml")
    assert sentence in refused


def test_a_cell_that_the_workbook_has_not_is_said_with_its_line(tmp_path: Path) -> None:
    workbook_file(tmp_path / "bok.xlsx", "# Modell\nA1 1\n# Andra\nA1 2\nnamn flera Modell!$A$1:$A$9\n")
    for cell in ("Blad3!A1", "flera", "A1", "=SUM(A1)"):
        file = tmp_path / "modell.toml"
        file.write_text(f'[arbetsbok]\nfil = "bok.xlsx"\n[storhet.a]\netikett = "A"\ncell = "{cell}"\n', "utf-8")
        with pytest.raises(UsageError) as refused:
            read_model(file)
        assert refused.value.message.facts["line"] == 5


def test_files_that_are_not_there_or_are_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        read_model(tmp_path / "saknas.toml")
    (tmp_path / "bild.toml").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(UnreadableFileError):
        read_model(tmp_path / "bild.toml")
    with pytest.raises(UsageError):
        read_model(tmp_path)


def test_a_workbook_without_the_sheet_of_quantities_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        read_model(workbook_file(tmp_path / "bok.xlsx", "# Blad1\nA1 1\n"))
    assert refused.value.message.key == "model.no-sheets"


def test_what_the_guide_says_of_a_models_file_is_a_model(tmp_path: Path) -> None:
    guide = (Path(__file__).resolve().parents[4] / "docs" / "formats" / "modell.md").read_text("utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    named = ["total", "cni", "glesbygd", "lakemedel", "rehab", "vikt_ett", "cni_snitt", "lakemedel_snitt", "gaddede"]
    stubs = "".join(f'[storhet.{name}]\netikett = "{name}"\n' for name in named)
    file = tmp_path / "modell.toml"
    file.write_text("\n".join([*blocks, stubs]), "utf-8")
    workbook_file(tmp_path / "modell.xlsx", "# Blad1\nB7 304262000\n")
    model = read_model(file)
    saved = model.quantities[0].saved
    assert saved is not None
    assert (saved.value, saved.unit, saved.year) == (Decimal(304262000), "kr", 2026)
    assert (len(model.relations), len(model.populations), len(model.indices)) == (3, 1, 1)
