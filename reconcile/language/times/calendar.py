"""Calendar arithmetic behind the resolver: steps of units, parts of days, quarters, seasons, durations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from reconcile.values.dates import Grain, Interval

PARTS = {
    "early": (0, 1 / 3),
    "start": (0, 1 / 4),
    "mid": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "end": (3 / 4, 1),
}
HOURS = {"MO": (0, 12), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 18)}
_LATE_AT_NIGHT = (1 / 4, 3 / 4)  # "late on Sunday night" is before the small hours of Monday, or in them
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
    if mod == "late" and interval.grain == Grain.PART and interval.end.date() > interval.start.date():
        low, high = _LATE_AT_NIGHT if length > timedelta(hours=6) else (low, high)
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


def year_near(anchor: date, month: int, day: int | None, way: int, within: bool = False) -> int:
    """The year of a month, or of a day of one, said without its year in a text of the day `anchor`.

    Writers leave the year out within one calendar year: so the anchor's own, unless that lies ahead where the
    words look back (`way` -1, -2 strictly) or far back where they look ahead (1, 2). `within`: "this March".
    """
    gap = (month - anchor.month) * 30 + ((day - anchor.day) if day is not None else 0)
    if within:
        return anchor.year
    if way == -2:
        return anchor.year - (gap >= (0 if day is not None else -30))
    if way == 2:
        return anchor.year + (gap <= 0)
    if way == 1:
        return anchor.year + (gap < (-45 if day is not None else 0))
    near = 120 if way == 0 else 75
    if day is None:
        near = 62 if way == 0 else 0
    if gap < 0 and gap + 365 <= (45 if way == 0 and day is not None else 0):
        return anchor.year + 1
    return anchor.year - (gap > near)


def year_along(year: int | None, last: int | None, month: int) -> int | None:
    """The year of a month in a narrative: the year spoken of, or the next when the telling passes New Year."""
    if year is not None and last is not None and last >= 10 and month <= 3:
        return year + 1
    return year


def steps(unit: str, amount: float) -> tuple[str, int]:
    """A calendar unit and how many of it: decades and longer are stepped in years, fortnights in weeks."""
    size, years = {"decade": 10, "century": 100, "millennium": 1000}.get(unit), "year"
    if size:
        return years, round(amount * size)
    if unit == "fortnight":
        return "week", round(amount * 2)
    return unit, int(amount)


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
    """The year of a quarter said without one: the last that began, or the next when that is near or meant."""
    now = (anchor.month - 1) // 3 + 1
    behind = (now - number) % 4
    if behind == 3 and way >= 0:
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


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`th `weekday` (1 Monday) of a month; -1 is the last."""
    if number < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta((following.isoweekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
