"""GitHub workflow commands: annotations on the lines of a pull request."""

from __future__ import annotations

from reconcile.reports.report import Report
from reconcile.reports.visible import visible
from reconcile.reports.wording import side_words, summary

_LEVEL = {"contradiction": "error", "tension": "warning"}

FILE = "report.github.txt"


def render(report: Report) -> str:
    """An annotation per side of every finding that is not explained, and the summary as a notice."""
    lines = []
    for finding in report.findings:
        if finding.verdict in ("explained", "information"):
            continue
        sides = " | ".join(side_words(side) for side in finding.sides)
        message = _data(f"{finding.question} {sides}. {finding.because}")
        title = _property(f"{finding.verdict} {finding.rule}")
        for side in finding.sides:
            first = side.claims[0]
            at = f"file={_property(first.path or first.article)},line={first.line},col={first.column}"
            lines.append(f"::{_LEVEL.get(finding.verdict, 'notice')} {at},title={title}::{message}")
    return "\n".join([*lines, f"::notice title=reconcile::{_data(summary(report))}"]) + "\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
