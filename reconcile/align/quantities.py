"""Which quantities answer one question: same measure, same thing counted, and the same words around them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations
from weakref import WeakKeyDictionary

from reconcile.align.context import similarity
from reconcile.align.nearness import near
from reconcile.align.stems import stem, stems
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.lexicon import words
from reconcile.sources.article import Article
from reconcile.values.relation import Relation
from reconcile.values.units import dimension

TOLLS = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "homeless",
        "evacuated",
        "hospitalized",
        "shot",
        "rescued",
        "infected",
        "kidnapped",
    }
)
_ALIKE = 0.30  # how alike the words around two figures must be before they answer one question
_ALIKE_TOLL = 0.12  # tolls of one story are about one event unless something says otherwise
_MOST = 60  # claims in a block; a block this large is boilerplate and is not compared pair by pair


@dataclass(frozen=True, slots=True)
class Match:
    """Two quantities that answer one question, how alike their surroundings are, and how their values relate."""

    first: QuantityClaim
    second: QuantityClaim
    alike: float
    relation: Relation
    brief: bool = False  # found by elimination between short texts on one subject


def matches(story: Story) -> Iterator[Match]:
    """Yields the best matches between the quantities of a story, each quantity with its best partner per article."""
    settled: set[str] = set()
    for one, other in _short_pairs(story):
        yield from _assigned(one, other, story)
        settled.update(claim.id for claim in (*one, *other))
    for key, claims in sorted(blocks(story).items()):
        if 2 <= len(claims) <= _MOST:
            yield from _best(key, [c for c in claims if c.id not in settled], story)


_BRIEF = 80  # words: a text this short says one thing, so its figures find their partners by elimination


def brief(first: Article, second: Article) -> bool:
    """Whether two articles are short texts under one title, which can only be about one thing."""
    if not first.title or first.title != second.title or first.text == second.text:
        return False
    return max(len(first.text.split()), len(second.text.split())) <= _BRIEF


def _short_pairs(story: Story) -> Iterator[tuple[list[QuantityClaim], list[QuantityClaim]]]:
    """The figures of each two short texts under one title."""
    short = list(story.articles.values())
    claims: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        claims[claim.span.article].append(claim)
    for first, second in combinations(sorted(short, key=lambda a: a.id), 2):
        if brief(first, second):
            yield claims[first.id], claims[second.id]


def _assigned(mine: list[QuantityClaim], its: list[QuantityClaim], story: Story) -> Iterator[Match]:
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
_NEAR_IN_SIZE = (
    (Decimal(0), 0.35),
    (Decimal("0.02"), 0.3),
    (Decimal("0.1"), 0.2),
    (Decimal("0.3"), 0.05),
    (Decimal("0.7"), -0.15),
    (Decimal(2), -0.3),
)


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
    fit = 0.6 * _nearby(first, second, story)
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


def blocks(story: Story) -> dict[str, list[QuantityClaim]]:
    """The quantities that may be compared at all, by kind of figure and what it measures."""
    found: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        if claim.derived.startswith("a single") or claim.converted:
            continue
        for key in keys(claim):
            found[key].append(claim)
    return found


def keys(claim: QuantityClaim) -> list[str]:
    """The blocks that a claim belongs to."""
    kind = dimension(claim.value.unit)
    if claim.part and not claim.counted:
        return []  # "7 of 12" counts pictures or pages
    if claim.form == "score":
        return ["score"]
    if claim.form == "ordinal":
        told = claim.counted and claim.counted[:1].islower() and claim.measure not in _NOT_RANKED
        return [f"ordinal {claim.measure}"] if told else []
    if kind:
        return [] if kind == "time" else [kind]
    if claim.measure in TOLLS:
        return [claim.measure]
    return [f"count {claim.measure}"] if claim.measure not in _NOT_COUNTED else []


# Ordinals before these are no rank that two sources could give differently: other rules have them, or they only tell a sequence.
_NOT_RANKED = frozenset(
    {
        "anniversary",
        "time",
        "floor",
        "century",
        "day",
        "year",
        "week",
        "quarter",
        "half",
        "person",
        "one",
        "street",
        "step",
    }
)


# What a story has one of: its figures meet although the words around them differ.
MAIN = frozenset(
    {"attendance", "population", "magnitude", "depth", "prize", "bond", "dividend", "reward", "distance"}
)
_ONLY_ONE = 0.12  # added when each of two articles counts the thing once


_NOT_COUNTED = frozenset(
    {"count", "vague", "range", "time", "way", "thing", "kind", "reason", "detail", "indication"}
)


def _best(key: str, claims: list[QuantityClaim], story: Story) -> Iterator[Match]:
    scored: list[Match] = []
    counts = Counter(claim.span.article for claim in claims)
    least = _ALIKE_TOLL if key in TOLLS else _ALIKE
    for i, first in enumerate(claims):
        for second in claims[i + 1 :]:
            if first.span.article == second.span.article and first.sentence_start == second.sentence_start:
                continue
            alike = closeness(first, second, story)
            if (
                key not in TOLLS
                and first.measure == second.measure
                and max(counts[first.span.article], counts[second.span.article]) == 1
            ):
                alike += _ONLY_ONE
            relation = first.value.relation(second.value)
            enough = least - 0.15 if first.measure == second.measure and first.measure in MAIN else least
            if alike >= enough or _one_in_two_units(first, second, relation):
                scored.append(Match(first, second, alike, relation))
    best: dict[tuple[str, str], float] = {}
    for match in scored:
        for one, other in ((match.first, match.second), (match.second, match.first)):
            pair = (one.id, other.span.article)
            best[pair] = max(best.get(pair, 0.0), match.alike + _bonus(match))
    for match in scored:
        score = match.alike + _bonus(match)
        mutual = (
            score >= best[match.first.id, match.second.span.article]
            and score >= best[match.second.id, match.first.span.article]
        )
        if mutual:
            yield match


def _one_in_two_units(first: QuantityClaim, second: QuantityClaim, relation: Relation) -> bool:
    """Whether two measures convert into each other too exactly for chance: 520 kilometres and 323 miles."""
    a, b = first.value, second.value
    if a.unit == b.unit or not relation.compatible or dimension(a.unit) in ("money", "time", "share"):
        return False
    converted = a.to(b.unit)
    if converted is None or converted.point is None or b.point is None or a.point is None:
        return False
    if abs(converted.point - b.point) > Decimal("0.012") * abs(b.point):
        return first.measure == second.measure and first.measure in MAIN
    return min(_digits(a.point), _digits(b.point)) >= 2


def _digits(value: Decimal) -> int:
    """How many significant digits a figure has."""
    return len(value.normalize().as_tuple().digits)


def _bonus(match: Match) -> float:
    """Equal values are likelier to be about one thing: they take the partner before a clash does."""
    return 0.15 if match.relation is Relation.SAME else 0.05 if match.relation.compatible else 0.0


class _Surroundings:
    """The words near each figure of a story, worked out once."""

    def __init__(self, story: Story) -> None:
        self._weights = story.weights
        self._beside: dict[tuple[str, int], list[int]] = defaultdict(list)
        for claim in story.of(QuantityClaim):
            self._beside[claim.span.article, claim.sentence_start].append(claim.span.start)
        self._known: dict[str, dict[str, float]] = {}

    def of(self, claim: QuantityClaim) -> dict[str, float]:
        """The weighed words near a claim's figure."""
        if claim.id not in self._known:
            beside = sorted(self._beside[claim.span.article, claim.sentence_start])
            self._known[claim.id] = near(claim, beside, self._weights)
        return self._known[claim.id]


