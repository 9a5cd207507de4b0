"""Annotations in layers: one that is switched off marks nothing and is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.formats.pdf.layers_off import UnknownLayersError, annotations_off
from support.raw_pdfs import LEFT, lines, stretch, strike, written

STRUCK = b"<< /Type /OCG /Name (Strykning) /Usage << /View << /ViewState /%s >> >> >>"
OTHER = b"<< /Type /OCG /Name (Annat) >>"


def annotated(path: Path, layers: str, *, condition: str = "7 0 R", view: bytes = b"OFF") -> Path:
    """Write a page whose "412" is struck by a line, and "428" by an annotation in layer 7; layer 8 is another."""
    x0, x1, baseline = stretch("428")
    quads = f"{x0} {baseline + 9} {x1} {baseline + 9} {x0} {baseline - 2} {x1} {baseline - 2}"
    note = f"<< /Type /Annot /Subtype /StrikeOut /Rect [{LEFT} 0 500 800] /QuadPoints [{quads}] /F 4 /OC {condition} >>"
    catalog = f"/OCProperties << /OCGs [7 0 R 8 0 R] /D << {layers} >> >>"
    content = lines() + strike("412")
    return written(path, content, objects=[note.encode(), STRUCK % view, OTHER], page="/Annots [6 0 R]", catalog=catalog)


@pytest.mark.parametrize(
    ("layers", "condition", "off"),
    [
        ("/ON [7 0 R]", "7 0 R", False),
        ("/OFF [8 0 R]", "7 0 R", False),
        ("/OFF [7 0 R]", "7 0 R", True),
        ("/BaseState /OFF", "7 0 R", True),
        ("/BaseState /OFF /ON [7 0 R]", "7 0 R", False),
        ("/OFF [7 0 R] /ON []", "<< /Type /OCMD /OCGs [7 0 R 8 0 R] >>", False),
        ("/OFF [7 0 R 8 0 R]", "<< /Type /OCMD /OCGs [7 0 R 8 0 R] >>", True),
        ("/OFF [7 0 R]", "<< /Type /OCMD /OCGs 7 0 R >>", True),
        ("/OFF [7 0 R]", "<< /Type /OCMD /OCGs [7 0 R 8 0 R] /P /AllOn >>", True),
        ("/OFF [8 0 R]", "<< /Type /OCMD /OCGs 7 0 R /P /AllOff >>", True),
        ("/OFF [8 0 R]", "<< /Type /OCMD /OCGs [7 0 R 8 0 R] /P /AnyOff >>", False),
        ("/OFF [8 0 R]", "<< /Type /OCMD /VE [/And 7 0 R [/Not 8 0 R]] >>", False),
        ("/OFF [8 0 R]", "<< /Type /OCMD /VE [/Not [/Or 7 0 R 8 0 R]] >>", True),
        ("/OFF [8 0 R] /AS [<< /Event /View /Category [/View] /OCGs [7 0 R] >>]", "7 0 R", True),
        ("/OFF [8 0 R] /AS [<< /Event /Print /Category [/View] /OCGs [7 0 R] >>]", "7 0 R", False),
    ],
)
def test_an_annotation_is_off_where_its_layer_is(tmp_path: Path, layers: str, condition: str, *, off: bool) -> None:
    content = annotated(tmp_path / "a.pdf", layers, condition=condition).read_bytes()
    assert annotations_off(content, None, 1) == (frozenset({0}) if off else frozenset())


def test_a_strike_in_a_layer_that_is_off_is_not_read_and_is_told_with_its_words(tmp_path: Path) -> None:
    document = extract(annotated(tmp_path / "a.pdf", "/OFF [7 0 R]"))
    assert "[-412-] 428 kr" in in_words(document)
    (said,) = [each for each in document.unread if each.message.key == "X904.annotations"]
    assert (said.page, dict(said.message.facts)) == (1, {"page": 1, "count": 1, "texts": ("”428”",)})


def test_a_strike_in_a_layer_that_is_on_is_read_and_nothing_is_told(tmp_path: Path) -> None:
    document = extract(annotated(tmp_path / "a.pdf", "/OFF [8 0 R]"))
    assert "[-412 428-] kr" in in_words(document)
    assert [each.message.key for each in document.unread if each.code == "X904"] == []


def test_a_file_that_cannot_be_looked_into_says_so() -> None:
    with pytest.raises(UnknownLayersError):
        annotations_off(b"%PDF-1.7 rubbish", None, 1)
