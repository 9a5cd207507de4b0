"""Slides, printed by LibreOffice Impress: a title and its text in frames of their own, one slide for each heading."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from benchmarks.kinds.case import BLUE, RED, SLIDES, Case, Colour, Look, pieces_of
from benchmarks.kinds.opendocument import SPACES, STRIKES

from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph

TALK = """
# Ersättning till vårdcentralerna

Vårdcentralen får [-1 482 kr-] {+1 534 kr+} per listad invånare och år.

* Vikten för den äldsta gruppen är [-1,85-]{+1,92+}, för övriga 1,00.
* Beloppet betalas ut [-kvartalsvis i efterskott-] {+månadsvis i förskott+}.
* [-Stödet söks före utgången av februari.-] {+Stödet betalas ut utan ansökan.+}

# Bemanning och öppettider

Vårdcentralen ska ha öppet minst [-40-]{+45+} timmar i veckan, och telefontid ska finnas [-varje förmiddag-] {+hela dagen+} på vardagar.

* Minst [-en-] {+två+} specialister ska tjänstgöra varje dag.
* Årets medel är [-1 250-] {+1 400+} tkr.
"""


def cases() -> Iterator[Case]:
    """Yield the cases."""
    for name, look in (("in red", Look()), ("in blue, strikes alone coloured otherwise", Look(struck=BLUE, inserted=RED, underline=False))):
        yield Case(f"slides, {name}", TALK, look, producers=(SLIDES,))


def fodp_of(case: Case) -> str:
    """Return the slides of a case as a flat OpenDocument presentation."""
    own = (("draw", "drawing"), ("svg", "svg-compatible"), ("presentation", "presentation"))
    spaces = " ".join([SPACES, *(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in own)])
    pages = "".join(_slide(at, blocks) for at, blocks in enumerate(_slides(case)))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.presentation"><office:automatic-styles>{_styles(case.look)}'
        '<style:page-layout style:name="bild"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm" '
        'style:print-orientation="landscape"/></style:page-layout></office:automatic-styles><office:master-styles>'
        '<style:master-page style:name="Bild" style:page-layout-name="bild"/></office:master-styles>'
        f"<office:body><office:presentation>{pages}</office:presentation></office:body></office:document>"
    )


def _styles(look: Look) -> str:
    added = f'fo:color="{_hex(look.inserted)}"' + (' style:text-underline-style="solid"' if look.underline else "")
    texts = {"struck": f'fo:color="{_hex(look.struck)}" {STRIKES[look.strike]}', "inserted": added}
    spans = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {own}/></style:style>' for name, own in texts.items()
    )
    paragraphs = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {own} fo:margin-bottom="8pt"/>'
        f'<style:text-properties fo:font-family="Liberation Sans" fo:font-size="{size}pt" {weight}/></style:style>'
        for name, own, size, weight in (
            ("title", "", 30, 'fo:font-weight="bold"'),
            ("text", "", 20, ""),
            ("item", 'fo:margin-left="18pt" fo:text-indent="-18pt"', 20, ""),
        )
    )
    frame = '<style:graphic-properties draw:stroke="none" draw:fill="none" draw:auto-grow-height="true"/>'
    return f'{spans}{paragraphs}<style:style style:name="frame" style:family="graphic">{frame}</style:style>'


def _slides(case: Case) -> Iterator[list[Paragraph]]:
    slide: list[Paragraph] = []
    for block in case.document.blocks:
        if isinstance(block, Table):
            continue
        if block.kind is Kind.HEADING and slide:
            yield slide
            slide = []
        slide.append(block)
    yield slide


def _slide(at: int, blocks: list[Paragraph]) -> str:
    title, text = _frame(blocks[:1], 1.2, 2.5), _frame(blocks[1:], 4.5, 9.0)
    return f'<draw:page draw:name="bild{at}" draw:master-page-name="Bild">{title}{text}</draw:page>'


def _frame(blocks: list[Paragraph], top: float, height: float) -> str:
    text = "".join(_paragraph(block) for block in blocks)
    return (
        f'<draw:frame draw:style-name="frame" svg:x="1.5cm" svg:y="{top}cm" svg:width="25cm" svg:height="{height}cm">'
        f"<draw:text-box>{text}</draw:text-box></draw:frame>"
    )


def _paragraph(block: Paragraph) -> str:
    name = {Kind.HEADING: "title", Kind.ITEM: "item"}.get(block.kind, "text")
    marker = f"{escape(block.marker)} <text:s/>" if block.kind is Kind.ITEM else ""
    return f'<text:p text:style-name="{name}">{marker}{"".join(_span(piece.text, piece.mark) for piece in pieces_of(block))}</text:p>'


def _span(text: str, mark: Mark) -> str:
    lead = "<text:s/>" if text.startswith(" ") else ""
    own = f"{lead}{escape(text[1:] if lead else text)}"
    return own if mark is Mark.KEPT else f'<text:span text:style-name="{mark.value}">{own}</text:span>'


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
