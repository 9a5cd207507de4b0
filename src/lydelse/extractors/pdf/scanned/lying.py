"""Pages that lie on their side or upside down in a scan: they are read upright, and have their places as seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lydelse.extractors.pdf.scanned.tilting import Tilted
from lydelse.extractors.pdf.turning import Turn, Turned, laid_upright
from lydelse.formats.pdf import Page
from lydelse.formats.picture import ReadPicture
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box


class Lying(NamedTuple):
    """A page that was turned by quarters, and then set straight, to be read."""

    turned: Turned
    tilted: Tilted

    def seen(self, box: Box) -> Box:
        """Return where a rectangle of the page as it was read is seen."""
        return self.turned.seen(self.tilted.seen(box))


def upright_page(page: Page, read: ReadPicture) -> Page:
    """Return a page laid as its picture was when it was read."""
    return laid_upright(page, Turn(-read.quarters % 4))


def as_it_lay(page: Page, read: ReadPicture) -> Lying | Tilted | None:
    """Return how an upright page lay when it was scanned; None where it lay as it was read."""
    tilted = Tilted(page.width, page.height, read.angle)
    if read.quarters:
        return Lying(Turned(Turn(-read.quarters % 4), page), tilted)
    return tilted if read.angle else None


def said_of_turned(numbers: Iterable[int]) -> Iterator[Unread]:
    """Yield that pages were turned, those with these numbers."""
    turned = sorted(numbers)
    if turned:
        facts: dict[str, Fact] = {"count": len(turned), "pages": tuple(map(str, turned))}
        yield Unread("X901", Severity.INFO, Message("X901.turned", facts), turned[0])
