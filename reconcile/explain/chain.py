"""Asks the explainers in order about every pair of sides, and says what remains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from types import ModuleType

from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.plugins import contributions
from reconcile.rules.difference import Difference, Verdict
from reconcile.rules.sentences import joined


def resolve(difference: Difference, story: Story) -> Iterator[Difference]:
    """Yields the difference once per verdict and reason that its pairs of sides come to.

    22, 24 and "more than 20" dead become a contradiction of 22 against 24, and an explained difference of
    precision between them and the hedged figure.
    """
    if not difference.sides or not all(side.claims for side in difference.sides):
        return  # no finding without witnesses on every side
    if difference.settled or len(difference.sides) < 2:
        yield difference
        return
    outcomes: dict[tuple[Verdict, str | None], list[tuple[Difference, Explanation | None]]] = {}
    for asked in _questions(difference):
        found = explanation(asked, story)
        if found is None and difference.doubtful:
            continue
        key = (found.verdict, found.reason) if found else (difference.verdict, difference.reason)
        outcomes.setdefault(key, []).append((asked, found))
    for (verdict, reason), answers in outcomes.items():
        told = [found for _, found in answers if found]
        yield replace(
            difference,
            sides=tuple(
                s for s in difference.sides if any(s is t for asked, _ in answers for t in asked.sides)
            ),
            verdict=verdict,
            reason=reason,
            because=joined(found.because for found in told) or difference.because,
            confidence=max((found.confidence for found in told), default=difference.confidence),
            asked=tuple(asked for asked, _ in answers),
        )


def _questions(difference: Difference) -> Iterator[Difference]:
    """The differences that the explainers are asked about: each pair of sides, or the sides as a whole."""
    if difference.whole:
        yield difference
        return
    for pair in combinations(difference.sides, 2):
        yield replace(difference, sides=pair)


def explanation(pair: Difference, story: Story) -> Explanation | None:
    """What the first explainer that can account for the sides says; None when none can."""
    for module in explainers():
        found: Explanation | None = module.explain(pair, story)
        if found is not None:
            return found
    return None


@cache
def explainers() -> tuple[ModuleType, ...]:
    """The explainers in the order they are asked: what is not comparable first, who says it last."""
    found = contributions("reconcile.explain", "REASON")
    return tuple(sorted(found, key=lambda module: (module.ORDER, module.__name__)))
