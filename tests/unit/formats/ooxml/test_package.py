"""Files that are no Word files, or damaged ones: one sentence each; and those that Word opens though python-docx does not."""

import zipfile
from pathlib import Path

import pytest

from lydelse.errors import UnreadableFileError
from lydelse.formats.bounds import Bounds
from lydelse.formats.ooxml import open_word, package
from lydelse.formats.ooxml.content import paragraphs_in
from support import words
from support.words import paragraph

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return words.write(tmp_path / "document.docx", paragraph("text"))


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        open_word(path)
    assert refused.value.message.facts["file"] == path.name
    return refused.value.message.key


def text(path: Path) -> list[str]:
    return ["".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs_in(open_word(path).body)]


def rewritten(path: Path, replace: dict[str, bytes | None]) -> Path:
    """Write the package anew with some parts replaced, or left out where None stands for them."""
    with zipfile.ZipFile(path) as archive:
        parts: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | replace).items():
            if content is not None:
                archive.writestr(name, content)
    return path


def content_of(path: Path, part: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "error.empty"),
        (b"Bara text.", "error.damaged-word"),
        (b"PK\x03\x04 avhuggen", "error.damaged-word"),
        (OLE + bytes(600), "error.not-word"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "error.password"),
    ],
)
def test_a_file_that_is_no_package_is_refused_with_its_reason(tmp_path: Path, content: bytes, key: str) -> None:
    path = tmp_path / "fil.docx"
    path.write_bytes(content)
    assert refusal(path) == key


def test_another_kind_of_package_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bok.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert refusal(path) == "error.not-word"


def test_a_main_part_of_another_kind_is_refused(file: Path) -> None:
    assert refusal(rewritten(file, {"word/document.xml": b"<workbook/>"})) == "error.not-word"


def test_a_damaged_main_part_is_refused(file: Path) -> None:
    cut = content_of(file, "word/document.xml")[:-40]
    assert refusal(rewritten(file, {"word/document.xml": cut})) == "error.damaged-word"


def test_a_file_that_was_cut_off_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])
    assert refusal(file) == "error.damaged-word"


def test_a_package_that_unpacks_to_very_much_is_refused_unread(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "bounds", lambda: Bounds(unpacked=1_000))
    assert refusal(file) == "error.too-large"


def test_entities_are_not_expanded(file: Path) -> None:
    main = content_of(file, "word/document.xml").replace(b">text<", b">&a;text<")
    path = rewritten(file, {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "expanded">]>' + main})
    assert text(path) == ["\ufffdtext"]


def test_an_entity_of_another_file_is_not_read_and_the_text_after_it_is(file: Path, tmp_path: Path) -> None:
    (tmp_path / "hemligt.txt").write_text("hemligt", encoding="utf-8")
    main = content_of(file, "word/document.xml").replace(b">text<", b">f\xc3\xb6re &a; efter<")
    outer = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "hemligt.txt").as_uri()}">]>'.encode()
    assert text(rewritten(file, {"word/document.xml": outer + main})) == ["före \ufffd efter"]


def test_a_damaged_part_beside_the_text_is_counted_and_the_text_is_read(file: Path) -> None:
    path = rewritten(file, {"word/numbering.xml": b"<w:numbering"})
    assert (text(path), open_word(path).unseen) == (["text"], {"part": 1})


def test_a_part_whose_checksum_fails_is_counted_and_the_text_is_read(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        entry = archive.getinfo("word/numbering.xml")
    content = bytearray(file.read_bytes())
    at = content.rindex(b"word/numbering.xml") - 30  # the checksum stands 16 bytes into the directory's 46 before the name
    content[at : at + 4] = (entry.CRC ^ 1).to_bytes(4, "little")
    file.write_bytes(content)
    assert (text(file), open_word(file).unseen) == (["text"], {"part": 1})


def test_a_part_that_is_missing_does_not_keep_the_text_from_being_read(file: Path) -> None:
    assert text(rewritten(file, {"word/numbering.xml": None, "word/styles.xml": None})) == ["text"]


def test_a_package_without_relationships_is_read_from_its_usual_place(file: Path) -> None:
    assert text(rewritten(file, {"_rels/.rels": None})) == ["text"]


def test_strict_open_xml_is_read_as_the_transitional_kind(file: Path) -> None:
    main = content_of(file, "word/document.xml").replace(words.W.encode(), words.STRICT_W.encode())
    roots = content_of(file, "_rels/.rels").replace(words.R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    assert text(rewritten(file, {"word/document.xml": main, "_rels/.rels": roots})) == ["text"]


def test_strict_open_xml_is_read_whatever_its_encoding(file: Path) -> None:
    main = content_of(file, "word/document.xml").replace(words.W.encode(), words.STRICT_W.encode()).decode()
    content = f'<?xml version="1.0" encoding="UTF-16"?>{main}'.encode("utf-16")
    assert text(rewritten(file, {"word/document.xml": content})) == ["text"]


@pytest.mark.parametrize(
    "kind",
    [
        "vnd.ms-word.document.macroEnabled.main",
        "vnd.ms-word.template.macroEnabledTemplate.main",
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main",
    ],
)
def test_templates_and_files_with_macros_are_read_as_documents(file: Path, kind: str) -> None:
    document = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    types = content_of(file, "[Content_Types].xml").replace(document, kind.encode())
    assert text(rewritten(file, {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf"})) == ["text"]


def test_names_with_backslashes_and_targets_from_the_root_are_found(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).replace(b'Target="word', b'Target="/word') for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("/", "\\"), content)
    assert text(file) == ["text"]
