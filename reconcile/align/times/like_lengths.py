"""Lengths of time that likely tell how long one thing took, although no noun or verb brings them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.align.likeness import Weights, around, mutual, sizes
from reconcile.align.pairing import pairs
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.lengths import seconds
from reconcile.align.times.measured import measured
from reconcile.align.times.spans import names
from reconcile.claims.duration import DurationClaim
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

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
    listed: dict[tuple[str, int], set[float]] = defaultdict(set)
    for claim in told:
        listed[claim.span.article, claim.sentence_start].add(_size(claim))
    for first, second in pairs(story, told):
        mine, its = (listed[c.span.article, c.sentence_start] for c in (first, second))
        both = _size(first) != _size(second) and {_size(first), _size(second)} <= mine & its
        if first.span.article != second.span.article and not both:
            yield first, second, _observed(first, second, story)


def likely_lengths(story: Story) -> dict[frozenset[str], float]:
    """How likely two lengths of two articles are those of one thing, by their ids, where that is likely at all."""
    likely = ((first, second, WEIGHTS.likelihood(seen)) for first, second, seen in compared(story))
    return {frozenset((first.id, second.id)): how for first, second, how in mutual(likely)}


def framed_alike(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether the same telling word stands right before or right after both, another near by, and no other names.

    "Mila Varga, 31, serving ten years" and "Varga, serving eight years"; "began ten minutes late" and "eight minutes late".
    """
    one, other = _Frame.of(first), _Frame.of(second)
    beside = (one.before and one.before == other.before) or (one.after and one.after == other.after)
    apart = bool(one.names) and bool(other.names) and not one.names & other.names
    return bool(beside) and not apart and len(one.words & other.words) >= _ALIKE


_ALIKE = 2  # telling words that stand near both lengths
_NEAR = 6  # words on either side of a length
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class _Frame(NamedTuple):
    """What stands around a length: the senses of the words next to it and of those near it, and the names among them."""

    before: str
    after: str
    words: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, claim: DurationClaim) -> _Frame:
        """The frame of a length, in its own sentence."""
        start, end = claim.span.start - claim.sentence_start, claim.span.end - claim.sentence_start
        lead = _WORD.findall(claim.sentence[:start])[-_NEAR:]
        rest = _WORD.findall(claim.sentence[end:])[:_NEAR]
        around = [word for word in (*lead, *rest) if word.lower() not in word_set("common")]
        telling = {word: sense(word.lower()) for word in around}
        return cls(
            telling.get(lead[-1], "") if lead else "",
            telling.get(rest[0], "") if rest else "",
            frozenset(telling.values()),
            names(" ".join(around)),
        )


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
