"""Dates as half-open intervals with a granularity; comparison is on intervals, never on strings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum

from reconcile.values.relation import Relation


class Grain(IntEnum):
    """How finely a time is said, fine to coarse."""

    MINUTE = 1
    HOUR = 2
    PART = 3  # morning, afternoon, evening, night
    DAY = 4
    WEEK = 5
    MONTH = 6
    SEASON = 7
    QUARTER = 8
    HALF = 9
    YEAR = 10
    DECADE = 11
    CENTURY = 12


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time, start included, end excluded; None is an open end. Local clock unless `offset` is given.

    `offset` is in minutes east of UTC. `fuzzy` says that the ends are not sharp ("early July", "around noon").
    """

    start: datetime | None
    end: datetime | None
    grain: Grain = Grain.DAY
    offset: int | None = None
    fuzzy: bool = False

    def between(self, start: datetime | None, end: datetime | None) -> Interval:
        """The same with other ends."""
        return Interval(start, end, self.grain, self.offset, self.fuzzy)

    @classmethod
    def day(cls, day: date) -> Interval:
        """The whole of one day."""
        start = datetime(day.year, day.month, day.day)
        end = start + timedelta(days=1) if day < date.max else datetime.max
        return cls(start, end, Grain.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> Interval:
        """The whole of one month."""
        following = datetime(year + month // 12, month % 12 + 1, 1)
        return cls(datetime(year, month, 1), following, Grain.MONTH)

    @classmethod
    def year(cls, year: int) -> Interval:
        """The whole of one year."""
        return cls(datetime(year, 1, 1), datetime(year + 1, 1, 1), Grain.YEAR)

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a full ISO date and time (of which the day is kept).

        Raises ValueError for anything else, February 30 included.
        """
        parts = text.strip()[:10].split("-")
        if len(parts) == 1 and len(parts[0]) == 4:
            return cls.year(int(parts[0]))
        if len(parts) == 2:
            return cls.month(int(parts[0]), int(parts[1]))
        return cls.day(date.fromisoformat("-".join(parts)))

    @property
    def iso(self) -> str:
        """The interval as an ISO date of its own granularity, or as `start/end` where it has none."""
        if self.start is None or self.end is None:
            return f"{_iso_day(self.start)}/{_iso_day(self.end)}"
        last = self.end - timedelta(microseconds=1)
        if self.start.date() == last.date():
            return self.start.date().isoformat()
        if self.grain == Grain.MONTH and self == replace(
            Interval.month(self.start.year, self.start.month), fuzzy=self.fuzzy
        ):
            return f"{self.start:%Y-%m}"
        if self.grain == Grain.YEAR and self == replace(Interval.year(self.start.year), fuzzy=self.fuzzy):
            return f"{self.start:%Y}"
        return f"{_iso_day(self.start)}/{_iso_day(last)}"

    @property
    def said(self) -> str:
        """The interval as a reader takes it in: `2025-07-11`, `1950 to 1953`, `2026-01 to 2026-03`, `the 1930s`."""
        iso = self.iso
        if "/" not in iso:
            return iso
        if self.start is None or self.end is None:
            return f"until {_iso_day(self.end)}" if self.start is None else f"from {_iso_day(self.start)}"
        last = self.end - timedelta(microseconds=1)
        whole = self.start.day == 1 and (last + timedelta(days=1)).day == 1
        if not whole:
            return f"{_iso_day(self.start)} to {_iso_day(last)}"
        if (self.start.month, last.month) != (1, 12):
            return f"{self.start:%Y-%m} to {last:%Y-%m}"
        decade = self.start.year % 10 == 0 and last.year == self.start.year + 9
        return f"the {self.start:%Y}s" if decade else f"{self.start:%Y} to {last:%Y}"

    def in_utc(self) -> Interval:
        """The same stretch on the clock of UTC; unchanged where no offset is known."""
        if not self.offset:
            return self
        shift = timedelta(minutes=self.offset)
        start, end = self.start and self.start - shift, self.end and self.end - shift
        return replace(self, start=start, end=end, offset=0)

    def contains(self, other: Interval) -> bool:
        """Whether `other` lies within this interval; clocks with known offsets are compared in UTC."""
        here, there = _on_one_clock(self, other)
        starts = here.start is None or (there.start is not None and here.start <= there.start)
        ends = here.end is None or (there.end is not None and there.end <= here.end)
        return starts and ends

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share an instant; clocks with known offsets are compared in UTC."""
        here, there = _on_one_clock(self, other)
        before = here.end is not None and there.start is not None and here.end <= there.start
        after = there.end is not None and here.start is not None and there.end <= here.start
        return not (before or after)

    def relation(self, other: Interval) -> Relation:
        """How this interval relates to `other`: a finer statement inside a coarser one refines it.

        Soft ends do not contradict: where a fuzzy interval ("Tuesday night") and another ("early Wednesday")
        share an instant, the shorter of them refines the longer. Clock times of which only one has a zone are
        unknown to each other when they lie less than a day's worth of zones apart.
        """
        here, there = _on_one_clock(self, other)
        if (here.start, here.end) == (there.start, there.end):
            return Relation.SAME
        if there.contains(here):
            return Relation.REFINES
        if here.contains(there):
            return Relation.COARSENS
        if (here.fuzzy or there.fuzzy) and here.overlaps(there):
            finer = (here.length, here.start or datetime.min) < (there.length, there.start or datetime.min)
            return Relation.REFINES if finer else Relation.COARSENS
        if (self.offset is None) != (other.offset is None) and _clocks(self, other) and _near(here, there):
            return Relation.UNKNOWN
        return Relation.DIFFERS

    @property
    def length(self) -> timedelta:
        """How long the stretch is; the longest there is where an end is open."""
        return self.end - self.start if self.start and self.end else timedelta.max


_ZONES = timedelta(hours=14)  # the farthest a clock can be from UTC


def _on_one_clock(one: Interval, other: Interval) -> tuple[Interval, Interval]:
    if one.offset is not None and other.offset is not None:
        return one.in_utc(), other.in_utc()
    return one, other


def _clocks(one: Interval, other: Interval) -> bool:
    return one.grain < Grain.DAY and other.grain < Grain.DAY


def _near(one: Interval, other: Interval) -> bool:
    if one.start is None or other.start is None:
        return True
    return abs(one.start - other.start) <= _ZONES


def _iso_day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ".."
