"""Opening the package: the archive, its relationships, and the parts that are read, as trees.

A part that is missing, damaged or of a kind that is not known leaves the rest to be read, as Word does. python-docx reads every part
that the document is related to and fails as a whole where one of them is odd; it is used to write, not to read.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from lydelse.errors import UnreadableFileError
from lydelse.formats.bounds import bounds
from lydelse.formats.ooxml.locked import is_locked
from lydelse.formats.ooxml.names import STRICT, Element, W
from lydelse.formats.ooxml.symbols import UNKNOWN
from lydelse.records import dataclass, field

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROOTS = "_rels/.rels"


class _Related(NamedTuple):
    kind: str
    root: Element | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a Word file that are read, as trees. ``damaged`` are those that are not well-formed."""

    document: Element
    related: dict[str, Element] = field(default_factory=dict)
    headers: tuple[Element, ...] = ()
    footers: tuple[Element, ...] = ()
    damaged: tuple[str, ...] = ()


def open_parts(path: Path) -> Parts:
    """Return the parts of a Word file.

    Raises:
        UnreadableFileError: the file is empty, protected, damaged, too large, or no Word file.
    """
    _refuse_what_is_no_package(path)
    return _in_archive(path)


def _refuse_what_is_no_package(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(_OLE))
    if not start:
        raise UnreadableFileError("error.empty", file=path.name)
    if start == _OLE:
        raise UnreadableFileError("error.password" if is_locked(path.read_bytes()) else "error.not-word", file=path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as damaged:
        raise UnreadableFileError("error.damaged-word", file=path.name) from damaged
    xml = [entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
    most = bounds()
    if sum(entry.file_size for entry in entries) > most.unpacked or max(xml, default=0) > most.xml:
        raise UnreadableFileError("error.too-large", file=path.name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError("error.word-password", file=path.name)


def _in_archive(path: Path) -> Parts:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in archive.infolist()}
            main = next(
                (target for kind, target in _relationships(archive, names, _ROOTS) if kind == "officeDocument"), "word/document.xml"
            )
            if main not in names:
                raise UnreadableFileError("error.not-word", file=path.name)
            root = _parsed(archive.read(names[main]))
            if root.tag != f"{W}document":
                raise UnreadableFileError("error.not-word", file=path.name)
            folder, name = posixpath.split(main)
            targets = [*_relationships(archive, names, f"{folder}/_rels/{name}.rels"), *_relationships(archive, names, _ROOTS)]
            return _parts(root, [_Related(kind, _part(archive, names, target)) for kind, target in targets if kind in _READ])
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, OSError, RuntimeError) as damaged:
        raise UnreadableFileError("error.damaged-word", file=path.name) from damaged


def _relationships(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], part: str) -> Iterator[tuple[str, str]]:
    root = _part(archive, names, part)
    folder = posixpath.dirname(posixpath.dirname(part))
    for relationship in root if root is not None else ():
        if relationship.get("TargetMode") != "External":
            target = relationship.get("Target") or ""
            name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield _kind(relationship.get("Type") or ""), name


def _part(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], name: str) -> Element | None:
    try:
        return _parsed(archive.read(names[name])) if name in names else None
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError):
        return None


_READ = frozenset(
    {
        "styles",
        "numbering",
        "settings",
        "footnotes",
        "endnotes",
        "comments",
        "commentsExtended",
        "header",
        "footer",
        "core-properties",
        "extended-properties",
    }
)
"""The relationships that lead to parts with something to read, by the last word of their type."""


def _kind(relationship_type: str) -> str:
    last = relationship_type.rsplit("/", 1)[-1]
    return {"coreProperties": "core-properties", "extendedProperties": "extended-properties"}.get(last, last)


def _parts(document: Element, related: Iterable[_Related]) -> Parts:
    found: dict[str, Element] = {}
    repeated: dict[str, list[Element]] = {"header": [], "footer": []}
    damaged: list[str] = []
    for kind, root in related:
        if root is None:
            damaged.append(kind)
        elif kind in repeated:
            repeated[kind].append(root)
        else:
            found.setdefault(kind, root)
    return Parts(document, found, tuple(repeated["header"]), tuple(repeated["footer"]), tuple(damaged))


def _parsed(content: bytes) -> Element:
    root = _tree(content)
    if any(str(each).encode() in STRICT for each in root.nsmap.values()):  # in an encoding of its own, where no bytes were seen to be
        content = etree.tostring(root, encoding="UTF-8")
        for strict, transitional in STRICT.items():
            content = content.replace(strict, transitional)
        root = _tree(content)
    return _without_entities(root)


def _tree(content: bytes) -> Element:
    for strict, transitional in STRICT.items():
        content = content.replace(strict, transitional)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    return etree.fromstring(content, parser)


def _without_entities(root: Element) -> Element:
    """Return a tree with a sign for what is not known in place of each reference to an entity: nothing is looked up or expanded."""
    for entity in [*root.iter(etree.Entity)]:
        parent, left = entity.getparent(), entity.getprevious()
        kept = f"{UNKNOWN}{entity.tail or ''}"
        if left is not None:
            left.tail = (left.tail or "") + kept
        elif parent is not None:
            parent.text = (parent.text or "") + kept
        entity.tail = None
        if parent is not None:
            parent.remove(entity)
    return root
