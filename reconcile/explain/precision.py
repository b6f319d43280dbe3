"""One value, said more and less exactly.

Accounts for a figure or a length of time that is rounded or hedged beside one that satisfies it, for an estimate beside a figure of its
size, for a time or a place that contains the other, for a span in decades beside an exact count of the years, and for a
word that names a thing or a post more exactly than the other word.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from reconcile.align.figures.closeness import GROWING, Match
from reconcile.align.figures.succession import limit_moved
from reconcile.align.figures.weighing import apart, swapped
from reconcile.align.persons.holders import related
from reconcile.align.story import Story
from reconcile.align.times.lengths import awaited, half_hours, round_months, seconds, to_the_unit
from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.claims.duration import DurationClaim
from reconcile.claims.participation import ParticipationClaim
from reconcile.claims.place import PlaceClaim
from reconcile.claims.role import RoleClaim
from reconcile.claims.thing import ThingClaim, relation
from reconcile.explain.explanation import Explanation, accounted
from reconcile.explain.states import aspect
from reconcile.explain.update import ESTIMATED
from reconcile.language.speech.speakers import collectives
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.amounts import Amount, digits
from reconcile.values.dates import Interval
from reconcile.values.places import bearings, relate_places, turn, usual
from reconcile.values.relation import Relation

REASON = "precision"
ORDER = 60

_TWICE = Decimal(2)
_FAR_OFF = Decimal("1.34")  # times that a hedged figure may differ from one that satisfies it and pass for it
_ROUGHLY = Decimal("1.15")  # times that two rough figures differ and may be one, at most
_NEIGHBOURS = 45  # degrees between two compass words next to each other
_ROUND_FROM = 30  # smaller figures are counted one by one
_OFF = Decimal("0.08")  # part of a figure that rounding takes away or adds, at most
_CUT = Decimal("1.25")  # times that a figure exceeds what is left of it without its last digits, at most
_ROUND = ("decades", "century", "centuries")


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two figures of which one satisfies the other, or two times of which one contains the other."""
    for match in pair.matches:
        if limit_moved(match.first, match.second, story):
            continue
        because = _rounded(match) or _estimated(match, story) or _in_round_figures(match)
        if because:
            return Explanation("explained", REASON, because, confidence("explained", pair.matches))
    if aspect(pair) == "record" and pair.doubtful:
        return accounted(pair, REASON, "one source hedges what the other asserts")
    a, b = (side.claims[0] for side in pair.sides[:2])
    if pair.doubtful and isinstance(a, RoleClaim) and isinstance(b, RoleClaim):
        found, why = related(a, b)
        then = found == "former" and not {a.status, b.status} & {"former", "elect"}
        return accounted(pair, REASON, why) if then or found == "precision" else None
    if pair.doubtful and isinstance(a, AttributionClaim) and a.subject in collectives():
        loose = (
            f"“{a.subject.capitalize()}” in one place, {b.subject} alone in the other: the plural is loose."
        )
        return Explanation("explained", REASON, loose, pair.confidence)
    if pair.doubtful and isinstance(a, ParticipationClaim) and isinstance(b, ParticipationClaim):
        described = a.value[:1].islower() and b.value[:1].isupper()  # "a minister", and who it was
        return accounted(pair, REASON) if described else None
    because = ""
    if isinstance(a, ThingClaim) and isinstance(b, ThingClaim):
        because = _thing(pair, relation(a, b))
    elif isinstance(a, PlaceClaim) and isinstance(b, PlaceClaim):
        because = _place(pair, a, b)
    elif isinstance(a, DateClaim) and isinstance(b, DateClaim):
        because = _contained(a, b)
    elif pair.doubtful and isinstance(a, DurationClaim):
        because = _length(a, b, pair.sides[1].value)
    return Explanation("explained", REASON, because, pair.confidence) if because else None


def _length(a: DurationClaim, b: Claim, said: str) -> str:
    """Two lengths that can both hold, or a span in decades beside an exact count of the years."""
    if a.value is not None and a.hedge.endswith(_ROUND) and not isinstance(b, DurationClaim):
        return f'"{a.hedge}" ({a.value.point} years in round figures) is {said} counted exactly.'
    if not isinstance(b, DurationClaim) or a.value is None or b.value is None or "nth" in (a.facet, b.facet):
        return ""
    if awaited(a) and awaited(b):
        return ""
    if to_the_unit(a, b) and {a.facet, b.facet} <= {"later", "after"}:
        exact = min(a.value.point or Decimal(0), b.value.point or Decimal(0))
        return f"{max(a.span.quote, b.span.quote, key=len)} is {_clock(exact)} rounded to the minute."
    (low, high), (least, most) = seconds(a), seconds(b)
    apart = (high is not None and least is not None and high < least) or (
        most is not None and low is not None and most < low
    )
    if apart and not half_hours(a, b) and not round_months(a, b):
        return ""
    return f"“{a}” and “{b}” can both hold: one is rounded or hedged."


def _clock(minutes: Decimal) -> str:
    whole = int(minutes)
    return f"{whole}:{round((minutes - whole) * 60):02d}"


