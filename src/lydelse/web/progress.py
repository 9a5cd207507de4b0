"""How far a work has come, as its page shows it."""

from __future__ import annotations

from lydelse.model.message import Message
from lydelse.records import dataclass
from lydelse.web.works import Underway, Waiting, Work


@dataclass(frozen=True, slots=True)
class Progress:
    """The step that a work is at. Of ``of`` pages ``done`` are read; 0 of 0 where the step has no pages."""

    step: Message
    done: int = 0
    of: int = 0


def progress_of(work: Work) -> Progress:
    """Return how far a work has come."""
    match work.state:
        case Waiting():
            return Progress(Message("web.waiting"))
        case Underway() as underway if underway.steps:
            return _at(underway.steps[-1])
        case _:
            return Progress(Message("web.begins"))


def _at(step: Message) -> Progress:
    page, pages = step.facts.get("page"), step.facts.get("pages")
    if isinstance(page, int) and isinstance(pages, int):
        return Progress(step, page, pages)
    return Progress(step)
