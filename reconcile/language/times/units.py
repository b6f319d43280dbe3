"""Lengths and habits in calendar units: for three days, the past decade, every month."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.language.times import calendar
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.language.times.mention import TimeMention

CLOCK_UNITS = frozenset(("second", "minute", "hour"))


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
    lasting = "last" in words and context.tokens.word(frame.first - 1).lower() in _LASTING
    if amount and base and frame.direction and not lasting:
        interval = calendar.stretch(base, frame.unit, amount * frame.direction)
    yield context.mention(frame, "DURATION", calendar.duration(amount, frame.unit), interval, relative=True)


_LASTING = frozenset(
    ["to", "could", "will", "may", "can", "would", "might", "should", "must", "usually", "only"]
)  # "could last two days"


def duration(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """For three years, a week, two and a half hours; "$33 million a year" is a set."""
    amount, _ = context.amount(frame)
    if not frame.unit or not _lasts(context, frame):
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


def _lasts(context: Context, frame: Frame) -> bool:
    """Whether a counted unit is a length of time, not a fraction, an ordinal or a reading time."""
    after = context.tokens.word(frame.last)
    if frame.unit == "second" and "secondword" in frame.words and "numword" not in frame.words:
        return False
    if frame.unit == "quarter" and context.tokens.word(frame.first).lower() in (
        "many",
        "some",
        "several",
        "all",
    ):
        return after.lower() == "of"  # "in some quarters"
    if frame.unit == "quarter" and ("art" in frame.words or after == "of" or frame.words & {"dash"}):
        return after.lower() in ("deal", "profit", "losing", "winning", "streak")
    if context.tokens.word(frame.first - 1).lower() == "aged":
        return False
    return after.lower() not in _READS and after.lower() not in ("older", "younger", "senior", "junior")


def _each(context: Context, first: int) -> bool:
    """Whether "a year" before token `first` reads as "each year": "$33 million a year", "four flights a week"."""
    before = context.tokens.word(first - 1).lower()
    if before in _RATED or before == "-":
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
        if "weakmonth" not in frame.words:
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
        amount = 2.0 if "other" in frame.words else context.amount(frame)[0]
        value = (
            "P1Q" if frame.unit == "quarter" and not amount else calendar.duration(amount or 1, frame.unit)
        )
        yield context.mention(frame, "SET", value)


def lasting(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Day-long, decades-long."""
    yield context.mention(
        frame, "DURATION", calendar.duration(None if "units" in frame.words else 1, frame.unit)
    )


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
