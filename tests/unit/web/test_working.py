"""Work from order to report: what its pages say, what they let be done, and what they do when it cannot be."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from lydelse import __version__, flow
from lydelse.reports import html, json_findings
from lydelse.workers import Limits
from support import words
from support.pdfs import PdfMaker
from support.visitors import Served, served


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page")) as opened:
        yield opened


@pytest.fixture(scope="module")
def redline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file with tracked changes."""
    path = tmp_path_factory.mktemp("files") / "förslag.docx"
    return words.write(
        path,
        words.heading("4 Ersättning"),
        words.paragraph("Totalt fördelas ", words.struck(words.run("100")), words.inserted(words.run("110")), " tkr."),
        words.paragraph("Grundbeloppet är ", words.struck(words.run("60")), words.inserted(words.run("66")), " tkr per mottagning."),
    )


def test_a_redline_is_left_and_its_report_is_the_one_that_the_command_writes(page: Served, redline: Path) -> None:
    visitor = page.visitor()
    work = visitor.order("review", [("before", "förslag.docx", redline.read_bytes())])
    assert "Granskningen är klar" in visitor.finished(work)
    written = html.write(flow.review(redline), version=__version__)
    shown = visitor.get(f"{work}/report").text
    assert shown.replace(re.search(r"<style>\.lydelse-bar.*?</nav>\n?", shown, re.DOTALL)[0], "") == written  # type: ignore[index]
    assert visitor.get(f"{work}/files/html").text == written
    assert visitor.get(f"{work}/files/json").text == json_findings.write(flow.review(redline), version=__version__)


def test_every_form_of_the_report_is_offered_and_is_what_it_says(page: Served, redline: Path) -> None:
    visitor = page.visitor()
    work = visitor.order("review", [("before", "förslag.docx", redline.read_bytes())])
    forms = set(re.findall(r"/files/(\w+)\"", visitor.finished(work)))
    assert {"html", "docx", "xlsx", "tracked", "json", "sarif", "junit", "csv"} <= forms
    files = {form: visitor.get(f"{work}/files/{form}") for form in forms}
    assert {answer.status for answer in files.values()} == {200}
    assert all(answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''f%C3%B6rslag-") for answer in files.values())
    for form in ("docx", "xlsx", "tracked"):
        assert zipfile.ZipFile(BytesIO(files[form].body)).testzip() is None
    assert json.loads(files["json"].text)["schema"] == "lydelse/findings/1"
    assert files["csv"].text.startswith("id,code,")
    assert files["docx"].headers["x-content-type-options"] == "nosniff"


def test_a_form_that_there_is_none_of_is_not_found(page: Served, redline: Path) -> None:
    visitor = page.visitor()
    work = visitor.order("review", [("before", "förslag.docx", redline.read_bytes())])
    visitor.finished(work)
    for form in ("annotated", "toml", "..%2f..%2fgiven", "exe", ""):
        assert visitor.get(f"{work}/files/{form}").status == 404


def test_two_versions_are_compared_and_can_be_changed_for_one_another(page: Served) -> None:
    visitor = page.visitor()
    one, other = (f"# 4 Pris\n\nPriset är {price} kr per besök.\n".encode() for price in (100, 120))
    work = visitor.order("review", [("before", "nu.md", one), ("after", "sedan.md", other)])
    shown = visitor.finished(work)
    assert "Gör om med versionerna omvända" in shown
    turned = visitor.post(f"{work}/again", {"turned": "1"}).headers["location"].removeprefix(page.site.door.prefix)
    assert turned != work
    visitor.finished(turned)
    reports = [visitor.get(f"{each}/report").text for each in (work, turned)]
    assert reports[0].index("nu.md") < reports[0].index("sedan.md")
    assert reports[1].index("sedan.md") < reports[1].index("nu.md")


def test_what_is_given_for_the_first_page_stands_there(page: Served, redline: Path) -> None:
    visitor = page.visitor()
    facts = {
        "case-number": "RS/1/2026",
        "case-title": "Nya <b>villkor</b>",
        "prepared-by": "A. Ek",
        "status": "draft",
        "date": "2026-01-02",
    }
    work = visitor.order("review", [("before", "förslag.docx", redline.read_bytes())], facts)
    visitor.finished(work)
    report = visitor.get(f"{work}/report").text
    for said in ("RS/1/2026", "Nya &lt;b&gt;villkor&lt;/b&gt;", "A. Ek", "2026-01-02", "utkast"):
        assert said in report


def test_an_order_without_a_document_shows_the_form_again_and_says_so(page: Served) -> None:
    visitor = page.visitor()
    for kind, said in (
        ("review", "Välj en handling att granska."),
        ("check", "Välj minst en handling."),
        ("minutes", "Välj minst en handling."),
    ):
        answer = visitor.post(f"/order/{kind}", {}, [("before", "", b"")])
        assert answer.status == 422
        assert said in answer.text
    assert visitor.post("/order/annat", {}, [("before", "a.md", b"x")]).status == 404


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom.pdf", b"", "tom.pdf"),
        ("skadad.pdf", b"%PDF-1.7\n1 0 obj\n<<", "skadad.pdf"),
        ("bild.png", b"\x89PNG\r\n\x1a\n", "bild.png"),
        ("annat.docx", b"PK\x03\x04 this is no archive", "annat.docx"),
    ],
)
def test_a_file_that_cannot_be_read_gives_a_sentence(page: Served, name: str, content: bytes, said: str) -> None:
    visitor = page.visitor()
    shown = visitor.finished(visitor.order("review", [("before", name, content)]))
    assert "Det gick inte" in shown
    assert said in shown
    assert "Traceback" not in shown


