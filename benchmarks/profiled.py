"""Where the time of a whole run goes, step by step: part of ``make bench``.

``python -m benchmarks.profiled review out/speed/redline-200.docx`` tells it of one run; without arguments two Word files of 13 pages are
compared and a redline of 200 is reviewed. The run is looked at some hundred times a second of the processor, which slows it less than two
per cent and favours no kind of code.
"""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import redirect_stdout
from types import FrameType

from benchmarks.timing.documents import files_of

EVERY = 0.002
"""Seconds of the processor between two looks, at the least: systems look less often."""
STEPS = {
    ("flow.py", "extracted"): "reading",
    ("section.py", "sections_of"): "reading: sections",
    ("ooxml/__init__.py", "open_word"): "reading: the file",
    ("pdf/__init__.py", "extract"): "reading: the pages",
    ("properties.py", "properties_of"): "reading: properties",
    ("differ/entries.py", "entries_of"): "amounts",
    ("differ/redline.py", "redline_of"): "alignment",
    ("differ/changes.py", "changes_in"): "changes",
    ("differ/proof.py", "proof_of"): "proof",
    ("differ/cross_references.py", "cross_references"): "references",
    ("same_quantities.py", "with_quantities_united"): "relations: one name",
    ("inference.py", "infer"): "relations",
    ("checks/__init__.py", "check"): "rules",
    ("checks/coverage.py", "coverage"): "coverage",
    ("cli/output.py", "deliver"): "report",
}
"""The functions that are steps; a look is counted for the innermost one that runs."""
LOADING, REST = "loading the program", "all else"


def main() -> int:
    """Print the steps of the run that is asked for, or start one process for each of the usual runs."""
    if len(sys.argv) > 1:
        return told(sys.argv[1:])
    short, long = files_of(13, ".docx"), files_of(200, ".docx")
    runs = (["compare", short.before, short.after], ["review", long.redline])
    return max(subprocess.run([sys.executable, "-m", "benchmarks.profiled", *map(str, run)], check=False).returncode for run in runs)


def told(arguments: list[str]) -> int:
    """Carry out one command and print where its time went."""
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _signal, frame: seen.update([_step_of(frame)]))
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from lydelse.cli import run  # noqa: PLC0415 - loading it is part of what is measured

    with redirect_stdout(io.StringIO()):
        code = run([*arguments, "--format", "json"])
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"\n`{arguments[0]}` of {', '.join(each.rpartition('/')[2] for each in arguments[1:])}: {time.process_time():.2f} s\n")
    print("| step | share | s |\n|---|---|---|")
    for step, looks in sorted(seen.items(), key=lambda each: -each[1]):
        share = looks / seen.total()
        print(f"| {step} | {share:.0%} | {share * time.process_time():.2f} |")
    return code


def _step_of(frame: FrameType | None) -> str:
    step = ""
    while frame is not None:
        file, name = frame.f_code.co_filename, frame.f_code.co_name
        if name == "_find_and_load":
            return LOADING
        step = step or next((step for (of, called), step in STEPS.items() if name == called and file.endswith(of)), "")
        frame = frame.f_back
    return step or REST


if __name__ == "__main__":
    sys.exit(main())
