"""What two figures that meet show by themselves: how far apart, of which populations, how surely of one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from reconcile.align.figures.bases import base_and_part
from reconcile.align.figures.closeness import (
    MAIN,
    TOLLS,
    Match,
    going,
    modifiers,
    narrower,
)
from reconcile.align.figures.closes import one_close
from reconcile.align.figures.loci import scattered
from reconcile.align.figures.past_times import other_time
from reconcile.align.figures.some_of import some_of
from reconcile.align.figures.voices import rivals
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.figure import read_figure
from reconcile.values.amounts import Amount, miswritten
from reconcile.values.regex import regex
from reconcile.values.units import dimension

FAR = Decimal(4)  # figures this many times apart are hardly about one thing
NEARLY = Decimal("1.6")  # figures this many times apart, at most, are likely to be those of one thing
SOLE = 0.5  # how alike two counts are taken to be where each of two articles counts the thing once
SURE = 0.42  # below this closeness a clash is too doubtful to raise an alarm
_SURE_TOLL, _SURE_MAIN = 0.2, 0.32


def sure(match: Match, story: Story) -> float:
    """How close two figures must be before a clash between them is worth an alarm."""
    a, _b = match.first, match.second
    if a.measure in TOLLS:
        return SOLE if scattered(story) else _SURE_TOLL
    return _SURE_MAIN if told_once(match) else SURE


def told_once(match: Match) -> bool:
    """Whether both figures are of what a story has one of: the turnout, the ransom, how many jobs go."""
    a, b = match.first, match.second
    return going(a, b) or a.measure == b.measure in MAIN


def apart(a: Amount, b: Amount) -> Decimal:
    """How many times the one figure is the other; of vague words the nearer end counts."""
    lower, upper = (
        (a, b) if (a.point or a.low or a.high or 0) <= (b.point or b.low or b.high or 0) else (b, a)
    )
    low = abs(lower.point or lower.high or lower.low or Decimal(0))
    high = abs(upper.point or upper.low or upper.high or Decimal(0))
    return max(low, high) / min(low, high) if low and high else Decimal(99)


def populations(match: Match) -> Literal["part", "further", "kinds"] | None:
    """How the figures count different populations: a part of the whole, on top of others, another kind; None if not."""
    a, b = match.first, match.second
    if match.brief or a.value.unit != b.value.unit:
        return None
    part, whole = (a, b) if a.part else (b, a)
    size = _figure(part.whole) if part.whole else None
    if (
        a.part != b.part
        and not _every_one(part, whole)
        and not _exceeds(part.value, whole.value)
        and (
            size == whole.value.point or (size is None and (not part.whole or apart(a.value, b.value) <= FAR))
        )
    ):
        return "part"
    if a.measure == b.measure and base_and_part(a, b):
        return "part"
    if doubted(a) != doubted(b) or _outliving(a) != _outliving(b):
        return "kinds"
    if a.measure in TOLLS:
        if 0 in (a.value.high, b.value.high):
            return None  # nobody is no kind of people
        if some_of(a, b):
            return "part"
        if a.further != b.further and (a.measure == "killed" or _with_the_dead(a, b)):
            return "further"
        apart_by_far = match.vague or apart(a.value, b.value) > _TWICE
        return "kinds" if narrower(a) != narrower(b) and apart_by_far else None
    if a.further != b.further:
        return "further"
    mine, its = modifiers(a), modifiers(b)
    if mine and its:
        return None if mine & its else "kinds"
    least = a if (a.value.point or a.value.low or 0) <= (b.value.point or b.value.low or 0) else b
    if match.relation.compatible or sole(match) or mine == its:
        return None  # "612 oil paintings" and "over 600 canvases"
    return "kinds" if match.likely or a.form == "percent" or _PICKED.search(least.counted) else None


def _with_the_dead(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether one counts all who were shot, and the other the wounded beside whoever it tells died: "wounded 3 more"."""
    more, every = (a, b) if a.further else (b, a)
    if a.measure != "injured" or not SHOT.search(every.span.quote) or not _DIED.search(more.sentence):
        return False
    return (more.value.point or 0) < (every.value.point or 0)


