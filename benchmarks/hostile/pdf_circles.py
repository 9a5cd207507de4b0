"""PDF files whose objects refer to one another in circles, run something, or say of themselves what is not so."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import partial

from benchmarks.hostile.pdf_files import FONT, FORM, TEXT, one_page, page_of, pdf_of, stream

CATALOGUE, TREE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
RUNS = (
    b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(this.submitForm\\('http://127.0.0.1:9/'\\))>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>"
    b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(../../slipped.exe)/EF<</F 12 0 R>>>>]>>>>/AcroForm<</XFA 13 0 R/Fields[]>>>>"
)
ENTITY = b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'>&x;</xdp:xdp>"
TYPE3 = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 97/Widths[600]"
    b"/Encoding<</Differences[97/a]>>/CharProcs<</a 10 0 R>>/Resources<</Font<</F1 5 0 R>>>>>>"
)
TILES = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .0001/YStep .0001/Resources<</Pattern<</P0 10 0 R>>>>"
MASK = b"/ExtGState<</G<</SMask<</S/Luminosity/G 10 0 R>>>>>>"


def _of(more: Mapping[int, bytes], page: bytes = b"", content: bytes = TEXT) -> bytes:
    """Return a file of one page with objects of its own in the place of the usual ones."""
    return pdf_of({1: CATALOGUE, 2: TREE, 3: page_of(more=page), 4: stream(content), 5: FONT, **more})


def _followed_by(entry: bytes) -> bytes:
    """Return a file whose table of objects says something more."""
    return one_page(TEXT).replace(b"trailer\n<<", b"trailer\n<<" + entry)


def _table_after_itself() -> bytes:
    return _followed_by(b"/Prev %d" % one_page(TEXT).rfind(b"xref\n0"))


def _changed(times: int) -> bytes:
    """Return a file to which its page's content was added anew again and again."""
    content = one_page(TEXT)
    before = content.rfind(b"xref\n0")
    for number in range(times):
        place = len(content)
        content += b"4 0 obj\n" + stream(b"BT /F1 12 Tf 50 700 Td (Avgiften ar %d kr.) Tj ET" % number) + b"\nendobj\n"
        table = len(content)
        content += b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (place, before, table)
        before = table
    return content


def _each_other_twice() -> bytes:
    """Two forms, each of which paints the other twice: a picture of 2^40 sentences."""
    one, other = (
        stream(TEXT + b"/X%d Do /X%d Do" % (to, to), FORM + b"/Resources<</Font<</F1 5 0 R>>/XObject<</X%d %d 0 R>>>>" % (to, 10 + to))
        for to in (1, 0)
    )
    return one_page(TEXT + b"/X0 Do", page_of(b"/XObject<</X0 10 0 R>>"), {10: one, 11: other})


def _predicted() -> bytes:
    packed = zlib.compress(TEXT)
    entries = b"<</Length %d/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000/Colors 32/BitsPerComponent 16>>>>"
    return _of({4: entries % len(packed) + b"\nstream\n" + packed + b"\nendstream"})


def _picture(filtered: bytes, content: bytes) -> bytes:
    entries = b"<</Type/XObject/Subtype/Image/Width 40000/Height 40000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/%s/Length %d>>"
    picture = entries % (filtered, len(content)) + b"\nstream\n" + content + b"\nendstream"
    return one_page(TEXT + b"q 500 0 0 500 50 100 cm /I Do Q", page_of(b"/XObject<</I 10 0 R>>"), {10: picture})


def _form_painted(name: bytes, resources: bytes, content: bytes) -> bytes:
    form = stream(content, FORM + b"/Group<</S/Transparency>>/Resources<<%s/Font<</F1 5 0 R>>>>" % resources)
    return one_page(TEXT + name + TEXT, page_of(resources), {10: form})


def _notes_in_circles() -> bytes:
    notes = b"<</Type/Annot/Subtype/Text/Rect[nan 1e40 -1e40 x]/Contents(x)/IRT %d 0 R/Popup %d 0 R/Parent %d 0 R>>"
    return _of({10: notes % (11, 11, 11), 11: notes % (10, 10, 10)}, b"/Annots[10 0 R 11 0 R 10 0 R]")