def test_a_protected_file_asks_for_its_password_and_is_read_with_it(page: Served, tmp_path: Path) -> None:
    path = tmp_path / "skyddad.pdf"
    with PdfMaker(path, password="hemligt") as pdf:
        pdf.plain(72, 100, "4 Ersättning")
        pdf.plain(72, 130, "Totalt fördelas 110 tkr.")
    visitor = page.visitor()
    work = visitor.order("review", [("before", "skyddad.pdf", path.read_bytes())])
    assert 'type="password"' in visitor.finished(work)
    assert visitor.post(f"{work}/retry", {"password": "fel"}).status == 303
    assert "Lösenordet öppnar inte" in visitor.finished(work)
    visitor.post(f"{work}/retry", {"password": "hemligt"})
    assert "Granskningen är klar" in visitor.finished(work)
    kept = [file for file in page.site.desk.folder.rglob("*") if file.is_file() and b"hemligt" in file.read_bytes()]
    assert kept == []


def test_work_that_takes_too_long_is_ended_with_a_sentence(tmp_path: Path) -> None:
    with served(tmp_path, limits=Limits(seconds=0.2)) as opened:
        visitor = opened.visitor()
        long = "\n\n".join(f"Beloppet för post {n} är {n} 000 kr." for n in range(20_000)).encode()
        assert "Arbetet tog längre tid" in visitor.finished(visitor.order("check", [("paper", "lång.txt", long)]))
        assert visitor.get("/").status == 200


def test_work_is_cancelled_whether_it_waits_or_has_begun(tmp_path: Path) -> None:
    with served(tmp_path, at_once=1) as opened:
        visitor = opened.visitor()
        long = "\n\n".join(f"Beloppet för post {n} är {n} 000 kr." for n in range(20_000)).encode()
        begun, waiting = (visitor.order("check", [("paper", "lång.txt", long)]) for _ in range(2))
        assert "Väntar på sin tur" in visitor.get(f"{waiting}/state").text
        for work in (waiting, begun):
            assert visitor.post(f"{work}/cancel").status == 303
            assert "Arbetet avbröts" in visitor.get(work).text
        short = visitor.order("check", [("paper", "kort.txt", b"Priset \xc3\xa4r 10 kr.")])
        assert "Kontrollen är klar" in visitor.finished(short)


