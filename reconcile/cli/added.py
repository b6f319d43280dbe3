"""Which sources are new: those that were named, or those that changed since a git revision."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reconcile.sources.article import Article
    from reconcile.workspace import Workspace


def changed_since(revision: str, place: Workspace, paths: Sequence[str]) -> list[str]:
    """The files below `paths`, or the sources of the workspace, that are new or changed since `revision`."""
    tops = [str(Path(path).resolve()) for path in paths] or [str(place.sources)]
    where = Path(tops[0]) if Path(tops[0]).is_dir() else Path(tops[0]).parent
    top = Path(_git(where, "rev-parse", "--show-toplevel")[0])
    differing = _git(top, "diff", "--name-only", "-z", "--diff-filter=d", revision, "--", *tops)
    fresh = _git(top, "ls-files", "--others", "--exclude-standard", "-z", "--", *tops)
    return sorted(str(top / name) for name in {*differing, *fresh})


def ids_of(new: Sequence[str], articles: Sequence[Article]) -> frozenset[str]:
    """The ids of those `articles` that are in the files or folders of `new`."""
    from reconcile.sources.walk import read_all

    found = {(_file(a), a.text) for a in read_all(new)[0]}
    return frozenset(a.id for a in articles if (_file(a), a.text) in found)


def _file(article: Article) -> str:
    return (article.path or "").rsplit("/", 1)[-1]


def _git(folder: Path, *arguments: str) -> list[str]:
    import subprocess

    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise click.UsageError(f"--since needs git: {error.strerror}") from error
    if done.returncode:
        raise click.UsageError(f"--since: {done.stderr.strip().splitlines()[-1]}")
    return [name for name in done.stdout.replace("\0", "\n").splitlines() if name]
