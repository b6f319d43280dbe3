"""Dataclasses and named tuples as the standard library has them, but quicker to define: a run defines 130 of them.

The standard library writes and compiles the methods of a dataclass where the class is defined, which takes a
millisecond for twenty fields; here that is done when they are first used. It compiles each annotation of a named tuple;
here they stay what they are, strings.
"""

from __future__ import annotations

import dataclasses
from collections import namedtuple
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from typing import NamedTuple as NamedTuple
else:

    def dataclass(
        cls: type | None = None,
        /,
        *,
        frozen: bool = False,
        slots: bool = False,
        kw_only: bool = False,
        eq: bool = True,
        repr: bool = True,  # noqa: A002 - the standard library's name for it
    ) -> Any:
        """What `dataclasses.dataclass` makes with these flags: `fields` and `replace` take it, type checkers too.

        A subclass that is a dataclass itself must be made here too.
        """

        def made(kind: type) -> type:
            kind.__doc__ = (
                kind.__doc__ or kind.__name__
            )  # or else the standard library would look for its signature
            plain = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(
                kind
            )
            for name, method in _methods(plain, frozen, slots, eq, repr):
                if name not in vars(kind):
                    setattr(plain, name, method)
            return plain

        return made if cls is None else made(cls)

    class _Tuples(type):
        def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, members)
            fields = members.get("__annotations__", {})
            usual = [members[field] for field in fields if field in members]
            made = namedtuple(name, fields, defaults=usual, module=members["__module__"])
            made.__annotations__ = fields
            for member, value in members.items():
                if member not in fields and member not in _MADE:
                    setattr(made, member, value)
            return made

    class NamedTuple(metaclass=_Tuples):
        """What `typing.NamedTuple` makes."""


_MADE = ("__annotations__", "__module__", "__qualname__", "__classcell__")
_FEW = 30  # instances that are filled field by field in the time that it takes to write a method


def _methods(cls: type, frozen: bool, slots: bool, eq: bool, shown: bool) -> list[tuple[str, Any]]:
    methods: list[tuple[str, Any]] = [("__init__", _first(cls, frozen))]
    if shown:
        methods.append(("__repr__", _shown))
    if eq:
        same, hashed = _comparing(cls)
        methods += [("__eq__", same), ("__hash__", hashed if frozen else None)]
    if frozen:
        methods += [("__setattr__", _refuse_change), ("__delattr__", _refuse_removal)]
    if frozen and slots:  # what copies and unpickles sets attributes, unless the class knows better
        methods += [("__getstate__", _state), ("__setstate__", _restore)]
    return methods


def _first(cls: Any, frozen: bool) -> Callable[..., None]:
    """An `__init__` that fills the first instances field by field, then puts one written for the class in its place.

    So does whatever it does not understand: a default that is made anew, a mistake in the call.
    """
    fields, left = dataclasses.fields(cls), _FEW
    wanted = {field.name for field in fields}
    usual = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
    if hasattr(cls, "__post_init__"):
        left = 0

    def __init__(self: Any, /, *given: Any, **named: Any) -> None:  # noqa: N807 - it is one
        nonlocal left
        left -= 1
        values = usual | named
        if left < 0 or given or values.keys() != wanted:
            cls.__init__ = _written(cls, frozen)
            cls.__init__(self, *given, **named)
            return
        _fill(self, values)

    return __init__


def _written(cls: Any, frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_unset": dataclasses.MISSING}
    placed: list[str] = []
    named: list[str] = []
    body: list[str] = []
    fields = dataclasses.fields(cls)
    for field in fields:
        parameter = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_new_{field.name}"] = field.default_factory
            parameter += "=_unset"
            body.append(f"if {field.name} is _unset: {field.name} = _new_{field.name}()")
        elif field.default is not dataclasses.MISSING:
            known[f"_usual_{field.name}"] = field.default
            parameter += f"=_usual_{field.name}"
        (named if field.kw_only else placed).append(parameter)
    settings = [f"self.{field.name} = {field.name}" for field in fields]
    if frozen:
        known |= {"_class": cls, "_fill": _fill, "_set": object.__setattr__}
    if frozen and "__orig_bases__" not in vars(cls):  # nothing of the same make as a generic class can be had
        known["_open"] = _unlocked(cls)
        opened = ["_set(self, '__class__', _open)", *settings, "self.__class__ = _class"]
        body += [
            "if self.__class__ is _class:",
            *(f" {line}" for line in opened),
            "else: _fill(self, locals())",
        ]
    else:
        body += ["_fill(self, locals())"] if frozen else settings
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    head = ", ".join(["self", *placed, *(["*", *named] if named else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _fill(self: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if name != "self":
            object.__setattr__(self, name, value)


def _unlocked(cls: Any) -> type:
    """A class of the same make as `cls` whose fields can be set. To set them past the lock takes four times as long."""
    own = {"__slots__": cls.__dict__["__slots__"]} if "__slots__" in cls.__dict__ else {}
    lock = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"Open{cls.__name__}", cls.__bases__, own | lock)


def _comparing(cls: Any) -> tuple[Callable[[Any, object], Any], Callable[[Any], int]]:
    key = attrgetter(*(field.name for field in dataclasses.fields(cls)))

    def same(self: Any, other: object) -> Any:
        return key(self) == key(other) if type(other) is type(self) else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    return same, hashed


def _shown(self: Any) -> str:
    told = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse_change(self: Any, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
