"""How likely two claims answer one question: what speaks for it and against it, weighed as marked stories taught it.

A logistic regression over a few named observations (Cox 1958), one set of weights per claim type. The weights are
fitted by `python -m tests.bench.likeness` on stories in which editors marked the claims that answer one question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import exp, log
from typing import NamedTuple, TypeVar

from reconcile.align.story import Story
from reconcile.claims.claim import Claim

C = TypeVar("C", bound=Claim)
LEAST = 0.15  # below this likelihood two claims are not brought together
SURE = 0.55  # from here on a difference between them is taken for one of one thing
_FARTHEST = 6.0  # the logarithm beyond which two sizes are no farther apart
UNSEEN = 3.0  # the weight of a word that the story's claims do not weigh


class Weights(NamedTuple):
    """What each observation adds to the log-odds that two claims answer one question."""

    constant: float
    of: Mapping[str, float]

    def likelihood(self, observed: Mapping[str, float]) -> float:
        """The likelihood, 0 to 1, of claims of which this was observed."""
        return 1 / (1 + exp(-self.constant - sum(self.of[name] * value for name, value in observed.items())))


def around(first: Claim, second: Claim, story: Story) -> dict[str, float]:
    """What the words around two claims tell: how alike they are, and how telling the rarest is that both have."""
    shared = story.context(first).keys() & story.context(second).keys()
    return {
        "words": story.similarity(first, second),
        "rarest word": max((story.weights.get(word, UNSEEN) for word in shared), default=0.0),
    }


def sizes(first: float, second: float) -> dict[str, float]:
    """How far two sizes of one unit lie apart: as a logarithm, and whether by less than a quarter, or than two times."""
    low, high = sorted((first, second))
    apart = min(_FARTHEST, log(high / low)) if low > 0 else _FARTHEST if high > 0 else 0.0
    return {"apart": apart, "near": float(0 < apart < 0.25), "rather near": float(0.25 <= apart < 0.7)}


def mutual(compared: Iterable[tuple[C, C, float]], least: float = LEAST) -> Iterator[tuple[C, C, float]]:
    """Yields the pairs that are at least so likely, and in which each is the likeliest in its article for the other."""
    best: dict[tuple[str, str], float] = {}
    likely: list[tuple[C, C, float]] = []
    for first, second, how in compared:
        for one, other in ((first, second), (second, first)):
            key = one.id, other.span.article
            best[key] = max(best.get(key, 0.0), how)
        if how >= least:
            likely.append((first, second, how))
    for first, second, how in likely:
        if how >= max(best[first.id, second.span.article], best[second.id, first.span.article]):
            yield first, second, how
