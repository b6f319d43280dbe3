"""Resolves frames: what each expression means as a TIMEX3 value and as an interval, against its anchor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from reconcile.language.times import calendar, tense
from reconcile.language.times.cardinals import cardinal
from reconcile.language.times.frames import Frame, class_names, read
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.tokens import Tokens
from reconcile.values.dates import Grain, Interval


class Resolver:
    """Walks the frames of one text in order and keeps what later ones lean on."""

    def __init__(self, tokens: Tokens, anchor: date | None, narrative: bool) -> None:
        self.tokens = tokens
        self.anchor = anchor
        self.narrative = narrative
        self.day: date | None = anchor  # the last day spoken of
        self.year: int | None = None if narrative else (anchor.year if anchor else None)
        self.quarter: str = ""

    def resolve(self, frame: Frame) -> Iterator[TimeMention]:
        """The mention or mentions that a frame stands for; none when it is no time after all."""
        handler = getattr(self, f"_{frame.rule}", None)
        if handler is not None:
            yield from handler(frame)

    # helpers

    def mention(
        self, frame: Frame, kind: str, value: str, interval: Interval | None = None, **more: Any
    ) -> TimeMention:
        """A mention over the frame's words, a leading article or trailing mark left out as TIMEX3 wants it."""
        start = self.tokens.starts[frame.first]
        if interval is not None and frame.mod in calendar.PARTS:
            interval = calendar.restricted(interval, frame.mod)
        return TimeMention(
            start, self.tokens.end(frame.last - 1), kind, value, interval, modifier=frame.mod, **more
        )

    def names(self, frame: Frame) -> list[str]:
        """The class names of the frame's tokens."""
        return [class_names().get(letter, "") for letter in self.tokens.classes[frame.first : frame.last]]

    def amount(self, frame: Frame) -> tuple[float | None, bool]:
        """How many units the frame speaks of."""
        return cardinal(self.tokens, self.names(frame), frame.first)

    def look(self, frame: Frame) -> int:
        """-1 or 1: back or ahead, from the frame's own word or the verb near it; 0 unknown."""
        return tense.direction(self.tokens, frame.first, frame.last)

    # absolute dates and what hangs on them

    def _iso(self, frame: Frame) -> Iterator[TimeMention]:
        tokens, at = self.tokens, frame.first
        year, month, day = (tokens.value(at + k) for k in (0, 2, 4))
        frame.year, frame.month, frame.day = year, month, day
        if frame.last - at > 5:
            frame.hour, frame.minute = tokens.value(at + 6), tokens.value(at + 8)
            frame.zone = 0 if frame.zulu else None
        yield from self._point(frame)

    def _numeric(self, frame: Frame) -> Iterator[TimeMention]:
        values = [
            v
            for v in (self.tokens.value(k) for k in range(frame.first, frame.last))
            if isinstance(v, int) and v
        ]
        if len(values) < 3 or any(not self.tokens.glued(k) for k in range(frame.first, frame.last - 1)):
            return
        if values[0] > 999:
            year, orders = values[0], [(values[1], values[2])]
        else:
            first, second, year = values
            if year < 100:
                year = calendar.full_year(year, self.anchor)
            orders = [(first, second), (second, first)]
            if "dot" in frame.words or "dash" in frame.words:
                orders.reverse()
        days = [d for month, day in orders if (d := calendar.day_of(year, month, day))]
        days = list(dict.fromkeys(days))
        if not days:
            yield self.mention(frame, "DATE", "", flaw="no such day")
            return
        self.day = days[0]
        readings = tuple(Interval.day(d) for d in days)
        yield self.mention(
            frame,
            "DATE",
            days[0].isoformat(),
            readings[0],
            alternatives=readings if len(readings) > 1 else (),
        )

    def _point(self, frame: Frame) -> Iterator[TimeMention]:
        if frame.rule == "point" and not self._is_time(frame):
            return
        if frame.ordinal is not None and frame.month:
            frame.day = frame.ordinal or 0
        clock = frame.hour is not None or frame.noon is not None
        if frame.month and frame.day is None:
            if frame.year is None:
                return
            yield from self._month(frame)
            return
        known = frame.year is not None
        relative = False
        if frame.month and frame.day:
            if frame.short_year and frame.year is not None:
                frame.year = calendar.full_year(frame.year, self.anchor)
            year = frame.year or self._year_for(frame)
            if year is None:
                yield self.mention(frame, "DATE", f"XXXX-{frame.month:02}-{frame.day:02}", year_known=False)
                return
            day = calendar.day_of(year, frame.month, frame.day)
            if day is None:
                yield self.mention(frame, "DATE", "", flaw="no such day", year_known=known)
                return
            relative = not known
            if known or self.narrative:
                self.year = year
        elif frame.weekday:
            if self.anchor is None and not (self.narrative and self.day):
                yield self.mention(
                    frame,
                    "TIME" if clock or frame.part else "DATE",
                    f"XXXX-WXX-{frame.weekday}" + (f"T{frame.part}" if frame.part else ""),
                    weekday=frame.weekday,
                    year_known=False,
                )
                return
            day, relative = self._weekday_for(frame), True
        elif frame.deictic is not None:
            if self.anchor is None:
                yield self.mention(
                    frame,
                    "TIME" if clock or frame.part else "DATE",
                    "PRESENT_REF" if not frame.deictic else "",
                    relative=True,
                )
                return
            day, relative = self.anchor + timedelta(frame.deictic), True
        elif frame.part or clock:
            base = self.day
            if frame.direction is not None and self.anchor and not self.narrative:
                base = self.anchor
            if base is None:
                value = self._clock(frame, "XXXX-XX-XX")
                yield self.mention(frame, "TIME", value, relative=True)
                return
            day, relative = base + timedelta(frame.direction or 0), True
        else:
            return
        self.day = day
        more = {"relative": relative, "year_known": known or not frame.month, "weekday": frame.weekday}
        if clock or frame.part:
            yield self.mention(
                frame, "TIME", self._clock(frame, day.isoformat()), self._clock_interval(frame, day), **more
            )
            return
        yield self.mention(frame, "DATE", day.isoformat(), Interval.day(day), **more)

    def _is_time(self, frame: Frame) -> bool:
        if (
            frame.hour is not None
            and frame.half_day is None
            and "clock" not in frame.words
            and frame.zone is None
        ):
            return (
                "colon" in frame.words
                and frame.hour < 24
                and (frame.minute or 0) < 60
                and frame.minute is not None
            )
        if (
            frame.weekday
            and not frame.month
            and {"dayabbr", "weakday"} & frame.words
            and not (frame.part or frame.direction is not None or frame.hour is not None)
        ):
            return "dot" in frame.words and "dayabbr" in frame.words
        return True

    def _hour(self, frame: Frame) -> tuple[int, int]:
        if frame.noon is not None:
            return frame.noon, 0
        hour = frame.hour or 0
        half = frame.half_day
        if half is None and frame.part in ("AF", "EV", "NI") and hour < 12:
            half = 12 if frame.part != "NI" or hour > 5 else 0
        if half is not None:
            hour = hour % 12 + half
        return hour, frame.minute or 0

    def _clock(self, frame: Frame, day: str) -> str:
        if frame.hour is None and frame.noon is None:
            return f"{day}T{frame.part}"
        hour, minute = self._hour(frame)
        return f"{day}T{hour:02}:{minute:02}"

    def _clock_interval(self, frame: Frame, day: date) -> Interval | None:
        if frame.hour is None and frame.noon is None:
            return calendar.part_of_day(day, frame.part)
        hour, minute = self._hour(frame)
        start = datetime(day.year, day.month, day.day) + timedelta(hours=hour, minutes=minute)
        exact = frame.minute is not None or frame.noon is not None
        width = timedelta(minutes=1) if exact else timedelta(hours=1)
        return Interval(
            start, start + width, Grain.MINUTE if exact else Grain.HOUR, frame.zone, fuzzy=not exact
        )

    def _year_for(self, frame: Frame) -> int | None:
        """The year of a month, or of a day of a month, said without one."""
        if self.narrative:
            return self.year
        if self.anchor is None:
            return self.year
        return calendar.year_near(self.anchor, frame.month or 1, frame.day, self._direction(frame))

    def _direction(self, frame: Frame) -> int:
        if frame.direction == -1:
            return -2  # strictly before
        if frame.direction == 1:
            return 2
        if frame.direction == 0:
            return 0
        return self.look(frame)

    def _weekday_for(self, frame: Frame) -> date:
        anchor = self.anchor if self.anchor and not self.narrative else self.day
        assert anchor is not None
        assert frame.weekday
        back = (anchor.isoweekday() - frame.weekday) % 7
        ahead = (frame.weekday - anchor.isoweekday()) % 7
        way = self._direction(frame)
        if way == -2:
            return anchor - timedelta(back or 7)
        if way == 2:
            return anchor + timedelta(ahead or 7)
        if way == 1 or frame.direction == 0:
            return anchor + timedelta(ahead)
        return anchor - timedelta(back)

    def _range(self, frame: Frame) -> Iterator[TimeMention]:
        tokens = self.tokens
        cut = next(
            k
            for k in range(frame.first, frame.last)
            if self.names(frame)[k - frame.first] in ("dash", "longdash")
        )
        left, right = read(tokens, "point", frame.first, cut), read(tokens, "point", cut + 1, frame.last)
        for end in (left, right):
            if end.ordinal is not None:
                end.day = end.ordinal
        if left.month is None and right.month is None:
            if left.year is None or (right.year is None and right.day is None):
                return
            first = left.year
            last = right.year if right.year is not None else first - first % 100 + (right.day or 0)
            if last <= first or last - first > 200 or not tokens.glued(cut) or tokens.word(cut - 1) == "":
                return
            through = Interval(datetime(first, 1, 1), datetime(last + 1, 1, 1), Grain.YEAR)
            for end, whole in ((left, first), (right, last)):
                yield self.mention(end, "DATE", str(whole), Interval.year(whole), through=through)
            return
        month, year = left.month or right.month, left.year or right.year
        left.month = right.month = month
        left.year = right.year = year
        ends = [*self._point(left), *self._point(right)]
        intervals = [end.interval for end in ends]
        if len(ends) == 2 and intervals[0] and intervals[1]:
            through = Interval(intervals[0].start, intervals[1].end, Grain.DAY)
            ends = [replace(end, through=through) for end in ends]
        yield from ends

    def _month(self, frame: Frame) -> Iterator[TimeMention]:
        assert frame.month
        if frame.rule == "month" and not self._month_stands(frame):
            return
        if frame.short_year and frame.year is not None:
            frame.year = calendar.full_year(frame.year, self.anchor)
        year = frame.year or self._year_for(frame)
        if year is None:
            yield self.mention(frame, "DATE", f"XXXX-{frame.month:02}", year_known=False)
            return
        if frame.year or self.narrative:
            self.year = year
        value = f"{year:04}-{frame.month:02}"
        yield self.mention(
            frame,
            "DATE",
            value,
            Interval.month(year, frame.month),
            relative=not frame.year,
            year_known=bool(frame.year),
        )

    def _month_stands(self, frame: Frame) -> bool:
        """Whether a month without day or year is a month, not a verb or a person."""
        said = {
            "on",
            "in",
            "since",
            "by",
            "until",
            "of",
            "from",
            "for",
            "prep",
            "between",
            "to",
            "before",
            "after",
            "through",
            "and",
            "late",
        }
        before = class_names().get(self.tokens.classes[frame.first - 1], "") if frame.first else ""
        named = frame.direction is not None or frame.mod != ""
        if "weakmonth" in frame.words or "monabbr" in frame.words or "maymonth" in frame.words:
            return named or before in said
        return True

    def _monthof(self, frame: Frame) -> Iterator[TimeMention]:
        if self.anchor is None or frame.year_direction is None:
            return
        frame.year = self.anchor.year + frame.year_direction
        frame.direction = None
        for mention in self._month(frame):
            yield replace(mention, relative=True, year_known=False)

    def _year(self, frame: Frame) -> Iterator[TimeMention]:
        year = frame.year
        if year is None:
            return
        if frame.short_year:
            year = calendar.full_year(year, self.anchor)
        if frame.era == "BC":
            yield self.mention(frame, "DATE", f"BC{year:04}")
            return
        if not frame.short_year and not frame.era and not calendar.year_stands(self.tokens, frame):
            return
        if year > 999:
            self.year = year if self.narrative else self.year
        yield self.mention(frame, "DATE", f"{year:04}", Interval.year(year))

    def _decades(self, frame: Frame) -> Iterator[TimeMention]:
        if frame.year is None or frame.year % 10:
            return
        year = frame.year
        if frame.short_year:
            year += 1900
        century = year % 100 == 0 and not frame.short_year
        end = year + (100 if century else 10)
        value = str(year // 100) if century else str(year // 10)
        yield self.mention(
            frame,
            "DATE",
            value,
            Interval(datetime(year, 1, 1), datetime(end, 1, 1), Grain.CENTURY if century else Grain.DECADE),
        )

    def _century(self, frame: Frame) -> Iterator[TimeMention]:
        if not frame.ordinal:
            return
        start = (frame.ordinal - 1) * 100
        interval = (
            Interval(datetime(max(start, 1), 1, 1), datetime(start + 100, 1, 1), Grain.CENTURY)
            if start < 9900 and frame.era != "BC"
            else None
        )
        yield self.mention(frame, "DATE", f"{frame.ordinal - 1:02}", interval)

    # relative units

    def _ago(self, frame: Frame) -> Iterator[TimeMention]:
        amount, vague = self.amount(frame)
        if amount is None and not vague:
            amount = 1
        back = frame.shift in ("ago", "earlier")
        if vague or amount is None:
            yield self.mention(frame, "DATE", "PAST_REF" if back else "FUTURE_REF", relative=True)
            return
        if frame.unit == "year" and amount == 1 and back and self.quarter:
            value = f"{int(self.quarter[:4]) - 1}{self.quarter[4:]}"
            yield self.mention(frame, "DATE", value, calendar.quarter(value), relative=True)
            return
        base = (
            self.anchor
            if frame.shift in ("ago", "hence") and not self.narrative
            else (self.day or self.anchor)
        )
        if base is None:
            yield self.mention(frame, "DATE", "PAST_REF" if back else "FUTURE_REF", relative=True)
            return
        value, interval = calendar.shifted(base, frame.unit, -amount if back else amount)
        kind = "TIME" if "T" in value else "DATE"
        yield self.mention(frame, kind, value, interval, relative=True)

    def _this(self, frame: Frame) -> Iterator[TimeMention]:
        base = (
            self.day
            if "following" in frame.words
            or "previous" in frame.words
            or "that" in frame.words
            or "same" in frame.words
            or self.narrative
            else self.anchor
        )
        steps = frame.direction or 0
        if frame.unit in ("", "period"):
            if self.quarter:
                yield self.mention(frame, "DATE", self.quarter, calendar.quarter(self.quarter), relative=True)
            return
        if base is None:
            return
        if frame.unit == "quarter" and "the" in frame.words and not frame.direction and self.quarter:
            yield self.mention(frame, "DATE", self.quarter, calendar.quarter(self.quarter), relative=True)
            return
        if frame.unit == "day" and not {"next", "following", "previous", "same", "that"} & frame.words:
            return
        if frame.unit in ("second", "minute", "hour"):
            return
        value, interval = calendar.stepped(base, frame.unit, steps)
        if frame.unit == "day" and interval and interval.start:
            self.day = interval.start.date()
        yield self.mention(frame, "DATE", value, interval, relative=True)

    def _span(self, frame: Frame) -> Iterator[TimeMention]:
        amount, _ = self.amount(frame)
        value = calendar.duration(amount, frame.unit)
        interval = None
        if amount and self.anchor and frame.direction:
            interval = calendar.stretch(self.anchor, frame.unit, amount * frame.direction)
        yield self.mention(frame, "DURATION", value, interval, relative=True)

    def _duration(self, frame: Frame) -> Iterator[TimeMention]:
        amount, _ = self.amount(frame)
        if not frame.unit:
            return
        if frame.words & {"art"} and amount == 1 and calendar.rate(self.tokens, frame.first):
            yield self.mention(frame, "SET", calendar.duration(1, frame.unit))
            return
        yield self.mention(frame, "DURATION", calendar.duration(amount, frame.unit))

    def _quarters(self, frame: Frame) -> Iterator[TimeMention]:
        if "units" in frame.words:
            count, _ = cardinal(self.tokens, self.names(frame)[1:], frame.first + 1)
            yield self.mention(frame, "DURATION", calendar.duration(count, frame.unit))
            return
        number, size = frame.ordinal, "H" if frame.unit == "half" else "Q"
        if not number or (size == "Q" and number > 4) or (size == "H" and number > 2):
            return
        year = frame.year
        if year is None and self.anchor is not None:
            if frame.year_direction is not None:
                year = self.anchor.year + frame.year_direction
            elif size == "Q":
                year = calendar.quarter_year(self.anchor, number, self.look(frame))
            else:
                year = self.anchor.year
        value = f"{year or 'XXXX'}-{size}{number}"
        if size == "Q" and year:
            self.quarter = value
        yield self.mention(
            frame, "DATE", value, calendar.quarter(value) if year else None, relative=frame.year is None
        )

    def _season(self, frame: Frame) -> Iterator[TimeMention]:
        strong = (
            frame.year is not None
            or frame.direction is not None
            or frame.year_direction is not None
            or "the" in frame.words
        )
        if not strong and "weakseason" in frame.words:
            return
        year = frame.year
        if year is None and self.narrative:
            year = self.year
        if year is None and self.anchor:
            if frame.year_direction is not None:
                year = self.anchor.year + frame.year_direction
            else:
                year = calendar.season_year(self.anchor, frame.season, frame.direction, self.look(frame))
        value = f"{year or 'XXXX'}-{frame.season}"
        yield self.mention(
            frame,
            "DATE",
            value,
            calendar.season(year, frame.season) if year else None,
            relative=frame.year is None,
        )

    def _fiscal(self, frame: Frame) -> Iterator[TimeMention]:
        year = frame.year or (
            calendar.full_year(frame.day, self.anchor) if frame.day and frame.day < 100 else None
        )
        if year is None:
            if self.anchor:
                yield self.mention(frame, "DURATION", "P1Y", relative=True)
            return
        yield self.mention(frame, "DATE", str(year), replace(Interval.year(year), fuzzy=True))

    def _often(self, frame: Frame) -> Iterator[TimeMention]:
        if frame.weekday:
            yield self.mention(
                frame, "SET", f"XXXX-WXX-{frame.weekday}" + (f"T{frame.part}" if frame.part else "")
            )
        elif frame.month:
            yield self.mention(frame, "SET", f"XXXX-{frame.month:02}")
        elif frame.season:
            yield self.mention(frame, "SET", f"XXXX-{frame.season}")
        elif frame.part:
            yield self.mention(frame, "SET", f"XXXX-XX-XXT{frame.part}")
        elif frame.unit:
            amount, _ = self.amount(frame)
            yield self.mention(frame, "SET", calendar.duration(amount or 1, frame.unit))

    def _feastday(self, frame: Frame) -> Iterator[TimeMention]:
        return iter(())

    def _ref(self, frame: Frame) -> Iterator[TimeMention]:
        value = frame.value
        if not value:
            value = (
                "PRESENT_REF"
                if frame.words & {"now", "current"}
                else "FUTURE_REF"
                if "futureword" in frame.words
                else "PAST_REF"
            )
        if frame.words & {"past", "once"} and "the" not in frame.words:
            return
        yield self.mention(frame, "DATE", value, relative=True)

    def _some(self, frame: Frame) -> Iterator[TimeMention]:
        before = self.tokens.word(frame.first - 1).lower()
        if before in ("for", "in", "within", "after", "of", "over", "takes", "the"):
            yield self.mention(frame, "DURATION", calendar.duration(None, frame.unit))
