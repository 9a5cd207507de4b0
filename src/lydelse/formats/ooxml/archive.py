"""A Word file as an archive to be written again: the parts that nobody changes stay the very bytes that they were."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from lydelse.formats.ooxml.names import STRICT, Element

_ROOTS = "_rels/.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIPS = (
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
"""How the relationships of a Strict file begin, and of any other."""
_DATED = (1980, 1, 1, 0, 0, 0)  # a part that is added depends on no clock


class Archive:
    """The parts of a Word file by the last word of the relationship that leads to them, and the whole of it as bytes."""

    def __init__(self, content: bytes) -> None:
        """Open an archive that has been read before, and so is known to be sound."""
        self._content = content
        self._roots: dict[str, Element] = {}
        self._read: dict[str, bytes] = {}
        self._strict: set[str] = set()
        self._added: dict[str, str] = {}
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._names = {entry.filename.replace("\\", "/").lstrip("/"): entry.filename for entry in archive.infolist()}
        self.main = self._targets(_ROOTS).get("officeDocument", ["word/document.xml"])[0]
        folder, name = posixpath.split(self.main)
        self._all_related = self._targets(f"{folder}/_rels/{name}.rels")
        self._related = {kind: names[0] for kind, names in self._all_related.items()}

    @property
    def document(self) -> Element:
        """The main part."""
        return self._root(self.main)

    def part(self, kind: str) -> Element | None:
        """Return the part that the document calls its "styles", "numbering", "footnotes" ...; None where it has none."""
        name = self._related.get(kind)
        return self._root(name) if name in self._names or name in self._added else None

    def parts(self, kind: str) -> list[Element]:
        """Return all the parts that the document calls by one word ("header", "footer", ...), in the order of its relationships."""
        return [self._root(name) for name in self._all_related.get(kind, ()) if name in self._names]

    def add_part(self, kind: str, root: Element, content_type: str) -> None:
        """Add a part beside the document, which calls it by a word."""
        folder, name = posixpath.split(self.main)
        added = f"{folder}/{kind}.xml"
        self._roots[added], self._added[added] = root, content_type
        self._related[kind] = added
        self._all_related[kind] = [added]
        related = self._root(f"{folder}/_rels/{name}.rels")
        strict = next(
            (each for each in _RELATIONSHIPS if any((one.get("Type") or "").startswith(each) for one in related)), _RELATIONSHIPS[-1]
        )
        relationship = etree.SubElement(related, f"{{{_PACKAGE}/relationships}}Relationship")
        for attribute, value in (("Id", f"lydelse{len(related)}"), ("Type", f"{strict}/{kind}"), ("Target", f"{kind}.xml")):
            relationship.set(attribute, value)
        types = etree.SubElement(self._root("[Content_Types].xml"), f"{{{_PACKAGE}/content-types}}Override")
        types.set("PartName", f"/{added}")
        types.set("ContentType", content_type)

    def as_bytes(self) -> bytes:
        """Return the archive with the changed parts written anew."""
        written = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._content)) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
            for entry in source.infolist():
                name = entry.filename.replace("\\", "/").lstrip("/")
                target.writestr(entry, self._written(name) or source.read(entry))
            for name in self._added:
                target.writestr(zipfile.ZipInfo(name, _DATED), _serialised(self._roots[name]), zipfile.ZIP_DEFLATED)
        return written.getvalue()

    def _targets(self, part: str) -> dict[str, list[str]]:
        if part not in self._names:
            return {}
        folder = posixpath.dirname(posixpath.dirname(part))
        targets: dict[str, list[str]] = {}
        for relationship in _parsed(self._bytes_of(part)):
            target = relationship.get("Target") or ""
            if relationship.get("TargetMode") != "External":
                name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                targets.setdefault((relationship.get("Type") or "").rsplit("/", 1)[-1], []).append(name)
        return targets

    def _bytes_of(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self._content)) as archive:
            return archive.read(self._names[name])

    def _root(self, name: str) -> Element:
        if name not in self._roots:
            content = self._bytes_of(name)
            for strict, transitional in STRICT.items():
                if strict in content:
                    self._strict.add(name)
                    content = content.replace(strict, transitional)
            self._roots[name] = _parsed(content)
            self._read[name] = _serialised(self._roots[name])
        return self._roots[name]

    def _written(self, name: str) -> bytes | None:
        """Return a part that was changed, None where it was not: it then stays as it is."""
        root = self._roots.get(name)
        content = _serialised(root) if root is not None else b""
        if root is None or content == self._read[name]:
            return None
        for strict, transitional in STRICT.items() if name in self._strict else ():
            content = content.replace(transitional, strict)
        return content


def _parsed(content: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def _serialised(root: Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