SHOT = regex(r"\b(?:shot|shooting|stabbed|struck|hit)\b", re.I)
_DIED = regex(r"\b(?:die[sd]?|dead|death|killed|kills|fatal(?:ly)?|slain)\b", re.I)


def _every_one(part: QuantityClaim, whole: QuantityClaim) -> bool:
    """Whether of the whole is told what the other tells of a part of it: "all 44 counts", "38 of 44 counts"."""
    if part.measure != whole.measure or (part.measure not in TOLLS and part.measure != "conviction"):
        return False
    start = whole.span.start - whole.sentence_start
    return _ALL.search(f"{whole.sentence[max(0, start - 12) : start]}{whole.span.quote}") is not None


_ALL = regex(r"\b(?:all|each)(?: of)?(?: the| its| their| his| her)? (?=[\w-]+ )", re.I)


def _exceeds(part: Amount, whole: Amount) -> bool:
    """Whether a figure is surely greater than another: it then counts no part of it."""
    least, most = part.point or part.low, whole.point or whole.high
    return least is not None and most is not None and least > most


def finer(match: Match) -> bool:
    """Whether only one of two counts names a kind of what is counted: "about 60 rescuers", "46 mountain rescuers"."""
    return bool(modifiers(match.first)) != bool(modifiers(match.second)) and not sole(match)


_PICKED = regex(
    r"\b(?:worst|hardest|best|most|least|badly|main|major|top|key|leading|biggest|largest|smallest)\b", re.I
)


_MOVES = frozenset({"rise", "fall", "price", "value", "money"})
_MARKET = regex(
    r"\b(?:shares?|stocks?|crude|futures|ftse|index|gold|oil|bonds?|euro|dollar|sterling)\b[^;]{0,80}?\b(?:rose|fell|gained|lost|closed|finished|traded|trading"
    r"|climbed|climbing|dropped|dropping|slid|slipped|jumped|jumping|ended|settled|tumbled|bounced|rallied|recovered|up|down)\b|\bintraday\b",
    re.I,
)


def quoted(match: Match, story: Story) -> bool:
    """Whether either figure is a price, or a move of one, on a market that quotes another by the hour; not the last of a day."""
    return not one_close(match.first, match.second, story) and any(
        claim.measure in _MOVES
        and dimension(claim.value.unit) in ("money", "share")
        and _MARKET.search(claim.sentence)
        for claim in match[:2]
    )


_TWICE = Decimal(2)
_COMPANIONS = Decimal("1.3")


def companions_apart(match: Match, story: Story) -> bool:
    """Whether the tolls told in one breath with the two differ widely too: then they are of two events, or two times."""
    first, second = (_breath(story).get((c.span.article, c.sentence_start), ()) for c in match[:2])
    beside = {c.measure: c for c in first if c.measure != match.first.measure and not c.part}
    return any(
        c.measure in beside and apart(c.value, beside[c.measure].value) >= _COMPANIONS
        for c in second
        if not c.part
    )


