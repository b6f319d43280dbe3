"""Reads `.log` files: one article a line, as `2024-05-02 The Tern: The wind reached force 9.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.sources.article import Article
from reconcile.sources.source_file import SourceFile

SUFFIXES = (".log",)

_LINE = re.compile(r"(\d{4}-\d\d-\d\d) ([^:\n]+): (.+)")


def read(source: SourceFile, identity: str) -> Iterator[Article]:
    """Yields an article per line."""
    for number, found in enumerate(_LINE.finditer(source.text), 1):
        yield Article(
            id=f"{identity}#{number}", path=source.path, published=found[1], publisher=found[2],
            text=found[3], start=found.start(3), line=source.text.count("\n", 0, found.start()) + 1,
        )  # fmt: skip
