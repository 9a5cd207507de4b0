"""Pages that are laid another way to be read than they are seen."""

from __future__ import annotations

from typing import Protocol

from lydelse.model.place import Box


class AsRead(Protocol):
    """A page that was laid another way to be read than it is seen."""

    def seen(self, box: Box) -> Box:
        """Return where a rectangle of the page as it was read is seen."""
