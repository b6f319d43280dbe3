"""Dataclasses and named tuples behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any, Generic, TypeVar, get_type_hints

import pytest

from reconcile.values.records import NamedTuple, dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Point:
    """A point with a name."""

    x: int
    y: int = 2
    name: str = "p"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Base:
    """What there is before."""

    id: str
    size: int = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Derived(Base):
    """A required field after those with defaults."""

    type: str = "derived"
    force: int


@dataclass(slots=True)
class Box:
    """Something that changes."""

    label: str
    things: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True)
class Checked:
    """Looks at itself once it is made."""

    low: int

    def __post_init__(self) -> None:
        if self.low < 0:
            raise ValueError("too low")


class Stretch(NamedTuple):
    """From here to there."""

    start: int
    end: int = 9
    label: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start


def test_named_tuples() -> None:
    stretch = Stretch(2, label="x")
    assert (stretch, stretch.length, stretch[1]) == ((2, 9, "x"), 7, 9)
    assert stretch._replace(end=4) == Stretch(2, 4, "x")
    assert repr(stretch) == "Stretch(start=2, end=9, label='x')"
    assert pickle.loads(pickle.dumps(stretch)) == stretch
    assert Stretch.__doc__ == "From here to there."
    assert get_type_hints(Stretch) == {"start": int, "end": int, "label": str | None}
    with pytest.raises(TypeError):
        Stretch()  # type: ignore[call-arg] - the mistake that is tested


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """Something held."""

    item: T


def test_a_generic_class() -> None:
    for at in range(40):
        assert Held(at).item == at
    assert Held("a") == Held("a")


def test_many_instances_are_all_alike() -> None:
    """The first are filled field by field, the later ones by a written method."""
    made: list[Any] = [Derived(id="a", force=5) for _ in range(100)]
    assert {(one.id, one.size, one.type, one.force) for one in made} == {("a", 1, "derived", 5)}
    assert [Point(1), Point(x=1), Point(1, 2, "p")] * 30 == [Point(y=2, x=1)] * 90


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, "p", 4), {}), ((1,), {"x": 1}), ((), {"x": 1, "z": 2})]
)
def test_a_mistake_in_the_call_is_a_type_error(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """As Python words it for any function."""
    with pytest.raises(TypeError, match=r"Point\.__init__\(\)"):
        Point(*given, **named)


class Named(Point):
    """A plain subclass."""

    def shout(self) -> str:
        return self.name.upper()


def test_a_plain_subclass_keeps_its_class() -> None:
    for _ in range(40):
        made = Named(1, name="q")
        assert (type(made), made.shout(), made.y) == (Named, "Q", 2)
        assert type(Point(1)) is Point


def test_fields_that_go_by_keyword_take_no_place() -> None:
    """Neither at first nor later."""
    with pytest.raises(TypeError):
        Derived("a", 1, "derived", 5)  # type: ignore[misc] - the mistake that is tested


def test_what_is_frozen_stays() -> None:
    """No field is set or deleted."""
    point: Any = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    assert point == Point(1)


def test_equality_and_its_like() -> None:
    """By fields where they are asked for, by identity else."""
    assert Point(1) != Point(2)
    assert Point(1) != (1, 2, "p")
    assert len({Point(1), Point(1), Point(2)}) == 2
    assert repr(Point(1)) == "Point(x=1, y=2, name='p')"
    assert Derived(id="a", force=5) != Derived(id="a", force=5)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Box("b"))


def test_defaults_are_made_anew() -> None:
    """No two instances share a list."""
    first, second = Box("a"), Box("b")
    first.things.append("x")
    assert second.things == []
    first.label = "c"
    assert first == Box("c", ["x"])


def test_an_instance_may_check_itself() -> None:
    """`__post_init__` is called every time."""
    for _ in range(40):
        assert Checked(1).low == 1
    with pytest.raises(ValueError, match="too low"):
        Checked(-1)


def test_the_standard_library_takes_them() -> None:
    """`fields`, `replace`, copying and pickling."""
    point = Point(1, name="q")
    assert [field.name for field in dataclasses.fields(point)] == ["x", "y", "name"]
    assert dataclasses.replace(point, x=5) == Point(5, name="q")
    assert copy.deepcopy(point) == point
    assert pickle.loads(pickle.dumps(point)) == point
