r"""RTF written by hand as Word writes it, and read by way of LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import read
from lydelse.extractors.written import in_words
from lydelse.formats.office.rtf import as_libreoffice_reads, struck_ends
from lydelse.model.document import Document
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks
from support import words
from support.office import libreoffice, saved_as

WHEN = (10 << 6) | (20 << 11) | (5 << 16) | (125 << 20) | (2 << 29)  # DTTM: 20 May 2025, 10 o'clock
ADDED = rf"\revised\revauth1\revdttm{WHEN} "
STRUCK = rf"\deleted\revauthdel2\revdttmdel{WHEN} "
HEAD = r"""{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang1053{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}
{\colortbl;\red0\green0\blue0;\red255\green0\blue0;}
{\stylesheet{\ql\fs22 \snext0 Normal;}{\s1\ql\keepn\outlinelevel0\b\fs32 \sbasedon0\snext0 heading 1;}{\*\cs16 \additive\strike Utg\'e5r;}}
{\*\revtbl{Unknown;}{Eva Ek;}{Bo Berg;}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    libreoffice()
    return tmp_path / "villkor.rtf"


def rtf(file: Path, body: str) -> Document:
    file.write_text(f"{HEAD}{body}}}", encoding="ascii")
    return read(file)


def test_tracked_changes_in_text_paragraphs_and_cells_are_read_with_author_and_date(file: Path) -> None:
    cells = rf"\trowd\cellx3000\cellx6000\pard\intbl {{Bok}}\cell {{{STRUCK}100}}{{{ADDED}120}}\cell\row"
    text = rf"\pard\plain {{Ers\'e4ttningen \'e4r }}{{{STRUCK}1 200}}{{{ADDED}1 250}}{{ kr.\par}}"
    gone = rf"{{{STRUCK}Utg\'e5r.}}{{{STRUCK}\par}}{{{ADDED}Nytt om 50 kr.}}{{{ADDED}\par}}{{Sist.\par}}"
    document = rtf(file, rf"\pard\plain \s1\outlinelevel0 {{5 Pris}}{{\par}}{text}{gone}{cells}\pard\plain {{Efter.\par}}")
    lines = in_words(document).splitlines()
    assert lines[:4] == ["# 5 Pris", "Ersättningen är [-1 200-]{+1 250+} kr.", "[-Utgår.-][-¶-]", "{+Nytt om 50 kr.+}"]
    assert lines[4:] == ["Sist.", "| Bok | [-100-]{+120+}", "Efter."]
    signed = {(run.author, run.date) for paragraph in document.paragraphs for run in paragraph.runs if run.author}
    assert signed == {("Eva Ek", "2025-05-20T10:00:00Z"), ("Bo Berg", "2025-05-20T10:00:00Z")}


def test_a_tracked_move_is_struck_in_one_place_and_inserted_in_the_other(file: Path) -> None:
    who = rf"\mvauth1\mvdate{WHEN} "
    document = rtf(file, rf"\pard\plain {{\mvf{who}Taket \'e4r 500 kr. }}{{Mellan. }}{{\mvt{who}Taket \'e4r 500 kr.}}{{\par}}")
    assert in_words(document) == "[-Taket är 500 kr. -]Mellan. {+Taket är 500 kr.+}\n"
    assert {run.author for paragraph in document.paragraphs for run in paragraph.runs} == {"Eva Ek", None}


def test_strikes_by_formatting_are_read_and_what_is_said_not_to_be_struck_is_kept(file: Path) -> None:
    first = r"{Priset \'e4r }{\strike\cf2 12}{\ul\cf2 13}{ kr, }{\striked1 dubbelt}{\ul\cf2 nytt}{ och }"
    second = r"{\strike0 kvar}{\strike  bort}{\strike0  kvar}{\cs16\strike  stil}{ slut.\par}"
    document = rtf(file, rf"\pard\plain {first}{second}")
    assert in_words(document) == "Priset är [-12-]{+13+} kr, [-dubbelt-]{+nytt+} och kvar[- bort-] kvar[- stil-] slut.\n"
    assert document.source.convention == "convention.red-underlined"


def test_signs_lists_notes_comments_and_hidden_text_are_read_as_in_word_files(file: Path) -> None:
    signs = r"{AT\_l\'e4kare sam\-verkan 1\~250\~kr\line ny rad\par}"
    note = r"{Text{\super\chftn}{\footnote \pard\plain{\super\chftn} Not om 5 kr.} h\'e4r, \u8211? och \u229?.\par}"
    remark = rf"{{\*\annotation{{\*\atnref 1}}{{\*\atndate {WHEN}}}\pard\plain S\'e4kert?}}"
    comment = rf"{{\*\atrfstart 1}}{{ord}}{{\*\atrfend 1}}{{\*\atnid EE}}{{\*\atnauthor Eva Ek}}{{\chatn {remark}}}{{ sist.\par}}"
    document = rtf(file, rf"\pard\plain {signs}{note}{comment}{{Synligt}}{{\v dolt 500 kr}}{{ slut\par}}")
    assert in_words(document).replace("\u00a0", " ").splitlines() == [
        "AT-läkare samverkan 1 250 kr ny rad",
        "Text här, – och å.",
        "[^1] Not om 5 kr.",
        "ord sist.",
        '>> (Eva Ek; 2025-05-20T10:00:00Z) "ord" Säkert?',
        "Synligt slut",
    ]
    assert "X904.word-hidden" in {each.message.key for each in document.unread}


def test_a_struck_end_of_a_paragraph_joins_it_with_the_next_one_in_the_later_version(file: Path) -> None:
    document = rtf(file, rf"\pard\plain {{Ett }}{{{STRUCK}\par}}{{tv\'e5.\par}}")
    assert (plain_lines(rejecting_marks(document)), plain_lines(accepting_marks(document))) == (("Ett", "två."), ("Ett två.",))
    assert [each.message.key for each in document.unread] == ["X905.converted"]


def test_what_was_inserted_and_deleted_was_never_there(file: Path) -> None:
    both = rf"{{\revised\revauth1\revdttm{WHEN}\deleted\revauthdel2\revdttmdel{WHEN} aldrig \'e5r}}"
    assert in_words(rtf(file, rf"\pard\plain {{Ett }}{both}{{kvar.\par}}")) == "Ett kvar.\n"


@pytest.mark.parametrize("apart", ["", "}{"], ids=["two cells in a group", "a group for each cell"])
def test_struck_and_inserted_rows_are_rows_and_their_marks_end_with_them(file: Path, apart: str) -> None:
    def line(label: str, price: str, mark: str = "") -> str:
        between = apart + mark if apart else " "
        cells = rf"{{{mark}{label}\cell{between}{price}\cell}}"
        return rf"\trowd\cellx3000\cellx6000\pard\intbl {cells}\pard\intbl{{{mark}\row}}"

    rows = line("a", "1") + line("b", "2", STRUCK) + line("c", "3", ADDED) + line("d", "4")
    document = rtf(file, rf"{rows}\pard\plain {{Efter.\par}}")
    assert in_words(document).splitlines() == ["| a | 1", "-| b | 2", "+| c | 3", "| d | 4", "Efter."]


def test_an_end_that_does_not_arrive_is_said(file: Path) -> None:
    document = rtf(file, rf"\pard\plain {{Ett.\par}}{{\*\okand {{{STRUCK}bort\par}}}}")
    assert [each.message.key for each in document.unread] == ["X905.converted", "X905.rtf-ends"]


def test_marked_ends_of_files_by_libreoffice_mark_no_text(tmp_path: Path) -> None:
    parts = ("Ett ", words.run("fett", words.BOLD), " slut ")
    ends = [words.paragraph(*parts, ending="del"), words.paragraph("två."), words.paragraph(*parts, ending="ins"), words.paragraph("fyra.")]
    gone = [words.paragraph("kvar ", words.struck(words.run("bort")), ending="del"), words.paragraph("sist.")]
    document = words.write(tmp_path / "a.docx", *ends, *gone)
    assert in_words(read(saved_as(".rtf", document))) == in_words(read(document))


@pytest.mark.parametrize(
    ("content", "changed"),
    [
        (rb"{\mvf\mvauth1\mvdate-20 text}", rb"{\deleted\revauthdel1\revdttmdel-20 text}"),
        (rb"{\revised\deleted bort \'e5r\tab{\b x}}{\revised kvar}", rb"{\revised\deleted {\b }}{\revised kvar}"),
        (rb"{\deleted0 kvar\par}{\deleted\plain kvar\par}", rb"{\deleted0 kvar\par}{\deleted\plain kvar\par}"),
        (rb"{\deleted \bin4 {\}\ x}", rb"{\deleted \bin4 {\}\ x}"),
        (rb"{\b\mvt1 \mvauth2 text}", rb"{\b\revised \revauth2 text}"),
        (rb"{\*\mvfmf flytt}{\mvtof x}", rb"{\*\mvfmf flytt}{\mvtof x}"),
        (rb"{en v\'e4g: C:\\mvf\\mvt}", rb"{en v\'e4g: C:\\mvf\\mvt}"),
        (rb"{\\\mvf text}", rb"{\\\deleted text}"),
    ],
)
def test_nothing_but_the_marks_of_moves_is_rewritten(content: bytes, changed: bytes) -> None:
    assert as_libreoffice_reads(content) == changed


def test_ends_are_counted_where_they_are_struck() -> None:
    content = rb"{\deleted\revauthdel1 \par }{\deleted text\pard}{\revised \par}{\deleted\insrsid1 ord\par}"
    assert struck_ends(as_libreoffice_reads(content)) == 2


@pytest.mark.parametrize("count", ["2000000000", "9" * 40, "9" * 5_000])
def test_a_count_of_more_bytes_than_the_file_has_leaves_the_rest_as_it_is(count: str) -> None:
    rest = b"\\bin" + count.encode() + b" 412 kr}"
    assert as_libreoffice_reads(b"{\\rtf1{\\deleted 400 kr}" + rest).endswith(rest)
