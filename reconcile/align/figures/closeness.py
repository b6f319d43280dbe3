"""How surely two quantities are about one thing: the words around them, what they count, where and when."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reconcile.align.context import Weighed, similarity
from reconcile.align.figures.borne import of_two_things
from reconcile.align.figures.cases import two_cases
from reconcile.align.figures.closes import two_closes
from reconcile.align.figures.given_back import given_back
from reconcile.align.figures.kin import MEN, WOMEN, anybody, head, kin
from reconcile.align.figures.kinds_of_rate import two_rates
from reconcile.align.figures.loci import loci_apart
from reconcile.align.figures.nearness import near
from reconcile.align.figures.past_times import one_time, other_time, two_years
from reconcile.align.figures.rounds import of_two
from reconcile.align.figures.series import one_series
from reconcile.align.figures.stretches import far_ends
from reconcile.align.figures.told_beside import told_beside
from reconcile.align.figures.two_facts import two_facts
from reconcile.align.figures.wholes import one_whole
from reconcile.align.places.whereabouts import elsewhere
from reconcile.align.stems import stems
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.results import HELD
from reconcile.language.figures.staffing import JOBS, MEMBERSHIP
from reconcile.lexicon import word_set, words
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.units import dimension, times

TOLLS = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "homeless",
        "evacuated",
        "hospitalized",
        "shot",
        "rescued",
        "infected",
        "kidnapped",
        "trapped",
        "freed",
        "escaped",
        "survived",
        "sick",
        "deported",
        "treated",
        "sheltered",
        "critical",
    }
)
# Counts that later reports give higher.
GROWING = (TOLLS - {"hospitalized", "shot"}) | {
    "aftershock",
    "case",
    "spill",
    "death",
    "injury",
    "arrest",
    "complaint",
    "claim",
    "signature",
    "application",
    "recovery",
    "charge",
    "reward",
    "soldier",
    "firefighter",
    "rescuer",
    "volunteer",
}
# What a story has one of: its figures meet although the words around them differ.
MAIN = frozenset(
    {
        "attendance",
        "population",
        "census",
        "magnitude",
        "depth",
        "prize",
        "bond",
        "dividend",
        "reward",
        "distance",
        "aboard",
        "bribe",
        "ransom",
        "savings",
        "sale",
        "workforce",
        "turnout",
        MEMBERSHIP,
    }
)


GATHERED = frozenset(
    {"attendance", "aboard", "workforce"}
)  # a text may also count these by their noun: "guests"
_SEVERAL = 4  # different tolls of one measure in one article, from which it tells of several events


class Match(NamedTuple):
    """Two quantities that answer one question, how alike their surroundings are, and how their values relate."""

    first: QuantityClaim
    second: QuantityClaim
    alike: float
    relation: Relation
    brief: bool = False  # found by elimination between short texts on one subject
    likely: float = (
        0.0  # how likely it is by what marked stories taught, where only that brings the two together
    )

    @property
    def vague(self) -> bool:
        """Whether exactly one of the two is a vague word: "several", "dozens"."""
        return (self.first.value.point is None) != (self.second.value.point is None) and "range" not in (
            self.first.form,
            self.second.form,
        )


class _Surroundings:
    """The words near each figure of a story, worked out once."""

    def __init__(self, story: Story) -> None:
        self._weights = story.weights
        self._beside: dict[tuple[str, int], list[int]] = defaultdict(list)
        for claim in story.of(QuantityClaim):
            self._beside[claim.span.article, claim.sentence_start].append(claim.span.start)
        self._known: dict[str, Weighed] = {}
        self.tolls: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
        for claim in story.of(QuantityClaim):
            if claim.measure in TOLLS and claim.value.point is not None and not claim.part:
                self.tolls[claim.span.article, claim.measure].add(claim.value.point)

    def of(self, claim: QuantityClaim) -> Weighed:
        """The weighed words near a claim's figure."""
        if claim.id not in self._known:
            beside = sorted(self._beside[claim.span.article, claim.sentence_start])
            self._known[claim.id] = near(claim, beside, self._weights)
        return self._known[claim.id]


_SURROUNDINGS: WeakKeyDictionary[Story, _Surroundings] = WeakKeyDictionary()


def nearby(first: QuantityClaim, second: QuantityClaim, story: Story) -> float:
    """How alike the words right beside two figures are, 0 to 1."""
    known = _surroundings(story)
    return similarity(known.of(first), known.of(second))


def _surroundings(story: Story) -> _Surroundings:
    known = _SURROUNDINGS.get(story)
    if known is None:
        known = _SURROUNDINGS[story] = _Surroundings(story)
    return known


