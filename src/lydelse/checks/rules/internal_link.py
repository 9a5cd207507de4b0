"""P802: links that outside readers cannot open, or that follow them."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Subject, rule
from lydelse.figures.link_hosts import LinkFlaw, flawed_links_in
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.text import Version


@rule("P802", "internal-link", Severity.WARNING)
def internal_link(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for each kind of such links in the later version, with all their places."""
    passages: dict[LinkFlaw, list[Passage]] = {}
    for paragraph in subject.after.paragraphs:
        text = paragraph.text_in(Version.AFTER)
        for link in flawed_links_in(text) if "/" in text or "\\" in text else ():
            span = paragraph.reading(Version.AFTER).marked_span(link.start, link.end)
            passages.setdefault(link.kind, []).append(Passage(paragraph.place_of(*span), link.host))
    for kind, at in passages.items():
        facts: dict[str, Fact] = {
            "section": subject.heading(at[0].place),
            "hosts": tuple(dict.fromkeys(passage.text for passage in at)),
            "times": len(at),
        }
        yield internal_link.finding(*at, facts=facts, case=kind.value)
