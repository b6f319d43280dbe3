"""JSON Lines: one finding a line, for streams and `jq`."""

from __future__ import annotations

from reconcile.reports.formats.json import as_data, dump
from reconcile.reports.report import Report


def render(report: Report) -> str:
    """A line per finding, in the order of the report."""
    return "".join(dump(finding) + "\n" for finding in as_data(report)["findings"])