BOXES = {
    "without-numbers": b"[nan inf -inf 842]",
    "turned-over": b"[595 842 0 0]",
    "of-words": b"[(a)(b)/x<</y 1>>]",
    "of-itself": b"3 0 R",
}
PDF_CIRCLES: dict[str, Callable[[], bytes]] = {
    "parents-in-a-circle.pdf": lambda: pdf_of(
        {1: CATALOGUE, 2: b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2/Parent 6 0 R>>", 3: page_of(), 4: stream(TEXT), 5: FONT}
        | {6: b"<</Type/Pages/Kids[2 0 R]/Count 2/Parent 2 0 R>>"}
    ),
    "page-that-is-the-catalogue.pdf": lambda: pdf_of({1: b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>", 5: FONT}),
    "table-after-itself.pdf": _table_after_itself,
    "table-before-the-file.pdf": lambda: _followed_by(b"/Prev -5"),
    "table-far-away.pdf": lambda: one_page(TEXT).rpartition(b"startxref")[0] + b"startxref\n99999999999999999999\n%%EOF",
    "objects-in-themselves.pdf": lambda: _of({20: stream(b"20 0 1 0", b"/Type/ObjStm/N 2000000000/First 9/Extends 20 0 R")}),
    "length-in-itself.pdf": lambda: _of({4: b"<</Length 4 0 R>>\nstream\n" + TEXT + b"\nendstream"}),
    "font-in-itself.pdf": lambda: _of(
        {5: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 5 0 R/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"}
    ),
    "letter-in-itself.pdf": lambda: _of(
        {5: TYPE3, 10: stream(b"600 0 d0 BT /F1 12 Tf (aaaaaaaaaa) Tj ET")}, content=b"BT /F1 12 Tf 50 700 Td (aaaa) Tj ET"
    ),
    "mapping-of-everything.pdf": lambda: _of(
        {5: FONT.replace(b">>", b"/ToUnicode 10 0 R>>"), 10: stream(b"begincmap 1 beginbfrange <0000> <ffff> <0041> endbfrange\n" * 50_000)}
    ),
    "pattern-in-itself.pdf": lambda: one_page(
        TEXT + b"/Pattern cs /P0 scn 0 0 595 842 re f",
        page_of(b"/Pattern<</P0 10 0 R>>"),
        {10: stream(b"/Pattern cs /P0 scn 0 0 10 10 re f " * 100, TILES)},
    ),
    "mask-in-itself.pdf": lambda: _form_painted(b"/G gs ", MASK, b"/G gs " + TEXT),
    "forms-in-each-other-twice.pdf": _each_other_twice,
    "notes-in-circles.pdf": _notes_in_circles,
    "outline-in-a-circle.pdf": lambda: _of(
        {1: b"<</Type/Catalog/Pages 2 0 R/Outlines 10 0 R>>", 10: b"<</First 10 0 R/Next 10 0 R/Last 10 0 R/Title(x)>>"}
    ),
    "layers-in-circles.pdf": lambda: _of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]/Order[12 0 R]>>>>>>",
            3: page_of(b"/Properties<</A 11 0 R>>"),
            10: b"<</Type/OCG/Name(x)>>",
            11: b"<</Type/OCMD/OCGs[11 0 R]/VE[/Not[/Not 11 0 R]]>>",
            12: b"[12 0 R]",
        },
        content=b"/OC /A BDC " + TEXT + b" EMC" + TEXT,
    ),
    "runs-and-holds-files.pdf": lambda: _of({1: RUNS, 12: stream(b"MZ"), 13: stream(ENTITY)}),
    "filters-1000.pdf": lambda: _of({4: b"<</Length 5/Filter[" + b"/FlateDecode" * 1000 + b"]>>\nstream\nabcde\nendstream"}),
    "predicted-by-2-10-9-columns.pdf": _predicted,
    "picture-of-jbig2.pdf": lambda: _picture(b"JBIG2Decode", b"\0\0\0\0\x30\0\1\0\0\0\x13\0\0\x9c\x40\0\0\x9c\x40" + b"\0" * 31),
    "picture-of-jpeg-2000.pdf": lambda: _picture(b"JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff" * 38),
    "shades-2-000.pdf": lambda: one_page(
        TEXT + b"/S sh " * 2_000,
        page_of(b"/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 595 842]/Function<</FunctionType 2/Domain[0 1]/N 1>>>>>>"),
    ),
    "changed-300-times.pdf": partial(_changed, 300),
    "cut-off.pdf": lambda: one_page(TEXT)[:400],
    "rubbish-before-and-after.pdf": lambda: b"x" * 1_000 + one_page(TEXT) + b"y" * 5_000_000,
    "units-of-10-9.pdf": lambda: _of({}, b"/UserUnit 1e9/Rotate 12345/CropBox[-1e9 -1e9 1e9 1e9]"),
    **{f"paper-{name}.pdf": partial(one_page, TEXT, page_of(box=box)) for name, box in BOXES.items()},
}
