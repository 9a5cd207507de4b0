"""The redline as tracked changes, read back: part of ``make bench-comparing``.

For each pair of versions the file that is written is read by this program, and in a sample LibreOffice accepts and rejects all: that must
be the two versions, texts, tables and order. "In the file's look" are those that were written into a copy of the later Word file,
"kept" those of them in which all else is canonically the same XML once our changes are accepted, "valid" those that break no rule of the
package or the schema that the later file kept. A file with changes of others is rejected in LibreOffice with those accepted that both
versions have.
Where LibreOffice makes another text, it is given the version's own Word file as well, without any changes: what it reads of that is what
the settled redline must be. What it does with changes in formulas is shown by files written by hand (``tracked_by_hand``).
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.comparisons.edited import Writer, in_lines
from benchmarks.comparisons.edits import KINDS
from benchmarks.settling import settled
from benchmarks.tracked_by_hand import made_by_hand

from lydelse.differ import compare, compare_marked
from lydelse.extractors import read
from lydelse.extractors.word import extract
from lydelse.extractors.written import written
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.change import Comparison
from lydelse.model.document import Document
from lydelse.model.text import Version
from lydelse.reports.tracked import reading_is, write
from lydelse.reports.tracked_copy import copied

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.packages import package_faults
from support.word_kept import what_changed
from support.word_schema import faults_in

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEEDS = range(3)
EVERY = 4
"""Of the made documents, every fourth is given to LibreOffice."""


class Case(NamedTuple):
    """Two versions, and the Word files that they were read from, where they were."""

    name: str
    comparison: Comparison
    later: bytes | None = None
    earlier: bytes | None = None


class Sample(NamedTuple):
    """A file for LibreOffice, and the same with those changes of others accepted that both versions have."""

    case: Case
    content: bytes
    settled: bytes


class Settled(NamedTuple):
    """A redline that LibreOffice has settled, and that does not read as the version."""

    way: str
    version: Version
    case: Case
    file: Path


@dataclass
class Outcome:
    """What became of the documents of one kind, and those that LibreOffice is given."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    sample: list[Sample] = field(default_factory=list)


def main() -> int:
    """Print the tables; fail where a file is not read back as both versions."""
    outcomes = {name: written_each(cases, every) for name, cases, every in kinds()}
    print("| documents | written | in the file's look | kept | valid | read back as both | CPU s each |\n|---|---|---|---|---|---|---|")
    for name, outcome in outcomes.items():
        count = outcome.counts
        kept_and_valid = f"{count['kept']} | {count['valid']}"
        seconds = outcome.seconds / max(1, count["all"])
        print(f"| {name} | {count['all']} | {count['copied']} of {count['word']} | {kept_and_valid} | {count['back']} | {seconds:.2f} |")
    sample = [each for outcome in outcomes.values() for each in outcome.sample]
    with tempfile.TemporaryDirectory() as folder:
        in_libreoffice(sample, Path(folder))
    return int(any(outcome.counts["back"] < outcome.counts["all"] for outcome in outcomes.values()))


def kinds() -> Iterator[tuple[str, Iterator[Case], int]]:
    """Yield the documents of each kind that is there."""
    yield "made and edited", made(), EVERY
    material, pairs = SHARED / "material" / "andringar-2026", SHARED / "corpus" / "docx-pairs"
    if material.is_dir():
        yield "a real document, four mixtures and five redlines", real(material), 1
    if pairs.is_dir():
        yield "pairs of Word files that others made", of_others(pairs), 1
    else:
        print("Nothing lies beside the project (../shared): only made documents are measured.")


def made() -> Iterator[Case]:
    """Yield the documents edited with known truth."""
    for kind, make in KINDS.items():
        for seed in SEEDS:
            case = make(Writer(seed))
            yield Case(f"{kind} {seed}", compare(written(in_lines(case.before)), written(in_lines(case.after))))


def real(folder: Path) -> Iterator[Case]:
    """Yield the real document's mixtures of formats, and its redlines."""
    for before in ("old.pdf", "old.docx"):
        for after in ("new.pdf", "new.docx"):
            compared = compare(read(folder / before), read(folder / after))
            yield Case(f"{before} {after}", compared, _word(folder / after), _word(folder / before))
    for name in ("chromium.pdf", "libreoffice.pdf", "wordlike.pdf", "manual.docx", "tracked.docx"):
        yield Case(name, compare_marked(read(folder / name)), _word(folder / name))


