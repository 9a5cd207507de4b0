import pytest

from lydelse.differ.governing import DatedText


@pytest.mark.parametrize(
    ("text", "figure", "year"),
    [
        ("För 2025 var taket 500 kr och för 2026 är det 600 kr.", "500", 2025),
        ("För 2025 var taket 500 kr och för 2026 är det 600 kr.", "600", 2026),
        ("Sedan 2020 gäller detta. Taket är 500 kr.", "500", 2020),
        ("Taket är 500 kr. Det ses över 2027.", "500", None),
        ("Från den 1 maj 2018 är avgiften 300 kr för 2026.", "300", 2026),
        ("Avtalet slöts den 1 maj 2018. Avgiften är 300 kr.", "300", None),
        ("Enligt lagen (2008:962) är avgiften 300 kr.", "300", None),
    ],
)
def test_the_year_that_a_reader_would_take_governs(text: str, figure: str, year: int | None) -> None:
    start = text.index(figure)
    assert DatedText(text).year_at(start, start + len(figure)) == year
