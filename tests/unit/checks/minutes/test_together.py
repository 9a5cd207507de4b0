"""Minutes and their papers checked together: what holds, and what links them."""

from __future__ import annotations

from lydelse.checks.minutes import case_links, check_minutes
from lydelse.model.minutes_review import Stage
from lydelse.reports.wording import say
from support.folders import folder

MEMO = """2021-05-20
Dnr KS/12/2021
# Plan för skolan
## Ärendebeskrivning
Kommunstyrelsen beslutade den 20 januari 2021 § 4 om direktiv till planen för skolan.
## Förslag till beslut
*1. Medel om {memo} anslås till planen för skolan.
"""
BOARD = """Kommunstyrelsen 2021-06-02
# § 118 Plan för skolan (KS/12/2021)
## Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige
*1. Medel om 500 tkr anslås till planen för skolan.
## Yrkanden
{motion}
## Beslut
Kommunstyrelsen föreslår kommunfullmäktige
*1. Medel om 500 tkr anslås till planen för skolan.
"""
COUNCIL = """Kommunfullmäktige 2021-06-23
# § 84 Plan för skolan (KS/12/2021)
## Beslut
*1. Medel om 500 tkr anslås till planen för skolan.
"""
APPROVAL = "Eva Ek (S) yrkar bifall till förslaget."


def documents(memo: str = "500 tkr", motion: str = APPROVAL) -> dict[str, str]:
    return {"memo.txt": MEMO.format(memo=memo), "ks.txt": BOARD.format(motion=motion), "kf.txt": COUNCIL}


def confirmed(texts: dict[str, str], code: str) -> list[str]:
    return [say(each.wording) for each in check_minutes(folder(texts), [code]).confirmed if each.wording.key.startswith(code)]


def test_a_decision_that_is_the_proposal_is_confirmed_where_every_motion_was_understood() -> None:
    told = "ks.txt, § 118: Beslutet är förslaget (Förslag till beslut), 1 punkt."
    assert told in confirmed(documents(), "K503")
    assert told not in confirmed(documents(motion="Eva Ek (S) yrkar som tidigare anförts i nämnden."), "K503")


def test_a_proposal_followed_by_its_decision_is_confirmed() -> None:
    assert confirmed(documents(), "K509") == ["ks.txt, § 118: Förslaget (2021-06-02) följs av Kommunfullmäktige 2021-06-23 § 84."]


def test_an_amount_that_the_memo_gives_otherwise_is_an_error_where_the_memo_says_it() -> None:
    found = check_minutes(folder(documents(memo="5 000 tkr")), ["K502"]).findings
    assert [(each.code, str(each.severity)) for each in found[:1]] == [("K502", "error")]
    assert {passage.document for passage in found[0].passages} == {"memo.txt", "ks.txt"}


def test_the_chain_of_a_case_goes_from_memo_to_council() -> None:
    chain = case_links(folder({"kf.txt": COUNCIL, **documents()}))[0]
    assert [(link.stage, link.paragraph) for link in chain.links] == [(Stage.MEMO, None), (Stage.COMMITTEE, 118), (Stage.COUNCIL, 84)]
    assert chain.documents == ("kf.txt", "memo.txt", "ks.txt")


TENDER = """# Förfrågningsunderlag för skolan 2022
## 1 Krav
Leverantören ska ha tillstånd. Leverantören svarar för lokaler. Leverantören redovisar antalet elever varje månad.
## 2 Ersättning
Leverantören ersätts med 100 kr per elev.
"""
LISTED = "## Beslutsunderlag\n*- Förfrågningsunderlag för skolan 2022\n"


def test_what_a_decision_lists_is_the_last_link_of_its_case() -> None:
    chain = case_links(folder({"underlag.txt": TENDER, **documents(), "ks.txt": documents()["ks.txt"] + LISTED}))[0]
    assert [(link.document, link.stage) for link in chain.links][-1] == ("underlag.txt", Stage.TENDER)


def test_the_rules_about_one_document_are_asked_of_each() -> None:
    texts = documents() | {"bilaga.txt": "# Bilaga\nAvgiften är 1o miljoner kronor.\n"}
    found = check_minutes(folder(texts)).findings
    assert ("T301", "bilaga.txt") in {(each.code, each.passages[0].document) for each in found}


def test_no_finding_comes_of_a_folder_that_agrees() -> None:
    assert check_minutes(folder(documents()), ["K"]).findings == ()