def of_others(folder: Path) -> Iterator[Case]:
    """Yield the pairs of Word files."""
    with (folder / "pairs.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        before, after = folder / row["before"], folder / row["after"]
        yield Case(f"{before.stem} {after.stem}", compare(read(before), read(after)), _word(after), _word(before))


def _word(file: Path) -> bytes | None:
    return file.read_bytes() if file.suffix == ".docx" else None


def written_each(cases: Iterator[Case], every: int) -> Outcome:
    """Write each case and count."""
    outcome = Outcome()
    for at, case in enumerate(cases):
        comparison, word = case.comparison, case.later
        began = time.process_time()
        content, said = write(comparison, word)
        outcome.seconds += time.process_time() - began
        keys = {message.key for message in said}
        outcome.counts["all"] += 1
        outcome.counts["word"] += word is not None
        outcome.counts["copied"] += word is not None and not any(key.startswith("tracked.plain") for key in keys)
        outcome.counts["back"] += "tracked.not-read-back" not in keys
        faults = set(faults_of(content)) - set(faults_of(word) if word else ())
        outcome.counts["valid"] += not faults
        outcome.counts["kept"] += word is not None and "tracked.formatted" not in keys and not what_changed(word, content)
        if at % every == 0 or "tracked.kept-shared" in keys:
            outcome.sample.append(Sample(case, content, settled_bytes(comparison, word, content)))
    return outcome


def faults_of(content: bytes) -> list[str]:
    """Return what an office program would repair, as far as is known here: in the package, and in the parts with text."""
    return [*package_faults(content), *faults_in(content)]


def settled_bytes(comparison: Comparison, word: bytes | None, content: bytes) -> bytes:
    """Return a redline with the changes of others accepted that both versions have; the redline itself where there are none."""
    made = copied(comparison, word, Tracking()) if word is not None and len(comparison.sources) > 1 else None
    return made.settled if made is not None and made.content == content else content


def in_libreoffice(sample: list[Sample], folder: Path) -> None:
    """Print how many files LibreOffice makes the two versions of, and each that it makes another text of."""
    for at, each in enumerate(sample):
        (folder / f"{at}.docx").write_bytes(each.content)
        if each.settled != each.content:
            (folder / f"{at}s.docx").write_bytes(each.settled)
    if not settled(folder):
        print("\nLibreOffice is not installed: its accept-all and reject-all were not measured.")
        return
    right, as_itself = Counter[str](), Counter[str]()
    other: list[Settled] = []
    for at, (case, _, _) in enumerate(sample):
        for way, version in (("Accept", Version.AFTER), ("Reject", Version.BEFORE)):
            shared = folder / way / f"{at}s.docx"
            file = shared if way == "Reject" and shared.exists() else folder / way / f"{at}.docx"
            good = file.exists() and reading_is(extract(file), version_of(case, version), version)
            right[way] += good
            other += [] if good else [Settled(way, version, case, file)]
    for redline, alike in held_against_untouched(other, folder / "untouched"):
        as_itself[redline.way] += alike
        told = "it reads so of the file without changes" if alike else "ANOTHER TEXT"
        print(f"  {redline.case.name}, {redline.way.lower()} all: {told}")
    for way, told in (("Accept", "later"), ("Reject", "earlier")):
        itself = f"as it reads that itself of {as_itself[way]} more"
        print(f"LibreOffice, {way.lower()} all: the {told} version of {right[way]} of {len(sample)}, {itself}")
    for line in made_by_hand(folder / "by-hand"):
        print(f"  {line}")


def version_of(case: Case, version: Version) -> Document:
    """Return one version of a case."""
    return case.comparison.after if version is Version.AFTER else case.comparison.before


def held_against_untouched(others: list[Settled], folder: Path) -> Iterator[tuple[Settled, bool]]:
    """Yield each with whether LibreOffice reads the same of the version's own file, which it opens and saves without any changes of ours.

    What it never shows of that file (or shows elsewhere, or as of today) cannot be asked of the redline.
    """
    folder.mkdir()
    for at, each in enumerate(others):
        own = each.case.later if each.version is Version.AFTER else each.case.earlier
        if own is not None:
            (folder / f"{at}.docx").write_bytes(own)
    settled(folder)
    for at, each in enumerate(others):
        saved = folder / each.way / f"{at}.docx"
        yield each, saved.exists() and each.file.exists() and reading_is(extract(each.file), extract(saved), each.version)


if __name__ == "__main__":
    sys.exit(main())
