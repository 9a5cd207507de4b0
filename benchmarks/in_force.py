"""How surely a redline is held against the document in force, and how well it is consolidated: ``make bench-in-force``.

Whole documents of 40 to 90 sections are made up, and excerpts of them with honest amendments, renumbered and moved sections, and
faults: unmarked changes (K507), struck or kept text that never stood there (K506). Exits with 1 where anything is below its floor.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.standing.faults import Editor
from benchmarks.standing.made_up import Author, Fault, Part, Piece, wording

from lydelse.calculation import infer
from lydelse.checks import Subject, check
from lydelse.differ import compare_marked, consolidated, held_against
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.formats.ooxml.writing import word_bytes
from lydelse.model.document import Document
from lydelse.model.finding import Finding, Severity
from lydelse.model.in_force import InForce, Match
from lydelse.model.readings import plain_lines
from lydelse.records import replace

CASES = range(48)
FLOORS = {"K506": 0.97, "K507": 0.97}
"""The least precision and recall of each rule."""
LEAST_FOUND = 0.99
"""The least share of sections of the redlines that are found in the document in force, and that are the right ones."""
LEAST_EQUAL = 1.0
"""The least share of documents that are consolidated to the very lines of the truth."""


@dataclass
class Case:
    """A document in force, a redline of it, and what holding the two together must give."""

    in_force: str
    redline: str
    adopted: str
    faults: list[Fault]
    sections: dict[str, str]
    left_out: set[str]
    unmarked_numbers: int


def made(seed: int, tables: float = 0.3) -> Case:
    """Make a case: of every three, two are excerpts and one is a redline of the whole document."""
    author = Author(seed, tables)
    editor = Editor(author)
    chance = author.chance
    parts = author.document(chance.randint(40, 90))
    chosen = parts if seed % 3 == 0 else sorted(chance.sample(range(len(parts)), chance.randint(6, 16)))
    shown = [parts[at] if isinstance(at, int) else at for at in chosen]
    for part in shown:
        part.shown = True
    adopted = list(parts)
    unmarked = _renumbered(editor, shown, whole=shown is parts or len(shown) == len(parts))
    for part in shown:
        if chance.random() < 0.7:
            for _ in range(chance.randint(1, 3)):
                editor.amend(part)
    hiding = [(part, [each for each in shown if each is not part]) for part in chance.sample(shown, min(len(shown), 5))]
    faults = [fault for part, others in hiding if (fault := editor.hide(part, others))]
    order = list(shown)
    if len(order) < len(parts) and chance.random() < 0.3:
        moved = order.pop(chance.randrange(len(order)))
        order.insert(chance.randrange(len(order) + 1), moved)
    _add_section(author, adopted, order)
    found = {_adopted(part): part.force for part in order if part.force}
    left_out = {part.force for part in parts if not part.shown and part.force}
    return Case(wording(parts, "force"), wording(order, "marked"), wording(adopted, "adopted"), faults, found, left_out, unmarked)


def _adopted(part: Part) -> str:
    return part.adopted or part.marked


def _renumbered(editor: Editor, shown: Sequence[Part], *, whole: bool) -> int:
    """Give a few sections of an excerpt another number: with marks most often, without in every third excerpt, which is a question."""
    chance = editor.chance
    if whole or chance.random() < 0.3:
        return 0
    unmarked = 0
    for part in chance.sample([part for part in shown if "." in part.marked.split(" ")[0]], 2):
        number, title = part.marked.split(" ", 1)
        new = f"{number[:-1]}{int(number[-1]) + 40}" if number[-1].isdigit() else number
        if chance.random() < 0.3:
            part.marked = f"{new} {title}"
            unmarked += 1
        else:
            part.marked, part.adopted = f"[-{number}-] {{+{new}+}} {title}", f"{new} {title}"
    return unmarked


def _add_section(author: Author, adopted: list[Part], order: list[Part]) -> None:
    """Add a section of the lowest level after one that the redline shows."""
    above = author.chance.choice(order)
    at = next(at for at, part in enumerate(adopted) if part is above)
    following = adopted[at + 1] if at + 1 < len(adopted) else None
    if following and following.level > above.level and not following.shown:
        return
    text, number = author.sentence(), (above.adopted or above.marked).split(" ")[0]
    heading = f"{number}.90 Nytt avsnitt om {author.title().lower()}"
    new = Part(above.level + 1, None, f"{{+{heading}+}}", heading, [Piece(None, f"{{+{text}+}}", text)])
    adopted.insert(at + 1, new)
    order.insert(order.index(above) + 1, new)


@dataclass
class Score:
    """How many were found rightly, wrongly, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right, 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found, 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def judged(findings: Sequence[Finding], faults: Sequence[Fault], scores: dict[str, Score], report: list[str]) -> None:
    """Count the errors that a fault explains, each fault once."""
    open_faults = list(faults)
    for finding in findings:
        said = "\n".join([finding.found, finding.expected])
        at = finding.code, finding.place.section
        fault = next((each for each in open_faults if (each.code, each.section) == at and each.words in said), None)
        if fault:
            open_faults.remove(fault)
            scores[finding.code].right += 1
        else:
            scores[finding.code].wrong += 1
            report.append(f"wrong {finding.code} {finding.place.section} found={finding.found[:70]!r} expected={finding.expected[:70]!r}")
    for each in open_faults:
        scores[each.code].missed += 1
        report.append(f"missed {each}")


