"""The quarters, halves and fiscal years that companies report by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.language.times import calendar, months
from reconcile.language.times.cardinals import cardinal
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame, read
from reconcile.language.times.mention import TimeMention
from reconcile.values.dates import Interval


def quarter(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The third quarter, the first half of 1990, last year's fourth quarter, Q3; "the first nine months"."""
    if frame.words & {"units"}:
        names = context.names(frame.first, frame.last)
        at = next(k for k, name in enumerate(names) if name in ("ordword", "secondword", "suffix", "final"))
        count, _ = cardinal(context.tokens, names[at + 1 : names.index("units") + 1], frame.first + at + 1)
        context.quarter, frame.unit = "", context.tokens.value(frame.first + names.index("units"))
        end, of = frame.last, frame.first + names.index("of") if "of" in names else None
        frame.last = of or end
        yield context.mention(frame, "DURATION", calendar.duration(count, frame.unit))
        if of is not None and frame.year is not None:
            yield from months.year(context, read(context.tokens, "spelledyear", of + 1, end))
        return
    number, size = frame.ordinal, "H" if frame.unit == "half" else "Q"
    if number == -1:
        number = 2 if size == "H" else 4
    if not number or number > (4 if size == "Q" else 2):
        return
    year, anchor = frame.year, context.anchor
    if (
        size == "H"
        and year is None
        and frame.year_direction is None
        and not frame.words & {"yearu", "fiscal"}
    ):
        return
    if year is not None and frame.short_year:
        year = calendar.full_year(year, anchor)
    if year is None and anchor is not None:
        if frame.year_direction is not None:
            year = anchor.year + frame.year_direction
        else:
            year = calendar.quarter_year(anchor, number, context.look(frame)) if size == "Q" else anchor.year
    value = f"{year or 'XXXX'}-{size}{number}"
    if size == "Q" and year:
        context.quarter = value
    interval = calendar.quarter(value) if year else None
    yield context.mention(frame, "DATE", value, interval, relative=frame.year is None)


def year_ago(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The year-ago quarter, the year-earlier third quarter, year-earlier results."""
    value = context.quarter
    if not value and "quarter" in frame.words and context.anchor:
        value, _ = calendar.stepped(context.anchor, "quarter", -1)
    if frame.ordinal and value:
        value = f"{value[:4]}-Q{frame.ordinal}"
    if value:
        value = f"{int(value[:4]) - 1}{value[4:]}"
        yield context.mention(frame, "DATE", value, calendar.quarter(value), relative=True, modifier="")
    elif context.anchor:
        past = context.anchor.year - 1
        yield context.mention(frame, "DATE", str(past), Interval.year(past), relative=True, modifier="")


def quarter_named(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The 1988 period, the 1988 quarter: the quarter under discussion, of that year."""
    if frame.year is None:
        return
    if not context.quarter:
        yield context.mention(frame, "DATE", str(frame.year), Interval.year(frame.year))
        return
    value = f"{frame.year}{context.quarter[4:]}"
    yield context.mention(frame, "DATE", value, calendar.quarter(value))


def fiscal(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Fiscal 1989, FY2019, the fiscal year: its months are the company's own, so its ends are soft."""
    year = frame.year or (calendar.full_year(frame.day, context.anchor) if frame.day else None)
    if year is None:
        if context.anchor:
            yield context.mention(frame, "DURATION", "P1Y", relative=True)
        return
    yield context.mention(frame, "DATE", str(year), replace(Interval.year(year), fuzzy=True))
