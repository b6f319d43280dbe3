"""Finds a few literal words in a text at the speed of a plain search, so that patterns are tried only there."""

from __future__ import annotations

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


def lowered(text: str) -> str:
    """`text` in lower case with every character in its place."""
    return vocabulary(text).lower
