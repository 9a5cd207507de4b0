"""Layers that are switched off: nothing of them is on the page."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from lydelse.formats.pdf import Page, open_pdf
from lydelse.formats.pdf.switched_off import may_have_layers_off
from support.raw_pdfs import lines, stream, strike, written

LAYER = b"<< /Type /OCG /Name (Lager) >>"
OFF = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
ON = "/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>"
IN_LAYER = "/OC /MC0 BDC\n{}EMC\n"
HIDDEN = "Vite 4 500 kr."


def read(path: Path) -> Page:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    return page


def marked(path: Path, catalog: str) -> Page:
    content = lines() + IN_LAYER.format(strike("412") + lines([HIDDEN], first=600))
    return read(written(path, content, objects=[LAYER], resources="/Properties << /MC0 6 0 R >>", catalog=catalog))


def hidden(page: Page) -> str:
    return "".join(glyph.text for glyph in page.glyphs if not glyph.visible)


def test_a_layer_that_is_on_is_there(tmp_path: Path) -> None:
    page = marked(tmp_path / "a.pdf", ON)
    assert (len(page.strokes), hidden(page)) == (1, "")


def test_a_layer_that_is_off_has_no_strokes_and_hidden_text(tmp_path: Path) -> None:
    page = marked(tmp_path / "a.pdf", OFF)
    assert (page.strokes, hidden(page)) == ((), HIDDEN)


def test_a_form_in_a_layer_that_is_off_is_hidden_and_one_in_none_is_not(tmp_path: Path) -> None:
    head = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>"
    forms = [stream(lines([HIDDEN], first=600), f"{head} /OC 6 0 R"), stream(lines(["Detta syns."], first=500), head)]
    path = written(
        tmp_path / "a.pdf",
        lines() + "/X0 Do /X1 Do\n",
        objects=[LAYER, *forms],
        resources="/XObject << /X0 7 0 R /X1 8 0 R >>",
        catalog=OFF,
    )
    assert hidden(read(path)) == HIDDEN


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"/D << /OFF [ 12 0 R ] >>", True),
        (b"/D << /OFF 12 0 R >>", True),
        (b"/D << /BaseState/OFF >>", True),
        (b"/D << /OFF [] >>", False),
        (b"1 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + zlib.compress(b"<< /OFF[3 0 R] >>"), True),
        (b"1 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + zlib.compress(b"<< /ON[3 0 R] >>"), False),
        (b"1 0 obj << /Type /ObjStm >>\nstream\nnot packed", False),
    ],
)
def test_whether_a_layer_may_be_off_is_told_from_the_file(content: bytes, *, says: bool) -> None:
    assert may_have_layers_off(content) is says
