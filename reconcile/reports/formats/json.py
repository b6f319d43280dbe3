"""The JSON report, schema `reconcile/1`: what scripts read. Keys in a fixed order, one document."""

from __future__ import annotations

import json
from typing import Any

from reconcile.reports.report import Finding, Report
from reconcile.sources.article import Article
from reconcile.values.regex import regex

# What a terminal or a careless viewer could act on; inside JSON strings, and nowhere else, these can be escaped.
_STEERING = regex("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


def render(report: Report) -> str:
    """The report as JSON text that ends in a line break."""
    return dump(as_data(report), indent=1) + "\n"


def dump(data: Any, indent: int | None = None) -> str:
    """`data` as JSON in readable letters, with control and steering characters escaped."""
    written = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return _STEERING.sub(lambda m: f"\\u{ord(m.group()):04x}", written)


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain dictionaries and lists, as the schema has them."""
    return {
        "schema": report.schema,
        "articles": [_article(article) for article in report.articles],
        "findings": [_finding(finding) for finding in report.findings],
        "notices": [
            {"path": n.path, "line": n.line, "code": n.code, "message": n.message, "skipped": n.skipped}
            for n in report.notices
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    sides = [_fields(side) | {"claims": [_fields(claim) for claim in side.claims]} for side in finding.sides]
    return _fields(finding) | {"sides": sides}


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _article(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": {"value": published.value, "how": published.how} if published else None,
        "start": article.start,
        "end": article.end,
    }
