"""What resolving one text keeps in mind: its tokens, its anchor, and the times spoken of so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from reconcile.language.times import calendar, tense
from reconcile.language.times.cardinals import cardinal
from reconcile.language.times.frames import Frame, class_names
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.tokens import Tokens
from reconcile.values.dates import Interval


@dataclass(slots=True, eq=False, repr=False)
class Context:
    """State while the frames of a text are resolved in order.

    `anchor` is the day of publication, if known. In a `narrative` times hang on each other, not on the anchor.
    """

    tokens: Tokens
    anchor: date | None
    narrative: bool
    day: date | None = None  # the last day spoken of
    month: int | None = None  # the last month spoken of
    year: int | None = None  # the year that a month without one belongs to, in a narrative
    said_year: int | None = None  # the last year said outright
    said_month: date | None = None  # the first day of the last month spoken of, in its year
    quarter: str = ""  # the last quarter spoken of, "1989-Q3"
    pointed: bool | None = None  # whether the text writes its clock times "22.58"; None until asked

    def mention(
        self, frame: Frame, kind: str, value: str, interval: Interval | None = None, **more: Any
    ) -> TimeMention:
        """A mention over the frame's words; its interval cut to the early, middle or late part if one is said."""
        if interval is not None and frame.mod in calendar.PARTS:
            interval = calendar.restricted(interval, frame.mod)
        start = self.tokens.starts[frame.first]
        more.setdefault("modifier", frame.mod)
        end = self.tokens.end(frame.last - 1)
        if self.tokens.text[end - 1] == ")" and "(" not in self.tokens.text[start:end]:
            end = self.tokens.end(frame.last - 2)  # the bracket opened before the time
        return TimeMention(start, end, kind, value, interval, **more)

    def names(self, first: int, last: int) -> list[str]:
        """The class names of some tokens."""
        return [class_names().get(letter, "") for letter in self.tokens.classes[first:last]]

    def name(self, index: int) -> str:
        """The class name of one token; empty outside the text."""
        classes = self.tokens.classes
        return class_names().get(classes[index], "") if 0 <= index < len(classes) else ""

    def amount(self, frame: Frame) -> tuple[float | None, bool]:
        """How many units the frame speaks of."""
        return cardinal(self.tokens, self.names(frame.first, frame.last), frame.first)

    def look(self, frame: Frame) -> int:
        """-1 or 1: back or ahead, by the verb near the frame; 0 when nothing tells."""
        return tense.direction(self.tokens, frame.first, frame.last)

    def told_year(self, frame: Frame) -> int | None:
        """The year that the frame says, as a figure or as "last year", "that year"; None where it says none."""
        if frame.year is None and frame.year_direction is not None and self.anchor:
            return self.anchor.year + frame.year_direction
        if frame.year is None and "yearu" in frame.words and frame.words & {"that", "same"}:
            return self.said_year
        return frame.year

    def way(self, frame: Frame) -> int:
        """-2 or 2 strictly back or ahead ("last", "next"), 0 within ("this"), else what the verb says, -1 or 1."""
        if frame.direction is not None:
            return 2 * frame.direction
        if self.name(frame.first - 1) == "since":
            return -1 if frame.month and not frame.day else -2
        return self.look(frame)

    def spoke_of(self, day: date, *, year_said: bool) -> None:
        """Notes a day that later expressions may lean on."""
        self.day, self.month = day, day.month
        self.said_month = day.replace(day=1)
        if year_said:
            self.said_year = self.year = day.year
        elif self.narrative:
            self.year = day.year
