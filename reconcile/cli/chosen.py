"""Which findings the options of a command, or else the configuration, ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from reconcile.reports.selection import Selection
    from reconcile.workspace import Config


def selection(
    config: Config,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    min_confidence: float | None = None,
    **_: Any,
) -> Selection:
    """The selection. Raises a usage error for a name that is no rule's code, letter group or slug."""
    from reconcile.reports.selection import Selection, unknown_rules
    from reconcile.rules.catalogue import catalogue

    chosen = Selection(
        select=select or config.select,
        ignore=ignore or config.ignore,
        min_confidence=config.min_confidence if min_confidence is None else min_confidence,
    )
    names = (*chosen.select, *chosen.ignore)
    unknown = unknown_rules(names, [(rule.code, rule.slug) for rule in catalogue()]) if names else []
    if unknown:
        raise click.UsageError(f"no rule is called {', '.join(unknown)}; `reconcile rules` lists them")
    return chosen
