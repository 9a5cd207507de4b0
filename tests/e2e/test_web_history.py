"""The local page in a real browser, over several runs and with much to do: what is kept and turned off, ten at once, a worker that dies."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from support.browsing import PATIENCE, command, entered, left, opened_browser, root_of

EXAMPLES = Path(__file__).parents[2] / "examples"
MINUTES = EXAMPLES / "protokollsutdrag.md"
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


def entered_at(browser: Browser, address: str) -> Page:
    return entered(browser.new_context(locale="sv-SE", accept_downloads=True), address)


def checked(page: Page, file: Path = MINUTES) -> None:
    page.goto(f"{root_of(page)}/check")
    left(page, {"paper": [file]})
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollen är klar")


def test_a_review_is_kept_done_again_downloaded_and_deleted_another_day(browser: Browser, tmp_path: Path) -> None:
    with command("--history", tmp_path / "historik", "--keep-days", "30") as address:
        page = entered_at(browser, address)
        checked(page)
        expect(page.get_by_text("är sparad och raderas")).to_be_visible()
    with command("--history", tmp_path / "historik", "--keep-days", "30") as address:
        page = entered_at(browser, address)
        page.goto(f"{root_of(page)}/works")
        page.get_by_role("link", name=MINUTES.name).click()
        with page.expect_download(timeout=PATIENCE) as coming:
            page.get_by_role("link", name="Rapport i Word", exact=True).click()
        assert coming.value.suggested_filename.endswith(".docx")
        page.get_by_role("button", name="Gör om", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollen är klar")
        page.get_by_role("button", name="Radera").click()
        expect(page.get_by_role("link", name=MINUTES.name)).to_have_count(1)
        page.get_by_role("button", name="Radera").click()
        expect(page.get_by_role("link", name=MINUTES.name)).to_have_count(0)
    assert [folder for folder in (tmp_path / "historik").iterdir() if folder.is_dir()] == []


def test_a_review_whose_days_are_over_is_gone_and_other_files_are_left(browser: Browser, tmp_path: Path) -> None:
    kept = tmp_path / "historik"
    with command("--history", kept, "--keep-days", "30") as address:
        checked(entered_at(browser, address))
    (kept / "eget.txt").write_text("rör inte")
    told = next(kept.glob("*/lydelse.json"))
    content = json.loads(told.read_bytes())
    content["ordered"] = (datetime.fromisoformat(content["ordered"]) - timedelta(days=31)).isoformat()
    told.write_text(json.dumps(content))
    with command("--history", kept, "--keep-days", "30") as address:
        page = entered_at(browser, address)
        page.goto(f"{root_of(page)}/works")
        expect(page.get_by_role("link", name=MINUTES.name)).to_have_count(0)
    assert [each.name for each in kept.iterdir()] == ["eget.txt"]


def test_a_rule_is_turned_off_for_a_kind_of_documents_and_on_again(browser: Browser, tmp_path: Path) -> None:
    with command("--history", tmp_path / "historik") as address:
        page = entered_at(browser, address)
        checked(page)
        code = (page.locator("article.finding h3").first.text_content() or "").split(" · ")[1]
        page.get_by_role("button", name=f"Stäng av {code} för alla handlingar som kontrolleras").first.click()
        expect(page.get_by_text(f"Avstängda regler: {code}.")).to_be_visible()
    with command("--history", tmp_path / "historik") as address:
        page = entered_at(browser, address)
        page.goto(f"{root_of(page)}/check")
        expect(page.get_by_text(f"används inte {code}")).to_be_visible()
        checked(page)
        expect(page.get_by_text(f"Avstängda regler: {code}.")).to_be_visible()
        page.get_by_role("link", name="Öppna rapporten").click()
        expect(page.locator("body")).to_contain_text(f"Avstängda regler: {code}")
        page.goto(f"{root_of(page)}/check")
        page.get_by_role("button", name=f"Slå på {code}").click()
        expect(page.get_by_text(f"används inte {code}")).to_have_count(0)
        checked(page)
        expect(page.locator("article.finding h3").first).to_contain_text(code)


def test_a_finding_in_minutes_is_marked_as_handled(browser: Browser) -> None:
    with command() as address:
        page = entered_at(browser, address)
        page.goto(f"{root_of(page)}/minutes")
        left(page, {"paper": [EXAMPLES / "protokollsutdrag.pdf"]})
        expect(page.get_by_role("heading", level=1)).to_have_text("Handlingarna är lästa")
        first = page.locator("article.finding").first
        first.get_by_text("Markera som hanterat").click()
        first.get_by_role("textbox").fill("Rättas vid justeringen.")
        page.get_by_label("Vem").fill("A. Ek")
        page.get_by_role("button", name="Spara och skriv om rapporterna").click()
        expect(page.locator("p.handled")).to_contain_text("Hanterad av A. Ek")
        page.get_by_role("link", name="Öppna rapporten").click()
        expect(page.get_by_text("Rättas vid justeringen.")).to_be_visible()


def test_ten_reviews_at_once_are_all_made_while_the_page_answers(browser: Browser, tmp_path: Path) -> None:
    with command() as address:
        page = entered_at(browser, address)
        for number in range(10):
            file = tmp_path / f"förslag {number}.md"
            file.write_text(f"# {number} Pris\n\nPriset är [-100-]{{+{number}10+}} kr per besök.\n", "utf-8")
            page.goto(f"{root_of(page)}/")
            left(page, {"before": file})
        page.goto(f"{root_of(page)}/works")
        expect(page.locator("tbody tr")).to_have_count(10)
        until = time.monotonic() + 120
        while page.locator("tbody tr", has_text="klar").count() < 10:
            assert time.monotonic() < until
            page.wait_for_timeout(500)
            page.reload()


def test_a_worker_that_dies_is_a_sentence_on_the_page(browser: Browser, tmp_path: Path) -> None:
    long = tmp_path / "lång.txt"
    long.write_text("\n\n".join(f"Beloppet för post {n} är {n} 000 kr." for n in range(20_000)), "utf-8")
    with command() as address:
        page = entered_at(browser, address)
        servers = [each for each in psutil.Process().children(recursive=True) if "serve" in each.cmdline()]
        server = max(servers, key=lambda each: each.create_time())  # other tests may have pages of their own open
        before = {child.pid for child in server.children(recursive=True)}
        left(page, {"before": long})
        expect(page.get_by_role("button", name="Avbryt")).to_be_visible()
        until = time.monotonic() + 60
        while not (new := [each for each in server.children(recursive=True) if each.pid not in before]):
            assert time.monotonic() < until
            time.sleep(0.05)
        for child in new:
            with suppress(psutil.NoSuchProcess):  # it ended with the one that it was started by
                child.kill()
        expect(page.get_by_role("alert")).to_contain_text("avslutades av systemet")
        page.goto(f"{root_of(page)}/")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
