"""The laws of the document in force: a true redline departs in nothing, and consolidated it is the later version."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lydelse.differ import compare, consolidated, held_against
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.formats.ooxml.writing import word_bytes
from lydelse.model.document import Document
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks
from lydelse.reports.word import write_consolidated

PHRASES = [
    "Kommunen betalar 12 kr",
    "för varje elev",
    "till skolor i glesbygd",
    "ersättningen är 1 250 kr",
    "och dessutom 3 %",
    "vid årets början 2025",
    "samt för",
    "Beloppet räknas upp varje år.",
]
TITLES = ["Allmänt", "Ersättning", "Tillägg", "Uppföljning"]

phrases = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6).map(" ".join)
rows = st.tuples(st.sampled_from(["0–4", "5–9", "Förskola"]), st.sampled_from(["1,10", "0,90", "12 kr"])).map(
    lambda cells: f"| {' | '.join(cells)}"
)
lines = st.one_of(phrases, phrases, rows, phrases.map(lambda text: f"* {text}"))
bodies = st.lists(lines, max_size=4)
sections = st.lists(st.tuples(st.sampled_from(TITLES), bodies), min_size=1, max_size=5)


def text_of(parts: list[tuple[str, list[str]]]) -> str:
    return "\n".join(line for number, (title, body) in enumerate(parts, 1) for line in (f"# {number} {title}", *body))


@st.composite
def redlines(draw: st.DrawFn) -> Document:
    """A redline of two versions: lines taken out, put in and exchanged."""
    before = draw(sections)
    after = [(title, list(body)) for title, body in before]
    for _ in range(draw(st.integers(0, 4))):
        body = after[draw(st.integers(0, len(after) - 1))][1]
        at = draw(st.integers(0, len(body)))
        body[at : at + draw(st.integers(0, 1))] = draw(st.lists(lines, max_size=1))
    return compare(written(text_of(before)), written(text_of(after))).redline


@settings(max_examples=80, deadline=None)
@given(redlines())
def test_a_redline_held_against_its_own_earlier_version_departs_in_nothing(redline: Document) -> None:
    held = held_against(redline, rejecting_marks(redline))
    assert held.departures == ()
    assert held.left_out == ()


@settings(max_examples=80, deadline=None)
@given(redlines())
def test_a_redline_consolidated_with_its_own_earlier_version_is_its_later_one(redline: Document) -> None:
    outcome = consolidated(redline, rejecting_marks(redline))
    assert outcome.not_applied == ()
    assert plain_lines(outcome.document) == plain_lines(accepting_marks(redline))


@settings(max_examples=25, deadline=None)
@given(redlines())
def test_the_copy_of_a_word_file_in_force_reads_as_the_consolidated_document(redline: Document) -> None:
    with tempfile.TemporaryDirectory() as name:
        file, new = Path(name) / "gallande.docx", Path(name) / "antaget.docx"
        file.write_bytes(word_bytes(rejecting_marks(redline)))
        outcome = consolidated(redline, read(file))
        content, said = write_consolidated(outcome, file.read_bytes())
        new.write_bytes(content)
        assert said is None
        assert [line for line in plain_lines(read(new)) if line] == [line for line in plain_lines(outcome.document) if line]
