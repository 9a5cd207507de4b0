from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.place import Box
from support.pdfs import PdfMaker

TEXT = [
    "Vårdcentralen ska erbjuda besök samma dag och",
    "hålla öppet även på kvällar. Ersättningen betalas",
    "ut i efterskott och regleras mot det antal listade",
    "som fanns vid månadens ingång enligt registret.",
]


def asked(path: Path) -> list[tuple[str, str]]:
    return [(unread.message.key, str(unread.message.facts.get("text"))) for unread in extract(path).unread]


def text(pdf: PdfMaker, left: float = 72, pitch: float = 15) -> None:
    pdf.plain(72, 90, "Villkoren gäller för alla vårdcentraler i hela regionen från och med årsskiftet.")
    pdf.paragraph(left, 130, TEXT, pitch=pitch)
    pdf.plain(72, 230, "Avtalet kan sägas upp av båda parter med en uppsägningstid om tolv månader.")


def test_a_framed_box_of_two_lines_at_the_heights_of_the_text_is_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        text(pdf)
        pdf.outline(Box(395, 117, 520, 152))
        pdf.paragraph(400, 130, ["Frågor besvaras", "av avtalsgruppen"], pitch=15)
    assert asked(tmp_path / "a.pdf") == [("X905.pdf-beside", "Frågor besvaras av avtalsgruppen")]


def test_a_box_on_a_ground_of_its_own_is_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(395, 117, 520, 137), (220, 230, 240))
        text(pdf)
        pdf.plain(400, 130, "Frågor besvaras alltid")
    assert asked(tmp_path / "a.pdf") == [("X905.pdf-beside", "Frågor besvaras alltid")]


def test_a_box_on_the_left_that_is_a_label_in_a_frame_is_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        text(pdf, 200)
        pdf.outline(Box(68, 117, 170, 152))
        pdf.paragraph(72, 130, ["Bra att veta", "om ersättning"], pitch=15)
    assert asked(tmp_path / "a.pdf") == [("X905.pdf-beside", "Bra att veta om ersättning")]


def test_a_note_in_the_margin_between_two_lines_of_a_paragraph_is_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        text(pdf)
        pdf.plain(400, 137, "se även bilaga om jour")
    assert asked(tmp_path / "a.pdf") == [("X905.pdf-beside", "se även bilaga om jour")]


def test_two_lines_in_smaller_letters_beside_the_text_are_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        text(pdf)
        pdf.paragraph(400, 130, ["Gäller inte i år", "för nya avtal"], pitch=15, size=8)
    assert asked(tmp_path / "a.pdf") == [("X905.pdf-beside", "Gäller inte i år för nya avtal")]


def test_one_line_in_a_smaller_size_far_from_the_text_is_not_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        text(pdf)
        pdf.plain(420, 90, "forts.", size=8)
    assert asked(tmp_path / "a.pdf") == []


def test_marked_words_and_a_frame_around_the_whole_text_are_not_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(120, 118, 190, 133), (255, 255, 0))
        pdf.outline(Box(60, 70, 540, 250))
        text(pdf)
    assert "X905.pdf-beside" not in [key for key, _ in asked(tmp_path / "a.pdf")]


def test_a_form_whose_values_stand_in_boxes_is_not_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, (label, value) in enumerate((("Namn", "Anna Berg"), ("Enhet", "Eken"))):
            pdf.plain(72, 130 + 40 * at, label)
            pdf.outline(Box(200, 117 + 40 * at, 400, 137 + 40 * at))
            pdf.plain(206, 130 + 40 * at, value)
    assert asked(tmp_path / "a.pdf") == []
