"""What is found of inconsistencies in case folders, and what is found in clean ones: ``python -m benchmarks.minutes_checks [--show]``.

Folders of our own making, of three bodies, are written as text and checked together. For each rule: how many of the seeded faults it
finds, and how many findings the clean folders, other ways to write them, and the faults of other rules give it.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.minutes_faults.faults import FAULTS, Fault
from benchmarks.minutes_faults.folders import FOLDERS
from benchmarks.minutes_faults.quiet import QUIET

from lydelse.flow import minutes_of
from lydelse.model.finding import Finding, Severity
from lydelse.reports.wording import say


def main(words: Sequence[str]) -> int:
    """Print the table."""
    is_shown = "--show" in words
    counted: Counter[tuple[str, str]] = Counter()
    clean = {name: _checked(folder, {}) for name, folder in FOLDERS.items()}
    for name, findings in clean.items():
        for finding in findings:
            _count_false(counted, finding, f"clean {name}", is_shown=is_shown)
    for fault in FAULTS:
        _score(counted, fault, clean[fault.folder], is_shown=is_shown)
    for quiet in QUIET:
        known = {say(finding.message) for finding in clean[quiet.folder]}
        for finding in _checked(FOLDERS[quiet.folder], {quiet.file: quiet.changes}):
            if say(finding.message) not in known:
                _count_false(counted, finding, f"quiet {quiet.folder}: {quiet.changes[-1][1][:60]!r}", is_shown=is_shown)
    print(f"{'rule':6}{'seeded':>8}{'found':>8}{'false errors and warnings':>28}{'false questions':>18}")
    for code in sorted({code for code, _ in counted}):
        row = [counted[code, each] for each in ("seeded", "found", "false", "questions")]
        print(f"{code:6}{row[0]:>8}{row[1]:>8}{row[2]:>28}{row[3]:>18}")
    return 0


def _score(counted: Counter[tuple[str, str]], fault: Fault, clean: Sequence[Finding], *, is_shown: bool) -> None:
    """Count a fault as found where a finding of its rule quotes or says what was changed; all else that is new is false."""
    known = {say(finding.message) for finding in clean}
    findings = [each for each in _checked(FOLDERS[fault.folder], {fault.file: fault.changes}) if say(each.message) not in known]
    counted[fault.code, "seeded"] += 1
    found = [each for each in findings if each.code == fault.code and fault.says in say(each.message)]
    counted[fault.code, "found"] += bool(found)
    if is_shown and not found:
        print(f"missed  {fault.code} {fault.says}: {[f'{each.code} {say(each.message)}' for each in findings]}")
    for finding in findings:
        if finding.code not in {fault.code, *fault.also}:
            _count_false(counted, finding, f"{fault.code} {fault.says}", is_shown=is_shown)


def _count_false(counted: Counter[tuple[str, str]], finding: Finding, where: str, *, is_shown: bool) -> None:
    if finding.severity is Severity.INFO:
        return
    counted[finding.code, "questions" if finding.severity is Severity.QUESTION else "false"] += 1
    if is_shown:
        print(f"false   {finding.severity} {finding.code} in {where}: {say(finding.message)}")


def _checked(folder: Mapping[str, str], changes: Mapping[str, Sequence[tuple[str, str]]]) -> tuple[Finding, ...]:
    with tempfile.TemporaryDirectory() as at:
        files = []
        for name, text in folder.items():
            changed = text
            for before, after in changes.get(name, ()):
                assert before in changed, f"{name} has no {before!r}"
                changed = changed.replace(before, after)
            files.append(Path(at) / name)
            files[-1].write_text(changed, "utf-8")
        return minutes_of(files).findings


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
