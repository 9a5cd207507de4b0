"""How far a work has come: by pages where its step has pages."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from lydelse.model.message import Message
from lydelse.records import replace
from lydelse.reports.wording import say
from lydelse.web.orders import Kind, Order
from lydelse.web.progress import progress_of
from lydelse.web.works import Cancelled, Underway, Waiting, Work
from lydelse.workers import Running

WORK = Work("own", Order(Kind.REVIEW, ()), Path(), datetime(2026, 1, 1, tzinfo=UTC))


class Told:
    """A task that has told these steps."""

    def __init__(self, *steps: Message) -> None:
        self._steps = steps

    def told(self) -> tuple[Message, ...]:
        return self._steps


def underway(*steps: Message) -> Work:
    return replace(WORK, state=Underway(cast("Running[Any]", Told(*steps))))


def test_the_pages_of_the_last_step_are_counted() -> None:
    progress = progress_of(
        underway(Message("step.reading", {"file": "a.pdf"}), Message("step.page", {"file": "a.pdf", "page": 3, "pages": 12}))
    )
    assert (progress.done, progress.of) == (3, 12)
    assert say(progress.step) == "Läser a.pdf: sida 3 av 12 …"


def test_a_step_without_pages_has_no_count() -> None:
    page = Message("step.page", {"file": "a.pdf", "page": 12, "pages": 12})
    assert (progress_of(underway(page, Message("step.checking"))).of) == 0


@pytest.mark.parametrize("work", [replace(WORK, state=Waiting()), underway(), replace(WORK, state=Cancelled())])
def test_work_that_has_told_nothing_says_so(work: Work) -> None:
    assert say(progress_of(work).step)
