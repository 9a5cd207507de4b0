"""What stands where a file is expected and is none, or has no end; and a command whose code does not listen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.hostile.pdf_files import TEXT, one_page

ALONE = """
import re
from lydelse.cli import watchdog
from lydelse.workers.limits import Limits
watchdog.of(("avtal.txt",), "sv")
watchdog.begin(Limits(seconds=0.5))
try:
    re.search("(a+)+b", "a" * 60)
except KeyboardInterrupt:
    print(watchdog.end().key)
"""


def reviewed(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lydelse", "review", name, "--format", "json", "--quiet"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, timeout=120)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such queues")
def test_a_queue_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "avtal.pdf")
    run = reviewed("avtal.pdf", tmp_path)
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.startswith("lydelse: avtal.pdf är ingen vanlig fil.")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_link_to_a_device_without_end_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "avtal.pdf").symlink_to("/dev/zero")
    run = reviewed("avtal.pdf", tmp_path)
    assert (run.returncode, run.stdout) == (3, "")
    assert "ingen vanlig fil" in run.stderr


def test_a_file_larger_than_its_bound_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "matningar.csv").open("wb") as file:
        file.truncate(3_000_000_000)  # takes no room: nothing is written
    run = reviewed("matningar.csv", tmp_path)
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.startswith("lydelse: matningar.csv är större än 600 miljoner byte")
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "name", ["-rf.pdf", "=1+1.pdf", "<script>alert(1)<script>.pdf", "rad\nbyte.pdf", "höger\u202efdp.pdf", "l" * 240 + ".pdf"]
)
def test_a_file_may_be_called_anything(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(one_page(TEXT))
    command = [sys.executable, "-m", "lydelse", "review", "--quiet", "-o", "rapport.html", "-o", "rapport.json", "--", name]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120)
    assert run.returncode == 0, run.stderr
    assert "<script>alert" not in (tmp_path / "rapport.html").read_text("utf-8")
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([name, "rapport.html", "rapport.json"])


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such alarm")
def test_a_pattern_that_lets_no_other_thread_run_is_interrupted_when_the_time_is_out() -> None:
    run = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=False, timeout=60)
    assert run.stdout == "limits.time\n", run.stderr
