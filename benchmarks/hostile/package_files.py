"""Word files whose package or parts say other things than they hold, refer to one another in circles, or ask for what lies outside."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

from benchmarks.hostile.word_files import OFFICE, PACKAGE, SENTENCE, TYPES, W, made_of

R = f'xmlns:r="{OFFICE}"'
LISTED, HELD = b"PK\x01\x02", b"PK\x03\x04"
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>500 kr</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
OUTSIDE = ("altChunk", "subDoc", "object")
CODES = (
    'DDEAUTO c:\\\\cmd "/k calc"',
    'INCLUDETEXT "/etc/passwd"',
    'INCLUDEPICTURE "http://127.0.0.1:9/x"',
    'LINK Excel.Sheet.8 "/etc/passwd"',
)
ITSELF = (
    '<w:style w:type="paragraph" w:styleId="S0"><w:name w:val="S0"/><w:basedOn w:val="S0"/><w:link w:val="S0"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
NEGATIVE = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="-5"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1%2%3%4%5%6%7%8%9"/><w:pStyle w:val="S0"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="99999"><w:startOverride w:val="x"/></w:lvlOverride></w:num>'
)
NO_NUMBERS = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="-99"/><w:numId w:val="99999999999999999999"/></w:numPr><w:outlineLvl w:val="1e9"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="-inf"/><w:color w:val="nan"/></w:rPr><w:t>412 kr</w:t></w:r></w:p>'
    f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-3"/><w:vMerge w:val="x"/></w:tcPr>{SENTENCE}</w:tc></w:tr></w:tbl>'
)


def _plain(document: bytes | None = None, *, forced: bool = False, main: str = "word/document.xml") -> bytes:
    """Return a package with nothing but a document."""
    written = io.BytesIO()
    related = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{main}"/>'
    start = f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
    parts = {"[Content_Types].xml": TYPES.encode(), "_rels/.rels": start.encode(), main: document or _document(SENTENCE).encode()}
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=forced) as part:
                part.write(content)
    return written.getvalue()


def _document(body: str) -> str:
    return f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def _encoded(encoding: str) -> bytes:
    return _plain(f'<?xml version="1.0" encoding="{encoding}"?>{_document(SENTENCE)}'.encode(encoding))


def _headed(head: str) -> bytes:
    return _plain((head + _document(SENTENCE)).encode())


def _altered(sign: bytes, at: int, form: str, value: int) -> bytes:
    """Return a package with a number changed in each entry of its list, or before each part."""
    content = bytearray(_plain())
    start = content.find(sign)
    while start >= 0:
        struct.pack_into(form, content, start + at, value)
        start = content.find(sign, start + 4)
    return bytes(content)


def _twice() -> bytes:
    """Return a package that has its document twice: programs take the one or the other."""
    written = io.BytesIO(_plain())
    other = SENTENCE.replace("412", "999")
    with zipfile.ZipFile(written, "a") as archive:
        first = archive.infolist()[-1].filename
        archive.filelist[-1].filename = "other"
        archive.NameToInfo.pop(first)
        archive.writestr(first, _document(other))
    return written.getvalue().replace(b"other", first.encode())


def _leading_out() -> bytes:
    targets = ("http://127.0.0.1:9/a.html", "file:///etc/passwd", "file:///etc/passwd", "file://127.0.0.1/t.dotm")
    kinds = ("aFChunk", "subDocument", "oleObject", "attachedTemplate")
    body = "".join(f'<w:{name} r:id="r{at + 2}"/>' for at, name in enumerate(OUTSIDE))
    return made_of(SENTENCE + body, related=tuple(zip(kinds, targets, strict=True)), external=True)


def _notes_in_circles() -> bytes:
    note = '<w:p><w:r><w:t>412 kr</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    parts = {"word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="1">{note}</w:footnote></w:footnotes>'.encode()}
    return made_of(note, related=(("footnotes", "footnotes.xml"),), parts=parts)


def _document_for_all() -> bytes:
    kinds = ("header", "footnotes", "comments", "settings")
    return made_of(SENTENCE, related=tuple((kind, "document.xml") for kind in kinds))


PACKAGE_FILES: dict[str, Callable[[], bytes]] = {
    "document-twice.docx": _twice,
    "sizes-too-small.docx": lambda: _altered(LISTED, 24, "<I", 10),
    "sizes-too-large.docx": lambda: _altered(LISTED, 24, "<I", 0xFFFFFFF0),
    "parts-in-one-place.docx": lambda: _altered(LISTED, 42, "<I", 0),
    "packed-unknown.docx": lambda: _altered(LISTED, 10, "<H", 99),
    "parts-encrypted.docx": lambda: _altered(LISTED, 8, "<H", 1),
    "sizes-of-64-bits.docx": lambda: _plain(forced=True),
    "list-of-64-bits-elsewhere.docx": lambda: _plain() + b"PK\x06\x07" + struct.pack("<IQI", 0, 2**62, 1) + _plain()[-22:],
    "text-of-100-mb.docx": lambda: made_of(f"<w:p><w:r><w:t>{'Avgiften är 412 kr. ' * 5_000_000}</w:t></w:r></w:p>"),
    "controls-20-000-deep.docx": lambda: made_of("<w:sdt><w:sdtContent>" * 20_000 + SENTENCE + "</w:sdtContent></w:sdt>" * 20_000),
    "half.docx": lambda: _plain()[:400],
    "without-list.docx": lambda: _plain().partition(LISTED)[0],
    "document-outside.docx": lambda: _plain(main="../../word/document.xml"),
    "utf-16.docx": lambda: _encoded("utf-16"),
    "utf-7.docx": lambda: _encoded("utf-7"),
    "dtd-from-the-network.docx": lambda: _headed('<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "entity-in-an-entity.docx": lambda: _headed("<!DOCTYPE w [<!ENTITY % a \"<!ENTITY &#37; b SYSTEM 'file:///etc/passwd'>\"> %a; %b;]>"),
    "stylesheet-from-the-network.docx": lambda: _headed('<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>'),
    "leads-out-in-four-ways.docx": _leading_out,
    "fields-that-run.docx": lambda: made_of(SENTENCE + "".join(map(FIELD.format, CODES))),
    "fields-without-end.docx": lambda: made_of(
        SENTENCE + "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 50_000 + "</w:p>" + SENTENCE
    ),
    "notes-in-circles.docx": _notes_in_circles,
    "document-for-every-part.docx": _document_for_all,
    "style-in-itself.docx": lambda: made_of(
        SENTENCE.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr>') * 9, styles=ITSELF, numbering=NEGATIVE
    ),
    "numbers-that-are-none.docx": lambda: made_of(NO_NUMBERS + SENTENCE),
    "runs-500-000.docx": lambda: made_of("<w:p>" + "<w:r><w:t>1</w:t></w:r>" * 500_000 + "</w:p>" + SENTENCE),
    "cells-in-a-row-20-000.docx": lambda: made_of(f"<w:tbl><w:tr>{f'<w:tc>{SENTENCE}</w:tc>' * 20_000}</w:tr></w:tbl>"),
    "attribute-of-10-mb.docx": lambda: made_of(f'{SENTENCE}<w:p w:rsidR="{"A" * 10_000_000}"/>'),
    "attributes-100-000.docx": lambda: made_of(SENTENCE + "<w:p " + " ".join(f'w:a{at}="1"' for at in range(100_000)) + "/>"),
}