def closeness(first: QuantityClaim, second: QuantityClaim, story: Story) -> float:
    """How surely two quantities are about one thing, 0 to 1."""
    alike = 0.5 * story.similarity(first, second) + 0.5 * nearby(first, second, story)
    if alike == 0.0 and first.measure not in TOLLS and not named(first, second):
        return 0.0
    if excluded(first, second, story):
        return 0.0
    if first.measure in TOLLS and elsewhere(first, second):
        alike -= 0.3
    if first.measure in TOLLS and _crowded(first, second, story):
        alike -= 0.15  # an article that counts the dead four times over tells of several events
    if first.place or second.place:
        alike += 0.2 if first.place and second.place else -0.2
    elif first.measure == second.measure == "distance":
        alike -= 0.2  # nothing says from where
    if first.per != second.per:
        alike -= 0.3 if first.per and second.per else 0.1  # a rate is no total
    stages = {first.measure, second.measure} == _COUNTS  # a conviction comes long after the charge
    times = other_time(first, story), other_time(second, story)
    if times[0] == times[1] and times[0].isdigit():
        alike += 0.1  # two accounts of one year that is long past
    if not stages and not one_time(*times):
        alike -= 0.25
    a, b = modifiers(first), modifiers(second)
    if a and b:
        alike += 0.15 if a & b else -0.1
    if first.measure == second.measure or going(first, second):
        alike += 0.1 if first.measure not in HELD or not (first.subject and second.subject) else 0.3
    elif first.value.unit != second.value.unit and first.value.point == second.value.point:
        alike += 0.1  # one figure in two currencies is one figure, whatever the words call it
    elif dimension(first.value.unit) not in (first.measure, second.measure) and not (
        kin(first.measure, second.measure)
        or ({first.measure, second.measure} & GATHERED and head(first) == head(second) != "")
    ):
        alike -= 0.15  # a depth is no length
    return max(0.0, min(1.0, alike))


