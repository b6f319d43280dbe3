"""Finds source files below the given paths and reads them all, in a stable order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from reconcile.errors import Notice
from reconcile.sources.article import Article
from reconcile.sources.reading import read, readable, shown
from reconcile.sources.source_file import MAX_BYTES, SkippedFileError

# What articles often come in and no reader opens: left unsaid, an editor would think that they were read.
_CLOSED = frozenset(
    [".pdf", ".doc", ".docx", ".odt", ".epub", ".zip", ".gz", ".tar", ".tgz", ".warc", ".mhtml"]
)


def find(paths: Iterable[str | Path], notices: list[Notice] | None = None) -> Iterator[Path]:
    """Yields the source files below `paths`, each once, sorted. Files named explicitly are never left out.

    A link that leaves the given folder is not followed, a loop is walked once; hidden files are left alone. A
    document or an archive that no reader opens is a notice; archives are never unpacked.
    """
    found: dict[tuple[int, int] | str, Path] = {}
    for path in paths:
        top = Path(path)
        files = _below(top, notices) if top.is_dir() else iter([top])
        for file in files:
            found.setdefault(_identity(file), file)
    yield from sorted(found.values(), key=lambda file: file.as_posix())


def read_all(
    paths: Iterable[str | Path], root: str | Path | None = None, max_bytes: int = MAX_BYTES
) -> tuple[list[Article], list[Notice]]:
    """The articles below `paths` in the order of their ids, each id once, and what was skipped or odd.

    `root` is what the paths in reports are relative to. The order of `paths` does not matter.
    """
    tops = [Path(path) for path in paths]
    notices: list[Notice] = []
    articles: list[Article] = []
    for file in find(tops, notices):
        label = _label(file, tops, Path(root) if root is not None else None)
        try:
            articles.extend(read(file, label=label, notices=notices, max_bytes=max_bytes))
        except SkippedFileError as skipped:
            notices.append(skipped.notice)
    return _distinct(articles), sorted(notices)


def _below(top: Path, notices: list[Notice] | None) -> Iterator[Path]:
    def report(error: OSError) -> None:
        if notices is not None:
            name = shown(Path(error.filename or top).name)
            reason = (error.strerror or str(error)).lower()
            notices.append(Notice(path=name, code="E-UNREADABLE", message=reason, skipped=True))

    home = os.path.realpath(top)
    visited = set()
    for folder, folders, files in os.walk(top, onerror=report, followlinks=True):
        try:
            status = os.stat(folder)
        except OSError as error:
            report(error)
            folders.clear()
            continue
        if (status.st_dev, status.st_ino) in visited:
            folders.clear()
            continue
        visited.add((status.st_dev, status.st_ino))
        folders[:] = sorted(
            name for name in folders if name[0] != "." and _inside(os.path.join(folder, name), home)
        )
        for name in sorted(files):
            whole = os.path.join(folder, name)
            if name[0] == "." or not _inside(whole, home):
                continue
            if readable(name):
                yield Path(whole)
            elif notices is not None and Path(name).suffix.lower() in _CLOSED:
                told = "no reader opens such files; save the article as text or HTML"
                notices.append(Notice(path=shown(name), code="E-FORMAT", message=told, skipped=True))


def _inside(path: str, home: str) -> bool:
    if not os.path.islink(path):
        return True
    target = os.path.realpath(path)
    return target == home or target.startswith(home.rstrip(os.sep) + os.sep)


def _identity(file: Path) -> tuple[int, int] | str:
    try:
        status = file.stat()
    except (OSError, ValueError):
        return str(file)
    return (status.st_dev, status.st_ino)


def _label(file: Path, tops: list[Path], root: Path | None) -> str:
    """The file's name in reports: relative to the root, else to the given folder; never absolute."""
    whole = Path(os.path.abspath(file))
    if root is not None:
        home = Path(os.path.abspath(root))
        if whole.is_relative_to(home):
            return shown(whole.relative_to(home).as_posix())
    for top in sorted(tops, key=lambda path: -len(path.parts)):
        folder = Path(os.path.abspath(top))
        if whole != folder and whole.is_relative_to(folder):
            return shown((Path(folder.name) / whole.relative_to(folder)).as_posix())
    return shown(file.name)


def _distinct(articles: list[Article]) -> list[Article]:
    """The articles with ids made unique: files of one name are told apart by their folders."""
    files = {(article.id.split("#")[0], article.path or "") for article in articles}
    counts = Counter(stem for stem, _ in files)
    renamed = []
    for article in articles:
        stem, mark, number = article.id.partition("#")
        if counts[stem] > 1 and article.path:
            short = article.path.rsplit(".", 1)[0]
            clash = sum(1 for other, path in files if other == stem and path.rsplit(".", 1)[0] == short) > 1
            article = replace(
                article,
                id=(article.path if clash else short).replace(" ", "-").replace("#", "-") + mark + number,
            )
        renamed.append(article)
    return sorted(renamed, key=lambda article: (article.path or "", article.start, article.id))
