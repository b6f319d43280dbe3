"""Which quantities answer one question: same measure, same thing counted, and the same words around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from weakref import WeakKeyDictionary

from reconcile.align.figures.briefs import assigned, short_pairs
from reconcile.align.figures.closeness import (
    GATHERED,
    MAIN,
    TOLLS,
    Match,
    closeness,
    excluded,
    going,
    modifiers,
    named,
    nearby,
    total_cue,
)
from reconcile.align.figures.closes import one_close
from reconcile.align.figures.headlines import HEADLINE, headlines
from reconcile.align.figures.incomparable import capacity, incomparable
from reconcile.align.figures.kin import families, head
from reconcile.align.figures.like_figures import likely_matches
from reconcile.align.figures.periods import two_days
from reconcile.align.figures.relating import relation
from reconcile.align.figures.rounded import rounded
from reconcile.align.figures.scopes import places_apart, where
from reconcile.align.figures.voices import against
from reconcile.align.figures.weighing import NEARLY, SOLE
from reconcile.align.likeness import SURE
from reconcile.align.places.whereabouts import elsewhere
from reconcile.align.story import Story
from reconcile.claims.nth_time import family_of
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.counted import singulars
from reconcile.language.figures.parameters import ALONE
from reconcile.language.figures.staffing import JOBS
from reconcile.lexicon import word_set
from reconcile.values.amounts import digits
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.units import dimension

_ALIKE = 0.30  # how alike the words around two figures must be before they answer one question
_ALIKE_TOLL = 0.12  # tolls of one story are about one event unless something says otherwise
_MOST = 60  # claims in a block; a block this large is boilerplate and is not compared pair by pair


def matches(story: Story) -> Iterator[Match]:
    """Yields the best matches between the quantities of a story, each quantity with its best partner per article."""
    settled: set[str] = set()
    agreed: set[tuple[str, str]] = set()  # a figure, and an article that gives the same
    for one, other in short_pairs(story):
        yield from assigned(one, other, story)
        settled.update(claim.id for claim in (*one, *other))
    for key, claims in sorted(blocks(story).items()):
        if 2 <= len(claims) <= _MOST:
            for match in _best(key, [c for c in claims if c.id not in settled], story):
                if match.relation is Relation.SAME:
                    agreed.add((match.first.id, match.second.span.article))
                    agreed.add((match.second.id, match.first.span.article))
                yield match
    for match in likely_matches(story):
        first, second = match.first, match.second
        if {(first.id, second.span.article), (second.id, first.span.article)} <= agreed:
            continue  # two figures that both articles give
        if first.id not in settled and second.id not in settled:
            yield match
    for match in rounded(story):
        if match.first.id not in settled and match.second.id not in settled:
            yield match


def blocks(story: Story) -> dict[str, list[QuantityClaim]]:
    """The quantities that may be compared at all, by kind of figure and what it measures."""
    found: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        if claim.derived.startswith(("a single", "told apart")) or claim.converted:
            continue
        for key in keys(claim):
            found[key].append(claim)
    return found


def keys(claim: QuantityClaim) -> list[str]:
    """The blocks that a claim belongs to."""
    if capacity(claim):
        return ["capacity"]
    if incomparable(claim):
        return []
    kind = dimension(claim.value.unit)
    if claim.measure in ALONE:
        return [claim.measure]
    if claim.form == "score":
        return ["score"]
    if claim.form == "ordinal":
        told = claim.counted and claim.counted[:1].islower() and claim.measure not in word_set("not_ranked")
        ranked = claim.measure in _PLACES or family_of(claim.measure)
        if ranked and claim.span.quote.endswith(claim.counted):
            return []  # "the second goal" and the third are two; what counts them is a standing
        return [f"ordinal {noun}" for noun in (claim.measure, *families(claim.measure))] if told else []
    if kind:
        return [] if kind == "time" else [kind]
    if claim.measure in TOLLS:
        return ["displaced"] if claim.measure in ("evacuated", "homeless") else [claim.measure]
    point = claim.value.point
    if point is not None and point < _SCALED and _POINT.search(claim.span.quote) and not claim.event:
        return []  # 4.5 of anything is a measure whose unit is not said
    if claim.measure in _NOT_COUNTED:
        return []
    named_so = [f"count {head(claim)}"] if claim.measure in GATHERED and head(claim) else []
    if claim.event in JOBS:
        named_so.append(f"count {claim.event}")
    return list(dict.fromkeys([f"count {claim.measure}", *named_so, *families(claim.measure)]))


_POINT, _SCALED = regex(r"\d\.\d"), 1000  # "4.0" is no count, "3.5 million" is one
_PLACES = frozenset({"place", "position", "spot"})


_ONLY_ONE = 0.12  # added when each of two articles counts the thing once


_ONLY_NAMED = 0.3  # a price, a population: what a construction names, and an article tells once, is one thing
_ONLY_TOLL = 0.2
_FEW_TOLLS = 4  # different tolls of one measure, beyond which the articles tell of several events
_MANY_OF = frozenset(
    {"distance", "length", "height", "weight", "width"}
)  # a story tells those of several things


def _someone(claim: QuantityClaim) -> bool:
    """Whether a figure only tells of one of them: "one woman is in hospital"."""
    alone = claim.value.exact and claim.value.point == 1 and claim.measure in singulars().values()
    return alone and claim.span.quote[:3].lower() == "one"


def _slot(claim: QuantityClaim) -> tuple[str, str, str]:
    return (
        claim.span.article,
        claim.event if claim.event in JOBS else claim.measure,
        claim.value.unit if dimension(claim.value.unit) == "money" else "",
    )


def _alone(first: QuantityClaim, second: QuantityClaim, several: Counter[tuple[str, str, str]]) -> bool:
    """Whether each article gives one figure for what both name, a toll or what a construction names."""
    if first.measure != second.measure and not going(first, second):
        return False
    if first.part or second.part or first.further or second.further:
        return False
    if not named(first, second) or first.measure in _MANY_OF:
        return False
    return several[_slot(first)] == 1 and several[_slot(second)] == 1 and not elsewhere(first, second)


_NOT_COUNTED = frozenset(
    {"count", "vague", "range", "time", "way", "thing", "kind", "reason", "detail", "indication"}
    | {"minute", "hour", "day", "night", "week", "month", "year", "decade", "century"}  # lengths of time
)


def _best(key: str, claims: list[QuantityClaim], story: Story) -> Iterator[Match]:
    scored: list[Match] = []
    counts = Counter(claim.span.article for claim in claims)
    several = Counter(_slot(claim) for claim in claims if not claim.part and not claim.further)
    few = len({claim.value.point for claim in claims if not claim.part}) <= _FEW_TOLLS
    least = _ALIKE_TOLL if key in TOLLS else _ALIKE
    odd = _odd_ones(key, claims)
    reported = headlines(claims) if few and key in TOLLS else frozenset()
    counted = _counted(key, claims)
    for i, first in enumerate(claims):
        for second in claims[i + 1 :]:
            if first.span.article == second.span.article and first.sentence_start == second.sentence_start:
                continue
            close = alike = closeness(first, second, story)
            if alike > 0 and (few or key not in TOLLS) and _alone(first, second, several):
                alike = min(1.0, alike + (_ONLY_TOLL if key in TOLLS else _ONLY_NAMED))
            elif (
                key not in TOLLS
                and first.measure == second.measure
                and max(counts[first.span.article], counts[second.span.article]) == 1
            ):
                alike += _ONLY_ONE
            if {first.id, second.id} <= reported and not excluded(first, second, story):
                alike = max(alike, HEADLINE)
            met = _one_figure(first, second) or against(first, second)
            if met and not excluded(first, second, story):
                alike = max(alike, _ALIKE)
            once = _only_count(first, second, counted) and not places_apart(first, second)
            once = once or one_close(first, second, story)
            if key == "capacity" and max(counts[first.span.article], counts[second.span.article]) == 1:
                held = story.similarity(first, second) >= _ONE_HALL and not excluded(first, second, story)
                alike = max(alike, _ODD_ALIKE if held else 0.0)
            if once and (close or not excluded(first, second, story)):
                alike = max(alike, SOLE)
            elif key.startswith(("count", "kin")) and where(first) and where(first) == where(second):
                alike = min(1.0, alike + _SAME_PLACE)
            how = relation(first, second)
            if how is Relation.DIFFERS and key.startswith("count ") and (_someone(first) or _someone(second)):
                continue
            enough = least - 0.15 if first.measure == second.measure and first.measure in MAIN else least
            if (
                {first.id, second.id} & odd
                and how is Relation.DIFFERS
                and alike >= _odd_enough(first, second)
            ):
                alike = max(alike, _ODD_ALIKE)
            if alike >= enough or _one_in_two_units(first, second, how, story):
                scored.append(Match(first, second, alike, how))
    best: dict[tuple[str, str], float] = {}
    for match in scored:
        for one, other in ((match.first, match.second), (match.second, match.first)):
            pair = (one.id, other.span.article)
            best[pair] = max(best.get(pair, 0.0), match.alike + _bonus(match, story))
    for match in scored:
        score = match.alike + _bonus(match, story)
        mutual = (
            score >= best[match.first.id, match.second.span.article]
            and score >= best[match.second.id, match.first.span.article]
        )
        if mutual or (match.alike >= _SURE_PAIR and _accounted(match, story)):
            yield match


def _one_figure(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both give one figure of some size, once with a bound: chance hardly repeats it with the measure."""
    a, b = first.value, second.value
    same = a.point == b.point is not None and a.unit == b.unit and first.measure == second.measure
    return same and a != b and (a.point or 0) >= _TELLING


