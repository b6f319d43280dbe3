"""`reconcile why-not`: why two claims make no finding, or which one they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reconcile.cli.inputs import articles_of, workspace

if TYPE_CHECKING:
    from reconcile.align.story import Story
    from reconcile.claims.claim import Claim


@click.command("why-not")
@click.argument("first", metavar="CLAIM")
@click.argument("second", metavar="CLAIM")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
def command(first: str, second: str, paths: tuple[str, ...]) -> None:
    """Print why two claims were not set against each other. Claims are named by their id in `reconcile claims`."""
    from reconcile import pipeline
    from reconcile.align.questions import why_apart
    from reconcile.reports.visible import visible
    from reconcile.reports.wording import verdict_words

    place = workspace()
    articles, _ = articles_of(paths, place)
    stories, _ = pipeline.read_stories(articles, aliases=place.aliases())
    one, home = _claim(first, stories)
    other, other_home = _claim(second, stories)
    for claim in (one, other):
        click.echo(
            visible(f"{claim.id} {claim.span.article}:{claim.span.line}: {claim.span.quote!r} says {claim}")
        )
    if home is not other_home:
        click.echo("Not compared: their articles share too few names to be one story.")
        return
    met = False
    for finding, _ in pipeline.traced(home):
        sides = [n for n, side in enumerate(finding.sides) for w in side.claims if w.id in (one.id, other.id)]
        if len(sides) >= 2:
            met = True
            apart = "on two sides" if len(set(sides)) > 1 else "on one side"
            told = (
                f"{finding.id} {finding.rule} {verdict_words(finding)}: {finding.question} {finding.because}"
            )
            click.echo(visible(f"They meet {apart} of {told}"))
    if not met:
        click.echo("\n".join(visible(reason) for reason in why_apart(one, other, home)))


def _claim(name: str, stories: list[Story]) -> tuple[Claim, Story]:
    found = {
        claim.id: (claim, story) for story in stories for claim in story.claims if claim.id.startswith(name)
    }
    if len(found) != 1:
        what = "several claims' ids begin" if found else "no claim's id begins"
        raise click.UsageError(f"{what} with {name!r}; `reconcile claims` lists them")
    return next(iter(found.values()))
