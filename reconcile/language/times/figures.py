"""Dates and clock times in figures and short forms: 11-07-2025, 2025-07-11T20:09, 9/11, 2day, 8-10pm, half past six."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.language.times import calendar, days
from reconcile.language.times.cardinals import NUMBERS
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame, on_one_day, read
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.units import duration
from reconcile.values.dates import Interval
from reconcile.values.regex import regex


def iso(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """2025-07-11, alone or with a clock time."""
    tokens, at = context.tokens, frame.first
    if not all(tokens.glued(k) for k in range(at, frame.last - 1)):
        return
    frame.year, frame.month, frame.day = (tokens.value(at + k) for k in (0, 2, 4))
    if frame.last - at > 5:
        frame.hour, frame.minute = tokens.value(at + 6), tokens.value(at + 8)
        frame.zone = 0 if frame.zulu else None
    yield from days.point(context, frame)


def numeric(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """7/11/2025, 11-07-2025, 11.07.2025: month first with slashes, day first else; both readings are kept."""
    tokens = context.tokens
    values = [v for k in range(frame.first, frame.last) if isinstance(v := tokens.value(k), int) and v]
    if len(values) < 3 or not all(tokens.glued(k) for k in range(frame.first, frame.last - 1)):
        return
    if values[0] > 999:
        year, orders = values[0], [(values[1], values[2])]
    else:
        first, second, year = values
        figures = len(tokens.word(frame.last - 1))
        if figures == 1 or (year < 100 and "slash" not in frame.words):
            return
        year = calendar.full_year(year, context.anchor)
        orders = [(first, second), (second, first)]
        if "dot" in frame.words or "dash" in frame.words:
            orders.reverse()
    dates = list(dict.fromkeys(d for month, day in orders if (d := calendar.day_of(year, month, day))))
    if not dates:
        if max(values) < 2200 and any(month <= 12 for month, _ in orders):
            yield context.mention(frame, "DATE", "", flaw=days.NO_SUCH_DAY)
        return
    context.spoke_of(dates[0], year_said=True)
    readings = tuple(Interval.day(d) for d in dates)
    alternatives = readings if len(readings) > 1 else ()
    yield context.mention(frame, "DATE", dates[0].isoformat(), readings[0], alternatives=alternatives)


def texted(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """2day, 2nite, 2moro."""
    if context.tokens.glued(frame.first):
        frame.day, frame.deictic = None, frame.deictic or 0
        yield from days.from_today(context, frame)


def slashed(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """On 11/5, by 3/14: month first, the year left out."""
    at = frame.first
    nine_eleven = (context.tokens.value(at), context.tokens.value(at + 2)) == (9, 11)
    if context.name(at - 1) not in ("on", "by", "until", "since", "from") and not nine_eleven:
        return
    frame.year = 2001 if nine_eleven else None
    frame.month, frame.day = context.tokens.value(at), context.tokens.value(at + 2)
    if context.tokens.glued(at) and (frame.month or 99) <= 12 and context.name(frame.last) != "slash":
        frame.hour = None
        yield from days.dated(context, frame)


def past(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Half past seven, twenty-five past nine, ten minutes past six on 8 July, a quarter to nine yesterday morning."""
    tokens, names = context.tokens, context.names(frame.first, frame.last)
    joint = names.index("past") if "past" in names[:5] else names.index("to")
    cut = frame.first + joint + 2
    hour = tokens.value(cut - 1)
    if {"half", "quarter"} & set(names[:joint]):
        minutes = 30 if "half" in names[:joint] else 15
    else:
        minutes = sum(tokens.value(frame.first + at) for at in range(joint) if names[at] in NUMBERS)
    said, noon = set(names[:joint]), names[joint + 1] == "noon"
    led = names[joint] == "past" or _led(context, frame.first) in _TO_AN_HOUR or "quarter" in said
    minute = "units" not in said or tokens.value(frame.first + joint - 1) == "minute"
    if not (led and minute) or (hour > 12 and not noon) or not 0 < minutes < 60:
        if "units" in said:
            yield from duration(context, read(tokens, "duration", frame.first, frame.first + joint))
        elif noon:  # "from ten to noon"
            yield from days.point(context, read(tokens, "point", cut - 1, frame.last))
        return
    if names[joint] == "to":
        hour, minutes = hour - 1 if hour > 11 else (hour - 1) % 12, 60 - minutes
    yield from _at(context, frame, cut, hour, minutes)


