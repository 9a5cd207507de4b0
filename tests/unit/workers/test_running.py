"""A task in a process of its own: how it ends, and that nothing of it is left."""

import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from lydelse import flow
from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.workers import Broken, Done, Limits, Refused, start
from support import tasks

TESTS = Path(__file__).resolve().parents[2]
SOON = 20.0


def gone(pid: int, within: float = SOON) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def numbers_in(file: Path) -> list[int]:
    until = time.monotonic() + SOON
    while not file.exists():
        assert time.monotonic() < until, "the task never began"
        time.sleep(0.05)
    return [int(number) for number in file.read_text("utf-8").split()]


def test_a_task_gives_its_value_and_what_it_told() -> None:
    with start(tasks.doubled, 3, times=2) as running:
        assert running.wait() == Done(12)
    assert running.told() == (Message("step.reading", {"file": "3"}), Message("step.reading", {"file": "6"}))


def test_a_message_without_facts_is_told_too() -> None:
    with start(tasks.silent) as running:
        assert running.wait() == Done("done")
    assert running.told() == (Message("step.comparing"),)


def test_a_whole_review_comes_back_from_another_process_as_it_was_made_there(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# 1 Ersättning\n\nTotalt 100 tkr, varav 60 tkr till A och 50 tkr till B.\n", encoding="utf-8")
    with start(flow.review, file) as running:
        outcome = running.wait()
    assert isinstance(outcome, Done)
    assert isinstance(outcome.value, Review)
    assert outcome.value == flow.review(file)
    assert [step.key for step in running.told()] == ["step.reading", "step.comparing", "step.checking"]


def test_what_a_file_does_not_allow_is_refused_with_its_sentence_and_exit_code() -> None:
    with start(tasks.refusing, "a.pdf") as running:
        assert running.wait() == Refused(Message("error.empty", {"file": "a.pdf"}), 3)


def test_a_fault_is_told_by_its_kind_and_never_by_what_it_quotes(capfd: pytest.CaptureFixture[str]) -> None:
    with start(tasks.faulty) as running:
        outcome = running.wait()
    assert isinstance(outcome, Broken)
    assert (outcome.message.key, outcome.message.facts["fault"]) == ("worker.fault", "ValueError")
    assert "document" not in str(outcome.message.facts)
    assert capfd.readouterr() == ("", "")


def test_what_libraries_write_to_the_terminal_reaches_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    with start(tasks.talking) as running:
        outcome = running.wait()
    assert isinstance(outcome, Broken)
    assert outcome.message.facts["fault"] == "SystemExit"
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="a signal ends the process")
def test_a_process_that_dies_is_told() -> None:
    with start(tasks.dying) as running:
        assert running.wait() == Broken(Message("worker.died"))


def test_a_value_that_cannot_be_sent_is_a_fault() -> None:
    with start(tasks.unsendable) as running:
        outcome = running.wait()
    assert isinstance(outcome, Broken)
    assert outcome.message.key == "worker.fault"


def test_a_task_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    with start(tasks.endless, str(tmp_path / "pids"), limits=Limits(seconds=1.5)) as running:
        assert running.wait() == Broken(Message("worker.time", {"seconds": 2}))
    assert all(gone(pid) for pid in numbers_in(tmp_path / "pids"))


def test_a_task_that_never_stops_talking_is_held_to_its_time() -> None:
    with start(tasks.busy, limits=Limits(seconds=1)) as running:
        assert running.wait(SOON) == Broken(Message("worker.time", {"seconds": 1}))


def test_a_task_that_takes_too_much_memory_is_ended() -> None:
    with start(tasks.greedy, 2000, limits=Limits(seconds=60, megabytes=300)) as running:
        assert running.wait(SOON) == Broken(Message("worker.memory", {"megabytes": 300}))


def test_a_task_is_ended_on_request_with_all_that_it_started(tmp_path: Path) -> None:
    with start(tasks.endless, str(tmp_path / "pids")) as running:
        assert running.wait(0.01) is None
        pids = numbers_in(tmp_path / "pids")
        running.cancel()
        assert running.wait() == Broken(Message("worker.cancelled"))
    assert all(gone(pid) for pid in pids)


def test_leaving_the_context_ends_a_task_that_still_runs(tmp_path: Path) -> None:
    with start(tasks.endless, str(tmp_path / "pids")) as running:
        pids = numbers_in(tmp_path / "pids")
    assert running.wait() == Broken(Message("worker.cancelled"))
    assert all(gone(pid) for pid in pids)


def test_ending_a_task_that_has_ended_changes_nothing() -> None:
    with start(tasks.doubled, 1) as running:
        running.wait()
        running.cancel()
        assert running.wait() == Done(2)


def test_a_program_that_a_task_leaves_behind_is_ended(tmp_path: Path) -> None:
    with start(tasks.leaving_one_behind, str(tmp_path / "pid")) as running:
        assert running.wait() == Done("done")
    assert gone(numbers_in(tmp_path / "pid")[0])


def test_several_tasks_run_at_once() -> None:
    running = [start(tasks.doubled, number) for number in range(5)]
    assert [each.wait() for each in running] == [Done(2 * number) for number in range(5)]


@pytest.mark.skipif(sys.platform == "win32", reason="a signal ends the process")
@pytest.mark.parametrize("ending", ["kill", "terminate", "exit"])
def test_no_process_outlives_the_one_that_started_it(tmp_path: Path, ending: str) -> None:
    file = tmp_path / "pids"
    lines = ["import time", "from pathlib import Path", "from lydelse.workers import start", "from support import tasks"]
    lines += [f"running = start(tasks.endless, {str(file)!r})"]
    lines += [f"while not Path({str(file)!r}).exists(): time.sleep(0.05)" if ending == "exit" else "running.wait()"]
    code = "\n".join(lines)
    with subprocess.Popen([sys.executable, "-c", code], cwd=TESTS) as parent:
        pids = numbers_in(file)
        if ending != "exit":
            getattr(parent, ending)()
        parent.wait(SOON)
    assert all(gone(pid) for pid in pids)
