"""What an interrupt ends with."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from lydelse.model.message import Message
from lydelse.reports.wording import say

UNDER_WAY = 2.0
"""Seconds of the processor after which a command has begun to read: it is loaded in less than one."""


def test_an_interrupted_command_says_so_and_nothing_else(tmp_path: Path) -> None:
    long = tmp_path / "a.txt"
    long.write_text("\n\n".join(f"Beloppet för post {n} är {n} 000 kr." for n in range(20_000)), "utf-8")
    command = [sys.executable, "-m", "lydelse", "extract", str(long)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and psutil.Process(process.pid).cpu_times().user < UNDER_WAY:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        output, said = process.communicate()
    assert (process.returncode, output, said) == (130, "", f"lydelse: {say(Message('cli.interrupted'))}\n")
