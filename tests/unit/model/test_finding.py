"""What a finding weighs."""

from lydelse.model.finding import Severity


def test_a_severity_reaches_itself_and_what_weighs_less() -> None:
    assert [severity for severity in Severity if severity.reaches(Severity.WARNING)] == [Severity.ERROR, Severity.WARNING]


def test_no_severity_reaches_a_threshold_that_there_is_not() -> None:
    assert not any(severity.reaches(None) for severity in Severity)
