"""Dates that likely answer one question although neither a facet nor a trigger brings them together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import log1p
from typing import NamedTuple

from reconcile.align.likeness import UNSEEN, Weights, mutual
from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.clocks import clock
from reconcile.align.times.happenings import comparable, eligible, of_two, one_of_many
from reconcile.align.times.spans import names, two_named
from reconcile.claims.date import DateClaim
from reconcile.values.dates import Grain

LEAST = 0.18  # below this likelihood two dates are not brought together; most of a story's dates have no counterpart
WEIGHTS = Weights(
    -4.24,
    {
        "rarest word": 0.33,
        "sentences": 2.99,
        "subjects": 0.59,
        "other names": -0.01,
        "depth apart": -1.78,
        "comparable": 0.83,
        "days apart": -0.18,
        "at one time": 1.34,
        "alike at one time": -3.54,
        "one grain": 0.68,
        "told there too": -0.53,
        "of words": -1.01,
        "named days": 0.92,
        "one day named": 0.65,
        "planned and done": -0.06,
        "few dates": 0.69,
        "long ago": 0.82,
        "words around": 0.31,
    },
)
_RAREST = 8  # words of a sentence by which dates find each other
_SPAN = 4  # days within which dates find each other whatever the words
_FARTHEST = 5000  # days beyond which two dates are no farther apart
_DAY = timedelta(days=1)
_LONG_AGO = 60  # days from publication beyond which a date is one of the past


class _Told(NamedTuple):
    """What of one dated mention is compared."""

    start: datetime
    end: datetime
    grain: Grain
    said: frozenset[str]  # what the words of the sentence mean
    weight: float  # and how telling they are together
    about: frozenset[str]
    named: frozenset[str]
    depth: float  # how far down its article it stands, 0 to 1
    eligible: bool


class Dates:
    """The dated mentions of a story, as they are compared with each other."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._known: dict[str, _Told] = {}
        self._times: dict[str, set[tuple[datetime, datetime]]] = defaultdict(set)
        self.claims = [claim for claim in story.of(DateClaim) if _dated(claim)]
        self._told = Counter(claim.span.article for claim in self.claims)
        for claim in self.claims:
            told = self._of(claim)
            self._times[claim.span.article].add((told.start, told.end))

    def words(self, first: DateClaim, second: DateClaim) -> dict[str, float]:
        """What the words around two dates tell, and where they stand, whatever the times are."""
        a, b = self._of(first), self._of(second)
        weigh = self._story.weights
        shared = [weigh.get(word, UNSEEN) for word in a.said & b.said]
        return {
            "rarest word": max(shared, default=0.0),
            "sentences": sum(shared) / min(a.weight, b.weight) if shared else 0.0,
            "subjects": len(a.about & b.about) / min(len(a.about), len(b.about))
            if a.about and b.about
            else 0.0,
            "other names": float(bool(a.named) and bool(b.named) and not a.named & b.named),
            "depth apart": abs(a.depth - b.depth),
            "comparable": float(a.eligible and b.eligible and comparable(first, second)),
        }

    def observed(self, first: DateClaim, second: DateClaim) -> dict[str, float]:
        """What speaks for and against one question, by the names of `WEIGHTS`."""
        a, b, seen = self._of(first), self._of(second), self.words(first, second)
        days = abs(a.start - b.start) / _DAY
        at_once = float(a.start < b.end and b.start < a.end)
        there = ((a, second), (b, first))
        return {
            **seen,
            "days apart": log1p(min(days, _FARTHEST)),
            "at one time": at_once,
            "alike at one time": at_once * seen["sentences"],
            "one grain": float(a.grain == b.grain),
            "told there too": float(sum((t.start, t.end) in self._times[c.span.article] for t, c in there)),
            "of words": float(first.facet == second.facet == "said"),
            "named days": float(first.absolute and second.absolute),
            "one day named": float(first.absolute != second.absolute),
            "planned and done": float(first.modality != second.modality),
            "few dates": sum(1 / self._told[claim.span.article] for claim in (first, second)),
            "long ago": float(min(self._age(first), self._age(second)) > _LONG_AGO),
            "words around": self._story.similarity(first, second),
        }

    def _age(self, claim: DateClaim) -> float:
        """How many days before or after the publication of its article a date lies; 0 where that is not known."""
        published = self._story.article(claim).published
        if published is None or published.interval.start is None:
            return 0.0
        return abs(published.interval.start - self._of(claim).start) / _DAY

    def keys(self, claim: DateClaim) -> frozenset[str]:
        """What two dates must share one of: a rare word of the sentence, the facet, a stretch of a few days."""
        context = self._story.context(claim)
        rarest = sorted(context, key=lambda word: (-context[word], word))[:_RAREST]
        day = self._of(claim).start.toordinal()
        near = (f"<{day // _SPAN}>", f"<{(day + _SPAN // 2) // _SPAN} too>")
        return frozenset({f"<{claim.facet}>", *near, *rarest})

    def _of(self, claim: DateClaim) -> _Told:
        known = self._known.get(claim.id)
        if known is None:
            assert claim.value is not None  # `_dated` asks for it
            said = frozenset(self._story.context(claim))
            time = claim.value.in_utc()
            known = self._known[claim.id] = _Told(
                time.start or datetime.min,
                time.end or datetime.max,
                time.grain,
                said,
                sum(self._story.weights.get(word, UNSEEN) for word in said) or 1.0,
                telling(claim.subject),
                names(claim.sentence),
                claim.span.start / len(self._story.article(claim).text),
                eligible(claim),
            )
        return known


