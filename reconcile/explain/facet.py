"""Two facts of one event, each with its own value.

Accounts for two dates that hang on two verbs (held and celebrated, approved and signed, decided and made known), for
two days on which one article says that it appeared, for two lengths of service, for stages of one case and traits of one person, and for two sums that answer two questions
about one thing: what it is insured for, and what it is worth.
"""

from __future__ import annotations

import re
from datetime import date

from reconcile.align.figures.closeness import Match
from reconcile.align.figures.sums import two_depths, two_facets
from reconcile.align.persons.holders import related
from reconcile.align.story import Story
from reconcile.align.times.anniversaries import begun
from reconcile.align.times.lengths import awaited, whole_years
from reconcile.claims.anniversary import AnniversaryClaim
from reconcile.claims.date import DateClaim
from reconcile.claims.duration import DurationClaim
from reconcile.claims.participation import ParticipationClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.claims.role import RoleClaim
from reconcile.claims.source import SourceClaim
from reconcile.explain.explanation import Explanation, accounted
from reconcile.explain.states import aspect
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.dates import Grain
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

REASON = "facet"
ORDER = 55

_ALIKE = 0.2
_ONCE = frozenset({"founded", "born", "died"})
_TOLD = {
    "value": "the worth",
    "price": "the price",
    "cost": "the cost",
    "bribe": "the bribe",
    "ransom": "the ransom",
}


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two values that answer two questions about one event."""
    for match in pair.matches:
        apart = match.relation is Relation.DIFFERS or match.first.value.unit != match.second.value.unit
        if two_facets(match) and apart and match.alike >= _ALIKE:
            return Explanation("explained", REASON, _sums(match), confidence("explained", pair.matches))
        if apart and two_depths(match):
            said = f"{match.first.span.quote!r} and {match.second.span.quote!r} are the depths of two things."
            return Explanation("explained", REASON, said, confidence("explained", pair.matches))
        if match.first.measure == match.second.measure == "speed" and apart and (top := _topmost(match)):
            return Explanation("explained", REASON, top, confidence("explained", pair.matches))
    if pair.doubtful and aspect(pair) == "stage":
        return accounted(pair, REASON, "stages of one case, each with its own day")
    a, b = (side.claims[0] for side in pair.sides[:2])
    if pair.doubtful and isinstance(a, RoleClaim) and isinstance(b, RoleClaim):
        held = (
            bool(pair.because) and related(a, b)[0] == "differs"
        )  # of a promotion the rule says nothing yet
        return accounted(pair, REASON, "two posts that do not exclude each other") if held else None
    if isinstance(a, AnniversaryClaim) and isinstance(b, AnniversaryClaim):
        one, other = begun(a), begun(b)
        because = f"{a} and {b} count from two deeds ({one or other} and {other if one else 'none named'})."
        apart = one != other and not set(a.base_years) & set(b.base_years)
        return Explanation("explained", REASON, because, pair.confidence) if apart else None
    if pair.doubtful and isinstance(a, ParticipationClaim) and a.event == "unnamed":
        return accounted(pair, REASON)
    if pair.doubtful and isinstance(a, DurationClaim) and isinstance(b, DurationClaim):
        return _lengths(pair, a, b)
    if pair.doubtful and isinstance(a, DateClaim) and isinstance(b, DateClaim):
        return _dates(a, b, pair.confidence)
    if pair.doubtful and isinstance(a, SourceClaim) and isinstance(b, SourceClaim):
        days = " and ".join(
            _printed(claim, side.value) for claim, side in zip((a, b), pair.sides, strict=True)
        )
        because = f"For the first publication and a later version the page gives two days: {days}."
        return Explanation("explained", REASON, because, pair.confidence)
    return None


def _topmost(match: Match) -> str:
    """The top speed of one article beside a speed that the other does not call the top one."""
    told = [claim for claim in (match.first, match.second) if _TOPMOST.search(_led(claim))]
    if len(told) != 1:
        return ""
    other = match.second if told[0] is match.first else match.first
    return f"{told[0].span.quote!r} is the top speed, {other.span.quote!r} that of one time."


def _led(claim: QuantityClaim) -> str:
    """The words before a figure, as far as they may say what it is."""
    start = claim.span.start - claim.sentence_start
    return claim.sentence[max(0, start - 60) : start]


_TOPMOST = regex(r"\b(?:fastest|quickest|top|topped|maximum|peak|peaked|highest|record|up to)\b", re.I)


def _sums(match: Match) -> str:
    a, b = match.first, match.second
    one, other = (f"what was {_TOLD.get(claim.measure, claim.measure)}" for claim in (a, b))
    return (
        f"{a.span.quote!r} and {b.span.quote!r} answer two questions: the one tells {one}, the other {other}."
    )


def _lengths(pair: Difference, a: DurationClaim, b: DurationClaim) -> Explanation | None:
    """Two spans until something that one article tells apart, or two years of service in two posts."""
    if awaited(a) and awaited(b):
        because = f'"{a.span.quote}" and "{b.span.quote}" are two spans that one article tells apart.'
        inside = a.span.article == b.span.article
        return Explanation("explained", REASON, because, pair.confidence) if inside else None
    if "nth" in (a.facet, b.facet) or not pair.because or not whole_years(a) or not whole_years(b):
        return None
    return accounted(pair, REASON, "some time can lie between them")


def _dates(a: DateClaim, b: DateClaim, sure: float) -> Explanation | None:
    """Two dates of which no rule takes it for sure that they answer one question."""
    edition = a.facet == "published" and a.value is not None and a.value.grain is Grain.YEAR
    if a.facet == b.facet and a.span.article == b.span.article and not edition:
        return _one_writer(a, b, sure)
    decided, told = (a, b) if a.facet == "decided" else (b, a)
    quotes = f'"{a.span.quote}"', f'"{b.span.quote}"'
    if a.facet == b.facet == "said":
        because = f"{quotes[0]} is {a}, {quotes[1]} is {b}: one thing can be said on two days."
    elif a.value == b.value and "said" in (a.facet, b.facet):
        because = (
            f"{quotes[0]} and {quotes[1]} hang the year on two verbs: it may date the saying or what is said."
        )
    elif decided.facet == "decided" and told.facet in ("announced", "said"):
        because = f'{decided} is when it was decided, {told} when it was made known ("{told.span.quote}").'
    elif (
        a.value
        and b.value
        and not a.value.overlaps(b.value)
        and (a.facet != b.facet or a.facet == "published")
    ):
        facts = f"{quotes[0]} ({a.facet}) tells of {a}, {quotes[1]} ({b.facet}) of {b}"
        because = f"{facts}: two facts, not one date in two versions."
    else:
        return None
    return Explanation("explained", REASON, because, sure)


def _one_writer(a: DateClaim, b: DateClaim, sure: float) -> Explanation:
    """Two dates of one thing in one article, which its writer tells apart; what happens once has several beginnings."""
    if a.facet == "published":
        because = (
            f"The article carries two stamps, {a} and {b}: posted on one, printed or changed on the other."
        )
        return Explanation("explained", REASON, because, sure)
    said = f'One article has "{a.span.quote}" ({a}) and "{b.span.quote}" ({b})'
    if a.facet in _ONCE:
        return Explanation("tension", REASON, f"{said}: different beginnings may be meant.", sure)
    return Explanation("explained", REASON, f"{said}: two occasions, both told by one writer.", sure)


def _printed(claim: SourceClaim, iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"the {claim.where} {day:%B} {day.day}, {day.year}"
