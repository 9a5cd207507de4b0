"""The papers as files: text, Word with styles, Word with bold lines for headings, and PDF by three producers."""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.minutes_made.made import Element, Paper
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))
from support import words

PATIENCE = 600  # seconds for one run of a program, on a machine that has more to do
Order = tuple[Paper, Path]


def heading_of(element: Element) -> str:
    """Return an item's heading on one line."""
    return f"§ {element.marker} {element.text}"


def as_text(made: Paper) -> str:
    """Return a paper as plain text, lines broken at the margin."""
    lines: list[str] = [*made.facts.get("header", "").split("|"), ""]
    if "title" in made.facts:
        lines += [made.facts["title"], ""]
    for element in made.elements:
        lines += _text_lines(element)
    return "\n".join(lines) + "\n"


def _text_lines(element: Element) -> list[str]:
    match element.what:
        case "item":
            return ["", *textwrap.wrap(heading_of(element), 88), f"Dnr {element.columns[0]}", ""]
        case "part":
            return ["", element.text]
        case "cover":
            return [" ".join(filter(None, element.columns))] if element.columns[0] else ["    " + element.columns[1]]
        case "entry":
            return textwrap.wrap(f"{element.marker} {element.text}".strip(), 88)
        case _:
            return textwrap.wrap(element.text, 88)


def write_text(orders: Sequence[Order]) -> None:
    """Write papers as text."""
    for made, path in orders:
        path.write_text(as_text(made), "utf-8")


def write_word(orders: Sequence[Order]) -> None:
    """Write papers as Word with styles for headings and real lists."""
    for order in orders:
        _write_word(order, styled=True)


def write_bold(orders: Sequence[Order]) -> None:
    """Write papers as Word where headings are bold lines and signs of lists are typed."""
    for order in orders:
        _write_word(order, styled=False)


def _write_word(order: Order, *, styled: bool) -> None:
    made, path = order
    others: dict[str, str] = {
        kind: words.paragraph("   ".join(made.facts.get(kind, "").split("|"))) for kind in ("header", "footer") if kind in made.facts
    }
    words.write(path, *_word_blocks(made, styled=styled), others=others)


def _word_blocks(made: Paper, *, styled: bool) -> list[str]:
    blocks = [words.heading(made.facts["title"], 0)] if "title" in made.facts else []
    covers = [element.columns for element in made.elements if element.what == "cover"]
    if covers:
        blocks.append(words.table(*(words.row(*columns) for columns in covers)))
    return blocks + [_word_block(element, styled=styled) for element in made.elements if element.what != "cover"]


def _word_block(element: Element, *, styled: bool) -> str:
    bold = words.BOLD
    match element.what:
        case "item":
            text = heading_of(element)
            case = words.paragraph(f"Dnr {element.columns[0]}")
            return (words.heading(f"{text} ({element.columns[0]})", 1)) if styled else words.paragraph(words.run(text, bold)) + case
        case "part":
            return (
                words.heading(element.text, 2)
                if styled
                else words.paragraph(words.run(f"{element.text}:" if len(element.text) < 9 else element.text, bold))
            )
        case "entry" if styled and element.marker == "•":
            return words.paragraph(element.text, numbering=(2, 0))
        case "entry" if element.marker:
            return words.paragraph(f"{element.marker} {element.text}")
        case _:
            return words.paragraph(element.text)


def as_html(made: Paper) -> str:
    """Return a paper as a page: the cover as a table, headings bold."""
    header = " &nbsp; ".join(map(html.escape, made.facts.get("header", "").split("|")))
    body = [f"<p>{header}</p>"]
    body += [f"<h1>{html.escape(made.facts['title'])}</h1>"] if "title" in made.facts else []
    covers = [element.columns for element in made.elements if element.what == "cover"]
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(column)}</td>" for column in columns) + "</tr>" for columns in covers)
    body += [f"<table>{rows}</table>"] if covers else []
    body += [_html_block(element) for element in made.elements if element.what != "cover"]
    style = "body{font:11pt serif} td{padding:2pt 18pt 2pt 0;vertical-align:top} h2{font-size:14pt} h3{font-size:11.5pt} p{margin:3pt 0}"
    return f"<!DOCTYPE html><html lang=sv><meta charset=utf-8><style>{style}</style><body>{''.join(body)}</body></html>"


def _html_block(element: Element) -> str:
    text = html.escape(element.text)
    match element.what:
        case "item":
            return f"<h2>{html.escape(heading_of(element))}</h2><p>Diarienummer: {element.columns[0]}</p>"
        case "part":
            return f"<h3>{text}</h3>"
        case "entry" if element.marker:
            return f'<p style="margin-left:18pt;text-indent:-14pt">{element.marker} &nbsp;{text}</p>'
        case _:
            return f"<p>{text}</p>"


def print_chromium(orders: Sequence[Order]) -> None:
    """Print papers with Chromium."""
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if not program:
        return
    for made, path in orders:
        page = path.with_suffix(".html")
        page.write_text(as_html(made), "utf-8")
        with tempfile.TemporaryDirectory() as profile:
            options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--no-pdf-header-footer"]
            subprocess.run([program, *options, f"--print-to-pdf={path}", page.as_uri()], check=True, capture_output=True, timeout=PATIENCE)


def print_office(orders: Sequence[Order]) -> None:
    """Print papers with LibreOffice, from Word with styles."""
    program = shutil.which("soffice")
    if not program:
        return
    for made, path in orders:
        head = [words.paragraph(line) for line in made.facts.get("header", "").split("|")]
        words.write(path.with_suffix(".docx"), *head, *_word_blocks(made, styled=True))
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf", "--outdir"]
        names = [str(path.with_suffix(".docx")) for _, path in orders]
        subprocess.run([*command, str(orders[0][1].parent), *names], check=True, capture_output=True, timeout=PATIENCE)


def print_reportlab(orders: Sequence[Order]) -> None:
    """Print papers with ReportLab: plain sizes, bold headings."""
    for made, path in orders:
        SimpleDocTemplate(str(path), pagesize=A4, leftMargin=70, rightMargin=70).build(list(_flowables(made)))


def _flowables(made: Paper) -> Iterator[Flowable]:
    plain = ParagraphStyle("plain", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=3)
    bold = ParagraphStyle("bold", parent=plain, fontName="Times-Bold", spaceBefore=8)
    large = ParagraphStyle("large", parent=bold, fontSize=14, leading=17, spaceBefore=14)
    for line in made.facts.get("header", "").split("|"):
        yield Paragraph(html.escape(line), plain)
    if "title" in made.facts:
        yield Paragraph(html.escape(made.facts["title"]), large)
    covers = [[Paragraph(html.escape(column), plain) for column in element.columns] for element in made.elements if element.what == "cover"]
    if covers:
        yield Spacer(1, 12)
        yield Table(covers, colWidths=[130, 300], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    for element in made.elements:
        if element.what == "item":
            yield Paragraph(html.escape(f"{heading_of(element)} ({element.columns[0]})"), large)
        elif element.what == "part":
            yield Paragraph(html.escape(element.text), bold)
        elif element.what != "cover":
            yield Paragraph(html.escape(f"{element.marker} {element.text}".strip()), plain)


FORMATS: dict[str, tuple[str, Callable[[Sequence[Order]], None]]] = {
    "text": (".txt", write_text),
    "word": (".docx", write_word),
    "word-bold": (".docx", write_bold),
    "chromium": (".pdf", print_chromium),
    "libreoffice": (".pdf", print_office),
    "reportlab": (".pdf", print_reportlab),
}
