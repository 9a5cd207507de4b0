"""Pictures over text, through which it is seen or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lydelse.formats.pdf import Page, open_pdf

TEXT = "Avgiften per listad invånare och år är 1 482 kr."


def under(path: Path, picture: Image.Image, *, over: bool = True) -> Page:
    """Return a page whose text has a picture of the whole page over it, or under it."""
    canvas = Canvas(str(path), pagesize=(400, 300))
    for first in (False, True):
        if over is first:
            canvas.drawImage(ImageReader(picture), 0, 0, 400, 300, mask="auto")
        else:
            canvas.drawString(40, 150, TEXT)
    canvas.save()
    with open_pdf(path) as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    return page


def stamped(alpha: int) -> Image.Image:
    picture = Image.new("RGBA", (200, 150), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((60, 100, 140, 140), fill=(200, 0, 0, alpha))
    return picture


def seen(page: Page) -> set[bool]:
    return {glyph.visible for glyph in page.glyphs if not glyph.text.isspace()}


@pytest.mark.parametrize("alpha", [80, 255])
@pytest.mark.parametrize("over", [True, False])
def test_a_stamp_on_clear_ground_hides_nothing(tmp_path: Path, alpha: int, *, over: bool) -> None:
    assert seen(under(tmp_path / "a.pdf", stamped(alpha), over=over)) == {True}


def test_a_picture_that_is_half_clear_all_over_hides_nothing(tmp_path: Path) -> None:
    assert seen(under(tmp_path / "a.pdf", Image.new("RGBA", (200, 150), (200, 0, 0, 90)))) == {True}


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_an_opaque_picture_hides_what_is_under_it(tmp_path: Path, mode: str) -> None:
    picture = Image.new("RGB", (200, 150), (230, 230, 230)).convert(mode)
    assert seen(under(tmp_path / "a.pdf", picture)) == {False}
    assert seen(under(tmp_path / "b.pdf", picture, over=False)) == {True}


def test_a_photograph_with_round_corners_hides_what_is_under_it(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (200, 150), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rounded_rectangle((0, 0, 199, 149), 20, fill=(230, 230, 230, 255))
    assert seen(under(tmp_path / "a.pdf", picture)) == {False}
