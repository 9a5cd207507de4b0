"""What a value says by itself, worked out when it is first asked for and kept with it: it never changes, and many steps ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar, overload

Of = TypeVar("Of")
Said = TypeVar("Said")


class remembered(Generic[Of, Said]):  # noqa: N801 - a decorator, as ``property`` is
    """A property that is worked out once. Unlike ``functools.cached_property`` it takes no lock."""

    def __init__(self, work: Callable[[Of], Said]) -> None:
        """Take the function that works it out."""
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, value: None, owner: type[Of]) -> remembered[Of, Said]: ...

    @overload
    def __get__(self, value: Of, owner: type[Of]) -> Said: ...

    def __get__(self, value: Of | None, owner: type[Of]) -> Said | remembered[Of, Said]:
        """Work it out; the value's own attribute of the same name answers from then on."""
        if value is None:
            return self
        said = value.__dict__[self._name] = self._work(value)
        return said


def asked_once(work: Callable[[Of], Said]) -> Callable[[Of], Said]:
    """Return a function of a value that works out what it says of each value once."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def answer(value: Of) -> Said:
        known = value.__dict__
        try:
            found: Said = known[name]
        except KeyError:
            found = known[name] = work(value)
        return found

    return answer