_TELLING = Decimal(100)


def _counted(key: str, claims: list[QuantityClaim]) -> dict[tuple[str, str], set[Decimal]]:
    """The figures that each article gives for each noun that tells what is counted; none for people and tolls."""
    found: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
    if key.startswith("count "):
        for claim in claims:
            if claim.measure not in _PEOPLE and claim.value.point is not None and not claim.further:
                found[claim.span.article, claim.measure].add(claim.value.point)
    return found


_PEOPLE = frozenset(singulars().values()) | {"other", "total", "country", "nation", "state"}


def _only_count(
    first: QuantityClaim, second: QuantityClaim, counted: dict[tuple[str, str], set[Decimal]]
) -> bool:
    """Whether both articles count a thing once, and the counts lie near each other: then it is one thing."""
    if first.measure != second.measure or first.part or second.part or first.per != second.per:
        return False
    mine, its = modifiers(first), modifiers(second)
    if mine and its and not mine & its:
        return False
    slots = [counted.get((claim.span.article, claim.measure), set()) for claim in (first, second)]
    if first.span.article == second.span.article or any(len(slot) != 1 for slot in slots):
        return False
    low, high = sorted(abs(next(iter(slot))) for slot in slots)
    return low > 0 and high <= low * NEARLY and not first.further and not second.further


