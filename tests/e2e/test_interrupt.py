"""What an interrupt ends with."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from lydelse.model.message import Message
from lydelse.reports.wording import say


def test_an_interrupted_command_says_so_and_nothing_else(tmp_path: Path) -> None:
    endless = tmp_path / "a.txt"
    os.mkfifo(endless)
    command = [sys.executable, "-m", "lydelse", "extract", str(endless)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with process, endless.open("w"):  # is open when the command has begun to read
        process.send_signal(signal.SIGINT)
        output, said = process.communicate()
    assert (process.returncode, output, said) == (130, "", f"lydelse: {say(Message('cli.interrupted'))}\n")
