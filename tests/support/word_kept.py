"""Whether the redline in a copy of a Word file is that file and our changes: with ours accepted, every other element is as it was."""

from __future__ import annotations

import io
import zipfile
from itertools import groupby
from typing import Any

from lxml import etree

from support.word_schema import TEXT_PARTS, W

Tree = Any
"""An element: the stubs give its type no public name, and every lookup in it may be None."""
AUTHOR = "lydelse"
_MARKS = tuple(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "moveFromRangeStart", "moveToRangeStart")
)


def what_changed(original: bytes, redline: bytes) -> list[str]:
    """Return the parts of the file that are another once our changes are accepted, and those that are not byte for byte the same."""
    ours, theirs = (_parts(content) for content in (redline, original))
    added = set(ours) - set(theirs)
    known = {"[Content_Types].xml", "word/_rels/document.xml.rels"} if added else set()
    found = [f"{name} is gone" for name in set(theirs) - set(ours)]
    found += [f"{name} is new" for name in added if not name.startswith(("word/footnotes", "word/endnotes"))]
    for name in set(ours) & set(theirs) - known:
        if ours[name] != theirs[name] and not (
            name.startswith("word/")
            and name[5:].startswith(TEXT_PARTS)
            and _meaning(ours[name], _notes_in(theirs[name])) == _meaning(theirs[name], None)
        ):
            found.append(f"{name} is another")
    return found


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _notes_in(part: bytes) -> set[str | None]:
    return {each.get(f"{W}id") for each in etree.fromstring(part).iter(f"{W}footnote", f"{W}endnote")}


def _meaning(part: bytes, notes: set[str | None] | None) -> bytes:
    """Return a part as canonical XML, our changes accepted and runs that were cut as one again; the numbers of changes are no meaning.

    Of the notes those that are named: one that nothing cites any more goes with its sign.
    """
    root: Tree = etree.fromstring(part)
    for note in list(root.iter(f"{W}footnote", f"{W}endnote")):
        if notes is not None and note.get(f"{W}id") not in notes:
            root.remove(note)
    _accept_ours(root)
    for paragraph in list(root.iterfind(f"{W}*/{W}p")):
        if len(paragraph.getparent()) == 1 and not len(paragraph) and not paragraph.attrib:
            paragraph.getparent().remove(paragraph)  # a note must have a paragraph: one without any gets an empty one
    for parent in list(root.iter(etree.Element)):
        _join_alike(parent)
    for each in root.iter(etree.Element):
        if each.get(f"{W}author") is not None:
            each.attrib.pop(f"{W}id", "")
        if each.tag == f"{W}t":
            each.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", "")
    return etree.tostring(root, method="c14n")


def _accept_ours(root: Tree) -> None:
    ours = [each for each in root.iter(*_MARKS) if each.get(f"{W}author") == AUTHOR]
    ranges = {each.get(f"{W}id") for each in ours if str(each.tag).endswith("RangeStart")}
    ended = [
        each.getparent().getparent().getparent()
        for each in ours
        if each.getparent().tag == f"{W}rPr" and each.tag in {f"{W}del", f"{W}moveFrom"}
    ]
    rows = [each.getparent().getparent() for each in ours if each.getparent().tag == f"{W}trPr" and each.tag == f"{W}del"]
    cells = [each.getparent().getparent() for each in ours if each.tag == f"{W}cellDel"]
    for each in ours:
        parent = each.getparent()
        for inner in list(each) if each.tag in {f"{W}ins", f"{W}moveTo"} else ():
            each.addprevious(inner)
        parent.remove(each)
        while parent.tag in {f"{W}rPr", f"{W}pPr", f"{W}trPr", f"{W}tcPr"} and not len(parent):
            parent, empty = parent.getparent(), parent
            parent.remove(empty)
    for each in [each for each in root.iter(f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd") if each.get(f"{W}id") in ranges]:
        each.getparent().remove(each)
    for each in [*rows, *cells]:
        each.getparent().remove(each)
    for paragraph in ended:
        _join_to_next(paragraph)
    for table in [table for table in root.iter(f"{W}tbl") if table.find(f"{W}tr") is None]:
        for beside in (table.getprevious(), table.getnext()):
            if beside is not None and beside.tag == f"{W}p" and not len(beside) and not beside.attrib:
                table.getparent().remove(beside)  # it parted our struck table from another
                break
        table.getparent().remove(table)
    _remove_last_below_table(root)


def _remove_last_below_table(root: Tree) -> None:
    """Take an empty paragraph away that stands last: Word wants one below a table, as below a struck one that stands last."""
    for last in [each.getprevious() for each in root.iterfind(f"{W}body/{W}sectPr")]:
        if last is not None and last.tag == f"{W}p" and not len(last) and not last.attrib:
            last.getparent().remove(last)


def _join_to_next(paragraph: Tree) -> None:
    following = paragraph.getnext()
    content = [inner for inner in paragraph if inner.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        if not content:
            paragraph.getparent().remove(paragraph)
        return
    if not following.attrib:  # ours, which has no name in the file
        following.attrib.update(dict(paragraph.attrib))
    at = 1 if following.find(f"{W}pPr") is not None else 0
    for offset, inner in enumerate(content):
        following.insert(at + offset, inner)
    paragraph.getparent().remove(paragraph)


def _join_alike(parent: Tree) -> None:
    """Make one of runs, of texts and of one author's changes that stand beside one another and are alike."""
    if parent.tag == f"{W}r":
        texts = [list(group) for is_text, group in groupby(parent, key=lambda each: each.tag == f"{W}t") if is_text]
        for first, *more in texts:
            first.text = "".join(each.text or "" for each in (first, *more))
            for each in more:
                parent.remove(each)
        return
    last: Tree | None = None
    for each in list(parent):
        if last is not None and _are_alike(last, each):
            last.extend([inner for inner in each if inner.tag != f"{W}rPr"])
            parent.remove(each)
            continue
        last = each
    for each in parent:
        if each.tag == f"{W}r":
            _join_alike(each)


def _are_alike(one: Tree, other: Tree) -> bool:
    if one.tag != other.tag or other.tag not in {f"{W}r", f"{W}ins", f"{W}moveTo"}:
        return False
    if other.tag == f"{W}r":
        looks = [each.find(f"{W}rPr") for each in (one, other)]
        return len({b"" if look is None else etree.tostring(look, method="c14n") for look in looks}) == 1
    return [one.get(f"{W}{name}") for name in ("author", "date")] == [other.get(f"{W}{name}") for name in ("author", "date")]
