"""Classes of values, defined at the cost of what is used of them.

What :func:`dataclasses.dataclass` promises holds for what is used here: ``frozen`` and ``slots``, defaults, ``default_factory``, ``init``,
``repr`` and ``compare`` of a field, ``__post_init__``, inheritance in the order of the bases, equality among values of the same class
only, ``__match_args__``, copies and pickles. The comparison, the hash and the text are the same functions for all classes, and the
``__init__`` of a class is written when its first value is made.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lydelse.records import values

if TYPE_CHECKING:
    from collections.abc import Callable

MISSING: Final = object()


class Field(NamedTuple):
    """What a class says of one field beside its name."""

    default: Any
    default_factory: Any
    init: bool
    repr: bool
    compare: bool


def field(
    *,
    default: Any = MISSING,
    default_factory: Any = MISSING,
    init: bool = True,
    repr: bool = True,  # noqa: A002 - the field's word
    compare: bool = True,
) -> Any:
    """What :func:`dataclasses.field` says."""
    return Field(default, default_factory, init, repr, compare)


PLAIN: Final = field()


def dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
    """What :func:`dataclasses.dataclass` makes of a class; with ``slots`` a new class of the same name, as there."""
    if cls is None:
        return lambda decorated: defined(decorated, frozen=frozen, slots=slots)
    return defined(cls, frozen=frozen, slots=slots)


def defined(cls: type, *, frozen: bool, slots: bool) -> type:
    """The class with its methods. What the class itself writes of them is kept."""
    own = own_fields(cls)
    fields = {**inherited_fields(cls), **own}
    methods = methods_of(cls, fields, frozen=frozen)
    made = with_slots(cls, own, methods) if slots else with_attributes(cls, own, methods)
    if "__init__" not in vars(cls):
        set_init(made, first_made(made, fields, frozen=frozen))
    return made


def with_slots(cls: type, own: dict[str, Field], methods: dict[str, Any]) -> type:
    """The class made anew with a slot for each field of its own. Who inherits a slot has it."""
    space = {name: value for name, value in vars(cls).items() if name not in own and name not in ("__dict__", "__weakref__")}
    taken = {name for base in cls.__mro__[1:] for name in vars(base).get("__slots__", ())}
    slots = tuple(name for name in own if name not in taken)
    kept = {"__slots__": slots, "__getstate__": values.state, "__setstate__": values.set_state}
    return type(cls)(cls.__name__, cls.__bases__, {**space, **methods, **kept})


def with_attributes(cls: type, own: dict[str, Field], methods: dict[str, Any]) -> type:
    """The class itself, whose values keep their fields as attributes; a field's default is the class's attribute."""
    for name, method in methods.items():
        setattr(cls, name, method)
    for name, one in own.items():
        if one.default is not MISSING:
            setattr(cls, name, one.default)
        elif one is not PLAIN:
            delattr(cls, name)
    return cls


def set_init(cls: type, init: Callable[..., None]) -> None:
    """Give the class its own ``__init__``, whatever its subclasses have."""
    type.__setattr__(cls, "__init__", init)


def own_fields(cls: type) -> dict[str, Field]:
    """The fields that the class itself names, in its order."""
    found = {}
    for name, kind in vars(cls).get("__annotations__", {}).items():
        if str(kind).removeprefix("typing.").startswith("ClassVar"):
            continue
        value = vars(cls).get(name, MISSING)
        found[name] = value if isinstance(value, Field) else PLAIN if value is MISSING else field(default=value)
    return found


def inherited_fields(cls: type) -> dict[str, Field]:
    """The fields of the bases, the furthest first."""
    found: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        found.update(vars(base).get("__record__", {}))
    return found


def methods_of(cls: type, fields: dict[str, Field], *, frozen: bool) -> dict[str, Any]:
    """What a class of these fields gets, but its ``__init__``."""
    compared = [name for name, one in fields.items() if one.compare]
    methods: dict[str, Any] = {
        "__record__": fields,
        "__compared__": staticmethod(attrgetter(*compared) if compared else values.nothing),
        "__match_args__": tuple(name for name, one in fields.items() if one.init),
        "__eq__": values.equal,
        "__repr__": values.text,
        "__hash__": values.hashed if frozen else None,
    }
    if frozen:
        methods |= {"__setattr__": values.refuse_setting, "__delattr__": values.refuse_deleting}
    written = {name for name, value in vars(cls).items() if value is not None or name != "__hash__"}
    return {name: method for name, method in methods.items() if name not in written}


def first_made(cls: type, fields: dict[str, Field], *, frozen: bool) -> Callable[..., None]:
    """An ``__init__`` that writes the class's own when the first value is made, and gives way to it."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807 - it is one
        written = written_init(cls, fields, frozen=frozen)
        setattr(cls, "__init__", written)  # noqa: B010 - as above
        written(self, *args, **kwargs)

    return __init__


def written_init(cls: type, fields: dict[str, Field], *, frozen: bool) -> Callable[..., None]:
    """The class's ``__init__``. A frozen value's slots are set by the slots themselves, past the refusal to set anything."""
    space: dict[str, Any] = {"_missing": MISSING}
    arguments, lines = ["self"], []
    for name, one in fields.items():
        argument, value = told(name, one, space)
        arguments += argument
        if value is None:
            continue
        slot = getattr(cls, name, None) if frozen else None
        if hasattr(slot, "__set__"):
            space[f"_set_{name}"] = slot.__set__  # type: ignore[union-attr]
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"self.__dict__[{name!r}] = {value}" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(arguments)}):\n    " + "\n    ".join(lines or ["pass"]), space)  # noqa: S102 - names of fields alone
    init: Callable[..., None] = space["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def told(name: str, one: Field, space: dict[str, Any]) -> tuple[list[str], str | None]:
    """The field as an argument, or none, and what its value is, or None where nobody gives it one."""
    if one.default_factory is not MISSING:
        space[f"_made_{name}"] = one.default_factory
        made = f"_made_{name}()"
        return ([f"{name}=_missing"], f"{made} if {name} is _missing else {name}") if one.init else ([], made)
    if one.default is not MISSING:
        space[f"_default_{name}"] = one.default
        return ([f"{name}=_default_{name}"], name) if one.init else ([], f"_default_{name}")
    return ([name], name) if one.init else ([], None)
