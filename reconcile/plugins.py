"""Finds the files of a stage: every module of a folder that carries the stage's mark is a contribution.

A new claim type, rule, explainer, reader or format is one new file in the folder; nothing is registered.
Other packages contribute through entry points: the group is the folder's dotted name (`reconcile.rules`,
`reconcile.claims`, `reconcile.explain`, `reconcile.sources.readers`, `reconcile.reports.formats`), the value is
a module like those in the folder, the name is its slug. A plugin that fails is named and skipped.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, wraps
from types import GeneratorType, ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from reconcile.errors import Notice

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_UNIQUE = ("CODE", "TYPE")  # marks that name a contribution for good: no two may share one
T = TypeVar("T")

_failures: dict[str, Notice] = {}


@cache
def contributions(package: str, mark: str) -> tuple[ModuleType, ...]:
    """The modules of `package` that define `mark`, in the order of their names; then those of plugins."""
    home = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(home.__path__))
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    own = tuple(module for module in modules if hasattr(module, mark))
    taken = {getattr(module, mark) for module in own} if mark in _UNIQUE else set()
    return own + tuple(_plugins(package, mark, taken))


def failures() -> tuple[Notice, ...]:
    """What plugins failed at so far in this process: one notice for each plugin, in the order of their names."""
    return tuple(_failures[name] for name in sorted(_failures))


def remember(notices: Iterable[Notice]) -> None:
    """Adds failures that another process saw."""
    for notice in notices:
        _failures.setdefault(notice.path, notice)


class Plugin(ModuleType):
    """A contribution from another package. Its functions never raise: a failure ends their output, and is noted."""

    def __init__(self, name: str, module: ModuleType, label: str) -> None:
        super().__init__(name, module.__doc__)
        self._module = module
        self._label = label

    def __getattr__(self, attribute: str) -> Any:
        value = getattr(self._module, attribute)
        if callable(value) and not isinstance(value, type):
            return _guarded(value, self._label)
        return value


def _plugins(package: str, mark: str, taken: set[Any]) -> Iterator[Plugin]:
    for point in sorted(_entry_points(package), key=lambda p: (p.name, p.value)):
        label = f"plugin {point.name} ({point.value})"
        try:
            module = point.load()
        except Exception as error:  # whatever another package raises, this one goes on
            _note(label, error)
            continue
        if not hasattr(module, mark):
            _note(label, AttributeError(f"defines no {mark}, which every file of {package} has"))
        elif mark in _UNIQUE and getattr(module, mark) in taken:
            _note(label, ValueError(f"its {mark} {getattr(module, mark)!r} is taken"))
        else:
            taken |= {getattr(module, mark)} if mark in _UNIQUE else set()
            yield Plugin(f"{package}.{point.name.replace('-', '_')}", module, label)


def _entry_points(group: str) -> Iterable[EntryPoint]:
    if not _any_plugins():
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=group)


@cache
def _any_plugins() -> bool:
    """Whether an installed package may name one of our groups; the full answer costs a tenth of the start-up."""
    folders = [entry for entry in sys.path if entry and os.path.isdir(entry)]
    infos = (
        f"{folder}/{name}" for folder in folders for name in os.listdir(folder) if name.endswith("-info")
    )
    return any(b"[reconcile." in _entry_points_of(info) for info in infos)


def _entry_points_of(info: str) -> bytes:
    try:
        with open(f"{info}/entry_points.txt", "rb", buffering=0) as file:
            return file.read()
    except OSError:  # most packages have none
        return b""


def _guarded(function: Callable[..., Any], label: str) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            result = function(*args, **kwargs)
        except Exception as error:  # whatever another package raises, this one goes on
            _note(label, error)
            return None if function.__name__ in ("explain", "render") else ()
        return _drained(result, label) if isinstance(result, GeneratorType) else result

    return call


def drained(results: Iterable[T], label: str) -> list[T]:
    """What a contribution of our own yields. Should it fail, its output ends there, and the failure is noted:
    one broken rule or one odd text must not take the whole report with it.
    """
    return _drained(results, label, "E-INTERNAL")


def _drained(results: Iterable[T], label: str, code: str = "E-PLUGIN") -> list[T]:
    kept = []
    try:
        for result in results:
            kept.append(result)  # noqa: PERF402 - what came before a failure counts
    except Exception as error:  # whatever a contribution raises, the others go on
        _note(label, error, code)
    return kept


def _note(label: str, error: Exception, code: str = "E-PLUGIN") -> None:
    message = f"failed and was skipped: {type(error).__name__}: {error}"
    _failures.setdefault(label, Notice(label, code, message, skipped=True))
