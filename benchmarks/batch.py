"""A whole archive in one run, to the end: ``python -m benchmarks.batch [FOLDER] [--jobs N]``, part of ``make bench-batch``.

The folder is reviewed in a new process whose time and memory, with all that it starts, are measured; every file that the file system
knows must be accounted for. Then it is run again, which must read nothing; and once more from the beginning, killed in the middle by
SIGKILL and resumed, which must give the same index and reports byte for byte. ``--once`` leaves the last out. Where no folder is given,
what lies beside the project (``../shared``) is taken; where that is missing, the project's own examples.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

PROJECT = Path(__file__).resolve().parent.parent
BESIDE = PROJECT.parent / "shared"
EXAMPLES = PROJECT / "examples"
COMMAND = (sys.executable, "-m", "lydelse", "batch")
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock and by the processors, and the most memory at once, of all processes and of one."""

    wall: float
    computing: float
    memory: float
    of_one: float


def main() -> int:
    """Print the tables; return 1 where a file is not accounted for or a resumed run differs."""
    given = [Path(each) for each in sys.argv[1:] if Path(each).is_dir()]
    folder = (given or [BESIDE if BESIDE.is_dir() else EXAMPLES])[0]
    jobs = sys.argv[sys.argv.index("--jobs") + 1] if "--jobs" in sys.argv else str(os.cpu_count() or 1)
    with TemporaryDirectory(prefix="lydelse-") as kept:
        out = Path(kept, "out")
        first = measured([*COMMAND, str(folder), "-o", str(out), "--jobs", jobs, "--quiet"])
        again = measured([*COMMAND, str(folder), "-o", str(out), "--jobs", jobs, "--quiet"])
        index = json.loads((out / "index.json").read_bytes())
        wrong = told(folder, index, first, again, jobs)
        if "--once" not in sys.argv:
            wrong += resumed(folder, out, Path(kept, "killed"), jobs, first.wall)
    return int(bool(wrong))


def measured(command: list[str]) -> Cost:
    """Return what a command took, with all that it started."""
    begun = time.perf_counter()
    most = of_one = 0.0
    computing: dict[int, float] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            sizes = []
            for each in _with_started(process.pid):
                try:
                    with each.oneshot():
                        sizes.append(each.memory_info().rss / MEGABYTE)
                        computing[each.pid] = sum(each.cpu_times()[:2])
                except psutil.Error:
                    continue
            most, of_one = max(most, sum(sizes)), max(of_one, *sizes, 0.0)
            time.sleep(0.25)
    return Cost(time.perf_counter() - begun, sum(computing.values()), most, of_one)


def _with_started(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def told(folder: Path, index: dict[str, list[dict[str, object]]], first: Cost, again: Cost, jobs: str) -> int:
    """Print what became of every file, and what it took; return how many are not accounted for."""
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    hidden = {name for name in files if any(part.startswith(".") for part in Path(name).parts)}
    missing = files - hidden - {str(file["path"]) for file in index["files"]}
    standings = Counter(str(file["standing"]) for file in index["files"])
    kinds = Counter(str(review["kind"]) for review in index["reviews"])
    print(f"{len(files)} files, {jobs} documents at once\n\n| what became of them | files |\n|---|---|")
    for standing, count in standings.most_common():
        print(f"| {standing} | {count} |")
    print(f"| not accounted for | {len(missing)} |\n")
    print(f"Reports: {', '.join(f'{count} {kind}' for kind, count in kinds.most_common())}; {len(index['doubts'])} pairs asked about.\n")
    print("| run | s | s of processors | MB at most, all processes | MB at most, one process |\n|---|---|---|---|---|")
    for name, cost in (("everything", first), ("again, nothing changed", again)):
        print(f"| {name} | {cost.wall:.0f} | {cost.computing:.0f} | {cost.memory:.0f} | {cost.of_one:.0f} |")
    for name in sorted(missing):
        print(f"NOT ACCOUNTED FOR: {name}")
    print("\nNot read:\n")
    for file in index["files"]:
        if file["standing"] in {"refused", "broken"}:
            print(f"* {file['path']}: {file['message']}")
    return len(missing)


def resumed(folder: Path, whole: Path, out: Path, jobs: str, seconds: float) -> int:
    """Kill a run in the middle, run it again, and print whether the outcome is that of a whole run; return how many files differ."""
    command = [*COMMAND, str(folder), "-o", str(out), "--jobs", jobs, "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        time.sleep(seconds / 2)
        process.kill()
    rest = measured(command)
    ours, theirs = _contents_of(whole), _contents_of(out)
    unlike = {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)}
    print(f"\nKilled after {seconds / 2:.0f} s and resumed in {rest.wall:.0f} s: {len(ours)} files of the outcome, {len(unlike)} unlike.")
    return len(unlike)


def _contents_of(out: Path) -> dict[str, bytes]:
    files = (file for file in out.rglob("*") if file.is_file() and not file.name.startswith("lydelse.sqlite"))
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


if __name__ == "__main__":
    sys.exit(main())
