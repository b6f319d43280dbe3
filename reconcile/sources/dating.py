"""Solves when every article was published, from what pages state and what the texts themselves imply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.sources.article import Article, Published
from reconcile.sources.stamps import printed_dates
from reconcile.values.dates import Interval


def date_articles(articles: Sequence[Article]) -> list[Article]:
    """The articles in the same order, each with its publication date as far as it can be known, and how."""
    return [replace(a, published=_stated(a)) if a.published is None else a for a in articles]


def _stated(article: Article) -> Published | None:
    for stamp in article.stamps:
        for found in printed_dates(stamp.words):
            if len(found.days) == 1:
                return Published(interval=Interval.day(found.days[0]), how=f"{stamp.kind}: {found.words}")
    return None
