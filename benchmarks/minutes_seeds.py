"""How the memos and minutes beside the project are read: ``python -m benchmarks.minutes_seeds``.

Held against facts read by hand (``truth/minutes_seeds.toml``): right, read and true values for each field, what is missed and what
is invented, and every finding at error or warning that is not expected. Says so where the papers are not at hand.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lydelse.flow import minutes_of
from lydelse.model.finding import Severity
from lydelse.model.minutes import Citation, Minutes
from lydelse.model.minutes_review import MinutesReview
from lydelse.reports.wording import say

PROJECT = Path(__file__).resolve().parents[1]
SEEDS = PROJECT.parent / "shared" / "seeds"
TRUTH = PROJECT / "benchmarks" / "truth" / "minutes_seeds.toml"
_HEAVY = frozenset({Severity.ERROR, Severity.WARNING})


def main() -> int:
    """Print what is right of each field and what is not; 1 where anything is missed, invented or falsely alarmed."""
    truth = tomllib.loads(TRUTH.read_text("utf-8"))
    papers = truth["paper"]
    files = [SEEDS / paper["file"] for paper in papers]
    missing = [file.name for file in files if not file.exists()]
    if missing:
        print(f"not measured, the papers are not beside the project: {', '.join(missing)}")
        return 0
    review = minutes_of(files)
    wrong = list(_wrong_facts(papers, review.minutes)) + list(_wrong_together(truth["together"], review))
    print("\n".join(wrong) or "nothing is missed, invented or falsely alarmed")
    return 1 if wrong else 0


def _wrong_facts(papers: Sequence[Mapping[str, Any]], read: Sequence[Minutes]) -> Iterator[str]:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for paper, minutes in zip(papers, read, strict=True):
        for field, values in _values(minutes).items():
            said = paper.get(field, "")
            true = Counter([said] if isinstance(said, str) else said)
            found = Counter(values)
            counted[field].update(true=true.total(), read=found.total(), right=(true & found).total())
            yield from (f"{minutes.name} {field} missed: {value}" for value in (true - found).elements())
            yield from (f"{minutes.name} {field} invented: {value}" for value in (found - true).elements())
    for field, counts in counted.items():
        print(f"{field:12}{counts['right']:>5} of {counts['true']:>3} true, {counts['read']:>3} read")


def _wrong_together(expected: Mapping[str, Sequence[str]], review: MinutesReview) -> Iterator[str]:
    said = [f"{finding.code} {finding.severity}: {say(finding.message)}" for finding in review.findings]
    wanted = [entry.partition(": ") for entry in expected["findings"]]
    for head, _, words in wanted:
        if not any(each.startswith(f"{head}: ") and words in each for each in said):
            yield f"not found: {head}: {words}"
    for finding, each in zip(review.findings, said, strict=True):
        if finding.severity in _HEAVY and not any(each.startswith(f"{head}: ") and words in each for head, _, words in wanted):
            yield f"false alarm: {each}"
    holding = [say(each.wording) for each in review.confirmed]
    yield from (f"not confirmed: {words}" for words in expected["confirmed"] if not any(words in each for each in holding))
    print(f"{'together':12}{len(wanted):>5} findings and {len(expected['confirmed'])} confirmations expected, {len(said)} findings in all")


def _values(minutes: Minutes) -> dict[str, list[str]]:
    items = minutes.items
    points = [point for item in items for point in (*item.proposal, *item.decision)]
    return {
        "kind": [minutes.kind.value],
        "body": [minutes.body],
        "date": [minutes.date or ""],
        "items": [str(item.paragraph or "") for item in items],
        "cases": [case.shown for item in items for case in item.case_numbers],
        "proposal": [str(point.number) for item in items for point in item.proposal],
        "decision": [str(point.number) for item in items for point in item.decision],
        "amounts": [f"{amount.value} {amount.unit}" for point in points for amount in point.amounts if amount.kind.value == "money"],
        "references": [_cited(each) for item in items for each in item.references],
        "mentions": sorted({each.case_number.shown for item in items for each in item.mentions}),
        "recipients": [each.text for item in items for each in item.recipients],
        "attachments": [each.text for item in items for each in item.attachments],
    }


def _cited(citation: Citation) -> str:
    paragraph = f"§ {citation.paragraph}" if citation.paragraph is not None else ""
    case = citation.case_number.shown if citation.case_number else ""
    return " ".join(part for part in (citation.body, citation.date or "", paragraph, case) if part)


if __name__ == "__main__":
    sys.exit(main())
