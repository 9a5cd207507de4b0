"""A real document in two versions and several formats, beside the project: its marked text is the truth."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from lydelse.differ import compare, compare_marked
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.figures.tokens import TokenKind, tokens_of
from lydelse.model.document import Document
from lydelse.model.quantity import Entry
from lydelse.model.text import Mark, Version


@dataclass(frozen=True)
class Mixture:
    """How two versions in two formats were held against each other."""

    before: str
    after: str
    changed_right: float
    unchanged_marked: float
    same_amounts: bool
    proof: bool
    seconds: float


def mixtures(folder: Path) -> Iterator[Mixture]:
    """Yield the score of each of the four mixtures of formats."""
    truth = written((folder / "marked.txt").read_text("utf-8"))
    amounts = _pairs(compare_marked(truth).entries)
    documents = {name: read(folder / name) for name in ("old.pdf", "old.docx", "new.pdf", "new.docx")}
    for before in ("old.pdf", "old.docx"):
        for after in ("new.pdf", "new.docx"):
            began = time.process_time()
            comparison = compare(documents[before], documents[after])
            seconds = time.process_time() - began
            right, wrong = _words_right(truth, comparison.redline)
            proof = comparison.proof is not None and comparison.proof.holds
            yield Mixture(before, after, right, wrong, _pairs(comparison.entries) == amounts, proof, seconds)


def same_text_changes(folder: Path) -> int:
    """Return how many changes are said between two files of the same text by different producers."""
    pairs = [("old.pdf", "old.docx"), ("old.docx", "old.pdf"), ("new.pdf", "new.docx"), ("new.docx", "new.pdf")]
    return sum(len(compare(read(folder / one), read(folder / other)).changes) for one, other in pairs)


def _pairs(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    return sorted((str(each.before and each.before.value), str(each.after and each.after.value)) for each in entries)


def _words_right(truth: Document, found: Document) -> tuple[float, float]:
    """Return the share of changed words that are marked and the share of unchanged ones that are.

    A changed word that an optimal alignment of the two versions leaves standing is right either way.
    """
    words = {version: _words(truth, version) for version in Version}
    standing = LCSseq.opcodes(*([word for word, _ in words[version]] for version in Version))
    changed = right = unchanged = marked = 0
    for version in Version:
        before = version is Version.BEFORE
        free = {
            at
            for op in standing
            if op.tag == "equal"
            for at in range(*((op.src_start, op.src_end) if before else (op.dest_start, op.dest_end)))
        }
        ours, theirs = words[version], _words(found, version)
        aligned = {
            op.src_start + at: theirs[op.dest_start + at][1]
            for op in LCSseq.opcodes([word for word, _ in ours], [word for word, _ in theirs])
            if op.tag == "equal"
            for at in range(op.src_end - op.src_start)
        }
        for at, (_, is_changed) in enumerate(ours):
            if not is_changed:
                unchanged += 1
                marked += aligned.get(at, True)
            elif at not in free:
                changed += 1
                right += aligned.get(at, False)
    return right / changed, marked / unchanged


def _words(document: Document, version: Version) -> list[tuple[str, bool]]:
    """Return the words and figures of one version and whether any character of each is marked."""
    found: list[tuple[str, bool]] = []
    for paragraph in document.paragraphs:
        marks = [run.mark is not Mark.KEPT for run in paragraph.runs if version.reads(run.mark) for _ in run.text]
        tokens = (token for token in tokens_of(paragraph.reading(version).text) if token.kind not in {TokenKind.SPACE, TokenKind.SIGN})
        found.extend((token.key, any(marks[token.start : token.end])) for token in tokens)
    return found
