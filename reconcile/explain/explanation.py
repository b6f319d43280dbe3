"""What an explainer says when it can account for a difference between two sides."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.rules.difference import Verdict


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict for a pair of sides, with its reason and one full sentence that carries the arithmetic or premise."""

    verdict: Verdict
    reason: str
    because: str
    confidence: float = 0.85
