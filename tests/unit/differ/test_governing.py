import pytest

from lydelse.differ.governing import DatedText


@pytest.mark.parametrize(
    ("text", "figure", "year"),
    [
        ("För 2025 var taket 500 kr och för 2026 är det 600 kr.", "500", 2025),
        ("För 2025 var taket 500 kr och för 2026 är det 600 kr.", "600", 2026),
        ("Sedan 2020 gäller detta. Taket är 500 kr.", "500", 2020),
        ("Taket är 320 kr per plats (2025: 300 kr).", "300", 2025),
        ("Taket är 320 kr per plats (2025: 300 kr).", "320", None),
        ("Taket är sedan 2019 oförändrat 60 kr.", "60", None),
        ("Anslaget är 12 mkr, en ökning jämfört med 2025.", "12", None),
        ("Åren 2025 och 2026 är taket 300 respektive 320 kr.", "300", 2025),
        ("Åren 2025 och 2026 är taket 300 respektive 320 kr.", "320", 2026),
        ("Taket är 500 kr. Det ses över 2027.", "500", None),
        ("Från den 1 maj 2018 är avgiften 300 kr för 2026.", "300", 2026),
        ("Avtalet slöts den 1 maj 2018. Avgiften är 300 kr.", "300", None),
        ("År 2024 kostade driften 45,2 mkr och år 2025 steg den till 47,9 mkr.", "45,2", 2024),
        ("År 2024 kostade driften 45,2 mkr och år 2025 steg den till 47,9 mkr.", "47,9", 2025),
        ("Under 2026 är taket 300 kr (290 kr 2025) och golvet 200 kr.", "290", 2025),
        ("Under 2026 är taket 300 kr (290 kr 2025) och golvet 200 kr.", "200", 2026),
        ("Under 2026 är taket 300 kr (2025: 290 kr).", "300", 2026),
        ("Under 2026 är taket 300 kr (2025: 290 kr).", "290", 2025),
        ("Taket är 500 kr för 2025 och 600 kr för 2026.", "500", 2025),
        ("Taket är 500 kr för 2025 och 600 kr för 2026.", "600", 2026),
        ("Enligt beslut den 14 juni 2024 är avgiften 300 kr.", "300", None),
        ("Taxan fastställdes av fullmäktige den 12 juni 2024 och avgiften är 300 kr från 2025.", "300", 2025),
        ("Enligt beslutet gäller från den 1 januari 2026 en avgift på 300 kr.", "300", 2026),
        ("Enligt lagen (2008:962) är avgiften 300 kr.", "300", None),
    ],
)
def test_the_year_that_a_reader_would_take_governs(text: str, figure: str, year: int | None) -> None:
    start = text.index(figure)
    assert DatedText(text).year_at(start, start + len(figure)) == year
