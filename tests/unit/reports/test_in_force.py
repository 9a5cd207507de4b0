import json

from lydelse.calculation import infer
from lydelse.checks import Subject, check
from lydelse.differ import compare_marked, consolidated, held_against
from lydelse.extractors.written import written
from lydelse.model.document import Document
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports import amendments, html, json_comparison, json_findings, terminal

WHOLE = (
    "# 1 Allmänt\nUppdraget gäller alla.\n# 2 Besök\nErsättningen är 700 kr per besök och betalas varje månad.\n# 3 Avtal\nAvtalet löper."
)
REDLINE = "# 2 Besök\nErsättningen är [-700-] {+800+} kr per besök och betalas varje år.\n# {+4 Hyra+}\n{+Hyra ersätts inte.+}"


def named(document: Document, name: str) -> Document:
    return replace(document, source=replace(document.source, name=name, sha256="ab" * 32))


def review() -> Review:
    redline = named(written(REDLINE), "forslag.txt")
    comparison = replace(compare_marked(redline), in_force=held_against(redline, named(written(WHOLE), "gallande.txt")))
    findings = check(Subject(comparison, infer(comparison))).findings
    return Review((comparison,), findings, (), (), ())


def test_the_screen_names_the_file_in_force_and_what_is_left_out() -> None:
    shown = " ".join(terminal.write(review(), terminal.Screen(100)).split())
    assert "gallande.txt · gällande dokument" in shown
    assert "Utelämnade avsnitt i gällande dokument, som inte ändras: 1 Allmänt och 3 Avtal." in shown
    assert "Nya avsnitt: 4 Hyra." in shown
    assert "Gällande dokument har ”månad”, handlingen ”år”, utan markering." in shown


def test_the_page_names_the_file_in_force_with_its_hash_and_has_a_section_of_its_own() -> None:
    page = html.write(review(), version="1.2.3")
    assert page.count("ab" * 32) == 2
    assert 'id="gallande"' in page
    without = replace(review(), comparisons=(replace(review().comparison, in_force=None),))
    assert 'id="gallande"' not in html.write(without, version="1.2.3")


def test_the_json_says_where_each_section_stands() -> None:
    comparison = json.loads(json_comparison.write(review().comparison))
    assert [(each["section"], each["match"], each["left_out"]) for each in comparison["in_force"]] == [
        ("2", "number+title", False),
        ("4", "none", False),
        ("1", "none", True),
        ("3", "none", True),
    ]
    findings = json.loads(json_findings.write(review(), version="1.2.3"))
    assert findings["document_in_force"]["name"] == "gallande.txt"
    assert [each["section"] for each in findings["in_force"]] == ["2", "4", "1", "3"]
    assert [each["code"] for each in findings["findings"]] == ["K507"]
    assert findings["findings"][0]["places"][1]["section"] == "2"


def test_every_amendment_is_listed_the_ones_not_made_first() -> None:
    outcome = consolidated(written(REDLINE.replace("[-700-]", "[-650-]")), written(WHOLE))
    lines = amendments.write_list(outcome).splitlines()
    assert lines[0] == "2 av 3 ändringar är gjorda, 1 inte."
    assert lines[1].startswith("! 2: [-Ersättningen är 650 kr")
    content = json.loads(amendments.write_json(outcome))
    assert content["summary"] == {"amendments": 3, "applied": 2, "not_applied": 1}
    assert [each["applied"] for each in content["amendments"]] == [False, True, True]
