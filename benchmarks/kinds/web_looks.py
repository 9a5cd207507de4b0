"""Looks that web pages give marks: lines of other kinds and weights, grounds, borders, and letters that stand apart."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import CHROMIUM, WEASYPRINT, Case, Layout, Look
from benchmarks.kinds.texts import SHORT

LOOKS = {
    "thick lines": "del, ins { text-decoration-thickness: 0.18em }",
    "wavy underlines": "ins { text-decoration: underline wavy }",
    "double underlines": "ins { text-decoration: underline double }",
    "struck and underlined at once": "del { text-decoration: line-through underline overline }",
    "underlines set lower": "ins { text-underline-offset: 4px }",
    "lines of another colour than the letters": "del, ins { color: black; text-decoration-color: red }",
    "dashed border under additions": "ins { text-decoration: none; border-bottom: 2px dashed }",
    "dotted border under additions": "ins { text-decoration: none; border-bottom: 2px dotted }",
    "frames around additions": "del { color: black } ins { text-decoration: none; color: black; border: 1px solid }",
    "frames of another colour": "ins { text-decoration: none; color: black; border: 1px solid red; padding: 1px 0 }",
    "pale grounds": "del { color: black; background: #fdd } ins { color: black; background: #dfd; text-decoration: none }",
    "half clear": "del { opacity: 0.5 }",
    "letters apart": "p { letter-spacing: 1px }",
    "letters far apart": "p { letter-spacing: 2px }",
    "words far apart": "p { word-spacing: 1em }",
    "narrow justified lines": "p { width: 45mm; hyphens: auto; text-align: justify }",
    "dots in small print": "p { font-size: 6pt } del { text-decoration: line-through dotted } ins { text-decoration: underline dotted }",
    "dots in large letters": "p { font-size: 34pt } del { text-decoration: line-through dotted } ins { text-decoration: underline dotted }",
    "large letters": "p { font-size: 34pt }",
    "marks raised": "ins, del { vertical-align: super; font-size: 75% }",
    "blurred shadows": "p { text-shadow: 1px 1px 3px gray }",
    "tilted by a degree": "body { transform: rotate(1deg) }",
    "tilted by three degrees": "body { transform: rotate(-3deg) }",
}


def cases() -> Iterator[Case]:
    """Yield the cases of looks."""
    for name, css in LOOKS.items():
        yield Case(f"web page, {name}", SHORT, Look(), Layout(css=css), producers=(CHROMIUM, WEASYPRINT))
