"""The file of what a person corrects, and what the reports say of it."""

import io
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from lydelse import flow
from lydelse.errors import LydelseError
from lydelse.model.corrections import Corrected, Corrections, Pairing, Statement, TableReading
from lydelse.model.finding import Severity
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports import excel, html, json_findings, shapes, terminal
from lydelse.reports.corrections_file import corrections_text, read_corrections
from lydelse.reports.handled_file import read_handled
from support.reviews import small_review

WHOLE = Corrections(
    (
        Pairing(Statement("5.1", "773 096 tkr"), Statement("5.1", "798 047 tkr")),
        Pairing(Statement("bilaga-2/1", "15 %", 2), Statement("", "16 %", 3), together=False),
    ),
    (
        TableReading("5.1.1/t1", 'Ålder "år"', 2, 1),
        TableReading("~bilaga/t2", "", header_rows=0),
        TableReading("6/t1", "Grupp", is_table=False),
    ),
    "villkor 2025.docx",
)


def corrected_review() -> Review:
    review = small_review()
    told = Message("corrected.together", {"section": "5.1", "before": "773 096 tkr", "after": "798 047 tkr"})
    comparison = replace(review.comparison, corrected=(Corrected(told, Place(section="5.1", section_id="5.1", page=2)),))
    return replace(review, comparisons=(comparison,))


def test_corrections_read_back(tmp_path: Path) -> None:
    file = tmp_path / "rattelser.toml"
    file.write_text(corrections_text(WHOLE), encoding="utf-8")
    assert read_corrections(file) == WHOLE


def test_corrections_may_be_written_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "rattelser.toml"
    file.write_text('[par.tolk]\navsnitt = "5"\ntidigare = "950 kronor"\nsenare = "990 kronor"\n', encoding="utf-8")
    assert read_corrections(file) == Corrections((Pairing(Statement("5", "950 kronor"), Statement("5", "990 kronor")),))


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        ("[pår.a]\nx = 1", "model.toml.quotes", 1),
        ("[belopp.a]\nx = 1", "by-hand.unknown-part", 1),
        ('[par.a]\navsnitt = "5"\nfore = "1"', "model.unknown-key", 3),
        ('[par.a]\navsnitt = "5"\ntidigare = "1"', "model.missing-key", 1),
        ('[tabell.a]\nplats = "5/t1"', "model.missing-key", 1),
        ('[tabell.a]\nplats = "5/t1"\nrubrikrader = -1', "corrections.not-a-count", 3),
        ('[tabell.a]\nplats = "5/t1"\nrubrikrader = 1.5', "corrections.not-a-count", 3),
        ('[tabell.a]\nplats = "5/t1"\nnamnkolumner = 0', "corrections.not-a-count", 3),
        ('[lydelser.tidigare]\nnamn = "a.docx"', "model.unknown-key", 2),
    ],
)
def test_a_file_that_says_something_else_is_refused_by_its_line(tmp_path: Path, content: str, key: str, line: int) -> None:
    file = tmp_path / "rattelser.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LydelseError) as refused:
        read_corrections(file)
    assert (refused.value.message.key, refused.value.message.facts["line"]) == (key, line)


def test_the_files_that_the_guide_shows_are_read(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[3] / "docs" / "anvandarguide.md").read_text(encoding="utf-8")
    shown = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    files = {name: tmp_path / f"{name}.toml" for name in ("hanterat", "par")}
    for name, file in files.items():
        file.write_text(next(text for text in shown if f"[{name}." in text), encoding="utf-8")
    assert [each.who for each in read_handled(files["hanterat"])] == ["Anna Ek"]
    corrections = read_corrections(files["par"])
    assert (len(corrections.pairings), len(corrections.tables), corrections.earlier) == (1, 1, "nu.docx")


def test_every_report_tells_what_is_corrected() -> None:
    said = "Rättat för hand på sidan 2: 5.1: 773 096 tkr i nuvarande lydelse och 798 047 tkr i föreslagen lydelse hör ihop."
    review = corrected_review()
    assert said in " ".join(terminal.write(review, terminal.Screen(width=300)).split())
    assert said in html.write(review, version="1").partition('<article class="finding')[0]
    cells = [cell for sheet in load_workbook(io.BytesIO(excel.write(review))) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert said in cells
    report = json.loads(json_findings.write(review, version="1"))
    assert [(each["section"], each["page"]) for each in report["corrected"]] == [("5.1", 2)]
    assert list(Draft202012Validator(shapes.schema_of("findings")).iter_errors(report)) == []


def test_the_review_is_worked_out_anew_and_a_misfit_is_a_question(tmp_path: Path) -> None:
    before, after = tmp_path / "a.txt", tmp_path / "b.txt"
    before.write_text("# 5 Ersättning\n\nGrundbeloppet är 4 100 kronor.\n", encoding="utf-8")
    after.write_text("# 5 Ersättning\n\nFör varje listad betalas i grunden 4 300 kronor.\n", encoding="utf-8")
    plain = flow.review(before, after).comparison
    (removed,) = [each.before for each in plain.entries if each.before]
    (added,) = [each.after for each in plain.entries if each.after]
    right = Pairing(Statement(removed.place.section_id, removed.literal), Statement(added.place.section_id, added.literal))
    wrong = replace(right, before=Statement("9", "1 krona"))
    reviewed = flow.review(before, after, wishes=flow.Wishes(corrections=Corrections((right, wrong))))
    assert [each.status.value for each in reviewed.comparison.entries] == ["changed"]
    assert ("corrected.unfit.pair", Severity.QUESTION) in {(each.message.key, each.severity) for each in reviewed.unread}