_ONE_HALL = 0.3  # how alike two sentences must be that each tell how many the one thing holds
_SAME_PLACE = 0.1  # two counts said of one country or town
_ODD, _ODD_ALIKE = 0.15, 0.58
_AGREED = 3
_SLIP = Decimal("1.35")


def _odd_enough(first: QuantityClaim, second: QuantityClaim) -> float:
    """How alike an odd one must be: ten against nine is a slip, three boats against five may be another three."""
    low, high = sorted(abs(c.value.point or Decimal(1)) for c in (first, second))
    return _ODD if low and high / low <= _SLIP else 2 * _ODD


def _odd_ones(key: str, claims: list[QuantityClaim]) -> frozenset[str]:
    """The claims that stand against a count on which three or more articles agree, in an article that lacks it.

    Several articles that count one thing alike show what the story's count of it is.
    """
    if not key.startswith("count ") or key.removeprefix("count ") in singulars() or key in TOLLS:
        return frozenset()
    whole = [c for c in claims if not c.part and not c.further and not modifiers(c) and c.value.exact]
    agreed: dict[Decimal, set[str]] = defaultdict(set)
    for claim in whole:
        if claim.value.point is not None:
            agreed[claim.value.point].add(claim.span.article)
    point, articles = max(
        agreed.items(), key=lambda item: (len(item[1]), -item[0]), default=(Decimal(0), set())
    )
    if len(articles) < _AGREED or point < 1:
        return frozenset()
    return frozenset(c.id for c in whole if c.span.article not in articles and c.value.point != point)


