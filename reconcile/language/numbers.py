"""Numbers in figures and words, with their hedges and units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.values.amounts import Amount


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number: `text[start:end]` (hedge and unit included; `figure_start`/`figure_end` the figure alone)."""

    start: int
    end: int
    figure_start: int
    figure_end: int
    amount: Amount
    ordinal: bool = False


def find_numbers(text: str) -> Iterator[NumberMention]:
    """Yields the numbers of `text` in order."""
    yield from ()
