"""Small folders of documents, as a region's archive holds them, and a PostgreSQL of the tests' own."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import NoReturn

import pytest

from support import words

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/bin", "/opt/*/bin")
"""Where PostgreSQL's own programs stand, which few systems put on the search path."""

TERMS = """# Villkor för vårdval {year}

Villkoren gäller från och med 1 januari {year} till dess att nya beslutas av nämnden.

## 1 Uppdraget

Utföraren ska erbjuda besök på mottagning och i hemmet för alla som är listade hos den, alla dagar utom söndagar.
Utföraren ska ha öppet minst tio timmar varje vardag och svara i telefon från klockan åtta.

## 2 Ersättning

Ersättningen för vikt 1,00 är {price} kr för år {year}. Ersättningen kan variera med hur många som är listade.
Totalt fördelas {total} tkr under {year}, och beloppet räknas upp med det index som gäller för landets regioner.

## 3 Avtal

Avtalet gäller tills det sägs upp av någon av parterna, med sex månaders uppsägningstid, och ska följas i alla delar.
"""
MINUTES = """Protokoll
Nämnden för vård
Sammanträdesdatum 2025-03-12

§ 12 Villkor för vårdval

Ärendenummer RS/101/2025

Förslag till beslut

1. Villkoren för vårdval fastställs.

Beslut

1. Villkoren för vårdval fastställs.

Vid protokollet

Justerare
"""
MEMO = """Tjänsteskrivelse
Datum 2025-02-20

Ärendenummer RS/101/2025

# Villkor för vårdval

## Förslag till beslut

1. Villkoren för vårdval fastställs.

## Ärendebeskrivning

Nämnden föreslås fastställa villkoren för vårdval, som gäller till dess att nya beslutas.
"""


def fill(folder: Path) -> None:
    """Make a folder with versions of several years, minutes, a file that cannot be read, and files that are passed over."""
    for year, price, total in ((2024, 2150, 9100), (2025, 2222, 9400), (2026, 2301, 9800)):
        put(folder / str(year) / f"villkor vårdval {year}.md", terms(year, price, total))
    put(folder / "protokoll 2025-03-12.txt", MINUTES)
    put(folder / "kopior" / "protokoll.txt", MINUTES)
    put(folder / "trasig.pdf", "%PDF-1.7\nthis is no PDF\n")
    put(folder / "tom.docx", "")
    put(folder / "tabell.csv", "a;b\n")
    put(folder / "~$villkor.docx", "x")
    put(folder / ".dold" / "a.txt", "x")


def terms(year: int, price: int, total: int) -> str:
    """Return the terms of a year."""
    return TERMS.format(year=year, price=f"{price:,}".replace(",", " "), total=f"{total:,}".replace(",", " "))


def in_word(file: Path, text: str) -> None:
    """Write a text as a Word file: "#" is a heading, "[-a-]" and "{+b+}" are tracked changes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    words.write(file, *(_in_word(line) for line in text.splitlines() if line))


def _in_word(line: str) -> str:
    if line.startswith("#"):
        return words.heading(line.lstrip("# "), len(line.split(maxsplit=1)[0]))
    marks = {"[-": words.struck, "{+": words.inserted}
    pieces = (piece for piece in re.split(r"(\[-.*?-\]|\{\+.*?\+\})", line) if piece)
    return words.paragraph(*(marks[each[:2]](words.run(each[2:-2])) if each[:2] in marks else each for each in pieces))


def put(file: Path, text: str) -> None:
    """Write a file, and make its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def contents_of(folder: Path) -> dict[str, bytes]:
    """Return every file of an output folder by its path, the archive left out."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.name.startswith("lydelse.sqlite"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@contextmanager
def postgresql() -> Iterator[str]:
    """Give the address of an empty database in a PostgreSQL started for it; the test is skipped where there is none, and fails in CI."""
    programs = _programs()
    if programs is None:
        missing()
    folder = Path(mkdtemp(prefix="lydelse-postgresql-"))
    try:
        with _running(programs, folder) as port:
            yield f"postgresql://lydelse@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def missing() -> NoReturn:
    """Skip a test that needs PostgreSQL; in CI it fails."""
    if os.environ.get("CI"):
        pytest.fail("PostgreSQL is not installed, and CI must not go without it")
    pytest.skip("PostgreSQL is not installed")


def _programs() -> Path | None:
    found = [Path(program).parent for program in [shutil.which("initdb")] if program]
    found += [folder for place in PLACES for folder in Path("/").glob(place[1:])]
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@contextmanager
def _running(programs: Path, folder: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    user = _plain_user(folder)
    data = folder / "data"
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    _run([programs / "initdb", "-D", data, "-U", "lydelse", "-A", "trust", "-E", "UTF8", "--locale=C"], user)
    _run([programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start"], user)
    try:
        yield port
    finally:
        _run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], user)


def _plain_user(folder: Path) -> str | None:
    """Return a user to run as, since PostgreSQL refuses the system's own; None where we are one already."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    name = next(name for name in ("postgres", "nobody") if name in {each.pw_name for each in pwd.getpwall()})
    shutil.chown(folder, name)
    return name


def _run(command: list[str | Path], user: str | None) -> None:
    subprocess.run([str(each) for each in command], user=user, check=True, capture_output=True, cwd="/", timeout=120)
