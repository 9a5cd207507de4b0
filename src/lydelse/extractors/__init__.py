"""A file -> a Document, whatever its format; the format is told from the content, never from the name alone."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

from lydelse.errors import UnreadableFileError, UsageError
from lydelse.extractors.broken_references import broken_references
from lydelse.extractors.combining import with_combining_signs_read
from lydelse.extractors.contents import with_contents_listed
from lydelse.extractors.endless import refuse_endless_figures
from lydelse.extractors.properties import properties_of
from lydelse.extractors.signed import signatures
from lydelse.extractors.typed_signs import typed_signs
from lydelse.formats.bounds import bounds
from lydelse.formats.office.kinds import OfficeKind, kind_of
from lydelse.model.document import Document, Properties
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.records import replace

_PDF_SIGN_WITHIN = 1024  # bytes: PDF 1.7, appendix H, note 13: readers take the header anywhere in the first 1 024 bytes
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # a .docx that a password protects, or no text: the Word reader tells which
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")

_MARKED_UP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\s|<!doctype\s|<html[\s>])", re.IGNORECASE)
"""How files begin whose text stands between tags: web pages, and flat XML of several programs."""
_REFUSED_BY_NAME = {".pdf": "error.not-pdf", ".docx": "error.not-word", ".docm": "error.not-word"}
"""Files that say what they are and are not."""

Extract = Callable[[Path, str | None], Document]


def read(path: Path, *, password: str | None = None) -> Document:
    """Return the document that a file holds.

    Raises:
        UsageError: the path is a folder, or there is no such file.
        UnreadableFileError: the file is empty, damaged, protected, or of a kind that is not read.
    """
    content = _content_of(path)
    document = with_combining_signs_read(with_contents_listed(_reader_for(path, content)(path, password)))
    refuse_endless_figures((paragraph.marked_text for paragraph in document.paragraphs), path.name)
    document = replace(document, unread=(*document.unread, *typed_signs(document), *broken_references(document)))
    document = replace(document, unread=(*document.unread, *signatures(content)))
    name = path.name.encode(errors="replace").decode()  # a name that is no text cannot be written in a report
    source = replace(document.source, name=name, sha256=sha256(content).hexdigest())
    document = replace(document, source=source).with_title().with_marks_counted()
    return replace(document, properties=_filled(document.properties, properties_of(document)))


def _filled(stated: Properties, found: Properties) -> Properties:
    """Return what the file says of itself, with what its text says where the file is silent."""
    return Properties(
        title=stated.title or found.title,
        kind=found.kind if stated.kind == "other" else stated.kind,
        date=found.date or stated.date,
        case_numbers=found.case_numbers or stated.case_numbers,
    )


def _content_of(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError("error.folder", file=path.name or str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # to read a queue may take for ever, and a device has no end
            raise UnreadableFileError("error.no-plain-file", file=path.name)
        if status.st_size > bounds().unpacked:
            raise UnreadableFileError("error.file-too-large", file=path.name, most=bounds().unpacked // 1_000_000)
        content = path.read_bytes()
    except FileNotFoundError as missing:
        raise UnreadableFileError("error.missing", file=path.name) from missing
    except OSError as refused:
        raise UnreadableFileError("error.refused", file=path.name, reason=refused.strerror or "") from refused
    if not content.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf\xff\xfe"):
        raise UnreadableFileError("error.empty", file=path.name)
    return content


def _reader_for(path: Path, content: bytes) -> Extract:
    if b"%PDF-" in content[:_PDF_SIGN_WITHIN]:
        return _pdf
    kind = kind_of(content)
    if kind:
        return partial(_office, kind)
    if content.startswith((b"PK", _OLE)):
        return _word
    refusal = _refusal_of(path, content)
    if refusal:
        raise UnreadableFileError(refusal, file=path.name)
    return _text


def _refusal_of(path: Path, content: bytes) -> str | None:
    """Return which sentence says why a file of this kind is not read, None where it may be text."""
    for signs, key in ((_PICTURES, "error.picture"), (_ARCHIVES, "error.kind")):
        if content.startswith(signs):
            return key
    if _MARKED_UP.match(content):
        return "error.kind"
    return _REFUSED_BY_NAME.get(path.suffix.lower())


def _pdf(path: Path, password: str | None) -> Document:
    from lydelse.extractors import pdf  # noqa: PLC0415  # heavy, and needed for PDF only

    return pdf.extract(path, password)


def _word(path: Path, password: str | None) -> Document:
    from lydelse.extractors import word  # noqa: PLC0415  # heavy, and needed for Word only
    from lydelse.formats.ooxml.locked import is_locked, unlocked  # noqa: PLC0415  # as above

    if password is None or not is_locked(path.read_bytes()):
        return word.extract(path)
    with unlocked(path, password) as opened:
        return word.extract(opened)


def _office(kind: OfficeKind, path: Path, password: str | None) -> Document:
    from lydelse.formats.office.conversion import as_word  # noqa: PLC0415  # starts another program, and is needed for few files
    from lydelse.formats.office.formulas import formulas_in, formulas_of_word  # noqa: PLC0415  # as above

    formulas = formulas_in(path.read_bytes(), kind)
    with as_word(path, kind) as converted:
        document = _word(converted, password)
        formulas -= formulas_of_word(converted.read_bytes()) if formulas else 0
    said = [Unread("X905", Severity.INFO, Message("X905.converted", {"kind": kind.value}))]
    if formulas > 0:
        said.append(Unread("X905", Severity.WARNING, Message("X905.formulas-lost", {"count": formulas})))
    if kind is OfficeKind.RTF:
        from lydelse.extractors.rtf_signs import ends_told, with_signs_read  # noqa: PLC0415  # needed for few files
        from lydelse.formats.office.rtf import as_libreoffice_reads, struck_ends  # noqa: PLC0415  # needed for few files

        lost = struck_ends(as_libreoffice_reads(path.read_bytes())) - ends_told(document)
        document = with_signs_read(document)
        if lost > 0:
            said.append(Unread("X905", Severity.WARNING, Message("X905.rtf-ends", {"count": lost})))
    return replace(document, unread=(*said, *document.unread))


def _text(path: Path, password: str | None) -> Document:
    from lydelse.extractors import text  # noqa: PLC0415  # not needed for the other kinds

    del password  # plain text has none
    return text.extract(path)
