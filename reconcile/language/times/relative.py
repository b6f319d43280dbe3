"""Times reckoned from another: two weeks ago, last week, the following day, the eve of it, now, recently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reconcile.language.times import calendar
from reconcile.language.times.clock import told
from reconcile.language.times.context import Context
from reconcile.language.times.dotted import dotted
from reconcile.language.times.frames import UNITS, Frame, read
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.units import CLOCK_UNITS, duration, span


def counted(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A number of units: a time when it says from where ("two weeks ago") or shows a clock ("at 15.30 hrs"), else a length."""
    if frame.unit == "hour" and context.names(frame.first, frame.last)[1::2] == ["dot", "units"]:
        clock = list(dotted(context, frame)) if len(context.tokens.word(frame.first)) == 2 else []
        if clock:
            yield from clock
            return
    yield from (ago if frame.shift else duration)(context, frame)


def ago(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Two weeks ago, a year ago this week, a year earlier, three days later, in the year-ago quarter."""
    amount, vague = context.amount(frame)
    whole = "day"  # what lies so far back: the day of today, or the week of this week
    if "this" in frame.words:
        whole = frame.unit
        frame.unit = read(context.tokens, "duration", frame.first, frame.last - 2).unit
    if amount is None and not vague:
        amount = 1
    back = frame.shift in ("ago", "earlier", "before")
    unsaid = "PAST_REF" if back else "FUTURE_REF"
    if frame.unit == "year" and amount == 1 and back and context.quarter and frame.shift != "before":
        value = f"{int(context.quarter[:4]) - 1}{context.quarter[4:]}"
        yield context.mention(frame, "DATE", value, calendar.quarter(value), relative=True)
        return
    if vague or amount is None:
        if frame.shift in ("earlier", "later") and not context.narrative:
            yield context.mention(frame, "DURATION", calendar.duration(None, frame.unit))
        else:
            yield context.mention(frame, "DATE", unsaid, relative=True)
        return
    if frame.unit in CLOCK_UNITS:
        if frame.shift in ("ago", "hence"):
            yield context.mention(frame, "TIME", unsaid, relative=True)
        else:
            yield context.mention(frame, "DURATION", calendar.duration(amount, frame.unit))
        return
    base = context.anchor if frame.shift in ("ago", "hence") and not context.narrative else context.day
    if back and base and context.anchor and base > context.anchor and context.look(frame) < 0:
        base = context.anchor  # "cannot leave before 2044; the jury came back a week earlier"
    base = base or context.anchor
    if base is None:
        yield context.mention(frame, "DATE", unsaid, relative=True)
        return
    unit, number = calendar.steps(frame.unit, -amount if back else amount)
    said = frame.deictic == 0 or "this" in frame.words
    if said and unit == "week":
        unit, number = "day", 7 * number
    elif said and unit in ("year", "month"):  # "ninety years ago today"
        months = base.year * 12 + base.month - 1 + number * (12 if unit == "year" else 1)
        base, unit, number = calendar.day_of(months // 12, months % 12 + 1, base.day) or base, whole, 0
    value, interval = calendar.stepped(base, unit, number)
    if frame.unit == "day" and interval and interval.start and frame.shift in ("earlier", "later"):
        context.spoke_of(interval.start.date(), year_said=False)
    yield context.mention(frame, "DATE", value, interval, relative=True)


def this(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Last week, this year, next month, the following day, the end of the year."""
    words = frame.words
    if frame.unit in ("", "period") or (frame.unit == "quarter" and frame.direction is None):
        yield from _period(context, frame)
        return
    if frame.unit in CLOCK_UNITS or (frame.unit == "day" and not _names_a_day(frame)):
        return
    after = context.tokens.word(frame.last)
    if frame.unit == "year" and "the" in words and after.isdigit():
        whole = context.mention(frame, "DATE", "")._replace(end=context.tokens.end(frame.last))
        yield whole._replace(flaw="year out of range")
        return
    if "poss" in words and not words & {"fiscal", "quarter"}:
        return
    if frame.unit in ("decade", "century") and words & {"past"}:
        yield from span(context, frame)
        return
    if words <= {"the", "fiscal", "weeku", "monthu", "yearu"}:
        if _ends(context, frame.last):
            yield context.mention(frame, "DURATION", calendar.duration(1, frame.unit))
            return
        if after in ("before", "after") and "the" in words:
            return  # "the year before he died" is no year of the paper
    leaning = words & {"following", "previous", "that", "same"}
    if words & {"last", "next", "this"}:
        leaning = frozenset()  # "much the same last year"
    base = context.day if leaning or context.narrative else context.anchor
    base = base or context.anchor
    told = leaning or (context.narrative and frame.direction is None)
    if told and frame.unit == "year" and context.said_year:
        base = base or date(context.said_year, 1, 1)
        base = base.replace(year=context.said_year, day=min(base.day, 28))
    if leaning and frame.unit == "month":
        base = context.said_month or base
    if base is None:
        yield context.mention(frame, "DATE", _unsaid(frame), relative=True)
        return
    steps = frame.direction or 0
    if (
        frame.unit == "weekend"
        and frame.direction is None
        and base.isoweekday() < 5
        and context.look(frame) <= 0
    ):
        steps = -1
    value, interval = calendar.stepped(base, frame.unit, steps)
    if interval and interval.start and leaning | (words & {"next"}):
        day = interval.start.date()
        if frame.unit in ("day", "month", "year") and (leaning or context.narrative):
            context.spoke_of(day, year_said=frame.unit == "year")
    yield context.mention(frame, "DATE", value, interval, relative=True)


def _period(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The quarter, the latest period, the comparable period last year: the quarter under discussion."""
    value = context.quarter
    after = context.tokens.word(frame.last)
    ending = (
        context.tokens.value(frame.last + 1) if context.name(frame.last + 1) in ("month", "monabbr") else None
    )
    if after == "ended" and isinstance(ending, int) and ending > 2 and context.anchor:
        value = f"{context.anchor.year - (ending > context.anchor.month)}-Q{ending // 3}"
        context.quarter = value
    if not value:
        if context.anchor is None or not frame.words & {"latest", "the"} or frame.unit != "quarter":
            return
        value, _ = calendar.stepped(context.anchor, "quarter", -1)
    if frame.year_direction == -1 or "comparable" in frame.words:
        value = f"{int(value[:4]) - 1}{value[4:]}"
    yield context.mention(frame, "DATE", value, calendar.quarter(value), relative=True)


def _names_a_day(frame: Frame) -> bool:
    return bool(
        frame.words & {"next", "following", "previous", "same", "that"}
        or frame.mod in ("end", "later", "earlier")
    )


def _unsaid(frame: Frame) -> str:
    if frame.direction:
        return "PAST_REF" if frame.direction < 0 else "FUTURE_REF"
    return "PRESENT_REF" if frame.direction == 0 and frame.words & {"this", "current"} else ""


def _ends(context: Context, index: int) -> bool:
    """Whether "ended" or "ending" follows: "the year ended Sept. 30", "the week to 6 June" are no year or week of the paper."""
    if context.tokens.word(index).lower() in ("to", "commencing", "beginning", "starting"):
        return context.name(index + 1) in ("month", "maymonth", "monabbr", "day", "the")
    return context.tokens.word(index).lower() in ("ended", "ending", "ends", "through")


def beside(
    context: Context, frame: Frame, mentions: list[TimeMention], before: bool
) -> Iterator[TimeMention]:
    """The day before or after another time, the eve of it, two days before it."""
    if not mentions or mentions[0].interval is None or mentions[0].interval.start is None:
        yield from mentions
        return
    near = mentions[0].interval.start.date()
    if frame.weekday:  # "the Friday before Christmas"
        back = (near.isoweekday() - frame.weekday) % 7 or 7
        frame.unit, frame.amount = "day", back if before else 7 - back % 7
    amount = frame.amount or 1
    unit, number = calendar.steps(frame.unit or "day", -amount if before else amount)
    if unit == "week":
        unit, number = "day", 7 * number
    value, interval = calendar.stepped(near, unit, number)
    if unit in CLOCK_UNITS or interval is None or interval.start is None:
        yield from mentions
        return
    context.spoke_of(interval.start.date(), year_said=False)
    whole = context.mention(frame, "DATE", value, interval, relative=mentions[0].relative)
    yield whole._replace(year_known=mentions[0].year_known)


def same_of(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The same month last year, the same day in 2019."""
    base, year = context.day or context.anchor, context.told_year(frame)
    if base is not None and year is not None:
        day = calendar.day_of(year, base.month, base.day) or base.replace(year=year, day=28)
        value, interval = calendar.stepped(day, frame.unit, 0)
        yield context.mention(frame, "DATE", value, interval, relative=True)


def before_last(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The week before last, the Tuesday after next, the night before last."""
    if context.name(frame.last) in UNITS:  # "the day before last week's vote"
        yield from this(context, read(context.tokens, "this", frame.last - 1, frame.last + 1))
        return
    base, way = context.anchor, frame.direction or 0
    if base is None:
        yield context.mention(frame, "DATE", _unsaid(frame), relative=True)
    elif frame.weekday:
        away = way * (frame.weekday - base.isoweekday()) % 7 or 7
        yield told(context, frame, base + timedelta(way * (away + 7)), relative=True)
    elif frame.part:
        yield told(context, frame, base + timedelta(2 * way), relative=True)
    elif frame.season:
        year = calendar.season_year(base, frame.season, way, way) + way
        yield context.mention(
            frame, "DATE", f"{year}-{frame.season}", calendar.season(year, frame.season), relative=True
        )
    else:
        value, interval = calendar.stepped(base, frame.unit, 2 * way)
        yield context.mention(frame, "DATE", value, interval, relative=True)


def reference(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Now, currently, recently, soon, the future, the past."""
    words, after = frame.words, context.tokens.word(frame.last).lower()
    if "once" in words or after in ("of", "tense") or (words & {"past"} and "the" not in words):
        return
    if "futureword" in words and "the" not in words and context.name(frame.first - 1) != "in":
        return
    if after in ("as", "before", "after", "became") and words & {"ref"}:
        return
    if words & {"past"} and context.name(frame.first - 1) not in ("in", "prep", "of", "from", "to"):
        return
    value = frame.value
    if not value:
        value = "PAST_REF" if words & {"past"} else "FUTURE_REF" if "futureword" in words else "PRESENT_REF"
    yield context.mention(frame, "DATE", value, relative=True)
