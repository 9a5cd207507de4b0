"""Word files that unpack to far more than they hold, nest without end, or lead out of themselves."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import partial

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{MAIN}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{MAIN}.numbering+xml"/></Types>'
)
SENTENCE = "<w:p><w:r><w:t>Ersättningen är 412 kr per besök.</w:t></w:r></w:p>"
NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>412 kr</w:t></w:r></w:p>'


def _relationships(*each: tuple[str, str], external: int = 0) -> str:
    """Return relationships, the last so many of which lead outside."""
    modes = [""] * (len(each) - external) + ['TargetMode="External"'] * external
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}" {mode}/>'
        for at, ((kind, target), mode) in enumerate(zip(each, modes, strict=True))
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def made_of(
    body: str,
    *,
    head: str = "",
    styles: str = "",
    numbering: str = "",
    related: tuple[tuple[str, str], ...] = (),
    parts: dict[str, bytes] | None = None,
    external: bool = False,
) -> bytes:
    """Return a Word file with a body, and what is said of it in other parts; ``external`` says that what is related lies outside."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", _relationships(("officeDocument", "word/document.xml")))
        own = _relationships(("styles", "styles.xml"), ("numbering", "numbering.xml"), *related, external=len(related) if external else 0)
        archive.writestr("word/_rels/document.xml.rels", own)
        archive.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
        archive.writestr("word/numbering.xml", f"<w:numbering {W}>{numbering}</w:numbering>")
        archive.writestr("word/document.xml", f'{head}<w:document {W} xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>')
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return written.getvalue()


def _entities(declared: str, used: str) -> bytes:
    return made_of(SENTENCE + f"<w:p><w:r><w:t>{used}</w:t></w:r></w:p>", head=f"<!DOCTYPE w [{declared}]>")


def _entities_of_entities() -> bytes:
    declared = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10 if level else "ha"}">' for level in range(10))
    return _entities(declared, "&a9;")


def _nested(start: str, end: str, depth: int) -> bytes:
    return made_of(SENTENCE + start * depth + SENTENCE + end * depth)


def _styles(*based_on: int) -> bytes:
    each = '<w:style w:type="paragraph" w:styleId="S{0}"><w:name w:val="S{0}"/><w:basedOn w:val="S{1}"/></w:style>'
    styles = "".join(each.format(at, other) for at, other in enumerate(based_on))
    return made_of('<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr><w:r><w:t>412 kr</w:t></w:r></w:p>' + SENTENCE, styles=styles)


def _numbers(form: str) -> bytes:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return made_of(NUMBERED * 3 + SENTENCE, numbering=numbering)


def _numbers_in_a_circle() -> bytes:
    style = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
    return made_of(NUMBERED, styles=style, numbering=f'{linked}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def _spans() -> bytes:
    wide = '<w:trPr><w:gridBefore w:val="2000000000"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
    return made_of(f"<w:tbl><w:tr>{wide}{SENTENCE}</w:tc></w:tr><w:tr><w:tc>{SENTENCE}</w:tc></w:tr></w:tbl>{SENTENCE}")


def _leads_out() -> bytes:
    related = (("header", "../../../../../../etc/passwd"), ("footnotes", "file:///etc/passwd"), ("comments", "http://127.0.0.1:9/x"))
    return made_of(SENTENCE, related=related, parts={"../../../../slipped.txt": b"x", "/slipped.txt": b"x"})


WORD_FILES: dict[str, Callable[[], bytes]] = {
    "unpacks-to-700-mb.docx": lambda: made_of(SENTENCE, parts={"word/media/a.bin": b"\0" * 700_000_000}),
    "xml-of-100-mb.docx": lambda: made_of(SENTENCE + "<w:p/>" * 17_000_000),
    "xml-of-50-mb.docx": lambda: made_of(SENTENCE + '<w:p w:a="1"/>' * 3_500_000),
    "entities-of-entities.docx": _entities_of_entities,
    "one-large-entity.docx": lambda: _entities(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 50_000),
    "entity-from-a-file.docx": lambda: _entities('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
    "entity-from-the-network.docx": lambda: _entities('<!ENTITY % y SYSTEM "http://127.0.0.1:9/x"> %y;', "412 kr"),
    "changes-100-000-deep.docx": lambda: _nested('<w:ins w:id="1">', "</w:ins>", 100_000),
    "tables-75-deep.docx": lambda: _nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 75),
    "styles-in-a-circle.docx": lambda: _styles(1, 2, 0),
    "styles-60-000-deep.docx": lambda: _styles(*range(1, 60_001)),
    "numbers-in-a-circle.docx": _numbers_in_a_circle,
    **{f"number-two-billion-{form}.docx": partial(_numbers, form) for form in ("lowerRoman", "upperLetter", "ordinalText")},
    "spans-two-billion.docx": _spans,
    "leads-out-of-itself.docx": _leads_out,
    "parts-60-000.docx": lambda: made_of(SENTENCE, parts={f"word/x{at}.xml": b"<a/>" for at in range(60_000)}),
    "figure-without-end.docx": lambda: made_of(f"<w:p><w:r><w:t>Ersättningen är {'9' * 300_000} kr.</w:t></w:r></w:p>"),
}
