"""What a rule hands on: a question that sources answer differently, before and after the attempt to reconcile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reconcile.align.figures.closeness import Match
from reconcile.align.quotes.wordings import Group
from reconcile.claims.claim import Claim
from reconcile.values.same_name import Comparison

Verdict = Literal["contradiction", "tension", "unresolved", "explained", "information"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DraftSide:
    """The claims that give one value; `value` is how a reader would say it ("22", "60th (2021)")."""

    value: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """A question with two or more sides (one is enough for information rules), and what the rule thinks of it.

    `verdict`, `reason` and `because` hold when no explainer accounts for the difference; `doubtful` says that it is
    then not worth telling. `settled` says that the rule has decided for itself: explainers are not asked.
    """

    rule: str  # code
    kind: str
    question: str
    sides: tuple[DraftSide, ...]
    verdict: Verdict = "contradiction"
    reason: str | None = None
    because: str = ""
    confidence: float = 0.7
    settled: bool = False
    doubtful: bool = False
    likely: bool = False  # nothing but a likelihood makes one question of the sides
    whole: bool = False  # the sides are accounted for all together, not two by two
    group: str = ""  # differences of one group answer one question: they are told together
    matches: tuple[Match, ...] = ()  # the figures of the two sides that meet
    clashes: tuple[Match, ...] = ()  # those of them that are surely of one thing
    wordings: Group | None = None  # the two wordings of a quotation, and how they relate
    asked: tuple[Difference, ...] = ()  # what the explainers were asked before it came to this
    names: tuple[Comparison, ...] = ()  # what was found when the names on the sides were compared
