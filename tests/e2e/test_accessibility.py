"""The pages of the reports under axe-core in a browser without a window, and at 400 per cent of their size."""

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from lydelse import flow
from lydelse.impact.motions.trying import motions_tried
from lydelse.model.text import Mark
from lydelse.records import replace
from lydelse.reports import html as pages
from lydelse.reports.html import batch_page, history_page
from lydelse.reports.html.clips import Clips
from lydelse.reports.impact import html as impact_page
from lydelse.reports.wording import say
from support.batches import small_batch, small_history
from support.impacts import UNITS, comparison_of, unit_model, units_of, worked
from support.motions import document_of

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


def told_by(page: str, script: str, folder: Path, width: int = 1280) -> Any:
    """Return what a script leaves as JSON when it has run in a page as wide as that."""
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--window-size={width},900",
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


def checked_together(language: str) -> str:
    return pages.write(flow.check_each([EXAMPLES / "andringar-2026.md", EXAMPLES / "protokollsutdrag.md"]), version="1", language=language)


def comparison(language: str) -> str:
    return pages.write_comparison(flow.compared(EXAMPLES / "andringar-2026.docx"), version="1", language=language)


def minutes(language: str) -> str:
    return pages.write_minutes(flow.minutes_of([EXAMPLES / "protokollsutdrag.pdf"]), version="1", language=language)


def impact(language: str) -> str:
    model = unit_model()
    motions = [(f"yrkande {at}.txt", document_of(text)) for at, text in enumerate(MOTIONS, 1)]
    tried = motions_tried(motions, comparison_of(), model, units_of(UNITS, model))
    return impact_page.write(replace(worked(UNITS), motions=tried), version="1", language=language)


def beside(page: str) -> str:
    """Return a page as it stands when the reader asks for the two wordings beside each other."""
    assert page.count(CHOSEN) == 1
    return page.replace(CHOSEN, CHOSEN.replace(" checked", "")).replace('id="lydelser-bredvid"', 'id="lydelser-bredvid" checked')


def unfolded(page: str) -> str:
    """Return a page with all that can be folded open."""
    assert "<details>" in page
    return page.replace("<details>", "<details open>")


CHOSEN = 'id="lydelser-i-text" checked'
REVIEWED = ("andringar-2026.pdf", "andringar-2026.docx", "andringar-2026.md", "protokollsutdrag.pdf", "protokollsutdrag.md")
"""Every example: a file beside them that is none of these is missed."""
MOTIONS = ("Vikt 1,00 höjs till 1 300 kr.", "Vikt 1,00 sänks till 1 100 kr.", "Ersättningen till skolor höjs med 5 kr.")
KINDS: dict[str, Callable[[str], str]] = {
    **{f"review of {file}": partial(review, file) for file in REVIEWED},
    "several": checked_together,
    "comparison": comparison,
    "minutes": minutes,
    "impact": impact,
    "index of a folder": lambda language: batch_page.write(small_batch(), version="1", language=language),
    "index since another": lambda language: batch_page.write(small_batch(since=True), version="1", language=language),
    "a quantity through the years": lambda language: history_page.write(small_history(), version="1", language=language),
}
"""Every kind of report that is a page, in a language."""
LANGUAGES = ("sv", "en")
PAGES: dict[str, Callable[[], str]] = {
    **{f"{name}, {language}": partial(KINDS[name], language) for name in KINDS for language in LANGUAGES},
    "beside": lambda: beside(review("andringar-2026.pdf")),
    "unfolded": lambda: unfolded(review("andringar-2026.docx")),
    "unfolded and beside": lambda: unfolded(beside(review("andringar-2026.docx"))),
    "impact, unfolded": lambda: unfolded(impact("sv")),
}
WALKED = (*(f"{name}, sv" for name in KINDS), "review of andringar-2026.pdf, en", "unfolded and beside", "impact, unfolded")
"""The pages that are walked through by the keyboard, and seen on narrow screens."""
ACTS = {
    "filtered": "const search = document.querySelector('input[type=search]'); search.value = 'totalt';"
    "search.dispatchEvent(new Event('input'));",
    "filtered to nothing": "const search = document.querySelector('input[type=search]'); search.value = 'finns inte';"
    "search.dispatchEvent(new Event('input'));",
    "sorted": "document.querySelectorAll('#belopp ~ div thead button')[5].click();",
}
"""States that a reader's doings bring about."""


