"""Lengths of time as seconds, and whether two tell how long one thing took."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.claims.duration import DurationClaim
from reconcile.language.figures.figure import read_figure
from reconcile.values.amounts import miswritten
from reconcile.values.regex import regex

SCALE = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2629746,
    "year": 31556952,
}

_HOUR, _HALF_HOUR, _HALF_DAY = Decimal(3600), Decimal(1800), Decimal(43200)
_STEPS = (  # what lengths are rounded to, and how far off that may be
    (_HALF_HOUR / 2, _HALF_HOUR / 6),
    (_HALF_HOUR, _HALF_DAY),
    (_HOUR, _HALF_HOUR),
    (_HALF_DAY, _HALF_DAY),
)
_DAYS = 7 * 86400  # nobody rounds what took longer to half days
_NOT = regex(
    r"\b(?:not|n['’]t|won['’]t|never)\b[^.;\n]{0,30}\Z|\b(?:would|could|will|may|might) be (?:about |a |another )?\Z"
)
_TAKES = frozenset(
    {
        "last",
        "end",
        "over",
        "out",
        "win",
        "beat",
        "defeat",
        "take",
        "need",
        "complete",
        "finish",
        "close",
        "go",
        "leave",
        "flee",
        "escape",
        "vanish",
        "disappear",
    }
)


def seconds(claim: DurationClaim) -> tuple[Decimal | None, Decimal | None]:
    """The range of the duration in seconds."""
    if claim.value is None:
        return None, None
    scale = SCALE.get(claim.value.unit, 1)
    low, high = claim.value.low, claim.value.high
    return (None if low is None else low * scale), (None if high is None else high * scale)


def course(claim: DurationClaim) -> bool:
    """Whether the claim says how long something took from beginning to end, in hours or less."""
    unit = claim.value.unit if claim.value else ""
    whole = claim.facet == "lasted" or (claim.facet in ("within", "") and claim.event in _TAKES)
    return unit in ("hour", "minute") and whole


def half_hours(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether one length is the other in round quarters or halves of an hour, or half days: 25 minutes and half an hour.

    So is one told to the half hour in round hours: six and a half hours, "seven hours".
    """
    one, two = seconds(first)[0], seconds(second)[0]
    if not one or not two or min(one, two) > _DAYS:
        return False
    in_days = any(c.value is not None and c.value.unit == "day" for c in (first, second))
    for step, most in _STEPS:
        if step == _HALF_DAY and not in_days:
            most = 3 * _HOUR  # 36 hours are counted, a day and a half is not
        round_one, exact_one = sorted((one, two), key=lambda s: s % step)
        off = abs(one - two)
        if round_one % step == 0 != exact_one % step and off <= max(step / 6, exact_one / 6) and off <= most:
            return True
    return False


