"""The fence around PDF: the only package that touches PDFium and pdfplumber.

``with open_pdf(path) as pdf: for page in pdf.pages(): ...`` gives pages one at a time, each wholly read into our own types. PDFium
is not thread-safe: one thread reads at a time.
"""

from __future__ import annotations

from lydelse.formats.pdf.file import PdfFile, open_pdf
from lydelse.formats.pdf.page import Annotation, BrokenPage, Fill, Glyph, Page, Stroke

__all__ = ["Annotation", "BrokenPage", "Fill", "Glyph", "Page", "PdfFile", "Stroke", "open_pdf"]
