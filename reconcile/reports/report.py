"""The report: articles, findings and notices of one check, as frozen values in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.errors import Notice
from reconcile.explain.evidence import favours
from reconcile.rules.difference import Difference, Verdict
from reconcile.sources.article import Article

SCHEMA = "reconcile/1"
ALARMS = ("contradiction", "tension")
_SEVERITY = {"contradiction": 0, "tension": 1, "unresolved": 2, "explained": 3, "information": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A claim as a report shows it: the words, where they stand, who printed them, what they say."""

    id: str
    type: str
    article: str
    path: str | None
    publisher: str | None
    line: int
    column: int
    start: int
    end: int
    quote: str
    sentence: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One answer to the finding's question. `origins` counts its independent witnesses."""

    value: str
    origins: int
    claims: tuple[Witness, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A question that sources answer differently, after the attempt to reconcile. `id` survives edits elsewhere."""

    id: str
    rule: str
    slug: str
    kind: str
    question: str
    verdict: Verdict
    reason: str | None
    because: str
    confidence: float
    sides: tuple[Side, ...]
    favours: str = ""  # which side the evidence favours and why; empty when it is a draw

    @property
    def alarm(self) -> bool:
        """Whether a person must look: a contradiction or a tension."""
        return self.verdict in ALARMS

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that take part, sorted."""
        return tuple(sorted({witness.article for side in self.sides for witness in side.claims}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything one check has to say. Holds no clock, host, absolute path or tool version."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...] = ()
    schema: str = SCHEMA


def finding(difference: Difference, slug: str, story: Story) -> Finding:
    """The finding that a resolved difference makes, its sides and witnesses in a fixed order."""
    sides = sorted((_side(s.value, s.claims, story) for s in difference.sides), key=_side_order)
    return Finding(
        id=_fingerprint(difference.rule, sides),
        rule=difference.rule,
        slug=slug,
        kind=difference.kind,
        question=difference.question,
        verdict=difference.verdict,
        reason=difference.reason,
        because=difference.because,
        confidence=round(float(difference.confidence), 2),
        sides=tuple(sides),
        favours=favours(difference, story),
    )


def finding_order(item: Finding) -> tuple[int, str, str, str]:
    """Contradictions first; then by rule, question and id."""
    return (_SEVERITY[item.verdict], item.rule, item.question, item.id)


def _side(value: str, claims: Iterable[Claim], story: Story) -> Side:
    unique = {said.id: said for claim in claims for said in (claim, *story.echoes(claim))}.values()
    ordered = sorted(unique, key=lambda c: (c.span.article, c.span.start, c.span.end, c.id))
    origins = sorted({story.origin(claim.span.article) for claim in ordered})
    return Side(value=value, origins=len(origins), claims=tuple(_witness(claim, story) for claim in ordered))


def _witness(claim: Claim, story: Story) -> Witness:
    article = story.article(claim)
    return Witness(
        id=claim.id,
        type=getattr(claim, "type", "claim"),
        article=article.id,
        path=article.path,
        publisher=article.publisher,
        line=claim.span.line,
        column=claim.span.column,
        start=article.start + claim.span.start,
        end=article.start + claim.span.end,
        quote=claim.span.quote,
        sentence=claim.sentence,
        value=str(claim),
    )


def _side_order(side: Side) -> tuple[tuple[str, int], str]:
    first = side.claims[0]
    return ((first.article, first.start), side.value)


def _fingerprint(rule: str, sides: list[Side]) -> str:
    said = sorted(f"{w.article}\x1f{_normal(w.quote)}" for side in sides for w in side.claims)
    return "f" + sha256("\x1e".join([rule, *said]).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _normal(quote: str) -> str:
    return re.sub(r"\s+", " ", quote).strip().casefold()