def test_deleted_work_is_gone_with_its_files(page: Served, redline: Path) -> None:
    visitor = page.visitor()
    work = visitor.order("review", [("before", "förslag.docx", redline.read_bytes())])
    visitor.finished(work)
    folder = page.site.desk.folder / work.rpartition("/")[2]
    assert folder.is_dir()
    assert visitor.post(f"{work}/delete").status == 303
    assert not folder.exists()
    assert visitor.get(work).status == 404
    assert visitor.get(f"{work}/report").status == 404


def test_minutes_are_read_together(page: Served) -> None:
    visitor = page.visitor()
    minutes = (
        "Omsorgsnämnden\nSammanträdesprotokoll\n2024-03-{}\n\n§ 12 Taxa för larm (ON/2024:7)\n\nBeslut\n1. Taxan fastställs till {} kr.\n"
    )
    papers = [("paper", f"protokoll-{day}.txt", minutes.format(day, price).encode()) for day, price in (("05", 100), ("19", 120))]
    work = visitor.order("minutes", papers)
    shown = visitor.finished(work)
    assert "Handlingarna är lästa" in shown
    assert "protokoll-05.txt, protokoll-19.txt" in shown
    assert "Taxa för larm" in visitor.get(f"{work}/report").text


def test_names_of_files_and_text_of_documents_are_shown_and_never_obeyed(page: Served) -> None:
    visitor = page.visitor()
    name = "<img src=x onerror=alert(1)>.md"
    text = '# 4 <script>alert(1)</script>\n\nPriset är 100 kr. </style><script src="https://ond.example/x.js"></script> 90 000 kr\n'
    work = visitor.order("review", [("before", name, text.encode())])
    shown = visitor.finished(work)
    for each in (shown, visitor.get("/works").text, visitor.get(f"{work}/report").text):
        assert "<img" not in each.replace('<img src="data:', "")
        assert "<script>alert" not in each
        assert '<script src="https' not in each


def test_the_report_runs_its_own_script_and_shows_its_own_style_and_nothing_else(page: Served, redline: Path) -> None:
    visitor = page.visitor()
    work = visitor.order("review", [("before", "förslag.docx", redline.read_bytes())])
    visitor.finished(work)
    policy = visitor.get(f"{work}/report").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src 'sha256-" in policy
    assert "form-action 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "sent", ["../../../../utbrott.md", "..\\..\\utbrott.md", "/etc/utbrott.md", "C:\\utbrott.md", "a/../../utbrott.md"]
)
def test_a_name_is_never_a_path(page: Served, sent: str) -> None:
    visitor = page.visitor()
    work = visitor.order("review", [("before", sent, "Priset är 100 kr.".encode())])
    assert "utbrott.md" in visitor.finished(work)
    files = {file.name: file for file in page.site.desk.folder.rglob("utbrott.md")}
    assert all(file.is_relative_to(page.site.desk.folder) for file in files.values())
    assert files["utbrott.md"].parent.parent.name == "given"


