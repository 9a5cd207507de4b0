import pytest

from lydelse.extractors.written import written
from lydelse.model.numbering import level_of, slug, split_number, split_printed_number


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("5.1.1 Ersättning per listad", "5.1.1", "Ersättning per listad"),
        ("5. Ersättning", "5", "Ersättning"),
        ("5 Ersättning", "5", "Ersättning"),
        ("3.13 Utveckling 2026", "3.13", "Utveckling 2026"),
        ("§ 118 Likvärdiga villkor", "118", "Likvärdiga villkor"),
        ("§118", "118", ""),
        ("Bilaga 2 Prislista", "Bilaga 2", "Prislista"),
        ("Bilaga 2: Prislista", "Bilaga 2", "Prislista"),
        ("Kapitel 3 Krav", "3", "Krav"),
        ("KAPITEL 6", "6", ""),
        ("KAP. 6. ERSÄTTNING", "6", "ERSÄTTNING"),
        ("6 kap. Avgifter", "6", "Avgifter"),
        ("6 kap. 3 § gäller", "6", "kap. 3 § gäller"),
        ("Avsnitt 5.2: Pris", "5.2", "Pris"),
        ("Kapitel A Krav", "Kapitel A", "Krav"),
        ("BILAGA 2", "Bilaga 2", ""),
        ("BILAGA 2A – PRISER", "Bilaga 2A", "PRISER"),
        ("Bilaga 2a Priser", "Bilaga 2a", "Priser"),
        ("BILAGA II – PRISER", "Bilaga II", "PRISER"),
        ("DEL 1 ALLMÄNT", "Del 1", "ALLMÄNT"),
        ("5.2 Pris (forts.)", "5.2", "Pris (forts.)"),
        ("Beslut", "", "Beslut"),
        ("2025 års ersättning", "", "2025 års ersättning"),
    ],
)
def test_a_heading_parts_into_number_and_title(heading: str, number: str, title: str) -> None:
    assert split_number(heading) == (number, title)


@pytest.mark.parametrize(
    ("heading", "printed"), [("Kapitel 6. Ersättning", "Kapitel 6."), ("§ 118 Pris", "§ 118"), ("5.1 Pris", "5.1"), ("Beslut", "")]
)
def test_a_printed_number_has_its_word_and_signs(heading: str, printed: str) -> None:
    assert split_printed_number(heading)[0] == printed


def test_a_dotted_number_implies_its_level() -> None:
    assert [level_of(number) for number in ("5", "5.1", "5.1.1", "Bilaga 2")] == [1, 2, 3, 1]


def test_a_slug_is_plain_letters() -> None:
    assert slug("Förslag till beslut – nämnden") == "forslag-till-beslut-namnden"


def test_sections_have_ids_of_their_own() -> None:
    document = written("Före.\n# 5 Ett\n# Beslut\n# Beslut\n# Bilaga 2 Priser\n# 1.1 Besök\n")
    assert [section.section_id for section in document.sections] == ["", "5", "~beslut", "~beslut~2", "bilaga-2", "bilaga-2/1.1"]


def test_blocks_know_their_place() -> None:
    document = written("# 5 Ett\nA.\nB.\n|= x | y\n| 1 | 2\n")
    paths = [paragraph.place.path for paragraph in document.paragraphs]
    assert paths == ["5/h", "5/p1", "5/p2", "5/t1/r1/c1", "5/t1/r1/c2", "5/t1/r2/c1", "5/t1/r2/c2"]


def test_subsections_are_one_level_down_until_the_section_ends() -> None:
    document = written("# 5 A\n# 5.1 B\n# 5.1.1 C\n# 5.2 D\n# 6 E\n")
    sections = {section.number: section for section in document.sections}
    assert [section.number for section in document.subsections(sections["5"])] == ["5.1", "5.2"]
    assert [section.number for section in document.subsections(sections["5.1"])] == ["5.1.1"]
    assert document.subsections(sections["6"]) == ()
