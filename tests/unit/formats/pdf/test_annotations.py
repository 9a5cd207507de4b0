from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.formats.pdf import Annotation, Page, open_pdf
from lydelse.formats.pdf.annotations import iso_date
from lydelse.model.place import Box
from support.pdfs import PdfMaker
from support.raw_pdfs import lines, written


def annotations_in(path: Path) -> tuple[Annotation, ...]:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
        assert isinstance(page, Page)
        return page.annotations


def test_struck_text_says_where_by_whom_and_when(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "utgår")
        pdf.annotation("StrikeOut", Box(72, 90, 100, 103), contents="enligt beslut", author="A. Ek", date="D:20260115093000+01'00'")
    (found,) = annotations_in(tmp_path / "a.pdf")
    assert (found.kind, found.contents, found.author, found.date) == ("StrikeOut", "enligt beslut", "A. Ek", "2026-01-15T09:30:00+01:00")
    assert tuple(found.boxes[0]) == pytest.approx((72, 90, 100, 103), abs=0.01)


def test_a_link_gives_its_address(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.link(Box(72, 90, 100, 103), "https://exempel.se/?e=namn%40exempel.se")
    (found,) = annotations_in(tmp_path / "a.pdf")
    assert (found.kind, found.contents) == ("Link", "https://exempel.se/?e=namn%40exempel.se")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("D:20260115093000+01'00'", "2026-01-15T09:30:00+01:00"),
        ("D:20260115093000Z", "2026-01-15T09:30:00+00:00"),
        ("D:202601150930", "2026-01-15T09:30:00"),
        ("D:20260115", "2026-01-15"),
        ("20260115", "2026-01-15"),
        ("D:2026", "2026"),
        ("i går", None),
        ("", None),
    ],
)
def test_dates_are_written_as_the_world_does(written: str, date: str | None) -> None:
    assert iso_date(written) == date


def test_a_field_that_stands_in_parts_has_the_value_of_the_whole_and_of_boxes_only_the_ticked_one_has_any(tmp_path: Path) -> None:
    part = b"<< /Type /Annot /Subtype /Widget /Parent 7 0 R /Rect [160 505 270 520] /F 4 >>"
    whole = b"<< /FT /Tx /T (namn) /V (450 kr) /Kids [6 0 R] >>"
    boxes = [b"<< /Type /Annot /Subtype /Widget /Parent 10 0 R /AS /%s /Rect [160 565 170 575] /F 4 >>" % look for look in (b"Off", b"Ja")]
    both = b"<< /FT /Btn /T (svar) /V /Ja /Kids [8 0 R 9 0 R] >>"
    catalog = "/AcroForm << /Fields [7 0 R 10 0 R] >>"
    objects = [part, whole, *boxes, both]
    written(tmp_path / "a.pdf", lines(), objects=objects, page="/Annots [6 0 R 8 0 R 9 0 R]", catalog=catalog)
    assert [note.contents for note in annotations_in(tmp_path / "a.pdf")] == ["450 kr", "", "Ja"]


@pytest.mark.parametrize(("flags", "seen"), [(0, 1), (2, 0), (4, 1), (32, 0), (64, 1)])
def test_an_annotation_that_is_hidden_or_not_shown_is_not_there(tmp_path: Path, flags: int, seen: int) -> None:
    note = f"<< /Type /Annot /Subtype /StrikeOut /F {flags} /Rect [70 700 90 710] /QuadPoints [90 700 70 710 90 710 70 700] >>"
    written(tmp_path / "a.pdf", lines(), objects=[note.encode()], page="/Annots [6 0 R]")
    boxes = [tuple(box) for note in annotations_in(tmp_path / "a.pdf") for box in note.boxes]
    assert boxes == [(70, 132, 90, 142)] * seen
