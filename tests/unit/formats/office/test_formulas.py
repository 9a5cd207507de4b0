"""Formulas that LibreOffice leaves out when it makes a Word file of another are counted, and told."""

import zipfile
from pathlib import Path

import pytest

from lydelse.extractors import read
from lydelse.formats.office.formulas import formulas_in, formulas_of_word
from lydelse.formats.office.kinds import OfficeKind
from support import words
from support.office import saved_as

FORMULA = "<m:oMath><m:r><m:t>B=C</m:t></m:r></m:oMath>"
LOST = "X905.formulas-lost"


def with_formula(folder: Path, count: int = 2) -> Path:
    paragraphs = [words.paragraph(words.run("Beloppet är "), FORMULA, words.run(" kr.")) for _ in range(count)]
    return words.write(folder / "formel.docx", *paragraphs)


@pytest.mark.parametrize("suffix", [".odt", ".doc", ".rtf"])
def test_a_formula_is_read_or_told_as_lost(suffix: str, tmp_path: Path) -> None:
    file = saved_as(suffix, with_formula(tmp_path))
    document = read(file)
    arrived = sum(paragraph.after.count("B=C") for paragraph in document.paragraphs)
    lost = [each.message.facts["count"] for each in document.unread if each.message.key == LOST]
    held = formulas_in(file.read_bytes(), OfficeKind(suffix))
    assert arrived == 2 or held == 0 or lost == [2 - arrived]
    assert not (arrived == 2 and lost)


def test_a_formula_that_is_not_carried_over_is_told(tmp_path: Path) -> None:
    """An object of the file's list that LibreOffice does not carry over, as it does none without its package for formulas."""
    file = saved_as(".odt", words.write(tmp_path / "text.docx", words.paragraph("Beloppet är 10 kr.")))
    listed = '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.formula"/>'
    changed = tmp_path / "changed.odt"
    with zipfile.ZipFile(file) as given, zipfile.ZipFile(changed, "w") as made:
        for entry in given.infolist():
            content = given.read(entry)
            if entry.filename == "META-INF/manifest.xml":
                content = content.replace(b"</manifest:manifest>", f"{listed}</manifest:manifest>".encode())
            made.writestr(entry, content)
    assert [each.message.facts["count"] for each in read(changed).unread if each.message.key == LOST] == [1]


@pytest.mark.parametrize(
    ("content", "kind", "count"),
    [
        (rb"{\rtf1 {\mmath{\*\moMathPara{\*\moMath{\mr B=C}}}}}", OfficeKind.RTF, 1),
        (rb"{\rtf1 text}", OfficeKind.RTF, 0),
        ("Equation Native".encode("utf-16-le") * 2, OfficeKind.DOC, 2),
        (b"no archive", OfficeKind.ODT, 0),
    ],
)
def test_formulas_are_counted_as_each_kind_holds_them(content: bytes, kind: OfficeKind, count: int) -> None:
    assert formulas_in(content, kind) == count


def test_formulas_of_a_word_file_are_counted_in_all_its_parts(tmp_path: Path) -> None:
    assert formulas_of_word(with_formula(tmp_path, 3).read_bytes()) == 3
