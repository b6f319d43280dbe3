"""A report format: how many findings each rule has."""

from __future__ import annotations

from collections import Counter

from reconcile.reports.report import Report


def render(report: Report) -> str:
    """A line per rule."""
    counts = Counter(finding.rule for finding in report.findings)
    return "".join(f"{rule} {counts[rule]}\n" for rule in sorted(counts))
