"""A pattern is compiled when it is first searched for: that each can be is seen here."""

from __future__ import annotations

import gc
import pkgutil
from importlib import import_module

import lydelse
from lydelse.patterns import Unmade

FEWEST = 500


def test_every_pattern_of_every_module_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(lydelse.__path__, "lydelse."):
        if module.name != "lydelse.__main__" and ".migrations." not in module.name:  # run by the command and by Alembic
            import_module(module.name)
    patterns = [each for each in gc.get_objects() if isinstance(each, Unmade)]
    assert len(patterns) > FEWEST
    assert [pattern.pattern for pattern in patterns if pattern.made is None] == []
