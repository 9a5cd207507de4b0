import pytest

from lydelse.reports.html.unbroken import unbroken
from lydelse.reports.unbreakable import printable, unbreakable


def held(text: str) -> list[str]:
    return [text[start:end] for start, end in unbreakable(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("fördelas 773 096 tkr i år", ["773 096 tkr"]),
        ("från 773 096 798 047 tkr", ["773 096 798 047 tkr"]),
        ("år 2025 2026 och 3,1 %", ["3,1 %"]),
        ("2 001–4 000 invånare", ["2 001–4 000"]),
        ("den 2026-01-01, § 118", ["2026-01-01", "§ 118"]),
        ("sänks med −0,31", ["−0,31"]),
        ("avsnitt 5.1.1 och 5.2", []),
        ("högst 15 kronor", ["15 kronor"]),
        ("15 kronorna", []),
    ],
)
def test_a_figure_is_held_together_with_its_unit(text: str, figures: list[str]) -> None:
    assert held(text) == figures


def test_text_of_a_document_is_always_escaped() -> None:
    assert unbroken("<b>1 000 kr</b> & mer") == '&lt;b&gt;<span class="n">1 000 kr</span>&lt;/b&gt; &amp; mer'


def test_control_characters_never_reach_a_page_or_a_terminal() -> None:
    assert printable("a\x1b[31mb\x00\u0085c\n\td") == "a[31mbc\n\td"
