"""`reconcile report`: render the reports."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reconcile.cli.inputs import articles_of, paths_argument, tell, workspace
from reconcile.cli.output import emit


@click.command("report")
@paths_argument
@click.option(
    "-o", "outputs", multiple=True, metavar="FORMAT[:FILE]", help="What to render, and where to. Repeatable."
)
def command(paths: tuple[str, ...], outputs: tuple[str, ...]) -> int:
    """Render the reports: to files, or to standard output where no file is named.

    Without -o, writes the formats of the configuration into the workspace's reports folder.
    """
    from reconcile import pipeline
    from reconcile.errors import Exit
    from reconcile.files import write_whole
    from reconcile.reports.render import file_name, render

    place = workspace()
    articles, notices = articles_of(paths, place)
    wanted = [_output(text) for text in outputs] or [
        (form, place.reports / file_name(form)) for form in place.config.formats
    ]
    report = pipeline.check(articles, notices, aliases=place.aliases())
    tell(report.notices)
    for form, file in wanted:
        if file is None:
            emit(report, form)
        else:
            write_whole(file, render(report, form))
    sys.stdout.flush()
    return Exit.SKIPPED if any(notice.skipped for notice in report.notices) else Exit.CLEAN


def _output(text: str) -> tuple[str, Path | None]:
    from reconcile.reports.render import all_format_names, format_names

    form, _, file = text.partition(":")
    if form not in format_names() and form not in (known := all_format_names()):
        raise click.UsageError(f"no format is called {form!r}; there are {', '.join(known)}")
    return form, Path(file) if file else None
