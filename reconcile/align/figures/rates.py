"""Exchange rates that the articles of a story state themselves: "two million euros ($2.6 million)"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise
from math import sqrt
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reconcile.align.figures.closeness import Match
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.lexicon import words
from reconcile.values.amounts import Amount, measured, short
from reconcile.values.regex import regex
from reconcile.values.units import dimension


class Rates(NamedTuple):
    """Stated rates: how many units of the second currency one unit of the first is, and the words that say so."""

    stated: dict[tuple[str, str], tuple[Decimal, str]]

    @classmethod
    def of(cls, story: Story) -> Rates:
        """The rates that the story's articles imply by giving one sum in two currencies side by side; kept for it."""
        if story not in _RATES:
            _RATES[story] = cls._stated(story)
        return _RATES[story]

    @classmethod
    def _stated(cls, story: Story) -> Rates:
        money = [c for c in story.of(QuantityClaim) if dimension(c.value.unit) == "money" and c.value.point]
        found: dict[tuple[str, str], tuple[Decimal, str]] = {}
        for first, second in pairwise(money):
            gap = second.span.start - first.span.end
            if (
                first.span.article != second.span.article
                or not 0 <= gap <= _ASIDE
                or first.value.unit == second.value.unit
            ):
                continue
            text = story.articles[first.span.article].text
            between = text[first.span.end : second.span.start]
            if not _OPENS.match(between) or not first.value.point or not second.value.point:
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


_OPENS = regex(r"\s?(?:[(/;=]|-LRB-)\s?\Z")  # "-LRB-" is a bracket in texts that were cut into words
_ASIDE = 7  # characters between two sums that stand side by side
_RATES: WeakKeyDictionary[Story, Rates] = WeakKeyDictionary()

_ROUND, _ROUND_FIGURE = Decimal("0.06"), Decimal("0.03")


class Exchange(NamedTuple):
    """A sum in another currency: what it comes to at a stated rate, the words that state it, how far the other sum is off."""

    expected: Decimal
    proof: str
    off: Decimal
    fits: bool  # the other sum is this one, rounding allowed for

    @classmethod
    def of(cls, match: Match, story: Story) -> Exchange | None:
        """The exchange of a match's two sums at the rates that the articles state; None when they state none."""
        a, b = match.first.value, match.second.value
        stated = Rates.of(story).find(a.unit, b.unit)
        if stated is None or a.point is None or b.point is None:
            return None
        rate, proof = stated
        expected = a.point * rate
        off = abs(expected - b.point) / max(expected, b.point)
        return cls(expected, proof, off, off <= (_ROUND_FIGURE if a.point == b.point else _ROUND))

    def worked_out(self, match: Match) -> str:
        """The arithmetic in words."""
        unit = match.second.value.unit
        sum_ = measured(self.expected, unit, short(self.expected))
        return f"At the articles' own rate (“{self.proof}”) {match.first.value} is {sum_}"


def plausible(a: Amount, b: Amount) -> bool:
    """Whether two sums in two currencies could be one at some rate that the currencies have had."""
    if a.unit not in _worth() or b.unit not in _worth() or not a.point or not b.point:
        return False
    low, high = (float(a.point) * rate for rate in _worth()[a.unit])
    floor, ceiling = (float(b.point) * rate for rate in _worth()[b.unit])
    return low <= ceiling and floor <= high


def worth(unit: str) -> float:
    """What one of a currency has been worth in dollars, about; 1.0 for what is no known currency."""
    least, most = _worth().get(unit, (1.0, 1.0))
    return sqrt(least * most)


@cache
def _worth() -> dict[str, tuple[float, float]]:
    """What one unit of each currency has been worth in dollars, from the least to the most."""
    rows = (line.split() for line in words("currency_worth"))
    return {currency: (float(least), float(most)) for currency, least, most in rows}
