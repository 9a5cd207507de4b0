"""The layouts as files: pages by WeasyPrint and Chromium, ReportLab's canvas, and Word, which LibreOffice prints as well."""

from __future__ import annotations

import html
import importlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.minutes_layouts.layouts import CoverLook, ItemHead, Layout, PartHead
from benchmarks.minutes_made.made import Element
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))
from support import words

PATIENCE = 600  # seconds for one run of a program
PLAIN = ParagraphStyle("plain", fontName="Times-Roman", fontSize=10.5, leading=13.5, spaceAfter=3)
STRONG = ParagraphStyle("strong", parent=PLAIN, fontName="Times-Bold", spaceBefore=8)
LARGE = ParagraphStyle("large", parent=STRONG, fontSize=13, leading=16)
ENTRY = ParagraphStyle("entry", parent=PLAIN, leftIndent=16, bulletIndent=2)
TOP = [("VALIGN", (0, 0), (-1, -1), "TOP")]
Order = tuple[Layout, Path]


def as_html(layout: Layout) -> str:
    """Return a layout as a page for printing."""
    head, foot = _running(layout.head, "head", layout), _running(layout.foot, "foot", layout)
    main = [_cover_html(layout), *_parts_html(layout)]
    if layout.signing:
        main.append("<div style='page-break-before:always'></div>" + "".join(f"<p>{html.escape(line)}</p>" for line in layout.signing))
    body = f"{head}{foot}{''.join(main)}"
    if layout.producer == "chromium":  # which repeats the head and foot of a table on every page
        body = f"<table class=frame><thead><tr><td>{head}<tfoot><tr><td>{foot}<tbody><tr><td>{''.join(main)}</table>"
    return f"<!DOCTYPE html><html lang=sv><meta charset=utf-8><style>{_style(layout)}</style><body>{body}</body></html>"


def _style(layout: Layout) -> str:
    border = "border:0.6pt solid #000;padding:3pt 6pt" if layout.boxed else "padding:1pt 14pt 1pt 0"
    ruled = "border:0.5pt solid #444;padding:3pt 8pt" if layout.cover is CoverLook.RULED else "padding:1pt 24pt 1pt 0"
    runs = (
        "@page{size:A4;margin:34mm 20mm 32mm 26mm;@top-left{content:element(head)}@bottom-left{content:element(foot)}}"
        ".head{position:running(head)}.foot{position:running(foot)}.pg::after{content:counter(page)}"
        if layout.producer == "weasyprint"
        else "@page{size:A4;margin:14mm 20mm 14mm 26mm}.frame{width:100%;border-collapse:collapse}.head{height:20mm}.foot{padding-top:8mm}"
    )
    look = {
        PartHead.BOLD: "font-weight:bold",
        PartHead.CAPITALS: "text-transform:uppercase;font-size:9.5pt",
        PartHead.ITALIC: "font-style:italic",
        PartHead.MARGIN: "font-weight:bold",
    }[layout.part]
    return (
        f"{runs} body{{font:10.5pt/1.35 'DejaVu Serif',serif;margin:0}}"
        " .head table,.foot table{width:100%;border-collapse:collapse;font-size:9pt}"
        f" .foot td{{{border};height:9mm;vertical-align:top}}"
        " .cover{border-collapse:collapse;margin-bottom:10pt}"
        f" .cover td{{{ruled};vertical-align:top}}"
        f" .item{{margin-top:16pt;font-size:13pt;font-weight:bold}}"
        f" .line{{display:flex;justify-content:space-between}} .part{{{look};margin:9pt 0 2pt}}"
        " p{margin:2pt 0 4pt} .entry{margin-left:16pt;text-indent:-16pt} .margin{margin-left:-14mm;width:14mm;float:left}"
        " .votes{border-collapse:collapse} .votes td{border:0.5pt solid #000;padding:1pt 6pt} ul,ol{margin:2pt 0;padding-left:18pt}"
    )


def _running(said: str, name: str, layout: Layout) -> str:
    if not said:
        return ""
    page = "<span class=pg></span>" if layout.producer == "weasyprint" else "1"
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("|")) + "</tr>" for line in said.split("\n"))
    return f"<div class={name}><table>{rows.replace('{page}', page)}</table></div>"


