"""A Word maker: raw OOXML parts in a zip, with revisions, formatting, numbering and notes exactly where a test puts them.

Functions give XML as strings, and nest as the elements do::

    write(path, paragraph("kept ", struck(run("old")), inserted(run("new"))), table(row(cell("a"), cell("b"))))
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_AUTHOR = 'w:id="1" w:author="{author}" w:date="2025-05-20T10:00:00Z"'

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{rest}</w:style>'
    for style_id, name, rest in (
        ("Title", "Title", ""),
        ("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="2F5496"/></w:rPr>'),
        ("Rubrik2", "heading 2", '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Rubrik3", "heading 3", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        ("Kapitel", "Kapitelrubrik", '<w:basedOn w:val="Rubrik2"/>'),
        ("Innehall", "TOC Heading", '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        ("Utgar", "Utgår", "<w:rPr><w:strike/></w:rPr>"),
    )
) + (
    '<w:style w:type="character" w:styleId="Borttaget"><w:name w:val="Borttaget"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    + "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(("%1", "%1.%2", "%1.%2.%3"))
    )
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)
"""Lists: 1 numbers headings (5.1.1), 2 is bullets, 3 is "1." "a)" "i.", 4 the same begun anew at 7."""


def run(text: str, *properties: str) -> str:
    """Return a run; ``properties`` are elements of its w:rPr, such as ``STRIKE``."""
    return f'<w:r>{_in("rPr", *properties)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


STRIKE = "<w:strike/>"
DOUBLE_STRIKE = "<w:dstrike/>"
UNDERLINE = '<w:u w:val="single"/>'
BOLD = "<w:b/>"
ITALIC = "<w:i/>"
HIDDEN = "<w:vanish/>"


def colour(value: str) -> str:
    """Return the property of a text colour, six hexadecimal digits."""
    return f'<w:color w:val="{value}"/>'


def pen(value: str) -> str:
    """Return the property of a highlighter pen, by its name in English."""
    return f'<w:highlight w:val="{value}"/>'


def styled(style: str) -> str:
    """Return the property of a character style."""
    return f'<w:rStyle w:val="{style}"/>'


def inserted(*content: str, author: str = "Eva Ek") -> str:
    """Return a tracked insertion."""
    return f"<w:ins {_AUTHOR.format(author=author)}>{''.join(content)}</w:ins>"


def struck(*content: str, author: str = "Bo Berg") -> str:
    """Return a tracked deletion, its text as Word writes deleted text."""
    return f"<w:del {_AUTHOR.format(author=author)}>{_as_deleted(''.join(content))}</w:del>"


def moved_from(*content: str) -> str:
    """Return the place that text was moved from."""
    return f"<w:moveFrom {_AUTHOR.format(author='Eva Ek')}>{''.join(content)}</w:moveFrom>"


def moved_to(*content: str) -> str:
    """Return the place that text was moved to."""
    return f"<w:moveTo {_AUTHOR.format(author='Eva Ek')}>{''.join(content)}</w:moveTo>"


def field(instruction: str, *result: str) -> str:
    """Return a complex field."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{separate}{''.join(result)}{end}"


def paragraph(*content: str, style: str = "", ending: str = "", numbering: tuple[int, int] | None = None, more: str = "") -> str:
    """Return a paragraph; plain text among ``content`` becomes a run. ``ending`` names what was done to its mark: "ins", "del" ..."""
    listed = f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>' if numbering else ""
    marks = "".join(f"<w:{name} {_AUTHOR.format(author='Eva Ek')}/>" for name in ending.split())
    properties = _in("pPr", f'<w:pStyle w:val="{style}"/>' if style else "", listed, more, _in("rPr", marks))
    return f"<w:p>{properties}{''.join(map(_as_run, content))}</w:p>"


def heading(text: str, level: int = 1, **how: str) -> str:
    """Return a heading by style."""
    return paragraph(text, style=("Title", "Heading1", "Rubrik2", "Rubrik3")[level], **how)  # type: ignore[arg-type]  # strings only


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, mark: str = "", header: bool = False) -> str:
    """Return a row; ``mark`` is "ins" or "del", plain text among the cells becomes a cell."""
    properties = _in("trPr", f"<w:{mark} {_AUTHOR.format(author='Eva Ek')}/>" if mark else "", "<w:tblHeader/>" if header else "")
    return f"<w:tr>{properties}{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def cell(*content: str, span: int = 1, merge: str = "", mark: str = "") -> str:
    """Return a cell; ``merge`` is "restart" or "continue", ``mark`` "cellIns" or "cellDel"; blocks stay, the rest is one paragraph."""
    properties = _in(
        "tcPr",
        f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
        f'<w:vMerge w:val="{merge}"/>' if merge else "",
        f"<w:{mark} {_AUTHOR.format(author='Eva Ek')}/>" if mark else "",
    )
    blocks = content and content[0].startswith(("<w:p>", "<w:tbl>"))
    return f"<w:tc>{properties}{''.join(content) if blocks else paragraph(*content)}</w:tc>"


