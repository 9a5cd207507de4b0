from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from support import words
from support.words import inserted, paragraph, struck


def formula(*parts: str) -> str:
    return f"<m:oMath>{''.join(parts)}</m:oMath>"


def letters(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def element(name: str, **parts: str) -> str:
    return f"<m:{name}>" + "".join(f"<m:{part}>{content}</m:{part}>" for part, content in parts.items()) + f"</m:{name}>"


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (element("f", num=letters("3"), den=letters("4")), "3/4"),
        (element("f", num=letters("A+B"), den=letters("2,5")), "(A+B)/2,5"),
        (element("sSup", e=letters("10"), sup=letters("2")), "10²"),
        (element("sSup", e=letters("x"), sup=letters("n+1")), "x^(n+1)"),
        (element("sSub", e=letters("V"), sub=letters("1")), "V_1"),
        (element("sSubSup", e=letters("x"), sub=letters("i"), sup=letters("3")), "x_i³"),
        (element("rad", radPr="", deg="", e=letters("2")), "√(2)"),
        (element("rad", deg=letters("3"), e=letters("8")), "³√(8)"),
        (element("nary", naryPr='<m:chr m:val="∑"/>', sub=letters("i=1"), sup=letters("9"), e=letters("a")), "∑_(i=1)⁹ a"),
        (element("d", e=letters("1+2")), "(1+2)"),
        (element("d", dPr='<m:begChr m:val="["/><m:endChr m:val="]"/>', e=letters("1")), "[1]"),
        (element("f", num=element("f", num=letters("1"), den=letters("2")), den=letters("3")), "(1/2)/3"),
        (element("acc", accPr="", e=letters("x")), "x"),
    ],
)
def test_a_formula_is_read_on_one_line_and_its_figures_never_run_together(tmp_path: Path, content: str, read: str) -> None:
    document = word.extract(words.write(tmp_path / "a.docx", paragraph("Andel ", formula(content), " kr")))
    assert in_words(document) == f"Andel {read} kr\n"


def test_changes_in_a_formula_are_marked(tmp_path: Path) -> None:
    parts = (letters("3"), struck(letters("4")), inserted(letters("5")))
    content = element("f", num=parts[0], den="".join(parts[1:]))
    document = word.extract(words.write(tmp_path / "a.docx", paragraph(formula(content))))
    assert in_words(document) == "3/[-4-]{+5+}\n"


def test_a_changed_exponent_keeps_its_marks(tmp_path: Path) -> None:
    content = element("sSup", e=letters("10"), sup=struck(letters("2")) + inserted(letters("3")))
    document = word.extract(words.write(tmp_path / "a.docx", paragraph(formula(content))))
    assert in_words(document) == "10^[-2-]{+3+}\n"


def test_a_formula_between_paragraphs_is_a_paragraph(tmp_path: Path) -> None:
    alone = f"<m:oMathPara>{formula(letters('E = 5'))}</m:oMathPara>"
    assert in_words(word.extract(words.write(tmp_path / "a.docx", paragraph("Så här:"), alone))) == "Så här:\nE = 5\n"
