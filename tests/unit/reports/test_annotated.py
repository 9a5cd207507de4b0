"""The reviewed PDF with its marks: where they stand, what they say, and that the file is otherwise as it was."""

import io
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from lydelse import flow
from lydelse.errors import UsageError
from lydelse.extractors import read
from lydelse.formats.pdf.annotating import Form, Note, UnmarkableError
from lydelse.formats.pdf.annotating import annotated as add_notes
from lydelse.model.finding_ids import identified
from lydelse.model.handling import Handled
from lydelse.model.place import Box
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports import annotated
from support.pdfs import PdfMaker

EXAMPLE = Path(__file__).parents[3] / "examples" / "andringar-2026.pdf"


def marks(content: bytes) -> list[tuple[int, dict[str, Any]]]:
    pages = PdfReader(io.BytesIO(content)).pages
    return [(number, dict(each.get_object())) for number, page in enumerate(pages, 1) for each in cast("Any", page.get("/Annots", []))]


def reviewed(file: Path = EXAMPLE) -> Review:
    return flow.review(file)


def test_the_file_s_own_bytes_stand_and_every_finding_on_paper_is_framed() -> None:
    review = reviewed()
    content, missing = annotated.write(review, EXAMPLE, None)
    assert content.startswith(EXAMPLE.read_bytes())
    assert missing is None
    frames = [mark for _, mark in marks(content) if mark["/Subtype"] == "/Square"]
    assert len(frames) == sum(passage.place.box is not None for finding in review.findings for passage in finding.passages)
    assert all(any(finding.code in mark["/Contents"] for mark in frames) for finding in review.findings)


def test_each_finding_has_its_number_in_the_margin_once() -> None:
    review = reviewed()
    labels = [mark["/Contents"] for _, mark in marks(annotated.write(review, EXAMPLE, None)[0]) if mark["/Subtype"] == "/FreeText"]
    assert sorted(label.split()[0] for label in labels) == sorted(str(number) for number in range(1, len(review.findings) + 1))


def test_a_finding_that_is_handled_says_so_in_its_note_and_no_other_does() -> None:
    review = reviewed()
    id_, finding = identified(review.findings)[0]
    handled = replace(review, handled=(Handled(id_, "Anna Ek", "2026-11-20", "Prövat mot bilagan."),))
    frames = [mark["/Contents"] for _, mark in marks(annotated.write(handled, EXAMPLE, None)[0]) if mark["/Subtype"] == "/Square"]
    said = [each for each in frames if "Hanterad av Anna Ek den 2026-11-20: Prövat mot bilagan." in each]
    assert said
    assert all(finding.code in each for each in said)
    assert len(said) < len(frames)


def test_every_changed_amount_says_what_it_was_and_will_be() -> None:
    areas = [mark["/Contents"] for _, mark in marks(annotated.write(reviewed(), EXAMPLE, None)[0]) if mark["/Subtype"] == "/Highlight"]
    assert any("773 096 tkr → 798 047 tkr (+3,23 %)" in each for each in areas)


def test_a_frame_stands_around_what_is_quoted() -> None:
    review = reviewed()
    content, _ = annotated.write(review, EXAMPLE, None)
    height = float(PdfReader(io.BytesIO(content)).pages[0].mediabox.height)
    passage = next(passage for finding in review.findings for passage in finding.passages if passage.place.page == 1)
    box = passage.place.box
    assert box is not None
    rects = [[float(side) for side in mark["/Rect"]] for page, mark in marks(content) if page == 1 and mark["/Subtype"] == "/Square"]
    assert any(abs(left - box.x0) < 3 and abs(height - top - box.top) < 3 for left, _, _, top in rects)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_on_a_turned_page_the_frames_stand_where_they_stand_on_the_upright_one(tmp_path: Path, turn: int) -> None:
    writer = PdfWriter(clone_from=EXAMPLE)
    for page in writer.pages:
        page.rotate(turn)
    writer.write(tmp_path / "turned.pdf")
    upright, _ = annotated.write(reviewed(), EXAMPLE, None)
    turned, missing = annotated.write(reviewed(tmp_path / "turned.pdf"), tmp_path / "turned.pdf", None)
    assert missing is None
    expected, found = (
        sorted((page, *(round(float(side)) for side in mark["/Rect"])) for page, mark in marks(each) if mark["/Subtype"] == "/Square")
        for each in (upright, turned)
    )
    assert all(abs(a - b) <= 3 for one, other in zip(expected, found, strict=True) for a, b in zip(one, other, strict=True))


