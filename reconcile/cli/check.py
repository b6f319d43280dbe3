"""`reconcile check`: print what the sources disagree on; write nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reconcile.cli.inputs import articles_of, paths_argument, tell, workspace
from reconcile.cli.output import emit, format_option
from reconcile.cli.progress import progress

if TYPE_CHECKING:
    from reconcile.reports.report import Report
    from reconcile.workspace import Workspace

_RANK = {"nothing": 0, "contradiction": 1, "tension": 2, "unresolved": 3}


@click.command("check")
@paths_argument
@format_option("text")
@click.option(
    "--select", multiple=True, metavar="RULE", help="Only this rule: code, letter group or slug. Repeatable."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this rule. Repeatable.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out findings below this.")
@click.option(
    "--fail-on", type=click.Choice(list(_RANK)), help="The least verdict that makes the exit code 1."
)
@click.option(
    "--baseline", type=click.Path(exists=True, dir_okay=False), help="An earlier JSON report: known findings."
)
@click.option("--new", multiple=True, type=click.Path(exists=True), help="Only what these sources add.")
@click.option("--since", metavar="REV", help="Only what sources changed since this git revision add.")
@click.option("--judged", is_flag=True, help="Also findings that were judged to be none.")
@click.option("-j", "--jobs", type=click.IntRange(0), help="Processes to use; 0: one per core.")
def command(paths: tuple[str, ...], form: str, judged: bool, fail_on: str | None, **options: Any) -> int:
    """Print what the sources disagree on, without writing anything.

    Reads the given files and folders (`-` is standard input), else the sources of the workspace. Exit code 1 when
    there are contradictions that nobody has judged, 3 when an input was skipped.
    """
    from dataclasses import replace

    from reconcile.cli.known import decisions
    from reconcile.errors import Exit

    place = workspace()
    report = _report(paths, place, options)
    report, known = decisions(report, place, options["baseline"])
    shown = [f for f in report.findings if judged or known.get(f.id) not in ("dismissed", "baseline")]
    tell(report.notices)
    emit(replace(report, findings=tuple(shown)), form)
    least = _RANK[fail_on or place.config.fail_on]
    if any(_RANK.get(f.verdict, 9) <= least and known.get(f.id) in (None, "unsure") for f in shown):
        return Exit.FINDINGS
    return Exit.SKIPPED if any(notice.skipped for notice in report.notices) else Exit.CLEAN


def _report(paths: tuple[str, ...], place: Workspace, options: dict[str, Any]) -> Report:
    from reconcile import pipeline
    from reconcile.cli.added import changed_since, ids_of
    from reconcile.cli.chosen import selection
    from reconcile.engine import Engine

    new = [*options["new"], *(changed_since(options["since"], place, paths) if options["since"] else [])]
    articles, notices = articles_of(paths, place, also=new)
    with progress("reading") as watch:
        jobs = place.config.jobs if options["jobs"] is None else options["jobs"]
        stories, lost = pipeline.read_stories(
            articles, engine=Engine(jobs=jobs, progress=watch), aliases=place.aliases()
        )
    report = pipeline.report_on(stories, [*notices, *lost])
    if new or options["since"]:
        from reconcile.reports.novelty import novelty, only_new

        ids = ids_of(new, report.articles)
        report = only_new(report, ids)
        click.echo(str(novelty(report, stories, ids)), err=True)
    return selection(place.config, **options).of(report)
