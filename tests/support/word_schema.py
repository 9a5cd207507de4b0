"""What the schema asks of a Word file with tracked changes (ISO/IEC 29500-1, wml.xsd), as far as this project writes it."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from support.words import W as NAMESPACE

W = f"{{{NAMESPACE}}}"
Tree = Any
"""An element: the stubs give its type no public name."""
TEXT_PARTS = ("document", "footnotes", "endnotes", "header", "footer")
_ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens "
        "kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing "
        "mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
        "eastAsianLayout specVanish oMath rPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers "
        "cellIns cellDel cellMerge tcPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd "
        "tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign "
        "noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
}
_LAST_IN_ROW = ("ins", "del", "trPrChange")
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def faults_in(content: bytes) -> list[str]:
    """Return what is wrong in the parts with text, a line for each kind of fault and place."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [
            name for name in archive.namelist() if name.startswith("word/") and name[5:].rstrip("0123456789.xml").startswith(TEXT_PARTS)
        ]
        roots = {name: etree.fromstring(archive.read(name)) for name in names if name.endswith(".xml")}
    return [f"{name}: {fault}" for name, root in roots.items() for fault in (*_faults(root), *_ids(root))]


def _faults(root: Tree) -> Iterator[str]:
    for element in root.iter(etree.Element):
        name = str(element.tag).removeprefix(W)
        inner = [str(each.tag).removeprefix(W) for each in element if isinstance(each.tag, str)]
        if "lydelse" in str(element.tag) or any("lydelse" in str(key) for key in element.attrib):
            yield f"<{name}> or an attribute of it is no word of the format"
        if name in _ORDERS:
            order = _ORDERS[name].split()
            places = [order.index(each) for each in inner if each in order]
            if places != sorted(places) or (name != "sectPr" and len(places) != len(set(places))):
                yield f"the children of <{name}> stand in another order: {inner}"
        yield from _faults_in_structure(element, name, inner)


def _faults_in_structure(element: Tree, name: str, inner: list[str]) -> Iterator[str]:
    first = {"p": "pPr", "r": "rPr", "tc": "tcPr"}.get(name)
    if first in inner[1:]:
        yield f"<{first}> does not stand first in <{name}>"
    if name == "trPr" and (marks := [each for each in inner if each in _LAST_IN_ROW]) and inner[-len(marks) :] != marks:
        yield f"what changed in <trPr> does not stand last: {inner}"
    if name == "tc" and inner[-1:] != ["p"] and "sdt" not in inner:
        yield f"a cell ends with {inner[-1:]}"
    around = next(element.iterancestors(f"{W}{name}", f"{W}txbxContent"), None) if element.tag in _CHANGES and len(element) else None
    if around is not None and around.tag == element.tag:
        yield f"<{name}> stands within <{name}>"
    if name in {"t", "instrText"} and next(element.iterancestors(f"{W}del"), None) is not None:
        yield f"<{name}> stands within <del>"
    if name in {"delText", "delInstrText"} and next(element.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None:
        yield f"<{name}> stands outside of <del>"
    if name == "tbl" and (following := element.getnext()) is not None and following.tag == element.tag:
        yield "two tables touch"


def _ids(root: Tree) -> Iterator[str]:
    """Yield the numbers that two of our changes share, or one of ours with another's, and ranges without both ends."""
    changes = [each for each in root.iter(etree.Element) if each.get(f"{W}author") is not None and each.get(f"{W}id") is not None]
    shared = {number for number, count in Counter(each.get(f"{W}id") for each in changes).items() if count > 1}
    yield from (
        f"the number {each.get(f'{W}id')} is not ours alone"
        for each in changes
        if each.get(f"{W}author") == "lydelse" and each.get(f"{W}id") in shared
    )
    for kind in ("moveFromRange", "moveToRange", "commentRange", "bookmark"):
        starts, ends = (Counter(each.get(f"{W}id") for each in root.iter(f"{W}{kind}{end}")) for end in ("Start", "End"))
        if starts != ends:
            yield f"{kind}: {starts} begin and {ends} end"
