"""Things joined into groups: each knows one it was joined to, and the first of a group stands for it."""

from __future__ import annotations


def root(parents: list[int], index: int) -> int:
    """The one that stands for the group of `index`; the ways there are shorter afterwards."""
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
