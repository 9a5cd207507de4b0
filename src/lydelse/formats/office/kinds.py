"""Which kind of word processor's file is this? Told from the content, never from the name."""

from __future__ import annotations

import zipfile
import zlib
from enum import StrEnum
from io import BytesIO

from lydelse.formats.bounds import bounds

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")  # MS-DOC 2.1: the stream that every Word 6 to 2003 file has, by its name in the directory
_SECTOR = 512  # bytes: MS-CFB 2.2: streams begin on sectors
_FIB = b"\xec\xa5"  # MS-DOC 2.5.2: what the stream begins with
_FLAGS_AT = 11  # bytes into it: the second byte of its flags, whose lowest bit says that the rest is encrypted
_RTF = b"{\\rtf"
_ODT = b"application/vnd.oasis.opendocument.text"
_NAME_AT = 30  # bytes: where the name of an archive's first part begins; the type is that part (ODF 1.3, 3.3), also in a file cut off
_MOST_OF_MANIFEST = 1_000_000  # bytes: it holds a line for each part


class OfficeKind(StrEnum):
    """A kind of file that is read by way of a Word file; the value is the ending of its name."""

    ODT = ".odt"
    DOC = ".doc"
    RTF = ".rtf"


def kind_of(content: bytes) -> OfficeKind | None:
    """Return which kind of file this is, None where it is none of them."""
    if content.startswith(_OLE):
        return OfficeKind.DOC if _WORD_STREAM in content or content.startswith(_FIB, _SECTOR) else None
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(_RTF)] == _RTF:
        return OfficeKind.RTF
    if not content.startswith(b"PK"):
        return None
    # "-template" and "-master" are documents too; the types of spreadsheets and drawings begin otherwise.
    stated = content.startswith(b"mimetype" + _ODT, _NAME_AT) or _part(content, "mimetype", len(_ODT)) == _ODT
    return OfficeKind.ODT if stated else None


def is_protected(content: bytes, kind: OfficeKind) -> bool:
    """Tell whether a password is needed to read the file."""
    match kind:
        case OfficeKind.ODT:
            return b"encryption-data" in manifest_of(content)
        case OfficeKind.DOC:
            starts = (at for at in range(_SECTOR, len(content) - _FLAGS_AT, _SECTOR) if content.startswith(_FIB, at))
            return any(content[at + _FLAGS_AT] & 1 for at in list(starts)[:1])
        case OfficeKind.RTF:
            return False  # the format knows no passwords for reading


def manifest_of(content: bytes) -> bytes:
    """Return the list of an OpenDocument file's parts, nothing where it has none; at most its first million bytes."""
    return _part(content, "META-INF/manifest.xml", _MOST_OF_MANIFEST)


def is_too_large(content: bytes) -> bool:
    """Tell whether an archive unpacks to more than any document holds."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return sum(entry.file_size for entry in archive.infolist()) > bounds().unpacked
    except (zipfile.BadZipFile, ValueError, OSError):
        return False  # no archive, or a damaged one


def _part(content: bytes, name: str, most: int) -> bytes:
    """Return the beginning of one part of an archive, nothing where there is no such part or no archive."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(name) as part:
            return part.read(most)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
        return b""
