"""Runs every claim type of this folder over an article."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.plugins import contributions, drained
from reconcile.sources.article import Article


def extract(article: Article) -> list[Claim]:
    """The claims `article` makes, in the order of their words. An undated article's relative dates stay open."""
    with _uncollected():
        claims = _claims(article)
    claims.sort(key=_PLACE)
    return claims


def _claims(article: Article) -> list[Claim]:
    reading = Reading(article)
    claims: list[Claim] = []
    for module in contributions("reconcile.claims", "TYPE"):
        claims += drained(module.extract(reading), f"{module.__name__} on {article.path or article.id}")
    return claims


_PLACE = attrgetter("span.start", "span.end", "id")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Holds the collector of cycles: an article makes thousands of small records and no cycle, each look is in vain."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()