def compared(story: Story) -> Iterator[tuple[DateClaim, DateClaim, dict[str, float]]]:
    """Yields each two dates of two articles that may answer one question, with what is observed of them."""
    dates = Dates(story)
    by_clock = {claim.id for claim in dates.claims if clock(claim)}
    for first, second in pairs(story, dates.claims, dates.keys):
        clocks = first.id in by_clock and second.id in by_clock  # they are compared by the hour
        if clocks or first.span.article == second.span.article or not (first.event and second.event):
            continue
        if said_and_done(first, second) or two_named(first, second) or of_two(first, second):
            continue
        if first.facet != second.facet and {first.facet, second.facet} & _OF_A_LIFE:
            continue
        seen = dates.observed(first, second)
        if not (_said_alike(first, second) and seen["sentences"] >= _ONE_TEXT):
            yield first, second, seen


# What happens to one person or thing on a day of its own, and is told by a word of its own.
_OF_A_LIFE = frozenset({"born", "married", "divorced", "founded"})


def _said_alike(first: DateClaim, second: DateClaim) -> bool:
    """Whether two dates are said in the same words, counted from the day of the telling: "last night", "on Friday"."""
    return not (first.absolute or second.absolute) and first.when.lower() == second.when.lower() != ""


_ONE_TEXT = 0.9  # of the telling words of a sentence: it is one that both articles print


def likely_dates(story: Story) -> Iterator[tuple[DateClaim, DateClaim, float]]:
    """Yields the pairs of dates of two articles that likely answer one question, with their likelihood."""
    yield from mutual(
        ((first, second, WEIGHTS.likelihood(seen)) for first, second, seen in compared(story)), LEAST
    )


def likelihood(first: DateClaim, second: DateClaim, story: Story) -> float:
    """How likely the two answer one question by their times and the words around; 0 where nothing is dated."""
    if not (_dated(first) and _dated(second)):
        return 0.0
    return WEIGHTS.likelihood(Dates(story).observed(first, second))


def told_apart(first: DateClaim, second: DateClaim) -> bool:
    """Whether one is planned and the other told, one said and the other done, each is of somebody else by name, or
    they are two of a series or journeys to two places."""
    if first.modality != second.modality or said_and_done(first, second):
        return True
    return two_named(first, second) or of_two(first, second)


def said_and_done(first: DateClaim, second: DateClaim) -> bool:
    """Whether one tells when something was said, and the other when something was done."""
    return (first.facet == "said") != (second.facet == "said")


def _dated(claim: DateClaim) -> bool:
    """Whether the claim sets something in time, other than its own article, down to a year at least."""
    return (
        claim.value is not None
        and claim.value.start is not None
        and claim.value.end is not None
        and claim.value.grain <= Grain.YEAR
        and claim.facet != "published"
        and claim.bound != "not before"
        and claim.polarity
        and claim.modality in ("asserted", "planned")
        and not one_of_many(claim)
    )
