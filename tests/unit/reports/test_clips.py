"""Pictures of the places that findings are about."""

import base64
import io
import re
import zipfile
from pathlib import Path

from PIL import Image

from lydelse import flow
from lydelse.model.change import Comparison
from lydelse.model.document import Document, Source
from lydelse.model.finding import Passage
from lydelse.model.place import Box, Place
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import replace
from lydelse.reports import html, word_report
from lydelse.reports.html.clips import AT_MOST, EACH_AT_MOST, NO_PICTURES, Clips
from lydelse.reports.html.uncertain import uncertain_figures
from support.pdfs import PdfMaker
from support.scans import Scanner, scanned

EXAMPLE = Path(__file__).parents[3] / "examples" / "andringar-2026.pdf"


def test_every_finding_on_paper_has_a_picture_with_its_figures_framed() -> None:
    review = flow.review(EXAMPLE)
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        for finding in review.findings:
            (picture, *_) = clips.of(finding).shown
            assert set(picture.texts) <= {passage.text for passage in finding.passages}
            drawn = Image.open(io.BytesIO(base64.b64decode(picture.address.partition(",")[2]))).convert("RGB")
            points = iter(drawn.tobytes())
            red = sum(r > 130 and g < 60 and b < 80 for r, g, b in zip(points, points, points, strict=True))
            assert red > 100, "the frame is drawn"


def test_a_place_that_does_not_hold_what_is_quoted_has_no_picture() -> None:
    finding = flow.review(EXAMPLE).findings[0]
    elsewhere = replace(finding.passages[0], place=replace(finding.place, box=Box(0, 0, 5, 5)))
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        assert clips.of(replace(finding, passages=(elsewhere,))) == NO_PICTURES
        assert clips.of(replace(finding, passages=(replace(finding.passages[0], document="annan.pdf"),))) == NO_PICTURES


def test_places_far_apart_have_a_picture_each_and_there_is_an_end_to_them() -> None:
    finding = flow.review(EXAMPLE).findings[0]
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        shown = sum(len(clips.of(finding).shown) for _ in range(AT_MOST + 5))
    assert shown == AT_MOST


def test_a_finding_of_many_places_has_its_first_pictures_and_says_how_many_places_have_none(tmp_path: Path) -> None:
    file = tmp_path / "sida.pdf"
    places = [(page, at) for page in (1, 2) for at in range(7)]
    with PdfMaker(file) as pdf:
        for page, at in places:
            if (page, at) == (2, 0):
                pdf.next_page()
            pdf.plain(72, 60 + 100 * at, f"Avgiften {at} är {page}{at}0 kronor.")
    words = [f"{page}{at}0 kronor" for page, at in places]
    boxes = [Place(page=page, box=Box(72, 49 + 100 * at, 300, 64 + 100 * at)) for page, at in places]
    passages = tuple(Passage(place, text, file.name) for place, text in zip(boxes, words, strict=True))
    finding = replace(flow.review(EXAMPLE).findings[0], passages=passages)
    with Clips({file.name: file}) as clips:
        shown = clips.of(finding)
    told = [text for picture in shown.shown for text in picture.texts]
    assert len(shown.shown) == EACH_AT_MOST
    assert told == words[: len(told)]
    assert shown.left_out == len(words) - len(told) > 0


def test_no_picture_cuts_the_letters_of_a_line_above_or_below(tmp_path: Path) -> None:
    file = tmp_path / "sida.pdf"
    with PdfMaker(file) as pdf:
        for at, size in enumerate((24, 11, 24)):
            pdf.plain(72, 100 + 22 * at, "gjpqy 300 kronor", size=size)
    passage = Passage(Place(page=1, box=Box(72, 111, 300, 125)), "300 kronor", file.name)
    finding = replace(flow.review(EXAMPLE).findings[0], passages=(passage,))
    with Clips({file.name: file}) as clips:
        (picture,) = clips.of(finding).shown
    drawn = Image.open(io.BytesIO(base64.b64decode(picture.address.partition(",")[2]))).convert("L")
    edges = [min(drawn.crop((0, row, drawn.width, row + 1)).tobytes()) for row in (0, drawn.height - 1)]
    assert min(edges) > 150, "nothing black stands on the edges"


def test_a_word_file_has_no_pictures() -> None:
    review = flow.review(EXAMPLE.with_suffix(".docx"))
    with Clips({"andringar-2026.docx": EXAMPLE.with_suffix(".docx")}) as clips:
        assert "data:image" not in html.write(review, version="1", clips=clips)


def test_the_page_may_show_its_own_pictures_and_says_what_they_show() -> None:
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        page = html.write(flow.review(EXAMPLE), version="1", clips=clips)
    assert "img-src data:" in page
    alternatives = re.findall(r'<img src="data:image/png;base64,[^"]+" width="\d+" height="\d+" alt="([^"]+)">', page)
    assert alternatives
    assert all(each.startswith("Bild av stället på s. ") for each in alternatives)


def test_a_page_that_is_a_picture_shows_what_was_recognised_in_it(tmp_path: Path) -> None:
    scan = scanned(EXAMPLE, tmp_path / "scan.pdf", Scanner(100))
    place = Place(page=1, box=Box(100, 300, 140, 312))
    with Clips({scan.name: scan}) as clips:
        (picture,) = clips.of_passages([Passage(place, "2 301", scan.name)]).shown
    assert picture.texts == ("2 301",)
    assert picture.width > 500, "the whole line is shown, not the figure alone"


def test_uncertain_figures_are_shown_as_they_look_those_of_a_page_together(tmp_path: Path) -> None:
    scan = scanned(EXAMPLE, tmp_path / "scan.pdf", Scanner(100))
    figures = tuple(UncertainFigure(page, Box(100, top, 140, top + 12), "2 301", 0.6) for page, top in ((1, 300), (1, 330), (2, 90)))
    document = Document(source=Source(name=scan.name), uncertain=figures)
    comparison = Comparison(document, document, document, (), (), None)
    with Clips({scan.name: scan}) as clips:
        shown = uncertain_figures((comparison,), clips)
    assert [[picture.page for picture in each.shown] for each in shown] == [[1], [2]]
    assert uncertain_figures((comparison,), None) == ()


def test_the_word_report_shows_what_uncertain_figures_look_like() -> None:
    review = flow.review(EXAMPLE)
    amount = review.comparison.entries[0].stated
    assert amount.place.page is not None
    assert amount.place.box is not None
    figure = UncertainFigure(amount.place.page, amount.place.box, amount.literal, 0.6)
    comparison = replace(review.comparison, redline=replace(review.comparison.redline, uncertain=(figure,)))
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        asked = word_report.write(replace(review, comparisons=(comparison,)), version="0", clips=clips)
        sure = word_report.write(review, version="0", clips=clips)
    assert [_pictures_in(each) for each in (asked, sure)] == [1, 0]


def _pictures_in(report: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        return sum(name.startswith("word/media/") for name in package.namelist())
