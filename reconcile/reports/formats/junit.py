"""JUnit XML: a test case per finding, for services that show test results."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from reconcile.reports.report import Finding, Report
from reconcile.reports.visible import xml_safe
from reconcile.reports.wording import outlet, place, side_words, verdict_words

FILE = "report.junit.xml"


def render(report: Report) -> str:
    """Contradictions and tensions fail, what is unresolved is skipped, the rest passes."""
    cases = [_case(finding) for finding in report.findings]
    failures = sum(finding.alarm for finding in report.findings)
    skipped = sum(finding.verdict == "unresolved" for finding in report.findings)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'
    body = "".join(cases)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<testsuites {counts}>\n"
        f'<testsuite name="reconcile" {counts}>\n{body}</testsuite>\n</testsuites>\n'
    )


def _case(finding: Finding) -> str:
    first = finding.sides[0].claims[0]
    name = _attribute(f"{finding.question} [{finding.id}]")
    opening = f"<testcase classname={_attribute(f'{finding.rule} {finding.slug}')} name={name}"
    opening += f" file={_attribute(first.path or first.article)}"
    message = _attribute(verdict_words(finding))
    if finding.alarm:
        body = f"<failure type={_attribute(finding.verdict)} message={message}>{_told(finding)}</failure>"
    elif finding.verdict == "unresolved":
        body = f"<skipped message={_attribute(finding.because or 'unresolved')}/>"
    else:
        body = f"<system-out>{_told(finding)}</system-out>"
    return f"{opening}>{body}</testcase>\n"


def _told(finding: Finding) -> str:
    lines = [finding.because]
    for side in finding.sides:
        lines.append(side_words(side))
        lines.extend(f"  {place(w)} {outlet(w)}: {w.quote}" for w in side.claims)
    return escape(xml_safe("\n".join(line for line in lines if line)))


def _attribute(text: str) -> str:
    return quoteattr(xml_safe(text))
