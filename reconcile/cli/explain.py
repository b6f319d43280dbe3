"""`reconcile explain`: the proof of a finding, or the page of a rule or of a reason."""

from __future__ import annotations

import click

from reconcile.cli.inputs import articles_of, paths_argument, workspace


@click.command("explain")
@click.argument("name", metavar="FINDING|RULE|REASON")
@paths_argument
def command(name: str, paths: tuple[str, ...]) -> None:
    """Print how a finding came about, by its id or the beginning of it; or the page of a rule or of a reason."""
    from reconcile import pipeline
    from reconcile.explain.chain import explainers
    from reconcile.reports.proof import proof
    from reconcile.rules.catalogue import catalogue

    for rule in catalogue():
        if name.upper() == rule.code or name.lower() == rule.slug:
            click.echo(f"{rule.code} {rule.slug} ({rule.kind}; usually {rule.verdict})\n\n{rule.page}")
            return
    for module in explainers():
        if name.lower() == module.REASON:
            click.echo(f"{module.REASON}\n\n{(module.__doc__ or '').strip()}")
            return
    place = workspace()
    articles, _ = articles_of(paths, place)
    found = {
        (item.id, item.verdict): proof(item, difference, story)
        for story in pipeline.read_stories(articles, aliases=place.aliases())[0]
        for item, difference in pipeline.traced(story)
        if item.id.startswith(name)
    }
    if not found:
        raise click.UsageError(f"no finding's id begins with {name!r}, and no rule or reason is called so")
    click.echo("\n\n".join(found.values()))
