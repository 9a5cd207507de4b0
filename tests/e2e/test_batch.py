"""Whole folders: every file accounted for, whatever stops a run, and whoever does the work."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from lydelse.batch.index import known_in
from lydelse.batch.run import Asked, run
from lydelse.batch.work import Manner
from lydelse.errors import UsageError
from lydelse.model.batch import Batch, Standing
from lydelse.model.finding import Severity
from lydelse.model.message import Message
from lydelse.model.wishes import Wishes
from lydelse.reports import shapes
from lydelse.workers import Limits
from support.archives import MEMO, MINUTES, contents_of, fill, in_word, postgresql, put, terms

COMMAND = [sys.executable, "-m", "lydelse", "batch"]
MANNER = Manner(Wishes(), "sv")
SOON = 300.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "in")
    return tmp_path / "in"


def asked(folder: Path, out: Path, **facts: Any) -> Asked:
    out.mkdir(exist_ok=True)
    usual: dict[str, Any] = {"archive": str(out / "lydelse.sqlite"), "manner": MANNER, "jobs": 2}
    return Asked(folder, out, **usual | facts)


def reviewed(folder: Path, out: Path, **facts: Any) -> tuple[Batch, list[str]]:
    """Return the index, and the files that were worked on."""
    told: list[Message] = []
    batch = run(asked(folder, out, **facts), told.append)
    return batch, [str(step.facts["file"]) for step in told]


def standings(batch: Batch) -> dict[str, str]:
    return {file.path: file.standing.value for file in batch.files}


def test_every_file_is_accounted_for_and_versions_are_reviewed_together(folder: Path, tmp_path: Path) -> None:
    batch, _ = reviewed(folder, tmp_path / "out")
    years = [f"{year}/villkor vårdval {year}.md" for year in (2024, 2025, 2026)]
    assert standings(batch) == {
        ".dold": "skipped",
        **dict.fromkeys(years, "paired"),
        "kopior/protokoll.txt": "reviewed",
        "protokoll 2025-03-12.txt": "copy",
        "tabell.csv": "skipped",
        "tom.docx": "refused",
        "trasig.pdf": "refused",
        "~$villkor.docx": "skipped",
    }
    assert [(review.kind, review.documents) for review in batch.reviews] == [
        ("pair", (years[0], years[1])),
        ("pair", (years[1], years[2])),
        ("minutes", ("kopior/protokoll.txt",)),
    ]
    said = {file.path: file.said.key for file in batch.files if file.said}
    assert said["tom.docx"] == "error.empty"
    assert said["protokoll 2025-03-12.txt"] == "batch.copy"


def test_the_index_leads_to_every_report_and_says_what_each_found(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch, _ = reviewed(folder, out)
    index = json.loads((out / "index.json").read_text("utf-8"))
    page = (out / "index.html").read_text("utf-8")
    sarif = json.loads((out / "index.sarif").read_text("utf-8"))["runs"][0]
    assert len(index["files"]) == len(batch.files) == len(sarif["artifacts"])
    for review in index["reviews"]:
        assert quote(review["report"]) in page
        assert json.loads((out / review["report"]).with_suffix(".json").read_text("utf-8"))["findings"] == review["findings"]
        assert "<h1>" in (out / review["report"]).read_text("utf-8")
    assert len(sarif["results"]) == sum(len(review["findings"]) for review in index["reviews"])
    assert {each["descriptor"]["id"] for each in sarif["invocations"][0]["toolExecutionNotifications"]} >= {"refused", "skipped"}


def test_what_has_not_changed_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _, first = reviewed(folder, out)
    before = contents_of(out)
    _, again = reviewed(folder, out)
    assert (len(first), again) == (8, [])
    assert contents_of(out) == before
    put(folder / "2026" / "villkor vårdval 2026.md", terms(2026, 2400, 9900))
    _, changed = reviewed(folder, out)
    assert changed == ["2026/villkor vårdval 2026.md"] * 2  # by itself, and against that of 2025
    assert contents_of(out).keys() == before.keys()


def test_another_wish_or_language_reads_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    reviewed(folder, out)
    assert len(reviewed(folder, out, manner=Manner(Wishes(ignore=frozenset({"S"})), "sv"))[1]) == 8
    assert len(reviewed(folder, out, manner=Manner(Wishes(), "en"))[1]) == 8


def test_a_report_of_a_file_that_is_gone_goes_too_and_nothing_else_does(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    reviewed(folder, out)
    put(out / "handlingar" / "min egen.txt", "x")
    before = contents_of(out).keys()
    (folder / "2024" / "villkor vårdval 2024.md").unlink()
    reviewed(folder, out)
    gone = before - contents_of(out).keys()
    assert len(gone) == 2
    assert all("2025" in name for name in gone)


def test_work_that_breaks_is_told_and_done_by_the_next_run(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch, _ = reviewed(folder, out, limits=Limits(seconds=0.001))
    assert batch.count(Standing.BROKEN) == 6
    assert {file.said.key for file in batch.files if file.said and file.standing is Standing.BROKEN} == {"worker.time"}
    again, _ = reviewed(folder, out)
    reviewed(folder, tmp_path / "clean")
    assert again.count(Standing.BROKEN) == 0
    assert contents_of(out) == contents_of(tmp_path / "clean")


def test_a_file_of_pairs_decides(folder: Path, tmp_path: Path) -> None:
    put(
        tmp_path / "par.toml",
        'ensam = ["2025/villkor vårdval 2025.md"]\n[[par]]\nfore = "2024/villkor vårdval 2024.md"\nefter = "2026/villkor vårdval 2026.md"\n'
        '[[par]]\nfore = "trasig.pdf"\nefter = "tom.docx"\n',
    )
    batch, _ = reviewed(folder, tmp_path / "out", pairs=tmp_path / "par.toml")
    pairs = [review.documents for review in batch.reviews if review.kind == "pair"]
    assert pairs == [("2024/villkor vårdval 2024.md", "2026/villkor vårdval 2026.md")]
    assert standings(batch)["2025/villkor vårdval 2025.md"] == "reviewed"
    assert [doubt.why.key for doubt in batch.doubts] == ["batch.doubt.unread"]


def amended(before: int, after: int) -> str:
    """Return an amendment of the terms of a year, with its marks."""
    pieces = zip(terms(2025, 2222, before).splitlines(), terms(2025, 2222, after).splitlines(), strict=True)
    return "\n".join(one if one == other else f"[-{one}-]{{+{other}+}}" for one, other in pieces)


def test_an_amendment_is_reviewed_against_the_document_in_force_that_lies_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    in_word(folder / "villkor 2025.docx", terms(2025, 2222, 9400))
    in_word(folder / "ändringar i villkor 2025.docx", amended(9400, 9800))
    batch, _ = reviewed(folder, tmp_path / "out")
    together = ("villkor 2025.docx", "ändringar i villkor 2025.docx")
    assert [(review.kind, review.documents) for review in batch.reviews] == [("other", together[:1]), ("in-force", together)]
    assert standings(batch) == {together[0]: "reviewed", together[1]: "paired"}
    report = json.loads((tmp_path / "out" / batch.reviews[1].report).with_suffix(".json").read_text("utf-8"))
    assert report["document_in_force"]["name"] == together[0]
    assert report["findings"] == []
    assert "mot villkor 2025.docx, som gäller" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_a_file_denies_what_an_amendment_would_be_held_against_or_says_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    in_word(folder / "villkor 2025.docx", terms(2025, 2222, 9400))
    in_word(folder / "annan.docx", terms(2024, 2150, 9100))
    in_word(folder / "ändringar.docx", amended(9400, 9800))
    put(tmp_path / "ensam.toml", 'ensam = ["ändringar.docx"]')
    denied, _ = reviewed(folder, tmp_path / "out", pairs=tmp_path / "ensam.toml")
    assert [review.kind for review in denied.reviews if "ändringar.docx" in review.documents] == ["redline"]
    put(tmp_path / "par.toml", '[[i_kraft]]\ngallande = "annan.docx"\nandring = "ändringar.docx"\n')
    said, _ = reviewed(folder, tmp_path / "out", pairs=tmp_path / "par.toml")
    (review,) = [review for review in said.reviews if review.kind == "in-force"]
    assert review.documents == ("annan.docx", "ändringar.docx")
    assert review.findings != ()  # it amends another document, and the report says what is not in force


def test_a_memo_and_the_minutes_of_its_case_are_checked_together(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder / "skrivelse.txt", MEMO)
    put(folder / "protokoll.txt", MINUTES)
    batch, _ = reviewed(folder, tmp_path / "out")
    assert [(review.kind, review.documents) for review in batch.reviews] == [("case", ("skrivelse.txt", "protokoll.txt"))]
    assert standings(batch) == {"skrivelse.txt": "paired", "protokoll.txt": "paired"}
    again, worked_on = reviewed(folder, tmp_path / "out")
    assert (again, worked_on) == (batch, [])


def test_an_earlier_index_leaves_only_what_is_new(folder: Path, tmp_path: Path) -> None:
    put(folder / "a.md", "# 1 Budget\n\nTotalt fördelas 100 tkr, varav 60 tkr till barn och 50 tkr till unga.\n")
    first, _ = reviewed(folder, tmp_path / "one")
    assert first.reaches(Severity.ERROR)
    known = known_in(tmp_path / "one" / "index.json")
    again, _ = reviewed(folder, tmp_path / "two", known=known)
    assert not again.reaches(Severity.ERROR)
    put(folder / "b.md", "# 1 Budget\n\nTotalt fördelas 100 tkr, varav 60 tkr till barn och 50 tkr till unga.\n\nÅterstår inget.\n")
    later, _ = reviewed(folder, tmp_path / "two", known=known)
    assert {review.documents for review in later.reviews if review.count(Severity.ERROR)} == {("b.md",)}
    (folder / "a.md").unlink()
    assert reviewed(folder, tmp_path / "two", known=known)[0].gone > 0


def test_an_index_is_as_its_published_schema_says(folder: Path, tmp_path: Path) -> None:
    import jsonschema  # noqa: PLC0415 - needed for one test

    reviewed(folder, tmp_path / "one")
    reviewed(folder, tmp_path / "two", known=known_in(tmp_path / "one" / "index.json"))
    for out in ("one", "two"):
        jsonschema.validate(json.loads((tmp_path / out / "index.json").read_bytes()), shapes.schema_of("batch"))


def test_the_command_tells_the_threshold_by_its_exit_code(folder: Path, tmp_path: Path) -> None:
    put(folder / "a.md", "# 1 Budget\n\nTotalt fördelas 100 tkr, varav 60 tkr till barn och 50 tkr till unga.\n")
    done = subprocess.run(
        [*COMMAND, folder, "-o", tmp_path / "ut" / "här", "--fail-on", "error"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "trasig.pdf: " in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize(("arguments", "said"), [(["no", "-o", "ut"], "finns inte"), ([".", "-o", "."], "en annan mapp")])
def test_wrong_use_is_one_sentence(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr


def readings_in(archive: Path) -> int:
    """Return how many documents an archive holds so far."""
    try:
        with sqlite3.connect(f"file:{archive}?mode=ro", uri=True, timeout=5) as connection:
            return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.Error:
        return 0


def wait_until(archive: Path, count: int) -> None:
    until = time.monotonic() + SOON
    while readings_in(archive) < count:
        assert time.monotonic() < until, "the run gets nowhere"
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="a signal ends the process")
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_run_that_is_killed_goes_on_where_it_was_to_the_same_result(folder: Path, tmp_path: Path, after: int) -> None:
    out = tmp_path / "out"
    with subprocess.Popen([*COMMAND, folder, "-o", out, "--jobs", "1"], stdout=subprocess.DEVNULL) as process:
        wait_until(out / "lydelse.sqlite", after)
        process.kill()
    kept = readings_in(out / "lydelse.sqlite")
    _, worked_on = reviewed(folder, out)
    reviewed(folder, tmp_path / "clean")
    assert contents_of(out) == contents_of(tmp_path / "clean")
    assert len(worked_on) <= 8 - min(kept, 4)


def test_two_runs_at_once_on_one_archive_give_the_same(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "arkiv.sqlite"
    outs = [tmp_path / name for name in ("one", "two")]
    runs = [subprocess.Popen([*COMMAND, folder, "-o", out, "--archive", archive], stdout=subprocess.DEVNULL) for out in outs]
    assert [each.wait(SOON) for each in runs] == [0, 0]
    reviewed(folder, tmp_path / "clean")
    assert contents_of(outs[0]) == contents_of(outs[1]) == contents_of(tmp_path / "clean")
    assert reviewed(folder, outs[0], archive=str(archive))[1] == []


def test_a_run_on_postgresql_gives_the_same(folder: Path, tmp_path: Path) -> None:
    with postgresql() as address:
        runs = [
            subprocess.Popen([*COMMAND, folder, "-o", tmp_path / name, "--archive", address], stdout=subprocess.DEVNULL)
            for name in ("a", "b")
        ]
        assert [each.wait(SOON) for each in runs] == [0, 0]
    reviewed(folder, tmp_path / "clean")
    assert contents_of(tmp_path / "a") == contents_of(tmp_path / "b") == contents_of(tmp_path / "clean")


@contextmanager
def dask(workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler, and its workers: each a process of its own."""
    python = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    started = [subprocess.Popen(python, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)]
    try:
        assert started[0].stderr
        address = next(line.split()[-1].decode() for line in started[0].stderr if b"Scheduler at:" in line)
        worker = [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "distributed.cli.dask_worker",
            address,
            "--no-nanny",
            "--nthreads",
            "1",
            "--no-dashboard",
        ]
        started += [subprocess.Popen(worker, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(workers)]
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.communicate()


def test_several_machines_give_the_same_though_one_is_lost_in_the_middle(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with dask(2) as (address, workers):
        command = [*COMMAND, str(folder), "-o", str(out), "--scheduler", address, "--quiet"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            wait_until(out / "lydelse.sqlite", 1)
            os.kill(workers[0].pid, signal.SIGKILL)
            _, said = process.communicate(timeout=SOON)
        assert process.returncode == 0, said
        assert workers[0].wait() == -signal.SIGKILL
    batch, worked_on = reviewed(folder, out)
    assert worked_on == []
    assert batch.count(Standing.BROKEN) == 0
    reviewed(folder, tmp_path / "clean")
    assert contents_of(out) == contents_of(tmp_path / "clean")


def test_a_scheduler_that_does_not_answer_is_said_so(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lydelse.batch import several_machines  # noqa: PLC0415 - Dask is an extra

    monkeypatch.setattr(several_machines, "SECONDS_TO_REACH", 2)
    with pytest.raises(UsageError, match=r"batch\.scheduler"):
        reviewed(folder, tmp_path / "out", scheduler="tcp://127.0.0.1:9")


def test_files_that_arrive_are_reviewed_when_they_have_stopped_growing(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "lydelse", "watch", str(folder), "-o", str(out), "--settled", "0.5"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        assert process.stderr.readline().startswith("Mappen ”in”: 10 filer.")
        with (folder / "ny.md").open("w", encoding="utf-8") as arriving:
            for part in terms(2027, 2500, 9999).split("\n\n"):
                arriving.write(part + "\n\n")
                arriving.flush()
                time.sleep(0.1)
        assert process.stderr.readline().startswith("Mappen ”in”: 11 filer.")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=SOON)
    assert (process.returncode, said.count("Traceback")) == (130, 0)
    reviewed(folder, tmp_path / "clean")
    assert contents_of(out) == contents_of(tmp_path / "clean")
