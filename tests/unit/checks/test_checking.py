from __future__ import annotations

from lydelse.checks import CATALOGUE, check, rules_in_force
from support.calculations import subject_of

TEXT = """
# 1 Budget
|= Post | Belopp (tkr)
| Lön | 412 300
| Hyra | 318 750
| Summa | 731 500
# 2 Stöd
Stödet är 2 % av anslaget på 40 mkr, totalt 900 tkr.
# 3 Lokaler
|= Post | Belopp (tkr)
| Hyra | 1 204
| El | 2 410
| Summa | 3 641
"""


def test_findings_stand_in_document_order_whatever_their_codes() -> None:
    found = check(subject_of(TEXT), select=["S"]).findings
    assert [(finding.code, finding.place.section) for finding in found] == [("S101", "1"), ("S102", "2"), ("S101", "3")]


def test_rules_are_chosen_and_left_out_by_the_beginnings_of_their_codes() -> None:
    assert {rule.code[0] for rule in rules_in_force(select=["S"])} == {"S"}
    assert "S101" not in {rule.code for rule in rules_in_force(ignore=["S101"])}
    assert [finding.code for finding in check(subject_of(TEXT), select=["S1"], ignore=["S101"]).findings] == ["S102"]
    assert rules_in_force() == CATALOGUE


def test_every_finding_quotes_figures_that_stand_where_it_says() -> None:
    subject = subject_of(TEXT)
    paths = {paragraph.place.path: paragraph.after for paragraph in subject.after.paragraphs}
    for finding in check(subject, select=["S"]).findings:
        assert all(passage.text in paths[passage.place.path] for passage in finding.passages)


def test_the_same_document_is_judged_alike_each_time() -> None:
    assert check(subject_of(TEXT)) == check(subject_of(TEXT))


def test_an_item_of_minutes_is_called_by_its_sign_and_a_section_by_its_number() -> None:
    minutes = subject_of("# § 118 Stöd\nTaket gäller enligt §44 i lagen.\nStödet är 2 % av anslaget på 40 mkr, totalt 800 tkr.")
    assert [finding.message.facts["section"] for finding in check(minutes, select=["T307"]).findings] == ["§ 118"]
    assert [each.wording.facts["section"] for each in check(minutes).confirmed] == ["§ 118"]
    assert {finding.message.facts["section"] for finding in check(subject_of(TEXT), select=["S"]).findings} == {"1", "2", "3"}