_SURROUNDINGS: WeakKeyDictionary[Story, _Surroundings] = WeakKeyDictionary()


def _nearby(first: QuantityClaim, second: QuantityClaim, story: Story) -> float:
    known = _SURROUNDINGS.get(story)
    if known is None:
        known = _SURROUNDINGS[story] = _Surroundings(story)
    return similarity(known.of(first), known.of(second))


def closeness(first: QuantityClaim, second: QuantityClaim, story: Story) -> float:
    """How surely two quantities are about one thing, 0 to 1."""
    alike = 0.5 * story.similarity(first, second) + 0.5 * _nearby(first, second, story)
    if alike == 0.0 and first.measure not in TOLLS:
        return 0.0
    if first.place and second.place and not set(stems(first.place)) & set(stems(second.place)):
        return 0.0  # two distances from two places
    if first.measure in TOLLS and not _same_people(first, second):
        return 0.0
    if first.place and second.place:
        alike += 0.2
    if first.per != second.per:
        alike -= 0.3  # a rate is no total
    if _other_time(first, story) != _other_time(second, story):
        alike -= 0.25
    a, b = modifiers(first), modifiers(second)
    if a and b:
        alike += 0.15 if a & b else -0.1
    if first.measure == second.measure:
        alike += 0.1
    elif dimension(first.value.unit) not in (first.measure, second.measure):
        alike -= 0.15  # a depth is no length
    return max(0.0, min(1.0, alike))


