"""What was found, for programs that show the results of tests: the XML that JUnit made common.

A file is a suite and a rule a case in it. An error or a warning fails the case, unless an earlier report told it or a person has handled
it; what is to be answered or known is its output. A rule that was left out is skipped. What was not read is the error output of the suite,
so that nothing passes over it in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from lydelse.model.finding import Finding, Severity, Unread
from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.reports.rules_told import RuleTold
from lydelse.reports.unbreakable import printable
from lydelse.reports.wording import name_of, say

_FAILS = frozenset({Severity.ERROR, Severity.WARNING})


def write(review: Review, rules: Sequence[RuleTold], *, language: str = "sv") -> str:
    """Return the XML of a review; ``rules`` are all that there are."""
    names = [comparison.after.source.name for comparison in review.comparisons]
    only = names[0] if len(names) == 1 else None
    suites = [_Suite(name, review, rules, language, takes_all=only is not None) for name in names]
    cases, failures, skipped = (sum(getattr(each, what) for each in suites) for what in ("cases", "failures", "skipped"))
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="lydelse" tests="{cases}" failures="{failures}" errors="0" skipped="{skipped}">',
            *(line for suite in suites for line in suite.lines()),
            "</testsuites>",
            "",
        )
    )


class _Suite:
    """One file and what the rules found in it."""

    def __init__(self, name: str, review: Review, rules: Sequence[RuleTold], language: str, *, takes_all: bool) -> None:
        self._name = name
        self._language = language
        self._open = review.open_findings
        self._handled = review.handled_findings
        self._found = {
            rule: [each for each in review.findings if each.code == rule.code and (takes_all or _file_of(each) == name)] for rule in rules
        }
        self._off = frozenset(review.rules_off)
        self._unread = [each for each in review.unread if takes_all or each.document in {name, ""}]

    @property
    def cases(self) -> int:
        """How many rules there are."""
        return len(self._found)

    @property
    def failures(self) -> int:
        """How many rules found an error or a warning."""
        return sum(any(map(self._fails, found)) for found in self._found.values())

    @property
    def skipped(self) -> int:
        """How many rules were left out."""
        return sum(rule.code in self._off for rule in self._found)

    def lines(self) -> Iterable[str]:
        """Yield the XML of the suite."""
        yield (
            f'  <testsuite name={_quoted(self._name)} tests="{self.cases}" failures="{self.failures}" errors="0" skipped="{self.skipped}">'
        )
        for rule, found in self._found.items():
            yield from self._case(rule, found)
        if self._unread:
            yield f"    <system-err>{_text(chr(10).join(self._of_unread(each) for each in self._unread))}</system-err>"
        yield "  </testsuite>"

    def _case(self, rule: RuleTold, found: Sequence[Finding]) -> Iterable[str]:
        head = f"    <testcase classname={_quoted(self._name)} name={_quoted(f'{rule.code} {rule.name}')}"
        failing = [each for each in found if self._fails(each)]
        told = [each for each in found if not self._fails(each)]
        if rule.code in self._off:
            yield f"{head}><skipped/></testcase>"
        elif not found:
            yield f"{head}/>"
        else:
            yield f"{head}>"
            if failing:
                yield self._failure(failing)
            if told:
                yield f"      <system-out>{self._said(told)}</system-out>"
            yield "    </testcase>"

    def _fails(self, finding: Finding) -> bool:
        return finding.severity in _FAILS and finding in self._open

    def _failure(self, failing: Sequence[Finding]) -> str:
        heaviest = min(failing, key=lambda each: list(Severity).index(each.severity))
        message = _quoted(say(heaviest.message, self._language))
        return f'      <failure type="{heaviest.severity.value}" message={message}>{self._said(failing)}</failure>'

    def _said(self, findings: Sequence[Finding]) -> str:
        return _text("\n".join(self._of_finding(each) for each in findings))

    def _of_finding(self, finding: Finding) -> str:
        page = finding.place.page
        where = f" ({say(Message('report.page', {'page': page}), self._language)})" if page else ""
        handled = self._handled.get(finding)
        beside = f" {say(handled.told, self._language)}" if handled else ""
        return f"{name_of(finding.severity, self._language)}{where}: {say(finding.message, self._language)}{beside}"

    def _of_unread(self, unread: Unread) -> str:
        return f"{unread.code} {name_of(unread.severity, self._language)}: {say(unread.message, self._language)}"


def _file_of(finding: Finding) -> str:
    return finding.passages[0].document


def _text(text: str) -> str:
    return escape(printable(text))


def _quoted(text: str) -> str:
    return quoteattr(printable(text))
