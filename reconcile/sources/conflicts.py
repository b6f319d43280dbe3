"""Statements about one publication date that cannot both hold."""

from __future__ import annotations

from reconcile.sources.article import Article, Conflict, Published


def find_conflicts(article: Article, published: Published | None) -> tuple[Conflict, ...]:
    """What the page and the text say about the date that cannot be true together."""
    return ()
