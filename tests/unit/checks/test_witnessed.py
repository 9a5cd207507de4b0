from collections.abc import Sequence
from pathlib import Path

import pytest

from lydelse import calculation
from lydelse.checks import Subject, asked_of_the_others
from lydelse.checks.witnessed import ASKED
from lydelse.differ import compare_marked
from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.scanned.doubts import said_of
from lydelse.model.change import Comparison
from lydelse.model.finding import Severity
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import replace
from support.pdfs import PdfMaker

ROWS = [
    ["Post", "2025, tkr", "2026, tkr"],
    ["Skolskjuts", "12 430", "12 860"],
    ["Lokaler", "8 120", "8 340"],
    ["Personal", "41 005", "42 217"],
    ["Summa", "61 555", "63 417"],
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sums") / "sums.pdf"
    with PdfMaker(path) as pdf:
        pdf.plain(70, 100, "Ramarna för 2026 framgår av tabellen, i tusental kronor.")
        pdf.ruled_table(70, 120, [200, 100, 100], ROWS)
        pdf.plain(70, 260, "Avgiften är 97 kronor för varje besök.")
    return path


def told(path: Path, literals: Sequence[str]) -> list[tuple[str, Severity, object]]:
    """Return what is said of uncertain figures where these were read uncertainly."""
    document = extract(path)
    amounts = [entry.after for entry in compare_marked(document).entries if entry.after]
    uncertain = []
    for literal in literals:
        box = next(amount.place.box for amount in amounts if literal in amount.literal)
        assert box is not None
        uncertain.append(UncertainFigure(1, box, literal, 0.6))
    comparison: Comparison = compare_marked(replace(document, uncertain=tuple(uncertain)))
    (asked,) = said_of(uncertain)
    subject = Subject(comparison, calculation.infer(comparison))
    return [(each.message.key, each.severity, each.message.facts["texts"]) for each in asked_of_the_others([asked], [subject])]


def test_an_uncertain_figure_that_a_sum_confirms_is_not_asked_about(printed: Path) -> None:
    assert told(printed, ["8 340"]) == [("X902.witnessed-figures", Severity.INFO, ("”8 340”",))]


def test_an_uncertain_figure_of_no_sum_is_asked_about(printed: Path) -> None:
    assert [key for key, _, _ in told(printed, ["97"])] == [ASKED]


def test_what_is_asked_about_is_told_without_what_a_sum_confirms(printed: Path) -> None:
    assert told(printed, ["8 340", "97"]) == [
        (ASKED, Severity.QUESTION, ("”97”",)),
        ("X902.witnessed-figures", Severity.INFO, ("”8 340”",)),
    ]


def test_a_sum_of_two_uncertain_figures_confirms_neither(printed: Path) -> None:
    assert [key for key, _, _ in told(printed, ["8 340", "42 217"])] == [ASKED]
