"""The pictures of the HTML report: what they are of, that they say it in words, and that they stay within the page."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from lydelse import flow
from lydelse.model.review import Review
from lydelse.reports import html
from lydelse.reports.html.charts import charts_of
from lydelse.reports.html.drawings import Drawings

TEXT = """
# 5 Ersättning för år [-2025-] {+2026+}
|= Del | Belopp (tkr)
| Listning | [-1 000-] {+1 100+}
| Besök | [-500-] {+450+}
| Resor | 200
| Summa | [-1 700-] {+1 750+}
# 5.1 Vikter för [-2025-] {+2026+}
|= Ålder | Vikt
| 0–4 | [-1,04-] {+1,16+}
| 5–9 | 0,33
| 10–14 | [-0,30-] {+0,34+}
| 15–19 | [-0,45-] {+0,53+}
"""


def review(tmp_path: Path, text: str = TEXT) -> Review:
    file = tmp_path / "forslag.md"
    file.write_text(text)
    return flow.review(file)


def test_a_total_that_moves_is_taken_apart_into_what_each_part_adds(tmp_path: Path) -> None:
    reviewed = review(tmp_path)
    (waterfall,) = charts_of(reviewed.comparison, reviewed.calculation).waterfalls
    assert (waterfall.before, waterfall.after, waterfall.unit, waterfall.rest) == (Decimal(1700), Decimal(1750), "tkr", Decimal(0))
    assert [(step.label, step.change) for step in waterfall.steps] == [
        ("Listning", Decimal(100)),
        ("Besök", Decimal(-50)),
        ("Resor", Decimal(0)),
    ]


def test_what_the_parts_do_not_explain_is_a_bar_of_its_own(tmp_path: Path) -> None:
    reviewed = review(tmp_path, TEXT.replace("{+1 750+}", "{+1 760+}"))
    (waterfall,) = charts_of(reviewed.comparison, reviewed.calculation).waterfalls
    assert waterfall.rest == 10
    assert "Ej förklarat av delarna" in str(Drawings("sv", {}).waterfall(waterfall))


def test_weights_are_a_curve_for_each_version(tmp_path: Path) -> None:
    reviewed = review(tmp_path)
    (curve,) = charts_of(reviewed.comparison, reviewed.calculation).curves
    assert curve.labels == ("0–4", "5–9", "10–14", "15–19")
    assert (curve.before[0], curve.after[0]) == (Decimal("1.04"), Decimal("1.16"))


def test_a_document_of_one_version_has_no_pictures(tmp_path: Path) -> None:
    reviewed = review(tmp_path, "# 1 Avgift\nAvgiften är 300 kr.")
    assert not charts_of(reviewed.comparison, reviewed.calculation).any
    assert 'id="bilder"' not in html.write(reviewed, version="1")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_picture_says_what_it_shows_and_stays_within_its_frame(tmp_path: Path, language: str) -> None:
    page = html.write(review(tmp_path), version="1", language=language)
    drawn = re.findall(r'<svg class="chart" viewBox="0 0 (\d+) (\d+)" role="img" aria-label="([^"]+)">(.*?)</svg>', page, re.DOTALL)
    assert len(drawn) == 2, "a waterfall and a curve: three amounts are too few for a picture of rates"
    for width, height, told, inside in drawn:
        assert re.search(r"\d", told)
        assert all(0 <= float(x) <= int(width) for x in re.findall(r' (?:x|cx|x1|x2)="(-?[\d.]+)"', inside))
        assert all(0 <= float(y) <= int(height) for y in re.findall(r' (?:y|cy|y1|y2)="(-?[\d.]+)"', inside))


def test_names_of_the_document_cannot_become_markup(tmp_path: Path) -> None:
    page = html.write(review(tmp_path, TEXT.replace("Listning", "<script>x</script>")), version="1")
    assert "<script>x" not in page


def test_each_picture_holds_its_own_style_which_a_printed_page_needs(tmp_path: Path) -> None:
    page = html.write(review(tmp_path, TEXT), version="1")
    pictures = page.split('<svg class="chart"')[1:]
    assert pictures
    assert all(".chart .up { fill:" in picture.partition("</svg>")[0] for picture in pictures)


def test_rates_that_differ_from_most_others_are_drawn_as_rings_and_named(tmp_path: Path) -> None:
    parts = "".join(f"| Del {number} | [-{1000 * number}-] {{+{1031 * number}+}}\n" for number in range(1, 8))
    reviewed = review(tmp_path, f"# 5 Ersättning för år [-2025-] {{+2026+}}\n|= Del | Belopp (tkr)\n{parts}| Resor | [-1000-] {{+1200+}}\n")
    groups = charts_of(reviewed.comparison, reviewed.calculation).rates
    assert [rate.label for group in groups for rate in group.rates if rate.apart] == ["Resor"]
    drawn = Drawings("sv", {"5": "5 Ersättning"})
    assert str(drawn.rates(groups)).count('class="rate apart"') == 1
    assert drawn.apart(groups) == "Ringar avviker med mer än 0,50 procentenheter från medianen, 3,10 %: 5 Ersättning, Resor +20,00 %."


def test_where_all_move_alike_no_rate_stands_apart(tmp_path: Path) -> None:
    parts = "".join(f"| Del {number} | [-{1000 * number}-] {{+{1031 * number}+}}\n" for number in range(1, 8))
    reviewed = review(tmp_path, f"# 5 Ersättning\n|= Del | Belopp (tkr)\n{parts}")
    groups = charts_of(reviewed.comparison, reviewed.calculation).rates
    assert groups
    assert Drawings("sv", {}).apart(groups) == ""