def _thing(pair: Difference, found: Relation) -> str:
    """Two nouns for one thing of which one is the narrower."""
    if found not in (Relation.REFINES, Relation.COARSENS):
        return ""
    narrow, wide = (side.value for side in (pair.sides if found is Relation.REFINES else pair.sides[::-1]))
    return f"“{narrow}” is a narrower word than “{wide}”: one thing, named more and less exactly."


def _place(pair: Difference, a: PlaceClaim, b: PlaceClaim) -> str:
    """Two places of which one contains the other, or two ways to say where one spot lies."""
    if a.relation in bearings() and b.relation in bearings():
        near = 0 < turn(a.relation, b.relation) <= _NEIGHBOURS
        return (
            f"{pair.because.removesuffix('.')}: neighbouring compass words, one coarser than the other."
            if near
            else ""
        )
    if pair.doubtful and pair.whole:
        return pair.because
    one = relate_places(usual(a.value), usual(b.value))
    if one not in (Relation.REFINES, Relation.COARSENS):
        return ""
    inner, outer = (a, b) if one is Relation.REFINES else (b, a)
    return f"{inner.value} lies in {outer.value}: the same place, said less exactly."


def _contained(a: DateClaim, b: DateClaim) -> str:
    """Two times of which one contains the other, or names the limit that the other ends at."""
    one, other = a.value, b.value
    if one is None or other is None or not one.overlaps(other) or a.modality != b.modality:
        return ""
    coarse, fine = (a, b) if _stretch(one) > _stretch(other) else (b, a)
    said = f'"{coarse.span.quote}" ({coarse})', f'"{fine.span.quote}" ({fine})'
    if "by" in (a.bound, b.bound):
        return f"{said[0]} and {said[1]} name the same limit."
    return f"{said[0]} contains {said[1]}: one time, said less exactly."


def _stretch(time: Interval) -> timedelta:
    return time.end - time.start if time.start and time.end else timedelta.max


def _rounded(match: Match) -> str:
    """Two figures that can both hold, of which one is so near the other as rounding or a hedge brings it."""
    a, b = match.first.value, match.second.value
    if a.unit != b.unit or not match.relation.compatible or swapped(match):
        return ""
    bounds = a.above and b.above
    satisfied = (a.exact or b.exact) if match.brief else bool(a.hedge and b.hedge and not bounds)
    grows = match.first.measure in GROWING and not match.brief and not bounds
    near = (a.exact and b.exact) or a.likely.meets(b.likely) or a.point is None or b.point is None
    near = near or _cut_short(a, b) or _cut_short(b, a)
    if a.point == b.point is not None:
        return (
            f"{match.first.span.quote!r} and {match.second.span.quote!r} are one figure, once with a bound."
        )
    close = match.brief or apart(a, b) <= _FAR_OFF
    if not (near or grows or (satisfied and close)) or (a.rough and b.rough and apart(a, b) > _ROUGHLY):
        return ""
    pair = f"{match.first.span.quote!r} and {match.second.span.quote!r}"
    return f"{pair} can both hold: one is rounded or hedged, and the other satisfies it."


def _cut_short(bound: Amount, figure: Amount) -> bool:
    """Whether a lower bound is the figure without its last digits, and near it: "in excess of 10 million" for 12 million."""
    if not bound.above or not figure.exact or not bound.point or figure.point is None:
        return False
    step = Decimal(1).scaleb(bound.point.adjusted() - digits(bound.point) + 1)
    return figure.point // step * step == bound.point and figure.point <= _CUT * bound.point


def _in_round_figures(match: Match) -> str:
    """Two flat figures that may tell of one thing, of which the one is the other in round figures: 902 and 900."""
    a, b = match.first, match.second
    flat = a.value.exact and b.value.exact and a.value.unit == b.value.unit
    loosely = match.likely or a.measure == b.measure == "population"
    if not loosely or match.relation is not Relation.DIFFERS or not flat:
        return ""
    coarse, fine = sorted((a, b), key=lambda claim: digits(claim.value.point or Decimal(0)))
    one, other = coarse.value.point, fine.value.point
    if one is None or other is None or digits(one) == digits(other) or not other or one < _ROUND_FROM:
        return ""
    off = abs(one - other)
    if off > coarse.value.step / 2 or off > _OFF * other:
        return ""
    return f"{coarse.span.quote!r} is a round figure, and {fine.span.quote!r} is as near it as rounding brings one."


def _estimated(match: Match, story: Story) -> str:
    """An estimate and another figure of one size, where no date says which of them came later."""
    a, b = match.first, match.second
    dated = all(story.article(claim).published for claim in (a, b))
    if dated or match.brief or a.measure in GROWING or match.relation is not Relation.DIFFERS:
        return ""
    for claim, other in ((a, b), (b, a)):
        cue = ESTIMATED.search(claim.sentence)
        estimate = cue is not None and cue.group().lower().startswith("estimat")
        if cue is not None and estimate and apart(claim.value, other.value) <= _TWICE:
            return f"{claim.span.quote!r} is an estimate ({cue.group()!r}), and {other.span.quote!r} is of its size."
    return ""
