"""Calendar arithmetic behind the resolver: steps of units, parts of days, quarters, seasons, durations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from reconcile.language.times.frames import Frame
from reconcile.language.times.tokens import Tokens
from reconcile.values.dates import Grain, Interval

PARTS = {
    "early": (0, 1 / 3),
    "start": (0, 1 / 4),
    "mid": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "end": (3 / 4, 1),
}
HOURS = {"MO": (0, 12), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 18)}
LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M", "second": "S"}
SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(short: int, anchor: date | None) -> int:
    """The year that two figures stand for: the latest that is not more than ten years past the anchor."""
    if short > 99:
        return short
    limit = (anchor.year if anchor else 2030) + 10
    year = limit - limit % 100 + short
    return year if year <= limit else year - 100


def restricted(interval: Interval, mod: str) -> Interval:
    """The early, middle or late part of an interval, with soft ends."""
    if interval.start is None or interval.end is None or mod not in PARTS:
        return interval
    low, high = PARTS[mod]
    length = interval.end - interval.start
    return replace(
        interval, start=interval.start + length * low, end=interval.start + length * high, fuzzy=True
    )


def part_of_day(day: date, part: str) -> Interval | None:
    """Morning, afternoon, evening or night of a day; its night runs into the next day."""
    if part not in HOURS:
        return None
    low, high = HOURS[part]
    start = datetime(day.year, day.month, day.day)
    return Interval(start + timedelta(hours=low), start + timedelta(hours=high), Grain.PART, fuzzy=True)


def year_near(anchor: date, month: int, day: int | None, way: int) -> int:
    """The year in which a month (or a day of it) lies nearest the anchor, looking back (-1) or ahead (1)."""
    if day is None:
        here, there = anchor.year * 12 + anchor.month, anchor.year * 12 + month
        gap = there - here
        period = 12
    else:
        gap = ((month - anchor.month) * 305 + (day - anchor.day) * 10) // 10
        period = 365
    if way == 0 and day is not None:
        return anchor.year + (-1 if gap > 100 else 1 if gap < -300 else 0)
    if way in (0, -1):
        return anchor.year - 1 if gap > 0 else anchor.year
    if way == -2:
        return anchor.year - 1 if gap >= 0 else anchor.year
    if way == 2:
        return anchor.year + 1 if gap <= 0 else anchor.year
    return anchor.year + 1 if gap < -period * 0.05 else anchor.year


def shifted(base: date, unit: str, amount: float) -> tuple[str, Interval | None]:
    """The value and interval of the time `amount` units from `base`, as finely as the unit says."""
    if unit in ("hour", "minute", "second"):
        return ("PAST_REF" if amount < 0 else "FUTURE_REF"), None
    try:
        if unit == "day":
            day = base + timedelta(amount)
            return day.isoformat(), Interval.day(day)
        if unit in ("week", "weekend", "fortnight"):
            return stepped(base, "week", int(amount * (2 if unit == "fortnight" else 1)))
        if unit == "quarter":
            amount, unit = amount * 3, "month"
        if unit == "month":
            return stepped(base, "month", int(amount))
        years = amount * {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit, 1)
        whole = int(years // 1)
        if unit == "year" or years % 10:
            return stepped(base, "year", whole)
        return stepped(base, "year", whole)
    except (OverflowError, ValueError):
        return ("PAST_REF" if amount < 0 else "FUTURE_REF"), None


def stepped(base: date, unit: str, steps: int) -> tuple[str, Interval | None]:
    """The whole calendar unit that lies `steps` from the one that holds `base`."""
    try:
        if unit == "day":
            day = base + timedelta(steps)
            return day.isoformat(), Interval.day(day)
        if unit in ("week", "weekend", "fortnight"):
            monday = base - timedelta(base.isoweekday() - 1) + timedelta(weeks=steps)
            year, week, _ = monday.isocalendar()
            start = datetime(monday.year, monday.month, monday.day)
            if unit == "weekend":
                return f"{year}-W{week:02}-WE", Interval(
                    start + timedelta(5), start + timedelta(7), Grain.DAY
                )
            return f"{year}-W{week:02}", Interval(start, start + timedelta(7), Grain.WEEK)
        if unit == "month":
            months = base.year * 12 + base.month - 1 + steps
            interval = Interval.month(months // 12, months % 12 + 1)
            return f"{months // 12:04}-{months % 12 + 1:02}", interval
        if unit == "quarter":
            quarters = base.year * 4 + (base.month - 1) // 3 + steps
            value = f"{quarters // 4:04}-Q{quarters % 4 + 1}"
            return value, quarter(value)
        if unit == "year":
            return f"{base.year + steps:04}", Interval.year(base.year + steps)
        size = {"decade": 10, "century": 100, "millennium": 1000}.get(unit, 1)
        first = (base.year // size + steps) * size
        grain = Grain.DECADE if size == 10 else Grain.CENTURY
        return str(first // size), Interval(
            datetime(max(first, 1), 1, 1), datetime(first + size, 1, 1), grain
        )
    except (OverflowError, ValueError):
        return ("PAST_REF" if steps < 0 else "FUTURE_REF"), None


def stretch(base: date, unit: str, amount: float) -> Interval | None:
    """The stretch of `amount` units that ends or begins at `base`."""
    days = {
        "day": 1,
        "week": 7,
        "month": 30.44,
        "year": 365.2425,
        "quarter": 91.3,
        "decade": 3652.4,
        "weekend": 7,
    }.get(unit)
    if days is None or abs(amount * days) > 700_000:
        return None
    here = datetime(base.year, base.month, base.day)
    there = here + timedelta(days=round(days * amount))
    return Interval(min(here, there), max(here, there), Grain.DAY, fuzzy=True)


def quarter(value: str) -> Interval | None:
    """The interval of `1989-Q3` or `1989-H2`."""
    year, _, part = value.partition("-")
    if not part[1:].isdigit():
        return None
    size = 3 if part[0] == "Q" else 6
    first = (int(part[1:]) - 1) * size + 1
    grain = Grain.QUARTER if size == 3 else Grain.HALF
    return Interval(
        Interval.month(int(year), first).start, Interval.month(int(year), first + size - 1).end, grain
    )


def quarter_year(anchor: date, number: int, way: int) -> int:
    """The year of a quarter said without one."""
    now = (anchor.month - 1) // 3 + 1
    if way > 0:
        return anchor.year + (number < now)
    return anchor.year - (number > now)


def season(year: int, name: str) -> Interval:
    """The season of a year in the northern half of the world; a winter begins in December of its year."""
    low, high = SEASONS[name]
    start, end = (
        Interval.month(year, low).start,
        Interval.month(year + (high > 12), (high - 1) % 12 + 1).start,
    )
    return Interval(start, end, Grain.SEASON, fuzzy=True)


def season_year(anchor: date, name: str, direction: int | None, way: int) -> int:
    """The year of a season said without one."""
    low = SEASONS[name][0]
    if direction == -1:
        return anchor.year if anchor.month >= low + 3 else anchor.year - 1
    if direction == 1:
        return anchor.year + 1 if anchor.month >= low else anchor.year
    if direction == 0 or way > 0 or anchor.month >= low:
        return anchor.year
    return anchor.year - 1


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 duration of so many units; X for a number not said."""
    if unit in ("decade", "century", "millennium", "fortnight", "quarter", "weekend", "half"):
        if amount is None:
            return (
                "PX"
                + {
                    "decade": "Y",
                    "century": "C",
                    "millennium": "L",
                    "fortnight": "W",
                    "quarter": "M",
                    "weekend": "W",
                    "half": "M",
                }[unit]
            )
        factor, unit = {
            "decade": (10, "year"),
            "century": (100, "year"),
            "millennium": (1000, "year"),
            "fortnight": (2, "week"),
            "quarter": (3, "month"),
            "weekend": (1, "weekend"),
            "half": (6, "month"),
        }[unit]
        amount *= factor
        if unit == "weekend":
            return f"P{amount:g}WE"
    clock = unit in ("hour", "minute", "second")
    letter = LETTERS.get(unit, "X")
    prefix = "PT" if clock else "P"
    if amount is None:
        return f"{prefix}X{letter}"
    whole = int(amount)
    rest = amount - whole
    finer = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}.get(unit)
    if rest and finer:
        tail = f"{round(rest * finer[0])}{finer[1]}"
        return f"{prefix}{whole}{letter}{tail}" if whole else f"{prefix}{tail}"
    return f"{prefix}{amount:.12g}{letter}"


