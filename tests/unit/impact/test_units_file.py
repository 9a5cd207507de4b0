"""The units' file: what is read of it, and one sentence with sheet, row and column for each fault."""

from pathlib import Path

import pytest

from lydelse.errors import UnreadableFileError, UsageError
from lydelse.impact.faults import UnitsFaultsError
from lydelse.impact.units_file import read_units
from lydelse.reports.impact import template
from lydelse.reports.wording import say
from support.impacts import MODEL, UNITS, faults_of, unit_model, units_of, worked
from support.workbooks import workbook_file

ROW_2, ROW_3, HEADINGS = (f"Blad enheter, rad {row}, kolumn" for row in (2, 3, 1))
AT_HEAD = "Blad enheter, rad 1:"
HEAD = "Enhet;Driftsform;0–19;20 år och äldre;Besök\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Almen;region;fyrtio;60;2", f"{ROW_2} C (”0–19”): ”fyrtio” är inget tal i svensk form."),
        ("Almen;region;4O;60;2", f"{ROW_2} C (”0–19”): ”4O” är inget tal i svensk form."),
        ("Almen;region;1.5;60;2", f"{ROW_2} C (”0–19”): ”1.5” är inget tal i svensk form."),
        ("Almen;region;-4;60;2", f"{ROW_2} C (”0–19”): −4 är negativt."),
        ("Almen;region;;60;2", f"{ROW_2} C (”0–19”): cellen är tom; skriv 0 om det inte finns några."),
        (
            "Almen;okänd;40;60;2",
            f"{ROW_2} B (”Driftsform”): ”okänd” är ingen känd driftsform; skriv privat eller region.",
        ),
        ("Almen;;40;60;2", f"{ROW_2} B (”Driftsform”): driftsformen saknas; skriv privat eller region."),
        (";region;40;60;2", f"{ROW_2} A (”Enhet”): raden har belopp men inget namn på enheten."),
        ("Almen;region;40;60;2\nALMEN;region;1;1;1", f"{ROW_3} A (”Enhet”): ALMEN står också på rad 2."),
        (
            "Almen;region;40;60;2\nSumma;;41;60;2",
            f"{ROW_3} C (”0–19”): summaraden har 41, men enheterna är tillsammans 40.",
        ),
    ],
)
def test_each_fault_of_a_row_is_one_sentence(row: str, told: str) -> None:
    assert faults_of(HEAD + row) == [told]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "Enhet;Driftsform;0–19;Besök",
            f"{AT_HEAD} en kolumn för åldersgruppen 20 år och äldre saknas; tabellen i 1 har en vikt för den.",
        ),
        ("Enhet;Driftsform;0–19;25 år och äldre;Besök", f"{HEADINGS} C (”0–19”): efter gruppen saknas åldrarna 20–24."),
        (
            "Enhet;Driftsform;0–24;20 år och äldre;Besök",
            f"{HEADINGS} D (”20 år och äldre”): åldersgruppen överlappar gruppen 0–24.",
        ),
        (
            "Enhet;Driftsform;0–29;30 år och äldre;Besök",
            f"{HEADINGS} C (”0–29”): åldersgruppen ryms inte i någon rad i tabellen i 1.",
        ),
        (
            "Enhet;Driftsform;0–19;20 år och äldre;Annat",
            f"{HEADINGS} F (”Besök”): kolumnen saknas; modellen räknar med den.",
        ),
        (
            "Enhet;Bud;0–19;20 år och äldre;Besök",
            f"{AT_HEAD} kolumnen Driftsform saknas; modellen skiljer på privata och offentliga enheter.",
        ),
    ],
)
def test_each_fault_of_the_headings_is_one_sentence(head: str, told: str) -> None:
    cells = ["Almen", "region", *("5" for _ in head.split(";")[2:])]
    assert faults_of(f"{head}\n{';'.join(cells)}")[0] == told


def test_residents_that_are_not_the_sum_of_their_bands_are_a_fault() -> None:
    text = "Enhet;Driftsform;Listade;0–19;20 år och äldre;Besök\nAlmen;region;99;40;60;2"
    assert faults_of(text) == [f"{ROW_2} C (”Listade”): Almen har 99 listade, men åldersgrupperna är tillsammans 100."]


def test_several_faults_are_all_told_in_the_order_of_the_file() -> None:
    assert len(faults_of(HEAD + "Almen;region;x;y;2\nBjörken;region;1;-1;2")) == 3


def test_a_row_of_totals_is_no_unit() -> None:
    units = units_of(UNITS + "Totalt;;90;160;25", unit_model())
    assert [unit.name for unit in units.units] == ["Almen", "Björken", "Cedern"]


def test_columns_that_nothing_asks_for_are_told() -> None:
    text = UNITS.replace("Besök", "Besök;Ort").replace(";2\n", ";2;Norr\n").replace(";20\n", ";20;Syd\n").replace(";3\n", ";3;Öst\n")
    assert any("Ort" in say(note) for note in worked(text).notes)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_values_may_be_parted_by_semicolons_commas_or_tabs(separator: str) -> None:
    assert units_of(UNITS.replace(";", separator), unit_model()).listed == 250


