"""Who ends a command has the last word: the command itself, or who looks after its limits, and never both."""

from __future__ import annotations

import subprocess
import sys

ENDED_BY_ITSELF = """
import sys, threading
from lydelse.cli.watchdog import Watchdog
from lydelse.model.message import Message
dog = Watchdog(("fil.docx",), "sv")
dog.end()
other = threading.Thread(target=dog._end, args=(Message("limits.time", {"file": "fil.docx", "seconds": 2}),))
other.start()
other.join()
print("said by the command")
"""
ENDED_BY_FORCE = """
import sys, threading, time
from lydelse.cli.watchdog import Watchdog
from lydelse.model.message import Message
dog = Watchdog(("fil.docx",), "sv")
threading.Thread(target=dog._end, args=(Message("limits.time", {"file": "fil.docx", "seconds": 2}),)).start()
time.sleep(0.05)
dog.end()
print("said by the command", file=sys.stderr)
"""


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)


def test_a_command_that_has_ended_by_itself_is_not_ended_again() -> None:
    run = _run(ENDED_BY_ITSELF)
    assert (run.returncode, run.stdout, run.stderr) == (0, "said by the command\n", "")


def test_a_command_that_is_being_ended_says_nothing_more() -> None:
    run = _run(ENDED_BY_FORCE)
    assert run.returncode == 3
    assert [line for line in run.stderr.splitlines() if "fil.docx" not in line] == []
    assert len(run.stderr.splitlines()) == 1
