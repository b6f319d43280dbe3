"""What a command prints: reports in a format, in colour only on a terminal that wants it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from reconcile.reports.report import Report


Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


class FormatName(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 only
    """A format of this package or of a plugin; the names are looked up only when they are needed."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a format."""
        from reconcile.reports.render import all_format_names, format_names

        if value not in format_names() and value not in (names := all_format_names()):
            self.fail(f"no format is called {value!r}; there are {', '.join(names)}", param, ctx)
        return str(value)


def format_option(default: str) -> Callable[[Decorated], Decorated]:
    """`-f FORMAT`."""
    return click.option("-f", "--format", "form", type=FormatName(), default=default, show_default=True)


def emit(report: Report, form: str) -> None:
    """Prints `report` on standard output."""
    from reconcile.reports.render import render

    sys.stdout.flush()
    sys.stdout.buffer.write(render(report, form, color=wants_color()))
    sys.stdout.buffer.flush()


def wants_color() -> bool:
    """Whether standard output is a terminal, and nobody said NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
