"""CSV: one row per quoted claim, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from reconcile.reports.report import Report
from reconcile.reports.visible import visible

HEADERS = (
    *("finding", "rule", "kind", "verdict", "reason", "confidence", "question", "because", "favours"),
    *("side", "origins", "article", "path", "line", "column", "publisher", "quote", "sentence"),
)


def render(report: Report) -> str:
    """A header and a row per claim of every side of every finding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADERS)
    for f in report.findings:
        told = (f.question, f.because, f.favours)
        named = (f.id, f.rule, f.kind, f.verdict, f.reason or "", f"{f.confidence:.2f}", *told)
        for side in f.sides:
            for w in side.claims:
                where = (w.article, w.path or "", str(w.line), str(w.column), w.publisher or "")
                row = (*named, side.value, str(side.origins), *where, w.quote, w.sentence)
                writer.writerow([inert(cell) for cell in row])
    return out.getvalue()


def inert(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula."""
    shown = visible(cell)
    return "'" + shown if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else shown
