"""Where the paragraphs of a redline made of two documents stand in the earlier one."""

from __future__ import annotations

from collections.abc import Mapping

from lydelse.differ.pairing import Stated
from lydelse.figures.amounts import amounts_in
from lydelse.model.place import Place
from lydelse.model.text import Paragraph
from lydelse.records import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Origins:
    """The paragraph of the earlier document for each path of the redline; empty for a redline that is one document."""

    before: Mapping[str, Paragraph] = field(default_factory=dict)

    def page_and_box(self, place: Place) -> Place:
        """Return a place of the redline with the page and box that its text has in the earlier document."""
        source = self.before.get(place.path)
        return replace(place, page=source.place.page, box=source.place.box) if source else place

    def placed(self, stated: list[Stated], path: str) -> list[Stated]:
        """Return the amounts of one paragraph's earlier reading where its own document has them."""
        source = self.before.get(path)
        if source is None or not stated:
            return stated
        own = amounts_in(source.marked_text)
        places = [source.place_of(each.start, each.end) for each in own] if len(own) == len(stated) else [source.place] * len(stated)
        return [
            replace(each, amount=replace(each.amount, place=replace(each.amount.place, page=place.page, box=place.box)))
            for each, place in zip(stated, places, strict=True)
        ]


ONE_DOCUMENT = Origins()
