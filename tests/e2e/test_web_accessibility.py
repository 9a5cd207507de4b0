"""Every page and state of the local page under axe-core in a browser, at 400 per cent, on a phone, and without motion."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browsing import PATIENCE, axe_finds, command, entered, left, opened_browser, root_of, stands_beside

EXAMPLES = Path(__file__).parents[2] / "examples"
WIDTHS = {"wide": 1280, "phone": 375, "at 400 per cent": 320}
expect.set_options(timeout=PATIENCE)

Reach = Callable[[Page, Path], None]


def at(path: str) -> Reach:
    """Return the way to a page that an address leads to."""

    def reach(page: Page, _: Path) -> None:
        page.goto(root_of(page) + path)

    return reach


def all_open(page: Page, _: Path) -> None:
    for summary in page.query_selector_all("summary"):
        summary.click()


def nothing_chosen(page: Page, _: Path) -> None:
    page.eval_on_selector("#before", "field => field.removeAttribute('required')")
    page.click("button.main")
    expect(page.get_by_text("Välj en handling att granska.")).to_be_visible()


def underway(page: Page, folder: Path) -> None:
    long = folder / "lång.txt"
    long.write_text("\n\n".join(f"Beloppet för post {n} är {n} 000 kr." for n in range(20_000)), "utf-8")
    left(page, {"before": long})
    expect(page.get_by_role("button", name="Avbryt")).to_be_visible()


def cancelled(page: Page, folder: Path) -> None:
    underway(page, folder)
    page.get_by_role("button", name="Avbryt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Avbrutet")


def refused(page: Page, folder: Path) -> None:
    (folder / "skadad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    left(page, {"before": folder / "skadad.pdf"})
    expect(page.get_by_role("alert")).to_be_visible()


def finished(page: Page, _: Path) -> None:
    left(page, {"before": EXAMPLES / "andringar-2026.docx"})
    expect(page.get_by_role("link", name="Öppna rapporten")).to_be_visible()


def report(page: Page, folder: Path) -> None:
    finished(page, folder)
    page.get_by_role("link", name="Öppna rapporten").click()
    expect(page.get_by_role("link", name="Till granskningen")).to_be_visible()


def works(page: Page, folder: Path) -> None:
    finished(page, folder)
    at("/works")(page, folder)


def minutes(page: Page, folder: Path) -> None:
    at("/minutes")(page, folder)
    left(page, {"paper": [EXAMPLES / "protokollsutdrag.pdf", EXAMPLES / "protokollsutdrag.md"]})
    expect(page.get_by_role("link", name="Öppna rapporten")).to_be_visible()


def draft(page: Page, folder: Path) -> None:
    at("/model")(page, folder)
    left(page, {"draftbefore": EXAMPLES / "andringar-2026.docx"})
    expect(page.get_by_role("heading", name="Rätta modellen")).to_be_visible()


def model_tested(page: Page, folder: Path) -> None:
    draft(page, folder)
    page.get_by_role("button", name="Pröva mot handlingen").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Modellen är prövad")


def wrong(page: Page, folder: Path) -> None:
    draft(page, folder)
    page.get_by_label("Uttryck").first.fill("= =")
    page.get_by_role("button", name="Pröva mot handlingen").first.click()
    expect(page.get_by_role("alert")).to_be_visible()


def corrections(page: Page, folder: Path) -> None:
    finished(page, folder)
    page.get_by_role("link", name="Rätta läsningen").click()
    expect(page.get_by_role("heading", name="Belopp som hör ihop")).to_be_visible()
    all_open(page, folder)


def handled(page: Page, folder: Path) -> None:
    finished(page, folder)
    page.get_by_text("Markera som hanterat").first.click()
    page.get_by_role("textbox").first.fill("Kontrollerat.")
    page.get_by_label("Vem").fill("A. Ek")
    page.get_by_role("button", name="Spara och skriv om rapporterna").click()
    expect(page.locator("p.handled")).to_be_visible()
    all_open(page, folder)


def minutes_handled(page: Page, folder: Path) -> None:
    at("/minutes")(page, folder)
    left(page, {"paper": [EXAMPLES / "protokollsutdrag.pdf"]})
    page.get_by_text("Markera som hanterat").first.click()
    page.get_by_role("textbox").first.fill("Rättas vid justeringen.")
    page.get_by_label("Vem").fill("A. Ek")
    page.get_by_role("button", name="Spara och skriv om rapporterna").click()
    expect(page.locator("p.handled")).to_be_visible()
    all_open(page, folder)


def checked(page: Page, folder: Path) -> None:
    at("/check")(page, folder)
    left(page, {"paper": [EXAMPLES / "protokollsutdrag.md"]})
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollen är klar")


def rule_turned_off(page: Page, folder: Path) -> None:
    checked(page, folder)
    page.get_by_role("button", name="för alla handlingar som kontrolleras").first.click()
    expect(page.get_by_role("heading", name="Avstängda regler")).to_be_visible()


def form_with_rules_off(page: Page, folder: Path) -> None:
    rule_turned_off(page, folder)
    at("/check")(page, folder)
    expect(page.get_by_text("används inte")).to_be_visible()


STATES: dict[str, Reach] = {
    "first page": at("/"),
    "first page with all open": all_open,
    "nothing chosen": nothing_chosen,
    "check": at("/check"),
    "minutes": at("/minutes"),
    "model": at("/model"),
    "not found": at("/finns-inte"),
    "under way": underway,
    "cancelled": cancelled,
    "refused": refused,
    "finished": finished,
    "report": report,
    "works": works,
    "corrections": corrections,
    "handled": handled,
    "minutes read": minutes,
    "model drafted": draft,
    "model tested": model_tested,
    "model wrong": wrong,
    "minutes handled": minutes_handled,
    "checked": checked,
    "rule turned off": rule_turned_off,
    "form with rules off": form_with_rules_off,
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(browser: Browser) -> Iterator[str]:
    del browser  # where there is none, the page is not opened either
    with command() as said:
        yield said


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_nothing_stands_beside_the_page(browser: Browser, address: str, state: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": WIDTHS["wide"], "height": 900})
    page = entered(context, address)
    STATES[state](page, tmp_path)
    page.wait_for_load_state()
    assert axe_finds(page) == []
    for name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 700})
        assert not stands_beside(page), name
        if width == WIDTHS["phone"]:
            assert axe_finds(page) == [], name
    for work in [each.get_attribute("action") for each in page.query_selector_all("form[action$='/cancel']")]:
        assert work
        page.click("form[action$='/cancel'] button")
        page.wait_for_url(re.compile("/works/"))
    context.close()


def test_the_pages_for_those_who_are_not_let_in_are_as_accessible(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address.partition("?")[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("Inte tillåtet")
    assert axe_finds(page) == []
    context.close()


def test_nothing_moves_for_those_who_have_asked_for_that(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = entered(context, address)
    assert page.eval_on_selector(".drop", "field => getComputedStyle(field).transitionDuration") == "0s"
    context.close()


def test_what_can_be_pressed_is_large_enough(browser: Browser, address: str, tmp_path: Path) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 points, but for links within sentences."""
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": 700})
    page = entered(context, address)
    finished(page, tmp_path)
    small = page.eval_on_selector_all(
        "button, .top a, a.main, .downloads a, summary, input",
        "all => all.filter(one => one.offsetParent && one.type !== 'hidden')"
        ".filter(one => Math.min(one.offsetHeight, one.offsetWidth) < 24).map(one => one.outerHTML)",
    )
    assert small == []
    context.close()
