"""Which quantities answer one question: same measure, same thing counted, and the same words around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.align.stems import stems
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.lexicon import words
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


def matches(story: Story) -> Iterator[Match]:
    """Yields the best matches between the quantities of a story, each quantity with its best partner per article."""
    for key, claims in sorted(blocks(story).items()):
        if 2 <= len(claims) <= _MOST:
            yield from _best(key, claims, story)


def blocks(story: Story) -> dict[str, list[QuantityClaim]]:
    """The quantities that may be compared at all, by kind of figure and what it measures."""
    found: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        if claim.derived.startswith("a single") or claim.form == "code":
            continue
        for key in keys(claim):
            found[key].append(claim)
    return found


def keys(claim: QuantityClaim) -> list[str]:
    """The blocks that a claim belongs to."""
    kind = dimension(claim.value.unit)
    if claim.form in ("ordinal", "score"):
        return [f"{claim.form} {claim.measure}"] if claim.form == "score" or claim.counted else []
    if kind:
        return [] if kind == "time" else [kind]
    if claim.measure in TOLLS:
        return [claim.measure]
    return [f"count {claim.measure}"] if claim.measure not in ("count", "vague", "range") else []


def _best(key: str, claims: list[QuantityClaim], story: Story) -> Iterator[Match]:
    scored: list[Match] = []
    for i, first in enumerate(claims):
        for second in claims[i + 1 :]:
            if first.span.article == second.span.article and first.sentence_start == second.sentence_start:
                continue
            alike = closeness(first, second, story)
            if alike >= (_ALIKE_TOLL if key in TOLLS else _ALIKE):
                scored.append(Match(first, second, alike, first.value.relation(second.value)))
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


def _bonus(match: Match) -> float:
    """Equal values are likelier to be about one thing: they take the partner before a clash does."""
    return 0.15 if match.relation is Relation.SAME else 0.05 if match.relation.compatible else 0.0


def closeness(first: QuantityClaim, second: QuantityClaim, story: Story) -> float:
    """How surely two quantities are about one thing, 0 to 1."""
    alike = story.similarity(first, second)
    if alike == 0.0 and first.measure not in TOLLS:
        return 0.0
    a, b = modifiers(first), modifiers(second)
    if a and b:
        alike += 0.15 if a & b else -0.1
    if first.measure == second.measure:
        alike += 0.1
    elif dimension(first.value.unit) not in (first.measure, second.measure):
        alike -= 0.15  # a depth is no length
    return max(0.0, min(1.0, alike))


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

    found = list(matches(story))
    for match in found:
        parent[root(match.first.id)] = root(match.second.id)
    grouped: dict[str, list[Match]] = defaultdict(list)
    for match in found:
        grouped[root(match.first.id)].append(match)
    yield from grouped.values()
