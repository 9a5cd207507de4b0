"""A file is read by what it holds, and refused with a sentence that says what to do."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from lydelse.errors import LydelseError, UnreadableFileError, UsageError
from lydelse.extractors import read
from lydelse.extractors.written import in_words
from support import words
from support.office import saved_as
from support.words import heading, inserted, paragraph, row, run, struck, table

MINUTES = """PROTOKOLL
Nämnden 2026-03-04

§27

Villkor för utförare (RS/12/2026)

Sammanfattning
Nämnden beslutade den 3 mars 2025 § 9 om villkoren (RS/7/2025).

Beslut
1. Villkoren fastställs.

Paragrafen är justerad
"""


def refusal(path: Path) -> str:
    """Return the key of the sentence that a file is refused with."""
    with pytest.raises(LydelseError) as caught:
        read(path)
    return caught.value.message.key


def test_a_text_file_gives_a_document_with_its_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    path.write_text("5.1 Ersättning\n\nBeloppet är 1 425 kr.\n", encoding="utf-8")
    document = read(path)
    assert (document.source.name, document.source.format) == ("avtal.txt", "text")
    assert document.source.sha256 == sha256(path.read_bytes()).hexdigest()
    assert [section.number for section in document.sections] == ["5.1"]


def test_minutes_say_their_kind_date_and_cases(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_text(MINUTES, encoding="utf-8")
    properties = read(path).properties
    assert (properties.kind, properties.date, properties.case_numbers) == ("minutes", "2026-03-04", ("RS/12/2026", "RS/7/2025"))


def test_a_date_that_a_sentence_tells_of_is_not_the_documents_own(tmp_path: Path) -> None:
    path = tmp_path / "skrivelse.txt"
    path.write_text("Ärendebeskrivning\n\nFullmäktige beslutade den 3 mars 2025 om de villkor som skulle gälla.\n", encoding="utf-8")
    properties = read(path).properties
    assert (properties.kind, properties.date) == ("memo", None)


def test_a_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(tmp_path)


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(tmp_path / "saknas.pdf")
    assert caught.value.message.key == "error.missing"
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("content", [b"", b" \r\n\n\t", b"\xef\xbb\xbf\n", b"\xff\xfe\n\x00"])
def test_an_empty_file_is_refused_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tom.docx"
    path.write_bytes(content)
    assert refusal(path) == "error.empty"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("avtal.pdf", b"detta var text", "error.not-pdf"),
        ("avtal.docx", b"detta var text", "error.not-word"),
        ("avtal.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 text", "error.not-word"),
        ("avtal.txt", b"PK\x03\x04 text", "error.damaged-word"),
        ("avtal.txt", b"\x89PNG\r\n\x1a\n0000", "error.picture"),
        ("avtal.txt", b"\x1f\x8b\x08\x00 data", "error.kind"),
        ("avtal.txt", bytes(range(256)) * 4, "error.kind"),
    ],
)
def test_a_file_is_refused_for_what_it_is(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == key


@pytest.mark.parametrize("suffix", [".odt", ".doc", ".rtf"])
def test_a_file_of_another_word_processor_is_read_as_the_word_file_that_it_is(tmp_path: Path, suffix: str) -> None:
    blocks = (
        heading("5.1 Listning"),
        paragraph("Beloppet är ", struck(run("1 425 kr")), inserted(run("1 500 kr")), " per listad.", words.cited(1)),
        paragraph("post", numbering=(3, 0)),
        table(row("Ålder", "Vikt"), row("0–4", "1,04")),
    )
    word = words.write(tmp_path / "avtal.docx", *blocks, notes={"footnote": ["En not."]})
    path = saved_as(suffix, word).rename(tmp_path / "avtal")
    document = read(path)
    assert in_words(document) == in_words(read(word))
    assert (document.source.name, document.source.format) == ("avtal", "docx")
    assert document.source.sha256 == sha256(path.read_bytes()).hexdigest()
    assert [(unread.code, unread.message.facts) for unread in document.unread] == [("X905", {"kind": suffix})]
    assert "LibreOffice" in document.source.producer