def excluded(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    """Whether two figures cannot be of one thing."""
    return bool(exclusion(first, second, story))


def exclusion(first: QuantityClaim, second: QuantityClaim, story: Story) -> str:
    """What keeps two figures from being of one thing: two holders, places, people or series; empty when nothing does."""
    if not _one_holder(first, second):
        return "they are of two holders"
    if rest(first) != rest(second):
        return "one counts what is left besides others"  # "the other two" leave one out
    if of_two_things(first, second):
        return "they are measures of two things"
    if _composition(first) is not _composition(second):
        return "one counts the members of a body"
    if first.event != second.event and {first.event, second.event} <= JOBS:
        return "one counts jobs that go, the other jobs that come"
    if far_ends(first, second):
        return "they are distances from two places"
    if first.measure in TOLLS and first.per != second.per:
        return "one is a rate"  # what kills so many a year is no one event
    if first.measure in TOLLS and not _same_people(first, second):
        return "they count two groups of people"
    times = other_time(first, story), other_time(second, story)
    if (first.measure in TOLLS or first.measure == "workforce") and two_years(*times, story.article(first)):
        return "they are of two years"
    if first.form == second.form == "percent" and not one_whole(first, second):
        return "they are shares of two wholes"
    if first.form == second.form == "percent" and two_rates(first, second):
        return "they are two rates"
    if first.form == second.form == "count" and given_back(first) is not given_back(second):
        return "one counts those who have again what they lost"
    both_counted = first.form == second.form == "count" and not {first.measure, second.measure} & MAIN
    if (first.measure in TOLLS or both_counted) and loci_apart(first, second, story):
        return "they are of two places"
    if apart := two_cases(first, second) or of_two(first, second) or told_beside(first, second, story):
        return apart
    if two_closes(first, second, story):
        return "they are closing prices of two days"
    if apart := two_facts(first, second, story):
        return apart
    if first.form == "ordinal" and not one_series(first, second):
        return "they are ranks in two series"
    return ""


def named(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether a construction or a concept names for both figures what they are of, and the same."""
    return first.measure == second.measure == first.event == second.event or going(first, second)


def going(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both figures tell how many jobs go, or both how many come, whatever they call the jobs."""
    return first.event == second.event and first.event in JOBS


def rest(claim: QuantityClaim) -> bool:
    """Whether the figure counts what is left of a whole: "its other two machines"."""
    before = claim.span.start - claim.sentence_start
    left = claim.sentence[max(0, before - 20) : before].rstrip().endswith((" other", " remaining"))
    return left or _BESIDES.search(claim.counted) is not None


_BESIDES = regex(r"\b(?:fellow|earlier|previous|prior|past|remaining)\b", re.I)


def owned(claim: QuantityClaim) -> bool:
    """Whether a rank is counted through somebody's own: "whose sixth edition this was"."""
    return _OWNER.search(claim.sentence, 0, claim.span.start - claim.sentence_start) is not None


_OWNER = regex(r"\b(?:whose|his|her)\s\Z", re.I)


def _composition(claim: QuantityClaim) -> bool:
    """Whether the figure says of how many a body is made up: "the 27-member council"."""
    return claim.measure != MEMBERSHIP and claim.span.quote.endswith(("-member", "-strong", "-man"))


def _one_holder(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two figures may be of one holder: the seats of one party are not those of another, nor a town its country."""
    if first.measure == second.measure == "child" and owned(first) != owned(second):
        return False  # he fled with his six children
    if _two_things(first, second) or {first.measure, second.measure} == _OPPOSITE:
        return False
    charges = first.measure in _COUNTS and second.measure in _COUNTS
    if first.measure != second.measure and not charges:
        return True
    if not first.subject or not second.subject:
        return first.measure not in _OF_SOMEBODY or first.subject == second.subject
    if charges or first.measure == "population":
        return first.subject == second.subject
    mine, its = (set(stems(c.subject)) for c in (first, second))
    if first.measure in _OF_SOMEBODY:
        return bool(mine & its)
    return first.measure not in _OF_ONE or not mine or not its or bool(mine & its)


_OF_ONE = HELD | {"sale", MEMBERSHIP}  # each with its holder, or with the thing that was sold


_OF_SOMEBODY = frozenset({"bond", "fine", "salary", "wound"})
_OTHER_QUAKE = Decimal("0.5")  # magnitudes farther apart are those of two quakes
_OTHER_THING = 2  # times as heavy is another thing


def _two_things(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two magnitudes, or the weights of two things ("a 150-pound turtle"), lie so far apart that they are those
    of two quakes, or of two things."""
    a, b = first.value.point, second.value.point
    if first.measure != second.measure or a is None or b is None:
        return False
    if first.measure == "magnitude":
        return abs(a - b) > _OTHER_QUAKE
    if first.measure != "mass" or not all("-" in c.span.quote for c in (first, second)):
        return False
    return (times(a, first.value.unit, b, second.value.unit) or 1) > _OTHER_THING


_OPPOSITE = frozenset({"rise", "fall"})
_COUNTS = frozenset({"charge", "conviction"})  # each with the crime as its subject


def _crowded(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    tolls = _surroundings(story).tolls
    return any(len(tolls[claim.span.article, claim.measure]) >= _SEVERAL for claim in (first, second))


def _same_people(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two tolls may count the same people: officers are not civilians, "people" may be either."""
    a, b = head(first), head(second)
    if (a in MEN and b in WOMEN) or (a in WOMEN and b in MEN):
        return False
    return not a or not b or a in anybody() or b in anybody() or kin(a, b)


def narrower(claim: QuantityClaim) -> bool:
    """Whether a toll names a group, and not just people or those who live there: soldiers, children."""
    return head(claim) not in anybody() and not kin(head(claim), "resident")


def modifiers(claim: QuantityClaim) -> frozenset[str]:
    """The stems of the words that narrow what is counted: "worst-hit" in "12 worst-hit villages"."""
    return _narrowing(claim.counted)


@lru_cache(maxsize=4096)
def _narrowing(counted: str) -> frozenset[str]:
    counted = counted.partition(" and ")[0]  # "boys and girls": no boy narrows them
    said = [w for w in stems(counted.replace("-", " ")) if w not in _unspecific()]
    return frozenset(said[:-1])


@cache
def _unspecific() -> frozenset[str]:
    judging = {word for line in words("judging_adjectives") for word in line.split()}
    return word_set("common") | judging | {"other", "others", "more", "people", "strong"}


_TOTAL = regex(
    r"\b(?:total|in all(?! [a-z]+s\b)|altogether|so far|overall|combined|cumulative|to date|nationwide|entire|weekend|operations|shootings|attacks|overnight|this year|separate|worldwide|globally|(?:in|within) (?:\d|two|three|four|five|six|seven) (?:days|weeks)(?! of)"
    r"|(?:in|over) the course of the (?:day|night|week|evening|operation|search)|throughout the (?:day|night|week|operation|search)"
    r"|(?:over|in|during) the (?:past|last) (?:\w+ )?(?:days|weeks|months|years)|since (?:(?:the )?\w+ (?:began|started|erupted)|(?:mid-|early |late )?(?:January|February|March|April|June|July|August|September|October|November|December)))\b",
    re.I,
)


def total_cue(claim: QuantityClaim) -> str:
    """The words that say that a figure is of several occasions or places, empty when there are none."""
    if claim.measure in _LANDS:
        return ""
    opens = _A_TOTAL_OF.match(claim.sentence)  # so a sentence begins that may not begin with a figure
    start = opens.end() if opens else 0
    match = _TOTAL.search(claim.sentence, start) or _MANY_LANDS.search(claim.sentence, start)
    return match.group() if match is not None else ""


_LANDS = frozenset({"country", "nation"})  # no count of countries is of more for being one of the whole world
_MANY_LANDS = regex(
    r"\b(?:in|to|across|over) (?:(?:more than|at least|about|some|over) )?(?:\d{2,3}|[a-z]+(?:teen|ty|-[a-z]+)|ten|eleven|twelve|dozens of) (?:countries|nations)\b",
    holds="countries|nations",
)


_A_TOTAL_OF = regex(r"(?:A|In) total of ")
