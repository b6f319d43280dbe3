"""What a command reads: the paths it is given, standard input for `-`, else the sources of the workspace."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reconcile.errors import Notice
    from reconcile.sources.article import Article
    from reconcile.workspace import Workspace

paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())


def workspace() -> Workspace:
    """The workspace of the current folder; one with the defaults when there is none."""
    from reconcile.workspace import Config, Workspace, find

    return find(Path()) or Workspace(Path().resolve(), Config())


def articles_of(
    paths: Sequence[str], place: Workspace, also: Sequence[str] = ()
) -> tuple[list[Article], list[Notice]]:
    """The articles below `paths`, or of the workspace when none are given, and below `also`; and what was skipped.

    Raises a usage error for a path that does not exist, and when there is nothing to read at all.
    """
    from reconcile.sources.walk import read_all

    most = place.config.max_bytes
    if not paths:
        if not place.sources.is_dir():
            raise click.UsageError(f"no folder {place.config.sources}/ here: name files or folders to read")
        return read_all([place.sources, *also], root=place.root, max_bytes=most)
    named = [*(path for path in paths if path != "-"), *also]
    for path in named:
        if not Path(path).exists() and not Path(path).is_symlink():
            raise click.UsageError(f"{path!r} does not exist")
    articles, notices = read_all(named, max_bytes=most)
    if "-" in paths:
        piped, odd = _standard_input(most)
        articles, notices = [*articles, *piped], [*notices, *odd]
    return articles, notices


def tell(notices: Iterable[Notice]) -> None:
    """Prints each notice on one line of standard error."""
    from reconcile.reports.visible import visible

    for notice in notices:
        click.echo(visible(str(notice)), err=True)


def _standard_input(most: int) -> tuple[list[Article], list[Notice]]:
    from reconcile.sources.reading import read_source
    from reconcile.sources.source_file import SkippedFileError, SourceFile

    notices: list[Notice] = []
    try:
        data = sys.stdin.buffer.read(most + 1)
        if len(data) > most:
            raise SkippedFileError("stdin", "E-TOO-LARGE", f"holds more than {most} bytes")
        return read_source(SourceFile("stdin", data), notices), notices
    except SkippedFileError as skipped:
        return [], [skipped.notice]
