"""Asks the explainers in order about every pair of sides, and turns what remains into findings' drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.plugins import contributions
from reconcile.rules.difference import Difference, DraftSide


def resolve(difference: Difference, story: Story) -> Iterator[Difference]:
    """Yields the difference once per verdict and reason that its pairs of sides come to."""
    if difference.settled or len(difference.sides) < 2:
        yield difference
        return
    outcomes: dict[tuple[str, str | None], list[tuple[DraftSide, DraftSide, Explanation | None]]] = {}
    for first, second in combinations(difference.sides, 2):
        found = explanation(replace(difference, sides=(first, second)), story)
        key = (found.verdict, found.reason) if found else (difference.verdict, difference.reason)
        outcomes.setdefault(key, []).append((first, second, found))
    for (verdict, reason), pairs in outcomes.items():
        sides = tuple(s for s in difference.sides if any(s is a or s is b for a, b, _ in pairs))
        said = list(dict.fromkeys(found.because for _, _, found in pairs if found))
        yield replace(
            difference,
            sides=sides,
            verdict=verdict,
            reason=reason,
            because=" ".join(said) or difference.because,
            confidence=max((f.confidence for _, _, f in pairs if f), default=difference.confidence),
        )


def explanation(pair: Difference, story: Story) -> Explanation | None:
    """What the first explainer that can account for a two-sided difference says, None when none can."""
    modules = sorted(contributions("reconcile.explain", "REASON"), key=lambda m: (m.ORDER, m.__name__))
    for module in modules:
        found: Explanation | None = module.explain(pair, story)
        if found is not None:
            return found
    return None
