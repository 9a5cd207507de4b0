"""The redline as tracked changes, read back: part of ``make bench-comparing``.

For each pair of versions the file that is written is read by this program, and in a sample LibreOffice accepts and rejects all: that must
be the two versions, texts, tables and order. "In the file's look" are those that were written into a copy of the later Word file,
"kept" those of them in which all else is canonically the same XML once our changes are accepted, "valid" those that break no rule of the
schema that the later file kept. A file with changes of others is rejected in LibreOffice with those accepted that both versions have.
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

from benchmarks.comparisons.edited import Writer, in_lines
from benchmarks.comparisons.edits import KINDS
from benchmarks.settling import settled

from lydelse.differ import compare, compare_marked
from lydelse.extractors import read
from lydelse.extractors.word import extract
from lydelse.extractors.written import written
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.change import Comparison
from lydelse.model.text import Version
from lydelse.reports.tracked import reading_is, write
from lydelse.reports.tracked_copy import copied

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.word_kept import what_changed
from support.word_schema import faults_in

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEEDS = range(3)
EVERY = 4
"""Of the made documents, every fourth is given to LibreOffice."""
Case = tuple[str, Comparison, bytes | None]


@dataclass
class Outcome:
    """What became of the documents of one kind, and those that LibreOffice is given."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    sample: list[tuple[str, Comparison, bytes, bytes]] = field(default_factory=list)


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
            yield f"{kind} {seed}", compare(written(in_lines(case.before)), written(in_lines(case.after))), None


def real(folder: Path) -> Iterator[Case]:
    """Yield the real document's mixtures of formats, and its redlines."""
    for before in ("old.pdf", "old.docx"):
        for after in ("new.pdf", "new.docx"):
            yield f"{before} {after}", compare(read(folder / before), read(folder / after)), _word(folder / after)
    for name in ("chromium.pdf", "libreoffice.pdf", "wordlike.pdf", "manual.docx", "tracked.docx"):
        yield name, compare_marked(read(folder / name)), _word(folder / name)


def of_others(folder: Path) -> Iterator[Case]:
    """Yield the pairs of Word files."""
    with (folder / "pairs.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        comparison = compare(read(folder / row["before"]), read(folder / row["after"]))
        yield f"{Path(row['before']).stem} {Path(row['after']).stem}", comparison, _word(folder / row["after"])


def _word(file: Path) -> bytes | None:
    return file.read_bytes() if file.suffix == ".docx" else None


def written_each(cases: Iterator[Case], every: int) -> Outcome:
    """Write each case and count."""
    outcome = Outcome()
    for at, (name, comparison, word) in enumerate(cases):
        began = time.process_time()
        content, said = write(comparison, word)
        outcome.seconds += time.process_time() - began
        keys = {message.key for message in said}
        outcome.counts["all"] += 1
        outcome.counts["word"] += word is not None
        outcome.counts["copied"] += word is not None and not any(key.startswith("tracked.plain") for key in keys)
        outcome.counts["back"] += "tracked.not-read-back" not in keys
        faults = set(faults_in(content)) - set(faults_in(word) if word else ())
        outcome.counts["valid"] += not faults
        outcome.counts["kept"] += word is not None and "tracked.formatted" not in keys and not what_changed(word, content)
        if at % every == 0 or "tracked.kept-shared" in keys:
            outcome.sample.append((name, comparison, content, settled_bytes(comparison, word, content)))
    return outcome


def settled_bytes(comparison: Comparison, word: bytes | None, content: bytes) -> bytes:
    """Return a redline with the changes of others accepted that both versions have; the redline itself where there are none."""
    made = copied(comparison, word, Tracking()) if word is not None and len(comparison.sources) > 1 else None
    return made.settled if made is not None and made.content == content else content


def in_libreoffice(sample: list[tuple[str, Comparison, bytes, bytes]], folder: Path) -> None:
    """Print how many files LibreOffice makes the two versions of."""
    for at, (_, _, content, settled_content) in enumerate(sample):
        (folder / f"{at}.docx").write_bytes(content)
        if settled_content != content:
            (folder / f"{at}s.docx").write_bytes(settled_content)
    if not settled(folder):
        print("\nLibreOffice is not installed: its accept-all and reject-all were not measured.")
        return
    right = Counter[str]()
    for at, (name, comparison, _, _) in enumerate(sample):
        for way, version, document in (("Accept", Version.AFTER, comparison.after), ("Reject", Version.BEFORE, comparison.before)):
            shared = folder / way / f"{at}s.docx"
            file = shared if way == "Reject" and shared.exists() else folder / way / f"{at}.docx"
            good = file.exists() and reading_is(extract(file), document, version)
            right[way] += good
            if not good:
                print(
                    f"  {name}: {way.lower()} all is another text in LibreOffice"
                    if file.exists()
                    else f"  {name}: not opened by LibreOffice"
                )
    later, earlier = right["Accept"], right["Reject"]
    print(f"\nLibreOffice, of {len(sample)}: accept all is the later version of {later}, reject all the earlier of {earlier}.")


if __name__ == "__main__":
    sys.exit(main())
