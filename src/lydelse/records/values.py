"""What values of every class do alike: comparing, telling what they are, being kept, taken apart or changed into another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lydelse.records.defined import Field


def equal(self: Any, other: Any) -> Any:
    """Whether two values of one class have equal fields. Of two classes, nobody knows."""
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__compared__(self) == self.__compared__(other)


def hashed(self: Any) -> int:
    """The hash of a frozen value."""
    return hash(self.__compared__(self))


def nothing(_value: Any) -> tuple[()]:
    """What a value without fields is compared by."""
    return ()


def text(self: Any) -> str:
    """The value as it would be written."""
    record: dict[str, Field] = self.__record__
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name, one in record.items() if one.repr)
    return f"{type(self).__qualname__}({shown})"


def refuse_setting(self: Any, name: str, _value: Any) -> None:
    """A frozen value stays as it is."""
    raise AttributeError(name, type(self).__qualname__, "is frozen")


def refuse_deleting(self: Any, name: str) -> None:
    """A frozen value keeps what it has."""
    raise AttributeError(name, type(self).__qualname__, "is frozen")


def state(self: Any) -> list[Any]:
    """What a value with slots is kept as when it is copied or sent to another process."""
    return [getattr(self, name) for name in self.__record__]


def set_state(self: Any, kept: list[Any]) -> None:
    """Make a value what :func:`state` kept."""
    for name, value in zip(self.__record__, kept, strict=True):
        object.__setattr__(self, name, value)


class Named(NamedTuple):
    """A field as :func:`fields` tells it."""

    name: str


def fields(of: Any, /) -> tuple[Named, ...]:
    """The names of a value's fields, or a class's, in their order."""
    return tuple(map(Named, of.__record__))


def is_dataclass(value: object, /) -> bool:
    """Whether this is such a value, or a class of them."""
    return hasattr(value, "__record__")


def replace(value: Any, /, **changes: Any) -> Any:
    """Another value of the same class, with these fields changed. A field that ``__init__`` does not take raises TypeError."""
    for name in value.__match_args__:
        if name not in changes:
            changes[name] = getattr(value, name)
    return value.__class__(**changes)


def asdict(value: Any, /) -> dict[str, Any]:
    """The value's fields by name; values, lists, tuples and mappings within it likewise, and all else as it is."""
    return {name: taken_apart(getattr(value, name)) for name in value.__record__}


def taken_apart(value: Any) -> Any:
    """What :func:`asdict` makes of one field."""
    if is_dataclass(type(value)):
        return asdict(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*map(taken_apart, value))
    if isinstance(value, list | tuple):
        return type(value)(taken_apart(one) for one in value)
    if isinstance(value, dict):
        return {taken_apart(key): taken_apart(one) for key, one in value.items()}
    return value
