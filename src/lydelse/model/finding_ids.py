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


def new_among(findings: Iterable[Finding], known: frozenset[str] | None) -> tuple[Finding, ...]:
    """Return the findings that no earlier report told; all of them where ``known`` is None, since none was given."""
    return tuple(finding for id_, finding in identified(findings) if id_ not in (known or ()))


def known_among(findings: Iterable[Finding], known: frozenset[str] | None) -> tuple[Finding, ...]:
    """Return the findings that an earlier report told as well."""
    return tuple(finding for id_, finding in identified(findings) if id_ in (known or ()))


def gone_from(findings: Iterable[Finding], known: frozenset[str] | None) -> tuple[str, ...]:
    """Return the ids of what an earlier report told and is found no more."""
    return tuple(sorted((known or frozenset()) - {id_ for id_, _ in identified(findings)}))


def _id_of(finding: Finding) -> str:
    facts = sorted((name, str(fact)) for name, fact in finding.message.facts.items() if name not in POSITIONS)
    content = repr((finding.code, finding.place.section_id, finding.message.key, facts))
    return f"{finding.code}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
