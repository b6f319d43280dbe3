"""The `reconcile` command and how it finds its subcommands: by file name, each loaded when it is needed."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil

import click

import reconcile.cli

_ORDER = ("init", "run", "check", "claims", "report", "explain", "why-not", "review", "rules")


class Commands(click.Group):
    """The commands of this folder, in the order in which a newcomer meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the files that define a command."""
        names = [found.name.replace("_", "-") for found in pkgutil.iter_modules(reconcile.cli.__path__)]
        known = {name for name in names if self.get_command(ctx, name)}
        return [name for name in _ORDER if name in known] + sorted(known - set(_ORDER))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command in the file of that name."""
        name = f"reconcile.cli.{cmd_name.replace('-', '_')}"
        if not cmd_name.replace("-", "").isalpha() or importlib.util.find_spec(name) is None:
            return None
        found = getattr(importlib.import_module(name), "command", None)
        return found if isinstance(found, click.Command) else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="source-reconcile", prog_name="reconcile")
def program() -> None:
    """Lay what several articles assert side by side, reconcile what can be reconciled, report what remains."""
