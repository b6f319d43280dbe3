"""Finds the files of a stage: every module of a folder that carries the stage's mark is a contribution.

A new claim type, rule, explainer, reader or format is one new file in the folder; nothing is registered.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def contributions(package: str, mark: str) -> tuple[ModuleType, ...]:
    """The modules of `package` that define `mark`, in the order of their names."""
    home = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(home.__path__))
    modules = (importlib.import_module(f"{package}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, mark))
