"""The JSON report, schema `reconcile/1`: what scripts read. Keys in a fixed order, one document."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from reconcile.reports.report import Finding, Report
from reconcile.sources.article import Article


def render(report: Report) -> str:
    """The report as JSON text that ends in a line break."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=1) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain dictionaries and lists, as the schema has them."""
    findings = TypeAdapter(tuple[Finding, ...]).dump_python(report.findings, mode="json")
    return {
        "schema": report.schema,
        "articles": [_article(article) for article in report.articles],
        "findings": findings,
        "notices": [
            {"path": n.path, "line": n.line, "code": n.code, "message": n.message, "skipped": n.skipped}
            for n in report.notices
        ],
    }


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
