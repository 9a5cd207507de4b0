"""Pictures of the places that findings are about."""

import base64
import io
import re
from dataclasses import replace
from pathlib import Path

from PIL import Image

from lydelse import flow
from lydelse.model.place import Box
from lydelse.reports import html
from lydelse.reports.html.clips import AT_MOST, Clips

EXAMPLE = Path(__file__).parents[3] / "examples" / "andringar-2026.pdf"


def test_every_finding_on_paper_has_a_picture_with_its_figures_framed() -> None:
    review = flow.review(EXAMPLE)
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        for finding in review.findings:
            (picture, *_) = clips.of(finding)
            assert set(picture.texts) <= {passage.text for passage in finding.passages}
            drawn = Image.open(io.BytesIO(base64.b64decode(picture.address.partition(",")[2]))).convert("RGB")
            points = iter(drawn.tobytes())
            red = sum(r > 130 and g < 60 and b < 80 for r, g, b in zip(points, points, points, strict=True))
            assert red > 100, "the frame is drawn"


def test_a_place_that_does_not_hold_what_is_quoted_has_no_picture() -> None:
    finding = flow.review(EXAMPLE).findings[0]
    elsewhere = replace(finding.passages[0], place=replace(finding.place, box=Box(0, 0, 5, 5)))
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        assert clips.of(replace(finding, passages=(elsewhere,))) == ()
        assert clips.of(replace(finding, passages=(replace(finding.passages[0], document="annan.pdf"),))) == ()


def test_places_far_apart_have_a_picture_each_and_there_is_an_end_to_them() -> None:
    finding = flow.review(EXAMPLE).findings[0]
    with Clips({EXAMPLE.name: EXAMPLE}) as clips:
        shown = sum(len(clips.of(finding)) for _ in range(AT_MOST + 5))
    assert shown == AT_MOST


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
