"""A clash of authorities rather than of reports: each side is the word of somebody else.

Makes a tension of a contradiction whose sides rest on different authorities throughout. Which of them is right, the
articles cannot say.
"""

from __future__ import annotations

from reconcile.align.figures.closeness import Match
from reconcile.align.figures.voices import rivals, two_voices
from reconcile.align.figures.weighing import beside
from reconcile.align.likeness import SURE
from reconcile.align.quotes.speakers import Speaker, one_unnamed
from reconcile.align.quotes.wordings import Group, Wording
from reconcile.align.story import Story
from reconcile.align.times.lengths import awaited
from reconcile.claims.absence import AbsenceClaim
from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.claim import Claim
from reconcile.claims.denial import DenialClaim
from reconcile.claims.duration import DurationClaim
from reconcile.claims.opposite import OppositeClaim
from reconcile.claims.place import PlaceClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.explain.explanation import Explanation, accounted
from reconcile.explain.states import aspect
from reconcile.rules.difference import Difference, DraftSide
from reconcile.rules.figures import confidence
from reconcile.rules.sentences import joined

REASON = "attributed"
ORDER = 95

_STATES = {
    "aid": "those who give and those who wait see it differently",
}


def explain(pair: Difference, story: Story) -> Explanation | None:
    """A tension, not a contradiction, when the two sides are the words of different authorities."""
    a, b = (side.claims[0] for side in pair.sides[:2])
    if pair.doubtful:
        waits = isinstance(a, DurationClaim) and isinstance(b, DurationClaim) and awaited(a) and awaited(b)
        because = f"“{a}” is the word of {a.attribution}, “{b}” that of {b.attribution}."
        return (
            Explanation("tension", REASON, because, pair.confidence) if waits and two_voices(a, b) else None
        )
    if pair.wordings is not None:
        return _speakers(pair.wordings) if pair.verdict != "unresolved" else None
    if pair.matches:
        return _figures(pair, story)
    if aspect(pair) in _STATES:
        return accounted(pair, REASON, _STATES[aspect(pair)], "tension")
    if isinstance(a, OppositeClaim) and a.mode == "word":
        return accounted(pair, REASON, "one side's word against a judgement", "tension")
    between = isinstance(a, PlaceClaim) and a.relation == "between"
    if (between or aspect(pair) == "cause") and len(
        {frozenset(c.attribution for c in s.claims) for s in pair.sides}
    ) > 1:
        return accounted(pair, REASON, "", "tension")
    rivals = any(isinstance(c, QuantityClaim) and c.rival for side in pair.sides for c in side.claims)
    estimates = isinstance(a, AttributionClaim) and pair.whole
    if rivals or estimates or (isinstance(a, OppositeClaim) and two_voices(a, b)):
        return accounted(pair, REASON, "", "tension")
    if _denied(a) and (getattr(a, "denied", False) or (a.attribution and a.attribution != b.attribution)):
        said = f"“{a.span.quote}” against “{b.span.quote}”: the denial is the word of {a.attribution or 'one side'}."
        return Explanation("tension", REASON, said, pair.confidence)
    first, second, *_ = (_authorities(side) for side in pair.sides)
    if pair.verdict != "contradiction" or not first or not second or first & second:
        return None
    because = (
        f"{pair.sides[0].value} is the word of {' and '.join(sorted(first))}, "
        f"{pair.sides[1].value} that of {' and '.join(sorted(second))}: different authorities."
    )
    return Explanation("tension", REASON, because, 0.8)


def _denied(claim: Claim) -> bool:
    """Whether a claim says that something is not: a denial, an absence, a count of none."""
    none = isinstance(claim, QuantityClaim) and claim.value.high == 0
    return none or (isinstance(claim, DenialClaim | AbsenceClaim) and not claim.polarity)


def _figures(pair: Difference, story: Story) -> Explanation | None:
    told = [
        m
        for m in pair.clashes
        if not m.relation.compatible
        and (not m.likely or (m.likely >= SURE and m.first.value.unit == m.second.value.unit))
    ]
    said = [
        f"{a.span.quote!r} is the word of {a.attribution}, {b.span.quote!r} that of {b.attribution}."
        for a, b in (match[:2] for match in told)
        if two_voices(a, b)
    ] or [why for match in told if (why := _set_against(match, story))]
    return Explanation("tension", REASON, joined(said), confidence("tension", pair.matches)) if said else None


def _set_against(match: Match, story: Story) -> str:
    """Two figures that one article gives as the words of two authorities."""
    inside = match.first.span.article == match.second.span.article
    both = match[:2] if inside else beside(match, story)
    if both is None or not rivals(*both):
        return ""
    whose = " and ".join(
        f"{claim.span.quote!r}" + (f" by {claim.attribution}" if claim.attribution else "") for claim in both
    )
    return f"One article sets the two against each other: {whose}."


def _speakers(group: Group) -> Explanation | None:
    """One passage in two wordings, of two speakers as far as the articles name them."""
    if group.wording is not Wording.RENDERING or group.pair.speakers is Speaker.SAME:
        return None
    if one_unnamed(group.first[0], group.second[0]):
        return None  # who may be one
    one, two = (claims[0].subject or "nobody named" for claims in (group.first, group.second))
    because = (
        f"One passage in two wordings; one is said by {one}, the other by {two}: "
        "two speakers or two releases are possible."
    )
    return Explanation("tension", REASON, because, 0.6)


def _authorities(side: DraftSide) -> frozenset[str]:
    """Who vouches for the side; empty when one of its articles says it in its own voice."""
    said = [claim.attribution for claim in side.claims]
    return frozenset(who for who in said if who) if all(said) else frozenset()