def test_no_example_is_left_out() -> None:
    assert {file.name for file in EXAMPLES.iterdir() if file.suffix in {".pdf", ".docx", ".md"}} == set(REVIEWED)


def found_by_axe(page: str, folder: Path, before: str = "", width: int = 1280) -> Any:
    axe = (resources.files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    tell = (
        f"{{{before}}} axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(r => {{ const told = document.createElement('pre');"
        "told.id = 'told';"
        "told.textContent = JSON.stringify({passes: r.passes.length, violations: r.violations.map(v => [v.id, v.nodes.map(n => n.html)])});"
        "document.body.replaceChildren(told); })"
    )
    return told_by(without_policy(page), f"<script>{axe}</script><script>{tell}</script>", folder, width)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, tmp_path: Path) -> None:
    told = found_by_axe(PAGES[name](), tmp_path)
    assert told["passes"] > 15, "axe has looked"
    assert told["violations"] == []


@pytest.mark.parametrize("act", ACTS)
def test_axe_finds_nothing_after_what_a_reader_does(act: str, tmp_path: Path) -> None:
    told = found_by_axe(review("andringar-2026.docx"), tmp_path, ACTS[act])
    assert told["passes"] > 15, "axe has looked"
    assert told["violations"] == []


@pytest.mark.parametrize("name", ["review of andringar-2026.pdf, sv", "impact, sv", "unfolded and beside"])
def test_axe_finds_nothing_on_a_narrow_screen(name: str, tmp_path: Path) -> None:
    told = found_by_axe(PAGES[name](), tmp_path, width=375)
    assert told["passes"] > 15, "axe has looked"
    assert told["violations"] == []


def test_pictures_on_a_narrow_screen_keep_their_size_and_show_what_is_framed_first(tmp_path: Path) -> None:
    look = (
        "const told = document.createElement('pre'); told.id = 'told'; told.textContent = JSON.stringify("
        "[...document.querySelectorAll('.clip')].map(clip => ({whole: clip.querySelector('img').width, natural:"
        " Number(clip.querySelector('img').getAttribute('width')), room: clip.clientWidth, at: clip.scrollLeft, stop: clip.tabIndex,"
        " from: Number(clip.dataset.from), to: Number(clip.dataset.to)}))); document.body.replaceChildren(told);"
    )
    page = without_policy(review("andringar-2026.pdf"))
    narrow, wide = (told_by(page, f"<script>{look}</script>", tmp_path, width) for width in (375, 1280))
    assert all(clip["natural"] - 2 <= clip["whole"] <= clip["natural"] for clip in narrow), "within a line as wide as a point"
    wider = [clip for clip in narrow if clip["natural"] > clip["room"]]
    assert wider
    assert all(clip["stop"] == 0 and clip["at"] <= clip["from"] <= clip["at"] + clip["room"] for clip in wider)
    assert {clip["stop"] for clip in wide if clip["natural"] < clip["room"]} == {-1}


