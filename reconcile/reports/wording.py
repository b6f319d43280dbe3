"""How a report says things: the same phrases in every format that people read."""

from __future__ import annotations

from collections import Counter

from reconcile.reports.report import Finding, Report, Side, Witness

ORDER = ("contradiction", "tension", "unresolved", "explained", "information")

MEANING = {
    "contradiction": "about the same thing, and both cannot be true",
    "tension": "about the same thing, differing, and both could be true: a person must look",
    "unresolved": "an anchor is missing, or it is not sure that one thing is meant",
    "explained": "differs, and reconciles",
    "information": "worth knowing, not a difference",
}

PLURAL = {"contradiction": "contradictions", "tension": "tensions"}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 origin`, `2 origins`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def verdict_words(finding: Finding) -> str:
    """The verdict with its reason: `explained (arithmetic)`."""
    return f"{finding.verdict} ({finding.reason})" if finding.reason else finding.verdict


def side_words(side: Side) -> str:
    """A side's value with its support: `22 (2 origins)`."""
    return f"{side.value} ({counted(side.origins, 'origin')})"


def place(witness: Witness) -> str:
    """Where a witness stands, as editors jump to: `sources/001.txt:3:17`, the article's id when it has no file."""
    return f"{witness.path or witness.article}:{witness.line}:{witness.column}"


def outlet(witness: Witness) -> str:
    """Who printed it, and which article of a file that holds several."""
    return witness.publisher or witness.article


def tally(report: Report) -> dict[str, int]:
    """How many findings each verdict has, in the order of their weight, verdicts without any left out."""
    counts = Counter[str](finding.verdict for finding in report.findings)
    return {verdict: counts[verdict] for verdict in ORDER if counts[verdict]}


def summary(report: Report) -> str:
    """One line: what was read and what was found."""
    parts = [
        counted(number, verdict, PLURAL[verdict]) if verdict in PLURAL else f"{number} {verdict}"
        for verdict, number in tally(report).items()
    ]
    found = ", ".join(parts) or "no findings"
    skipped = sum(notice.skipped for notice in report.notices)
    left = f", {counted(skipped, 'input')} skipped" if skipped else ""
    return f"{found} in {counted(len(report.articles), 'article')}{left}"
