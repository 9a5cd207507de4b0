"""A layout: how an item begins, a part is headed, the first page is set, and what stands at the head and foot of every page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from benchmarks.minutes_layouts import papers
from benchmarks.minutes_made.made import Paper


class ItemHead(Enum):
    """The lines that an item begins with; ``|`` parts what stands at the left from what stands at the right of one line."""

    CASE_RIGHT = "§ {number}|Dnr {case}\n{title}"
    TITLE_CASE_BELOW = "§ {number}   {title}\nDnr: {case}"
    THREE_LINES = "§ {number}\n{title}\nÄrendenummer {case}"
    CASE_THEN_TITLE = "§ {number}\nDnr {case}\n{title}"
    ONE_LINE = "§ {number} Dnr {case} {title}"
    BODY_FIRST = "{short} § {number}|{case}\n{title}"
    WITH_YEAR = "§ {number}/{year} {title}\n{case}"
    MARGIN = "§ {number}|{title} ({case})"


class PartHead(Enum):
    """How a part is headed."""

    BOLD = "bold"
    CAPITALS = "capitals"
    ITALIC = "italic"
    MARGIN = "margin"


class CoverLook(Enum):
    """How the first page is set."""

    RULED = "ruled"
    BARE = "bare"
    TABBED = "tabbed"


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout of one paper by one producer. Of ``head`` and ``foot`` the lines are rows of a table, ``|`` between the cells.

    ``signing`` are the lines of a last page where everybody has signed.
    """

    name: str
    producer: str
    paper: Paper
    item: ItemHead
    part: PartHead
    cover: CoverLook
    head: str = ""
    foot: str = ""
    boxed: bool = False
    real_lists: bool = True
    signing: tuple[str, ...] = ()

    def item_lines(self, number: str, title: str, case: str) -> list[list[str]]:
        """Return the lines of an item's head, each as what stands at the left and what at the right."""
        short = "".join(word[0].upper() for word in self.paper.facts["body"].split())[:1] + "S"
        said = self.item.value.format(number=number, title=title, case=case, year=self.paper.facts["date"][:4], short=short)
        return [line.split("|") for line in said.split("\n")]


SIGN_BOXES = "Justerandes sign|||Utdragsbestyrkande"
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        *("margin-boxes", "weasyprint", papers.PLANNING, ItemHead.MARGIN, PartHead.BOLD, CoverLook.RULED),
        head="Tallköpings kommun|SAMMANTRÄDESPROTOKOLL|Sida {page}\nMiljö- och byggnadsnämnden|2025-04-08|",
        foot=SIGN_BOXES,
        boxed=True,
    ),
    Layout(
        *("case-right", "weasyprint", papers.BOARD, ItemHead.CASE_RIGHT, PartHead.BOLD, CoverLook.BARE),
        head="Ekvalla kommun|Protokoll|{page} (9)\nKommunstyrelsen|Sammanträdesdatum 2025-09-16|",
        foot="Justerandes signatur|Utdragsbestyrkande",
        boxed=True,
    ),
    Layout(
        *("joint-capitals", "weasyprint", papers.JOINT, ItemHead.TITLE_CASE_BELOW, PartHead.CAPITALS, CoverLook.TABBED),
        head="Räddningstjänsten Tallbygden|Direktionen\nProtokoll|2024-12-05",
        foot="Signatur|Signatur|Sida {page} av 4",
    ),
    Layout(
        *("flex-chromium", "chromium", papers.REGION, ItemHead.CASE_RIGHT, PartHead.BOLD, CoverLook.RULED),
        head="Region Fjällnäs|PROTOKOLL\nHälso- och sjukvårdsnämnden|2025-05-21",
        foot=SIGN_BOXES,
        boxed=True,
    ),
    Layout(
        *("number-alone", "chromium", papers.WORKING, ItemHead.THREE_LINES, PartHead.ITALIC, CoverLook.RULED),
        head="Lyckhamns kommun|Kommunstyrelsens arbetsutskott|2025-02-11",
        foot="Justerande|Justerande|Bestyrkes",
        real_lists=False,
    ),
    Layout(
        *("extract-signed", "chromium", papers.EXTRACT, ItemHead.ONE_LINE, PartHead.BOLD, CoverLook.BARE),
        head="Bruksby kommun|Protokollsutdrag|Kommunfullmäktige|2025-06-16",
        foot="Rätt utdraget intygar",
        signing=(
            "Signaturer",
            "Dokumentet är signerat elektroniskt.",
            "Lars Ohlin, ordförande",
            "Siv Holm, justerare",
            "Dokument-id 7f3a-99c1",
        ),
    ),
    Layout(
        *("canvas-boxes", "reportlab", papers.REGION, ItemHead.CASE_THEN_TITLE, PartHead.BOLD, CoverLook.BARE),
        head="Region Fjällnäs|PROTOKOLL|Sida {page}(7)\nHälso- och sjukvårdsnämnden|2025-05-21|",
        foot=SIGN_BOXES,
        boxed=True,
    ),
    Layout(
        *("margin-parts", "reportlab", papers.BOARD, ItemHead.TITLE_CASE_BELOW, PartHead.MARGIN, CoverLook.BARE),
        head="Ekvalla kommun|Kommunstyrelsen|Protokoll 2025-09-16",
        foot="Justerandes sign.|Utdragsbestyrkande",
    ),
    Layout(
        *("office-boxes", "libreoffice", papers.JOINT, ItemHead.CASE_RIGHT, PartHead.BOLD, CoverLook.RULED),
        head="Räddningstjänsten Tallbygden|SAMMANTRÄDESPROTOKOLL\nDirektionen|2024-12-05",
        foot=SIGN_BOXES,
        boxed=True,
    ),
    Layout(
        *("office-year", "libreoffice", papers.WORKING, ItemHead.WITH_YEAR, PartHead.BOLD, CoverLook.BARE),
        head="Lyckhamns kommun|Protokoll\nKommunstyrelsens arbetsutskott|2025-02-11",
        real_lists=False,
    ),
    Layout(
        *("word-boxes", "word", papers.PLANNING, ItemHead.CASE_RIGHT, PartHead.BOLD, CoverLook.RULED),
        head="Tallköpings kommun|SAMMANTRÄDESPROTOKOLL\nMiljö- och byggnadsnämnden|2025-04-08",
        foot=SIGN_BOXES,
        boxed=True,
    ),
    Layout(
        *("word-extract", "word", papers.EXTRACT, ItemHead.BODY_FIRST, PartHead.CAPITALS, CoverLook.BARE),
        head="Bruksby kommun|Protokollsutdrag\nKommunfullmäktige|2025-06-16",
        signing=("Underskrifter", "Lars Ohlin, ordförande", "Siv Holm, justerare"),
    ),
)
