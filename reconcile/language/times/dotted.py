"""Clock times with a point or an h between hour and minute: at 10.42, until 06.00 GMT, 19h30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.language.times import days
from reconcile.language.times.context import Context
from reconcile.language.times.figures import CLOCK_FOLLOWS, CLOSED, MEASURED
from reconcile.language.times.frames import Frame, read
from reconcile.language.times.mention import TimeMention
from reconcile.lexicon import words
from reconcile.values.regex import regex

_AT = frozenset({"at", "from", "until", "till"})
_LOOSE = frozenset({"about", "around", "before", "after", "approximately", "and", "shortly", "exactly"})
# What else leads to a clock time: a new line (an entry of a running report), "as of", the day before a comma.
_HEADS = regex(r"(?:\A|\n)\**\Z|\bas of \Z|(?:day|\b[A-Z][a-z]+ 2\d{3}), \Z")
_A_CLOCK = regex(r"\d\d\Z")
_OPENS = regex(r"(?:\A|[.!?\n][\u201d\"')]*\s)(?:At|From|Until) (?:about |around )?\Z")
_WORD = regex(r" (?P<word>[a-z]+)\b")
# A clock time that nothing but one can be, and what rules out that a figure is one.
_SURE = regex(
    r"\b(?:[Aa]t|[Ff]rom|[Uu]ntil|[Tt]ill)(?: about| around)? (?P<at>(?:[01]\d|2[0-3])\.[0-5]\d)(?=[,;:)\n]|\.\s| ?[ap]\.?m\b| hours\b| [a-z]{4})"
    r"|\n\**(?P<head>(?:[01]\d|2[0-3])\.[0-5]\d)\b"
)
_AMOUNT = regex(
    r"(?:[$£€¥#]|\b(?:of|by|to|than|over|under|up|down|cost|costs|worth|for|paid|around|about|nearly|[A-Z]{2,3}|\d{4})) ?\Z"
)


def dotted(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Minutes after a point or an h, where no figure of another kind stands so; else the day that follows the figure."""
    told = list(_clock(context, frame))
    yield from told or _day_behind(context, frame)


def _day_behind(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The day behind what is no clock time: "closed at $52.10 on Friday"."""
    if frame.rule != "dotted" or not (frame.weekday or frame.deictic is not None or frame.month):
        return
    at = frame.first + _FIGURE
    while at < frame.last and context.name(at) in _JOINTS:
        at += 1
    if at < frame.last:
        yield from days.point(context, read(context.tokens, "point", at, frame.last))


_FIGURE = 3  # tokens of hour, point and minute
_JOINTS = frozenset({"comma", "on", "lparen", "the"})


def _clock(context: Context, frame: Frame) -> Iterator[TimeMention]:
    tokens, at = context.tokens, frame.first
    hour, minute = tokens.value(at), tokens.value(at + 2)
    figures = (tokens.word(at), tokens.word(at + 2))
    if not (tokens.glued(at) and tokens.glued(at + 1)) or len(figures[1]) != 2 or hour > 23 or minute > 59:
        return
    start, end = tokens.starts[at], tokens.end(at + 2)
    joined = frame.last > at + 3
    measured = MEASURED.search(tokens.text, max(0, start - 90), start)
    closed = not joined and CLOSED.search(tokens.text, max(0, start - 90), start)
    if (
        measured
        or closed
        or not (_led_to(context, at, len(figures[0]) == 2) or _as_elsewhere(context, at, end))
    ):
        return
    if not (joined or CLOCK_FOLLOWS.match(tokens.text, end) or _opens(tokens.text, start, end)):
        return
    frame.hour, frame.minute, frame.rule = hour, minute, "point"
    frame.words = frame.words | {"clock"}
    yield from days.point(context, frame)


def _led_to(context: Context, at: int, two: bool) -> bool:
    """Whether the words before lead to a clock time, not to a price."""
    tokens, start = context.tokens, context.tokens.starts[at]
    led = tokens.word(at - 1).lower()
    if led in _LOOSE:
        earlier = tokens.word(at - 2).lower()
        led = "at" if led == "and" and _A_CLOCK.match(earlier) else earlier
    ranged = led == "to" and tokens.word(at - 2).isdigit() and tokens.word(at - 3) == "."
    return led in _AT or ranged or (two and _HEADS.search(tokens.text, max(0, start - 24), start) is not None)


def _opens(text: str, start: int, end: int) -> bool:
    """Whether "At 16.44" opens a sentence that no unit goes on: "At 16.44 flares were lit", not "At 12.50 euros"."""
    after = _WORD.match(text, end)
    opens = after is not None and _OPENS.search(text, max(0, start - 20), start) is not None
    return opens and after is not None and after["word"] not in _units()


@cache
def _units() -> frozenset[str]:
    forms = (form for line in words("units") for form in line.partition(" = ")[2].split())
    other = "percent per million billion trillion times points each out"
    return frozenset(part for form in (*forms, other) for part in re.split("[+ ]", form))


def _as_elsewhere(context: Context, at: int, end: int) -> bool:
    """Whether the article writes clock times so, and nothing says that this figure is an amount."""
    tokens, start = context.tokens, context.tokens.starts[at]
    if len(tokens.word(at)) != 2 or tokens.word(at + 1) != "." or tokens.glued(at - 1 if at else at):
        return at > 0 and tokens.word(at - 1) == "(" and _points_are_clocks(context)
    return _AMOUNT.search(tokens.text, max(0, start - 12), start) is None and _points_are_clocks(context)


def _points_are_clocks(context: Context) -> bool:
    """Whether two clock times or more of the text have a point, and could be nothing else."""
    if context.pointed is None:
        text, sure = context.tokens.text, 0
        for found in _SURE.finditer(text):
            at = found.start()
            sure += not (
                MEASURED.search(text, max(0, at - 60), at) or CLOSED.search(text, max(0, at - 60), at)
            )
            if sure > 1:
                break
        context.pointed = sure > 1
    return context.pointed