_TO_AN_HOUR = frozenset(
    {"at", "by", "until", "till", "before", "after", "since", "was", "around", "about", ".", ""}
)


def spoken(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """At twenty to ten, by ten till four, at half eight, at seven forty-five: a clock time without a figure or a word that says so."""
    tokens, names = context.tokens, context.names(frame.first, frame.last)
    joint = next((at for at, name in enumerate(names) if name in ("to", "until")), 0)
    half = names[0] == "half"
    cut = frame.first + (joint + 2 if joint else 1 + (half or names[1] in ("tens", "teen")))
    if not joint and names[1:3] == ["tens", "dash"]:
        cut = frame.first + 4
    elif not joint and names[1] == "tens" and names[2:3] == ["numword"]:
        cut = frame.first + 3
    dated = cut < frame.last
    follows = dated or CLOCK_FOLLOWS.match(tokens.text, tokens.end(cut - 1))
    if _led(context, frame.first) not in ("at", "by", "until", "till") or not follows:
        if dated:
            yield from _day_alone(context, frame, cut)
        return
    values = [
        tokens.value(at) for at, name in enumerate(names[: cut - frame.first], frame.first) if name in NUMBERS
    ]
    start = tokens.starts[frame.first]
    if half:
        hour, minutes, told = values[-1], 30, True
    elif joint:
        hour, minutes = (values[-1] - 1) % 12, 60 - sum(values[:-1])
        told = minutes in _TO_THE_HOUR and not _VOTED.search(tokens.text, max(0, start - 60), start)
    else:
        hour, minutes = values[0], sum(values[1:])
        told = 0 < minutes < 60
    if told and values[-1 if joint else 0] <= 12:
        yield from _at(context, frame, cut, hour, minutes)


def bare(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """At ten the next morning, till two yesterday morning, at six on Sunday: an hour told by the day that follows."""
    tokens, hour = context.tokens, context.tokens.value(frame.first)
    start = tokens.starts[frame.first]
    led = _led(context, frame.first)
    part = "part" in frame.words
    told = led in ("at", "until", "till") or (led in _BESIDE and part)
    before = max(0, start - 90)
    if (
        not told
        or hour > 12
        or MEASURED.search(tokens.text, before, start)
        or _COUNT.search(tokens.text, before, start)
        or (not part and CLOSED.search(tokens.text, before, start))
    ):
        if context.name(frame.first + 1) != "at":  # "killed ten at night"
            yield from _day_alone(context, frame, frame.first + 1)
        return
    yield from _at(context, frame, frame.first + 1, hour, None)


def hour(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Ended shortly after two, reached it around three, at the count at seven: an hour alone, of what begins, ends or comes."""
    tokens = context.tokens
    start, end = tokens.starts[frame.first], tokens.end(frame.first)
    lead = _HOUR_LED.search(tokens.text, max(0, start - 36), start)
    if lead is None or tokens.value(frame.first) > 12:
        return
    fronted = lead.group("opens") is not None
    if not (_HOUR_FRONTS if fronted else _HOUR_ENDS).match(tokens.text, end):
        return
    before = max(0, start - 90)
    if _COUNT.search(tokens.text, before, start) or _NO_HOUR.search(tokens.text, before, start):
        return
    if fronted or lead.group("it") is not None or _HAPPENS.search(tokens.text, before, start):
        yield from _at(context, frame, frame.first + 1, tokens.value(frame.first), None)


def _at(context: Context, frame: Frame, cut: int, hour: int, minute: int | None) -> Iterator[TimeMention]:
    """The clock time, on the day that the tokens from `cut` say, else on the day last spoken of."""
    told = read(context.tokens, "point", cut, frame.last) if cut < frame.last else Frame("point", cut, cut)
    told.first, told.last, told.hour, told.minute = frame.first, frame.last, hour, minute
    told.words = told.words | {"clock"}
    yield from days.point(context, told)


def _day_alone(context: Context, frame: Frame, cut: int) -> Iterator[TimeMention]:
    """The day that follows a figure which is no clock time."""
    while context.name(cut) in ("comma", "on"):
        cut += 1
    yield from days.point(context, read(context.tokens, "point", cut, frame.last))


def _led(context: Context, first: int) -> str:
    """The small word before a clock time, what says how exactly it is meant left out: "at about"."""
    before = context.tokens.word(first - 1).lower()
    return context.tokens.word(first - 2).lower() if before in _MEANT else before


_MEANT = frozenset({"about", "around", "exactly", "approximately", "precisely", "nearly", "almost"})
_BESIDE = frozenset({"by", "before", "after", "since", "shortly", "around", "about"})
_COUNT = regex(
    r"\b(?:toll|numbers?|figures?|total|count|put|remain\w*|temperatures?|degrees|scor\w+|level|won|wins?|lost|beat\w*|fell|rose|cut|"
    r"fallen|risen|grew|rais\w+|lower\w+|increas\w+|reduc\w+|aged?)\b[^.;\n]{0,40}\Z",
    re.I,
)  # what a bare figure after "at" or "by" counts
_SOON = r"(?:shortly|just|soon|a little|some time|sometime|well|long|immediately|right)"
_HOUR_LED = regex(
    rf"(?:(?P<opens>(?:\A|[.\n] ){_SOON} (?:before|after))|(?P<it>\bit was (?:(?:almost|nearly|about|past|gone)|{_SOON} (?:past|after|before)))"
    rf"|\b(?:at|until|till|by)(?: (?:about|around|almost|nearly|exactly))?|\b(?:around|about|nearly)|\b{_SOON} (?:before|after|past)) \Z",
    re.I,
)
_HOUR_ENDS = regex(
    r"\s*(?:\Z|\.(?:\s|\Z)|[,;)\u201d\"–—]|(?:when|before|because|while|yesterday|today|tonight|this|last|local|sharp|after|and (?:was|were|is|had|has|came|went|left|[a-z]+(?:ed|s)))\b)",
    re.I,
)
_HOUR_FRONTS = regex(r",? (?:the|an?|he|she|it|they|police|yesterday)\b")
_HAPPENS = regex(
    r"\b(?:beg[aiu]n\w*|start\w*|open\w*|clos\w*|shut\w*|end(?:ed|s|ing)?|over|finish\w*|lea(?:ve|ves|ving)|left|set (?:off|out)|depart\w*|"
    r"sail\w*|arriv\w*|reach\w*|return\w*|c[ao]me|comes|coming|land(?:ed|s|ing)|met|meets?|gather\w*|took off|took place|t[ao]ken? off|"
    r"went (?:off|out|up|down)|call\w*|rang|telephon\w*|phon\w*|alarm|missed|notic\w*|seen|found|heard|woke\w*|resum\w*|br[oe]ak\w* (?:out|down|up|off)|broke|"
    r"fail\w*|stopp\w*|kick\w* off|dinner|lunch|supper|breakfast|count|roll-call|due|expected|scheduled|announced|collaps\w*|explod\w*|erupt\w*|fell|sank|"
    r"struck|hit|aground|stay\w*|lasted|went on|ran|run|signed|spoke|appear\w*|arrest\w*|releas\w*|freed|rescued|won|was on|crash\w*|fired|wait\w*|walked|moved)\b"
    r"[^.;:\n]*\Z",
    re.I,
)  # what is told with its hour
_NO_HOUR = regex(
    r"\b(?:shares?|stocks?|index|prices?|piano|violin|chess|school|career|playing|training|standings|table|ranked|votes?|seats?|goals?|games?|points?|"
    r"children|sons|daughters|people|men|women|dead|killed|wounded|injured|holes?|par)\b[^.;\n]{0,40}\Z",
    re.I,
)  # where a bare figure is an age, a place in a table, a count
_TO_THE_HOUR = frozenset({35, 40, 50, 55})
_VOTED = regex(
    r"\b(?:vot\w+|decided|carried|won|wins?|lost|ruled|passed|approved|upheld|rejected|acquitted|convicted|jury|majority|odds|"
    r"favou?rites?|beat\w*|lead\w*|led|score\w*)\b[^.;\n]{0,50}\Z",
    re.I,
)  # "by five to four"


CLOSED = regex(r"\bclos\w*[^.;\n]{0,60}\Z", re.I)  # a shop at an hour, a share at a price
# What a bare figure after "at" or "from" measures, when it is no hour of the day.
MEASURED = regex(
    r"\b(?:trad\w+|quot\w+|shares?|stocks?|price\w*|sold|bought|valued|stood|stands|index|rates?|yields?|magnitude|"
    r"scale|odds|kilomet(?:re|er)s?|km|mark|points?|dollars?|euros?|pounds?|cents?|currency)\b[^.;\n]{0,60}\Z",
    re.I,
)
CLOCK_FOLLOWS = regex(
    r"\s*(?:\Z|\*\*|[,;:)\n\u201d\"–—]|\.(?:\s|\Z)|(?:on|in the|when|as|by|to|until|till|and|but|that|because|since|while|where|who|which|yesterday|today|tomorrow|tonight|this|last|local|"
    r"sharp|from|for|with|after|before|a|the|he|she|it|they|we|i|[A-Z]\w+day)\b)",
    re.I,
)


def hours(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """8-10pm, between two and three in the morning: the half of the day of the second is that of the first."""
    tokens, names = context.tokens, context.names(frame.first, frame.last)
    at = next(k for k, name in enumerate(names) if name in ("dash", "longdash", "to", "and"))
    cut, led = frame.first + at, tokens.word(frame.first - 1).lower()
    if names[at] == "to" and not frame.words & {"ampm", "em"} and led != "from":
        yield from spoken(context, frame)
        return
    right = read(tokens, "point", cut + 1, frame.last)
    if names[at] == "and" and led not in ("between", "from"):
        yield from days.point(context, right)
        return
    left = read(tokens, "point", frame.first, cut)
    if left.hour is None:
        left.hour = tokens.value(frame.first)
    if left.hour is None or right.hour is None or left.hour > 12 or right.hour > 12:
        return
    left.half_day, left.part = right.half_day, right.part
    left.words = left.words | {"clock"}
    on_one_day(left, right)
    if left.hour % 12 > right.hour % 12:
        left.half_day = 12 - (right.half_day or 0)
    ends = [*days.point(context, left), *days.point(context, right)]
    yield from (days.joined(ends) if len(ends) == 2 else ends)


def military(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """0530 hours, at 0200 on 21 March, 1930 hours, 1158 (0858 GMT); "2,000 years" and "1930 hours of work" are lengths."""
    tokens = context.tokens
    if "lparen" in frame.words:  # the clock of the place, then that of a zone
        for first, last in ((frame.first, frame.first + 1), (frame.first + 2, frame.last)):
            yield from military(context, read(tokens, "military", first, last))
        return
    unit = tokens.value(frame.first + 1) if context.name(frame.first + 1) == "units" else "hour"
    written = tokens.word(frame.first)
    figure = int(written) if written.isdigit() else frame.year or 0
    hour, minute = divmod(figure, 100) if frame.hour is None else (frame.hour, frame.minute or 0)
    before = tokens.word(frame.first - 1).lower()
    clockwork = tokens.word(frame.first + 1) == "hrs" or (minute and tokens.word(frame.last) != "of")
    told = (
        before in ("at", "by", "from", "to", "until", "about", "around")
        or clockwork
        or frame.zone is not None
    )
    if unit == "hour" and hour < 24 and minute < 60 and told:
        frame.hour, frame.minute, frame.rule = hour, minute, "point"
        frame.year = frame.year if frame.month and (frame.words & {"hhmm"} or frame.year != figure) else None
        frame.words = frame.words | {"clock"}
        yield from days.point(context, frame)
    elif frame.year is not None:
        length = calendar.duration(float(frame.year), unit)
        frame.last = frame.first + 2
        yield context.mention(frame, "DURATION", length)
