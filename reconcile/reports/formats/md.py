"""Markdown: a report to read, to send, and to keep under version control."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.reports.excerpt import excerpt
from reconcile.reports.grid import markdown, markdown_grid
from reconcile.reports.report import Finding, Report
from reconcile.reports.wording import MEANING, ORDER, outlet, place, side_words, summary, verdict_words
from reconcile.sources.article import Article


def render(report: Report) -> str:
    """The report as Markdown: what was read, then the findings by verdict, then what was skipped."""
    parts = ["# What the sources disagree on", summary(report).capitalize() + ".", *_articles(report)]
    for verdict in ORDER:
        findings = [finding for finding in report.findings if finding.verdict == verdict]
        if findings:
            parts.append(f"## {verdict.capitalize()}: {MEANING[verdict]}")
            articles = {article.id: article for article in report.articles}
            parts.extend("\n".join(_finding(finding, articles)) for finding in findings)
    if report.notices:
        parts += ["## Skipped, repaired or odd", "\n".join(f"- {markdown(str(n))}" for n in report.notices)]
    return "\n\n".join(parts) + "\n"


def _articles(report: Report) -> Iterator[str]:
    rows = [
        (
            article.id,
            " / ".join(part for part in (article.publisher, article.agency) if part),
            article.title or "",
            article.published.value if article.published else "unknown",
            article.published.how if article.published else "",
        )
        for article in report.articles
    ]
    if rows:
        yield "## Articles"
        yield markdown_grid(("article", "publisher", "title", "published", "how that is known"), rows)


def _finding(finding: Finding, articles: dict[str, Article]) -> Iterator[str]:
    yield f"### {markdown(finding.question)}"
    yield ""
    named = f"{finding.rule} {finding.slug}"
    yield f"{verdict_words(finding)} · {named} · confidence {finding.confidence:.2f} · `{finding.id}`"
    yield ""
    for side in finding.sides:
        yield f"- **{markdown(side_words(side))}**"
        for witness in side.claims:
            shown = excerpt(witness, articles[witness.article])
            words = f"{markdown(shown.before)}**{markdown(shown.quote)}**{markdown(shown.after)}"
            yield f"  - {markdown(outlet(witness))}, {markdown(place(witness))}: {words}"
    for sentence in (finding.because, finding.favours):
        if sentence:
            yield ""
            yield markdown(sentence)
