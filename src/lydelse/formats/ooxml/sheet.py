"""A Word document under way: headings, paragraphs and tables in Word's own styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from lydelse.formats.ooxml.names import Element
from lydelse.formats.ooxml.sheet_rows import Cell, Content, Fit, Line, row_xml, spanned_row_xml, table_xml
from lydelse.formats.ooxml.writing import dated, new_file


class WordSheet:
    """The document."""

    def __init__(self, title: str, footer: str, fit: Fit) -> None:
        """Begin a document with its margins, its styles and its page numbers.

        Args:
            title: of the file's properties.
            footer: what stands before the number of each page.
            fit: makes each text fit for paper.
        """
        self._fit = fit
        self._said: WordParagraph | None = None
        self._word = new_file(title)
        section = self._word.sections[0]
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        self._set_styles()
        self._number_pages(section.footer.paragraphs[0], footer)

    def heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title. What is said right above it stays on its page."""
        if self._said is not None and level > 1:
            self._said.paragraph_format.keep_with_next = True
        self._said = None
        self._word.add_heading(self._fit(text), level)

    def paragraph(self, text: str, *, small: bool = False) -> None:
        """Add a paragraph."""
        self._said = self._word.add_paragraph()
        run = self._said.add_run(self._fit(text))
        run.font.size = Pt(9) if small else None

    def table(
        self, heads: Sequence[str], rows: Iterable[Sequence[Content]], widths: Sequence[float], *, figures: frozenset[int] = frozenset()
    ) -> None:
        """Add a table: its headings, repeated on each page, and its rows, none of which is parted by a page end.

        Args:
            heads: the headings of the columns.
            rows: what stands in each row; one cell alone names the rows below it.
            widths: of the columns, as shares of the page.
            figures: the columns that are set to the right.
        """
        head = row_xml([Line.of(each, bold=True) for each in heads], widths, figures, self._fit, is_head=True)
        self._add_table("".join((head, *(row_xml(row, widths, figures, self._fit) for row in rows))), widths)

    def spanned_table(self, heads: Sequence[Sequence[Cell]], rows: Iterable[Sequence[Cell]], widths: Sequence[float]) -> None:
        """Add a table whose cells may take up several columns, its rows of headings repeated on each page."""
        written = [spanned_row_xml(row, widths, self._fit, is_head=True) for row in heads]
        self._add_table("".join((*written, *(spanned_row_xml(row, widths, self._fit) for row in rows))), widths)

    def facts(self, rows: Iterable[tuple[str, str]], widths: Sequence[float] = (0.28, 0.72)) -> None:
        """Add a table of names and what they are, without headings."""
        self._add_table("".join(row_xml([Line.of(name, bold=True), value], widths, frozenset(), self._fit) for name, value in rows), widths)

    def _add_table(self, rows: str, widths: Sequence[float]) -> None:
        if self._said is not None:
            self._said.paragraph_format.keep_with_next = True
        self._said = None
        self._word.element.body.insert_element_before(parse_xml(table_xml(rows, widths)), "w:sectPr")
        self._word.add_paragraph().paragraph_format.space_after = Pt(2)

    def content(self) -> bytes:
        """Return the document as a file."""
        return dated(self._word)

    def _set_styles(self) -> None:
        self._word.styles["Normal"].font.size = Pt(10.5)
        for level, size in ((0, 20), (1, 15), (2, 12.5), (3, 11)):
            self._word.styles[f"Heading {level}" if level else "Title"].font.size = Pt(size)

    def _number_pages(self, footer: WordParagraph, before: str) -> None:
        footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        footer.add_run(f"{before} · ").font.size = Pt(9)
        for field, after in (("PAGE", " ("), ("NUMPAGES", ")")):
            for kind, code in (("begin", ""), ("", field), ("end", "")):
                run = footer.add_run()
                run.font.size = Pt(9)
                run._r.append(_field_part(kind, code))  # noqa: SLF001 - python-docx has no fields
            footer.add_run(after).font.size = Pt(9)


def _field_part(kind: str, code: str) -> Element:
    if not kind:
        instruction: Element = OxmlElement("w:instrText")
        instruction.text = code
        return instruction
    sign: Element = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    return sign
