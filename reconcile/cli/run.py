"""`reconcile run`: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli.inputs import articles_of, tell
from reconcile.cli.output import emit
from reconcile.cli.progress import progress


@click.command("run")
@click.argument(
    "folder", default=".", metavar="[DIR]", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--fresh", is_flag=True, help="Read every article again, changed or not.")
@click.option("-j", "--jobs", type=click.IntRange(0), help="Processes to use; 0: one per core.")
def command(folder: Path, fresh: bool, jobs: int | None) -> int:
    """Read the sources, write claims/ and reports/, print the findings as a table.

    Exit code 0 also when there are findings (`reconcile check` fails on them), 3 when an input was skipped.
    """
    from reconcile import pipeline
    from reconcile.engine import Engine
    from reconcile.errors import Exit
    from reconcile.files import locked
    from reconcile.reports.selection import Selection
    from reconcile.workspace import open_workspace

    place = open_workspace(folder)
    articles, notices = articles_of((), place)
    with locked(place.state / "lock"), progress("reading") as watch:
        engine = Engine(jobs=place.config.jobs if jobs is None else jobs, progress=watch)
        report = pipeline.run(place, articles, notices, engine=engine, fresh=fresh)
    tell(report.notices)
    emit(Selection(select=place.config.select, ignore=place.config.ignore).of(report), "table")
    return Exit.SKIPPED if any(notice.skipped for notice in report.notices) else Exit.CLEAN
