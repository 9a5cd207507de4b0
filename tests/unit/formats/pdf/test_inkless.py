"""Text that is not seen, in more ways than an order of painting tells; and text that is seen, and looks as if it were not."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.raw_pdfs import FIRST_OWN, lines, stream, written

TEXT = "BT /F1 11 Tf 1 0 0 1 70 500 Tm (Avgiften blir 999 kr per besok) Tj ET"
ROUNDED = (
    "65 490 m 355 490 l 360 490 360 490 360 495 c 360 515 l 360 520 360 520 355 520 c "
    "65 520 l 60 520 60 520 60 515 c 60 495 l 60 490 60 490 65 490 c h"
)
STRIPS = " ".join(f"60 {490 + 4 * at} 300 4.2 re f" for at in range(7))
NO_INK = "/Separation /Black /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>"
CLEAR = "/ExtGState << /G << /ca 0.01 >> /M << /BM /Multiply >> /D << /BM /Darken >> /H << /ca 0.3 >> >>"
GROUP = "/Group << /S /Transparency /CS /DeviceGray >>"

UNSEEN = {
    "in a colour space whose lightest is white": f"/CS cs 0 scn {TEXT}",
    "in the colour of the ground": f"1 0 0 rg 60 490 300 30 re f {TEXT}",
    "nearly in the colour of the ground": f"0.85 0.9 1 rg 60 490 300 30 re f 0.84 0.89 0.99 rg {TEXT}",
    "black on black": f"0 g 60 490 300 30 re f {TEXT}",
    "under a rectangle of six corners": f"{TEXT} 1 g 60 490 m 200 490 l 360 490 l 360 520 l 200 520 l 60 520 l h f",
    "under a rounded rectangle": f"{TEXT} 1 g {ROUNDED} f",
    "under narrow strips": f"{TEXT} 1 g {STRIPS}",
    "under a broad line": f"{TEXT} 1 G 30 w 60 505 m 360 505 l S",
    "under two rectangles of one path": f"{TEXT} 1 g 60 490 150 30 re 210 490 150 30 re f",
    "outside its clip": f"q 400 100 50 50 re W n {TEXT} Q",
    "within a clip of nothing": f"q 70 500 0 0 re W n {TEXT} Q",
    "outside a clip of three corners": f"q 400 100 m 450 100 l 425 150 l h W n {TEXT} Q",
    "clipped to other letters": f"q BT 7 Tr /F1 11 Tf 400 100 Td (x) Tj ET 0 Tr {TEXT} Q",
    "outlined in white": f"1 G {TEXT.replace('Tf', 'Tf 1 Tr')}",
    "let through": f"/G gs {TEXT}",
    "in a form that is let through": "/G gs /X Do",
}
SEEN = {
    "outlined in black, filled with white": f"0.3 w 0 G 1 g {TEXT.replace('Tf', 'Tf 2 Tr')}",
    "outlined in black": f"0.3 w 0 G {TEXT.replace('Tf', 'Tf 1 Tr')}",
    "white on a dark head": f"0.1 0.2 0.5 rg 60 490 300 30 re f 1 g {TEXT}",
    "white on a dark head of strips": f"0.1 0.2 0.5 rg {STRIPS} 1 g {TEXT}",
    "white on a broad dark line": f"0.1 0.2 0.5 RG 30 w 60 505 m 360 505 l S 1 g {TEXT}",
    "dark on a tint": f"0.95 0.95 0.7 rg 60 490 300 30 re f 0 0 0.6 rg {TEXT}",
    "grey on grey": f"0.9 g 60 490 300 30 re f 0.3 g {TEXT}",
    "light grey": f"0.7 g {TEXT}",
    "over a white rectangle": f"1 g 60 490 300 30 re f 0 g {TEXT}",
    "under a marker pen": f"{TEXT} /M gs 1 1 0 rg 60 490 300 30 re f",
    "under a marker pen that darkens": f"{TEXT} /D gs 1 1 0 rg 60 490 300 30 re f",
    "under a tint that lets through": f"{TEXT} /H gs 1 1 0 rg 60 490 300 30 re f",
    "in its clip": f"q 60 490 300 30 re W n {TEXT} Q",
    "in a rounded clip": f"q {ROUNDED} W n {TEXT} Q",
    "in a white frame": f"{TEXT} 1 G 2 w 60 490 300 30 re S",
    "in a hole": f"{TEXT} 1 g 50 480 320 50 re 60 490 300 30 re f*",
    "with a shadow": f"0.7 g {TEXT.replace('70 500', '71 499')} 0 g {TEXT}",
}


def read(folder: Path, content: str) -> tuple[set[str], str]:
    head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> {GROUP}"
    form = stream(TEXT).replace(b"<<", head.encode(), 1)
    resources = f"{CLEAR} /ColorSpace << /CS [{NO_INK}] >> /XObject << /X {FIRST_OWN} 0 R >>"
    document = extract(written(folder / "a.pdf", f"{lines()} 0 g {content}", objects=[form], resources=resources))
    return {each.message.key for each in document.unread}, in_words(document)


@pytest.mark.parametrize("how", UNSEEN)
def test_text_that_leaves_no_ink_is_not_read_and_is_told(tmp_path: Path, how: str) -> None:
    keys, words = read(tmp_path, UNSEEN[how])
    assert keys == {"X904.text"}
    assert "999" not in words


@pytest.mark.parametrize("how", SEEN)
def test_text_that_is_seen_is_read_and_nothing_is_told(tmp_path: Path, how: str) -> None:
    keys, words = read(tmp_path, SEEN[how])
    assert not keys
    assert "999" in words
