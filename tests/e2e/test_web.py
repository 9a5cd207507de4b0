"""The local page in a real browser: each flow with real files, as whoever never opens a terminal takes it."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browsing import PATIENCE, command, entered, left, opened_browser, root_of
from support.pdfs import PdfMaker
from support.scans import Scanner, recogniser, scanned

EXAMPLES = Path(__file__).parents[2] / "examples"
REDLINE = EXAMPLES / "andringar-2026.pdf"
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(browser: Browser) -> Iterator[str]:
    del browser  # where there is none, the page is not opened either
    with command() as said:
        yield said


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", accept_downloads=True)
    faults: list[str] = []
    shown = entered(context, address)
    shown.on("pageerror", lambda error: faults.append(str(error)))
    shown.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield shown
    context.close()
    assert faults == []


def reviewed(page: Page) -> None:
    left(page, {"before": REDLINE})
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")


def downloaded(page: Page, link: str, folder: Path) -> Path:
    with page.expect_download(timeout=PATIENCE) as coming:
        page.get_by_role("link", name=link, exact=True).click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def test_the_key_is_gone_from_the_address_and_no_script_sees_the_cookie(page: Page) -> None:
    assert "nyckel" not in page.url
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("document.referrer").find("nyckel") == -1


def test_a_redline_is_left_read_and_reported(page: Page, tmp_path: Path) -> None:
    reviewed(page)
    page.get_by_role("link", name="Öppna rapporten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollrapport")
    assert page.evaluate("getComputedStyle(document.querySelector('.finding')).borderLeftStyle") == "solid", "the report has its style"
    assert page.locator(".tools:visible").count() == 1, "and its script"
    page.get_by_role("link", name="Till granskningen").click()
    word = downloaded(page, "Rapport i Word", tmp_path)
    assert word.name == "andringar-2026-docx.docx"
    assert "word/document.xml" in zipfile.ZipFile(word).namelist()
    told = json.loads(downloaded(page, "Data (JSON)", tmp_path).read_text("utf-8"))
    assert told["schema"] == "lydelse/findings/1"
    assert downloaded(page, "Handlingen med fynden markerade (PDF)", tmp_path).read_bytes().startswith(b"%PDF")


def test_a_finding_leads_to_its_place_in_the_report(page: Page) -> None:
    reviewed(page)
    second = page.locator("article.finding").nth(1)
    said = second.locator(".sentence").inner_text()
    second.get_by_role("link").click()
    page.wait_for_url(re.compile("#fynd-2$"))
    expect(page.locator("#fynd-2 .sentence")).to_have_text(said)


def test_files_are_dropped_and_change_places(page: Page) -> None:
    drop = """([selector, files]) => {
      const left = new DataTransfer();
      files.forEach(([name, text]) => left.items.add(new File([text], name)));
      document.querySelector(selector).dispatchEvent(new DragEvent('drop', { dataTransfer: left, bubbles: true, cancelable: true }));
    }"""
    texts = [["nu.md", "# 4 Pris\n\nPriset är 100 kr per besök.\n"], ["sedan.md", "# 4 Pris\n\nPriset är 120 kr per besök.\n"]]
    swap = page.get_by_role("button", name="Byt plats på versionerna")
    expect(swap).to_be_hidden()
    page.evaluate(drop, ["[data-drop]", texts])
    names = "() => ['before', 'after'].map(id => document.getElementById(id).files[0]?.name)"
    assert page.evaluate(names) == ["nu.md", "sedan.md"]
    swap.click()
    assert page.evaluate(names) == ["sedan.md", "nu.md"]
    swap.click()
    page.get_by_role("button", name="Granska", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")
    page.get_by_role("button", name="Gör om med versionerna omvända").click()
    expect(page.locator(".lead")).to_have_text("sedan.md, nu.md")
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")


def test_the_papers_of_a_case_are_dropped_together(page: Page) -> None:
    page.get_by_role("link", name="Protokoll").click()
    left(page, {"paper": [EXAMPLES / "protokollsutdrag.pdf", EXAMPLES / "andringar-2026.docx"]})
    expect(page.get_by_role("heading", level=1)).to_have_text("Handlingarna är lästa")
    expect(page.get_by_role("heading", name="Ärenden som binder samman handlingarna")).to_be_visible()
    page.get_by_role("link", name="Öppna rapporten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("rotokoll")


def test_documents_are_checked_each_by_itself(page: Page) -> None:
    page.get_by_role("link", name="Kontrollera").click()
    left(page, {"paper": [EXAMPLES / "protokollsutdrag.md"]})
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollen är klar")
    expect(page.locator("article.error")).to_have_count(1)


def test_a_model_is_drafted_changed_tested_and_saved(page: Page, tmp_path: Path) -> None:
    page.get_by_role("link", name="Beräkningsmodell").click()
    left(page, {"draftbefore": REDLINE})
    expect(page.get_by_role("heading", level=1)).to_have_text("Ett förslag till modell")
    page.get_by_label("Namn").nth(4).fill("ödemark")
    page.get_by_label("Uttryck").nth(1).fill("glesbygd = 2 * lakemedel")
    page.get_by_role("button", name="Pröva mot handlingen").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Modellen är prövad")
    expect(page.locator(".fails").first).to_be_visible()
    page.get_by_label("Uttryck").nth(1).fill("detta är = = ingenting")
    page.get_by_role("button", name="Pröva mot handlingen").first.click()
    expect(page.get_by_role("alert")).to_contain_text("rad")
    assert "detta är = = ingenting" in page.get_by_label("Modellens text (TOML)").input_value()
    page.go_back()
    with page.expect_download(timeout=PATIENCE) as coming:
        page.get_by_label("Uttryck").nth(1).fill("glesbygd = 15 % * glesbygd")
        page.get_by_role("button", name="Spara som fil").first.click()
    assert coming.value.suggested_filename == "modell.toml"
    coming.value.save_as(tmp_path / "modell.toml")
    assert 'uttryck = "glesbygd = 15 % * glesbygd"' in (tmp_path / "modell.toml").read_text("utf-8")


def test_a_review_is_cancelled_while_it_is_read(page: Page, tmp_path: Path) -> None:
    long = tmp_path / "lång.txt"
    long.write_text("\n\n".join(f"Beloppet för post {n} är {n} 000 kr." for n in range(20_000)), "utf-8")
    left(page, {"before": long})
    page.get_by_role("button", name="Avbryt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Avbrutet")
    page.get_by_role("button", name="Radera").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina granskningar")
    expect(page.get_by_text("lång.txt")).to_have_count(0)


def test_a_file_that_cannot_be_read_is_a_sentence(page: Page, tmp_path: Path) -> None:
    bad = tmp_path / "skadad.pdf"
    bad.write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    left(page, {"before": bad})
    expect(page.get_by_role("alert")).to_contain_text("skadad.pdf")
    expect(page.get_by_role("heading", level=1)).to_have_text("Det gick inte")


def test_a_protected_file_asks_for_its_password(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "skyddad.pdf"
    with PdfMaker(path, password="hemligt") as pdf:
        pdf.plain(72, 100, "4 Ersättning")
        pdf.plain(72, 130, "Totalt fördelas 110 tkr.")
    left(page, {"before": path})
    page.get_by_label("Lösenord").fill("fel")
    page.get_by_role("button", name="Försök igen").click()
    expect(page.get_by_role("alert")).to_contain_text("Lösenordet öppnar inte")
    page.get_by_label("Lösenord").fill("hemligt")
    page.get_by_role("button", name="Försök igen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")


def test_the_language_is_chosen_and_the_report_follows(page: Page) -> None:
    page.get_by_role("button", name="In English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review a proposed amendment")
    left(page, {"before": REDLINE})
    page.get_by_role("link", name="Open the report").click()
    assert page.get_attribute("html", "lang") == "en"
    page.goto(f"{root_of(page)}/works")
    page.get_by_role("button", name="På svenska").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina granskningar")


def test_everything_is_done_with_the_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.set_input_files("#before", REDLINE)
    page.focus("#before")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('button.main')"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.matches('a.main')"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollrapport")


def test_without_scripts_a_review_is_made_all_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = entered(context, address)
    reviewed(page)
    page.get_by_role("link", name="Öppna rapporten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollrapport")
    context.close()


def test_nothing_is_fetched_from_anywhere_else(browser: Browser, address: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = entered(context, address)
    reviewed(page)
    page.get_by_role("link", name="Öppna rapporten").click()
    page.wait_for_load_state()
    context.close()
    host = "/".join(address.split("/")[:3])
    assert [url for url in asked if not url.startswith((host, "data:"))] == []


def test_a_file_leads_the_browser_in(browser: Browser, address: str, tmp_path: Path) -> None:
    """As the command opens it: another site to the browser, which must not keep the cookie from its first pages."""
    file = tmp_path / "lydelse.html"
    file.write_text(f'<!DOCTYPE html><meta http-equiv="refresh" content="0; url={address}">', "utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Granska ett ändringsförslag")
    context.close()


def test_another_page_in_the_same_browser_gets_nothing(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context()
    page = entered(context, address)
    inside, asked = page.url, []
    file = tmp_path / "ond.html"
    tries = '<form method="post" action="{0}language"><button>x</button></form><iframe src="{0}"></iframe><img src="{0}static/icon.svg">'
    file.write_text(tries.format(inside), "utf-8")
    evil = context.new_page()
    evil.on("response", lambda answer: asked.append((answer.url, answer.status)))  # what the first page still loads is its own
    evil.goto(file.as_uri())
    evil.wait_for_load_state()
    evil.get_by_role("button").click()
    expect(evil.get_by_role("heading", level=1)).to_have_text("Inte tillåtet")
    reached = [status for url, status in asked if url.startswith(inside)]
    assert reached
    assert set(reached) == {403}
    context.close()


def test_a_finding_is_marked_as_handled_and_the_word_report_says_so(page: Page, tmp_path: Path) -> None:
    reviewed(page)
    first = page.locator("article.finding").first
    first.get_by_text("Markera som hanterat").click()
    first.get_by_role("textbox").fill("Kontrollerat mot gällande avtal.")
    page.get_by_label("Vem").fill("A. Ek")
    page.get_by_role("button", name="Spara och skriv om rapporterna").click()
    expect(page.locator("p.handled")).to_contain_text("Hanterad av A. Ek")
    word = downloaded(page, "Rapport i Word", tmp_path)
    assert "Kontrollerat mot gällande avtal." in zipfile.ZipFile(word).read("word/document.xml").decode("utf-8")


def test_a_whole_folder_is_left_and_what_is_passed_over_is_said(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "ärende"
    folder.mkdir()
    (folder / "pris.md").write_text("# 4 Pris\n\nPriset är 100 kr per besök.\n", "utf-8")
    (folder / "bild.png").write_bytes(b"\x89PNG")
    page.get_by_role("link", name="Kontrollera").click()
    page.set_input_files("#folder", folder)
    page.get_by_role("button", name="Kontrollera", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollen är klar")
    expect(page.get_by_text("togs inte med: bild.png.")).to_be_visible()


def test_what_is_too_large_is_said_before_it_is_sent(page: Page) -> None:
    page.eval_on_selector("[data-order]", "form => { form.dataset.most = '10'; }")
    page.set_input_files("#before", REDLINE)
    page.get_by_role("button", name="Granska", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("för stora")
    assert "/works/" not in page.url


def test_a_new_version_is_reviewed_as_the_earlier_one_was(page: Page) -> None:
    reviewed(page)
    page.get_by_text("Granska en ny version").click()
    page.set_input_files("details #before", EXAMPLES / "andringar-2026.docx")
    page.locator("details:has(#before)").get_by_role("button", name="Granska", exact=True).click()
    expect(page.locator(".lead")).to_have_text("andringar-2026.docx")
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")
    assert page.get_by_text(re.compile("känt", re.IGNORECASE)).count() > 0


def test_a_scan_is_read_and_what_is_uncertain_is_said(page: Page, tmp_path: Path) -> None:
    recogniser()
    path, scan = tmp_path / "villkor.pdf", tmp_path / "inläst.pdf"
    with PdfMaker(path) as pdf:
        pdf.plain(72, 100, "4 Ersättning")
        pdf.plain(72, 130, "Ersättningen till enheterna är 4 120 kr per barn och år.")
        pdf.plain(72, 160, "Avgiften tas ut av den enskilde med 350 kr i månaden.")
    left(page, {"before": scanned(path, scan, Scanner(200))})
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")
    page.get_by_role("link", name="Öppna rapporten").click()
    expect(page.get_by_text("X901").first).to_be_visible()
    assert "4 120" in (page.locator("body").text_content() or "").replace("\u00a0", " "), "unchanged amounts are folded"


def test_the_report_is_downloaded_as_pdf(page: Page, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="the report as PDF needs the extra lydelse[pdf]")
    reviewed(page)
    file = downloaded(page, "Rapport som PDF", tmp_path)
    assert file.read_bytes().startswith(b"%PDF")
