"""Clock times that likely answer one question although neither a facet nor a trigger brings them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from math import log1p

from reconcile.align.likeness import Weights, mutual
from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.times.clocks import Clock, clock
from reconcile.align.times.firmness import year_stated
from reconcile.align.times.like_dates import Dates, told_apart
from reconcile.claims.date import DateClaim

LEAST = 0.25  # below this likelihood two clock times are not brought together
WEIGHTS = Weights(
    -0.89,
    {
        "rarest word": 0.12,
        "sentences": 1.16,
        "subjects": 0.87,
        "other names": 0.12,
        "depth apart": -1.81,
        "comparable": 2.21,
        "minutes apart": -0.60,
        "days near": 0.68,
        "alone": 0.98,
    },
)
_DAY = 1440
_NEAR = timedelta(hours=36)  # the day of a clock time is often only that which the text spoke of last


def compared(story: Story) -> Iterator[tuple[DateClaim, DateClaim, dict[str, float]]]:
    """Yields each two clock times of two articles, with what is observed of them."""
    clocks = _Clocks(story)
    for first, second in pairs(story, clocks.claims, clocks.keys):
        hung = bool(first.event or second.event)  # else both may be hours of a list or a page
        if hung and first.span.article != second.span.article and not told_apart(first, second):
            yield first, second, clocks.observed(first, second)


def likely_clocks(story: Story) -> Iterator[tuple[DateClaim, DateClaim, float]]:
    """Yields the pairs of clock times of two articles that likely answer one question, with their likelihood."""
    yield from mutual(
        ((first, second, WEIGHTS.likelihood(seen)) for first, second, seen in compared(story)), LEAST
    )


def likelihood(first: DateClaim, second: DateClaim, story: Story) -> float | None:
    """How likely two clock times answer one question; None where one of the two is no clock time."""
    clocks = _Clocks(story)
    if not {first.id, second.id} <= clocks.known.keys():
        return None
    return WEIGHTS.likelihood(clocks.observed(first, second))


class _Clocks:
    """The clock times of a story, as they are compared with each other."""

    def __init__(self, story: Story) -> None:
        self._dates = Dates(story)
        self.known = {
            claim.id: found
            for claim in self._dates.claims
            if (found := clock(claim)) and not year_stated(claim)  # in full, it is when a page was changed
        }
        self.claims = [found.claim for found in self.known.values()]
        self._told = Counter(claim.span.article for claim in self.claims)

    def observed(self, first: DateClaim, second: DateClaim) -> dict[str, float]:
        """What speaks for and against one question, by the names of `WEIGHTS`."""
        return {
            **self._dates.words(first, second),
            "minutes apart": log1p(minutes_apart(self.known[first.id], self.known[second.id])),
            "days near": float(_near(first, second)),
            "alone": sum(1 / self._told[claim.span.article] for claim in (first, second)),
        }

    def keys(self, claim: DateClaim) -> frozenset[str]:
        """What two clock times must share one of: what two dates must, or an hour."""
        said = self.known[claim.id].said
        hours = (f"<{said // 60 % 12} o'clock>", f"<{(said + 30) // 60 % 12} or so>")
        return self._dates.keys(claim) | frozenset(hours)


def minutes_apart(first: Clock, second: Clock) -> int:
    """How many minutes two clocks are apart, day and half of the day aside where the words leave it open."""
    zoned = first.offsets and second.offsets
    ours = [first.said - offset for offset in first.offsets] if zoned else [first.said]
    theirs = [second.said - offset for offset in second.offsets] if zoned else [second.said]
    turn = _DAY // 2 if first.half or second.half else _DAY
    return min(min((a - b) % turn, (b - a) % turn) for a, b in product(ours, theirs))


def _near(first: DateClaim, second: DateClaim) -> bool:
    a, b = first.value and first.value.start, second.value and second.value.start
    return bool(a and b and abs(a - b) <= _NEAR)
