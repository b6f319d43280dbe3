"""Finds a few literal words in a text at the speed of a plain search, so that patterns are tried only there."""

from __future__ import annotations

from functools import cache

from reconcile.language.memo import Memo
from reconcile.language.vocabulary import vocabulary


def hits(lower: str, needles: tuple[str, ...]) -> list[int]:
    """Where any of `needles` stands in `lower`, in order."""
    found: list[int] = []
    for needle in needles:
        at = lower.find(needle)
        while at >= 0:
            found.append(at)
            at = lower.find(needle, at + len(needle))
    found.sort()
    return found


def closed(text: str, endings: tuple[str, ...], marks: str) -> list[int]:
    """Where a word of `text` ends in one of `endings` right before one of `marks`: the places of these endings."""
    known, sizes = vocabulary(text), _sizes(endings)
    lower, found = known.lower, []
    for start, word in known.places(set(filter(sizes.__getitem__, known.words))):
        end = start + len(word)
        if lower[end : end + 1] in marks and end < len(lower):
            found.append(end - sizes[word])
    return found


@cache
def _sizes(endings: tuple[str, ...]) -> Memo[int]:
    """The length of the ending that each word has of `endings`, 0 where it has none."""
    return Memo(lambda word: next((len(ending) for ending in endings if word.endswith(ending)), 0))


def lowered(text: str) -> str:
    """`text` in lower case with every character in its place."""
    return vocabulary(text).lower
