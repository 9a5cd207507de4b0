"""Where a link leads: to the organisation's own network, or by way of somebody who follows the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from lydelse.figures.links import links_in
from lydelse.patterns import compiled
from lydelse.records import dataclass


class LinkFlaw(StrEnum):
    """Why a link does not belong in a document for outside readers."""

    INTERNAL = "internal"
    TRACKING = "tracking"


@dataclass(frozen=True, slots=True)
class FlawedLink:
    """A link that outside readers cannot open, or that follows them. ``host`` is what may be shown of it."""

    kind: LinkFlaw
    host: str
    start: int
    end: int


_HOST = compiled(r"(?:[a-z]+://)?(?:[^/@\s]*@)?(?P<host>[^/:?#\s]+)(?::[0-9]+)?(?P<rest>[^\s]*)", re.IGNORECASE)
_FILE = compiled(
    r"(?<!\w)(?:file://[^\s<>\"”)]+|\\\\(?P<server>[\w.-]{2,64})\\[^\s<>\"”)]+|(?<![\w/])(?P<drive>[A-Z]:)\\[^\s<>\"”)]+)", re.IGNORECASE
)
_OWN_NETWORK = compiled(
    r"(?:^|\.)(?:intranät|intranat|intranet|intra|insidan|insida|inloggad)\.|\.(?:local|lan|internal|intern|intra|corp|localdomain)$|\.sharepoint\.com$"
    r"|^(?:localhost|10\.[0-9.]+|192\.168\.[0-9.]+|172\.(?:1[6-9]|2[0-9]|3[01])\.[0-9.]+|127\.[0-9.]+)$",
    re.IGNORECASE,
)
_FOLLOWS = compiled(
    r"(?:^|\.)(?:safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com))$|^l\.facebook\.com$", re.IGNORECASE
)
_FOLLOWING_PARAMETER = compiled(r"[?&](?:utm_[a-z]+|fbclid|gclid|msclkid|mc_eid)=", re.IGNORECASE)

_HANDS_ON = compiled(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.IGNORECASE)
"""The address of a hit, which goes by way of the search engine."""


def flawed_links_in(text: str) -> tuple[FlawedLink, ...]:
    """Return the links of a text that lead into an internal network or by way of somebody who follows the reader, in order."""
    return tuple(sorted((*_web(text), *_files(text)), key=lambda link: link.start))


def _web(text: str) -> Iterator[FlawedLink]:
    for match in links_in(text):
        parts = _HOST.match(match[0])
        if parts is None or "://" not in match[0] or match[0].lower().startswith("mailto:"):
            continue
        host = parts["host"].rstrip(".,;")
        if host.lower() == "www":
            continue  # the rest of the address stands on another line
        if "." not in host or _OWN_NETWORK.search(host):
            yield FlawedLink(LinkFlaw.INTERNAL, host, match.start(), match.end())
        elif _FOLLOWS.search(host) or _HANDS_ON.match(match[0]) or _FOLLOWING_PARAMETER.search(parts["rest"]):
            yield FlawedLink(LinkFlaw.TRACKING, host, match.start(), match.end())


def _files(text: str) -> Iterator[FlawedLink]:
    for match in _FILE.finditer(text):
        yield FlawedLink(LinkFlaw.INTERNAL, match["server"] or match["drive"] or "file:", match.start(), match.end())
