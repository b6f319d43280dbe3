"""Renders a report in a format by its name. A format is one file of `formats/`, or a plugin's."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from reconcile.errors import ReconcileError, StoreError
from reconcile.plugins import contributions, failures
from reconcile.reports import formats
from reconcile.reports.report import Report


def render(report: Report, name: str, color: bool = False) -> bytes:
    """The bytes of `report` in the format called `name`; `color` counts for the one format that is for terminals.

    Raises ReconcileError for an unknown format, StoreError when a plugin's format fails.
    """
    module = _format(name)
    shown = module.render(report, color=True) if color and name == "text" else module.render(report)
    if isinstance(shown, str):
        return shown.encode("utf-8", "backslashreplace")
    if not isinstance(shown, bytes):
        told = "; ".join(map(str, failures()))
        raise StoreError(f"the format {name!r} gave no text: {told}")
    return shown


def file_name(name: str) -> str:
    """The file that a report of this format is written to: `report.md`; a format may name its own as FILE."""
    return str(getattr(_format(name), "FILE", f"report.{name}"))


def format_names() -> list[str]:
    """The names of the formats of this package, without loading any of them."""
    return sorted(found.name for found in pkgutil.iter_modules(formats.__path__))


def all_format_names() -> list[str]:
    """The names of all formats, plugins' included."""
    return sorted(module.__name__.rsplit(".", 1)[-1] for module in contributions(formats.__name__, "render"))


def _format(name: str) -> ModuleType:
    if name in format_names():
        return importlib.import_module(f"{formats.__name__}.{name}")
    found = {
        module.__name__.rsplit(".", 1)[-1]: module for module in contributions(formats.__name__, "render")
    }
    if name not in found:
        raise ReconcileError(f"no format is called {name!r}; there are {', '.join(sorted(found))}")
    return found[name]
