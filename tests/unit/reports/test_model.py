from __future__ import annotations

from pathlib import Path

from lydelse.formats.workbook import Cell, read_workbook
from lydelse.reports import model_lines, model_toml, model_workbook
from lydelse.reports.wording import LANGUAGES
from support.models import THIS_YEAR, draft_of, model_of
from support.office import libreoffice, saved_as


def formulas_of(file: Path) -> dict[str, Cell]:
    return {f"{cell.sheet}!{cell.address}": cell for cell in read_workbook(file).cells() if cell.formula}


def test_a_spreadsheet_makes_of_every_formula_of_a_draft_what_was_saved_with_it(tmp_path: Path) -> None:
    libreoffice()
    file = tmp_path / "modell.xlsx"
    file.write_bytes(model_workbook.write(draft_of(THIS_YEAR)))
    written = formulas_of(file)
    saved_as(".ods", file)
    file.unlink()
    worked_out = formulas_of(saved_as(".xlsx", tmp_path / "modell.ods"))
    assert written.keys() == worked_out.keys()
    assert len(written) >= 6
    for address, cell in worked_out.items():
        saved = written[address].value
        assert cell.error == "", address
        assert cell.value is not None, address
        assert saved is not None, address
        assert abs(cell.value - saved) < 1, address


def test_the_draft_is_the_same_model_in_both_languages() -> None:
    draft = draft_of(THIS_YEAR)
    first, second = (model_of(model_toml.write(draft, (), source="handling.md", language=language)) for language in LANGUAGES)
    assert [quantity.binding for quantity in first.quantities] == [quantity.binding for quantity in second.quantities]
    assert [relation.equation for relation in first.relations] == [relation.equation for relation in second.relations]


def test_a_model_by_itself_is_told_in_a_line() -> None:
    model = draft_of(THIS_YEAR).model
    assert model_lines.write_declared(model).startswith(f"handling.md: {len(model.quantities)} storheter, {len(model.relations)} samband")