def _cover_html(layout: Layout) -> str:
    covers = [element.columns for element in layout.paper.elements if element.what == "cover"]
    if layout.cover is CoverLook.TABBED:
        return "".join(f"<p><span style='display:inline-block;width:45mm'>{html.escape(a)}</span>{html.escape(b)}</p>" for a, b in covers)
    rows = "".join(f"<tr><td>{html.escape(a)}</td><td>{html.escape(b)}</td></tr>" for a, b in covers)
    return f"<table class=cover>{rows}</table>" if covers else ""


def _parts_html(layout: Layout) -> Iterator[str]:
    sort = ""
    for element in layout.paper.elements:
        now = _list_of(element, layout)
        if now != sort:
            yield (f"</{sort}>" if sort else "") + {"": "", "table": "<table class=votes>"}.get(now, f"<{now}>")
            sort = now
        text = html.escape(element.text)
        match element.what:
            case "item":
                yield _item_html(layout, element)
            case "part":
                yield f"<p class=part>{text}</p>"
            case "entry" if now in {"ol", "ul"}:
                yield f"<li>{text}</li>"
            case "entry" if element.marker:
                yield f"<p class=entry>{element.marker} &nbsp;{text}</p>"
            case "row":
                yield "<tr>" + "".join(f"<td>{html.escape(column)}</td>" for column in element.columns) + "</tr>"
            case "entry" | "text" | "lead":
                yield f"<p>{text}</p>"
    yield f"</{sort}>" if sort else ""


def _list_of(element: Element, layout: Layout) -> str:
    """Return the element that a line stands in: a list, a table, or none."""
    if element.what == "row":
        return "table"
    if element.what == "entry" and layout.real_lists and element.marker:
        return "ul" if element.marker == "•" else "ol"
    return ""


def _item_html(layout: Layout, element: Element) -> str:
    lines = layout.item_lines(element.marker, element.text, element.columns[0])
    if layout.item is ItemHead.MARGIN:
        return f"<div class=item><span class=margin>{html.escape(lines[0][0])}</span>{html.escape(lines[0][1])}</div>"
    return (
        "<div class=item>"
        + "".join("<div class=line>" + "".join(f"<span>{html.escape(cell)}</span>" for cell in line) + "</div>" for line in lines)
        + "</div>"
    )


def set_weasyprint(orders: Sequence[Order]) -> None:
    """Print layouts with WeasyPrint."""
    weasyprint = importlib.import_module("weasyprint")  # slow to load, and needed for these alone
    for layout, path in orders:
        weasyprint.HTML(string=as_html(layout)).write_pdf(path)


def set_chromium(orders: Sequence[Order]) -> None:
    """Print layouts with Chromium."""
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    for layout, path in orders if program else ():
        page = path.with_suffix(".html")
        page.write_text(as_html(layout), "utf-8")
        with tempfile.TemporaryDirectory() as profile:
            options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--no-pdf-header-footer"]
            subprocess.run(
                [str(program), *options, f"--print-to-pdf={path}", page.as_uri()], check=True, capture_output=True, timeout=PATIENCE
            )


def set_reportlab(orders: Sequence[Order]) -> None:
    """Print layouts with ReportLab."""
    for layout, path in orders:
        draw = partial(_draw_running, layout)
        SimpleDocTemplate(str(path), pagesize=A4, leftMargin=75, rightMargin=60, topMargin=95, bottomMargin=90).build(
            list(_flowables(layout)), onFirstPage=draw, onLaterPages=draw
        )


