"""`reconcile claims`: what the sources assert."""

from __future__ import annotations

from typing import Any

import click

from reconcile.cli.inputs import articles_of, paths_argument, tell, workspace


@click.command("claims")
@paths_argument
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only claims of this type. Repeatable.")
@click.option("--subject", metavar="WORDS", help="Only claims about a subject that holds these words.")
@click.option("--article", metavar="ID", help="Only claims of this article, by id, path or publisher.")
@click.option("--date", metavar="DATE", help="Only articles published then: 2025-07-11, 2025-07 or 2025.")
@click.option(
    "--matrix", is_flag=True, help="A row per question that several articles answer, a column per article."
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "md", "csv", "jsonl"]),
    default="table",
    show_default=True,
)
def command(paths: tuple[str, ...], matrix: bool, form: str, **filters: Any) -> None:
    """Print what the sources assert: every claim with its value, its words and where they stand."""
    from reconcile import pipeline
    from reconcile.reports.claim_table import Filter, claim_rows, matrix_rows, shown

    place = workspace()
    articles, notices = articles_of(paths, place)
    tell(notices)
    stories, _ = pipeline.read_stories(articles, aliases=place.aliases())
    wanted = Filter(**filters)
    rows = matrix_rows(stories, wanted) if matrix else claim_rows(stories, wanted)
    click.echo(shown(rows, form), nl=False)
