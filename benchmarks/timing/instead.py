"""What a user would take instead of each command: other programs on the same files.

Those that compare Word files stand in an environment of their own (``others.txt``), so that nothing of theirs is among our own libraries.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from benchmarks.timing.documents import Files
from benchmarks.timing.runs import PYTHON

OTHERS = Path(__file__).resolve().parents[2] / "out" / "others" / "bin" / "python"
OBJECTS = "import sys, pdfplumber\nwith pdfplumber.open(sys.argv[1]) as pdf:\n    for page in pdf.pages: page.objects; page.close()"
WORDS = "import sys, pdfplumber\nwith pdfplumber.open(sys.argv[1]) as pdf:\n    for page in pdf.pages: page.extract_words(); page.close()"
PLAIN = """
import sys, docx
document = docx.Document(sys.argv[1])
for paragraph in document.paragraphs: paragraph.text
for table in document.tables:
    for row in table.rows:
        for cell in row.cells: cell.text
"""
DOCXODUS = """
import sys
from pathlib import Path
from python_redlines.engines import DocxodusEngine
redline = DocxodusEngine().run_redline("x", Path(sys.argv[1]).read_bytes(), Path(sys.argv[2]).read_bytes())
assert redline[0]
"""
REDLINES = """
import sys, zipfile
from xml.etree import ElementTree
from redlines import Redlines
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
def text(file):
    body = ElementTree.fromstring(zipfile.ZipFile(file).read("word/document.xml"))
    return "\\n\\n".join("".join(each.text or "" for each in paragraph.iter(W + "t")) for paragraph in body.iter(W + "p"))
assert Redlines(text(sys.argv[1]), text(sys.argv[2])).output_markdown
"""

Commands = dict[str, tuple[str | Path, ...]]
INSTEAD_OF: Mapping[str, str] = {
    "pdfplumber, objects": "extract",
    "pdfplumber, words": "extract",
    "pdftotext -bbox": "extract",
    "python-docx": "extract",
    "python-redlines (Docxodus)": "compare",
    "docx-trackdiff": "compare",
    "redlines": "compare",
}
"""The command that each stands beside."""


def instead(files: Files) -> Commands:
    """Return what reads or compares the same files otherwise; what is not installed is left out."""
    return _for_word(files) if files.redline.suffix == ".docx" else _for_pdf(files)


def _for_pdf(files: Files) -> Commands:
    poppler = shutil.which("pdftotext")
    return {
        "pdfplumber, objects": (*PYTHON, OBJECTS, files.redline),
        "pdfplumber, words": (*PYTHON, WORDS, files.redline),
        **({"pdftotext -bbox": (poppler, "-bbox", files.redline, "/dev/null")} if poppler else {}),
    }


def _for_word(files: Files) -> Commands:
    plain: Commands = {"python-docx": (*PYTHON, PLAIN, files.redline)}
    if not OTHERS.exists():
        return plain
    result = files.redline.with_name("others.docx")
    return plain | {
        "python-redlines (Docxodus)": (OTHERS, "-c", DOCXODUS, files.before, files.after),
        "docx-trackdiff": (OTHERS, "-m", "docx_trackdiff.compare", files.before, files.after, result),
        "redlines": (OTHERS, "-c", REDLINES, files.before, files.after),
    }
