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

    @classmethod
    def day(cls, day: date) -> Interval:
        """The whole of one day."""
        start = datetime(day.year, day.month, day.day)
        return cls(start, start + timedelta(days=1), Grain.DAY)

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
        if self == replace(Interval.month(self.start.year, self.start.month), fuzzy=self.fuzzy):
            return f"{self.start:%Y-%m}"
        if self == replace(Interval.year(self.start.year), fuzzy=self.fuzzy):
            return f"{self.start:%Y}"
        return f"{_iso_day(self.start)}/{_iso_day(last)}"

    def contains(self, other: Interval) -> bool:
        """Whether `other` lies within this interval."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share an instant."""
        before = self.end is not None and other.start is not None and self.end <= other.start
        after = other.end is not None and self.start is not None and other.end <= self.start
        return not (before or after)

    def relation(self, other: Interval) -> Relation:
        """How this interval relates to `other`: a finer statement inside a coarser one refines it."""
        if (self.start, self.end) == (other.start, other.end):
            return Relation.SAME
        if other.contains(self):
            return Relation.REFINES
        if self.contains(other):
            return Relation.COARSENS
        return Relation.DIFFERS


def _iso_day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ".."
