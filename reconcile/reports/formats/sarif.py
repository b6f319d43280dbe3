"""SARIF 2.1.0: what code scanning services and editors read."""

from __future__ import annotations

from reconcile.reports.formats.json import dump
from reconcile.reports.report import Finding, Report, Witness
from reconcile.reports.wording import counted, side_words, verdict_words

_LEVEL = {"contradiction": "error", "tension": "warning"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    """One run with a result per finding; explained differences are results of kind `pass`."""
    rules = sorted({(finding.rule, finding.slug) for finding in report.findings})
    driver = {
        "name": "reconcile",
        "rules": [
            {"id": code, "name": slug, "shortDescription": {"text": slug.replace("-", " ")}}
            for code, slug in rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in report.findings],
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "warning", "message": {"text": str(notice)}} for notice in report.notices
                ],
            }
        ],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _result(finding: Finding) -> dict[str, object]:
    witnesses = [witness for side in finding.sides for witness in side.claims]
    kind = {"explained": "pass", "information": "informational", "unresolved": "open"}
    sides = "; ".join(side_words(side) for side in finding.sides)
    return {
        "ruleId": finding.rule,
        "kind": kind.get(finding.verdict, "fail"),
        "level": _LEVEL.get(finding.verdict, "none"),
        "message": {"text": f"{finding.question} {sides}. {finding.because}".strip()},
        "locations": [_location(witnesses[0])],
        "relatedLocations": [
            _location(witness) | {"id": number, "message": {"text": witness.value}}
            for number, witness in enumerate(witnesses[1:], 1)
        ],
        "partialFingerprints": {"finding/v1": finding.id},
        "rank": round(100 * finding.confidence, 1),
        "properties": {
            "verdict": verdict_words(finding),
            "kind": finding.kind,
            "origins": [counted(side.origins, "origin") for side in finding.sides],
        },
    }


def _location(witness: Witness) -> dict[str, object]:
    region = {
        "startLine": witness.line,
        "startColumn": witness.column,
        "charOffset": witness.start,
        "charLength": witness.end - witness.start,
        "snippet": {"text": witness.quote},
    }
    uri = (witness.path or witness.article).replace("\\", "/")
    return {"physicalLocation": {"artifactLocation": {"uri": _quoted(uri)}, "region": region}}


def _quoted(uri: str) -> str:
    from urllib.parse import quote

    return quote(uri)