_SURE_PAIR = 0.3
_BESIDE = 0.08  # one telling word beside both figures


def _accounted(match: Match, story: Story) -> bool:
    """Whether the difference is one that arithmetic or two days account for: it may be told beside a better match."""
    a, b = match.first, match.second
    if two_days(a, b, story):
        return match.relation is Relation.DIFFERS
    if a.part != b.part:
        return bool(a.whole or b.whole)
    kind = dimension(a.value.unit)
    if match.relation in (Relation.REFINES, Relation.COARSENS):
        return a.measure == b.measure or bool(kind and kind in (a.measure, b.measure))
    return bool(kind) and bool(total_cue(a)) != bool(total_cue(b)) and a.value.unit == b.value.unit


def _one_in_two_units(first: QuantityClaim, second: QuantityClaim, relation: Relation, story: Story) -> bool:
    """Whether two measures convert into each other too exactly for chance: 520 kilometres and 323 miles."""
    a, b = first.value, second.value
    if a.unit == b.unit or not relation.compatible or dimension(a.unit) in ("money", "time", "share"):
        return False
    converted = a.to(b.unit)
    if converted is None or converted.point is None or b.point is None or a.point is None:
        return False
    if abs(converted.point - b.point) > Decimal("0.012") * abs(b.point):
        return first.measure == second.measure and first.measure in MAIN
    few, many = sorted((digits(a.point), digits(b.point)))
    return few >= 2 or many >= 3 or (many == 2 and nearby(first, second, story) >= _BESIDE)


def _bonus(match: Match, story: Story) -> float:
    """Equal values are likelier to be about one thing: they take the partner before a clash does."""
    if two_days(match.first, match.second, story):
        return -0.15  # the dead of a day meet those of the same day first
    if match.relation is Relation.UNKNOWN and match.first.value.unit != match.second.value.unit:
        return -0.15  # sums in one currency meet before sums in two
    if match.first.part != match.second.part and match.relation is Relation.DIFFERS:
        return -0.15  # a part meets a part before it meets the whole
    return 0.15 if match.relation is Relation.SAME else 0.05 if match.relation.compatible else 0.0


_CLUSTERS: WeakKeyDictionary[Story, list[list[Match]]] = WeakKeyDictionary()


def clusters(story: Story) -> list[list[Match]]:
    """The matches of a story grouped by question: matches that share a claim belong together. Kept for the story.

    A match that is merely possible (`LEAST` to `SURE`) makes no one question of two: it stands alone.
    """
    if story not in _CLUSTERS:
        _CLUSTERS[story] = list(_grouped(story))
    return _CLUSTERS[story]


def _grouped(story: Story) -> Iterator[list[Match]]:
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    found: dict[tuple[str, str], Match] = {}
    for match in matches(story):  # the first way in which two figures meet counts, if it is not a weaker one
        known = found.setdefault((match.first.id, match.second.id), match)
        if 0 < known.likely < SURE and known.alike < match.alike and match.likely == 0:
            found[match.first.id, match.second.id] = match
    for match in (match for match in found.values() if not 0 < match.likely < SURE):
        parent[root(match.first.id)] = root(match.second.id)
    grouped: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in found.values():
        first, second = root(match.first.id), root(match.second.id)
        grouped[first, second].append(match)
    yield from grouped.values()
