"""Files of other word processors are known by their content; so is one that a password protects."""

import zipfile
from io import BytesIO

import pytest

from lydelse.formats.office.kinds import OfficeKind, is_protected, is_too_large, kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = "application/vnd.oasis.opendocument.text"
FIB = b"\xec\xa5\xc1\x00" + bytes(7)


def archive(**parts: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return content.getvalue()


def old_word(flags: int) -> bytes:
    directory = "WordDocument".encode("utf-16-le")
    return (OLE + bytes(504)) + (FIB + bytes([flags]) + bytes(500)) + directory


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (rb"{\rtf1\ansi text}", OfficeKind.RTF),
        (b"\xef\xbb\xbf\r\n" + rb"{\rtf1 text}", OfficeKind.RTF),
        (old_word(0), OfficeKind.DOC),
        (old_word(0)[:900], OfficeKind.DOC),
        (archive(mimetype=ODT), OfficeKind.ODT),
        (archive(mimetype=ODT + "-template"), OfficeKind.ODT),
        (archive(other="first", mimetype=ODT), OfficeKind.ODT),
        (archive(mimetype=ODT)[:90], OfficeKind.ODT),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), None),
        (archive(other="no type"), None),
        (OLE + "Workbook".encode("utf-16-le"), None),
        (b"PK\x03\x04", None),
        (b"text", None),
    ],
    ids=[
        "rtf",
        "rtf after a byte order mark",
        "old Word",
        "old Word cut short",
        "odt",
        "odt template",
        "odt, its type not first",
        "odt cut short",
        "spreadsheet",
        "another archive",
        "old Excel",
        "an archive's beginning",
        "text",
    ],
)
def test_a_kind_is_told_from_the_content(content: bytes, kind: OfficeKind | None) -> None:
    assert kind_of(content) is kind


def test_a_protected_file_is_known_before_it_is_opened() -> None:
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert is_protected(archive(mimetype=ODT, **manifest), OfficeKind.ODT)
    assert not is_protected(archive(mimetype=ODT), OfficeKind.ODT)
    assert is_protected(old_word(1), OfficeKind.DOC)
    assert not is_protected(old_word(2), OfficeKind.DOC)


def test_only_archives_can_be_too_large() -> None:
    assert not is_too_large(archive(mimetype=ODT))
    assert not is_too_large(b"PK\x03\x04 no archive")
