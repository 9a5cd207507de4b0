"""A wrong pair and a wrong reading of a table, corrected on the local page in a real browser; the report and its files follow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browsing import PATIENCE, command, entered, left, opened_browser, root_of

BEFORE = "# 5 Ersättning\n\nGrundbeloppet är 4 100 kronor.\n\n# 6 Priser\n\n| Grupp | 2025 |\n|---|---|\n| Nivå | 1 |\n| Yngre | 100 |\n"
AFTER = BEFORE.replace("Grundbeloppet är 4 100", "För varje listad betalas i grunden 4 300").replace("100 |", "103 |")
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    for name, text in (("nu.md", BEFORE), ("sedan.md", AFTER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with opened_browser() as browser, command() as address:
        shown = entered(browser.new_context(locale="sv-SE", accept_downloads=True, java_script_enabled=False), address)
        left(shown, {"before": tmp_path / "nu.md", "after": tmp_path / "sedan.md"})
        finished(shown)
        yield shown


def finished(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Granskningen är klar")


def test_a_pair_and_a_table_are_corrected_without_scripts(page: Page, tmp_path: Path) -> None:
    to_correct = page.locator("a[href$='/corrections']:not([download])")
    to_correct.click()
    for name, figures in (("before", "4 100 kronor"), ("after", "4 300 kronor")):
        choice = page.locator(f"#{name} option", has_text=figures).first
        page.select_option(f"#{name}", choice.get_attribute("value"))
    page.get_by_role("button", name="De hör ihop", exact=True).click()
    finished(page)
    to_correct.click()
    page.locator("summary", has_text="Grupp").first.click()
    page.locator("input[name='rows']").first.fill("2")
    page.locator("form:has(input[name='rows']) button").first.click()
    finished(page)
    with page.expect_download(timeout=PATIENCE) as coming:
        page.locator("a[href$='/files/corrections']").click()
    coming.value.save_as(tmp_path / "rattelser.toml")
    written = (tmp_path / "rattelser.toml").read_text("utf-8")
    assert 'senare = "4 300 kronor"' in written
    assert "rubrikrader = 2" in written
    page.get_by_role("link", name="Öppna rapporten").click()
    expect(page.get_by_text("4 100 kronor i nuvarande lydelse och 4 300 kronor i föreslagen lydelse hör ihop.")).to_be_visible()
    expect(page.get_by_text("har 2 rubrikrader")).to_be_visible()


def test_a_finding_is_marked_without_scripts_and_the_page_comes_to_the_end_by_itself(page: Page, tmp_path: Path) -> None:
    (tmp_path / "fel.md").write_text("# 1 Pris\n\nPriset är 1o kronor.\n", encoding="utf-8")
    page.goto(f"{root_of(page)}/check")
    left(page, {"paper": [tmp_path / "fel.md"]})
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollen är klar")
    page.locator("article.finding summary").first.click()
    page.locator("article.finding textarea").first.fill("Rättas i nästa version.")
    page.fill("#who", "Å. Ek")
    page.locator("#hantera button").click()
    expect(page.locator("p.handled")).to_contain_text("Rättas i nästa version.")
