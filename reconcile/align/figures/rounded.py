"""A round or hedged figure in one article and the exact one that it rounds in another: "some 2,300" and "2,340"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reconcile.align.figures.closeness import TOLLS, Match, closeness
from reconcile.align.figures.kin import may_count_one_thing
from reconcile.align.figures.relating import relation
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.amounts import digits
from reconcile.values.relation import Relation
from reconcile.values.units import convert, dimension

_NEAR = Decimal("1.12")  # a figure and its rounding are no farther apart
_WINDOW = 12  # figures of about one size that are looked at from one figure
_SHARED = 0.06  # how alike the words must be where the figures themselves tell so much
_BASE = {
    "length": "metre",
    "area": "hectare",
    "mass": "kilogram",
    "volume": "litre",
    "speed": "kilometre per hour",
}
_TELLING = 3  # digits that chance hardly repeats
_LEAST = Decimal(20)


def rounded(story: Story) -> Iterator[Match]:
    """Yields each exact figure with its best rounding in every other article."""
    found: dict[tuple[str, str], Match] = {}
    for match in _candidates(story):
        for one, other in ((match.first, match.second), (match.second, match.first)):
            key = (one.id, other.span.article)
            if key not in found or found[key].alike < match.alike:
                found[key] = match
    for (claim, article), match in found.items():
        mine = match.first if match.first.id == claim else match.second
        its = match.second if mine is match.first else match.first
        if found[its.id, mine.span.article] is match and article == its.span.article and mine is match.first:
            yield match


def _candidates(story: Story) -> Iterator[Match]:
    sized: dict[str, list[tuple[Decimal, QuantityClaim]]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        kind = dimension(claim.value.unit)
        point = claim.value.point or claim.value.low or claim.value.high
        if point is None or claim.form in ("ordinal", "score", "vague") or kind == "time" or claim.converted:
            continue
        base = convert(point, claim.value.unit, _BASE[kind]) if kind in _BASE else point
        key = kind if kind != "money" else claim.value.unit
        if base is not None and base > 0:
            sized[key].append((base, claim))
    for _, figures in sorted(sized.items()):
        figures.sort(key=lambda item: (item[0], item[1].span.article, item[1].span.start))
        for index, (size, first) in enumerate(figures):
            for other, second in figures[index + 1 : index + 1 + _WINDOW]:
                if other > size * _NEAR:
                    break
                if _bounded(first, second):
                    alike = closeness(first, second, story)
                    same = first.measure == second.measure and first.counted == second.counted != ""
                    shared = alike >= (_TOLD if first.form == "percent" else _SHARED)
                    if shared or same or _alone(first, second, figures, index):
                        yield Match(first, second, max(alike, _TOLD), relation(first, second))
                elif first.span.article != second.span.article and _nearly(first, second):
                    alike = closeness(first, second, story)
                    if alike >= _SHARED or _held(first, second):
                        yield Match(first, second, alike, Relation.DIFFERS)
                elif first.span.article != second.span.article and _rounds(first, second):
                    alike = closeness(first, second, story)
                    if alike >= _SHARED or _telling(first, second) or _alone(first, second, figures, index):
                        yield Match(first, second, max(alike, _TOLD), relation(first, second))


_TOLD = 0.3


def _alone(
    first: QuantityClaim, second: QuantityClaim, figures: list[tuple[Decimal, QuantityClaim]], at: int
) -> bool:
    """Whether each of the two articles has one figure only of about that size: a count of three digits, or a measure."""
    measure = dimension(first.value.unit)
    if (
        first.part != second.part
        or (not measure and figures[at][0] < _HUNDRED)
        or measure in ("share", "time")
    ):
        return False
    least, most = figures[at][0] / _NEAR, figures[at][0] * _NEAR
    around = figures[max(0, at - _WINDOW) : at + _WINDOW]
    mine = [claim for size, claim in around if least <= size <= most and claim.form == first.form]
    return all(
        len({claim.value.point for claim in mine if claim.span.article == one.span.article}) == 1
        for one in (first, second)
    )


_HUNDRED = Decimal(100)


def _bounded(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both give one figure of some size, and only one of them with a hedge or a bound: $14,000, and more."""
    a, b = first.value, second.value
    if a.point != b.point or a.point is None or a.unit != b.unit or a.exact == b.exact:
        return False
    one_breath = first.span.article == second.span.article and first.sentence_start == second.sentence_start
    if first.per != second.per or first.part != second.part or one_breath:
        return False
    if first.measure != second.measure and {first.measure, second.measure} & TOLLS:
        return False
    if dimension(a.unit):
        return a.point >= _LEAST or dimension(a.unit) == "money"
    return a.point >= _LEAST and _same_thing(first, second)


def _rounds(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether one figure is the other said less exactly, and both may be of one thing."""
    if first.per != second.per or (
        first.measure != second.measure and {first.measure, second.measure} & TOLLS
    ):
        return False
    a, b = first.value, second.value
    fine = [c for c in (first, second) if c.value.exact and c.value.point is not None]
    loose = [c for c in (first, second) if c.value.hedge or (c.value.point is not None and c.value.exact)]
    if not fine or not loose or (a.unit == b.unit and a.point == b.point):
        return False
    told = max(digits(c.value.point) for c in fine if c.value.point is not None)
    counted = dimension(a.unit) == ""
    if told < _TELLING and not (not counted and told == _TELLING - 1 and (a.hedge or b.hedge)):
        return False
    if counted and (min(a.point or _LEAST, b.point or _LEAST) < _LEAST or not _same_thing(first, second)):
        return False
    how = first.value.relation(second.value)
    return how.compatible and how is not Relation.SAME


def _held(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both figures are those of one holder: the votes for a candidate, the points of a team."""
    a, b = first.subject.split(), second.subject.split()
    return bool(a and b) and a[-1].lower() == b[-1].lower()


def _nearly(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two exact figures lie so near that the one may be the other counted again."""
    a, b = first.value, second.value
    if not (a.exact and b.exact and a.point and b.point) or a.unit != b.unit or first.part != second.part:
        return False
    if (
        first.form != "count"
        or second.form != "count"
        or a.point == b.point
        or a.relation(b) is not Relation.DIFFERS
    ):
        return False
    if min(digits(a.point), digits(b.point)) < _TELLING or abs(a.point - b.point) > _AGAIN * max(
        a.point, b.point
    ):
        return False
    named = {first.measure, second.measure} - _NAMELESS
    return _held(first, second) or (len(named) == 1 and first.measure == second.measure)


_AGAIN = Decimal("0.06")


def _telling(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether the figures and what they count say enough without any other word in common."""
    a, b = first.value.point, second.value.point
    if a is None or b is None or dimension(first.value.unit) or first.part != second.part:
        return False
    near = abs(a - b) <= _CLOSE * max(a, b)
    named = first.measure not in _NAMELESS and second.measure not in _NAMELESS
    return near if named else near and max(digits(a), digits(b)) > _TELLING


_CLOSE = Decimal("0.03")
_NAMELESS = frozenset({"count", "range", "figure"})


def _same_thing(first: QuantityClaim, second: QuantityClaim) -> bool:
    a, b = ("" if c.measure in _NAMELESS else c.measure for c in (first, second))
    return may_count_one_thing(a, b)
