"""Runs every claim type of this folder over an article."""

from __future__ import annotations

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.plugins import contributions, drained
from reconcile.sources.article import Article


def extract(article: Article) -> list[Claim]:
    """The claims `article` makes, in the order of their words. An undated article's relative dates stay open."""
    reading = Reading(article)
    claims = [
        claim
        for module in contributions("reconcile.claims", "TYPE")
        for claim in drained(module.extract(reading), f"{module.__name__} on {article.path or article.id}")
    ]
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    return claims
