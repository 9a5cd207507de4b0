"""Files that were made to be too much, or to lead a reader elsewhere: one maker each, by name."""

from benchmarks.hostile.package_files import PACKAGE_FILES
from benchmarks.hostile.painted_files import PAINTED_FILES
from benchmarks.hostile.pdf_circles import PDF_CIRCLES
from benchmarks.hostile.pdf_files import PDF_FILES
from benchmarks.hostile.sheet_files import SHEET_FILES
from benchmarks.hostile.text_files import TEXT_FILES
from benchmarks.hostile.word_files import WORD_FILES

HOSTILE = {**PDF_FILES, **PDF_CIRCLES, **PAINTED_FILES, **SHEET_FILES, **WORD_FILES, **PACKAGE_FILES, **TEXT_FILES}
"""The name of each file, and what makes its content."""

__all__ = ["HOSTILE"]
