"""The same as ``in_force`` with files: documents in force as Word, PDF and text, redlines with tracked changes, drawn marks and as text.

A document in force that is a Word file is consolidated into a copy of itself, which is read again. Paragraphs of a PDF end where its
pages do, so the words are held against the truth here, not its lines.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from benchmarks.in_force import FLOORS, LEAST_FOUND, Case, Tally, judged, made, misplaced
from benchmarks.standing.papers import IN_FORCE, REDLINES, in_force_as, redline_as

from lydelse.calculation import infer
from lydelse.checks import Subject, check
from lydelse.differ import compare_marked, consolidated, held_against
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.model.consolidated import Consolidated
from lydelse.model.document import Document
from lydelse.model.finding import Severity
from lydelse.model.readings import plain_lines
from lydelse.records import replace
from lydelse.reports.word import write_consolidated

CASES = range(3)
TABLES = 0.3
"""The share of sections with a table."""


def counted(case: Case, in_force: Document, redline: Document, folder: Path, tally: Tally) -> None:
    """Hold a redline against the document in force, consolidate it, and count."""
    held = held_against(redline, in_force)
    comparison = replace(compare_marked(redline), in_force=held)
    findings = check(Subject(comparison, infer(comparison)), select=["K506", "K507"]).findings
    judged([each for each in findings if each.severity is Severity.ERROR], case.faults, tally.scores, tally.report)
    tally.sections += len(held.sections)
    tally.misplaced += misplaced(held, case)
    outcome = consolidated(redline, in_force)
    ours, theirs = (_words(document) for document in (_as_written(outcome, folder, tally), written(case.adopted)))
    tally.equal += ours == theirs
    if ours != theirs:
        at = next((at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), 0)
        tally.report.append(f"unlike {ours[max(0, at - 30) : at + 60]!r} {theirs[max(0, at - 30) : at + 60]!r}")


def _as_written(outcome: Consolidated, folder: Path, tally: Tally) -> Document:
    """Return the consolidated document; from a copy of the Word file in force where there is one."""
    if outcome.in_force.format != "docx":
        return outcome.document
    content, said = write_consolidated(outcome, (folder / "gallande.docx").read_bytes())
    if said:
        tally.report.append(f"plain file: {said.key}")
        tally.unlike += 1
    file = folder / "antaget.docx"
    file.write_bytes(content)
    return read(file)


def _words(document: Document) -> str:
    return "".join("".join(line.replace("|", "").split()) for line in plain_lines(document))


def tallies() -> Iterator[tuple[str, str, Tally]]:
    """Yield what is counted for each form of the document in force with each form of redline."""
    for form, marked in product(IN_FORCE, REDLINES):
        tally = Tally()
        for seed in CASES:
            tally.report.append(f"{form} / {marked}, case {seed}")
            case = made(seed, TABLES)
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                counted(case, in_force_as(form, case.in_force, folder), redline_as(marked, case.redline, folder), folder, tally)
        yield form, marked, tally


def main() -> int:
    """Print the table; fail where anything is below its floor."""
    good = True
    print("| in force | redline | K506 precision, recall | K507 precision, recall | sections told rightly | consolidated as the truth |")
    print("|---|---|---|---|---|---|")
    for form, marked, tally in tallies():
        scores = " | ".join(f"{score.precision:.3f}, {score.recall:.3f}" for score in tally.scores.values())
        found = 1 - tally.misplaced / tally.sections
        print(f"| {form} | {marked} | {scores} | {found:.4f} of {tally.sections} | {tally.equal} of {len(CASES)} |", flush=True)
        if "--verbose" in sys.argv:
            print("\n".join(tally.report))
        scored = all(min(score.precision, score.recall) >= FLOORS[code] for code, score in tally.scores.items())
        good = good and scored and found >= LEAST_FOUND and not tally.unlike
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
