"""Whatever paragraphs, lists and tables hold, the relations of their figures are found or not, and told; nothing breaks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lydelse.calculation import infer
from lydelse.checks import Subject, check
from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written
from lydelse.reports.wording import say

FIGURES = st.sampled_from(["0", "1", "12", "1,04", "−310", "1 250", "12 345", "13 878 702", "304 262", "2026", "–", "", "1o", "0,0", "100"])
UNITS = st.sampled_from(["", " kr", " tkr", " mnkr", " %", " kr per invånare", " invånare"])
WORDS = st.sampled_from(
    [
        *("Summa", "Totalt", "Delsumma personal", "Nettokostnad", "Resultat", "Intäkter", "Kostnader", "varav", "Nämnderna totalt"),
        *("fördelas enligt nedan:", "av summan av", "dvs.", "motsvarande", "knappt", "cirka", "högst", "+", "=", "och", ",", "(", "utgör"),
        *("Genomsnittet är", "lön", "hyra", "antal", "per invånare", "bland annat", "[-", "-]", "{+", "+}"),
    ]
)
AMOUNTS = st.tuples(FIGURES, UNITS).map("".join)
LINES = st.lists(st.one_of(WORDS, AMOUNTS), min_size=1, max_size=8).map(" ".join)
CELLS = st.one_of(WORDS, AMOUNTS, FIGURES).map(lambda text: text.replace("|", ""))
ROWS = st.lists(CELLS, min_size=1, max_size=4).map(lambda cells: "| " + " | ".join(cells))
TABLES = st.tuples(st.lists(CELLS, min_size=1, max_size=4), st.lists(ROWS, max_size=6)).map(
    lambda table: "\n".join(["|= " + " | ".join(table[0]), *table[1]])
)
BLOCKS = st.one_of(LINES, LINES.map("* {}".format), LINES.map("# {}".format), st.just("# 5.1 Ersättning"), TABLES)
TEXTS = st.lists(BLOCKS, max_size=8).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_has_its_relations_inferred_and_told(text: str) -> None:
    comparison = compare_marked(written(text))
    checked = check(Subject(comparison, infer(comparison)))
    for finding in checked.findings:
        assert say(finding.message)
    for confirmed in checked.confirmed:
        assert say(confirmed.wording)


@settings(max_examples=50, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_have_their_relations_inferred(before: str, after: str) -> None:
    calculation = infer(compare(written(before), written(after)))
    assert all(outcome.relation in calculation.relations for outcome in calculation.outcomes)
