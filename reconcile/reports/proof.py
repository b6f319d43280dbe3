"""The proof tree of a finding: the words on each side, how they were dated, who was asked, what was ruled out."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.explain.proof import steps
from reconcile.reports.excerpt import excerpt
from reconcile.reports.report import Finding, Side
from reconcile.reports.visible import visible
from reconcile.reports.wording import outlet, place, side_words, verdict_words
from reconcile.rules.difference import Difference


def proof(finding: Finding, difference: Difference, story: Story) -> str:
    """The tree as text. `difference` is what the finding was made of, with what the explainers were asked."""
    return "\n".join(_lines(finding, difference, story))


def _lines(finding: Finding, difference: Difference, story: Story) -> Iterator[str]:
    yield f"{finding.id} {verdict_words(finding)}: {visible(finding.question)}"
    yield f"├─ rule {finding.rule} {finding.slug}, confidence {finding.confidence:.2f}"
    for side in finding.sides:
        yield f"├─ {visible(side_words(side))}"
        yield from (f"│  {line}" for line in _side(side, story))
    yield "├─ asked"
    asked = [f"│  {line}" for line in _asked(difference, story)]
    yield from asked or ["│  nobody: the rule has decided by itself"]
    yield f"└─ {visible(finding.because) or 'nothing accounts for the difference'}"
    if finding.favours:
        yield f"   {visible(finding.favours)}"


def _side(side: Side, story: Story) -> Iterator[str]:
    for witness in side.claims:
        article = story.articles[witness.article]
        shown = excerpt(witness, article)
        yield f"├─ {visible(place(witness))} {visible(outlet(witness))}, claim {witness.id}"
        yield f"│  {shown.line}"
        yield f"│  {shown.caret}"
        when = f"{article.published.value}: {article.published.how}" if article.published else "unknown"
        yield f"│  published {visible(when)}"
        copied = story.origin(article.id)
        if copied != article.id:
            yield f"│  not independent: the same text as {visible(copied)}"


def _asked(difference: Difference, story: Story) -> Iterator[str]:
    for step in steps(difference, story):
        yield visible(" / ".join(step.values))
        if step.ruled_out:
            yield f"  ruled out: {', '.join(step.ruled_out)}"
        said = (
            f"{step.says.reason}: {step.says.verdict}: {step.says.because}"
            if step.says
            else "nothing accounts for it"
        )
        yield f"  {visible(said)}"
