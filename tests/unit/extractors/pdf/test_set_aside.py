"""What is printed beside the text, or across it, is no part of it: balloons of changes and comments, line numbers, large words."""

from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.finding import Severity
from lydelse.model.message import Fact
from lydelse.model.place import Box
from support.pdfs import PdfMaker

LINES = (
    "Nämnden ska varje år redovisa hur medlen har",
    "använts och vad de har lett till, senast den",
    "sista mars. Priset är [-412-] {+428+} kr för den som",
    "är listad i länet och [-96-] {+99+} kr för övriga, om",
    "inte annat följer av avtal. Uppgifterna ska",
    "lämnas på den blankett som regionen har och",
    "skrivas under av den som ansvarar för arbetet.",
    "De sparas i fem år efter det att avtalet slutat.",
)


def said(document: Document) -> dict[str, dict[str, Fact]]:
    return {unread.message.key: dict(unread.message.facts) for unread in document.unread}


def plain(path: Path) -> str:
    with PdfMaker(path) as pdf:
        pdf.paragraph(70, 100, LINES)
    return in_words(extract(path))


def balloon(pdf: PdfMaker, top: float, *lines: str) -> None:
    """A frame in the margin, and a line from the text to it."""
    pdf.outline(Box(430, top - 10, 560, top + 10 * len(lines)))
    for at, line in enumerate(lines):
        pdf.plain(434, top + 10 * at, line, size=7)
    pdf.line(150, top + 2.4, 420, top + 2.4, dash=(1, 1))
    pdf.line(420, top + 2.4, 430, top)


def test_comments_in_balloons_are_kept_out_of_the_text(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.paragraph(70, 100, LINES)
        balloon(pdf, 113.6, "Kommentar [EE1]: Gäller detta", "även i år?")
        balloon(pdf, 160, "Formaterat: Teckensnitt: Fet")
    document = extract(tmp_path / "a.pdf")
    assert in_words(document) == plain(tmp_path / "b.pdf")
    texts = ("”Kommentar [EE1]: Gäller detta även i år?”", "”Formaterat: Teckensnitt: Fet”")
    assert said(document) == {"X905.pdf-margin": {"page": 1, "count": 2, "texts": texts}}


def test_deleted_text_in_balloons_is_a_warning(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.paragraph(70, 100, LINES)
        balloon(pdf, 113.6, "Borttaget: och hur de har", "fördelats")
    document = extract(tmp_path / "a.pdf")
    assert in_words(document) == plain(tmp_path / "b.pdf")
    (warning,) = document.unread
    assert warning.severity is Severity.WARNING
    assert warning.message.facts["texts"] == ("”Borttaget: och hur de har fördelats”",)


def test_a_label_in_the_text_itself_is_no_balloon(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.paragraph(70, 100, (*LINES, "Formaterat: så heter en rubrik i mallen, och Borttaget: en annan som står längre åt höger."))
    document = extract(tmp_path / "a.pdf")
    assert not said(document)
    assert "Formaterat: så heter en rubrik i mallen, och Borttaget: en annan" in in_words(document)


def test_a_column_of_a_table_is_no_row_of_balloons_where_text_stands_across_it(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.ruled_table(70, 100, (250, 150), (("Punkt", "Flyttat: till"), ("Avgifter", "Kapitel 3"), ("Taxor", "Kapitel 4")))
        pdf.plain(70, 200, "Under tabellen står en rad som är så lång att den går över båda kolumnerna i tabellen.")
    document = extract(tmp_path / "a.pdf")
    assert not said(document)
    assert "| Avgifter | Kapitel 3" in in_words(document)


def test_a_large_word_across_the_text_is_said_and_left_out(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(60, 165, "UTKAST", size=60, colour=(220, 220, 220))
        pdf.paragraph(70, 100, LINES)
    document = extract(tmp_path / "a.pdf")
    assert in_words(document) == plain(tmp_path / "b.pdf")
    assert said(document) == {"X905.pdf-across": {"page": 1, "text": "UTKAST"}}


def test_the_same_word_across_several_pages_is_said_once(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for page in range(3):
            if page:
                pdf.next_page()
            pdf.plain(60, 165, "UTKAST", size=60, colour=(220, 220, 220))
            pdf.paragraph(70, 100, LINES)
    assert said(extract(tmp_path / "a.pdf")) == {"X905.pdf-across.pages": {"page": 1, "text": "UTKAST", "pages": 3}}


def test_a_large_title_above_the_text_is_its_title(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(70, 80, "Avtal", size=40)
        pdf.paragraph(70, 110, LINES)
    document = extract(tmp_path / "a.pdf")
    assert not said(document)
    assert "Avtal" in in_words(document).splitlines()[0]


def numbered(path: Path, step: int, *, align: str = "right", lines: tuple[str, ...] = LINES) -> Document:
    with PdfMaker(path) as pdf:
        for at, line in enumerate(lines, 4):
            if at % step == 0:
                pdf.plain(50 if align == "left" else 60 - 4.5 * len(str(at)), 100 + 13.6 * (at - 4), str(at), size=8)
            pdf.marked(80, 100 + 13.6 * (at - 4), line)
    return extract(path)


def test_line_numbers_are_kept_out_of_the_text(tmp_path: Path) -> None:
    expected = plain(tmp_path / "plain.pdf")
    for step, align in ((1, "right"), (1, "left")):
        document = numbered(tmp_path / "a.pdf", step, align=align)
        assert in_words(document) == expected
        assert said(document) == {"X905.pdf-line-numbers": {"page": 1, "pages": 1}}


def test_every_fifth_line_may_be_numbered(tmp_path: Path) -> None:
    document = numbered(tmp_path / "a.pdf", 5, lines=LINES * 2)
    assert "X905.pdf-line-numbers" in said(document)
    assert "5 använts" not in in_words(document)


def test_items_with_numbers_are_no_numbered_lines(tmp_path: Path) -> None:
    items = tuple(f"Avgiften för besök av slag {word} fastställs av nämnden." for word in "ABCDEFGH")
    document = numbered(tmp_path / "a.pdf", 1, lines=items)
    assert not said(document)


def test_rows_with_numbers_are_no_numbered_lines(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        rows = [(str(at), f"vårdcentral nummer {at}", f"{at * 317} kr") for at in range(1, 12)]
        pdf.plain_table((70, 110, 300), 100, rows)
    assert "X905.pdf-line-numbers" not in said(extract(tmp_path / "a.pdf"))
