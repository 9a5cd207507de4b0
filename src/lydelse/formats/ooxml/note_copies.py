"""The footnotes and endnotes of a Word file that is being edited: taken away with the signs that cite them, and added with theirs."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from lydelse.formats.ooxml.accepting import remove
from lydelse.formats.ooxml.archive import Archive
from lydelse.formats.ooxml.letters import new_run
from lydelse.formats.ooxml.names import Element, W, attribute
from lydelse.formats.ooxml.rows import copy_of, unmarked

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINES = {"-1": ("separator", "separator"), "0": ("continuationSeparator", "continuationSeparator")}
"""The lines between text and notes, which Word wants first of all."""


class NoteCopies:
    """The notes of one copy."""

    def __init__(self, archive: Archive, usual_run: Callable[[Element], Element | None]) -> None:
        """Edit the notes of this file; ``usual_run`` is the run that holds most of a paragraph's letters."""
        self._archive = archive
        self._usual_run = usual_run

    def remove_cited(self, citation: Element) -> None:
        """Take a note away with the sign that cites it."""
        kind = "endnote" if citation.tag == f"{W}endnoteReference" else "footnote"
        note = self._note(kind, attribute(citation, "id") or "")
        remove(citation)
        if note is not None and not self._citations(kind, attribute(note, "id") or ""):
            remove(note)

    def remove_of(self, paragraph: Element) -> bool:
        """Take away the note that a paragraph is all of, and the signs that cite it; False where the paragraph stands in no such note."""
        note = paragraph.getparent()
        if note is None or note.tag not in {f"{W}footnote", f"{W}endnote"} or len(note.findall(f"{W}p")) > 1:
            return False
        for citation in self._citations(str(note.tag).removeprefix(W), attribute(note, "id") or ""):
            remove(citation)
        remove(note)
        return True

    def add(self, text: str, cited_in: Element, kind: str = "footnote") -> Element:
        """Add a note, cited last in a paragraph, and return its paragraph: like the file's others, else in Word's own way."""
        root = self._archive.part(f"{kind}s")
        if root is None:
            root = _empty(kind)
            self._archive.add_part(f"{kind}s", root, f"{_MAIN}.{kind}s+xml")
        plain = [each for each in root if (attribute(each, "type") or "normal") == "normal"]
        for empty in [each for each in plain if not len(each)]:
            etree.SubElement(empty, f"{W}p")  # LibreOffice takes the next note's text for that of one without a paragraph
        like = next((each for each in plain if each.find(f"{W}p/{W}r") is not None), None)
        sign = next(iter(self._citations(kind, attribute(like, "id") or "")), None) if like is not None else None
        run = sign.getparent() if sign is not None else None
        number = str(1 + max((int(attribute(note, "id") or 0) for note in root), default=0))
        made = self._like(like, text) if like is not None else _usual(kind, text)
        made.set(f"{W}id", number)
        root.append(made)
        cited_in.append(_citing(kind, number, run))
        first = made.find(f"{W}p")
        assert first is not None, "a note has a paragraph"
        return first

    def _like(self, like: Element, text: str) -> Element:
        """Return a note of one paragraph, like another, its own sign kept."""
        made = copy_of(like)
        first = made.findall(f"{W}p")[0]
        for inner in [inner for inner in made if inner is not first]:
            made.remove(inner)
        run = new_run(f" {text}", self._usual_run(first))
        sign = next((each for each in first.iter(f"{W}r") if each.find(f"{like.tag}Ref") is not None), None)
        for inner in [inner for inner in first if inner.tag != f"{W}pPr"]:
            first.remove(inner)
        first.extend([run] if sign is None else [_sign_alone(sign), run])
        return unmarked(made)

    def _note(self, kind: str, number: str) -> Element | None:
        root = self._archive.part(f"{kind}s")
        return next((note for note in root if attribute(note, "id") == number), None) if root is not None else None

    def _citations(self, kind: str, number: str) -> list[Element]:
        return [each for each in self._archive.document.iter(f"{W}{kind}Reference") if attribute(each, "id") == number]


def _empty(kind: str) -> Element:
    """Return a part of notes without any."""
    root = etree.Element(f"{W}{kind}s", nsmap={"w": W.strip("{}")})
    for number, (name, sign) in _LINES.items():
        line = etree.SubElement(root, W + kind)
        line.set(f"{W}type", name)
        line.set(f"{W}id", number)
        etree.SubElement(etree.SubElement(etree.SubElement(line, f"{W}p"), f"{W}r"), f"{W}{sign}")
    return root


def _usual(kind: str, text: str) -> Element:
    made = etree.Element(W + kind)
    paragraph = etree.SubElement(made, f"{W}p")
    paragraph.append(_raised(f"{kind}Ref"))
    paragraph.append(new_run(f" {text}", None))
    return made


def _sign_alone(run: Element) -> Element:
    """Return a run with nothing but its look and the sign of its note."""
    for inner in list(run):
        if inner.tag not in {f"{W}rPr", f"{W}footnoteRef", f"{W}endnoteRef"}:
            run.remove(inner)
    return run


def _citing(kind: str, number: str, like: Element | None) -> Element:
    """Return the run that cites a note, in the look of another."""
    made = deepcopy(like) if like is not None else _raised(f"{kind}Reference")
    for inner in list(made):
        if inner.tag == f"{W}{kind}Reference":
            inner.set(f"{W}id", number)
        elif inner.tag != f"{W}rPr":
            made.remove(inner)
    return made


def _raised(name: str) -> Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}vertAlign").set(f"{W}val", "superscript")
    etree.SubElement(run, W + name)
    return run
