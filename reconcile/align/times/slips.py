"""How far a slip of the pen moves a date: when two dates that differ are taken to be of one event all the same."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache

from reconcile.align.likeness import SURE
from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.align.subjects import agree, telling
from reconcile.align.times.doers import other_doers
from reconcile.align.times.firmness import year_stated
from reconcile.align.times.happenings import (
    BLOWS,
    ONCE,
    RUINS,
    apart,
    comparable,
    last_time,
    of_origin,
    one_deed,
    swapped,
)
from reconcile.align.times.spans import names, two_named
from reconcile.claims.date import DateClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.dates import Grain
from reconcile.values.regex import regex

# What is done often, so that two days of it are two occasions as likely as not.
OFTEN = frozenset(
    [
        "arraign",
        "fight",
        "clash",
        "conference",
        "briefing",
        "interview",
        "continue",
        "plead",
        "see",
        "visit",
        "protest",
        "rally",
        "arrive",
        "come",
        "talks",
        "hearing",
        "leave",
        "work",
        "live",
        "find",
        "notice",
        "test",
        "pay",
        "gather",
        "move",
        "run",
        "lead",
        "serve",
        "return",
        "reach",
    ]
) | {"in court"}
_FIGURE = regex(r"\d+")
_AGE = regex(r"\b(\d{1,2})-year-old\b")
_OCCASION = regex(r"\b(\d{1,4})(?:st|nd|rd|th) (?:anniversary|birthday)\b")
_PERSONAL = frozenset({"died", "born", "killed", "wounded", "arrested", "buried", "married"})
FAR = timedelta(days=15)
_DAYS = timedelta(days=2)
_NEAR_DAYS = timedelta(days=3, hours=12)
_NEAR_YEARS = 3
_LIKELY = 0.3  # below it the two must name one thing besides
_MONTH = timedelta(days=31)  # between the beginnings of two months that follow each other
_HEAVY = 10  # killed; smaller tolls are shared by chance
_SAME_MONTH = timedelta(days=30)  # a slip in the day of the month moves a date no further


def of_others(first: DateClaim, second: DateClaim) -> bool:
    """Whether the two are of two anniversaries, or of two people by their ages or names."""
    marked = [set(_OCCASION.findall(c.sentence)) for c in (first, second)]
    if all(marked) and not marked[0] & marked[1]:
        return True
    ages = [set(_AGE.findall(c.sentence)) for c in (first, second)]
    if first.facet in BLOWS | _PERSONAL and all(ages) and not ages[0] & ages[1]:
        return True
    if first.facet not in _PERSONAL:
        return False
    figures = [set(_FIGURE.findall(c.subject)) for c in (first, second)]
    return two_named(first, second) or (all(figures) and not figures[0] & figures[1])


def distance(first: DateClaim, second: DateClaim) -> float:
    """How much more alike two claims must be because their dates lie far apart: slips are mostly small."""
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None:
        return 1.0
    if last_time(first) and last_time(second):
        return 0.0
    if of_others(first, second):
        return 1.0
    extra = 0.15 if first.event in OFTEN or second.event in OFTEN else 0.0
    if first.facet in _PERSONAL:
        shared = names(first.subject) & names(second.subject)
        extra += 0.0 if shared or telling(first.subject) & telling(second.subject) else 0.1
    if max(a.grain, b.grain) >= Grain.YEAR:
        named = names(first.subject) & names(second.subject)
        near = abs(a.start.year - b.start.year) <= 3 or swapped(a.start.year, b.start.year)
        once = of_origin(first, second) or (first.facet == second.facet and first.facet in ONCE)
        if once and (agree(first.subject, second.subject) or (near and not apart(first, second))):
            return extra + (0.0 if near else 0.2)
        same = one_deed(first, second) or (first.facet == second.facet and first.facet in BLOWS)
        return extra + (0.1 if named and near and same else 1.0)
    gap = abs(a.start - b.start)
    if gap <= timedelta(days=3) or (swapped(a.start.year, b.start.year) and one_deed(first, second)):
        return extra
    if first.modality == second.modality == "planned":
        return extra
    if first.modality != second.modality:
        return 1.0  # planned for one day and held a week later: two occasions, or a plan that was moved
    if a.grain == b.grain == Grain.MONTH and gap <= _MONTH and _one_vote(first, second):
        return extra  # "last month" and "earlier this month": nobody does the same to the same twice so soon
    if max(a.grain, b.grain) == Grain.MONTH and gap <= _MONTH and _one_ruin(first, second):
        return extra
    both = first.absolute and second.absolute
    if both and gap <= _SAME_MONTH:
        return extra + 0.1
    sharp = all(t.end is not None and t.start is not None and t.end - t.start <= _DAYS for t in (a, b))
    fresh = sharp and first.event == second.event and not (year_stated(first) or year_stated(second))
    return extra + (0.2 if both else 0.3 if gap <= FAR or fresh else 1.0)


def _one_ruin(first: DateClaim, second: DateClaim) -> bool:
    """Whether one thing is said to have fallen or sunk: it does so once."""
    named = telling(first.subject) & telling(second.subject) and names(first.sentence) & names(
        second.sentence
    )
    return bool(named and senses(first.event) & senses(second.event) & RUINS)


def one_toll(first: DateClaim, second: DateClaim, story: Story) -> bool:
    """Whether both sentences count the same killed, ten or more: two disasters seldom have one toll of that size."""
    here, there = (_tolls(story)[date.span.article, date.sentence_start] for date in (first, second))
    return any(toll >= _HEAVY for toll in here & there)


@lru_cache(maxsize=1)
def _tolls(story: Story) -> dict[tuple[str, int], set[Decimal]]:
    """By article and sentence, how many are said to have been killed."""
    found: dict[tuple[str, int], set[Decimal]] = defaultdict(set)
    for claim in story.of(QuantityClaim):
        if claim.measure == "killed" and claim.value.point:
            found[claim.span.article, claim.sentence_start].add(claim.value.point)
    return found


def _one_vote(first: DateClaim, second: DateClaim) -> bool:
    """Whether the same is done to what two telling words describe: it is no blow, of which one follows the other."""
    return (
        first.facet == second.facet
        and first.facet not in BLOWS
        and one_deed(first, second)
        and len(telling(first.subject) & telling(second.subject)) > 1
    )


def one_slip(first: DateClaim, second: DateClaim, how: float) -> bool:
    """Whether two likely dates are of one deed and lie as near each other as a slip moves a date.

    A day that is up to three days off, or a year up to three years. Of what is done often, and where other nouns stand
    beside two years, the likelihood must be high besides.
    """
    if other_doers(first, second):
        return False
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None or not comparable(first, second):
        return False
    if of_others(first, second):
        return False
    blow = {first.facet, second.facet} <= BLOWS and how >= SURE  # an attack, and who was hurt in it
    if first.modality != "asserted" or second.modality != "asserted" or not (blow or one_deed(first, second)):
        return False
    if first.bound not in ("on", "around") or second.bound not in ("on", "around"):
        return False
    days = max(a.grain, b.grain) <= Grain.DAY
    near = abs(a.start - b.start) <= _NEAR_DAYS if days else abs(a.start.year - b.start.year) <= _NEAR_YEARS
    years = year_stated(first) and year_stated(second) and min(a.grain, b.grain) > Grain.DAY
    one_grain = days or a.grain == b.grain == Grain.YEAR or (years and a.start.year != b.start.year)
    once = not {first.event, second.event} & OFTEN and (days or not apart(first, second))
    once = once and (how >= _LIKELY or bool(telling(first.subject) & telling(second.subject)))
    return near and one_grain and (once or how >= SURE)
