"""The local page as the command serves it, in a real browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
PATIENCE = 60_000.0
"""Milliseconds that a page may take on a machine that others use as well."""


def chromium() -> str:
    """Return the browser; where there is none the test is skipped, and fails in CI, which installs one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("CI"):
        pytest.fail("Chromium is not installed, and CI must not go without it")
    return found or pytest.skip("Chromium is not installed")


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Open the browser without a window."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def command(*options: str | Path) -> Iterator[str]:
    """Run ``lydelse serve`` and give the address that it says; it must end by itself when it is told to."""
    lydelse = Path(sys.executable).parent / "lydelse"
    process = subprocess.Popen([lydelse, "serve", "--no-browser", *map(str, options)], stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = process.stderr.readline()
    found = re.search(r"http://\S+", said)
    try:
        assert found, said + process.stderr.read()
        yield found[0]
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
        process.stderr.close()


def entered(context: BrowserContext, address: str) -> Page:
    """Return the first page, which the address leads to."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_selector("h1#granska")
    return page


def root_of(page: Page) -> str:
    """Return what all addresses begin with."""
    return "/".join(page.url.split("/")[:4])


def left(page: Page, files: dict[str, str | Path | list[str | Path]], button: str = "button.main") -> None:
    """Choose files in the fields of these names, and send their form."""
    for name, chosen in files.items():
        page.set_input_files(f"#{name}", chosen)
    page.locator(f"form:has(#{next(iter(files))}) {button}").click()


def axe_finds(page: Page) -> list[Any]:
    """Return what axe-core finds wrong with a page; it is run past the page's own policy, in the browser's own world."""
    source = (resources.files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})["executionContextId"]
    session.send("Runtime.evaluate", {"expression": source, "contextId": world})
    told = "r => JSON.stringify([r.passes.length, r.violations.map(v => [v.id, v.nodes.map(n => n.html)])])"
    asked = f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then({told})"
    answer = session.send("Runtime.evaluate", {"expression": asked, "contextId": world, "awaitPromise": True, "returnByValue": True})
    session.detach()
    passes, violations = json.loads(answer["result"]["value"])
    assert passes > 10, "axe has looked"
    found: list[Any] = violations
    return found


def stands_beside(page: Page) -> bool:
    """Tell whether anything of a page stands beside it, so that one must scroll sideways."""
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return bool(wide > room)
