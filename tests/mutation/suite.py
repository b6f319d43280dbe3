"""Runs mutants: what the report gains, whether the finding for the changed words is there, and whether any other is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reconcile.align.grouping import stories
from reconcile.claims.claim import Claim
from reconcile.claims.extraction import extract
from reconcile.claims.table import depends
from reconcile.pipeline import distinct, report_on
from reconcile.reports.report import Finding
from reconcile.sources.article import Article
from reconcile.sources.dating import date_articles
from reconcile.sources.walk import read_all
from tests.mutation.mutants import Mutant, mutants

SOURCES = Path(__file__).resolve().parents[2] / "sources"

_ALARMS = ("contradiction", "tension", "unresolved")

Signature = tuple[str, str, frozenset[str]]


@dataclass(frozen=True)
class Outcome:
    """The alarms of a mutant's report that the report on the originals does not raise.

    An alarm that has lost a side, or a witness, is not new.
    """

    mutant: Mutant
    right: tuple[Finding, ...]  # the changed words are on one of their sides
    wrong: tuple[Finding, ...]

    @property
    def detected(self) -> bool:
        """Whether there is a finding for the changed words."""
        return bool(self.right)


class Suite:
    """The example workspace and its mutants."""

    def __init__(self, folder: Path = SOURCES) -> None:
        self.articles = distinct(read_all([folder], root=folder.parent)[0])
        self._claims: dict[str, list[Claim]] = {}
        self._known = [_signature(finding) for finding in self.alarms(self.articles)]

    @cached_property
    def mutants(self) -> list[Mutant]:
        """All mutants, in the order of the articles; within a story only."""
        dated = date_articles(self.articles)
        told = list(stories(dated, {article.id: self._extracted(article) for article in dated}))
        own = {article.id: article for article in self.articles}
        return [
            mutant
            for story in told
            for mutant in mutants([own[i] for i in sorted(story.articles)], story.origin)
        ]

    def alarms(self, articles: Sequence[Article]) -> list[Finding]:
        """What a person must look at in `articles`: contradictions, tensions, and what cannot be resolved."""
        dated = date_articles(articles)
        claims = {article.id: self._extracted(article) for article in dated}
        report = report_on(list(stories(dated, claims)))
        return [finding for finding in report.findings if finding.verdict in _ALARMS]

    def outcome(self, mutant: Mutant) -> Outcome:
        """What the report gains when the mutant takes the place of its original."""
        articles = [mutant.article if a.id == mutant.article.id else a for a in self.articles]
        gained = [f for f in self.alarms(articles) if not self._was_there(_signature(f))]
        right = tuple(f for f in gained if _concerns(f, mutant))
        return Outcome(mutant, right, tuple(f for f in gained if f not in right))

    def _was_there(self, signature: Signature) -> bool:
        rule, verdict, values = signature
        return any((rule, verdict) == known[:2] and values <= known[2] for known in self._known)

    def _extracted(self, article: Article) -> list[Claim]:
        key = depends(article)
        if key not in self._claims:
            self._claims[key] = extract(article)
        return self._claims[key]


def _signature(finding: Finding) -> Signature:
    return (finding.rule, finding.verdict, frozenset(side.value.casefold() for side in finding.sides))


def _concerns(finding: Finding, mutant: Mutant) -> bool:
    start = mutant.article.start
    return any(
        witness.article == mutant.article.id and witness.start - start < end and first < witness.end - start
        for side in finding.sides
        for witness in side.claims
        for first, end in mutant.spans
    )


def summary(outcomes: Iterable[Outcome]) -> str:
    """Detection and precision, in all and by kind."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_kind[outcome.mutant.kind].append(outcome)
        by_kind["all"].append(outcome)
    lines = []
    for kind, found in sorted(by_kind.items(), key=lambda pair: (pair[0] != "all", pair[0])):
        counts = Counter(outcome.detected for outcome in found)
        right = sum(len(outcome.right) for outcome in found)
        wrong = sum(len(outcome.wrong) for outcome in found)
        precision = f"{right / (right + wrong):.3f}" if right + wrong else "-"
        rate = counts[True] / len(found)
        lines.append(
            f"{kind}: {len(found)} mutants, detected {rate:.3f}, precision {precision} ({right} of {right + wrong})"
        )
    return "\n".join(lines)
