"""What persons say of findings that they have handled."""

from lydelse import flow
from lydelse.model.finding import Severity, Unread
from lydelse.model.finding_ids import identified
from lydelse.model.handling import Handled, latest
from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.records import replace
from support.reviews import small_review


def first_handled(review: Review) -> Review:
    """Return a review whose first finding is handled, and one that is found no more."""
    (id_, _), *_ = identified(review.findings)
    said = (Handled(id_, "Anna Ek", "2026-11-20", "Rätt enligt bilagan."), Handled("S101-000000000000", "Bo Alm", "2026-01-02", "Ändras."))
    return replace(review, handled=said)


def test_a_finding_that_is_handled_stays_and_is_known_by_its_name() -> None:
    review = first_handled(small_review())
    assert [(finding, each.who) for finding, each in review.handled_findings.items()] == [(review.findings[0], "Anna Ek")]
    assert review.open_findings == review.findings[1:]
    assert [each.who for each in review.handled_and_gone] == ["Bo Alm"]


def test_what_is_handled_does_not_reach_a_threshold_and_the_rest_does() -> None:
    review = small_review()
    handled = tuple(Handled(id_, "Anna Ek", "2026-11-20", "Prövat.") for id_, each in identified(review.findings))
    assert flow.reaches(review, Severity.ERROR)
    assert flow.reaches(first_handled(review), Severity.ERROR), "the second finding is an error as well"
    assert not flow.reaches(replace(review, handled=handled), Severity.QUESTION)


def test_a_figure_drawn_as_another_reaches_a_threshold_as_a_finding_does_and_a_page_that_was_not_read_does_not() -> None:
    review = replace(small_review(), findings=())
    drawn, page = (Unread(code, Severity.ERROR, Message("X901.page", {"page": 1}), 1) for code in ("X902", "X901"))
    assert flow.reaches(replace(review, unread=(drawn,)), Severity.ERROR)
    assert not flow.reaches(replace(review, unread=(drawn,)), None)
    assert not flow.reaches(replace(review, unread=(page, replace(drawn, severity=Severity.WARNING))), Severity.WARNING)


def test_another_figure_is_another_finding() -> None:
    review = first_handled(small_review())
    first = review.findings[0]
    message = Message(first.message.key, {**first.message.facts, "total": 1})
    changed = replace(review, findings=(replace(first, message=message), *review.findings[1:]))
    assert changed.handled_findings == {}
    assert changed.open_findings == changed.findings


def test_what_was_said_last_counts() -> None:
    one, other = Handled("a", "Anna", "2026-11-20", "Först."), Handled("a", "Bo", "2026-11-21", "Sedan.")
    assert latest((one, Handled("b", "Cia", "2026-11-20", "Annat."), other)) == (other, Handled("b", "Cia", "2026-11-20", "Annat."))