def test_what_stands_in_the_other_file_alone_is_not_marked_and_that_is_said(tmp_path: Path) -> None:
    review = reviewed()
    writer = PdfWriter()
    writer.add_page(PdfReader(EXAMPLE).pages[1])
    writer.write(tmp_path / "second.pdf")
    _, missing = annotated.write(review, tmp_path / "second.pdf", None)
    assert missing is not None
    assert missing.facts["count"]


def test_a_file_with_a_password_is_left_alone_with_a_sentence(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=EXAMPLE)
    writer.encrypt("hemligt")
    writer.write(tmp_path / "locked.pdf")
    review = flow.review(tmp_path / "locked.pdf", wishes=flow.Wishes(password="hemligt"))
    with pytest.raises(UsageError) as refused:
        annotated.write(review, tmp_path / "locked.pdf", "hemligt")
    assert refused.value.message.key == "annotated.locked"


def test_a_marked_file_reads_as_the_file_that_it_was_made_of(tmp_path: Path) -> None:
    marked = tmp_path / "marked.pdf"
    marked.write_bytes(annotated.write(reviewed(), EXAMPLE, None)[0])
    one, other = read(EXAMPLE), read(marked)
    assert (one.sections, one.unread, one.comments) == (other.sections, other.unread, other.comments)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4\nnonsense", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"]
)
def test_a_file_without_structure_cannot_be_added_to(content: bytes) -> None:
    with pytest.raises(UnmarkableError):
        add_notes(content, [Note(1, Box(0, 0, 10, 10), Form.FRAME, (0, 0, 0), "text")])


def test_on_a_cropped_and_turned_page_the_frames_stand_where_they_stand_on_the_whole_one(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=EXAMPLE)
    for page in writer.pages:
        page.cropbox.lower_left = (20, 30)
        page.cropbox.upper_right = (580, 830)
        page.rotate(270)
    writer.write(tmp_path / "cropped.pdf")
    whole, _ = annotated.write(reviewed(), EXAMPLE, None)
    cropped, missing = annotated.write(reviewed(tmp_path / "cropped.pdf"), tmp_path / "cropped.pdf", None)
    assert missing is None
    expected, found = (
        sorted((page, *(round(float(side)) for side in mark["/Rect"])) for page, mark in marks(each) if mark["/Subtype"] == "/Square")
        for each in (whole, cropped)
    )
    assert len(expected) > 5
    assert all(abs(a - b) <= 3 for one, other in zip(expected, found, strict=True) for a, b in zip(one, other, strict=True))


def test_on_a_turned_page_the_frame_is_seen_around_the_words(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=EXAMPLE)
    for page in writer.pages:
        page.rotate(90)
    file = tmp_path / "turned.pdf"
    writer.write(file)
    review = reviewed(file)
    content, _ = annotated.write(review, file, None)
    boxes = [each.place.box for finding in review.findings for each in finding.passages if each.place.page == 1 and each.place.box]
    document = pypdfium2.PdfDocument(content)
    bare = pypdfium2.PdfDocument(file)
    seen, plain = (each[0].render(scale=2).to_pil().convert("RGB") for each in (document, bare))
    assert boxes
    for box in boxes:
        edge = (round(box.x0 * 2 - 2), round(box.top + box.bottom))
        around = [(edge[0] + step, edge[1]) for step in range(-2, 3)]
        assert any(seen.getpixel(at) != plain.getpixel(at) for at in around), "the left side of a frame is drawn"


def test_an_amount_that_a_line_s_end_parts_has_a_mark_on_each_line_and_none_around_the_words_between(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "radslut.pdf") as pdf:
        pdf.marked(72, 100, "Ersättning för år [-2025-] {+2026+}")
        pdf.marked(72, 120, "Ersättningen betalas ut i efterskott varje månad och uppgår till högst [-35 000-] {+36+}")
        pdf.marked(72, 134, "{+197+} tkr för hela året och betalas inte ut därefter.")
    file = tmp_path / "radslut.pdf"
    content, _ = annotated.write(flow.review(file), file, None)
    areas = [
        [float(side) for side in mark["/Rect"]]
        for _, mark in marks(content)
        if mark["/Subtype"] == "/Highlight" and "36 197" in mark["/Contents"]
    ]
    assert len(areas) == 2
    assert all(right - left < 80 for left, _, right, _ in areas)
    assert abs(areas[0][1] - areas[1][1]) > 8
