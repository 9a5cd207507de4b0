"""The cases that stand on the rules' pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_CASE = re.compile(r"^### (?P<name>.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(?P<kind>[\w-]+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"(?P<code>\w+) (?P<severity>\w+)(?: (?P<section>[^:]+))?: (?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of a findings block: ``S101 error 5.1: words of the message``; without a section, where the document has none."""

    code: str
    severity: str
    section: str
    words: str


@dataclass(frozen=True, slots=True)
class RuleCase:
    """One case of a rule's page; ``after``, ``in_force`` and ``model`` are None where the document alone is checked.

    ``workbook`` is what the model's workbook holds, as ``support.workbooks`` says it; the model names it ``modell.xlsx``.
    ``documents`` are all documents by their files' names ("```document protokoll.txt"), of which ``document`` is the first; one
    without a name is "dokument.txt".
    """

    name: str
    document: str
    after: str | None
    in_force: str | None
    findings: tuple[Expected, ...]
    model: str | None = None
    workbook: str | None = None
    documents: Mapping[str, str] = field(default_factory=dict)


def cases_of(page: str) -> tuple[RuleCase, ...]:
    """Return the cases that stand under the heading "Fall" of a rule's page."""
    fall = page.partition("\n## Fall\n")[2]
    names = list(_CASE.finditer(fall))
    ends = [match.start() for match in names[1:]] + [len(fall)]
    return tuple(_case(match["name"], fall[match.end() : end]) for match, end in zip(names, ends, strict=True))


def _case(name: str, text: str) -> RuleCase:
    blocks = {match["kind"]: match["body"] for match in _BLOCK.finditer(text)}
    unknown = set(blocks) - {"document", "after", "in-force", "model", "workbook", "findings"}
    assert "document" in blocks, f"{name}: a case needs a document block"
    assert not unknown, f"{name}: unknown blocks {unknown}"
    expected = tuple(_expected(name, line) for line in blocks.get("findings", "").splitlines() if line.strip())
    documents = {match["file"] or "dokument.txt": match["body"] for match in _BLOCK.finditer(text) if match["kind"] == "document"}
    document, model, workbook = next(iter(documents.values())), blocks.get("model"), blocks.get("workbook")
    return RuleCase(name, document, blocks.get("after"), blocks.get("in-force"), expected, model, workbook, documents)


def _expected(name: str, line: str) -> Expected:
    match = _EXPECTED.fullmatch(line.strip())
    assert match, f"{name}: cannot read the expected finding {line!r}"
    return Expected(match["code"], match["severity"], match["section"] or "", match["words"])
