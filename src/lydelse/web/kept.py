"""Finished work in a folder that the user has chosen, for as long as was agreed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from lydelse.errors import UsageError
from lydelse.model.message import Fact, Message
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace
from lydelse.reports.files import write_whole
from lydelse.web import orders
from lydelse.web.keys import OWN
from lydelse.web.permitted import permitted_again
from lydelse.web.tasks import REPORTS, Made
from lydelse.web.works import Finished, Work

TOLD = "lydelse.json"
"""The file that says what a folder of finished work holds; a folder without it is none of ours, and is left alone."""
SCHEMA = "lydelse/kept/1"
_NAME = compiled(r"\d{4}-\d{2}-\d{2}-([0-9a-f]{16})")


def history_in(folder: Path, days: int) -> History:
    """Return the history in a folder, which is made for this user alone where it is not there.

    Raises:
        UsageError: it cannot be made, or is none.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as refused:
        raise UsageError("web.no-history", folder=str(folder)) from refused
    return History(folder, days)


@dataclass(frozen=True, slots=True)
class History:
    """Where finished work is kept, and for how many days."""

    folder: Path
    days: int

    def keep(self, work: Work) -> Work:
        """Copy finished work to the history, and return it as it is there; where that cannot be done, as it is, and it says so."""
        kept = self.folder / f"{work.ordered:%Y-%m-%d}-{work.name}"
        if work.folder == kept:
            return self._told_anew(work)
        try:
            shutil.copytree(work.folder, kept)
            write_whole(kept / TOLD, json.dumps(_as_json(work), ensure_ascii=False, indent=1))
        except (OSError, UsageError):
            shutil.rmtree(kept, ignore_errors=True)
            return _saying(work, Message("web.not-kept", {"folder": str(self.folder)}))
        shutil.rmtree(work.folder, ignore_errors=True)
        return self._dated(replace(work, folder=kept))

    def _told_anew(self, work: Work) -> Work:
        """Say what the folder of a work that is kept already holds now."""
        try:
            write_whole(work.folder / TOLD, json.dumps(_as_json(work), ensure_ascii=False, indent=1))
        except UsageError:
            return _saying(work, Message("web.not-kept", {"folder": str(self.folder)}))
        return work

    def kept(self) -> Iterator[Work]:
        """Yield the work that is kept, whole folders alone; what else lies in the folder is left as it is."""
        for folder in sorted(self.folder.iterdir()):
            name = _NAME.fullmatch(folder.name)
            if name and folder.is_dir() and not folder.is_symlink():
                with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):  # no folder of ours after all
                    yield self._dated(_from_json(json.loads((folder / TOLD).read_bytes()), folder, name[1]))

    def _dated(self, work: Work) -> Work:
        return replace(work, kept_until=work.ordered + timedelta(days=self.days))


def _saying(work: Work, message: Message) -> Work:
    assert isinstance(work.state, Finished), "only finished work is kept"
    return replace(work, state=Finished(replace(work.state.made, said=(*work.state.made.said, message))))


def _as_json(work: Work) -> Mapping[str, Any]:
    assert isinstance(work.state, Finished), "only finished work is kept"
    said = [{"key": each.key, "facts": {name: _written(fact) for name, fact in each.facts.items()}} for each in work.state.made.said]
    return {
        "schema": SCHEMA,
        "ordered": work.ordered.isoformat(),
        "order": orders.as_json(work.order),
        "forms": list(work.state.made.forms),
        "said": said,
        "styles": list(work.state.made.permitted.styles),
        "script": work.state.made.permitted.script,
    }


def _from_json(told: Mapping[str, Any], folder: Path, name: str) -> Work:
    if told["schema"] != SCHEMA:
        raise ValueError(told["schema"])
    said = tuple(Message(str(each["key"]), {str(of): _read(fact) for of, fact in each["facts"].items()}) for each in told["said"])
    forms = tuple(form for form in REPORTS if form in told["forms"])
    permitted = permitted_again(told["styles"], told["script"])
    ordered = datetime.fromisoformat(told["ordered"])
    return Work(OWN, orders.from_json(told["order"]), folder, ordered, Finished(Made(forms, said, permitted)), name=name)


def _written(fact: Fact) -> Any:  # noqa: ANN401 - what JSON has
    match fact:
        case Decimal():
            return {"decimal": str(fact)}
        case tuple():
            return list(fact)
        case _:
            return fact


def _read(written: Any) -> Fact:  # noqa: ANN401 - what JSON has
    match written:
        case {"decimal": str(figure)}:
            return Decimal(figure)
        case list():
            return tuple(str(each) for each in written)
        case int():
            return int(written)
        case _:
            return str(written)
