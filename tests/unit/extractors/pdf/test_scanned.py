from pathlib import Path

import pypdfium2
import pytest

from lydelse.errors import UnreadableFileError
from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.scanned.tilting import Tilted
from lydelse.extractors.written import in_words
from lydelse.model.document import Redline
from lydelse.model.finding import Severity
from lydelse.model.place import Box
from support.pdfs import A4_WIDTH, PdfMaker
from support.scans import Scanner, recogniser, scanned

KEPT = [
    "Vårdgivaren ansvarar för att personalen har adekvata kunskaper om patienterna,",
    "och lämnar varje månad de uppgifter som beställaren behöver för sin uppföljning.",
    "Ersättningen betalas ut den 25:e i månaden efter den som den avser, med 1 304 kr",
    "för varje listad patient och 2 750 kr för varje besök enligt bilaga 6, avsnitt 8.9.",
]


def printed(path: Path) -> Path:
    with PdfMaker(path) as pdf:
        pdf.paragraph(70, 100, KEPT)
        pdf.marked(70, 220, "Priset är [-4 120 kronor-] {+4 350 kronor+} för varje patient.")
        pdf.marked(70, 260, "[-Betalning sker kvartalsvis i efterskott.-] {+Betalning sker varje månad i efterskott.+}")
    return path


def without_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scan")
    return scanned(printed(folder / "printed.pdf"), folder / "scan.pdf", Scanner(200, angle=1.0, grey=True, quality=65))


def test_a_scan_is_read_with_its_strikes_and_underlines(scan: Path) -> None:
    recogniser()
    document = extract(scan)
    read = in_words(document)
    assert document.source.redline is Redline.DRAWN
    assert "Priset är [-4 120 kronor-] {+4 350 kronor+} för varje patient." in read
    assert "[-Betalning sker kvartalsvis i efterskott.-] {+Betalning sker varje månad i efterskott.+}" in read
    assert " ".join(KEPT) in read
    assert [(each.code, each.message.key) for each in document.unread][:1] == [("X901", "X901.recognised")]


def test_what_was_read_of_a_crooked_page_has_its_place_as_seen(scan: Path) -> None:
    recogniser()
    paragraph = next(each for each in extract(scan).paragraphs if "Priset" in each.marked_text)
    box = paragraph.place_of(0, 6).box
    assert box is not None
    aside = (70 + 15 - A4_WIDTH / 2) * 0.01745  # turned counterclockwise by a degree, what stands to the left sinks
    assert (box.top + box.bottom) / 2 == pytest.approx(217 - aside, abs=2.5)


def test_without_tesseract_a_scan_is_refused_with_what_to_install(scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_programs(monkeypatch, tmp_path)
    with pytest.raises(UnreadableFileError) as refused:
        extract(scan)
    assert refused.value.message.key == "error.no-text-tesseract"


def test_a_page_has_its_own_look_when_it_was_not_turned() -> None:
    box = Box(100, 100, 140, 112)
    assert Tilted(595, 842, 0.0).seen(box) == box


def test_a_page_that_was_turned_counterclockwise_is_seen_turned_back() -> None:
    seen = Tilted(600, 800, 1.0).seen(Box(590, 395, 610, 405))
    assert seen.x0 == pytest.approx(590, abs=0.1)
    assert seen.top == pytest.approx(395 + 300 * 0.01745, abs=0.1)


def test_the_uncertain_figures_of_a_page_are_asked_about_once(scan: Path) -> None:
    recogniser()
    document = extract(scan)
    assert all(figure.confidence < 0.9 for figure in document.uncertain)
    asked = [each for each in document.unread if each.message.key == "X902.uncertain-figures"]
    assert sum(each.message.facts["count"] == len(document.uncertain) for each in asked) == bool(document.uncertain)


def with_layer(path: Path, *lines: str) -> list[tuple[str, Severity, object]]:
    """Return what is said of the hidden text of a scan whose scanner has left these lines."""
    printed_page = printed(path / "printed.pdf")
    layer = [(70.0, 100.0 + 14 * at, line) for at, line in enumerate(lines)]
    document = extract(scanned(printed_page, path / "layer.pdf", Scanner(150, grey=True), layer))
    assert " ".join(KEPT) in in_words(document), "the picture is what is read"
    said = (each for each in document.unread if each.message.key.startswith("X902.layer"))
    return [(each.message.key, each.severity, each.message.facts.get("texts")) for each in said]


def test_hidden_text_that_says_what_the_picture_says_is_no_alarm(tmp_path: Path) -> None:
    recogniser()
    assert with_layer(tmp_path, *KEPT) == [("X902.layer", Severity.INFO, None)]


def test_a_figure_of_the_hidden_text_that_the_picture_does_not_show_is_warned_of(tmp_path: Path) -> None:
    recogniser()
    altered = [line.replace("2 750", "2 150") for line in KEPT]
    assert with_layer(tmp_path, *altered) == [("X902.layer-figures", Severity.WARNING, ("”150”",))]


def test_hidden_text_that_is_another_text_is_warned_of(tmp_path: Path) -> None:
    recogniser()
    other = ["Nämnden beslutar att godkänna upprättat förslag till yttrande över remissen och översänder"] * 2
    assert with_layer(tmp_path, *other) == [("X902.layer", Severity.WARNING, None)]


def test_the_rest_of_a_file_is_read_without_tesseract_and_its_scanned_page_said(
    scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_programs(monkeypatch, tmp_path)
    both = tmp_path / "both.pdf"
    with (
        pypdfium2.PdfDocument.new() as whole,
        pypdfium2.PdfDocument(printed(tmp_path / "text.pdf")) as text,
        pypdfium2.PdfDocument(scan) as page,
    ):
        whole.import_pages(text)
        whole.import_pages(page)
        whole.save(both)
    document = extract(both)
    assert "Priset är" in in_words(document)
    assert ("X901.missing-tesseract", 2) in [(each.message.key, each.page) for each in document.unread]
