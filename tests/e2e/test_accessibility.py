"""The pages of the reports under axe-core in a browser without a window, and at 400 per cent of their size."""

import html
import json
import os
import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from lydelse import flow
from lydelse.reports import html as pages
from lydelse.reports.html.clips import Clips

EXAMPLES = Path(__file__).parents[2] / "examples"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
NARROW = 320
"""A page of 1280 points at 400 per cent."""


def browser() -> str:
    """Return the browser; where there is none the test is skipped, and fails in CI, which installs one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("CI"):
        pytest.fail("Chromium is not installed, and CI must not go without it")
    return found or pytest.skip("Chromium is not installed")


def told_by(page: str, script: str, folder: Path) -> Any:
    """Return what a script leaves as JSON when it has run in a page."""
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=30000",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
    ]
    run = subprocess.run([browser(), *options, file.as_uri()], capture_output=True, text=True, timeout=240, check=True)
    found = re.search(r'<pre id="told">(.*?)</pre>', run.stdout, re.DOTALL)
    assert found, "the script has run to its end"
    return json.loads(html.unescape(found[1]))


def without_policy(page: str) -> str:
    """Return a page in which a script may run."""
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)


def review(file: str, language: str = "sv") -> str:
    path = EXAMPLES / file
    with Clips({path.name: path}) as clips:
        return pages.write(flow.review(path), version="1", language=language, clips=clips)


def checked_together() -> str:
    return pages.write(flow.check_each([EXAMPLES / "andringar-2026.md", EXAMPLES / "protokollsutdrag.md"]), version="1")


def comparison() -> str:
    return pages.write_comparison(flow.compared(EXAMPLES / "andringar-2026.docx"), version="1")


def minutes() -> str:
    return pages.write_minutes(flow.minutes_of([EXAMPLES / "protokollsutdrag.pdf"]), version="1")


def beside() -> str:
    """Return the review as it stands when the reader asks for the two wordings beside each other."""
    page = review("andringar-2026.pdf")
    assert page.count(CHOSEN) == 1
    return page.replace(CHOSEN, CHOSEN.replace(" checked", "")).replace('id="lydelser-bredvid"', 'id="lydelser-bredvid" checked')


CHOSEN = 'id="lydelser-i-text" checked'
PAGES = {
    "review": lambda: review("andringar-2026.pdf"),
    "beside": beside,
    "english": lambda: review("andringar-2026.docx", "en"),
    "several": checked_together,
    "comparison": comparison,
    "minutes": minutes,
}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, tmp_path: Path) -> None:
    axe = (resources.files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    tell = (
        f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(r => {{ const told = document.createElement('pre'); told.id = 'told';"
        "told.textContent = JSON.stringify({passes: r.passes.length, violations: r.violations.map(v => [v.id, v.nodes.map(n => n.html)])});"
        "document.body.replaceChildren(told); })"
    )
    told = told_by(without_policy(PAGES[name]()), f"<script>{axe}</script><script>{tell}</script>", tmp_path)
    assert told["passes"] > 20, "axe has looked"
    assert told["violations"] == []


@pytest.mark.parametrize("name", PAGES)
def test_at_400_per_cent_nothing_stands_beside_the_page(name: str, tmp_path: Path) -> None:
    page = json.dumps(without_policy(PAGES[name]())).replace("</", "<\\/")
    look = (
        f"const frame = document.createElement('iframe'); frame.style.width = '{NARROW}px'; frame.style.height = '900px';"
        "frame.onload = () => { const page = frame.contentDocument.documentElement; const told = document.createElement('pre');"
        "told.id = 'told'; told.textContent = JSON.stringify([page.scrollWidth, page.clientWidth]);"
        f"document.body.replaceChildren(told); }}; frame.srcdoc = {page}; document.body.append(frame);"
    )
    width, room = told_by("<!doctype html><html lang='sv'><title>x</title><body></body></html>", f"<script>{look}</script>", tmp_path)
    assert 0 < room <= NARROW
    assert width <= room


def acted(script: str, folder: Path) -> Any:
    """Return what a script that acts as a reader does finds in the review; ``rows`` are the amounts that are shown."""
    tell = (
        "const rows = () => [...document.querySelectorAll('#belopp ~ div > table tbody:not([hidden]) tr:not([hidden])')]"
        ".filter(row => !row.querySelector('.group')).map(row => [...row.cells].map(cell => cell.textContent.trim()));"
        "const told = document.createElement('pre'); told.id = 'told';"
        f"const found = (() => {{ {script} }})(); told.textContent = JSON.stringify(found); document.body.replaceChildren(told);"
    )
    return told_by(without_policy(review("andringar-2026.docx")), f"<script>{{{tell}}}</script>", folder)


def test_the_script_runs_under_the_page_s_own_policy_and_no_other_does(tmp_path: Path) -> None:
    page = review("andringar-2026.docx").replace("</body>", "<script>document.title = 'foreign'</script></body>")
    page = page.replace("</body>", '<pre id="told">[]</pre></body>')
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
    shown = subprocess.run([browser(), *options, file.as_uri()], capture_output=True, text=True, timeout=240, check=True).stdout
    assert '<div class="tools" hidden' in page
    assert '<div class="tools">' in shown
    assert "<title>foreign" not in shown


def test_amounts_are_sorted_down_up_and_back(tmp_path: Path) -> None:
    first, down, up, back = acted(
        "const percent = document.querySelectorAll('#belopp ~ div thead button')[5];"
        "const told = [rows()]; for (const _ of [1, 2, 3]) { percent.click(); told.push(rows()); } return told;",
        tmp_path,
    )
    assert first == back
    moved = [[float(row[5].replace("\u2212", "-").replace(",", ".")) for row in rows if row[5]] for rows in (down, up)]
    assert len(moved[0]) > 10
    assert moved[0] == sorted(moved[0], reverse=True)
    assert moved[1] == sorted(moved[1])
    assert not down[-1][5] or all(row[5] for row in down), "what has no figure stands last"


def test_amounts_are_sorted_by_what_they_are_worth_and_not_by_their_digits(tmp_path: Path) -> None:
    down = acted("document.querySelectorAll('#belopp ~ div thead button')[3].click(); return rows();", tmp_path)
    written = [row[3].rpartition(" ") for row in down if row[3]]
    worth = [float(figure.replace(" ", "").replace(",", ".")) * (1000 if unit == "tkr" else 1) for figure, _, unit in written if figure]
    assert {"tkr", "kr"} <= {unit for _, _, unit in written}
    assert worth == sorted(worth, reverse=True)


def test_amounts_are_sought_and_told_how_many_are_shown(tmp_path: Path) -> None:
    rows, told, nothing = acted(
        "const search = document.querySelector('input[type=search]'); search.value = 'TOTALT';"
        "search.dispatchEvent(new Event('input')); const found = [rows(), document.querySelector('.tools [role=status]').textContent];"
        "search.value = 'finns inte'; search.dispatchEvent(new Event('input')); return [...found, rows()];",
        tmp_path,
    )
    assert rows
    assert all("totalt" in " ".join(row).lower() for row in rows)
    assert re.fullmatch(r"\d+ av \d+ belopp visas\.", told)
    assert nothing == []


def test_the_two_wordings_are_shown_one_form_at_a_time(tmp_path: Path) -> None:
    look = (
        "const shown = () => ['.as-one', '.beside'].map(name => getComputedStyle(document.querySelector(name)).display !== 'none');"
        "const first = shown(); document.querySelector('#lydelser-bredvid').click(); return [first, shown()];"
    )
    assert acted(look, tmp_path) == [[True, False], [False, True]]
