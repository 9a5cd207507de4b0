"""What becomes of hostile and damaged files: ``make bench-trust`` and ``python -m benchmarks.trust_files [FOLDER ...]``.

Each file is reviewed by a process of its own, in a network of its own without a way out where the system lets one be made. It must end in
a report or in one sentence, within the limits that it is given, without a traceback and without a file written anywhere but where it was
asked for. The files are those of ``benchmarks/hostile``; those of folders named on the command line are reviewed too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.hostile import HOSTILE

SECONDS, MEGABYTES = 20, 1_000
LET_BE = 90.0  # seconds by the clock, on a machine that others use too, after which a process that does not end is ended
MAKES = (
    "import sys; from pathlib import Path; from benchmarks.hostile import HOSTILE; Path(sys.argv[2]).write_bytes(HOSTILE[sys.argv[1]]())"
)
"""Makes a file in a process of its own: what a process has taken counts as taken by those that it starts."""
LYDELSE = (sys.executable, "-m", "lydelse", "--max-seconds", str(SECONDS), "--max-megabytes", str(MEGABYTES - 200))


class Fate(NamedTuple):
    """How a file ended: the exit code, seconds of the processor, megabytes, what was said, and files written elsewhere."""

    code: int
    seconds: float
    megabytes: float
    said: str
    elsewhere: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """What must not be."""
        lines = [line for line in self.said.splitlines() if line.strip()]
        told = {
            "not a result and not a sentence": self.code not in {0, 3} or (self.code == 3 and len(lines) != 1),
            "traceback": "Traceback" in self.said,
            "too long": self.seconds > SECONDS,
            "too much memory": self.megabytes > MEGABYTES,
            "wrote elsewhere": bool(self.elsewhere),
        }
        return tuple(name for name, holds in told.items() if holds)


def main() -> int:
    """Review every file, print those with faults and a table, and return 1 where there is a fault."""
    with TemporaryDirectory(prefix="lydelse-trust-") as folder:
        fates = {name: _fate_of(file, Path(folder)) for name, file in _files(Path(folder))}
    for name, fate in fates.items():
        for fault in fate.faults:
            told = ", ".join((*fate.elsewhere, fate.said[-200:]))
            print(f"{name}: {fault} ({fate.code}, {fate.seconds:.1f} s, {fate.megabytes:.0f} MB): {told}")
    codes = Counter("report" if fate.code == 0 else "sentence" for fate in fates.values() if not fate.faults)
    longest = max(fates, key=lambda name: fates[name].seconds)
    largest = max(fates, key=lambda name: fates[name].megabytes)
    print("\n| files | a report | a sentence | faults | longest, s | most, MB | without a network |\n|---|---|---|---|---|---|---|")
    faults = sum(bool(fate.faults) for fate in fates.values())
    apart = "yes" if _apart() else "could not be tried"
    print(
        f"| {len(fates)} | {codes['report']} | {codes['sentence']} | {faults} | {fates[longest].seconds:.1f} ({longest})"
        f" | {fates[largest].megabytes:.0f} ({largest}) | {apart} |"
    )
    return 1 if faults else 0


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file with its name; ours are made when their turn comes and removed after it."""
    for name in HOSTILE:
        file = folder / "in" / name
        file.parent.mkdir(exist_ok=True)
        subprocess.run([sys.executable, "-c", MAKES, name, str(file)], check=True)
        yield name, file
        file.unlink()
    for given in sys.argv[1:]:
        yield from ((file.name, file) for file in sorted(Path(given).rglob("*")) if file.is_file())


def _fate_of(file: Path, folder: Path) -> Fate:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = os.environ | {"HOME": str(home), "TMPDIR": str(home)}
    command = [*_apart(), *LYDELSE, "review", str(file), "--quiet", "--format", "csv"]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, cwd=home, start_new_session=True
    ) as process:
        timer = threading.Timer(LET_BE, lambda: os.killpg(process.pid, 9))
        timer.start()
        assert process.stderr
        said = process.stderr.read().decode(errors="replace")
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        timer.cancel()
    elsewhere = tuple(str(each) for each in home.rglob("*") if each.is_file())
    shutil.rmtree(home)
    return Fate(process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said.strip(), elsewhere)


def _apart() -> tuple[str, ...]:
    """Return what begins a command in a network of its own, () where the system makes none."""
    command = ("unshare", "--net", "--map-root-user")
    if shutil.which("unshare") is None:
        return ()
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else ()


if __name__ == "__main__":
    sys.exit(main())
