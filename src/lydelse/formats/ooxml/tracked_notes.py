"""The footnotes of a Word file that is written anew: a part of its own, which python-docx has no template for."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from lydelse.formats.ooxml.names import Element, W
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.text import Mark, Paragraph

_LINES = {"-1": ("separator", "separator"), "0": ("continuationSeparator", "continuationSeparator")}
"""The lines between text and notes, which Word wants first of all."""


class TrackedNotes:
    """The footnotes of one file, in the order in which they are cited."""

    def __init__(self, tracking: Tracking) -> None:
        """Begin with none."""
        self._tracking = tracking
        self._root = etree.Element(f"{W}footnotes", nsmap={"w": W.strip("{}")})
        for number, (kind, sign) in _LINES.items():
            line = etree.SubElement(self._root, f"{W}footnote")
            line.set(f"{W}type", kind)
            line.set(f"{W}id", number)
            etree.SubElement(etree.SubElement(etree.SubElement(line, f"{W}p"), f"{W}r"), f"{W}{sign}")
        self._count = 0

    def cite(self, note: Sequence[Paragraph], cited_in: Element) -> None:
        """Add a note of one or more paragraphs, cited last in a paragraph; where all of it is struck or inserted its sign is too."""
        self._count += 1
        marks = {run.mark for paragraph in note for run in paragraph.runs if run.text.strip()}
        mark = marks.pop() if len(marks) == 1 else Mark.KEPT
        sign = _raised("footnoteReference")
        sign[-1].set(f"{W}id", str(self._count))
        cited_in.append(sign if mark is Mark.KEPT else self._tracking.around([sign], mark))
        made = etree.SubElement(self._root, f"{W}footnote")
        made.set(f"{W}id", str(self._count))
        for at, paragraph in enumerate(note):
            held = etree.SubElement(made, f"{W}p")
            if not at:
                held.append(_raised("footnoteRef"))
                etree.SubElement(etree.SubElement(held, f"{W}r"), f"{W}t").text = " "
                held[-1][-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            held.extend([self._tracking.run(run, None) for run in paragraph.runs])
            if at < len(note) - 1:
                self._tracking.end(held, paragraph.ending)

    def put_in(self, word: WordDocument) -> None:
        """Put the notes in the file; nothing where there is none."""
        if self._count:
            content = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
            part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, content, word.part.package)
            word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _raised(name: str) -> Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}vertAlign").set(f"{W}val", "superscript")
    etree.SubElement(run, W + name)
    return run
