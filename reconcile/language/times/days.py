"""Days and moments: dates in words, weekdays, today and its kin, clock times, ranges of days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from reconcile.language.times import calendar
from reconcile.language.times.clock import clock_value, told
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame, read
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.monthdays import numbered, stands_alone
from reconcile.language.times.months import month
from reconcile.language.times.weekdays import weekday
from reconcile.language.times.years import counted as counted_nouns
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

NO_SUCH_DAY = "no such day"


def point(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A day or a moment, said absolutely, by weekday or from today."""
    if "following" in frame.words and context.tokens.word(frame.first).lower() == "following":
        # "treated following Saturday's shooting": a preposition, where "the following Saturday" says which one
        frame.first, frame.direction, frame.words = frame.first + 1, None, frame.words - {"following"}
    if frame.ordinal is not None and frame.month:
        frame.day = frame.ordinal + (frame.day or 0 if frame.ordinal in (20, 30) else 0)
    clock = frame.hour is not None or frame.noon is not None
    if clock and not _a_clock(frame):
        return
    _mind_the_owner(context, frame)
    if frame.month and (frame.day is None or _first_of_many(context, frame)):
        if frame.year is not None or "yearu" in frame.words or frame.last == frame.first + 1:
            yield from month(context, frame)
        return
    if frame.month and frame.day:
        yield from dated(context, frame)
    elif frame.weekday:
        yield from weekday(context, frame)
    elif frame.deictic is not None:
        yield from from_today(context, frame)
    elif frame.day and "suffix" in frame.words:
        yield from numbered(context, frame)
    elif clock or frame.part:
        yield from timed(context, frame)


def _mind_the_owner(context: Context, frame: Frame) -> None:
    """Takes back the year or week that owns what follows, or begins it: "On May 3 last year's winner spoke"."""
    owns = context.name(frame.last) == "apos" and context.name(frame.last + 1) == "esspos"
    begins = context.tokens.word(frame.last - 2)[:1].isupper()
    turned = context.name(frame.last - 2) in _TURNED and context.name(frame.last - 1) in ("yearu", "weeku")
    if (owns or begins) and turned:
        frame.year_direction = frame.week_direction = None
        frame.words = frame.words - {"yearu", "weeku"}
        frame.last -= 2
        frame.last -= context.name(frame.last - 1) in ("of", "in", "comma")


_TURNED = frozenset({"this", "last", "next", "that", "same"})


def _first_of_many(context: Context, frame: Frame) -> bool:
    """Whether an ordinal behind a month ranks what follows: "in June the first case", where "on June the first" is a day."""
    names = context.names(frame.first, frame.last)
    at = next((k for k, name in enumerate(names[1:], 1) if name == "the" and names[k - 1] in _MONTHS), 0)
    if not at or stands_alone(context.tokens, frame.last - 1):
        return False
    frame.last, frame.day = frame.first + at, None
    return True


_MONTHS = frozenset({"month", "maymonth", "monabbr", "weakmonth"})


