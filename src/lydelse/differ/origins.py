"""Where the paragraphs of a redline made of two documents stand in the earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lydelse.figures.amounts import amounts_in
from lydelse.model.amount import Amount
from lydelse.model.place import Place
from lydelse.model.text import Paragraph


@dataclass(frozen=True, slots=True)
class Origins:
    """The paragraph of the earlier document for each path of the redline; empty for a redline that is one document."""

    before: Mapping[str, Paragraph] = field(default_factory=dict)

    def page_and_box(self, place: Place) -> Place:
        """Return a place of the redline with the page and box that its text has in the earlier document."""
        source = self.before.get(place.path)
        return replace(place, page=source.place.page, box=source.place.box) if source else place

    def placed(self, amount: Amount, ordinal: int, count: int) -> Amount:
        """Return an amount of the earlier reading, the ``ordinal``-th of ``count`` in its paragraph, where its own document has it."""
        source = self.before.get(amount.place.path)
        if source is None:
            return amount
        stated = amounts_in(source.marked_text)
        place = source.place_of(stated[ordinal].start, stated[ordinal].end) if len(stated) == count else source.place
        return replace(amount, place=replace(amount.place, page=place.page, box=place.box))


ONE_DOCUMENT = Origins()