@pytest.mark.parametrize("name", WALKED)
def test_the_whole_page_is_reached_by_the_keyboard_at_400_per_cent(name: str, tmp_path: Path) -> None:
    """Walk from one thing that takes the keyboard to the next: each is named, seen when it has it, and within the window."""
    page = json.dumps(without_policy(PAGES[name]())).replace("</", "<\\/")
    look = (
        f"const frame = document.createElement('iframe'); frame.style.width = '{NARROW}px'; frame.style.height = '900px';"
        "frame.onload = () => { const inside = frame.contentDocument, view = frame.contentWindow; const walked = [];"
        "const stops = [...inside.querySelectorAll('a[href], button, input, summary, [tabindex]')].filter(e => e.tabIndex >= 0"
        " && (e.tagName === 'SUMMARY' || !e.closest('details:not([open])'))"
        " && e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden');"
        "const cut = e => e !== null && (view.getComputedStyle(e).clipPath !== 'none' || cut(e.parentElement));"
        "for (const stop of stops) { stop.focus({focusVisible: true}); const at = stop.getBoundingClientRect();"
        "const name = (stop.textContent || stop.labels?.[0]?.textContent || stop.getAttribute('aria-label') || '').trim();"
        "const style = view.getComputedStyle(stop);"
        "walked.push({name, focused: inside.activeElement === stop, left: at.left, right: at.right, up: at.bottom > 0 && at.top < 900,"
        " uncut: !cut(stop),"
        " seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,"
        " leads: !stop.hash || inside.getElementById(decodeURIComponent(stop.hash.slice(1))) !== null}); }"
        "const told = document.createElement('pre'); told.id = 'told'; told.textContent = JSON.stringify(walked);"
        f"document.body.replaceChildren(told); }}; frame.srcdoc = {page}; document.body.append(frame);"
    )
    walked = told_by("<!doctype html><html lang='sv'><title>x</title><body></body></html>", f"<script>{look}</script>", tmp_path)
    assert walked
    for stop in walked:
        assert stop["name"], stop
        assert stop["focused"], stop
        assert stop["seen"], stop
        assert stop["up"], stop
        assert stop["uncut"], stop
        assert -1 <= stop["left"] < stop["right"] <= NARROW + 1, stop
        assert stop["leads"], stop


def shown_without_scripts(page: str, folder: Path) -> str:
    """Return the text that a browser shows of a page whose scripts may not run."""
    policy = re.search(r"; script-src '[^']+'", page)
    quiet = page.replace(policy[0], "") if policy else page
    quiet = quiet.replace("</style>", ".wording, tbody { content-visibility: visible !important; }</style>", 1)  # as when it is scrolled to
    look = (
        "const frame = document.createElement('iframe'); frame.sandbox = 'allow-same-origin'; frame.style.width = '1280px';"
        "frame.onload = () => { const told = document.createElement('pre'); told.id = 'told';"
        "told.textContent = JSON.stringify(frame.contentDocument.body.innerText); document.body.replaceChildren(told); };"
        f"frame.srcdoc = {json.dumps(quiet).replace('</', '<' + chr(92) + '/')}; document.body.append(frame);"
    )
    text = told_by("<!doctype html><html lang='sv'><title>x</title><body></body></html>", f"<script>{look}</script>", folder)
    assert isinstance(text, str)
    return " ".join(text.split())


def test_without_scripts_every_finding_amount_and_change_is_shown(tmp_path: Path) -> None:
    reviewed = flow.review(EXAMPLES / "andringar-2026.docx")
    shown = shown_without_scripts(unfolded(review("andringar-2026.docx")), tmp_path)
    assert "Sök bland beloppen" not in shown, "what needs the script is not offered"
    for finding in reviewed.findings:
        assert " ".join(say(finding.message).split()) in shown
    literals = {entry.stated.literal for entry in reviewed.comparison.entries}
    assert len(literals) > 20
    assert {literal for literal in literals if " ".join(literal.split()) not in shown and figures_of(literal) not in shown} == set()
    kept = {run.text.strip() for paragraph in reviewed.comparison.redline.paragraphs for run in paragraph.runs if run.mark is not Mark.KEPT}
    assert {text for text in kept if " ".join(text.split()) not in shown} == set()


def figures_of(literal: str) -> str:
    """Return the figure of an amount alone: its unit may be written in another way in the table."""
    found = re.match(r"[\d\s\u00a0]*\d(?:,\d+)?", literal)
    return " ".join(found[0].split()) if found else literal


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


def test_a_list_that_a_search_unfolds_is_folded_again_when_nothing_is_sought(tmp_path: Path) -> None:
    states = acted(
        "const search = document.querySelector('input[type=search]'), list = document.querySelector('#belopp ~ div details');"
        "const seek = text => { search.value = text; search.dispatchEvent(new Event('input')); return list.open; };"
        "const row = list.querySelector('tbody tr:nth-child(2) th').textContent;"
        "return [list.open, seek(row), seek(''), seek('finns inte'), seek(row)];",
        tmp_path,
    )
    assert states == [False, True, False, False, True]


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
