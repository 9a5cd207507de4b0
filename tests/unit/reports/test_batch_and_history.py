"""The index of a folder, and a quantity through the years: as text, as pages and for programs."""

import json
import re

import jsonschema
import pytest

from lydelse.model.finding import Severity
from lydelse.model.history import History
from lydelse.reports import batch_json, batch_sarif, batch_text, history_json, history_text, shapes
from lydelse.reports.html import batch_page, history_page
from support.batches import small_batch, small_history

NOTHING = History("finns inte", (), ())


def test_the_index_counts_what_is_new_and_tells_errors_and_warnings_one_by_one() -> None:
    assert batch_text.write(small_batch()).splitlines() == [
        "Mappen ”Handlingar & bilagor”: 7 filer.",
        "       1  granskad",
        "       2  granskad som den ena av två lydelser",
        "       1  kopia av en annan fil",
        "       1  förbigången",
        "       1  kan inte läsas",
        "       1  avbruten",
        "1 fel, 1 varning, 1 fråga, 0 upplysningar",
        "",
        "2024/villkor.pdf mot 2025/villkor.pdf",
        "  Fel S101 2: Summan <stämmer> inte.",
        "  Varning L402 2: En lucka.",
        "",
        "Handlingar som inte är granskade:",
        "  stor.pdf: Arbetet tog längre tid än 600 sekunder och avbröts.",
        "  trasig.pdf: trasig.pdf är tom. Kontrollera att filen är färdigt sparad eller nedladdad.",
        "",
        "Kan vara lydelser av samma handling",
        "  a.pdf och b.pdf är lydelser av samma handling, med 97 % av texten gemensam. Vilken är den tidigare?",
    ]


def test_what_an_earlier_index_told_is_left_out_and_counted() -> None:
    told = batch_text.write(small_batch(since=True))
    assert "1 fel, 0 varningar" in told
    assert "En lucka" not in told
    page = batch_page.write(small_batch(since=True), version="1")
    assert "En lucka" not in page
    assert not small_batch(since=True).reaches(None)
    assert small_batch(since=True).reaches(Severity.ERROR)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("since", [False, True])
def test_the_page_names_every_file_and_leads_to_every_report(language: str, *, since: bool) -> None:
    page = batch_page.write(small_batch(since=since), version="1", language=language)
    for file in ("2024/villkor.pdf", "kopia.pdf", "lista.csv", "protokoll &lt;1&gt;.pdf", "stor.pdf", "trasig.pdf"):
        assert file in page
    assert page.count('href="handlingar/villkor.pdf-1.html"') == 4  # above its findings, among the reports, and at each of two files
    assert "<stämmer>" not in page


def test_the_index_for_programs_is_as_its_schema_says() -> None:
    for since in (False, True):
        told = json.loads(batch_json.write(small_batch(since=since), version="1"))
        jsonschema.validate(told, shapes.schema_of("batch"))
        assert ("known" in told["reviews"][0]["findings"][0]) == since
    assert told["summary"]["new_findings"] == {"error": 1, "warning": 0, "question": 1, "info": 0}


def test_the_log_holds_every_finding_and_every_file_that_was_not_read() -> None:
    run = json.loads(batch_sarif.write(small_batch(since=True), version="1"))["runs"][0]
    assert [(each["ruleId"], each["level"], each["baselineState"]) for each in run["results"]] == [
        ("S101", "error", "new"),
        ("L402", "warning", "unchanged"),
        ("Y201", "none", "new"),
    ]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["L402", "S101", "Y201"]
    notes = [(each["descriptor"]["id"], each["level"]) for each in run["invocations"][0]["toolExecutionNotifications"]]
    assert notes == [("X901", "warning"), ("skipped", "note"), ("broken", "error"), ("refused", "error")]
    assert {result["partialFingerprints"]["lydelseFinding/v1"] for result in run["results"]} == {
        "2024/villkor.pdf|2025/villkor.pdf|S101-1",
        "2024/villkor.pdf|2025/villkor.pdf|L402-1",
        "protokoll <1>.pdf|Y201-1",
    }


def test_a_quantity_is_a_table_of_years_with_its_changes_whatever_its_unit() -> None:
    assert history_text.write(small_history()).splitlines()[:7] == [
        "Ersättning för vikt 1,00, Belopp (Ersättning <a>)",
        "  2022      1,5 mkr          villkor 2022.pdf, 2.1, s. 4",
        "  2023    1 600 tkr  +6,7 %  villkor 2023.pdf, 2.1, s. 4, nuvarande lydelse",
        "  2023    1 650 tkr          villkor 2023.pdf, 2.1, s. 4",
        "  (2026)  1 650 tkr          villkor 2026.pdf, 2.1, s. 4",
        "",
        "Avgift",
    ]


def test_a_long_passage_is_cut_where_it_is_quoted() -> None:
    last = history_text.write(small_history()).splitlines()[-1]
    assert last.endswith(" …")
    assert len(last) < 300


def test_the_page_draws_what_is_stated_for_several_years_and_nothing_for_one() -> None:
    page = history_page.write(small_history(), version="1")
    assert page.count("<svg") == page.count("<polyline") == 1
    assert len(re.findall("<circle", page)) == 4
    assert 'aria-label="Ersättning för vikt 1,00, Belopp (Ersättning &lt;a&gt;): 2022 1,5 mkr, 2023 1 650 tkr och 2026 1 650 tkr."' in page


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_query_that_finds_nothing_is_said_so(language: str) -> None:
    assert "finns inte" in history_text.write(NOTHING, language)
    assert "finns inte" in history_page.write(NOTHING, version="1", language=language)


def test_the_history_for_programs_is_as_its_schema_says() -> None:
    for history in (small_history(), NOTHING):
        jsonschema.validate(json.loads(history_json.write(history, version="1")), shapes.schema_of("history"))