def test_a_form_that_is_too_large_is_refused_by_its_length_and_by_what_comes(page: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lydelse.web.forms.MOST_BYTES", 20_000)
    visitor = page.visitor()
    answer = visitor.post("/order/review", {}, [("before", "stor.md", b"x" * 30_000)])
    assert answer.status == 413
    assert "för stora" in answer.text


def test_a_form_with_too_many_fields_is_refused(page: Served) -> None:
    visitor = page.visitor()
    assert visitor.post("/order/review", {f"f{n}": "x" for n in range(500)}, [("before", "a.md", b"x")]).status == 400


def test_only_so_much_work_waits_for_one_visitor(page: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lydelse.web.desk.MOST_UNFINISHED", 0)
    visitor = page.visitor()
    answer = visitor.post("/order/review", {}, [("before", "a.md", b"x")])
    assert answer.status == 429
    assert "väntar redan" in answer.text


def test_the_pages_are_told_in_english_to_whoever_asks_for_it(page: Served) -> None:
    visitor = page.visitor()
    visitor.post("/language", {"language": "en", "back": "/"})
    assert '<html lang="en">' in visitor.get("/").text
    assert "Review a proposed amendment" in visitor.get("/").text
    assert '<html lang="sv">' in page.visitor().get("/").text


def test_a_rule_is_turned_off_and_on_again(page: Served) -> None:
    visitor = page.visitor()
    text = "# Förslag till beslut\n\nAnslaget höjs med 1o miljoner kronor.\n".encode()
    work = visitor.order("check", [("paper", "förslag.md", text)])
    assert "T301" in visitor.finished(work)
    off = visitor.post(f"{work}/again", {"rule-off": "T301"}).headers["location"].removeprefix(visitor.door.prefix)
    shown = visitor.finished(off)
    assert "Gör om med regel T301" in shown
    assert 'class="finding' not in shown
    assert "T301" in visitor.get(f"{off}/report").text
    on = visitor.post(f"{off}/again", {"rule-on": "T301"}).headers["location"].removeprefix(visitor.door.prefix)
    assert 'class="finding error"' in visitor.finished(on)
    odd = visitor.post(f"{on}/again", {"rule-off": "../x"}).headers["location"].removeprefix(visitor.door.prefix)
    assert "Gör om med regel" not in visitor.finished(odd)


def test_a_new_version_says_what_is_new_since_the_earlier(page: Served) -> None:
    visitor = page.visitor()
    first = "# Förslag till beslut\n\nAnslaget höjs med 1o miljoner kronor.\n"
    work = visitor.order("review", [("before", "förslag.md", first.encode())], {"case-number": "RS/7/2026"})
    visitor.finished(work)
    second = first + "\nBidraget sänks med 2o miljoner kronor.\n"
    answer = visitor.post(f"{work}/revised", {}, [("before", "förslag 2.md", second.encode())])
    revised = (answer.headers["location"] or "").removeprefix(visitor.door.prefix)
    shown = visitor.finished(revised)
    assert "nytt" in shown
    assert "känd" in shown.lower()
    assert "förslag 2.md" in shown
    assert "RS/7/2026" in visitor.get(f"{revised}/report").text


def test_findings_are_numbered_as_in_the_report(page: Served) -> None:
    visitor = page.visitor()
    file = Path(__file__).parents[3] / "examples" / "andringar-2026.docx"
    work = visitor.order("review", [("before", file.name, file.read_bytes())])
    shown = visitor.finished(work)
    report = visitor.get(f"{work}/report").text
    linked = re.findall(r"report#(fynd-\d+)", shown)
    sentences = re.findall(r'<p class="sentence">(.*?)</p>', shown)
    assert len(linked) > 3
    for anchor, sentence in zip(linked, sentences, strict=True):
        article = report.partition(f'id="{anchor}"')[2].partition("</article>")[0]
        assert sentence in re.sub(r"<[^>]+>", "", article)


def test_a_folder_that_is_left_is_read_and_what_is_passed_over_is_said(page: Served) -> None:
    visitor = page.visitor()
    files = [
        ("folder", "ärende/pris.md", "# 4 Pris\n\nPriset är 100 kr.\n".encode()),
        ("folder", "ärende/bilagor/pris.md", "# 4 Pris\n\nPriset är 120 kr.\n".encode()),
        ("folder", "ärende/.DS_Store", b"\x00\x01"),
        ("folder", "ärende/bild.png", b"\x89PNG"),
    ]
    work = visitor.order("check", files)
    shown = visitor.finished(work)
    assert "Kontrollen är klar" in shown
    assert "togs inte med: DS_Store och bild.png." in shown
    assert visitor.post("/order/check", {}, files[2:]).status == 422
