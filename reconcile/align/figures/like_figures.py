"""Figures that likely answer one question although no measure or noun brings them together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from math import log
from typing import NamedTuple

from reconcile.align.figures.closeness import MAIN, TOLLS, Match, excluded, modifiers
from reconcile.align.figures.incomparable import capacity, incomparable
from reconcile.align.figures.kin import anybody, head, kin
from reconcile.align.figures.past_times import other_time
from reconcile.align.figures.rates import worth
from reconcile.align.figures.relating import relation
from reconcile.align.likeness import UNSEEN, Weights, around, mutual, sizes
from reconcile.align.pairing import pairs
from reconcile.align.places.whereabouts import elsewhere
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.lexicon import word_set
from reconcile.values.regex import regex
from reconcile.values.units import based, dimension

WEIGHTS = Weights(
    -2.73,
    {
        "words": 1.39,
        "rarest word": 0.12,
        "apart": -0.34,
        "near": 0.99,
        "rather near": 0.15,
        "small": -0.75,
        "large": 0.41,
        "words beside": 0.03,
        "rarest word beside": 0.19,
        "bare counts": -1.03,
        "one measure": 0.74,
        "kin": 0.70,
        "tolls": -0.38,
        "told once": 0.53,
        "of anybody": -0.11,
        "two times": -0.32,
        "one past time": 0.86,
        "two places": -0.87,
        "two rates": -0.20,
        "two units": -0.32,
        "narrowed apart": -1.12,
        "one narrowed": -0.31,
        "digits turned": 1.41,
        "many digits": 0.14,
        "same figure beside": 0.23,
        "both can hold, sole of their size": 1.46,
        "a share": -1.16,
        "far in the text": -1.18,
        "alone": 0.55,
    },
)
_RAREST = 8  # words of a sentence by which figures find each other
_STEP = 0.2  # figures whose logarithms lie within it find each other, whatever stands around
_FEW = 10  # smaller ones are too common for that
_NEAR = 1.3  # times that figures of about one size lie apart, at most
_BESIDE = 4  # words on either side of a figure
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_COUNTS = frozenset({"ordinal", "score", "vague", "range"})
_GENERIC = frozenset(
    {"count", "vague", "range", "money", "percent", "share", "length", "time", "distance", "weight"}
)


class _Figure(NamedTuple):
    """What of one figure is compared."""

    size: float
    measured: float  # the size in the base unit of what it measures, of a sum in dollars
    digits: str
    beside: frozenset[str]
    head: str
    time: str


class _Figures:
    """The figures of a story, as they are compared with each other."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._known: dict[str, _Figure] = {}
        self.plain: dict[str, list[QuantityClaim]] = defaultdict(list)
        self._sizes: dict[tuple[str, str], list[float]] = defaultdict(list)
        self._told: dict[tuple[str, int], set[tuple[str, str]]] = defaultdict(set)
        self._kinds: Counter[tuple[str, str]] = Counter()
        for claim in story.of(QuantityClaim):
            self._kinds[claim.span.article, _kind(claim)] += 1
            if (claim.value.point or 0) > 2:
                self._told[claim.span.article, claim.sentence_start].add(_written(claim))
            if _plain(claim):
                self.plain[_kind(claim)].append(claim)
                self._sizes[claim.span.article, _kind(claim)].append(self._of(claim).measured)
        for told in self._sizes.values():
            told.sort()

    def observed(self, first: QuantityClaim, second: QuantityClaim) -> dict[str, float]:
        """What speaks for and against one question, by the names of `WEIGHTS`."""
        story, a, b = self._story, self._of(first), self._of(second)
        low = min(a.size, b.size)
        sized = sizes(a.measured, b.measured)
        sole = bool(sized["near"]) and self._sole(first, second) and self._sole(second, first)
        beside = [story.weights.get(word, UNSEEN) for word in a.beside & b.beside]
        mine, its = modifiers(first), modifiers(second)
        return {
            **around(first, second, story),
            **sized,
            "small": float(low <= 2),
            "large": float(low >= 10),
            "words beside": sum(beside),
            "rarest word beside": max(beside, default=0.0),
            "bare counts": float(first.measure == second.measure == "count"),
            "one measure": float(first.measure == second.measure not in _GENERIC),
            "kin": float(first.measure != second.measure and kin(first.measure, second.measure)),
            "tolls": float(first.measure in TOLLS and second.measure in TOLLS),
            "told once": float(first.measure == second.measure and first.measure in MAIN),
            "of anybody": float((a.head in anybody()) != (b.head in anybody())),
            "two times": float(a.time != b.time),
            "one past time": float(a.time == b.time != ""),
            "two places": float(elsewhere(first, second)),
            "two rates": float(first.per != second.per),
            "two units": float(first.value.unit != second.value.unit),
            "narrowed apart": float(bool(mine) and bool(its) and not mine & its),
            "one narrowed": float(bool(mine) != bool(its)),
            "digits turned": float(_turned(a.digits, b.digits)),
            "many digits": float(min(len(a.digits), len(b.digits)) >= 3),
            "same figure beside": float(bool(self._others(first) & self._others(second))),
            "both can hold, sole of their size": float(sole and relation(first, second).compatible),
            "a share": float(_kind(first) == "share"),
            "far in the text": abs(self._depth(first) - self._depth(second)),
            "alone": sum(1 / self._kinds[c.span.article, _kind(c)] for c in (first, second)),
        }

    def keys(self, claim: QuantityClaim) -> frozenset[str]:
        """What two figures must share one of: a word beside them, what they measure, a rare word, their size."""
        told = self._story.context(claim)
        rarest = sorted(told, key=lambda word: (-told[word], word))[:_RAREST]
        known = self._of(claim)
        step = int(log(known.measured) / _STEP) if known.measured >= _FEW else 0
        sizes = (f"<{near}>" for near in (step, step + 1)) if step else ()
        return known.beside | {f"<{claim.measure}>", *rarest, *sizes}

    def _of(self, claim: QuantityClaim) -> _Figure:
        known = self._known.get(claim.id)
        if known is None:
            size = float(claim.value.point or claim.value.low or claim.value.high or 0)
            known = self._known[claim.id] = _Figure(
                size,
                size * based(claim.value.unit) * worth(claim.value.unit),
                "".join(filter(str.isdigit, str(claim.value.point or ""))).strip("0"),
                _beside(claim),
                head(claim),
                other_time(claim, self._story),
            )
        return known

    def _sole(self, claim: QuantityClaim, other: QuantityClaim) -> bool:
        """Whether the other's article has one figure only of about the claim's size."""
        told, size = self._sizes[other.span.article, _kind(claim)], self._of(claim).measured
        return bisect_right(told, size * _NEAR) - bisect_left(told, size / _NEAR) == 1

    def _depth(self, claim: QuantityClaim) -> float:
        """How far down in its article a figure stands, from 0 to 1."""
        return claim.span.start / max(1, len(self._story.article(claim).text))

    def _others(self, claim: QuantityClaim) -> set[tuple[str, str]]:
        return self._told[claim.span.article, claim.sentence_start] - {_written(claim)}


