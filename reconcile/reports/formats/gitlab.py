"""GitLab Code Quality: a JSON list that merge requests show."""

from __future__ import annotations

from reconcile.reports.formats.json import dump
from reconcile.reports.report import Finding, Report
from reconcile.reports.wording import side_words

_SEVERITY = {
    "contradiction": "critical",
    "tension": "major",
    "unresolved": "minor",
    "explained": "info",
    "information": "info",
}

FILE = "report.gitlab.json"


def render(report: Report) -> str:
    """An issue per finding, at its first witness; the other sides are named in the description."""
    return dump([_issue(finding) for finding in report.findings], indent=1) + "\n"


def _issue(finding: Finding) -> dict[str, object]:
    first = finding.sides[0].claims[0]
    sides = " | ".join(side_words(side) for side in finding.sides)
    return {
        "description": f"{finding.verdict}: {finding.question} {sides}. {finding.because}".strip(),
        "check_name": f"{finding.rule} {finding.slug}",
        "fingerprint": finding.id,
        "severity": _SEVERITY[finding.verdict],
        "location": {"path": first.path or first.article, "lines": {"begin": first.line}},
    }
