"""Calendar units counted from somewhere: last week, two years ago, the past decade, for three days, every month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reconcile.language.times import calendar
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.language.times.mention import TimeMention

CLOCK_UNITS = frozenset(("second", "minute", "hour"))


def ago(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Two weeks ago, a year earlier, three days later, in the year-ago quarter."""
    amount, vague = context.amount(frame)
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
    base = base or context.anchor
    if base is None:
        yield context.mention(frame, "DATE", unsaid, relative=True)
        return
    unit, number = calendar.steps(frame.unit, -amount if back else amount)
    if frame.deictic == 0 and unit in ("year", "month"):  # "ninety years ago today"
        months = base.year * 12 + base.month - 1 + number * (12 if unit == "year" else 1)
        base, unit, number = calendar.day_of(months // 12, months % 12 + 1, base.day) or base, "day", 0
    value, interval = calendar.stepped(base, unit, number)
    if frame.unit == "day" and interval and interval.start and frame.shift in ("earlier", "later"):
        context.spoke_of(interval.start.date(), year_said=False)
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
        whole = replace(context.mention(frame, "DATE", ""), end=context.tokens.end(frame.last))
        yield replace(whole, flaw="year out of range")
        return
    if "poss" in words and not words & {"fiscal", "quarter"}:
        return
    if frame.unit in ("decade", "century") and words & {"past"}:
        yield from span(context, frame)
        return
    if frame.unit == "year" and frame.direction is None and frame.mod == "" and _ends(context, frame.last):
        yield context.mention(frame, "DURATION", "P1Y")
        return
    leaning = words & {"following", "previous", "that", "same"}
    base = context.day if leaning or context.narrative else context.anchor
    base = base or context.anchor
    told = leaning or (context.narrative and frame.direction is None)
    if told and frame.unit == "year" and context.said_year:
        base = base or date(context.said_year, 1, 1)
        base = base.replace(year=context.said_year, day=min(base.day, 28))
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
    """Whether "ended" or "ending" follows: "the year ended Sept. 30" is a length, not the year of the paper."""
    return context.tokens.word(index).lower() in ("ended", "ending", "ends", "through")


def span(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The past three months, the next few days, recent years, coming months."""
    amount, vague = context.amount(frame)
    words = frame.words
    if frame.rule == "this":
        amount = 1
    if "units" in words and amount is None and not vague and words & {"coming", "futureword", "these"}:
        value = "PRESENT_REF" if "these" in words else "FUTURE_REF"
        if value == "FUTURE_REF" or frame.unit == "day":
            yield context.mention(frame, "DATE", value, relative=True)
        return
    if amount is None and not vague and "previous" in words:
        return
    context.quarter = "" if frame.unit == "month" and amount in (6, 9, 12) else context.quarter
    interval = None
    base = context.day if context.narrative or words & {"following", "previous"} else context.anchor
    if amount and base and frame.direction:
        interval = calendar.stretch(base, frame.unit, amount * frame.direction)
    yield context.mention(frame, "DURATION", calendar.duration(amount, frame.unit), interval, relative=True)


def duration(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """For three years, a week, two and a half hours; "$33 million a year" is a set."""
    if frame.shift:
        yield from ago(context, frame)
        return
    amount, _ = context.amount(frame)
    if not frame.unit or not _lasts(context, frame, amount):
        return
    if "art" in frame.words and amount == 1 and _each(context, frame.first):
        yield context.mention(frame, "SET", calendar.duration(1, frame.unit))
        return
    yield context.mention(frame, "DURATION", calendar.duration(amount, frame.unit))


_READS = frozenset(["read", "reads", "listen", "video", "watch"])
_RATED = frozenset(
    [
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "once",
        "twice",
        "times",
        "percent",
        "%",
        "cents",
        "each",
        "time",
        "day",
        "days",
        "hour",
        "hours",
        "night",
        "nights",
        "week",
        "weeks",
        "month",
        "months",
    ]
)
_NEVER_RATED = frozenset(
    [
        "is",
        "was",
        "has",
        "as",
        "this",
        "its",
        "less",
        "plus",
        "across",
        "towards",
        "besides",
        "his",
        "yes",
        "always",
        "perhaps",
        "us",
    ]
)


def _lasts(context: Context, frame: Frame, amount: float | None) -> bool:
    """Whether a counted unit is a length of time, not a fraction, an ordinal or a reading time."""
    after = context.tokens.word(frame.last)
    if frame.unit == "second" and "secondword" in frame.words and "numword" not in frame.words:
        return False
    if frame.unit == "quarter" and ("art" in frame.words or after == "of" or frame.words & {"dash"}):
        return after.lower() in ("deal", "profit", "losing", "winning", "streak")
    return after.lower() not in _READS and after.lower() not in ("older", "younger", "senior", "junior")


def _each(context: Context, first: int) -> bool:
    """Whether "a year" before token `first` reads as "each year": "$33 million a year", "four flights a week"."""
    before = context.tokens.word(first - 1).lower()
    if before in _RATED:
        return True
    figure = context.tokens.word(first - 1).isdigit()
    return figure or (
        before not in _NEVER_RATED and before.endswith("s") and not before.endswith("ss") and len(before) > 3
    )


def old(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """An age of a person is no time here; the age of a truce, a treaty or a company is a duration."""
    if context.tokens.word(frame.last).lower() in _OLD_THINGS and frame.words & {"dash"}:
        amount, _ = context.amount(frame)
        yield context.mention(frame, "DURATION", calendar.duration(amount, frame.unit))


_OLD_THINGS = frozenset(
    [
        "truce",
        "war",
        "conflict",
        "treaty",
        "pact",
        "ceasefire",
        "agreement",
        "alliance",
        "company",
        "firm",
        "law",
        "ban",
        "dispute",
        "tradition",
        "record",
        "case",
        "slump",
        "strike",
        "rebellion",
        "insurgency",
        "civil",
        "regime",
        "embargo",
        "partnership",
        "feud",
        "rivalry",
        "policy",
        "program",
    ]
)


def often(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Every day, each Thursday, Monday nights, daily, annually."""
    if frame.weekday:
        yield context.mention(
            frame, "SET", f"XXXX-WXX-{frame.weekday}" + (f"T{frame.part}" if frame.part else "")
        )
    elif frame.month:
        yield context.mention(frame, "SET", f"XXXX-{frame.month:02}")
    elif frame.season:
        yield context.mention(frame, "SET", f"XXXX-{frame.season}")
    elif frame.part:
        yield context.mention(frame, "SET", f"XXXX-XX-XXT{frame.part}")
    elif frame.unit:
        word, after = context.tokens.word(frame.first), context.tokens.word(frame.last)
        if "weakadverb" in frame.words or (word[:1].isupper() and after[:1].isupper()):
            return  # "annual sales", "the Daily News"
        if frame.unit == "quarter" and "adverb" in frame.words and after.isalpha():
            return
        amount, _ = context.amount(frame)
        value = (
            "P1Q" if frame.unit == "quarter" and not amount else calendar.duration(amount or 1, frame.unit)
        )
        yield context.mention(frame, "SET", value)


def some(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """For years, within weeks, months of talks."""
    before = context.tokens.word(frame.first - 1).lower()
    after = context.tokens.word(frame.last).lower()
    if frame.unit in CLOCK_UNITS:
        return
    if before in ("for", "in", "within", "after", "over", "takes", "took", "last", "follows", "few") or (
        after in ("ago", "later", "before", "after", "earlier")
        or (after == "of" and before not in ("the", "of"))
    ):
        yield context.mention(frame, "DURATION", calendar.duration(None, frame.unit))


def reference(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Now, currently, recently, soon, the future, the past."""
    words, after = frame.words, context.tokens.word(frame.last).lower()
    value = frame.value
    if "once" in words or (words & {"past"} and "the" not in words) or after in ("of", "tense"):
        return
    if after in ("as", "before", "after", "became") and words & {"ref"}:
        return
    if (
        words & {"past", "futureword"}
        and "the" in words
        and context.name(frame.first - 1) not in ("in", "prep", "of", "from", "to")
    ):
        return
    if not value:
        value = (
            "PAST_REF"
            if words & {"recent", "past"}
            else "FUTURE_REF"
            if "futureword" in words
            else "PRESENT_REF"
        )
    if "ordinary" not in words:
        yield context.mention(frame, "DATE", value, relative=True)


def beside(
    context: Context, frame: Frame, mentions: list[TimeMention], before: bool
) -> Iterator[TimeMention]:
    """The day before or after another time, the eve of it, two days before it."""
    if not mentions or mentions[0].interval is None or mentions[0].interval.start is None:
        yield from mentions
        return
    near = mentions[0].interval.start.date()
    amount, _ = context.amount(frame)
    size = (amount or 1) * {"week": 7}.get(frame.unit, 1)
    day = near + timedelta(-size if before else size)
    context.spoke_of(day, year_said=False)
    value, interval = calendar.stepped(day, "day", 0)
    whole = context.mention(frame, "DATE", value, interval, relative=mentions[0].relative)
    yield replace(whole, year_known=mentions[0].year_known)
