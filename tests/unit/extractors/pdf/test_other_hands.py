from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from reportlab.lib.colors import red
from reportlab.pdfgen.canvas import Canvas

from lydelse.extractors import read
from lydelse.extractors.pdf import other_hands
from lydelse.extractors.pdf.handed_over import Handed, packed, unpacked
from lydelse.extractors.pdf.other_hands import FEWEST_PAGES, read_pages
from lydelse.extractors.pdf.worked_out import worked_out
from lydelse.formats.page_by_page import told_of_pages
from lydelse.formats.pdf import BrokenPage, Page, open_pdf
from lydelse.formats.processes import read_with
from lydelse.model.place import Box
from support.pdfs import PdfMaker

PAGES = FEWEST_PAGES + 7


@pytest.fixture
def several() -> Iterator[None]:
    """Let two processes read a file while a test runs."""
    read_with(2)
    yield
    read_with(1)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A long file: struck and inserted words, figures, a table, and one page that is turned."""
    path = tmp_path_factory.mktemp("long") / "book.pdf"
    canvas = Canvas(str(path), pageCompression=1)
    for number in range(1, PAGES + 1):
        canvas.setFont("Helvetica", 11)
        if number == PAGES - 3:
            canvas.translate(500, 100)
            canvas.rotate(90)
        canvas.drawString(70, 700, f"Ramen för enhet {number} räknas upp från")
        canvas.drawString(290, 700, f"{number} 204")
        canvas.line(288, 704, 325, 704)
        canvas.setFillColor(red)
        canvas.drawString(330, 700, f"{number} 310 tkr")
        canvas.setFillColorRGB(0, 0, 0)
        for row, (label, amount) in enumerate((("Aspen", number), ("Björken", 2 * number), ("Summa", 3 * number))):
            canvas.drawString(70, 640 - 16 * row, label)
            canvas.drawRightString(300, 640 - 16 * row, str(amount))
        canvas.showPage()
    canvas.save()
    return path


def pages_in(path: Path) -> list[Page | BrokenPage]:
    with open_pdf(path) as pdf:
        return list(pdf.pages())


def test_a_page_comes_out_as_it_went_in_with_what_it_says_by_itself(book: Path) -> None:
    for page in pages_in(book)[:3]:
        assert unpacked(packed(page)) == Handed(page, worked_out(page))


def test_a_page_that_is_turned_is_worked_out_by_who_turns_it(book: Path) -> None:
    page = pages_in(book)[PAGES - 4]
    assert unpacked(packed(page)) == Handed(page, None)


def test_a_page_that_cannot_be_read_is_handed_over_as_one() -> None:
    assert unpacked(packed(BrokenPage(7, "objects", 3))) == Handed(BrokenPage(7, "objects", 3), None)


def test_an_annotation_of_a_word_is_still_the_one_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "noted.pdf"
    with PdfMaker(path) as maker:
        maker.plain(72, 100, "Ramen är 1 204 tkr.")
        maker.annotation("StrikeOut", Box(70, 90, 300, 104), contents="Tas bort", author="KL")
    handed = unpacked(packed(pages_in(path)[0]))
    assert isinstance(handed.page, Page)
    assert handed.worked
    assert handed.worked.shown
    notes = {id(drawn.note) for line in handed.worked.shown.lines for word in line.words for drawn in word.drawn if drawn.note}
    assert notes == {id(handed.page.annotations[0])}


def test_a_letter_of_a_word_is_still_the_one_of_the_page(book: Path) -> None:
    handed = unpacked(packed(pages_in(book)[0]))
    assert isinstance(handed.page, Page)
    assert handed.worked
    assert handed.worked.shown
    of_page = set(map(id, handed.page.glyphs))
    assert all(id(glyph) in of_page for line in handed.worked.shown.lines for word in line.words for glyph in word.glyphs)


def until_another_helps() -> Callable[[int, int], None]:
    """Give a listener that holds this process up until another has read a page, as long as this one has pages to read."""
    told = [0]

    def listen(page: int, _pages: int) -> None:
        time.sleep(0.5 if page <= len(told) else 0.0)
        told.append(page)

    return listen


@pytest.mark.usefixtures("several")
def test_a_long_file_read_by_two_is_the_same_document(book: Path) -> None:
    with told_of_pages(until_another_helps()):
        together = read(book)
    read_with(1)
    assert together == read(book)


@pytest.mark.usefixtures("several")
def test_another_process_reads_some_of_the_pages(book: Path) -> None:
    with open_pdf(book) as pdf, told_of_pages(until_another_helps()):
        handed = list(read_pages(pdf))
    assert any(each.worked for each in handed)
    assert [each.page for each in handed] == pages_in(book)


@pytest.mark.usefixtures("several")
def test_a_process_that_ends_at_once_leaves_its_pages_to_this_one(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_hands, "_HAND", "raise SystemExit(1)")
    with open_pdf(book) as pdf:
        handed = list(read_pages(pdf))
    assert [each.page for each in handed] == pages_in(book)


@pytest.mark.usefixtures("several")
def test_a_process_that_dies_within_a_page_leaves_its_pages_to_this_one(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dies = "import os, sys; sys.stdin.buffer.read(9); os.write(1, (99).to_bytes(8, 'little') + b'half a page'); os._exit(1)"
    monkeypatch.setattr(other_hands, "_HAND", dies)
    with open_pdf(book) as pdf:
        handed = list(read_pages(pdf))
    assert [each.page for each in handed] == pages_in(book)


@pytest.mark.usefixtures("several")
def test_whoever_waits_is_told_of_pages_in_order(book: Path) -> None:
    told: list[tuple[int, int]] = []
    with told_of_pages(lambda page, pages: told.append((page, pages))), open_pdf(book) as pdf:
        list(read_pages(pdf))
    assert told == sorted(told)
    assert told[0] == (1, PAGES)
    assert told[-1][0] <= PAGES


@pytest.mark.usefixtures("several")
def test_nothing_runs_on_when_the_reading_is_broken_off(book: Path) -> None:
    def broken_off(page: int, _pages: int) -> None:
        if page > 2:
            raise KeyboardInterrupt

    before = set(psutil.Process().children())
    with open_pdf(book) as pdf, told_of_pages(broken_off), pytest.raises(KeyboardInterrupt):
        list(read_pages(pdf))
    assert set(psutil.Process().children()) <= before


def test_a_process_ends_with_the_one_that_started_it() -> None:
    started = "import subprocess, sys, time; from lydelse.extractors.pdf.other_hands import _HAND; "
    started += "own = subprocess.Popen([sys.executable, '-c', _HAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE); "
    started += "print(own.pid, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", started], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        hand = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    until = time.monotonic() + 20
    while hand.is_running() and hand.status() != psutil.STATUS_ZOMBIE and time.monotonic() < until:
        time.sleep(0.05)
    assert not hand.is_running() or hand.status() == psutil.STATUS_ZOMBIE
