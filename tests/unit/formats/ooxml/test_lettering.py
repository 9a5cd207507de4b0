from lxml import etree

from lydelse.formats.ooxml.names import W, said_by
from lydelse.formats.ooxml.styles import Styles

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = Styles(
    etree.fromstring(
        f'<w:styles {NAMES}><w:style w:type="character" w:styleId="Liten"><w:rPr><w:sz w:val="3"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Not"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )
)


def properties(said: str) -> etree._Element:
    return etree.fromstring(f"<w:rPr {NAMES}>{said}</w:rPr>")


def test_properties_that_say_the_same_are_one_value() -> None:
    one, other = (properties('<w:color w:val="FF0000"/><w:b/>') for _ in range(2))
    assert said_by(one) == said_by(other)
    assert said_by(one) != said_by(properties('<w:color w:val="FF0001"/><w:b/>'))


def test_what_stands_deeper_is_said_too() -> None:
    one, other = (properties(f"<w:rPrChange><w:rPr><w:{name}/></w:rPr></w:rPrChange>") for name in ("b", "i"))
    assert said_by(one) != said_by(other)


def test_nothing_is_said_where_there_are_no_properties() -> None:
    assert said_by(None) == ()
    assert STYLES.lettering(None) == ((), "", False, False, False)


def test_a_character_style_makes_letters_small_or_raised() -> None:
    assert STYLES.lettering(properties('<w:rStyle w:val="Liten"/>')).tiny
    assert STYLES.lettering(properties('<w:rStyle w:val="Not"/>')).raised
    assert not STYLES.lettering(properties('<w:rStyle w:val="Liten"/><w:sz w:val="22"/>')).tiny


def test_letters_of_the_colour_of_their_ground_are_covered() -> None:
    assert STYLES.lettering(properties('<w:color w:val="000000"/><w:highlight w:val="black"/>')).covered
    assert not STYLES.lettering(properties('<w:highlight w:val="black"/>')).covered


def test_only_a_font_of_signs_is_told() -> None:
    assert STYLES.lettering(properties('<w:rFonts w:ascii="Wingdings"/>')).signs == "Wingdings"
    assert STYLES.lettering(properties('<w:rFonts w:ascii="Arial"/>')).signs == ""


def test_runs_that_say_the_same_are_looked_at_once() -> None:
    assert STYLES.lettering(properties("<w:i/>")) is STYLES.lettering(properties("<w:i/>"))
    assert W in str(said_by(properties("<w:i/>")))