def text_box(*blocks: str) -> str:
    """Return a run with a text box as Word writes it: twice, for new readers and for old ones."""
    inside = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    new = f"<w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>'
    )


def control(*content: str) -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def cited(note: int, kind: str = "footnote") -> str:
    """Return a run that cites a note."""
    return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'


def commented(comment: int, *content: str) -> str:
    """Return content that a comment is fastened to, with its reference as Word writes it; plain text becomes a run."""
    begin, end = (f'<w:commentRange{which} w:id="{comment}"/>' for which in ("Start", "End"))
    return f'{begin}{"".join(map(_as_run, content))}{end}<w:r><w:commentReference w:id="{comment}"/></w:r>'


def comment(number: int, *lines: str, author: str = "Eva Ek", date: str = "2026-03-02T10:00:00Z") -> str:
    """Return a comment of one paragraph for each line; it goes by its number in ``threads``."""
    signed = f'w:id="{number}" w:author="{escape(author)}" w:date="{date}" w:initials="E"'
    paragraphs = "".join(paragraph(line).replace("<w:p>", f'<w:p w14:paraId="{number * 100 + at:08X}">') for at, line in enumerate(lines))
    return f"<w:comment {signed}>{paragraphs}</w:comment>"


def thread(number: int, *, answers: int | None = None, resolved: bool = False, lines: int = 1) -> str:
    """Return what commentsExtended.xml says of a comment that has so many lines, as has the one that it answers."""
    parent = "" if answers is None else f' w15:paraIdParent="{answers * 100 + lines - 1:08X}"'
    return f'<w15:commentEx w15:paraId="{number * 100 + lines - 1:08X}"{parent} w15:done="{int(resolved)}"/>'


def write(
    path: Path,
    *blocks: str,
    styles: str = STYLES,
    numbering: str = LISTS,
    notes: Mapping[str, Sequence[str]] | None = None,
    title: str = "",
    others: Mapping[str, str] | None = None,
) -> Path:
    """Write a Word file and return its path. ``notes`` are texts by kind; ``others`` header, footer ... parts by kind, as content."""
    parts = {"document": f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>", "styles": styles, "numbering": numbering}
    for kind, texts in (notes or {}).items():
        separator = f'<w:{kind} w:type="separator" w:id="0">{paragraph("-")}</w:{kind}>'
        parts[f"{kind}s"] = separator + "".join(f'<w:{kind} w:id="{at}">{paragraph(t)}</w:{kind}>' for at, t in enumerate(texts, 1))
    return zipped(path, parts | dict(others or {}), title)


_ROOTS = {"header": "w:hdr", "footer": "w:ftr", "commentsExtended": "w15:commentsEx"}


def zipped(path: Path, parts: Mapping[str, str], title: str = "") -> Path:
    """Write the parts of a Word file, each by its name and with the content of its root."""
    related = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{name}" Target="{name}.xml"/>' for i, name in enumerate(parts) if name != "document"
    )
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{_type(name)}+xml"/>' for name in parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="core.xml"/></Relationships>',
        )
        archive.writestr(
            "core.xml",
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>",
        )
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>')
        for name, content in parts.items():
            root = _ROOTS.get(name, f"w:{name}")
            archive.writestr(f"word/{name}.xml", f"<{root} {_NAMESPACES}>{content}</{root}>")
    return path


def _type(name: str) -> str:
    return "document.main" if name == "document" else name


def _in(name: str, *content: str) -> str:
    """Return an element with its content, nothing where there is none."""
    inside = "".join(content)
    return f"<w:{name}>{inside}</w:{name}>" if inside else ""


def _as_run(content: str) -> str:
    return content if content.startswith("<") else run(content)


def _as_deleted(content: str) -> str:
    return content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>").replace("w:instrText>", "w:delInstrText>")
