"""Exchange rates that the articles of a story state themselves: "two million euros ($2.6 million)"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.units import dimension


@dataclass(frozen=True, slots=True)
class Rates:
    """Stated rates: how many units of the second currency one unit of the first is, and the words that say so."""

    stated: dict[tuple[str, str], tuple[Decimal, str]]

    @classmethod
    def of(cls, story: Story) -> Rates:
        """The rates that the story's articles imply by giving one sum in two currencies side by side."""
        money = [c for c in story.of(QuantityClaim) if dimension(c.value.unit) == "money" and c.value.point]
        found: dict[tuple[str, str], tuple[Decimal, str]] = {}
        for first, second in pairwise(money):
            gap = second.span.start - first.span.end
            if (
                first.span.article != second.span.article
                or not 0 <= gap <= 3
                or first.value.unit == second.value.unit
            ):
                continue
            text = story.articles[first.span.article].text
            between = text[first.span.end : second.span.start]
            if not any(mark in between for mark in "(/;=") or not first.value.point or not second.value.point:
                continue
            closed = text.startswith(")", second.span.end) and "(" in between
            words = text[first.span.start : second.span.end + closed]
            rate = second.value.point / first.value.point
            found.setdefault((first.value.unit, second.value.unit), (rate, words))
            found.setdefault((second.value.unit, first.value.unit), (1 / rate, words))
        return cls(found)

    def find(self, source: str, target: str) -> tuple[Decimal, str] | None:
        """The rate from one currency to another, directly or through a third one, with its proof."""
        if (source, target) in self.stated:
            return self.stated[source, target]
        for (first, middle), (rate, proof) in sorted(self.stated.items()):
            if first == source and (middle, target) in self.stated:
                onward, second_proof = self.stated[middle, target]
                return rate * onward, f"{proof}; {second_proof}"
        return None
