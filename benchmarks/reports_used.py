"""How long the HTML report of a long document keeps its reader waiting: part of ``make bench`` where Chromium is installed.

Each book is reviewed once; its page is opened in a browser without a window, and a script does what a reader does: chooses the other form
of the wordings, seeks among the amounts, sorts them. A time ends when the page is laid out and drawn again. The cheapest of three openings,
in milliseconds by the clock. ``--quick`` takes the short documents only.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.timing.documents import files_of
from playwright.sync_api import Browser, sync_playwright

from lydelse import flow
from lydelse.cli.writers import review_writers

PAGES = (13, 50, 200)
SHORT = 50
OPENINGS = 3
ACTS = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  const took = async act => {
    const began = performance.now(); act(); await frame(); document.body.offsetHeight; return performance.now() - began;
  };
  const shown = async name => { document.querySelector(name).scrollIntoView(); await frame(); await frame(); };
  await frame(); await frame();
  const paint = performance.getEntriesByType('paint').find(entry => entry.name === 'first-contentful-paint');
  const told = {'first paint': paint?.startTime ?? 0, 'loaded': performance.getEntriesByType('navigation')[0].loadEventEnd};
  await shown('#text');
  told['beside each other'] = await took(() => document.querySelector('#lydelser-bredvid').click());
  told['as one text'] = await took(() => document.querySelector('#lydelser-i-text').click());
  await shown('#belopp');
  const search = document.querySelector('input[type=search]');
  const seek = text => () => { search.value = text; search.dispatchEvent(new Event('input')); };
  told['first search'] = await took(seek('totalt'));
  told['next search'] = await took(seek('to'));
  told['search cleared'] = await took(seek(''));
  const percent = document.querySelectorAll('#belopp ~ div thead button')[5];
  told['first sort'] = await took(() => percent.click());
  told['sorted back'] = await took(() => { percent.click(); percent.click(); });
  told['all unchanged unfolded'] = await took(() => document.querySelectorAll('#belopp ~ div details').forEach(each => each.open = true));
  return told;
}"""


def main() -> int:
    """Print the table."""
    command = shutil.which("chromium") or shutil.which("google-chrome")
    if command is None:
        print("Chromium is not installed: what a reader waits for was not measured.")
        return 0
    pages = [each for each in PAGES if "--quick" not in sys.argv[1:] or each <= SHORT]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox", "--disable-gpu"])
        waited = [_waited_for(browser, _page(each, Path(folder))) for each in pages]
        browser.close()
    print(f"| ms | {' | '.join(f'{each} pages' for each in pages)} |\n|---|{'---|' * len(pages)}")
    for act in waited[0]:
        print(f"| {act} | {' | '.join(f'{times[act]:.0f}' for times in waited)} |")
    return 0


def _page(pages: int, folder: Path) -> Path:
    redline = files_of(pages, ".pdf").redline
    page = review_writers(flow.review(redline), "sv", [redline])["html"]()
    assert isinstance(page, str), "a page is text"
    file = folder / f"{pages}.html"
    file.write_text(page, encoding="utf-8")
    return file


def _waited_for(browser: Browser, file: Path) -> dict[str, float]:
    openings: list[dict[str, float]] = []
    for _ in range(OPENINGS):
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.goto(file.as_uri())
        openings.append(opened.evaluate(ACTS))
        opened.close()
    return {act: min(each[act] for each in openings) for act in openings[0]}


if __name__ == "__main__":
    sys.exit(main())
