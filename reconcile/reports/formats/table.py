"""One row per finding, for a terminal."""

from __future__ import annotations

from reconcile.reports.grid import grid
from reconcile.reports.report import Report
from reconcile.reports.wording import outlet, side_words, summary, verdict_words

HEADERS = ("verdict", "rule", "question", "side", "said by", "finding")
_WIDTHS = (14, 8, 38, 38, 28, 13)

FILE = "report.table.txt"


def render(report: Report) -> str:
    """A row per side, the finding named in the first of its rows, and a line that sums up."""
    rows = []
    for finding in report.findings:
        named = (verdict_words(finding), finding.rule, finding.question)
        for number, side in enumerate(finding.sides):
            outlets = ", ".join(dict.fromkeys(outlet(witness) for witness in side.claims))
            first = named if number == 0 else ("", "", "")
            rows.append((*first, side_words(side), outlets, finding.id if number == 0 else ""))
    table = grid(HEADERS, rows, _WIDTHS) + "\n\n" if rows else ""
    return f"{table}{summary(report)}\n"
