"""`reconcile init`: make a workspace."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("init")
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Make a workspace: folders for sources, claims and reports, and a commented configuration."""
    from reconcile.reports.visible import visible
    from reconcile.workspace import create

    for made in create(folder):
        click.echo(f"made {visible(str(made))}")
    click.echo("Put articles into sources/, then say: reconcile run")
