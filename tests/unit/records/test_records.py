"""Values are what the standard library's dataclasses would be, for all that is used of them here."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from functools import cached_property
from typing import ClassVar

import pytest

from lydelse import records
from lydelse.records import defined


@records.dataclass(frozen=True, slots=True)
class Place:
    page: int
    line: int = 1
    seen: tuple[str, ...] = records.field(default=(), compare=False, repr=False)
    kinds: ClassVar[int] = 3


@records.dataclass(frozen=True, slots=True)
class Named(Place):
    name: str = "tabell"
    parts: list[int] = records.field(default_factory=list)


@records.dataclass(frozen=True)
class Counted:
    figures: tuple[int, ...]

    @cached_property
    def total(self) -> int:
        return sum(self.figures)


@records.dataclass(slots=True)
class Open:
    count: int = 0
    left: int = records.field(init=False, default=7)

    def __post_init__(self) -> None:
        self.count += 1


@records.dataclass(frozen=True, slots=True)
class Nothing:
    pass


@records.dataclass(frozen=True, slots=True)
class OwnWay:
    page: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnWay)

    def __hash__(self) -> int:
        return 11


def test_a_class_is_really_defined_here() -> None:
    assert records.dataclass.__module__ == defined.__name__
    assert [records.is_dataclass(one) for one in (Place, Place(1), "Place")] == [True, True, False]


def test_a_value_tells_itself_as_a_dataclass_does() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Standard:
        page: int
        line: int = 1
        seen: tuple[str, ...] = dataclasses.field(default=(), compare=False, repr=False)

    theirs = repr(Standard(4, seen=("a",))).replace("test_a_value_tells_itself_as_a_dataclass_does.<locals>.Standard", "Place")
    assert repr(Place(4, seen=("a",))) == theirs == "Place(page=4, line=1)"


def test_values_of_one_class_are_equal_by_the_fields_that_are_compared() -> None:
    assert Place(1, seen=("a",)) == Place(1, 1, ("b",))
    assert Place(1) != Place(1, 2)
    assert hash(Place(1, seen=("a",))) == hash(Place(1))
    assert Place(1) != Named(1)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert Place(1) not in [(1, 1), 1]


def test_what_a_class_writes_itself_is_kept() -> None:
    assert OwnWay(1) == OwnWay(2)
    assert hash(OwnWay(1)) == 11


def test_a_frozen_value_can_be_neither_set_nor_deleted() -> None:
    place = Place(1)
    with pytest.raises(AttributeError):
        place.page = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del place.page
    with pytest.raises(AttributeError):
        Counted((1,)).figures = ()  # type: ignore[misc]
    assert place.page == 1


def test_a_value_that_is_not_frozen_has_no_hash_and_what_is_made_after_its_fields() -> None:
    one = Open(2)
    assert (one.count, one.left) == (3, 7)
    one.count = 9
    assert one.count == 9
    with pytest.raises(TypeError):
        hash(one)
    with pytest.raises(TypeError):
        Open(1, left=2)  # type: ignore[call-arg]


def test_slots_leave_no_room_for_anything_else() -> None:
    assert not hasattr(Place(1), "__dict__")
    with pytest.raises(AttributeError):
        Open().other = 1  # type: ignore[attr-defined]


def test_a_class_without_slots_remembers_what_it_worked_out() -> None:
    counted = Counted((1, 2, 3))
    assert counted.total == 6
    assert vars(counted)["total"] == 6


def test_fields_are_inherited_in_the_order_of_the_bases() -> None:
    assert [field.name for field in records.fields(Named)] == ["page", "line", "seen", "name", "parts"]
    assert Named(3, name="rad") == Named(page=3, line=1, seen=(), name="rad", parts=[])
    assert Named(1).parts is not Named(1).parts
    assert Place.kinds == Named.kinds == 3


def test_a_field_that_is_missing_or_unknown_is_an_error() -> None:
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place(1, row=2)  # type: ignore[call-arg]


@pytest.mark.parametrize("value", [Place(1, 2, ("a",)), Named(1, parts=[4]), Counted((1, 2)), Open(4), Nothing()])
def test_a_copy_and_what_another_process_gets_are_the_same_value(value: object) -> None:
    for made in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert type(made) is type(value)
        assert repr(made) == repr(value)
        assert made == value


def test_the_first_value_may_be_of_a_class_below_and_each_class_keeps_its_own_init() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Above:
        page: int

    @records.dataclass(frozen=True, slots=True)
    class Below(Above):
        line: int

    class Plain(Above):
        pass

    assert Below(1, 2).line == 2
    assert Plain(4).page == 4
    assert Above(3).page == 3
    assert Below(5, 6) == Below(5, 6)


def test_replacing_keeps_what_is_not_named() -> None:
    changed = records.replace(Named(1, 2, ("a",), "rad", [5]), line=8)
    assert (changed.page, changed.line, changed.seen, changed.name, changed.parts) == (1, 8, ("a",), "rad", [5])
    with pytest.raises(TypeError):
        records.replace(Place(1), row=2)  # type: ignore[call-arg]


def test_a_value_is_taken_apart_with_what_it_holds() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Held:
        places: tuple[Place, ...]
        by_name: dict[str, Place]

    held = Held((Place(1),), {"a": Place(2)})
    assert records.asdict(held) == {
        "places": ({"page": 1, "line": 1, "seen": ()},),
        "by_name": {"a": {"page": 2, "line": 1, "seen": ()}},
    }


def test_patterns_match_values_by_position() -> None:
    match Place(4, 5):
        case Place(page, line):
            assert (page, line) == (4, 5)
    assert Open.__match_args__ == ("count",)


def test_defining_a_class_compiles_nothing() -> None:
    class Plain:
        page: int

    made = defined.dataclass(Plain, frozen=True, slots=True)
    before = made.__init__
    assert made(1).page == 1
    assert made.__init__ is not before
