"""What new sources add to those that were there: what they corroborate, what they contradict, what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from reconcile.align.questions import questions
from reconcile.align.story import Story
from reconcile.reports.report import Report
from reconcile.reports.visible import visible
from reconcile.reports.wording import counted


@dataclass(frozen=True, slots=True)
class Support:
    """An answer that new sources give too: how many independent witnesses it had, and has now."""

    question: str
    answer: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Novelty:
    """What the claims of new articles do: each is counted once."""

    corroborating: int
    new: int
    conflicting: int
    explained: int
    support: tuple[Support, ...]

    def __str__(self) -> str:
        total = self.corroborating + self.new + self.conflicting + self.explained
        line = (
            f"adds {counted(total, 'claim')}: {self.corroborating} corroborate, {self.new} new, "
            f"{self.conflicting} conflict, {self.explained} explained"
        )
        risen = (
            f"support for {s.answer} ({s.question}) rises from {s.before} to {counted(s.after, 'origin')}"
            for s in self.support
        )
        return visible("; ".join([line, *risen]))


def only_new(report: Report, new: Collection[str]) -> Report:
    """The report with the findings only in which an article of `new` takes part."""
    taking_part = tuple(f for f in report.findings if not set(new).isdisjoint(f.articles))
    return replace(report, findings=taking_part)


def novelty(report: Report, stories: Iterable[Story], new: Collection[str]) -> Novelty:
    """What the articles of `new`, by their ids, add to the others."""
    conflicting = _claims(report, ("contradiction", "tension"))
    explained = _claims(report, ("explained", "unresolved"))
    told = list(stories)
    support = [item for story in told for item in _support(story, new)]
    counts = Counter(
        "conflicting"
        if claim.id in conflicting
        else "explained"
        if claim.id in explained
        else "corroborating"
        if claim.id in corroborating
        else "new"
        for story in told
        for corroborating in [_corroborating(story, new)]
        for claim in story.claims
        if claim.span.article in new
    )
    return Novelty(
        counts["corroborating"], counts["new"], counts["conflicting"], counts["explained"], tuple(support)
    )


def _claims(report: Report, verdicts: tuple[str, ...]) -> set[str]:
    findings = (finding for finding in report.findings if finding.verdict in verdicts)
    return {witness.id for finding in findings for side in finding.sides for witness in side.claims}


def _corroborating(story: Story, new: Collection[str]) -> set[str]:
    groups = (claims for question in questions(story) for claims in question.answers().values())
    return {
        claim.id
        for claims in groups
        if any(claim.span.article not in new for claim in claims)
        for claim in claims
        if claim.span.article in new
    }


def _support(story: Story, new: Collection[str]) -> Iterator[Support]:
    for question in questions(story):
        for claims in question.answers().values():
            before = {story.origin(c.span.article) for c in claims if c.span.article not in new}
            after = {story.origin(c.span.article) for c in claims}
            if before and len(after) > len(before):
                yield Support(question.words, str(claims[0]), len(before), len(after))
