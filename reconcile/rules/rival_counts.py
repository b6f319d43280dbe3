"""Two counts of one thing in one article, each the word of somebody else.

Finds a figure that an article sets against the one before it by naming who gives it: the marchers' own count against
the police's, the union's survey against the ministry's.

Why it matters: the article itself says that the figure is disputed. Whoever quotes one of the two should say whose it
is.

```yaml
articles:
  - {id: a, text: "About 300 growers, 500 by their own count, blocked the bridge at Brae on Friday."}
findings:
  - {verdict: tension, reason: attributed, sides: [["About 300 growers"], ["500"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.figures.closeness import TOLLS
from reconcile.align.figures.kin import kin
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.regex import regex

CODE = "NUM506"
KIND = "number"
VERDICT = "tension"


def check(story: Story) -> Iterator[Difference]:
    """Yields a tension for each figure that somebody named sets against another; pairs that share a figure are one."""
    for pairs in _together(list(_pairs(story))):
        sides: dict[str, dict[str, QuantityClaim]] = defaultdict(dict)
        for claim in (claim for pair in pairs for claim in pair):
            sides[str(claim.value)].setdefault(claim.id, claim)
        first = pairs[0][0]
        for claim in story.of(QuantityClaim):  # whoever else gives one of the figures for the same thing
            told = str(claim.value) in sides and claim.form == first.form and not claim.part
            named = claim.counted and first.counted and kin(claim.measure, first.measure)
            if told and (named or (first.form == "money" and claim.measure in (first.measure, "money"))):
                sides[str(claim.value)].setdefault(claim.id, claim)
        counted_otherwise = all(_OTHERWISE.search(second.sentence) for _, second in pairs)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"How many {first.counted or pairs[0][1].counted or 'were there'}?",
            sides=tuple(DraftSide(value=v, claims=tuple(claims.values())) for v, claims in sides.items()),
            verdict="explained" if counted_otherwise else "tension",
            reason="scope" if counted_otherwise else None,
            because=" ".join(dict.fromkeys(_because(*pair) for pair in pairs))
            + (" By its own words one counts what the other does not." if counted_otherwise else ""),
            confidence=0.8,
            settled=counted_otherwise,
            whole=True,
        )


def _pairs(story: Story) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Each rival figure behind the figure that it is set against."""
    claims = story.of(QuantityClaim)
    at = {(c.span.article, c.span.start): c for c in claims}
    for second in claims:
        first = at.get((second.span.article, second.rival_start)) if second.rival else None
        if first is not None and _whole(first) == _whole(second) and not _two_tolls(first, second):
            yield first, second


def _two_tolls(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether one counts the dead, the hurt, the missing or the held and the other something else: "in 64 countries,
    killing 115", "21 died. It put the injured at 31"."""
    measures = {first.measure, second.measure}
    return len(measures) > 1 and not TOLLS.isdisjoint(measures) and not kin(first.measure, second.measure)


# What one of two counts takes in and the other does not: "the ministry, which also counts those not tested".
_OTHERWISE = regex(
    r"\b(?:(?:also |not |only |n['’]t )(?:count|includ|cover|consider)|exclud|leav\w+ out|(?:without|not) (?:counting|including)|counts only)\w*\b"
)


def _whole(claim: QuantityClaim) -> bool:
    """Whether a figure is a whole number: "at 13.40" and "a boy of twelve" are no two counts."""
    point = claim.value.point
    return point is None or point == point.to_integral_value()


def _together(
    pairs: list[tuple[QuantityClaim, QuantityClaim]],
) -> list[list[tuple[QuantityClaim, QuantityClaim]]]:
    """The pairs grouped: those that share a figure tell of one dispute."""
    groups: list[list[tuple[QuantityClaim, QuantityClaim]]] = []
    for pair in pairs:
        mine = {claim.value.point for claim in pair}
        home = next((g for g in groups if mine & {c.value.point for other in g for c in other}), None)
        if home is None:
            groups.append([pair])
        else:
            home.append(pair)
    return groups


def _because(first: QuantityClaim, second: QuantityClaim) -> str:
    own = first.attribution not in (None, second.rival)
    whose = f" is the figure of {first.attribution}," if own else ""
    return f"{first.span.quote!r}{whose} and {second.span.quote!r} that of {_whose(second.rival)}: two figures for one thing."


def _whose(who: str) -> str:
    """Who gives a figure, as a name that can follow "of"."""
    return "those counted" if who in _OWN else who


_OWN = frozenset({"their", "its", "his", "her", "our", "my"})
