from decimal import Decimal

from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.finding_ids import identified
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place


def finding(section: str = "5.1", page: int = 3, **facts: Fact) -> Finding:
    place = Place(section=section, section_id=section, path=f"{section}/p{page}", page=page)
    return Finding("S101", "sum-mismatch", Severity.ERROR, Message("S101", facts), (Passage(place, "text"),))


def ids(*findings: Finding) -> list[str]:
    return [id_ for id_, _ in identified(findings)]


def test_an_id_does_not_depend_on_where_on_paper_the_finding_stands() -> None:
    assert ids(finding(page=3, total=Decimal(10))) == ids(finding(page=9, total=Decimal(10)))
    assert ids(finding(page=3, pages=("1", "2"))) == ids(finding(page=3, pages=("4",)))


def test_other_figures_or_another_section_make_another_finding() -> None:
    assert len({*ids(finding(total=Decimal(10))), *ids(finding(total=Decimal(11))), *ids(finding("5.2", total=Decimal(10)))}) == 3


def test_the_order_of_the_facts_does_not_matter() -> None:
    assert ids(finding(a="1", b="2")) == ids(finding(b="2", a="1"))


def test_findings_that_are_alike_are_numbered() -> None:
    first, second = ids(finding(), finding())
    assert second == f"{first}-2"
