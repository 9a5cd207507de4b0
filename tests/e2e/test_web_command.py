"""``lydelse serve`` as a process: what it refuses, what it tells whom, and what it leaves behind."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from lydelse.web.doors import Door
from lydelse.web.folders import PREFIX
from support.visitors import Visitor

LYDELSE = Path(sys.executable).parent / "lydelse"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes are those of POSIX")


def refused(*options: str | Path) -> subprocess.CompletedProcess[str]:
    run = subprocess.run([LYDELSE, "serve", "--no-browser", *map(str, options)], capture_output=True, text=True, check=False, timeout=60)
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    return run


@contextmanager
def serving(folder: Path, *options: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command with its temporary files in a folder, and give it with the address that it says."""
    known = {**os.environ, "TMPDIR": str(folder), **environment}
    process = subprocess.Popen([LYDELSE, "serve", *options], stderr=subprocess.PIPE, text=True, env=known)
    assert process.stderr
    try:
        yield process, re.findall(r"http://\S+", process.stderr.readline())[0]
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(timeout=30)
        process.stderr.close()


def visitor_to(address: str) -> Visitor:
    port, key = re.findall(r":(\d+)/\?nyckel=(\S+)", address)[0]
    opened = Visitor(Door(int(port))).send("GET", f"/?nyckel={key}")
    visitor = Visitor(Door(int(port), prefix=re.findall(r"Path=([^;]+)/;", opened.headers["set-cookie"])[0]))
    visitor.cookie = opened.headers["set-cookie"].partition(";")[0]
    visitor.token = re.findall(r'name="formular" value="([^"]+)"', visitor.get("/").text)[0]
    return visitor


def folders_in(folder: Path) -> list[Path]:
    return [*folder.glob(f"{PREFIX}*")]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_the_page_is_not_opened_to_others_without_a_name(host: str) -> None:
    run = refused("--host", host)
    assert run.returncode == 2
    assert "--allow-host" in run.stderr


def test_a_shared_page_is_not_opened_without_a_key(tmp_path: Path) -> None:
    assert "--key-file" in refused("--allow-host", "granska.example").stderr
    key = tmp_path / "nyckel"
    key.write_text("kort")
    assert "för kort" in refused("--allow-host", "granska.example", "--key-file", key).stderr
    key.write_text("x" * 40)
    assert "--history" in refused("--allow-host", "granska.example", "--key-file", key, "--history", tmp_path).stderr


def test_a_port_that_is_taken_is_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run = refused("--port", str(taken.getsockname()[1]))
    assert run.returncode == 2
    assert "upptagen" in run.stderr


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_however_it_is_ended_nothing_is_left_behind(tmp_path: Path, told: signal.Signals) -> None:
    with serving(tmp_path, "--no-browser") as (process, address):
        visitor = visitor_to(address)
        visitor.order("check", [("paper", "pris.md", "Priset är 100 kr.".encode())])
        folder = folders_in(tmp_path)[0]
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        process.send_signal(told)
        assert process.wait(timeout=30) == 0
    assert folders_in(tmp_path) == []


def test_what_a_page_that_was_killed_left_behind_is_removed_by_the_next(tmp_path: Path) -> None:
    with serving(tmp_path, "--no-browser") as (process, _):
        process.kill()
        process.wait(timeout=30)
    left = folders_in(tmp_path)[0]
    (left / "handling.pdf").write_bytes(b"x")
    long_ago = time.time() - 3600
    os.utime(left, (long_ago, long_ago))
    (tmp_path / "annat").mkdir()
    with serving(tmp_path, "--no-browser"):
        assert not left.exists()
        assert len(folders_in(tmp_path)) == 1
    assert (tmp_path / "annat").exists()


def test_the_folder_of_a_page_that_is_open_is_left_alone(tmp_path: Path) -> None:
    with serving(tmp_path, "--no-browser") as (_, address), serving(tmp_path, "--no-browser"):
        assert len(folders_in(tmp_path)) == 2
        assert visitor_to(address).get("/").status == 200


def test_the_key_is_in_no_argument_of_the_browser_and_its_file_is_the_user_s_own(tmp_path: Path) -> None:
    called = tmp_path / "anrop"
    browser = tmp_path / "webbläsare"
    browser.write_text(f'#!/bin/sh\necho "$@" > "{called}.nytt" && mv "{called}.nytt" "{called}"\n', "utf-8")
    browser.chmod(0o700)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with serving(temporary, BROWSER=f"{browser} %s") as (_, address):
        until = time.monotonic() + 30
        while not called.exists():
            assert time.monotonic() < until
            time.sleep(0.05)
        said = called.read_text("utf-8")
        key = address.partition("nyckel=")[2]
        assert key not in said
        file = next(temporary.rglob("lydelse.html"))
        assert file.as_uri() in said
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert key in file.read_text("utf-8")


def test_a_worker_that_dies_is_a_sentence_and_the_page_stands(tmp_path: Path) -> None:
    with serving(tmp_path, "--no-browser") as (process, address):
        visitor = visitor_to(address)
        long = "\n\n".join(f"Beloppet för post {n} är {n} 000 kr." for n in range(20_000)).encode()
        before = {child.pid for child in psutil.Process(process.pid).children(recursive=True)}
        work = visitor.order("check", [("paper", "lång.txt", long)])
        until = time.monotonic() + 60
        while "Läser" not in visitor.get(f"{work}/state").text and "Prövar" not in visitor.get(f"{work}/state").text:
            assert time.monotonic() < until
            time.sleep(0.05)
        for child in psutil.Process(process.pid).children(recursive=True):
            if child.pid not in before and child.children() == []:
                child.kill()
        shown = visitor.finished(work)
        assert "Det gick inte" in shown
        assert "avslutades av systemet" in shown
        assert visitor.get("/").status == 200
        again = visitor.order("check", [("paper", "kort.md", "Priset är 100 kr.".encode())])
        assert "Kontrollen är klar" in visitor.finished(again)