def dated(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Yields a day that the words name by month and number, in the year they name or the one that fits."""
    _mind_the_year(context, frame)
    known = frame.year is not None
    if not known and (beyond := _year_beyond(context, frame)):
        frame.last = beyond
        yield context.mention(frame, "DATE", "", flaw="year out of range", weekday=frame.weekday)
        return
    if frame.short_year and frame.year is not None:
        frame.year = calendar.full_year(frame.year, context.anchor)
    assert frame.month
    assert frame.day
    if frame.ordinal is not None and context.tokens.word(frame.first) == "may" and not known:
        return  # "may first apply to the court": no day of May
    year = frame.year if known else year_of(context, frame)
    if (
        not known
        and (frame.month, frame.day) == (9, 11)
        and context.tokens.word(frame.last).lower() in _ATTACKS
    ):
        year = 2001
    if year is None:
        kind = "TIME" if frame.part or frame.hour is not None else "DATE"
        value = f"XXXX-{frame.month:02}-{frame.day:02}"
        flaw = "" if calendar.day_of(2000, frame.month, frame.day) else NO_SUCH_DAY
        value = "" if flaw else clock_value(frame, value) if kind == "TIME" else value
        yield context.mention(frame, kind, value, year_known=False, weekday=frame.weekday, flaw=flaw)
        return
    day = calendar.day_of(year, frame.month, frame.day)
    if day is None:
        yield context.mention(frame, "DATE", "", flaw=NO_SUCH_DAY, year_known=known)
        return
    context.spoke_of(day, year_said=known)
    flaw = "not that weekday" if known and frame.weekday not in (None, day.isoweekday()) else ""
    yield told(context, frame, day, relative=not known, year_known=known, weekday=frame.weekday, flaw=flaw)


def _mind_the_year(context: Context, frame: Frame) -> None:
    """Takes back four figures that are a clock time ("3 March, 1130 GMT") or a count ("On March 3, 1500 people fled")."""
    if frame.year is not None and context.name(frame.last) == "zone" and frame.hour is None:
        frame.hour, frame.minute = divmod(frame.year, 100)
        frame.zone, frame.daylight = context.tokens.value(frame.last)
        frame.year, frame.last = None, frame.last + 1
    if frame.year is None or 1900 <= frame.year < 2060 or not counted(context, frame.last):
        return
    noun = context.tokens.word(frame.last)
    plural = noun.endswith("s") or noun in counted_nouns()
    if plural and context.names(frame.last - 2, frame.last) == ["comma", "year"]:
        frame.year, frame.last = None, frame.last - 2


def _year_beyond(context: Context, frame: Frame) -> int:
    """The token after a year that no calendar here reaches ("July 4, 12025"), 0 when none follows."""
    at = frame.last + (context.name(frame.last) == "comma")
    word = context.tokens.word(at)
    return at + 1 if word.isdigit() and len(word) > 3 and context.name(at) in ("", "num") else 0


_ATTACKS = frozenset(
    [
        "attack",
        "attacks",
        "terror",
        "terrorist",
        "hijackings",
        "hijackers",
        "commission",
        "victims",
        "families",
    ]
)


def year_of(context: Context, frame: Frame) -> int | None:
    """The year of a month, or of a day of one, said without its year."""
    assert frame.month
    if (told := context.told_year(frame)) is not None:
        return told
    if context.anchor is None and not context.narrative:
        return None
    if context.narrative or context.anchor is None:
        return calendar.year_along(context.year, context.month, frame.month)
    if frame.weekday and frame.day:
        for offset in (0, -1, 1):
            day = calendar.day_of(context.anchor.year + offset, frame.month, frame.day)
            if day and day.isoweekday() == frame.weekday and abs((day - context.anchor).days) < 300:
                return day.year
    return calendar.year_near(
        context.anchor, frame.month, frame.day, context.way(frame), frame.direction == 0
    )


def from_today(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Yields a day counted from the text's own: today, yesterday, tomorrow, and their parts."""
    assert frame.deictic is not None
    if context.anchor is None or (context.narrative and frame.deictic == 0 and not frame.part):
        kind = "TIME" if frame.part or frame.hour is not None else "DATE"
        yield context.mention(frame, kind, "" if frame.deictic else "PRESENT_REF", relative=True)
        return
    into = _night_into(context, frame, context.anchor)
    day = into or context.anchor + timedelta(frame.deictic)
    if into is None and "overnight" in frame.words and context.look(frame) < 0:
        day -= timedelta(1)  # what was done overnight is told in the morning
    context.day, context.month = day, day.month
    yield told(context, frame, day, relative=True)


def _night_into(context: Context, frame: Frame, anchor: date) -> date | None:
    """The day before the weekday that a night ends with, which the frame then covers: "overnight into Sunday"."""
    name = context.name(frame.last + 1)
    if frame.part != "NI" or context.tokens.word(frame.last) not in ("to", "into") or name not in _WEEKDAYS:
        return None
    after = context.name(frame.last + 2)
    if after in ("part", "at", "day", "morn"):
        return None
    ends = int(context.tokens.value(frame.last + 1))
    frame.last += 2
    past = context.look(frame) <= 0
    days = (anchor.isoweekday() - ends) % 7 if past else -((ends - anchor.isoweekday()) % 7)
    return anchor - timedelta(days + 1)


_WEEKDAYS = frozenset({"weekday", "dayabbr"})


_BESIDE_A_DAY = regex(r"\d\s?[@|,·–-]{1,2}\s?\Z")  # "October 26, 2016 @ 9:25 PM"


def timed(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A clock time or a part of the day alone: of today, or of the day last spoken of."""
    first, last = context.tokens.word(frame.first), context.tokens.word(frame.last - 1)
    if frame.part and frame.direction is not None and first.islower() and last.istitle():
        return  # "that Night Ferry"
    here = frame.direction in (0, -1) and frame.words & {"this", "last"}
    base = context.anchor if here and not context.narrative else context.day or context.anchor
    if (
        base
        and context.anchor
        and base > context.anchor
        and not context.narrative
        and context.look(frame) < 0
        and not _BESIDE_A_DAY.search(context.tokens.text, 0, context.tokens.starts[frame.first])
    ):
        base = context.anchor  # what was done at ten was not done on the day of a plan
    night = frame.hour is None and frame.noon is None
    if base and context.anchor and (into := _night_into(context, frame, context.anchor)):
        yield told(context, frame, into, relative=True)
        return
    if base is None or (night and _told_by_event(context, frame)):
        yield context.mention(frame, "TIME", clock_value(frame, "XXXX-XX-XX"), relative=True)
        return
    yield told(context, frame, base + timedelta(frame.direction or 0), relative=True)


def _told_by_event(context: Context, frame: Frame) -> bool:
    """Whether an event tells the day, which is another sentence's to date: "the night of the murder", "the night he died"."""
    text, end = context.tokens.text, context.tokens.end(frame.last - 1)
    if _OF_AN_EVENT.match(text, end):
        return True
    within = context.tokens.word(frame.first - 1).lower() in _WITHIN  # "during the night the wind rose"
    alone = context.names(frame.first, frame.last)[:-1] == ["the"]
    return alone and not within and _CLAUSE_OF_AN_EVENT.match(text, end) is not None


_OF_AN_EVENT = regex(r" of (?:the|his|her|their|its|an?) [a-z]| (?:before|after)(?:[.,;:]|\Z)")
_CLAUSE_OF_AN_EVENT = regex(
    r" (?:that |when |after |before )?(?:he|she|they|it|we|I|you|(?:his|her|their|my|our|the|an?) [a-z-]+|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?) [a-z]"
)
_WITHIN = frozenset(
    {
        "in",
        "during",
        "by",
        "through",
        "throughout",
        "into",
        "for",
        "at",
        "of",
        "over",
        "until",
        "till",
        "late",
    }
)


def _a_clock(frame: Frame) -> bool:
    """Whether figures are a clock time, not a score or a ratio."""
    if (frame.hour or 0) > 24 or (frame.minute or 0) > 59 or (frame.second or 0) > 60:
        return False
    if frame.half_day is not None:
        return (frame.hour or 0) <= 12 or frame.minute is not None
    if (
        frame.noon is not None
        or frame.zone is not None
        or frame.words & {"clock", "tee", "part", "tonight", "today"}
    ):
        return True
    return "colon" in frame.words and frame.minute is not None


def days_between(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """July 9-11, 9-11 July 2025, July 9 and 10, 1950-1953: two mentions that know the whole stretch."""
    names, tokens = context.names(frame.first, frame.last), context.tokens
    joints = ("dash", "longdash", "and", "to", "or", "until", "slash")
    night = names.index("of") + 1 if {"part", "parts"} & frame.words else 0
    if night:
        ends = list(
            days_between(
                context, replace(frame, first=frame.first + night, words=frame.words - {"part", "parts"})
            )
        )
        if ends and ends[0].interval and ends[0].interval.start:
            day = ends[0].interval.start.date()
            yield told(context, frame, day)._replace(year_known=ends[0].year_known, relative=ends[0].relative)
        return
    cut = frame.first + next(k for k, name in enumerate(names) if name in joints)
    left, right = read(tokens, "point", frame.first, cut), read(tokens, "point", cut + 1, frame.last)
    for end in (left, right):
        if end.ordinal is not None:
            end.day = end.ordinal
    if left.month is None and right.month is None:
        yield from _years_between(context, left, right)
        return
    if frame.words & {"and", "or", "to"} and right.month is None and counted(context, frame.last):
        left.last = cut
        yield from point(context, left)
        return
    left.month, right.month = left.month or right.month, right.month or left.month
    if left.year is None:
        left.year, left.year_direction = right.year, right.year_direction
    ends = [*point(context, left)]
    if ends and context.day and context.anchor and right.year is None:
        right.year_direction = context.day.year - context.anchor.year  # both are of one year
    ends += point(context, right)
    if len(ends) == 2 and names[cut - frame.first] not in ("and", "or"):
        ends = joined(ends)
    yield from ends


def days_listed(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """March 1, 2 and 3: a mention for each day."""
    names = context.names(frame.first, frame.last)
    whole = read(context.tokens, "point", frame.first, frame.last)
    joint = max(k for k, name in enumerate(names) if name in ("and", "or"))
    if whole.year is None and counted(context, frame.last):  # "March 1, 2 and 3 people"
        frame.last = frame.first + joint
        names = names[:joint]
    start = 0
    for at in range(1, len(names) + 1):
        if at < len(names) and names[at] not in ("comma", "and", "or"):
            continue
        if at > start and names[start] != "year":
            one = read(context.tokens, "point", frame.first + start, frame.first + at)
            one.month, one.year = whole.month, one.year or whole.year
            one.day = one.ordinal if one.ordinal is not None else one.day
            if one.day:
                yield from dated(context, one)
        start = at + 1


def joined(ends: list[TimeMention]) -> list[TimeMention]:
    """The two ends of a range, each knowing the whole stretch when both are known and in order."""
    first, last = ends[0].interval, ends[-1].interval
    if not first or not last or first.start is None or last.end is None or first.start >= last.end:
        return ends
    through = Interval(first.start, last.end, first.grain, fuzzy=first.fuzzy or last.fuzzy)
    return [end._replace(through=through) for end in ends]


def counted(context: Context, index: int) -> bool:
    """Whether the token at `index` is a noun that the figure before it counts: "March 24 and 25 people"."""
    word = context.tokens.word(index)
    return word.isalpha() and word.islower() and context.name(index) == "" and len(word) > 3


def _years_between(context: Context, left: Frame, right: Frame) -> Iterator[TimeMention]:
    tokens = context.tokens
    if left.year is None or (right.year is None and right.day is None):
        return
    if not tokens.glued(left.first) or (
        left.first and tokens.glued(left.first - 1) and tokens.word(left.first - 1) not in "(["
    ):
        return
    first = left.year
    last = right.year if right.year is not None else first - first % 100 + (right.day or 0)
    if not 0 < last - first < 200 or first < 1000 or (tokens.word(left.last) == "/" and last > first + 1):
        return
    through = Interval(datetime(first, 1, 1), datetime(last + 1, 1, 1), Grain.YEAR)
    for end, year in ((left, first), (right, last)):
        yield context.mention(end, "DATE", str(year), Interval.year(year), through=through)
