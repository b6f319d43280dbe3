"""Short texts under one title: each figure finds its partner by elimination."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from reconcile.align.figures.closeness import Match, nearby
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.sources.article import Article
from reconcile.values.units import dimension

_BRIEF = 80  # words: a text this short says one thing, so its figures find their partners by elimination


def brief(first: Article, second: Article) -> bool:
    """Whether two articles are short texts under one title, which can only be about one thing."""
    if not first.title or first.title != second.title or first.text == second.text:
        return False
    return max(len(first.text.split()), len(second.text.split())) <= _BRIEF


def short_pairs(story: Story) -> Iterator[tuple[list[QuantityClaim], list[QuantityClaim]]]:
    """The figures of each two short texts under one title."""
    short = list(story.articles.values())
    claims: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        claims[claim.span.article].append(claim)
    for first, second in combinations(sorted(short, key=lambda a: a.id), 2):
        if brief(first, second):
            yield claims[first.id], claims[second.id]


def assigned(mine: list[QuantityClaim], its: list[QuantityClaim], story: Story) -> Iterator[Match]:
    """The best pairing of two short lists of figures, each used once."""
    scored = []
    for first in mine:
        for second in its:
            fit = _fit(first, second, story)
            if fit > _FITS:
                scored.append((fit, first, second))
    scored.sort(key=lambda item: (-item[0], item[1].span.start, item[2].span.start))
    used: set[str] = set()
    for fit, first, second in scored:
        if first.id not in used and second.id not in used:
            used |= {first.id, second.id}
            yield Match(
                first, second, min(1.0, 0.4 + fit / 2), first.value.relation(second.value), brief=True
            )


_FITS = 0.25


def _fit(first: QuantityClaim, second: QuantityClaim, story: Story) -> float:
    """How well two figures of short texts on one subject fit each other: kind, thing counted, words near, size."""
    a, b = first.value, second.value
    if (dimension(a.unit) != dimension(b.unit) and not _grades(first, second)) or (first.form == "score") != (
        second.form == "score"
    ):
        return 0.0
    if (first.form == "ordinal") != (second.form == "ordinal") or a.unit.startswith(
        "out of"
    ) != b.unit.startswith("out of"):
        return 0.0
    fit = 0.6 * nearby(first, second, story)
    if first.measure == second.measure:
        fit += 0.35
    x, y = a.point or a.low or a.high, b.point or b.low or b.high
    if x is not None and y is not None and max(abs(x), abs(y)) > 0:
        apart = abs(x - y) / max(abs(x), abs(y))
        fit += (
            0.3 if apart == 0 else 0.2 if apart < Decimal("0.1") else 0.1 if apart < Decimal("0.3") else -0.1
        )
    return fit


def _grades(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both are ratings out of a hundred, one of them without saying so."""
    units = {first.value.unit, second.value.unit}
    return units == {"", "percent"} and "rating" in (first.measure, second.measure)
