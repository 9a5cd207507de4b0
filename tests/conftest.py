"""What every test may ask for: the goldens, held in the files that a change of the reports is read from."""

import os

import pytest
from hypothesis import HealthCheck, settings

from support.goldens import Golden

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a machine of any speed
if os.environ.get("CI"):
    settings.load_profile("ci")  # the same examples each time: what lands does not hang on chance; new ones are sought elsewhere


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the reports say now into tests/golden")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        message = "--update-golden is refused in CI: a golden is changed by hand, and its commit says why"
        raise pytest.UsageError(message)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """The goldens of the case that the test's marker names."""
    marker = request.node.get_closest_marker("golden")
    assert marker, "a test that uses goldens says of which case: @pytest.mark.golden('case')"
    return Golden(marker.args[0], update=request.config.getoption("--update-golden"))