@cache
def _anybody() -> frozenset[str]:
    return frozenset(words("anybody")) | {""}


def _same_people(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two tolls may count the same people: officers are not civilians, "people" may be either."""
    a, b = (stems(c.counted)[-1:] if c.counted else [] for c in (first, second))
    general = {stem(word) for word in _anybody() if word}
    return not a or not b or a == b or a[0] in general or b[0] in general


_PAST_EVENT = re.compile(
    r"\b(?:in|of|since|back\sin|early|late|during|year)\s(?:[A-Z][a-z]+\s)?(1[89]\d\d|20\d\d)\b|\b(?:last|previous)\s(?:year|month|February|March|April|May|June|July|August|September|October|November|December|January)\b|\bin\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\byears\sago\b|\bearlier\sthis\syear\b"
)


def _other_time(claim: QuantityClaim, story: Story) -> str:
    """A past year or month that the claim's sentence, or the one it leans on, places the figure in; empty for the news itself."""
    match = _PAST_EVENT.search(claim.sentence)
    if match is None:
        return ""
    published = story.article(claim).published
    year = match.group(1)
    if (
        year
        and published is not None
        and published.interval.start is not None
        and year == str(published.interval.start.year)
    ):
        return ""
    return year or "past"


def modifiers(claim: QuantityClaim) -> frozenset[str]:
    """The stems of the words that narrow what is counted: "worst-hit" in "12 worst-hit villages"."""
    common = frozenset(words("common")) | {"other", "others", "more", "people"}
    said = [w for w in stems(claim.counted.replace("-", " ")) if w not in common]
    return frozenset(said[:-1])


def clusters(story: Story) -> Iterator[list[Match]]:
    """Yields the matches of a story grouped by question: matches that share a claim belong together."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    found = list({(m.first.id, m.second.id): m for m in reversed(list(matches(story)))}.values())[::-1]
    for match in found:
        parent[root(match.first.id)] = root(match.second.id)
    grouped: dict[str, list[Match]] = defaultdict(list)
    for match in found:
        grouped[root(match.first.id)].append(match)
    yield from grouped.values()


def slips(story: Story) -> Iterator[Match]:
    """Yields sums that are equal in figure and differ in currency, in two articles that speak of the same thing."""
    money = [c for c in story.of(QuantityClaim) if dimension(c.value.unit) == "money" and c.value.point]
    by_figure: dict[Decimal, list[QuantityClaim]] = defaultdict(list)
    for claim in money:
        if claim.value.point is not None:
            by_figure[claim.value.point].append(claim)
    for point, claims in sorted(by_figure.items()):
        least = 0.2 if _digits(point) >= 2 else 0.4
        for first, second in combinations(claims[:_MOST], 2):
            if first.span.article == second.span.article or first.value.unit == second.value.unit:
                continue
            alike = closeness(first, second, story)
            if alike >= least:
                yield Match(first, second, alike, Relation.UNKNOWN)
