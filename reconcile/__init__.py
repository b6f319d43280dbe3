"""reconcile: a linter for facts across sources. The public names, loaded when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.claims.claim import Claim
    from reconcile.claims.extraction import extract
    from reconcile.language.times import tag_times
    from reconcile.pipeline import check
    from reconcile.reports.report import Finding, Report
    from reconcile.sources.article import Article
    from reconcile.sources.reading import read

__all__ = ["read", "extract", "check", "tag_times", "Article", "Claim", "Finding", "Report"]

_HOMES = {
    "read": "reconcile.sources.reading",
    "extract": "reconcile.claims.extraction",
    "check": "reconcile.pipeline",
    "tag_times": "reconcile.language.times",
    "Article": "reconcile.sources.article",
    "Claim": "reconcile.claims.claim",
    "Finding": "reconcile.reports.report",
    "Report": "reconcile.reports.report",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
