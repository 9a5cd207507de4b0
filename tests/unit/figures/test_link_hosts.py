from __future__ import annotations

import pytest

from lydelse.figures.link_hosts import LinkFlaw, flawed_links_in


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("http://dokserver/RegNo/1", LinkFlaw.INTERNAL),
        ("https://intranet.exempel.se/a", LinkFlaw.INTERNAL),
        ("http://10.1.2.3/a", LinkFlaw.INTERNAL),
        ("https://platina.region.local:8080/x", LinkFlaw.INTERNAL),
        (r"\\server1\mallar\avtal.docx", LinkFlaw.INTERNAL),
        ("file:///C:/avtal.docx", LinkFlaw.INTERNAL),
        ("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.exempel.se", LinkFlaw.TRACKING),
        ("https://www.exempel.se/?a=1&utm_campaign=x", LinkFlaw.TRACKING),
    ],
)
def test_a_link_that_outside_readers_cannot_or_should_not_open_is_found(link: str, kind: LinkFlaw) -> None:
    assert [found.kind for found in flawed_links_in(f"Se {link} för villkoren.")] == [kind]


@pytest.mark.parametrize(
    "link",
    ["https://www.exempel.se/intranet/utm_source", "http://www", "www.exempel.se", "a@exempel.se", "https://11.exempel.se", "och/eller"],
)
def test_a_public_link_is_none(link: str) -> None:
    assert flawed_links_in(f"Se {link} för villkoren.") == ()
