"""Electronic signatures are mentioned; a file that a password protects is read with it."""

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from lydelse.errors import UnreadableFileError
from lydelse.extractors import read
from lydelse.extractors.signed import signatures
from support.words import paragraph, write

LONG = [sha256(str(at).encode()).hexdigest() for at in range(400)]
"""What does not pack well: a container keeps what is below 4 096 bytes elsewhere."""


def packed(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (packed("word/document.xml", "_xmlsignatures/origin.sigs", "_xmlsignatures/sig1.xml", "_xmlsignatures/sig2.xml"), 2),
        (packed("word/document.xml"), None),
        (b"%PDF-1.7 <</Type/Sig/ByteRange [0 10 20 30]/Contents<00>>>", 1),
        (b"%PDF-1.7 (the word ByteRange)", None),
    ],
)
def test_signatures_are_counted(content: bytes, count: int | None) -> None:
    assert [each.message.facts["count"] for each in signatures(content)] == ([] if count is None else [count])


def locked(file: Path, password: str) -> Path:
    result = file.with_name("skyddad.docx")
    with file.open("rb") as source, result.open("wb") as target:
        OOXMLFile(source).encrypt(password, target)
    return result


def test_a_protected_word_file_is_read_with_its_password_only(tmp_path: Path) -> None:
    file = locked(write(tmp_path / "öppen.docx", paragraph("Ersättningen är 412 kr."), *map(paragraph, LONG)), "hemligt")
    document = read(file, password="hemligt")
    assert document.source.name == "skyddad.docx"
    assert any("412 kr" in paragraph.marked_text for paragraph in document.paragraphs)
    for password, key in ((None, "error.password"), ("fel", "error.wrong-password")):
        with pytest.raises(UnreadableFileError) as refused:
            read(file, password=password)
        assert refused.value.message.key == key
