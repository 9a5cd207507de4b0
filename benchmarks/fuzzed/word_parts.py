"""Word files made of any bytes: the XML is always whole, what it says is not.

A change to the bytes of XML is damage in nine of ten, and the parser refuses it. Here each byte is a step instead: open an element, give it
an attribute, write a piece of text, close. So elements stand where they never do, with values that nobody gives them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from benchmarks.hostile.word_files import OFFICE, PACKAGE, TYPES, W

NAMESPACES = (
    f'{W} xmlns:r="{OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OF_WORD = (
    "p r t tbl tr tc ins del moveFrom moveTo pPr rPr numPr numId ilvl pStyle rStyle strike dstrike u color highlight vanish "
    "sdt sdtContent sdtPr fldSimple instrText fldChar hyperlink footnoteReference endnoteReference delText tab br drawing "
    "pict txbxContent gridSpan vMerge tcPr trPr tblPr sectPr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd "
    "commentReference sym noBreakHyphen softHyphen cellIns cellDel cellMerge pPrChange rPrChange tblPrChange framePr smartTag "
    "customXml outlineLvl caps smallCaps vertAlign sz shd jc moveFromRangeStart moveFromRangeEnd headerReference ptab ruby "
    "rubyBase rt dir bdo tblGrid gridCol gridBefore hMerge altChunk subDoc"
)
_OF_OTHERS = "mc:AlternateContent mc:Choice mc:Fallback m:oMath m:r m:t v:textbox v:shape"
ELEMENTS = (*(f"w:{name}" for name in _OF_WORD.split()), *_OF_OTHERS.split())
_NAMES = (
    "w:val w:id w:author w:date w:type w:fldCharType w:instr w:anchor w:char w:font w:name w:fill w:themeColor w:dropCap w:w "
    "r:id Requires w:color"
)
ATTRIBUTES = tuple(_NAMES.split())
VALUES = (
    *("", "0", "1", "-1", "2", "3", "4", "9", "true", "false", "none", "single", "auto", "FF0000", "FFFFFF", "2000000000"),
    *("-2000000000", "1.5", "restart", "continue", "begin", "separate", "end", "PAGE", "REF x \\h", "SEQ Tabell", "TOC \\o"),
    *("superscript", "center", "white", "x", "Heading1", "Heading2", "S0", "2025-05-20T10:00:00Z", "F0B7", "Symbol"),
    *("Wingdings", "wps", "nan", "\u0660", "Kalle", "r3", "drop"),
)
TEXTS = (
    *(" ", "Ersättningen är ", "412 kr", "773 096", " tkr", "1.", "1.1 ", "a) ", "• ", "§ 12", "- ", "10 %", "2025"),
    *("den 1 januari 2026", ",", "Summa", "5,50", "-", "\u2212", "\xa0", "\xad", "\u200b", "e\u0301", "1\u0336", "(", ")"),
    *("Avsnitt 3.2", "Tabell 1", "½", "å", "xyz"),
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="S0"><w:name w:val="Utgår"/><w:rPr><w:strike/></w:rPr></w:style>'
)
_LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
_FORMS = (("decimal", "%1"), ("lowerLetter", "%1.%2"), ("upperRoman", "%3)"), ("bullet", "•"))
_LEVELS = "".join(_LEVEL.format(at, form, text) for at, (form, text) in enumerate(_FORMS))
_NUMBERING = f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>' + "".join(
    f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/></w:num>' for at in (1, 2)
)


def word_file(content: bytes) -> bytes:
    """Return a Word file of which the body, a footnote and a comment are made of bytes."""
    third = max(1, len(content) // 8)
    body, note, comment = content[2 * third :], content[:third], content[third : 2 * third]
    parts = {
        "document.xml": f"<w:document {NAMESPACES}><w:body>{xml_of(body)}</w:body></w:document>",
        "footnotes.xml": f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{xml_of(note)}</w:footnote></w:footnotes>',
        "comments.xml": f'<w:comments {NAMESPACES}><w:comment w:id="1">{xml_of(comment)}</w:comment></w:comments>',
        "styles.xml": f"<w:styles {NAMESPACES}>{_STYLES}</w:styles>",
        "numbering.xml": f"<w:numbering {NAMESPACES}>{_NUMBERING}</w:numbering>",
    }
    related = "".join(_related(at, name) for at, name in enumerate(list(parts)[1:]))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", _relationships(f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'))
        archive.writestr("word/_rels/document.xml.rels", _relationships(related))
        for name, part in parts.items():
            archive.writestr(f"word/{name}", part)
    return written.getvalue()


def xml_of(content: Iterable[int]) -> str:
    """Return elements of Word that are told by bytes: whole XML, whatever the bytes are."""
    written: list[str] = []
    started: list[str] = []
    pending: dict[str, str] | None = None
    steps = iter(content)
    for step in steps:
        which = next(steps, 0)
        if step >= 96 and pending is not None:
            written.append(_start(started[-1], pending))
            pending = None
        if step < 64:
            if pending is not None:
                written.append(_start(started[-1], pending))
            started.append(ELEMENTS[which % len(ELEMENTS)])
            pending = {}
        elif step < 96 and pending is not None:
            pending[ATTRIBUTES[step % len(ATTRIBUTES)]] = VALUES[which % len(VALUES)]
        elif step < 176:
            written.append(escape(TEXTS[which % len(TEXTS)]))
        else:
            written += [f"</{started.pop()}>" for _ in range(min(1 + which % 4, len(started)))]
    if pending is not None:
        written.append(_start(started[-1], pending))
    return "".join((*written, *(f"</{name}>" for name in reversed(started))))


def bytes_of(*steps: str) -> bytes:
    """Return the bytes that make elements: "<w:p", "w:val=1", "text 412 kr" or ">" for each step."""
    told = bytearray()
    for step in steps:
        name, _, value = step.partition("=")
        if step.startswith("<"):
            told += bytes((0, ELEMENTS.index(step[1:])))
        elif step.startswith(">"):
            told += bytes((200, len(step) - 1))
        elif name in ATTRIBUTES:
            at = next(at for at in range(64, 96) if ATTRIBUTES[at % len(ATTRIBUTES)] == name)
            told += bytes((at, VALUES.index(value)))
        else:
            told += bytes((100, TEXTS.index(step)))
    return bytes(told)


def _start(name: str, attributes: dict[str, str]) -> str:
    return f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>"


def _related(at: int, name: str) -> str:
    return f'<Relationship Id="p{at}" Type="{OFFICE}/{name.removesuffix(".xml")}" Target="{name}"/>'


def _relationships(listed: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
