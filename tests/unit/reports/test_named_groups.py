"""Whom an amendment concerns is proposed in the document's own words, and never invented."""

import io

import docx
import pytest

from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.reports import word_report
from lydelse.reports.word_report.named_groups import named_in


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ersättning till utförare av hemtjänst", ("utförare",)),
        ("Utföraren betalar vite till privata utförare.", ("utföraren",)),
        ("Egenavgiften för färdtjänstresenärer höjs.", ("färdtjänstresenärer",)),
        ("Vårdnadshavare med barn i fritidshem", ("vårdnadshavare", "barn")),
        ("Fristående huvudmän får tilläggsbelopp för elever.", ("fristående huvudmän", "elever")),
        ("Avgiften för den enskilde", ("enskilde",)),
        ("Snittet är 106 kr per invånare.", ()),
        ("Antalet elever är 4 200, antal patienter 12.", ()),
        ("Särskilt boende och korttidsplats", ()),
        ("Belopp 2026", ()),
        ("Det beslutas om 60 sekunder och av barnmorskor.", ()),
    ],
)
def test_groups_are_named_as_the_text_spells_them(text: str, groups: tuple[str, ...]) -> None:
    assert named_in(text) == groups


def affected(text: str) -> list[str]:
    """Return the last column of the list of amendments."""
    document = docx.Document(io.BytesIO(word_report.write_comparison(compare_marked(written(text)), version="1")))
    table = next(each for each in document.tables if each.rows[0].cells[-1].text == "Vem som berörs")
    return [row.cells[-1].text for row in table.rows[1:]]


def test_the_heading_is_named_once_for_its_section_and_the_text_for_each_change() -> None:
    text = "# 1 Ersättning till utförare\n[-Ett-]{+Två+} gäller.\nBrukare betalar [-10-]{+12+} kr.\nUtföraren får [-3-]{+4+} kr."
    assert affected(text) == ["Enligt rubriken: utförare?", "Enligt texten: brukare?", "Enligt texten: utföraren?"]


def test_the_heading_of_the_section_above_is_asked_where_the_own_one_names_nobody() -> None:
    text = "# 1 Avgifter för resenärer\n## 1.1 Enkelbiljett\nPriset är [-30-]{+32+} kr.\n# 2 Lokaler\nHyran är [-4-]{+5+} kr."
    assert affected(text) == ["Enligt rubriken: resenärer?", ""]


def test_a_row_of_a_table_names_whom_it_names() -> None:
    text = "# 1 Taxa\n|= Grupp | Pris, kr\n| Ungdomar | [-10-]{+12+}\n| Vuxna | [-20-]{+22+}"
    assert affected(text) == ["Enligt texten: ungdomar?", ""]


def test_a_group_that_the_heading_names_is_not_named_again() -> None:
    assert affected("# 1 Utförare\nUtföraren får [-3-]{+4+} kr.") == ["Enligt rubriken: utförare?"]
