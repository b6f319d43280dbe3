"""`reconcile rules`: the table of rules."""

from __future__ import annotations

import click


@click.command("rules")
@click.option("--markdown", is_flag=True, help="Print the table as Markdown.")
def command(markdown: bool) -> None:
    """Print the rules: code, slug, usual verdict, and what each one finds."""
    from reconcile.reports.grid import grid, markdown_grid
    from reconcile.rules.catalogue import catalogue

    headers = ("code", "slug", "usual verdict", "finds")
    rows = [(rule.code, rule.slug, rule.verdict, rule.summary) for rule in catalogue()]
    click.echo(markdown_grid(headers, rows) if markdown else grid(headers, rows, (0, 0, 0, 70)))
