"""What an explainer says when it can account for a difference between two sides."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.rules.difference import Difference, Verdict


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Explanation:
    """A verdict for a pair of sides, with its reason and one full sentence that carries the arithmetic or premise."""

    verdict: Verdict
    reason: str
    because: str
    confidence: float = 0.85


def accounted(
    difference: Difference, reason: str, why: str = "", verdict: Verdict = "explained"
) -> Explanation:
    """The explanation that adds `why` to what the rule has seen, as sure as the rule is of its question."""
    because = (
        f"{difference.because.removesuffix('.')}: {why.removesuffix('.')}." if why else difference.because
    )
    return Explanation(verdict, reason, because, difference.confidence)
