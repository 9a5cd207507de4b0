from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.formats.pdf import Annotation, Page, open_pdf
from lydelse.formats.pdf.annotations import iso_date
from lydelse.model.place import Box
from support.pdfs import PdfMaker


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
