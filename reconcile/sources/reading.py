"""Opens one source file and hands it to the reader of its format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import ModuleType

from reconcile.errors import Notice
from reconcile.plugins import contributions
from reconcile.sources.article import Article
from reconcile.sources.source_file import MAX_BYTES, SkippedFileError, SourceFile
from reconcile.values.regex import regex

_HASH = regex(r"[_.-][0-9a-f]{8,64}\Z")
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def read(
    path: str | Path,
    *,
    label: str | None = None,
    notices: list[Notice] | None = None,
    max_bytes: int = MAX_BYTES,
) -> list[Article]:
    """The articles of one file, undated but for what the page states; one file may hold several.

    `label` is the file's name in reports (its own name when not given). What was odd is added to `notices`.
    Raises SkippedFileError when the file is not readable as a source.
    """
    location = Path(path)
    source = SourceFile.open(location, label or shown(location.name), max_bytes)
    return read_source(source, notices)


def read_source(source: SourceFile, notices: list[Notice] | None = None) -> list[Article]:
    """The articles of a file that is in memory already."""
    identity = identity_of(source.path)
    if not source.data or not source.text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        source.note("E-EMPTY", "holds no words")
        articles = [Article(id=identity, text="", path=source.path)]
    else:
        articles = list(reader_of(source.path).read(source, identity))
        if not articles:
            source.note("E-EMPTY", "holds no article")
            articles = [Article(id=identity, text="", path=source.path)]
    if any(mark in source.text for mark in _BIDI):
        source.note(
            "W-BIDI", "holds characters that change the direction of the text; reports show them escaped"
        )
    if notices is not None:
        notices.extend(source.notices)
    said = tuple(str(notice) for notice in source.notices)
    return [replace(article, notes=article.notes + said) for article in articles] if said else articles


def readable(name: str) -> bool:
    """Whether a reader knows files of this name; without a suffix a file must be named explicitly."""
    suffix = PurePosixPath(name).suffix.lower()
    return bool(suffix) and any(
        suffix in reader.SUFFIXES for reader in contributions("reconcile.sources.readers", "SUFFIXES")
    )


def reader_of(path: str) -> ModuleType:
    """The reader for a file's suffix; unknown suffixes are read as plain text."""
    readers = contributions("reconcile.sources.readers", "SUFFIXES")
    suffix = PurePosixPath(path).suffix.lower()
    found = next((reader for reader in readers if suffix in reader.SUFFIXES), None)
    return found or next(reader for reader in readers if "" in reader.SUFFIXES)


def identity_of(path: str) -> str:
    """What the ids of a file's articles begin with: its name without suffix and trailing hash, in safe characters."""
    stem = PurePosixPath(path).name
    stem = stem.rsplit(".", 1)[0] if "." in stem.lstrip(".") else stem
    stem = _HASH.sub("", stem) or stem
    return shown(stem).replace("#", "-").replace(" ", "-") or "article"


def shown(name: str) -> str:
    """A file name as reports may print it: undecodable bytes and control characters escaped."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if name.isprintable():
        return name
    return "".join(
        c if c.isprintable() else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}" for c in name
    )


__all__ = ["SkippedFileError", "identity_of", "read", "read_source", "readable", "shown"]
