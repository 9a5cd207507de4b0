"""Findings marked as handled on the page: who, when and why, in every report from then on."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from lydelse.web.kept import history_in
from support.visitors import Served, Visitor, served

TEXT = "# Förslag till beslut\n\nAnslaget höjs med 1o miljoner kronor.\n\nBidraget sänks med 2o miljoner kronor.\n".encode()

MINUTES = """Omsorgsnämnden
PROTOKOLL
Sammanträdesdatum 2024-03-12

§ 12 Taxa för larm (ON/2024:7)

Beslut
Omsorgsnämnden beslutar
1. Taxan höjs till 21o kronor.

Omröstningsresultat
Med 8 ja-röster mot 5 nej-röster av 12 avgivna röster beslutar nämnden enligt förslaget.
""".encode()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page")) as opened:
        yield opened


def checked(page: Served) -> tuple[Visitor, str, list[str]]:
    """Return a visitor, the address of a work, and the ids of its findings."""
    visitor = page.visitor()
    work = visitor.order("check", [("paper", "förslag.md", TEXT)])
    ids = re.findall(r'name="why:([^"]+)"', visitor.finished(work))
    assert ids
    return visitor, work, ids


def said(visitor: Visitor, work: str, fields: dict[str, str]) -> str:
    answer = visitor.post(f"{work}/handle", {"who": "A. Ek", "when": "2026-11-22", **fields})
    assert answer.status == 303, answer.text
    return visitor.finished(work)


def test_a_handled_finding_says_so_on_the_page_and_in_the_reports(page: Served) -> None:
    visitor, work, ids = checked(page)
    shown = said(visitor, work, {f"why:{ids[0]}": "Rättat i <nästa> version."})
    sentence = "Hanterad av A. Ek den 2026-11-22: Rättat i &lt;nästa&gt; version."
    assert sentence in shown
    assert sentence in visitor.get(f"{work}/report").text
    word = zipfile.ZipFile(BytesIO(visitor.get(f"{work}/files/docx").body)).read("word/document.xml").decode()
    assert "Rättat i &lt;nästa&gt; version." in word
    assert "Rättat i <nästa> version." in visitor.get(f"{work}/files/handled").text
    assert ids[0] in visitor.get(f"{work}/files/handled").text


def test_a_mark_is_changed_and_removed_and_the_others_stand_as_they_were(page: Served) -> None:
    visitor, work, ids = checked(page)
    assert len(ids) > 1, "two findings are asked about"
    said(visitor, work, {f"why:{ids[0]}": "Ett", f"why:{ids[1]}": "Två"})
    shown = said(visitor, work, {"who": "B. Berg", f"why:{ids[0]}": "Ett", f"why:{ids[1]}": "Två, ändrat"})
    assert "Hanterad av A. Ek den 2026-11-22: Ett" in shown
    assert "Hanterad av B. Berg den 2026-11-22: Två, ändrat" in shown
    shown = said(visitor, work, {f"why:{ids[1]}": "Två, ändrat"})
    assert "Ett" not in re.findall(r'class="handled">(.*?)</p>', shown, re.DOTALL)[0]
    assert shown.count('class="handled"') == 1


def test_what_another_window_has_said_meanwhile_stands(page: Served) -> None:
    visitor, work, ids = checked(page)
    said(visitor, work, {f"why:{ids[0]}": "Ett", f"was:{ids[0]}": "", f"why:{ids[1]}": "", f"was:{ids[1]}": ""})
    shown = said(visitor, work, {f"why:{ids[0]}": "", f"was:{ids[0]}": "", f"why:{ids[1]}": "Två", f"was:{ids[1]}": ""})
    assert [each for each in ("Ett", "Två") if f": {each}</p>" in shown] == ["Ett", "Två"]
    shown = said(visitor, work, {f"why:{ids[0]}": "", f"was:{ids[0]}": "Ett", f"why:{ids[1]}": "Två", f"was:{ids[1]}": "Två"})
    assert [each for each in ("Ett", "Två") if f": {each}</p>" in shown] == ["Två"]


@pytest.mark.parametrize(("fields", "wrong"), [({"who": " "}, "Skriv vem"), ({"when": "igår"}, "är ingen dag")])
def test_a_mark_without_who_or_when_is_asked_for_and_nothing_is_lost(page: Served, fields: dict[str, str], wrong: str) -> None:
    visitor, work, ids = checked(page)
    answer = visitor.post(f"{work}/handle", {"who": "A. Ek", "when": "2026-11-22", f"why:{ids[0]}": "Rättat.", **fields})
    assert answer.status == 422
    assert wrong in answer.text
    assert ">Rättat.</textarea>" in answer.text
    assert 'class="handled"' not in visitor.get(work).text


def test_what_is_handled_goes_along_to_a_new_version(page: Served) -> None:
    visitor = page.visitor()
    work = visitor.order("review", [("before", "förslag.md", TEXT)])
    ids = re.findall(r'name="why:([^"]+)"', visitor.finished(work))
    said(visitor, work, {f"why:{ids[0]}": "Avsett."})
    answer = visitor.post(f"{work}/revised", {}, [("before", "förslag 2.md", TEXT + b"\nNytt stycke.\n")])
    revised = (answer.headers["location"] or "").removeprefix(visitor.door.prefix)
    assert "Hanterad av A. Ek den 2026-11-22: Avsett." in visitor.finished(revised)


def test_marks_are_kept_with_the_work(tmp_path: Path) -> None:
    (tmp_path / "sida").mkdir()
    history = history_in(tmp_path / "historik", 30)
    with served(tmp_path / "sida", history=history) as opened:
        visitor, work, ids = checked(opened)
        assert "är sparad" in said(visitor, work, {f"why:{ids[0]}": "Rättat."})
    kept = next(iter(history.kept()))
    assert [(each.finding_id, each.who, each.why) for each in kept.order.handled] == [(ids[0], "A. Ek", "Rättat.")]
    assert len([*history.kept()]) == 1


def test_findings_in_minutes_are_marked_in_every_report_of_theirs(page: Served) -> None:
    visitor = page.visitor()
    work = visitor.order("minutes", [("paper", "protokoll.md", MINUTES)])
    ids = re.findall(r'name="why:([^"]+)"', visitor.finished(work))
    assert ids
    sentence = "Hanterad av A. Ek den 2026-11-22: Rättas vid justeringen."
    assert sentence in said(visitor, work, {f"why:{ids[0]}": "Rättas vid justeringen."})
    assert sentence in visitor.get(f"{work}/report").text
    assert "1 fynd är hanterat" in visitor.get(f"{work}/report").text
    for form, part in (("docx", "word/document.xml"), ("xlsx", "xl/worksheets/sheet1.xml")):
        assert sentence in zipfile.ZipFile(BytesIO(visitor.get(f"{work}/files/{form}").body)).read(part).decode()
    assert f"[hanterat.{ids[0]}]" in visitor.get(f"{work}/files/handled").text
    baseline = json.loads(visitor.get(f"{work}/files/json").text)
    assert [each["handled"]["why"] for each in baseline["findings"] if "handled" in each] == ["Rättas vid justeringen."]


def test_a_draft_of_a_model_has_no_marks(page: Served) -> None:
    visitor = page.visitor()
    work = visitor.order("draft", [("before", "förslag.md", TEXT)])
    visitor.finished(work)
    assert visitor.post(f"{work}/handle", {"who": "A", "when": "2026-11-22"}).status == 404
