"""Days of a month told by their number alone: on the 6th, by the 12th of this month, the morning of the 28th."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reconcile.language.times import calendar
from reconcile.language.times.clock import told
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.tokens import Tokens
from reconcile.values.regex import regex

_LED = frozenset({"on", "by", "until", "till", "since", "from", "through", "before"})
_JOINED = frozenset({"and", "or", "to", "until"})
_STANDS = regex(
    r"\s*(?:\Z|[.,;:!?)\n\u201d\"–—]|(?:and|or|but|when|as|that|which|because|since|until|till|to|at|in|on|by|near|during|outside|inside|around|across|for|with|from|before|"
    r"after|while|where|there|he|she|it|they|we|I|you|his|her|their|its|our|the|an?|police|was|were|is|will|would|had|has|have|last|this|next)\b)"
)
# Where a place in a row is no day: holes, floors, innings.
_ROWS = regex(
    r"\b(?:birdie\w*|bogey\w*|eagled?|par|holes?|tees?|putts?|fairway|golf\w*|floors?|store?ys?|innings?|homers?|pitch\w*|laps?)\b",
    re.I,
)
_NEAR = 40  # tokens in which a month is still spoken of
_BACKWARD = 14  # days that a telling goes back within its month, rather than on to the next


def stands_alone(tokens: Tokens, last: int) -> bool:
    """Whether no noun that an ordinal ranks follows the token `last`: "on the 6th, police", not "on the 6th floor"."""
    return _STANDS.match(tokens.text, tokens.end(last)) is not None


def numbered(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A day of the month said after it, of the month last spoken of, or of that of the paper, by tense."""
    said = "monthu" in frame.words
    day = (frame.day or 0) if frame.ordinal is None else frame.ordinal + (frame.day or 0)
    if not 0 < day < 32 or not (said or _is_day(context, frame)):
        return
    month = _its_month(context, frame) if said else _month_of(context, frame, day)
    found = calendar.day_of(month.year, month.month, day) if month else None
    if found is None:
        return
    context.spoke_of(found, year_said=False)
    frame.direction = None
    yield told(context, frame, found, relative=True, year_known=False)


def _is_day(context: Context, frame: Frame) -> bool:
    tokens, first = context.tokens, frame.first
    led = tokens.word(first - 1).lower()
    beside = context.name(first - 2) == "suffix" and led in _JOINED
    if not (frame.part or beside or led in _LED or (led == "between" and tokens.word(frame.last) == "and")):
        return False
    start, last = tokens.starts[first], frame.last - 1
    if context.name(last + 1) in _JOINED and context.names(last + 2, last + 4) == ["day", "suffix"]:
        last += 3  # "on the 5th and 6th floors"
    return stands_alone(tokens, last) and not _ROWS.search(tokens.text, max(0, start - 120), start + 60)


def _its_month(context: Context, frame: Frame) -> date | None:
    """The first day of this, last or next month, or of the one spoken of."""
    if frame.direction is None or frame.words & {"following", "previous"}:
        base = context.said_month or context.anchor
    else:
        base = context.anchor
    return _stepped(base, frame.direction or 0) if base else None


def _month_of(context: Context, frame: Frame, day: int) -> date | None:
    """The first day of the month spoken of shortly before, else of the paper's, or by tense of the one before or after."""
    anchor, said, last = context.anchor, context.said_month, context.day
    way = context.look(frame)
    if said and (context.narrative or any(context.name(at) in _MONTHS for at in _before(frame))):
        on = last is not None and last.replace(day=1) == said and last.day - day > _BACKWARD
        month = _stepped(said, int(on))
        if context.narrative or way > 0 or anchor is None or month + timedelta(day - 1) <= anchor:
            return month
    if anchor is None:
        return None
    return _stepped(anchor, way * int((day - anchor.day) * way < 0))


def _before(frame: Frame) -> range:
    return range(max(0, frame.first - _NEAR), frame.first)


_MONTHS = frozenset({"month", "maymonth", "monabbr"})


def _stepped(base: date, months: int) -> date:
    count = base.year * 12 + base.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
