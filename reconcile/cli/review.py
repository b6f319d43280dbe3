"""`reconcile review`: decide about findings, one after the other."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconcile.cli.inputs import articles_of, workspace
from reconcile.cli.output import wants_color

if TYPE_CHECKING:
    from reconcile.review import Decision, Judgement

_KEYS: dict[str, Decision] = {"y": "confirmed", "n": "dismissed", "u": "unsure"}


@click.command("review")
@click.option(
    "--apply",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Add these judgements.",
)
@click.option("--who", envvar="USER", default="unknown", show_default="$USER", help="Who decides.")
@click.option("--when", metavar="DATE", help="The day to write down; today when not given.")
@click.option("--until", metavar="DATE", help="The judgements lapse when an article after this day joins in.")
@click.option("--all", "every", is_flag=True, help="Also what is explained.")
def command(file: Path | None, who: str, when: str | None, until: str | None, every: bool) -> None:
    """Step through the findings that nobody has judged, and record what you decide.

    Answers: y a real difference, n none, u unsure, s skip, q quit. `--apply` takes the file that the HTML page saves.
    """
    from reconcile import pipeline, review
    from reconcile.reports.formats.text import render
    from reconcile.workspace import open_workspace

    place = open_workspace(Path())
    if file is not None:
        applied, _ = review.read(file.read_text(encoding="utf-8", errors="replace"), file.name)
        review.add(place.judgements, applied.values())
        click.echo(f"{len(applied)} applied")
        return
    articles, notices = articles_of((), workspace())
    report = pipeline.check(articles, notices, aliases=place.aliases())
    judgements, _ = review.load(place.judgements)
    open_ones = [f for f in review.unjudged(report, judgements) if f.alarm or every]
    day = when or datetime.date.today().isoformat()  # the one place that asks the clock: a person acts now
    for number, finding in enumerate(open_ones, 1):
        shown = render(replace(report, findings=(finding,)), color=wants_color()).rsplit("\n\n", 1)[0]
        click.echo(f"\n{shown}\n")
        answer = _asked(f"{number}/{len(open_ones)} a real difference? [y/n/u/s/q]")
        if answer == "q":
            break
        if answer in _KEYS:
            why = click.prompt("why", default="", show_default=False)
            decided: Judgement = review.Judgement(
                finding=finding.id, decision=_KEYS[answer], who=who, when=day, why=why, until=until
            )
            review.add(place.judgements, [decided])
    click.echo(f"{len(open_ones)} were open")


def _asked(question: str) -> str:
    while True:
        answer = str(click.prompt(question, default="s", show_default=False)).strip().lower()[:1]
        if answer in {*_KEYS, "s", "q"}:
            return answer
