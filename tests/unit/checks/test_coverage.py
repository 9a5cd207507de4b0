from __future__ import annotations

from lydelse.calculation import infer
from lydelse.checks import Subject, check, coverage
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.amount import AmountKind
from lydelse.model.review import Coverage
from lydelse.records import replace
from support.calculations import subject_of

TEXT = """
# 1 Budget
|= Post | Belopp (tkr)
| Lön | 412 300
| Hyra | 318 750
| Summa | {}
# 2 Vikter
|= Ålder | Vikt
| 0–4 | 1,16
| 5–9 | 0,36
"""


def _of(text: str) -> dict[AmountKind, Coverage]:
    subject = subject_of(text)
    return {each.kind: each for each in coverage([subject], check(subject, select=["S"]).findings)}


def test_figures_that_a_stated_sum_confirms_are_told_from_a_table_of_untested_weights() -> None:
    counted = _of(TEXT.format("731 050"))
    assert counted[AmountKind.MONEY].confirmed_stated == 3
    assert counted[AmountKind.MONEY].untested == 0
    assert counted[AmountKind.WEIGHT].amounts == 2
    assert counted[AmountKind.WEIGHT].untested == 2


def test_a_figure_in_a_finding_is_not_also_confirmed() -> None:
    counted = _of(TEXT.format("731 500"))
    assert counted[AmountKind.MONEY].in_findings == 3
    assert counted[AmountKind.MONEY].confirmed_stated == 0


def test_a_kind_that_the_document_does_not_have_is_not_counted() -> None:
    assert AmountKind.SHARE not in _of(TEXT.format("731 050"))


def test_figures_of_the_earlier_version_alone_do_not_count() -> None:
    counted = _of("# 1 Bidrag\n[-Bidraget är 5 000 kr.-]\nStödet är 7 000 kr.\n")
    assert counted[AmountKind.MONEY].amounts == 1


def test_a_figure_that_is_only_told_of_for_information_is_untested() -> None:
    subject = subject_of("# 1 Pris\nPriset är [-700-] {+720+} kr för [-2025-] {+2026+}.\n# 2 Bidrag\nBidraget är 5 000 kr.\n")
    findings = check(subject, select=["Y201"]).findings
    assert [str(finding.severity) for finding in findings] == ["info"]
    (money,) = coverage([subject], findings)
    assert (money.amounts, money.in_findings) == (2, 0)


def test_a_finding_in_one_file_does_not_count_against_the_same_place_of_another() -> None:
    wrong, right = (
        Subject(comparison, infer(comparison))
        for comparison in (
            compare_marked(replace(document, source=replace(document.source, name=name)))
            for name, document in (("a.txt", written(TEXT.format("731 500"))), ("b.txt", written(TEXT.format("731 050"))))
        )
    )
    found = check(wrong, select=["S"]).findings
    named = [replace(each, passages=tuple(replace(passage, document="a.txt") for passage in each.passages)) for each in found]
    counted = {each.kind: each for each in coverage([wrong, right], named)}
    assert (counted[AmountKind.MONEY].in_findings, counted[AmountKind.MONEY].confirmed_stated) == (3, 3)