def _draw_running(layout: Layout, canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Times-Roman", 9)
    for said, top in ((layout.head, 800), (layout.foot, 60)):
        for down, line in enumerate(said.split("\n")):
            cells = line.replace("{page}", str(document.page)).split("|")
            for at, cell in enumerate(cells):
                left = 60 + at * 480 / len(cells)
                canvas.drawString(left + 4, top - 13 * down, cell)
                if layout.boxed and said is layout.foot:
                    canvas.rect(left, top - 24, 480 / len(cells), 36)


def _flowables(layout: Layout) -> Iterator[Flowable]:
    covers = [
        [Paragraph(html.escape(column), PLAIN) for column in element.columns]
        for element in layout.paper.elements
        if element.what == "cover"
    ]
    if covers:
        yield Table(covers, colWidths=[130, 300], style=TOP)
    head, held = "", list[Flowable]()
    for element in layout.paper.elements:
        if element.what in {"item", "part"} and held:
            yield _beside(head, held)
            held = []
        if element.what == "item":
            yield from _item_flowables(layout, element)
        elif element.what == "part":
            head = element.text
            if layout.part is not PartHead.MARGIN:
                yield Paragraph(html.escape(element.text), STRONG)
        elif element.what in {"entry", "text", "lead"}:
            made = Paragraph(html.escape(element.text), ENTRY if element.marker else PLAIN, bulletText=element.marker or None)
            if layout.part is PartHead.MARGIN:
                held.append(made)
            else:
                yield made
    if held:
        yield _beside(head, held)


def _beside(head: str, held: list[Flowable]) -> Flowable:
    """Return what a heading in the margin heads, beside it."""
    return Table([[Paragraph(html.escape(head), STRONG), held]], colWidths=[105, 340], style=TOP)


def _item_flowables(layout: Layout, element: Element) -> Iterator[Flowable]:
    yield Spacer(1, 14)
    for line in layout.item_lines(element.marker, element.text, element.columns[0]):
        cells = [Paragraph(html.escape(cell), LARGE) for cell in line]
        yield Table([cells], colWidths=[250, 195]) if len(cells) > 1 else cells[0]


def set_word(orders: Sequence[Order]) -> None:
    """Write layouts as Word."""
    for layout, path in orders:
        others = {
            kind: words.table(*(words.row(*line.replace("{page}", "1").split("|")) for line in said.split("\n"))) + words.paragraph("")
            for kind, said in (("header", layout.head), ("footer", layout.foot))
            if said
        }
        referred = "".join(f'<w:{kind}Reference w:type="default" r:id="r{at}"/>' for at, kind in enumerate(others, 3))
        body = f"<w:body>{''.join(_word_blocks(layout))}<w:sectPr>{referred}</w:sectPr></w:body>"
        words.zipped(path, {"document": body, "styles": words.STYLES, "numbering": words.LISTS, **others})


def _word_blocks(layout: Layout) -> Iterator[str]:
    covers = [element.columns for element in layout.paper.elements if element.what == "cover"]
    if covers:
        yield words.table(*(words.row(*columns) for columns in covers)) + words.paragraph("")
    rows: list[str] = []
    for element in layout.paper.elements:
        if rows and element.what != "row":
            yield words.table(*rows)
            rows = []
        if element.what == "row":
            rows.append(words.row(*element.columns))
        elif element.what != "cover":
            yield from _word_lines(layout, element)
    yield from (words.paragraph(line) for line in layout.signing)


def _word_lines(layout: Layout, element: Element) -> Iterator[str]:
    match element.what:
        case "item":
            for line in layout.item_lines(element.marker, element.text, element.columns[0]):
                yield words.table(words.row(*line)) if len(line) > 1 else words.paragraph(words.run(line[0], words.BOLD))
        case "part":
            text = element.text.upper() if layout.part is PartHead.CAPITALS else element.text
            yield words.paragraph(words.run(text, words.ITALIC if layout.part is PartHead.ITALIC else words.BOLD))
        case "entry" if element.marker == "•" and layout.real_lists:
            yield words.paragraph(element.text, numbering=(2, 0))
        case _:
            yield words.paragraph(f"{element.marker} {element.text}".strip())


def set_office(orders: Sequence[Order]) -> None:
    """Print the Word files with LibreOffice."""
    program = shutil.which("soffice")
    if not program:
        return
    set_word([(layout, path.with_suffix(".docx")) for layout, path in orders])
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf", "--outdir"]
        names = [str(path.with_suffix(".docx")) for _, path in orders]
        subprocess.run([*command, str(orders[0][1].parent), *names], check=True, capture_output=True, timeout=PATIENCE)


PRODUCERS: dict[str, tuple[str, Callable[[Sequence[Order]], None]]] = {
    "weasyprint": (".pdf", set_weasyprint),
    "chromium": (".pdf", set_chromium),
    "reportlab": (".pdf", set_reportlab),
    "libreoffice": (".pdf", set_office),
    "word": (".docx", set_word),
}
