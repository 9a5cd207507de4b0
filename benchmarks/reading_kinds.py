"""How each kind of mark and layout is read from each producer: ``make bench-reading`` or ``-m benchmarks.reading_kinds [WORD ...]``.

Documents of our own making are drawn by several producers, read, and held against the text that they were made from. The figures are
precision, recall and F1 of struck and of inserted characters; the share of the text that was read, and of what was read beside it; words
with their spaces right; headings with the right number, title and level; cells in the right row and column with the right text in both
versions; and words that carry a mark which they do not have. With words given, only the kinds whose name holds one of them are run.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.agreement import Share
from benchmarks.kinds.case import EVERY, PLACED, SHEET, SLIDES, Case
from benchmarks.kinds.catalogue import CASES
from benchmarks.kinds.floors import FALSE_WORDS_IN_20_000, fallen
from benchmarks.kinds.producers import MissingError, make
from benchmarks.kinds.score import Score, score

from lydelse.errors import LydelseError
from lydelse.extractors import read

MARKS = "P/R/F1"
HEAD = f"{'kind':46} {'producer':10} {f'struck {MARKS}':>17} {f'inserted {MARKS}':>17}   text  extra  words  headings   cells P/R false"


def main(words: Sequence[str]) -> int:
    """Print the table; fail where a kind is read worse than its floor."""
    cases = [case for case in CASES if not words or any(word in case.kind for word in words)]
    print(f"\n{HEAD}")
    with tempfile.TemporaryDirectory() as folder:
        scores = list(_scores(cases, Path(folder)))
    for each in sorted(scores, key=lambda own: [case.kind for case in cases].index(own.kind)):
        print(line_of(each))
    worse = [sentence for each in scores for sentence in fallen(each)]
    clean = [each for each in scores if each.kind.startswith("clean")]
    count, false = sum(each.size for each in clean), sum(each.marks.false_words for each in clean)
    if count:
        print(f"\nWithout any marks: {false} of {count} words were given one, {20_000 * false / count:.1f} in 20 000.")
        if 20_000 * false / count > FALSE_WORDS_IN_20_000:
            worse.append(f"more than {FALSE_WORDS_IN_20_000} false word in 20 000")
    for sentence in worse:
        print(f"Below its floor: {sentence}")
    return int(bool(worse))


def _scores(cases: Sequence[Case], folder: Path) -> Iterator[Score]:
    """Make and read the cases of one producer after the other; a producer that is missing is named."""
    by_producer: dict[str, list[tuple[Case, Path]]] = defaultdict(list)
    for at, case in enumerate(cases):
        for producer in case.producers:
            by_producer[producer].append((case, folder / f"{at:02}-{producer}.pdf"))
    for producer in (*EVERY, SHEET, PLACED, SLIDES):
        orders = by_producer[producer]
        try:
            if orders:
                print(f"making {len(orders)} documents with {producer} ...", file=sys.stderr)
                make(producer, orders)
        except MissingError as error:
            print(f"Not measured: {producer}: {error}.")
            continue
        for case, path in orders:
            try:
                yield score(case, producer, read(path))
            except LydelseError as error:
                print(f"{case.kind:46} {producer:10} not read: {error}")


def line_of(each: Score) -> str:
    """Return the line of the table for one document."""
    text, cells = each.marks.text, each.cells
    wrong = each.headings.found - each.headings.right
    headings = f"{each.headings.right}/{each.headings.wanted}" + (f"+{wrong}" if wrong else "")
    figures = [
        f"{each.kind:46} {each.producer:10} {_three(each.marks.struck):>17} {_three(each.marks.inserted):>17}",
        f"{text.recall:6.3f} {1 - text.precision:6.3f} {each.words.f1:6.3f} {headings if each.headings.wanted or wrong else '-':>9}",
        f"{f'{cells.precision:.3f} {cells.recall:.3f}' if cells.wanted or cells.found else '-':>11} {each.marks.false_words:5}",
        f"{' '.join(sorted(each.said))}{''.join(f' no {code}' for code in sorted(each.unsaid))}",
    ]
    return " ".join(figures).rstrip()


def _three(share: Share) -> str:
    return f"{share.precision:.3f} {share.recall:.3f} {share.f1:.3f}" if share.found or share.wanted else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
