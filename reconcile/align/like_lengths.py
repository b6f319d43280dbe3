"""Lengths of time that likely tell how long one thing took, although no noun or verb brings them together."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.lengths import seconds
from reconcile.align.likeness import Weights, around, mutual, sizes
from reconcile.align.measured import measured
from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.duration import DurationClaim

WEIGHTS = Weights(
    -3.65,
    {
        "words": 0.47,
        "rarest word": 0.89,
        "apart": -1.06,
        "near": 1.08,
        "rather near": 0.12,
        "one unit": -1.04,
        "said alike": 0.41,
        "one noun": 1.78,
        "subjects": 0.86,
    },
)


_OF_OTHERS = frozenset({"old", "first"})  # an age; for how long something had not been


def compared(story: Story) -> Iterator[tuple[DurationClaim, DurationClaim, dict[str, float]]]:
    """Yields each two lengths of two articles that may be those of one thing, with what is observed of them."""
    told = [c for c in story.of(DurationClaim) if c.polarity and c.facet not in _OF_OTHERS and _size(c) > 0]
    for first, second in pairs(story, told):
        if first.span.article != second.span.article:
            yield first, second, _observed(first, second, story)


def likely_lengths(story: Story) -> dict[frozenset[str], float]:
    """How likely two lengths of two articles are those of one thing, by their ids, where that is likely at all."""
    likely = ((first, second, WEIGHTS.likelihood(seen)) for first, second, seen in compared(story))
    return {frozenset((first.id, second.id)): how for first, second, how in mutual(likely)}


def _observed(first: DurationClaim, second: DurationClaim, story: Story) -> dict[str, float]:
    """What speaks for and against one question, by the names of `WEIGHTS`."""
    mine, its = telling(first.subject), telling(second.subject)
    units = {claim.value.unit for claim in (first, second) if claim.value is not None}
    return {
        **around(first, second, story),
        **sizes(_size(first), _size(second)),
        "one unit": float(len(units) == 1),
        "said alike": float(first.facet == second.facet != ""),
        "one noun": float(bool(measured(first) & measured(second))),
        "subjects": len(mine & its) / min(len(mine), len(its)) if mine and its else 0.0,
    }


def _size(claim: DurationClaim) -> float:
    """The length in seconds, of an open one its known end."""
    low, high = seconds(claim)
    return float(low or high or 0)
