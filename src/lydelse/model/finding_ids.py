"""Names for findings that stay the same from run to run, so that a later run can tell what is new."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from lydelse.model.finding import Finding

POSITIONS = frozenset({"page", "pages"})
"""Facts that say where on paper a finding stands; they move when text is added above it."""


def identified(findings: Iterable[Finding]) -> tuple[tuple[str, Finding], ...]:
    """Return each finding with its id: made of its code, its section and its literal facts, not of its position.

    Findings that are alike in all of that are numbered in order.
    """
    seen: Counter[str] = Counter()
    named: list[tuple[str, Finding]] = []
    for finding in findings:
        id_ = _id_of(finding)
        seen[id_] += 1
        named.append((id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}", finding))
    return tuple(named)


def _id_of(finding: Finding) -> str:
    facts = sorted((name, str(fact)) for name, fact in finding.message.facts.items() if name not in POSITIONS)
    content = repr((finding.code, finding.place.section_id, finding.message.key, facts))
    return f"{finding.code}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