@lru_cache(maxsize=1)
def _breath(story: Story) -> dict[tuple[str, int], list[QuantityClaim]]:
    """The tolls of each sentence."""
    found: dict[tuple[str, int], list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        if claim.measure in TOLLS:
            found[claim.span.article, claim.sentence_start].append(claim)
    return found


def doubted(claim: QuantityClaim) -> bool:
    """Whether what is counted is not known to be so: 101 suspected deaths, of which 19 are confirmed."""
    return _DOUBTED.search(f"{claim.span.quote} {claim.counted}") is not None


_DOUBTED = regex(r"\b(?:suspected|probable|possible|potential|presumed|feared|believed)\b", re.I)


def _outliving(claim: QuantityClaim) -> bool:
    """Whether only those are counted who lived: "the surviving victims included seven men"."""
    if claim.measure == "survived":
        return False
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    return _SURVIVING.search(claim.sentence, max(0, start - _AROUND), end) is not None


_AROUND = 80  # characters before a figure in which the words may stand that say of whom it is
_SURVIVING = regex(r"\b(?:surviving|survivors?)\b", re.I, holds="surviv|Surviv")


def _figure(written: str) -> Decimal | None:
    found = read_figure(written, 0)
    return found.value if found is not None and found.vague is None else None


def told_apart(match: Match, story: Story) -> tuple[QuantityClaim, QuantityClaim] | None:
    """Where one article gives both figures and tells them apart, so that they are no two answers to one question."""
    both = beside(match, story)
    return None if both is None or rivals(*both) else both


def beside(match: Match, story: Story) -> tuple[QuantityClaim, QuantityClaim] | None:
    """The two figures where one article gives both."""
    a, b = match.first, match.second
    if match.brief or a.span.article == b.span.article:
        return None
    given: dict[str, dict[int, QuantityClaim]] = defaultdict(dict)
    for side, mine in enumerate((a, b)):
        for claim in _by_value(story)[_value(mine)]:
            if _of_one_kind(claim, mine, story):
                given[claim.span.article].setdefault(side, claim)
    for article in sorted(given, key=lambda name: (name not in (a.span.article, b.span.article), name)):
        if len(given[article]) == 2:
            return given[article][0], given[article][1]
    if dimension(a.value.unit) == "money":
        return _in_one_sentence(a, b, story)
    return _either(a, b, story) if a.measure == b.measure else None


def _of_one_kind(claim: QuantityClaim, mine: QuantityClaim, story: Story) -> bool:
    """Whether a claim of a figure can stand for another of it: both a count or both a rank, of one time, both planned or both not."""
    if claim is mine:
        return True
    if (claim.form == "ordinal") != (mine.form == "ordinal"):
        return False
    times = other_time(claim, story), other_time(mine, story)
    one_time = times[0] == times[1] or not any(time.isdigit() for time in times)
    return one_time and planned(claim) == planned(mine)


def planned(claim: QuantityClaim) -> bool:
    """Whether the words beside a figure say that it is to come: "will employ 1,800", "40 stalls are to be let"."""
    if claim.form != "count":
        return False  # what is to be paid is a price all the same
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    before = _AHEAD.search(claim.sentence, max(0, start - _PLAN), start)
    return before is not None or _TO_BE.match(claim.sentence, end) is not None


_PLAN = 40  # characters before a figure in which the words of a plan may stand
_AHEAD = regex(r"\b(?:will|would|shall|is to|are to|plans? to|planned|expected to|to be|aims? to)\b[^.;,]*\Z")
_TO_BE = regex(r"\s(?:[a-z-]+\s){0,2}?(?:will|would|shall|are to|is to)\sbe\b")


def _in_one_sentence(
    a: QuantityClaim, b: QuantityClaim, story: Story
) -> tuple[QuantityClaim, QuantityClaim] | None:
    """Two sums that one sentence of a third article holds side by side: "210 million euros (grants of 145 million)"."""
    one, other = (_sums(story).get((c.value.point, c.value.unit), {}) for c in (a, b))
    for place, first in one.items():
        second = other.get(place, first)
        if second is not first and place[0] not in (a.span.article, b.span.article):
            return first, second
    return None


@lru_cache(maxsize=1)
def _sums(story: Story) -> dict[tuple[Decimal | None, str], dict[tuple[str, int], QuantityClaim]]:
    """The sums of money, by amount and unit: the first of each sentence."""
    found: dict[tuple[Decimal | None, str], dict[tuple[str, int], QuantityClaim]] = defaultdict(dict)
    for claim in story.of(QuantityClaim):
        if dimension(claim.value.unit) == "money":
            key = (claim.value.point, claim.value.unit)
            found[key].setdefault((claim.span.article, claim.sentence_start), claim)
    return found


_FEW = Decimal(2)


def _either(a: QuantityClaim, b: QuantityClaim, story: Story) -> tuple[QuantityClaim, QuantityClaim] | None:
    """Two bare figures of a third article that are the two values, one after the other: "nine in all, or eight if"."""
    if a.form != "count" or b.form != "count" or min(a.value.point or 0, b.value.point or 0) <= _FEW:
        return None
    for first, second in _in_turn(story).get(frozenset((a.value.point, b.value.point)), ()):
        if first.span.article not in (a.span.article, b.span.article):
            return first, second
    return None


@lru_cache(maxsize=1)
def _in_turn(story: Story) -> dict[frozenset[Decimal | None], list[tuple[QuantityClaim, QuantityClaim]]]:
    """Two bare figures one after the other in a sentence, by their values: "nine in all, or eight if"."""
    found: dict[frozenset[Decimal | None], list[tuple[QuantityClaim, QuantityClaim]]] = defaultdict(list)
    for first, second in pairwise(_by_measure(story)["count"]):
        if first.span.article == second.span.article and first.sentence_start == second.sentence_start:
            start, end = (at - first.sentence_start for at in (first.span.end, second.span.start))
            if 0 < end - start <= _ASIDE and _OR.search(first.sentence, start, end):
                found[frozenset((first.value.point, second.value.point))].append((first, second))
    return found


@lru_cache(maxsize=1)  # the matches of one story ask after each other
def _by_measure(story: Story) -> dict[str, list[QuantityClaim]]:
    found: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        found[claim.measure].append(claim)
    return found


@lru_cache(maxsize=1)
def _by_value(story: Story) -> dict[tuple[object, ...], list[QuantityClaim]]:
    """The claims that give one measure the same amount, the same by `Amount.relation`."""
    found: dict[tuple[object, ...], list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        found[_value(claim)].append(claim)
    return found


def _value(claim: QuantityClaim) -> tuple[object, ...]:
    value = claim.value
    return claim.measure, value.unit, value.low, value.high, value.above, value.below


_ASIDE = 30  # characters between two figures of which the second answers the first otherwise
_OR = regex(r"\bor\b")


def sole(match: Match) -> bool:
    """Whether both count one noun, in words so alike or so alone that it is one thing, and the counts lie near each other."""
    a, b = match.first, match.second
    return a.measure == b.measure and match.alike >= SOLE and apart(a.value, b.value) <= NEARLY


def one_sex(match: Match) -> bool:
    """Whether the greater figure counts people or children, the smaller one the men or the girls told beside the others."""
    part, whole = sorted(match[:2], key=lambda claim: claim.value.point or claim.value.low or 0)
    if (part.measure, whole.measure) not in _SEXES:
        return False
    start, end = (at - part.sentence_start for at in (part.span.start, part.span.end))
    beside = _OTHERS_AFTER.match(part.sentence, end)
    return bool(beside or _OTHERS_BEFORE.search(part.sentence, max(0, start - 24), start))


_OTHERS_AFTER = regex(r",? and (?:[\w-]+ )?(?:wom[ae]n|m[ae]n|girls?|boys?)\b")
_OTHERS_BEFORE = regex(r"\b(?:wom[ae]n|m[ae]n|girls?|boys?),? and \Z")


_SEXES = frozenset({("man", "person"), ("woman", "person"), ("boy", "child"), ("girl", "child")})


def turned(match: Match) -> bool:
    """Whether the two figures have the same digits in another order, 86 and 68: the mark of one that was miswritten."""
    a, b = match.first.value, match.second.value
    if a.point is None or b.point is None or a.unit != b.unit:
        return False
    return a.point != b.point and sorted(str(a.point)) == sorted(str(b.point))


def swapped(match: Match) -> bool:
    """Whether two neighbouring digits have changed places, 2,450 and 2,540: no rounding makes that."""
    if not turned(match):
        return False
    a, b = (claim.value for claim in match[:2])
    closed = None not in (a.low, a.high, b.low, b.high)
    return miswritten(a.point or Decimal(0), b.point or Decimal(0), round_too=closed)