def year_stands(tokens: Tokens, frame: Frame) -> bool:
    """Whether four figures are a year, by what stands around them."""
    first = frame.first
    while first < frame.last and not tokens.word(first).isdigit():
        first += 1
    before, after = tokens.word(first - 1), tokens.word(first + 1)
    if first and tokens.glued(first - 1) and (before.isalnum() or before in "$£€¥#,.:/%" or before == "_"):
        return False
    if tokens.glued(first) and first + 1 < len(tokens.pieces):
        if after in ("%", "/", "_", "°") or (
            after in ".,:" and tokens.glued(first + 1) and tokens.word(first + 2).isdigit()
        ):
            return False
        if after.isalpha():
            return False
    year = frame.year or 0
    if 1900 <= year < 2060:
        return after.lower() not in COUNTED
    return year >= 1000 and before.lower() in SAID and after.lower() not in COUNTED


SAID = frozenset(
    [
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "before",
        "after",
        "during",
        "year",
        "circa",
        "c",
        "around",
        "early",
        "late",
        "mid",
        "to",
        "between",
        "and",
        "through",
        "until",
    ]
)
COUNTED = frozenset(
    [
        "people",
        "persons",
        "men",
        "women",
        "soldiers",
        "troops",
        "miles",
        "kilometers",
        "kilometres",
        "meters",
        "metres",
        "feet",
        "pounds",
        "tons",
        "tonnes",
        "dollars",
        "points",
        "votes",
        "shares",
        "jobs",
        "workers",
        "employees",
        "homes",
        "houses",
        "acres",
        "hectares",
        "barrels",
        "gallons",
        "rpm",
        "mph",
        "km",
        "kg",
        "percent",
        "hours",
    ]
)
RATED = frozenset(
    [
        "is",
        "was",
        "has",
        "had",
        "have",
        "for",
        "of",
        "in",
        "within",
        "after",
        "than",
        "over",
        "about",
        "nearly",
        "almost",
        "as",
        "took",
        "take",
        "takes",
        "be",
        "to",
        "by",
        "at",
        "under",
        "until",
        "the",
        "half",
        "only",
        "just",
        "and",
        "or",
        "on",
        "with",
        "that",
    ]
)


def rate(tokens: Tokens, first: int) -> bool:
    """Whether "a year" before token `first` reads as "each year": "$33 million a year", "four flights a week"."""
    before = tokens.word(first - 1).lower()
    if before in ("million", "billion", "once", "twice", "thousand", "trillion", "%", "percent"):
        return True
    return before not in RATED and before.endswith("s") and len(before) > 3