def test_numbers_in_swedish_spelling_are_read() -> None:
    assert (
        units_of(HEAD + "Almen;region;1 040;60,5;2", unit_model()).listed
        == 1040 + 60 + units_of(HEAD + "A;region;0,5;0;0", unit_model()).listed
    )


def test_a_workbook_is_read_cell_by_cell_with_its_sheet_named(tmp_path: Path) -> None:
    text = "# Enheter\nA1 Enhet\nB1 Driftsform\nC1 0–19\nD1 20 år och äldre\nE1 Besök\nA2 Almen\nB2 region\nC2 40\nD2 =SUM(C2:C2)\nE2 #REF!"
    model = unit_model().units
    assert model is not None
    with pytest.raises(UnitsFaultsError) as raised:
        read_units(workbook_file(tmp_path / "enheter.xlsx", text), model)
    assert [say(each) for each in raised.value.faults] == [
        "Blad Enheter, rad 2, kolumn D (”20 år och äldre”): formeln har inget sparat värde; öppna filen, räkna om och spara.",
        "Blad Enheter, rad 2, kolumn E (”Besök”): cellen har felvärdet #REF!.",
    ]


def test_a_file_without_units_names_is_refused() -> None:
    with pytest.raises(UsageError):
        units_of("Ålder;Antal\n0–19;4", unit_model())


def test_an_empty_file_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "tom.csv"
    file.write_text("")
    model = unit_model().units
    assert model is not None
    with pytest.raises(UnreadableFileError):
        read_units(file, model)


def test_a_range_that_the_bands_do_not_make_up_needs_its_own_column() -> None:
    model = MODEL + '[ersattning.unga]\nuttryck = "invånare(10; 19)"\n'
    assert faults_of(UNITS, model) == [f"{AT_HEAD} en kolumn för 10–19 år saknas; åldersgrupperna går inte jämnt upp i den."]
    text = UNITS.replace("Besök", "Besök;10–19 år").replace(";2\n", ";2;7\n").replace(";20\n", ";20;7\n").replace(";3\n", ";3;0\n")
    assert faults_of(text, model) == []


def test_the_template_filled_in_is_a_units_file(tmp_path: Path) -> None:
    model = unit_model().units
    assert model is not None
    file = tmp_path / "mall.xlsx"
    file.write_bytes(template.write(model, ("0–19", "20 år och äldre"), ()))
    with pytest.raises(UnitsFaultsError) as raised:
        read_units(file, model)
    assert [say(each) for each in raised.value.faults] == ["Blad Enheter, rad 1: under rubrikerna står ingen enhet."]


def test_decimal_commas_in_a_file_parted_by_commas_are_told_and_never_moved_to_other_columns() -> None:
    told = faults_of("Enhet,Driftsform,0–19,20 år och äldre,Besök\nAlmen,region,40,5,60,2\nBjörken,privat,40,60,2")
    assert len(told) == 1
    assert told[0].startswith("Blad enheter, rad 2, kolumn F: här står ”2”, men ingen kolumn har sin rubrik här.")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_a_file_of_values_is_read_in_the_codings_that_programs_write(tmp_path: Path, encoding: str) -> None:
    model = unit_model()
    assert model.units is not None
    path = tmp_path / "enheter.csv"
    path.write_bytes((HEAD + "Åkerbär;region;40;60;2\n").encode(encoding))
    assert [unit.name for unit in read_units(path, model.units).units] == ["Åkerbär"]


def test_a_row_of_totals_may_leave_columns_empty_and_its_residents_are_held_against_the_units() -> None:
    units = UNITS.replace("Driftsform;", "Driftsform;Listade;").replace("region;40", "region;100;40").replace("privat;50", "privat;150;50")
    units = units.replace("region;0;0", "region;0;0;0").strip()
    assert faults_of(f"{units}\nSumma;;250;;;\n") == []
    assert faults_of(f"{units}\nSumma;;251;;;\n") == [
        "Blad enheter, rad 5, kolumn C (”Listade”): summaraden har 251, men enheterna är tillsammans 250."
    ]
    assert faults_of(f"{units}\nSumma;;cirka 250;;;\n") == [
        "Blad enheter, rad 5, kolumn C (”Listade”): ”cirka 250” är inget tal i svensk form."
    ]


def test_a_subtotal_is_that_of_the_units_above_it() -> None:
    head, one, two, three = UNITS.strip().splitlines()
    assert faults_of("\n".join([head, one, "Summa;;40;60;", two, three, "Summa;;50;100;", "Totalt;;90;160;"])) == []
    assert len(faults_of("\n".join([head, one, "Summa;;41;60;", two, three]))) == 1


@pytest.mark.parametrize("heading", ["Årskurs 1–3", "Åk 4–6", "Zon 1–2", "Nivå 1–3"])
def test_numbers_that_are_no_ages_are_no_age_band(heading: str) -> None:
    head, *rows = UNITS.strip().splitlines()
    units = units_of("\n".join([f"{head};{heading}", *(f"{row};7" for row in rows)]), unit_model())
    assert [band.heading for band in units.bands] == ["0–19", "20 år och äldre"]
