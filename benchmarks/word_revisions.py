"""Tracked changes held against Word's own results of "accept all" and "reject all": part of ``make bench-reading``.

Both versions of each document are compared twice. "lines": as Word's file is read by this program, with numbers and bullets.
"words": as Word's file stands in its XML, read by the few lines below alone, paragraph for paragraph, spaces apart; what a formula raises
("r²") counts as the figure that the XML holds.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree  # files that lie beside the project, not files from anywhere

from lydelse.extractors.word import extract
from lydelse.model.document import Document
from lydelse.model.readings import plain_lines, reading_of
from lydelse.model.text import Kind, Version

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "docx-revisions"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = {f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {f"{W}noBreakHyphen": "-"}

KNOWN = {
    ("RP051-Arabic", "accepted", "words"): "a typed dash is an item's marker here, and a w:sym is read as its sign",
    ("RP052-Deleted-Para-Mark", "accepted", "words"): "headings have the number that Word counts, contents no page numbers",
    ("RP052-Deleted-Para-Mark", "rejected", "words"): "headings have the number that Word counts, contents no page numbers",
}
"""What is not equal, and why; docs/tricky.md has the whole of it."""


class Result(NamedTuple):
    """One comparison of one version of one document."""

    document: str
    version: str
    way: str
    equal: bool


def main() -> int:
    """Print the table; fail where more is unlike than is known."""
    if not FOLDER.is_dir():
        print("No documents with tracked changes beside the project (../shared/corpus/docx-revisions): not measured.")
        return 0
    results = [result for name, version, redline, truth in triples() for result in compared(name, version, redline, truth)]
    names = sorted({result.document for result in results})
    print(f"{'tracked changes':42} {'accepted':>14} {'rejected':>14}")
    for name in names:
        print(f"{name:42} {_cell(results, name, 'accepted'):>14} {_cell(results, name, 'rejected'):>14}")
    unlike = [result for result in results if not result.equal]
    for each in unlike:
        print(f"  {each.document}, {each.version}, {each.way}: {KNOWN.get(each[:3], 'NOT KNOWN')}")
    print(f"{len(names)} documents; {len(results) - len(unlike)} of {len(results)} comparisons equal, {len(unlike)} not")
    return int(any(each[:3] not in KNOWN for each in unlike))


def triples() -> Iterator[tuple[str, Version, Path, Path]]:
    """Yield each document with one of its versions: its name, the version, the file and what Word made of it."""
    with (FOLDER / "triples.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            for version, column in ((Version.AFTER, "all_accepted"), (Version.BEFORE, "all_rejected")):
                if row[column]:
                    yield Path(row["redline"]).stem, version, FOLDER / row["redline"], FOLDER / row[column]


def compared(name: str, version: Version, redline: Path, truth: Path) -> Iterator[Result]:
    """Yield both comparisons of one version."""
    read = reading_of(extract(redline), version)
    called = "accepted" if version is Version.AFTER else "rejected"
    yield Result(name, called, "lines", plain_lines(read) == plain_lines(extract(truth)))
    yield Result(name, called, "words", list(words_of(read)) == list(words_in(truth)))


def words_of(document: Document) -> Iterator[str]:
    """Yield the text of each paragraph of the body, cells included and notes not, without spaces."""
    texts = (unicodedata.normalize("NFKC", "".join(p.marked_text.split())) for p in document.paragraphs if p.kind is not Kind.FOOTNOTE)
    yield from (text for text in texts if text)


def words_in(file: Path) -> Iterator[str]:
    """Yield the text of each paragraph of a Word file without changes, without spaces, by nothing but its XML."""
    with zipfile.ZipFile(file) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    paragraphs: list[list[str]] = [[]]
    _collect(root, paragraphs, paragraphs[0])
    texts = (unicodedata.normalize("NFKC", "".join("".join(each).split())) for each in paragraphs)
    yield from (text for text in texts if text)


def _collect(parent: ElementTree.Element, paragraphs: list[list[str]], current: list[str]) -> None:
    for element in parent:
        if element.tag == f"{W}p":
            paragraphs.append([])
            _collect(element, paragraphs, paragraphs[-1])
        elif element.tag in TEXT or element.tag in SIGNS:
            current.append(SIGNS.get(element.tag) or element.text or "")
        elif element.tag != FALLBACK:
            _collect(element, paragraphs, current)


def _cell(results: list[Result], name: str, version: str) -> str:
    own = [result for result in results if (result.document, result.version) == (name, version)]
    unlike = [result.way for result in own if not result.equal]
    return f"not: {', '.join(unlike)}" if unlike else "equal" if own else "-"


if __name__ == "__main__":
    sys.exit(main())
