"""Lengths of time in words: "about 30 seconds", "five and a half years", "a couple of days", "six decades"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from reconcile.language.figures.ordinals import is_number, whole
from reconcile.language.vocabulary import vocabulary, word_before
from reconcile.values.amounts import Amount
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_UNITS = ["second", "minute", "hour", "day", "week", "month", "year", "decade"]
_SECONDS = dict(zip(_UNITS, (1, 60, 3600, 86400, 604800, 2629746, 31556952, 315569520), strict=True))
_LETTER = dict(zip(_UNITS, ("TS", "TM", "TH", "D", "W", "M", "Y", "DE"), strict=True))
UNIT = regex(
    r"(?P<unit>seconds|(?<=-)second|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)\b(?P<old>[- ]olds?\b)?",
    re.I,
)
_HEDGE = (
    r"(?:no|not) (?:more|longer|less) than|about|around|approximately|roughly|some|almost|nearly|just under|a little (?:less|more) than|a little under|a little over|"
    r"little more than|more than|over|just over|at least|less than|under|up to|at most|close to|well over"
)
# Any word stands where a number word may: what is no number gives no amount.
_COUNT = r"\d{1,3}(?:,\d{3})?(?:\.\d)?|[a-z]++ hundred(?: and (?:[a-z]++-)?[a-z]++)?|(?:[a-z]++-)?[a-z]++"
# How a length of time felt, or what is counted of it: "five agonizing months", "three full days".
_FELT = [
    "more",
    "full",
    "whole",
    "entire",
    "solid",
    "long",
    "short",
    "brief",
    "straight",
    "consecutive",
    "working",
    "business",
    "calendar",
    "agonizing",
    "agonising",
    "agonized",
    "painful",
    "gruelling",
    "grueling",
    "exhausting",
    "harrowing",
    "terrifying",
    "horrifying",
    "tense",
    "anxious",
    "frantic",
    "chaotic",
    "hard",
    "harsh",
    "brutal",
    "bloody",
    "violent",
    "turbulent",
    "tumultuous",
    "dramatic",
    "miserable",
    "desperate",
    "grim",
    "terrible",
    "horrible",
    "dreadful",
    "awful",
]
_WORDS_OF_AMOUNT = (
    rf"(?:\b(?P<hedge>{_HEDGE})[ ])?"
    r"\b(?:(?P<low>\d{1,3})(?: to | or |-|–)(?P<high>\d{1,3})"
    rf"|(?P<from>{_COUNT})(?P<joint> to| or|,) (?P<to>{_COUNT})"
    r"|(?P<vague>a couple(?: of)?|a number of|a few|several|many|half an?|(?:(?:a|three) )?quarters? of an?)"
    r"|(?P<nth>\d{1,4}(?:st|nd|rd|th)|(?:[a-z]+-)?(?:[a-z]+th|first|second|third))"
    r"|(?P<bare>a matter of|for|after|lasted)"
    rf"|(?P<n>(?:half )?a dozen|{_COUNT})(?P<half>[ -]and[ -]a[ -]half)?)"
)
_AMOUNT = regex(rf"{_WORDS_OF_AMOUNT}[ -]\Z", re.I)
_FELT_AMOUNT = regex(rf"{_WORDS_OF_AMOUNT}(?: (?:{'|'.join(_FELT)}))?[ -]\Z", re.I)
_FELT_WORDS = frozenset(_FELT)
_LEADS = frozenset({"for", "after", "lasted"})
_LAST_WORDS = "an couple of few several many half st nd rd th for after lasted"
_AMOUNT_ENDS = frozenset((*_LAST_WORDS.split(), *_FELT))


def before(text: str, unit: int) -> re.Match[str] | None:
    """The words of an amount that ends right before a unit; the pattern is tried only behind a word that may end one."""
    word = word_before(text, unit)
    if word and word not in _AMOUNT_ENDS and not is_number(word):
        return None
    felt = (word or word_before(text, unit - 1)) in _FELT_WORDS  # before a hyphen too
    found = (_FELT_AMOUNT if felt else _AMOUNT).search(text, max(0, unit - 48), unit)
    if found is not None and found.group("bare") is not None and not _MANY.match(text, unit):
        return None  # "for week nine"; "after hours" is when the shops are shut
    if found is not None and word == "after" and not _MANY_OF.match(text, unit):
        return None
    return found


_MANY = regex(r"[a-z]+s\b(?! to come\b)")
_MANY_OF = regex(r"[a-z]+s of ")


def one_long(text: str) -> Iterator[tuple[int, int, str]]:
    """Yields where a text tells a length of one unit without a figure, and the unit: "an hour-long siege", "weeklong"."""
    for at, word in vocabulary(text).places(_ONE_LONG):
        name, end = word.removesuffix("long"), at + len(word)
        if word == name:
            end += len("-long") if text.startswith("-long", end) else 0
            led = before(text, at)
            if (
                end == at + len(word)
                or text[at - 1 : at] == "-"
                or (led and led.group("n") not in ("a", "an") and amount_of(led, name))
            ):
                continue  # "a 40-day-long march"
        if not text[end : end + 1].isalpha():
            yield at, end, name


_LONG_UNITS = ("hour", "day", "week", "month", "year")
_ONE_LONG = frozenset(f"{unit}{long}" for unit in _LONG_UNITS for long in ("", "long"))


# What is added behind the unit: "six hours and a half", "three hours and ten minutes", "a week or two", "a day or so".
MORE = regex(
    rf"(?:,? and (?P<half>a half)\b|,? (?:and )?(?P<n>{_COUNT})[ ](?P<unit>seconds?|minutes?|hours?|days?|weeks?|months?)\b"
    r"| or (?P<or>two|so|more|longer)\b)",
    re.I,
    holds="half|second|minute|hour|day|week|month| or ",
)
# What "for weeks" may be said of, in its own unit.
_BARE = {"second": 60, "minute": 60, "hour": 24, "day": 14, "week": 12, "month": 24, "year": 50, "decade": 10}
_VAGUE: dict[str, tuple[int, int | None]] = {
    "a couple": (2, 3),
    "a few": (3, 6),
    "several": (3, 9),
    "a number": (2, 9),
    "many": (4, None),
}


def figures(value: Amount) -> str:
    """An amount of time with its hedge: "about 30 seconds"."""
    many = "" if value.point == 1 else "s"
    if value.point is not None:
        return f"{value.hedge} {value.point.normalize():f} {value.unit}{many}".strip()
    if value.low is not None and value.high is not None and not value.hedge:
        return f"{value.low.normalize():f} to {value.high.normalize():f} {value.unit}s"
    return f"{value.hedge or 'some'} {value.unit}s"


def amount_of(found: re.Match[str], unit: str) -> Amount | None:
    """The amount of time that the words before a unit give; a decade is ten years, a century a hundred, a fortnight two weeks."""
    times = Decimal({"decade": 10, "century": 100, "fortnight": 2}.get(unit, 1))
    name = "year" if unit in ("decade", "century") else "week" if unit == "fortnight" else unit
    hedge = (found.group("hedge") or "").lower()
    led = found.group("from")
    if found.group("low") or _led(found):
        low = _number(found.group("low") or found.group("from"))
        high = _number(found.group("high") or found.group("to"))
        if _falling(found):
            low = high
        if low == high and low:
            return Amount.of(low * times, name)
        return Amount(low * times, high * times, None, name, hedge) if low and high else None
    if found.group("bare") is not None:
        return Amount(2 * times, _BARE.get(unit, 10) * times, None, name, "some")
    vague = (found.group("vague") or "").lower()
    if vague:
        few, most = _VAGUE.get(vague.removesuffix(" of"), (0, None))
        part = Decimal("0.5" if vague.startswith("half") else "0.75" if vague.startswith("three") else "0.25")
        if vague.startswith("half") or " of a" in vague:
            return Amount(part * times, part * times, part * times, name, hedge)
        return Amount(few * times, most * times if most else None, None, name, vague) if few else None
    point = _number(
        (led and found.group("to")) or found.group("nth") or found.group("n")
    )  # "sentenced to nine"
    if point is None:
        return None
    if found.group("half"):
        point += Decimal("0.5")
    point *= times
    if unit in ("decade", "century"):  # "six decades" is said of 57 to 69 years
        top = point + 9 * times / 10
        bottom = (
            point - (5 if unit == "century" else 3) * times / 10
        )  # "three centuries" is said of 260 years
        said = "centuries" if unit == "century" else f"{unit}s"
        return Amount(bottom, top, point, name, hedge or f"{found.group('n')} {said}")
    low, high = _bounds(hedge, point)
    return Amount(low, high, point, name, hedge)


def longer(value: Amount, unit: str, more: re.Match[str]) -> Amount | None:
    """The length with what is said behind its unit added to it; None when that is no length."""
    if value.point is None or unit not in _UNITS:
        return None
    if more.group("or"):
        return _or_more(value, value.point, more.group("or").lower())
    added, times, name = Decimal("0.5"), Decimal(1), value.unit
    if not more.group("half"):
        less, count = more.group("unit").lower().removesuffix("s"), _number(more.group("n"))
        if count is None or _SECONDS[less] >= _SECONDS[unit]:
            return None
        times = Decimal(_SECONDS[value.unit]) / Decimal(_SECONDS[less])
        if times == times.to_integral_value():
            added, name = count, less  # in the smaller unit: "two hours and 20 minutes" is 140 minutes
        else:
            added, times = (count / times).quantize(Decimal("0.01")), Decimal(1)
    low, high = (None if bound is None else bound * times + added for bound in (value.low, value.high))
    return Amount(low, high, value.point * times + added, name, value.hedge)


def _or_more(value: Amount, point: Decimal, more: str) -> Amount | None:
    """The length with what "or" leaves open about it: "a week or two", "ten days or so", "a year or more"."""
    if more == "two":
        return Amount(point, 2 * point, None, value.unit) if point in (1, 10) else None
    hedge = "about" if more == "so" else "at least"
    return Amount(*_bounds(hedge, point), point, value.unit, hedge)


def starts(found: re.Match[str]) -> int:
    """Where the words of the amount begin: "sentenced to nine" begins at "nine"."""
    if (found.group("bare") or "a").lower() in _LEADS:
        return found.end()  # "for weeks" begins at the unit
    if _falling(found):
        return found.start("high" if found.group("high") else "to")
    return found.start("to") if found.group("from") and not _led(found) else found.start()


def _falling(found: re.Match[str]) -> bool:
    """Whether two figures joined by "to" are no range but what was and what is: "cut from 24 to 22 years"."""
    joint = found.group("joint") == " to" or (found.group("low") is not None and " to " in found.group())
    low = _number(found.group("low") or found.group("from"))
    high = _number(found.group("high") or found.group("to"))
    return joint and low is not None and high is not None and low > high


def _led(found: re.Match[str]) -> bool:
    """Whether the word before "to" or "or" is a number too, and before a comma the lower end of a guess: "two, three"."""
    one, other = found.group("from"), found.group("to")
    low, high = _number(one), _number(other)
    if low is None or found.group("joint") != ",":
        return low is not None
    return high is not None and 1 < low < high <= 2 * low and one.isdigit() is other.isdigit()


def _bounds(hedge: str, point: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if hedge in ("about", "around", "approximately", "roughly", "some", "close to"):
        slack = max(point / 5, Decimal(1) if point <= 3 else Decimal(0))
        return max(point - slack, point / 4), point + slack
    if hedge in ("almost", "nearly", "just under") or "little less" in hedge or "little under" in hedge:
        return point * Decimal("0.8"), point
    if hedge in ("just over", "little more than") or "little more" in hedge or "little over" in hedge:
        return point, point * Decimal("1.25")
    if hedge in ("more than", "over", "at least", "well over", "no less than", "not less than"):
        return point, None
    if hedge in ("less than", "under", "up to", "at most") or hedge.startswith(("no ", "not ")):
        return None, point
    return point, point


def _number(text: str | None) -> Decimal | None:
    if text is None:
        return None
    if re.fullmatch(r"\d+\.\d", text):
        return Decimal(text)
    if text.lower().endswith("a dozen"):
        return Decimal(6 if len(text) > 7 else 12)
    number = whole("one" if text.lower() in ("a", "an") else text)
    return Decimal(number) if number else None


def began(value: Amount, published: Interval | None, nth: bool = False) -> Interval | None:
    """When something began that had lasted `value` at publication; None for what days cannot measure or no date.

    `nth`: it was in its so manieth year; whether the first one counts is left open.

    Whole years are completed years or rounded up by at most half a year: "nine years" said in July 2016 means a
    start between July 2006 and January 2008.
    """
    if published is None or published.start is None or published.end is None or value.unit not in _SECONDS:
        return None
    slack = (
        Decimal(1)
        if value.point is None or value.point == value.point.to_integral_value()
        else Decimal("0.5")
    )
    low, high = value.low, value.high
    if low is None and high is None:
        return None
    scale = _SECONDS[value.unit]
    if value.low == value.high and value.point is not None:
        low, high = value.point - (1 if nth else slack / 2), value.point + slack
    start = _earlier(published.start, float(high) * scale) if high is not None else None
    end = _earlier(published.end, float(low) * scale) if low is not None else published.end
    grain = Grain.YEAR if value.unit == "year" else Grain.MONTH if value.unit == "month" else Grain.DAY
    return Interval(start, end, grain, fuzzy=True)


def _earlier(moment: datetime, seconds: float) -> datetime | None:
    days = seconds / 86400
    return moment - timedelta(days=days) if days < (moment - datetime(1, 1, 2)).days else None


def timex(value: Amount) -> str:
    """The TIMEX3 value of a length."""
    letter = _LETTER.get(value.unit, "")
    figure = "X" if value.point is None else f"{value.point.normalize():f}"
    return f"PT{figure}{letter[1]}" if letter.startswith("T") else f"P{figure}{letter}"


# "A week of national mourning" is as long as it says; "a year of plenty" is a year.
OF_WHAT = regex(
    r" of (?:[a-z-]+ ){0,2}(?:arrest|captivity|ceasefire|confinement|consultations?|custody|deliberations?|demonstrations|detention|exercises|fasting|fighting"
    r"|hearings|imprisonment|lockdown|manoeuvres|mourning|negotiations?|preparations?|probation|protests?|quarantine|searching|shelling|silence|strikes?|talks"
    r"|testimony|training|treatment|unpaid leave|work)\b"
)
# A length without an end.
LIFE = regex(
    r" for life\b| (?:to|got|given) life(?= (?:in (?:prison|jail)|behind bars|imprisonment|for|on|without)\b|[.,;])"
    r"| life (?:sentence|imprisonment|in prison)\b"
)
