"""For the terminal: every finding with the words of every side underlined; what is merely possible in two lines."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.reports.excerpt import excerpt
from reconcile.reports.report import Finding, Report, Side
from reconcile.reports.visible import visible
from reconcile.reports.wording import outlet, place, side_words, summary
from reconcile.sources.article import Article

FILE = "report.txt"
_POSSIBLE = (
    0.5  # what is open and less sure than this is told in two lines, so that it does not bury the rest
)
_COLOR = {"contradiction": "31", "tension": "33", "unresolved": "36", "explained": "32", "information": "34"}


def render(report: Report, color: bool = False) -> str:
    """The findings one below the other, contradictions first, and a line that sums up."""
    articles = {article.id: article for article in report.articles}
    blocks = ["\n".join(_finding(finding, articles, color)) for finding in report.findings]
    return "\n\n".join([*blocks, summary(report)]) + "\n"


def _finding(finding: Finding, articles: dict[str, Article], color: bool) -> Iterator[str]:
    reason = f" ({finding.reason})" if finding.reason else ""
    head = f"{finding.verdict}{reason}: {visible(finding.question)}"
    if finding.verdict == "unresolved" and finding.confidence < _POSSIBLE:
        yield _painted(head, _COLOR[finding.verdict], color)
        told = (f"{visible(side.value)} ({visible(place(side.claims[0]))})" for side in finding.sides)
        yield f"  {' · '.join(told)} · {finding.rule} · likelihood {finding.confidence:.2f} · {finding.id}"
        return
    yield _painted(head, f"1;{_COLOR[finding.verdict]}", color)
    yield f"  {finding.rule} {finding.slug} · confidence {finding.confidence:.2f} · {finding.id}"
    for side in finding.sides:
        yield from _side(side, articles, color, _COLOR[finding.verdict])
    if finding.because:
        yield f"  = {visible(finding.because)}"
    if finding.favours:
        yield f"  = {visible(finding.favours)}"


def _side(side: Side, articles: dict[str, Article], color: bool, paint: str) -> Iterator[str]:
    yield f"  {_painted(visible(side_words(side)), '1', color)}"
    for witness in side.claims:
        shown = excerpt(witness, articles[witness.article])
        yield f"    --> {visible(place(witness))}  {visible(outlet(witness))}"
        yield f"      | {shown.line}"
        yield f"      | {_painted(shown.caret, paint, color)}"


def _painted(text: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text
