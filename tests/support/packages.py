"""What an office program asks of a package (ECMA-376 part 2) before it opens a file without offering to repair it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from support.words import PACKAGE, R
from support.words import W as WORD

_TYPES, _RELATED = f"{{{PACKAGE}/content-types}}", f"{{{PACKAGE}/relationships}}"
_W = f"{{{WORD}}}"
_CITED = {
    "footnoteReference": ("word/footnotes.xml", "footnote"),
    "endnoteReference": ("word/endnotes.xml", "endnote"),
    "commentReference": ("word/comments.xml", "comment"),
}


def package_faults(content: bytes) -> list[str]:
    """Return what is wrong with a package, a line for each fault."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [each for each in archive.namelist() if not each.endswith("/")]
        parts = {name: archive.read(name) for name in names}
    twice = [f"{name} stands twice" for name, count in Counter(names).items() if count > 1]
    roots: dict[str, Any] = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    return [*twice, *_without_type(roots, names), *_related_to_nothing(roots, names), *_cited_nowhere(roots)]


def _without_type(roots: Mapping[str, Any], names: list[str]) -> Iterator[str]:
    types = roots["[Content_Types].xml"]
    own = Counter(each.get("PartName").lstrip("/") for each in types.iter(f"{_TYPES}Override"))
    kinds = {each.get("Extension").lower() for each in types.iter(f"{_TYPES}Default")}
    yield from (f"{name} has two types" for name, count in own.items() if count > 1)
    yield from (f"a type is told of {name}, which is not there" for name in own if name not in names)
    for name in names:
        if name != "[Content_Types].xml" and name not in own and name.rpartition(".")[2].lower() not in kinds:
            yield f"{name} has no type"


def _related_to_nothing(roots: Mapping[str, Any], names: list[str]) -> Iterator[str]:
    known: dict[str, set[str]] = {}
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder, _, part = name.rpartition("_rels/")
        related = [*root.iter(f"{_RELATED}Relationship")]
        known[folder + part.removesuffix(".rels")] = {each.get("Id") for each in related}
        yield from (f"{name}: {id_} is two" for id_, count in Counter(each.get("Id") for each in related).items() if count > 1)
        for each in related:
            target = each.get("Target")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if each.get("TargetMode") != "External" and path not in names:
                yield f"{name}: {path} is not there"
    for name, root in roots.items():
        used = {value for element in root.iter(etree.Element) for key, value in element.attrib.items() if str(key).startswith(f"{{{R}}}")}
        yield from (f"{name}: {id_} is related to nothing" for id_ in sorted(used - known.get(name, set())) if id_)


def _cited_nowhere(roots: Mapping[str, Any]) -> Iterator[str]:
    for name, root in roots.items():
        for sign, (part, kind) in _CITED.items():
            cited = {each.get(f"{_W}id") for each in root.iter(f"{_W}{sign}")}
            held = {each.get(f"{_W}id") for each in roots[part].iter(f"{_W}{kind}")} if part in roots else set()
            yield from (f"{name}: {kind} {id_} is not there" for id_ in sorted(cited - held))


def without(content: bytes, name: str) -> bytes:
    """Return a package without one of its parts."""
    return _written({each: part for each, part in _parts(content).items() if each != name})


def beside(content: bytes, name: str, part: bytes) -> bytes:
    """Return a package with one part more, which nothing tells of."""
    return _written(_parts(content) | {name: part})


def replaced(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return a package with something in a part replaced."""
    return _written({each: part.replace(old, new) if each == name else part for each, part in _parts(content).items()})


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _written(parts: Mapping[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return output.getvalue()
