"""What only the producer that draws can do: annotations in the text, text that nobody sees, letters that are mapped wrongly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import reportlab
from benchmarks.kinds.case import BLACK, Case
from benchmarks.kinds.paper import MARGIN, SIZE, Paper, draw
from benchmarks.kinds.setting import BOLD, FONT
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

OWN_FONT = "Vera"
HIDDEN = "Detta dolda stycke handlar om 4 500 kr i vite och ska inte läsas som text."
LIGATURES = "Den \ufb01nansiella pro\ufb01len och kon\ufb02ikten med ef\ufb01ciens 2026 speci\ufb01ceras i avtalet."
BALLOONS = (
    ("Kommentar [EE1]: Är det", "räknat per vecka eller", "i snitt över året?"),
    ("Kommentar [EE2]: Stäm av", "med avtalet."),
    ("Formaterat: Teckensnitt:", "Fet"),
)
DAMAGED = ("Lågutbildade och arbetslösa har rätt till samtal hos samma vårdgivare.", "Antalet samtal anmäls varje kvartal.")
UNLABELLED = (("Eva Ek", "Är det räknat per vecka", "eller i snitt över året?"), ("Bo Berg", "Stäm av med avtalet."))
SWAPPED = (
    "Vårdcentralen lämnar uppgifter om sina öppettider till regionen senast den sista mars varje år.",
    "Den som är legitimerad sjuksköterska får bedöma behovet av läkarbesök under hela förmiddagen.",
    "Brister i verksamheten åtgärdas utan dröjsmål, och en plan för arbetet lämnas inom en månad.",
    "Utrustning och lokaler ska vara ändamålsenliga, och byte av lokal anmäls minst ett halvår före.",
)
TO_UNICODE = re.compile(rb"(beginbf(?:char|range).*?endbf(?:char|range))", re.DOTALL)


def make_drawn(case: Case, path: Path) -> None:
    """Draw a case, with its trick where it has one."""
    paper = draw(case, path)
    match case.layout.trick:
        case "notes":
            _notes(paper)
        case "white" | "tiny" | "outside" | "covered" | "stamped":
            _hide(paper, case.layout.trick)
        case "balloons" | "balloons without labels":
            _balloons(paper, BALLOONS if case.layout.trick == "balloons" else UNLABELLED)
        case "across":
            paper.canvas.setFont(BOLD, 90)
            paper.canvas.setFillColorRGB(0.88, 0.88, 0.88)
            paper.canvas.drawCentredString(paper.width / 2, paper.height - 300, "UTKAST")
        case "ligatures":
            _in_own_font(paper, (LIGATURES,))
        case "damaged":
            _in_own_font(paper, DAMAGED)
        case "swapped":
            _in_own_font(paper, SWAPPED)
        case _:
            pass
    paper.flush()
    paper.canvas.save()
    if case.layout.trick == "damaged":
        path.write_bytes(TO_UNICODE.sub(lambda part: part[1].replace(b"<0061>", b"<00E5>"), path.read_bytes()))
    if case.layout.trick == "swapped":
        path.write_bytes(TO_UNICODE.sub(lambda part: re.sub(b"<00(?:6E|72|4E|52)>", _other_letter, part[1]), path.read_bytes()))


def _other_letter(code: re.Match[bytes]) -> bytes:
    """Return "n" for "r", and "r" for "n", small and large."""
    return {b"<006E>": b"<0072>", b"<0072>": b"<006E>", b"<004E>": b"<0052>", b"<0052>": b"<004E>"}[code[0]]


def _notes(paper: Paper) -> None:
    y = paper.y - 40
    paper.put(MARGIN, y, "Vårdcentralen ska ha jour varje helg.", FONT, SIZE)
    paper.flush()
    width = paper.canvas.stringWidth("Vårdcentralen ska ha jour", FONT, SIZE)
    paper.pen.annotation("Caret", MARGIN + width, MARGIN + width + 4, y, SIZE, "och beredskap")
    paper.pen.annotation("FreeText", MARGIN, MARGIN + 180, y - 40, SIZE, "Nytt: 250 kr per timme")
    paper.pen.annotation("Highlight", MARGIN, MARGIN + 60, y, SIZE)


def _balloons(paper: Paper, balloons: Sequence[Sequence[str]]) -> None:
    """Put frames with comments beside the text, and a dotted line from each to its place, as Word prints them."""
    canvas, x = paper.canvas, paper.left + paper.measure + 20
    for at, lines in enumerate(balloons):
        y = paper.height - 110 - 120 * at
        canvas.setStrokeColorRGB(0.8, 0.1, 0.1)
        canvas.setLineWidth(0.5)
        canvas.setDash(1, 1)
        canvas.line(paper.left + 150, y - 8, x - 8, y - 8)
        canvas.line(x - 8, y - 8, x, y)
        canvas.setDash()
        canvas.roundRect(x, y - 10 * len(lines), 115, 10 * len(lines) + 12, 3)
        for step, text in enumerate(lines):
            paper.put(x + 4, y - 10 * step, text, FONT, 7.5)


def _hide(paper: Paper, how: str) -> None:
    y = paper.y - 40
    match how:
        case "white":
            paper.put(MARGIN, y, HIDDEN, FONT, SIZE, (255, 255, 255))
        case "tiny":
            paper.put(MARGIN, y, HIDDEN, FONT, 0.5)
        case "outside":
            paper.put(paper.width + 20, y, HIDDEN, FONT, SIZE)
        case "stamped":
            _stamp(paper)
        case _:
            paper.put(MARGIN, y, HIDDEN, FONT, SIZE)
            paper.flush()
            picture = ImageReader(Image.new("RGB", (8, 8), (225, 225, 225)))
            paper.canvas.drawImage(picture, MARGIN - 5, y - 30, 460, 60)


def _stamp(paper: Paper) -> None:
    """Put a picture over the whole page, clear but for a frame in its middle."""
    paper.flush()
    picture = Image.new("RGBA", (200, 280), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((40, 100, 160, 140), outline=(200, 0, 0, 150), width=4)
    paper.canvas.drawImage(ImageReader(picture), 0, 0, paper.width, paper.height, mask="auto")


def _in_own_font(paper: Paper, lines: tuple[str, ...]) -> None:
    registerFont(TTFont(OWN_FONT, str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    y = paper.y - 40
    for line in lines:
        paper.put(MARGIN, y, line, OWN_FONT, SIZE, BLACK)
        y -= 30
