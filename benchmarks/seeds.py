"""What the papers beside the project must give: ``make bench-seeds``.

The list is data (``truth/seeds.toml``). Each paper is read as each of its files by the command itself; what is missing, and every error
and warning that the list does not have, is printed. Exits with 1 where there is any. Where ``../shared`` is missing, that is said.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
EXPECTED = PROJECT / "benchmarks" / "truth" / "seeds.toml"
REFUSED = 3
WEIGHING = {"error", "warning"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that must be there: its sentence holds the words."""

    code: str
    severity: str
    section: str
    words: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's files and what each must give; what ``may_be`` or is ``unread``, as "CODE severity", is neither asked for nor wrong."""

    name: str
    command: str
    files: tuple[tuple[str, ...], ...]
    findings: tuple[Expected, ...]
    confirmed: tuple[str, ...]
    unread: frozenset[str]
    may_be: frozenset[str]
    refused: bool


def main() -> int:
    """Print what is missing and what is too much of each paper."""
    if not SHARED.exists():
        print("No papers beside the project (../shared): what they give was not measured.")
        return 0
    print("| paper | read as | findings | confirmed | errors and warnings not in the list |\n|---|---|---|---|---|")
    wrong = 0
    for paper in papers(EXPECTED):
        for files in paper.files:
            if all((SHARED / file).exists() for file in files):
                wrong += measured(paper, files)
            else:
                print(f"| {paper.name} | {_named(files)} | not beside the project | | |")
    return int(wrong > 0)


def papers(path: Path) -> Iterator[Paper]:
    """Yield the papers of the list."""
    for each in tomllib.loads(path.read_text("utf-8"))["paper"]:
        yield Paper(
            each["name"],
            each["command"],
            tuple(tuple(files) for files in each["files"]),
            tuple(_expected(line) for line in each.get("findings", ())),
            tuple(each.get("confirmed", ())),
            frozenset(each.get("unread", ())),
            frozenset(each.get("may_be", ())),
            each.get("refused", False),
        )


def _expected(line: str) -> Expected:
    head, _, words = line.partition(": ")
    code, severity, *section = head.split()
    return Expected(code, severity, section[0] if section else "", words)


def measured(paper: Paper, files: tuple[str, ...]) -> int:
    """Print one reading of a paper; return how much of it is wrong."""
    run = [sys.executable, "-m", "lydelse", paper.command, *files, "--format", "json", "--fail-on", "never"]
    if paper.command == "minutes":
        run = run[:-2]
    done = subprocess.run(run, cwd=SHARED, capture_output=True, text=True, check=False)  # our own command
    if paper.refused or done.returncode:
        as_it_should = paper.refused and done.returncode == REFUSED
        print(f"| {paper.name} | {_named(files)} | {'refused' if as_it_should else f'exit {done.returncode}'} | | |", flush=True)
        return int(not as_it_should)
    return _held_against(paper, files, json.loads(done.stdout))


def _held_against(paper: Paper, files: tuple[str, ...], review: dict[str, list[dict[str, str]]]) -> int:
    found = review["findings"]
    missing = [each for each in paper.findings if not any(_is(each, one) for one in found)]
    told = [f"{one['relation']} {one.get('arithmetic', '')}" for one in review.get("confirmed", [])]
    unproven = [words for words in paper.confirmed if not any(words in each for each in told)]
    beyond = [
        f"{one['code']} {one['severity']} {one['section'] or ''}: {one['message']}"
        for one in found
        if one["severity"] in WEIGHING and _kind(one) not in paper.may_be and not any(_is(each, one) for each in paper.findings)
    ]
    beyond += [
        f"{_kind(one)}: {one['message']}" for one in review["unread"] if one["severity"] in WEIGHING and _kind(one) not in paper.unread
    ]
    print(
        f"| {paper.name} | {_named(files)} | {len(paper.findings) - len(missing)} of {len(paper.findings)}"
        f" | {len(paper.confirmed) - len(unproven)} of {len(paper.confirmed)} | {len(beyond)} |",
        flush=True,
    )
    for each in (*missing, *unproven):
        print(f"  missing: {each}")
    for line in beyond:
        print(f"  not in the list: {line}")
    return len(missing) + len(unproven) + len(beyond)


def _is(expected: Expected, found: dict[str, str]) -> bool:
    is_alike = (found["code"], found["severity"]) == (expected.code, expected.severity)
    return is_alike and (found["section"] or "") == (expected.section or found["section"] or "") and expected.words in found["message"]


def _kind(found: dict[str, str]) -> str:
    return f"{found['code']} {found['severity']}"


def _named(files: tuple[str, ...]) -> str:
    return " and ".join(Path(file).name for file in files)


if __name__ == "__main__":
    sys.exit(main())