def round_months(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether one length is the other in round years, months or weeks: eleven weeks and three months."""
    if first.value is None or second.value is None or first.value.unit == second.value.unit:
        return False
    coarse, fine = sorted((first.value, second.value), key=lambda value: -SCALE.get(value.unit, 1))
    if (coarse.unit, fine.unit) not in _FINER or coarse.point is None or fine.point is None:
        return False
    exact = fine.point * SCALE[fine.unit] / SCALE[coarse.unit]
    return coarse.point >= 2 and abs(exact - coarse.point) < _HALF


_FINER = frozenset({("year", "month"), ("month", "week"), ("month", "day"), ("week", "day")})
_HALF = Decimal("0.5")


def awaited(claim: DurationClaim) -> bool:
    """Whether the claim says how long it will be until something: "not for two days", "within the next week"."""
    unit = claim.value.unit if claim.value else ""
    if claim.facet in ("before", "within") and unit in ("hour", "day", "minute", "week"):
        return claim.facet == "before" or "next" in claim.span.quote.lower()
    before = claim.sentence[: claim.span.start - claim.sentence_start]
    return claim.facet == "for" and bool(_NOT.search(before))


def career(claim: DurationClaim) -> bool:
    """Whether the claim counts the years that somebody has worked, served or ruled."""
    if claim.value is None or claim.value.unit != "year" or claim.facet not in _TOLD_OF_YEARS:
        return False
    after = claim.sentence[claim.span.end - claim.sentence_start :]
    spent = claim.event == "spend" and _AT_WORK.match(after)
    left = claim.facet == "after" and claim.event in _PARTS
    return (
        bool(spent)
        or left
        or bool({claim.event, claim.topic} & _WORKS)
        or (claim.facet == "ago" and "career" in claim.sentence)
    )


_TOLD_OF_YEARS = frozenset({"for", "after", "ago", ""})
_PARTS = frozenset({"leave", "retire", "quit", "resign", "step down"})
_WORKS = frozenset({"serve", "work", "worked", "service", "career", "veteran", "govern", "reign", "officer"})
# What people do for a living, told as something that went on for years.
_TRADES = (
    "drive steer fly sail fish farm teach coach train cook bake nurse guide edit report preach sing dance play act mine "
    "weld guard deliver sell keep manage direct conduct referee umpire patrol clean employ"
)
_LIVINGS = _WORKS | frozenset(_TRADES.split())


def living(claim: DurationClaim) -> bool:
    """Whether the claim counts, exactly, the years that somebody has done something for a living."""
    if not whole_years(claim) or claim.facet not in ("for", "after", ""):
        return False
    return bool({claim.event, claim.topic} & _LIVINGS) or (claim.event in _PARTS and claim.facet == "after")


_AT_WORK = regex(r"\s*(?:at|with|working|as|in the (?:service|force|army|navy))\b")


def whole_years(claim: DurationClaim) -> bool:
    """Whether the length is a plain number of years."""
    return claim.value is not None and claim.value.exact and claim.value.unit == "year"


def witness(claim: DurationClaim) -> str:
    """Who gives the length, or is its subject."""
    return claim.attribution or claim.subject


def to_the_unit(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether one length is the other rounded to a whole unit: 54 minutes and 53:58."""
    if first.value is None or second.value is None or first.value.unit != second.value.unit:
        return False
    a, b = first.value.point, second.value.point
    if a is None or b is None or a == b or min(a, b) < 10:
        return False
    return a == b.quantize(Decimal(1)) or b == a.quantize(Decimal(1))


def two_units(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether a long time is told in two units and the figures meet: "three months" and "87 days"; that is hardly chance."""
    values = [c.value for c in (first, second)]
    if not round_months(first, second) or any(value is None or (value.point or 0) < 2 for value in values):
        return False
    return min(seconds(c)[0] or seconds(c)[1] or 0 for c in (first, second)) >= 10 * SCALE["day"]


def in_session(claim: DurationClaim) -> bool:
    """Whether the length counts the days on which something was held: "took 19 days in court"."""
    unit = claim.value.unit if claim.value is not None else ""
    return unit == "day" and bool(_HELD.match(claim.sentence, claim.span.end - claim.sentence_start))


_HELD = regex(
    r" (?:in court|in session|on the stand|of (?:hearings|sittings|testimony|evidence|sessions|talks))\b"
)


def without_figure(claim: DurationClaim) -> bool:
    """Whether no figure is told at all: "for weeks"."""
    return claim.value is not None and claim.value.point is None and claim.value.hedge == "some"


def loosely_told(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether one length is a round form of the other, has no figure, or counts the week that is not yet over."""
    if without_figure(first) or without_figure(second) or first.value is None or second.value is None:
        return True
    begun = Decimal(
        (first.facet == "nth") - (second.facet == "nth")
    )  # "three weeks", "enters its fourth week"
    one, other = first.value, second.value
    running = begun != 0 and one.unit == other.unit and (one.point or 0) - (other.point or 0) == begun
    return running or half_hours(first, second) or round_months(first, second)


def both_ends(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether two counts of ten days or more are one day apart: the one counts the first and the last day, or hours."""
    a, b = first.value, second.value
    if a is None or b is None or {a.unit, b.unit} != {"day"} or not (a.exact and b.exact):
        return False
    return (
        a.point is not None
        and b.point is not None
        and abs(a.point - b.point) == 1
        and min(a.point, b.point) >= _MANY
    )


_MANY = 10  # days, of which nobody sees at a glance whether an end is counted


def digits_changed_places(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether the two are one figure of which two digits have changed places: 560 days and 506."""
    a, b = first.value, second.value
    if a is None or b is None or a.unit != b.unit or not a.exact or not b.exact:
        return False
    return a.point is not None and b.point is not None and miswritten(a.point, b.point)


def became(was: DurationClaim, now: DurationClaim) -> str:
    """The sentence of a length of time that goes on to what it was changed to: "nine years, which the court cut to eight"."""
    told = _CHANGED_TO.match(was.sentence, was.span.end - was.sentence_start)
    to = read_figure(was.sentence, told.end()) if told is not None else None
    same = to is not None and to.vague is None and now.value is not None and to.value == now.value.point
    return f"{was.sentence!r} tells that “{was}” became “{now}”." if same else ""


_CHANGED_TO = regex(
    r"[^.;]{0,60}?\b(?:cut|reduced|shortened|commuted|lowered|halved|raised|extended|increased|lengthened)"
    r"(?:\s[\w'’]+){0,3}?\sto\s(?=\w)"
)


def under_way_apart(nth: DurationClaim, full: DurationClaim) -> bool:
    """Whether what is in its third week by the one has gone on for another length by the other than two weeks or three."""
    one, other = nth.value, full.value
    if one is None or other is None or one.unit != other.unit or full.facet != "for" or not other.exact:
        return False
    mine, its = (senses(f"{c.event} {c.subject.lower().rpartition(' ')[2]}") for c in (nth, full))
    if one.point is None or other.point is None or not mine & its:
        return False
    return one.point - other.point not in (0, 1)


def counted_apart(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether the two count from two things: "a day after spokesmen sparred", "a few hours after the broadcast"."""
    one, other = _counted_from(first), _counted_from(second)
    return bool(one and other) and len(one & other) < min(2, len(one), len(other))


def _counted_from(claim: DurationClaim) -> frozenset[str]:
    """The senses of the words that tell from what the length is counted; none where they do not follow it."""
    if not claim.span.quote.endswith((" after", " before", " since", " into")):
        return frozenset()
    end = claim.span.end - claim.sentence_start
    return senses(_CLAUSE.split(claim.sentence[end : end + _FROM], maxsplit=1)[0])


_FROM = 80  # characters in which a clause tells what happened
_CLAUSE = regex(r"[,.;:()\"“”–—]| -")


def times_as_long(first: DurationClaim, second: DurationClaim) -> Decimal:
    """How many times as long as the other the longer one is."""
    one, other = (low or high or Decimal(1) for low, high in (seconds(first), seconds(second)))
    return max(one, other) / min(one, other)


FIFTH = Decimal("1.2")


def likely_range(claim: DurationClaim) -> tuple[Decimal | None, Decimal | None]:
    """The range of the duration in seconds; "more than a week" is hardly more than two, "over 40 years" than 48."""
    low, high = seconds(claim)
    if high is not None or low is None or claim.value is None:
        return low, high
    return low, max(low + SCALE.get(claim.value.unit, 1), low * FIFTH)


def days_apart(first: DurationClaim, second: DurationClaim, story: Story) -> int | None:
    """How many days lie between the articles of two lengths; None where a date is not known."""
    a, b = story.article(first).published, story.article(second).published
    if a is None or b is None or a.interval.start is None or b.interval.start is None:
        return None
    return abs((a.interval.start - b.interval.start).days)


def adds_up(first: DurationClaim, second: DurationClaim, claims: Sequence[DurationClaim]) -> bool:
    """Whether two lengths are equal, or the longer, in years, is the shorter and one told beside it: eight years and, before,
    twelve.
    """
    if seconds(first) == seconds(second):
        return True
    short, long = sorted((first, second), key=lambda c: c.value.point or 0 if c.value else 0)
    if not whole_years(short) or not whole_years(long) or short.value is None or long.value is None:
        return False
    rest = (long.value.point or 0) - (short.value.point or 0)
    return rest > 1 and any(
        c.value is not None
        and c.id not in (first.id, second.id)
        and c.value.point == rest
        and c.span.article == short.span.article
        and abs(c.sentence_start - short.sentence_start) < _BESIDE
        and whole_years(c)
        for c in claims
    )


_BESIDE = 300  # characters between two sentences of which one goes on with the other
