from __future__ import annotations

from lydelse.checks import check
from lydelse.model.calculation import Origin, RelationKind
from lydelse.model.text import Version
from support.models import model_of, subject_against

DOCUMENT = """
# 5 Medel
## 5.1 Grundbelopp per listad
Totalt fördelas 304 262 tkr.
## 5.2 Social faktor
Måttet är BTI (brett tilläggsindex). Totalt fördelas 202 842 tkr.
## 5.3 Avståndsfaktor
Totalt fördelas 15 % av summan grundbelopp per listad, BTI och avståndsersättning, totalt 89 489 tkr.
"""
QUANTITIES = "".join(
    f'[storhet.{name}]\navsnitt = "{section}"\netikett = "Totalt"\nenhet = "tkr"\n'
    for name, section in (("bas", "5.1"), ("social", "5.2"), ("avstand", "5.3"))
)


def kinds(uttryck: str, document: str = DOCUMENT) -> list[tuple[RelationKind, Origin]]:
    subject = subject_against(document, model_of(f'{QUANTITIES}[relation.r]\nuttryck = "{uttryck}"\n'))
    return [(relation.kind, relation.origin) for relation in subject.calculation.relations]


def test_a_declared_relation_takes_the_place_of_the_one_that_says_the_same() -> None:
    assert kinds("avstand = 15 % * (bas + social + avstand)") == [(RelationKind.DECLARED, Origin.MODEL)]


def test_one_with_another_share_or_other_figures_stands_beside_it() -> None:
    assert len(kinds("avstand = 16 % * (bas + social + avstand)")) == 2
    assert len(kinds("avstand = 15 % * (bas + social)")) == 2


def test_nothing_is_left_untested_by_what_takes_its_place() -> None:
    marked = DOCUMENT
    for before, after in (("300 000", "304 262"), ("200 000", "202 842"), ("88 235", "89 489")):
        marked = marked.replace(after, f"[-{before}-]{{+{after}+}}")
    marked = marked.replace("Totalt fördelas", "För [-2025-]{+2026+} fördelas totalt")
    given = QUANTITIES + "[storhet.del]\ntal = {2026 = 1}\n"
    subject = subject_against(marked, model_of(f'{given}[relation.r]\nuttryck = "avstand = 15 % * (bas + social + avstand) * del"\n'))
    tested = {outcome.version for outcome in subject.calculation.outcomes if outcome.holds}
    assert tested == set(Version)
    assert {relation.kind for relation in subject.calculation.relations} >= {RelationKind.SHARE, RelationKind.DECLARED}


def test_the_shares_own_figure_counts_as_confirmed_with_the_relation() -> None:
    subject = subject_against(DOCUMENT, model_of(f'{QUANTITIES}[relation.r]\nuttryck = "avstand = 15 % * (bas + social + avstand)"\n'))
    confirmed = [each for each in check(subject).confirmed if each.origin is Origin.MODEL]
    assert len(confirmed) == 1
    assert "15 %" in [passage.text for passage in confirmed[0].passages]
    assert confirmed[0].arithmetic == "15 % × (304 262 + 202 842 + 89 489) = 89 488,9 ≈ 89 489 tkr"


def test_an_error_is_told_once() -> None:
    wrong = DOCUMENT.replace("89 489", "89 849")
    subject = subject_against(wrong, model_of(f'{QUANTITIES}[relation.r]\nuttryck = "avstand = 15 % * (bas + social + avstand)"\n'))
    assert [finding.code for finding in check(subject, select=["S", "M"]).findings] == ["M601"]


def test_a_unique_typo_is_suggested() -> None:
    wrong = DOCUMENT.replace("89 489", "89 849")
    subject = subject_against(wrong, model_of(f'{QUANTITIES}[relation.r]\nuttryck = "avstand = 15 % * (bas + social + avstand)"\n'))
    finding = check(subject, select=["M601"]).findings[0]
    assert (finding.found, finding.expected) == ("89 849 tkr", "89 488,9 tkr")
