"""Publication dates taken from the dated articles on the same news: copies, the same occasion, the same week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from reconcile.sources.article import Article, Published
from reconcile.sources.clues import (
    WEEKDAYS,
    day_clues,
    nearest,
    sentence_around,
    speaks_ahead,
    weekday_clues,
    years_ago_today,
)
from reconcile.sources.neighbours import Neighbour, Neighbourhood
from reconcile.sources.statements import Statement, days_of, order_of, yearless_dateline
from reconcile.values.dates import Grain, Interval

_LEAD = 700
_SURE = 6  # telling words: so many shared with one report make it the same news
_CLOSE = 10  # days: articles on one piece of news appear within so many


def from_copy(article: Article, near: Neighbourhood, dates: Mapping[str, Interval]) -> Published | None:
    """The date of the text that this one reprints."""
    copies = [copy for copy in near.copies(article) if copy.article.id in dates]
    days = [(copy, day) for copy in copies if (day := _day(dates[copy.article.id]))]
    if not days:
        return None
    best, first = days[0]
    same = [day for copy, day in days if copy.share >= 0.6 * best.share and abs((day - first).days) <= 3]
    interval = Interval.day(min(same))
    if max(same) > min(same):
        interval = Interval(interval.start, Interval.day(max(same)).end, Grain.DAY, fuzzy=True)
    credit = f", {best.article.publisher}," if best.article.publisher else ""
    return Published(
        interval=interval, how=f"prints the words of {best.article.id}{credit} of {_said(interval)}"
    )


def settle_by_relatives(
    statement: Statement, relatives: list[Neighbour], dates: Mapping[str, Interval]
) -> Published | None:
    """The reading of an ambiguous order that lies among the dated articles on the same news."""
    known = [(near.article.id, day) for near in relatives if (day := _day(dates.get(near.article.id)))]
    days = days_of(statement)
    reach = (
        {day: min((abs((day - other).days), name) for name, other in known) for day in days} if known else {}
    )
    fits = [day for day in days if day in reach and reach[day][0] <= _CLOSE]
    if len(fits) != 1 or len(days) != 2 or any(reach[day][0] <= 21 for day in days if day not in fits):
        return None
    day = fits[0]
    name = reach[day][1]
    order = order_of(statement.stamp.words, day)
    how = f"{statement.stamp.words} read {order}: {name}, on the same news, is of {dates[name].iso}"
    return Published(interval=Interval.day(day), how=how)


def from_relatives(
    article: Article, relatives: list[Neighbour], dates: Mapping[str, Interval], *, one_story: bool
) -> Published | None:
    """The day or weeks that a dateline, "a year ago today", a weekday or a last day mean beside dated articles.

    A bare weekday or a day without a year says something only in a list that is `one_story`: in an archive
    every Friday has its namesakes.
    """
    dated = [(near, day) for near in relatives if (day := _day(dates.get(near.article.id)))]
    known = [(near.article, day) for near, day in dated]
    if not known:
        return None
    found = _by_dateline(article, known) or _by_jubilee(article, known)
    if found or not one_story or (len(dated) < 2 and dated[0][0].share < _SURE):
        return found
    return _by_weekday(article, known) or _by_last_day(article, known)


def leans_on_relatives(article: Article) -> bool:
    """Whether the text gives a day that only needs the year of the other reports."""
    return yearless_dateline(article) is not None or years_ago_today(article.text[:_LEAD]) is not None


def _by_dateline(article: Article, known: list[tuple[Article, date]]) -> Published | None:
    clue = yearless_dateline(article)
    if clue is None:
        return None
    first, other = known[0]
    options = [day for year in (other.year - 1, other.year, other.year + 1) if (day := clue.on(year))]
    day = min(options, key=lambda option: (abs((option - other).days), option), default=None)
    if day is None or abs((day - other).days) > 30:
        return None
    words = article.text[clue.start : clue.end]
    how = f'dateline "{words}"; the year is that of {first.id}, on the same news, of {other.isoformat()}'
    return Published(interval=Interval.day(day), how=how)


def _by_jubilee(article: Article, known: list[tuple[Article, date]]) -> Published | None:
    """ "A year ago today, on 15 May", beside an article on that event of May 15 or the days after."""
    found = years_ago_today(article.text[:_LEAD])
    if found is None:
        return None
    years, shift, words = found
    for clue in day_clues(article.text[:_LEAD]):
        for told, other in known:
            event = clue.on(other.year) if clue.day and clue.year in (None, other.year) else None
            if event and 0 <= (other - event).days <= 7:
                day = clue.on(other.year + years)
                if day:
                    day += timedelta(days=int(shift))
                    date_words = article.text[clue.start : clue.end]
                    how = f'"{words}", {date_words}: {told.id} of {other.isoformat()} reports that day'
                    sums = f"{event.year} + {years} = {event.year + years}"
                    return Published(interval=Interval.day(day), how=f"{how}, and {sums}")
    return None


def _by_weekday(article: Article, known: list[tuple[Article, date]]) -> Published | None:
    """A bare weekday means the week of the other reports when these lie close together, else a day they name."""
    said = weekday_clues(article.text[:_LEAD])
    if not said or _looks_back(article, known):
        return None
    weekday = said[0][0]
    name = WEEKDAYS[weekday].capitalize()
    days = sorted(day for _, day in known)
    if (days[-1] - days[0]).days <= _CLOSE:
        event = nearest(weekday, days[len(days) // 2], before=5, after=1)
        how = f'speaks of "{name}", {event} by the other reports ({", ".join(a.id for a, _ in known[:3])})'
    else:
        named = _named_days(known, weekday)
        event = min(named) if len(named) == 1 and min(named.values()) >= 2 else None
        how = f'speaks of "{name}", and {event} is the only {name} that the other reports name'
    if event is None:
        return None
    return Published(interval=_days_from(event, 6, Grain.WEEK), how=how)


def _by_last_day(article: Article, known: list[tuple[Article, date]]) -> Published | None:
    """ "On 25 April" in the lead, beside reports of March: within the weeks after that day."""
    text = article.text
    for clue in day_clues(text[:_LEAD]):
        if (
            clue.day is None
            or clue.year is not None
            or not text[: clue.start].rstrip().lower().endswith("on")
        ):
            continue
        other = known[0][1]
        day = None if speaks_ahead(text, *sentence_around(text, clue.start)) else clue.on(other.year)
        if day and 0 <= (day - other).days <= 120:
            words = text[clue.start : clue.end]
            how = f'tells of "{words}", the year being that of {known[0][0].id} ({other}): within the weeks after'
            return Published(interval=_days_from(day, 30, Grain.MONTH), how=how)
    return None


def _looks_back(article: Article, known: list[tuple[Article, date]]) -> bool:
    """Whether the text names the days of the other reports by date: then its weekdays belong to another week."""
    clues = [clue for clue in day_clues(article.text) if clue.day]
    days = [day for clue in clues for _, other in known if (day := clue.on(clue.year or other.year))]
    return any(abs((day - other).days) <= 4 for day in days for _, other in known)


def _named_days(known: list[tuple[Article, date]], weekday: int) -> Counter[date]:
    """The days on that weekday that dated reports name, near their own dates, and how many reports name each."""
    named: Counter[date] = Counter()
    for report, other in known:
        clues = [clue for clue in day_clues(report.text) if clue.day]
        days = {day for clue in clues if (day := clue.on(clue.year or other.year))}
        named.update(day for day in days if day.weekday() == weekday and abs((day - other).days) <= 90)
    return named


def _days_from(day: date, length: int, grain: Grain) -> Interval:
    return Interval(
        Interval.day(day).start, Interval.day(day + timedelta(days=length)).end, grain, fuzzy=True
    )


def _day(interval: Interval | None) -> date | None:
    """The day, when the interval is at most three days long."""
    if interval is None or interval.start is None or interval.end is None:
        return None
    return interval.start.date() if interval.end - interval.start <= timedelta(days=3) else None


def _said(interval: Interval) -> str:
    return interval.iso.replace("/", " to ")
