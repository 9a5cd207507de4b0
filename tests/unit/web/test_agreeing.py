"""What the options of the command are held against before anything is opened."""

from pathlib import Path

import pytest

from lydelse.errors import UsageError
from lydelse.web.agreeing import agree, key_in


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
def test_this_machine_s_own_addresses_need_nothing(host: str) -> None:
    agree(host, (), has_history=True, has_key=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "granska.example", ""])
def test_an_address_that_others_reach_needs_a_name(host: str) -> None:
    with pytest.raises(UsageError) as told:
        agree(host, (), has_history=False, has_key=True)
    assert told.value.message.key == "web.needs-name"
    agree(host, ("granska.example",), has_history=False, has_key=True)


def test_a_shared_page_needs_a_key_and_keeps_no_history() -> None:
    with pytest.raises(UsageError) as told:
        agree("0.0.0.0", ("granska.example",), has_history=False, has_key=False)
    assert told.value.message.key == "web.needs-key"
    with pytest.raises(UsageError) as told:
        agree("127.0.0.1", ("granska.example",), has_history=True, has_key=True)
    assert told.value.message.key == "web.history-is-shared"


def test_a_key_is_read_whole_and_a_short_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "nyckel"
    file.write_text("x" * 40 + "\n")
    assert key_in(file) == "x" * 40
    file.write_text("x" * 31)
    with pytest.raises(UsageError) as told:
        key_in(file)
    assert told.value.message.key == "web.short-key"
    with pytest.raises(UsageError) as told:
        key_in(tmp_path / "saknas")
    assert told.value.message.key == "web.no-key"