def in_word(document: Document, folder: Path) -> Document:
    """Return a document as it is read from a Word file of it."""
    file = folder / "gallande.docx"
    file.write_bytes(word_bytes(document))
    return read(file)


def misplaced(held: InForce, case: Case) -> int:
    """Return how many sections of a redline, or left out of it, are not told as they are."""
    wrong = 0
    for section in held.sections:
        named = f"{section.section} {section.title}"
        if section.left_out:
            wrong += section.in_force not in case.left_out
        elif not section.added:
            right = section.in_force in case.sections.values() and case.sections.get(named, section.in_force) == section.in_force
            wrong += section.match is Match.NONE or not right
    return wrong + abs(len(held.left_out) - len(case.left_out))


@dataclass
class Tally:
    """What is counted over all cases."""

    scores: dict[str, Score] = field(default_factory=lambda: {code: Score() for code in FLOORS})
    sections: int = 0
    misplaced: int = 0
    asked: int = 0
    should_ask: int = 0
    equal: int = 0
    lines: int = 0
    unlike: int = 0
    report: list[str] = field(default_factory=list)


def counted(case: Case, in_force: Document, tally: Tally) -> None:
    """Hold the redline of a case against the document in force, consolidate it, and count."""
    redline = written(case.redline)
    held = held_against(redline, in_force)
    comparison = replace(compare_marked(redline), in_force=held)
    findings = check(Subject(comparison, infer(comparison)), select=["K506", "K507"]).findings
    judged([each for each in findings if each.severity is Severity.ERROR], case.faults, tally.scores, tally.report)
    tally.asked += sum(finding.severity is Severity.QUESTION for finding in findings)
    tally.should_ask += case.unmarked_numbers
    tally.sections += len(held.sections)
    tally.misplaced += misplaced(held, case)
    ours, theirs = plain_lines(consolidated(redline, in_force).document), plain_lines(written(case.adopted))
    tally.equal += ours == theirs
    tally.lines, tally.unlike = tally.lines + len(theirs), tally.unlike + len(set(ours) ^ set(theirs))
    if ours != theirs:
        unlike = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
        tally.report.append(f"unlike {unlike[:2] or (len(ours), len(theirs))}")


def main() -> int:
    """Print the table; fail where anything is below its floor."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for seed in CASES:
            case = made(seed)
            in_force = written(case.in_force)
            tally.report.append(f"case {seed}")
            counted(case, in_word(in_force, Path(folder)) if seed % 2 else in_force, tally)
    if "--verbose" in sys.argv:
        print("\n".join(tally.report))
    print("| rule | faults | precision | recall |\n|---|---|---|---|")
    for code, score in tally.scores.items():
        print(f"| {code} | {score.right + score.missed} | {score.precision:.3f} | {score.recall:.3f} |")
    found = 1 - tally.misplaced / tally.sections
    print(f"sections told rightly (found, left out, new): {found:.4f} of {tally.sections}")
    print(f"unmarked numbers asked about: {tally.asked} of {tally.should_ask}")
    print(f"consolidated to the very lines: {tally.equal} of {len(CASES)} documents; lines that differ: {tally.unlike} of {tally.lines}")
    good = all(min(score.precision, score.recall) >= FLOORS[code] for code, score in tally.scores.items())
    return int(not (good and found >= LEAST_FOUND and tally.equal >= LEAST_EQUAL * len(CASES)))


if __name__ == "__main__":
    sys.exit(main())
