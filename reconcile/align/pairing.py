"""Pairs of claims worth comparing: those that share a telling word, never all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from reconcile.align.story import Story
from reconcile.claims.claim import Claim

C = TypeVar("C", bound=Claim)

_CROWD = 60  # a word that more claims than this share tells them apart no longer


def pairs(
    story: Story, claims: Sequence[C], keys: Callable[[C], frozenset[str]] | None = None
) -> Iterator[tuple[C, C]]:
    """Yields each pair of claims that shares a key (by default a word of the context), once, in text order."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in keys(claim) if keys else story.context(claim):
            buckets[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        if 2 <= len(members) <= _CROWD:
            seen.update(combinations(members, 2))
    for first, second in sorted(seen):
        yield claims[first], claims[second]