def compared(story: Story) -> Iterator[tuple[QuantityClaim, QuantityClaim, dict[str, float]]]:
    """Yields each two figures of two articles that may answer one question, with what is observed of them."""
    figures = _figures(story)
    for kind, claims in sorted(figures.plain.items()):
        if kind == "time":
            continue
        for first, second in pairs(story, claims, figures.keys):
            apart = first.span.article != second.span.article and not _told_apart(first, second)
            if apart and not excluded(first, second, story):
                yield first, second, figures.observed(first, second)


def likely_matches(story: Story) -> Iterator[Match]:
    """Yields the pairs of figures of two articles that likely answer one question."""
    likely: tuple[list[tuple[QuantityClaim, QuantityClaim, float]], ...] = ([], [])
    for first, second, seen in compared(story):
        likely[first.value.unit != second.value.unit].append((first, second, WEIGHTS.likelihood(seen)))
    for alike in likely:  # a length told in feet and in metres has a counterpart in each
        for first, second, how in mutual(alike):
            yield Match(first, second, how, relation(first, second), likely=how)


@lru_cache(maxsize=1)  # the figures of one story are asked after together
def _figures(story: Story) -> _Figures:
    return _Figures(story)


def likelihood(first: QuantityClaim, second: QuantityClaim, story: Story) -> float:
    """How likely the two answer one question by their sizes and the words around, whatever excludes it besides."""
    return WEIGHTS.likelihood(_figures(story).observed(first, second))


def _kind(claim: QuantityClaim) -> str:
    """What a figure can be compared with: counts with counts, sums with sums, ranks with ranks."""
    if claim.form in ("ordinal", "score"):
        return claim.form
    return dimension(claim.value.unit) or claim.value.unit


def _told_apart(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether their measures say two things: killed and injured; a speed and a speed limit, workers and an average of them."""
    one, other = first.measure, second.measure
    if one != other and "charge" in (one, other):
        return True  # of what somebody is accused, not of what is found
    if one != other and bool(first.whole) != bool(second.whole):
        return True  # "12 of the 31 were ours" is no toll of its own
    return one != other and (" " in one or " " in other or (one in TOLLS and other in TOLLS))


def _plain(claim: QuantityClaim) -> bool:
    """Whether the figure is written where it stands, and counts or measures something."""
    if claim.converted or claim.derived or claim.form in _NO_COUNTS:
        return False
    return not capacity(claim) and not incomparable(claim)


def _written(claim: QuantityClaim) -> tuple[str, str]:
    return str(claim.value.point), claim.value.unit


def _beside(claim: QuantityClaim) -> frozenset[str]:
    """The senses of the words of a figure and right beside it."""
    start = claim.span.start - claim.sentence_start
    end = claim.span.end - claim.sentence_start
    before = [match.group().lower() for match in _WORD.finditer(claim.sentence, 0, start)]
    inside = [match.group().lower() for match in _WORD.finditer(claim.span.quote)]
    after = [match.group().lower() for match in _WORD.finditer(claim.sentence, end)]
    said = (*before[-_BESIDE:], *inside, *after[:_BESIDE])
    return frozenset(sense(word) for word in said if word not in word_set("common"))


def _turned(first: str, second: str) -> bool:
    """Whether two figures have the same digits in another order: 29 and 92."""
    return len(first) > 1 and first != second and sorted(first) == sorted(second)
