"""Rules that a user has turned off for a kind of documents: kept beside the history where there is one, else while the page is open."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from lydelse.errors import UsageError
from lydelse.patterns import compiled
from lydelse.reports.files import write_whole
from lydelse.web.keys import OWN
from lydelse.web.orders import Kind

CODE = compiled(r"[A-Z]\d{3}")
"""What the code of a rule looks like."""
KINDS = (Kind.REVIEW, Kind.CHECK, Kind.MINUTES)
"""The kinds of documents that rules look at."""
FILE = "lydelse-regler.json"
SCHEMA = "lydelse/rules-off/1"


class RulesOff:
    """The rules that are off, for each user and kind of documents."""

    def __init__(self, folder: Path | None) -> None:
        """Begin with what the folder tells, with none where there is no folder or it tells nothing."""
        self._file = folder / FILE if folder else None
        self._off: dict[tuple[str, Kind], frozenset[str]] = {}
        self.unkept = False
        if self._file and self._file.exists():
            with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):  # a file of somebody else's: nothing is off
                self._off = {(OWN, kind): codes for kind, codes in _read(json.loads(self._file.read_bytes())).items()}

    def of(self, owner: str, kind: Kind) -> frozenset[str]:
        """Return the codes of the rules that are off."""
        return self._off.get((owner, kind), frozenset())

    def turn(self, owner: str, kind: Kind, *, off: str = "", on: str = "") -> None:
        """Turn a rule off, or on again; anything but the code of a rule and a kind that has rules is passed over.

        Where it cannot be written down it holds while the page is open, and ``unkept`` says so.
        """
        if kind not in KINDS:
            return
        codes = (self.of(owner, kind) | ({off} if CODE.fullmatch(off) else frozenset())) - {on}
        if codes == self.of(owner, kind):
            return
        self._off[owner, kind] = codes
        if self._file and owner == OWN:
            told = {each.value: sorted(self.of(OWN, each)) for each in KINDS if self.of(OWN, each)}
            try:
                write_whole(self._file, json.dumps({"schema": SCHEMA, "off": told}, ensure_ascii=False, indent=1) + "\n")
                self.unkept = False
            except (OSError, UsageError):
                self.unkept = True


def _read(told: Mapping[str, Any]) -> dict[Kind, frozenset[str]]:
    if told["schema"] != SCHEMA:
        raise ValueError(told["schema"])
    return {kind: frozenset(code for code in told["off"].get(kind.value, ()) if CODE.fullmatch(code)) for kind in KINDS}
