"""What a page states about its article's date: front matter, markup, heading, list entry, dateline, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reconcile.sources.addresses import dated_address
from reconcile.sources.article import Article, Published, Stamp
from reconcile.sources.clues import DayClue, day_clues
from reconcile.sources.lines import split_lines
from reconcile.sources.stamps import printed_dates
from reconcile.values.dates import Interval
from reconcile.values.regex import regex

_CLOCK = regex(r",?\s+(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?\s*)?(?:[A-Z]{2,4}\b|hrs)")
_AFTER_DATELINE = regex(r",?\s*(?:\([^()]{2,40}\))?\s*(?:[-–—]{1,2}|:)\s")
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_PLACE = regex(rf"[A-ZÀ-Þ][^.()\n\d]{{1,60}}(?:,|/)\s*{_WEEKDAY}\Z")
# "Bulletin of Tuesday 12 March", "LIVE BLOG: the siege - Thursday, March 14", "From our own staff, 16 October"
_KIND = r"\b(?:bulletin|report|update|edition|issue|transcript|summary|newsletter|statement|blog|notes?|diary|broadcast)\b"
_OF_ITS_KIND = regex(rf"[^\n]{{0,60}}?{_KIND}[^\n.]{{0,12}}(?:\bof|\bfor|[,:])\s*{_WEEKDAY}\Z", re.IGNORECASE)
_LABEL = regex(rf"[^\n]{{0,90}}(?:[,|(–—]|\s-)\s*{_WEEKDAY}\Z", re.IGNORECASE)
_MONTHLY = regex(rf"[^\n]{{0,40}}{_KIND}[^\n]{{0,20}}[,(:]\s*\Z|[^\n.]{{0,60}}\(\Z", re.IGNORECASE)
_HOUR = regex(
    r"(?:,?\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?|\s*hrs\b)?(?:\s+(?:[A-Za-z]+\stime|[A-Z]{2,4})\b)?)?"
)
_CLOSED = ("", ")", "]", "-", "–", "—")  # what may stand after the day that closes a line
_DATELINE_REACH = 120
_LABEL_LENGTH = 110
_APPEARED = regex(
    r"\b(?:version|article|story|report|piece|column|post)\b[^.\n]{0,40}?\b(?:appeared|was (?:first |last |originally )?"
    r"(?:published|printed|posted|updated))\b[^\n]{0,120}",
    re.IGNORECASE,
    holds="appeared|published|printed|posted|updated",
)
_NOTE_REACH = 800  # characters from either end of the text
_MACHINE = ("front matter", "JSON-LD", "meta tag", "time element")


class Statement(NamedTuple):
    """A stamp with what it can mean: one interval, or two days when its order is open; none when it means nothing."""

    stamp: Stamp
    options: tuple[Interval, ...] = ()
    relative: bool = False

    @property
    def certain(self) -> bool:
        """Whether the stamp has one meaning."""
        return len(self.options) == 1


def statements(article: Article) -> list[Statement]:
    """What the page states, in the order in which it is believed."""
    found = [meaning(stamp) for stamp in article.stamps if stamp.kind != "url"]
    found.extend(_datelines(article))
    found.extend(_notes(article))
    found.extend(
        Statement(Stamp("address", dated[1]), dated[0])
        for stamp in article.stamps
        if stamp.kind == "url" and (dated := dated_address(stamp.words))
    )
    return found


def stated(found: list[Statement]) -> Published | None:
    """The date that the first certain statement gives, finer where a later one refines it."""
    certain = [one for one in found if one.certain]
    if not certain:
        return None
    first = certain[0]
    best = next(
        (one for one in certain if first.options[0].contains(one.options[0]) and _is_day(one.options[0])),
        first,
    )
    return Published(interval=best.options[0], how=_derivation(best.stamp))


def yearless_dateline(article: Article) -> DayClue | None:
    """The day and month of a dateline that leaves the year out: "OSLO, March 3 (NBW) -"."""
    return next((clue for clue in _dateline_clues(article.text, article.skip) if clue.year is None), None)


def _is_day(interval: Interval) -> bool:
    return interval.iso.count("-") == 2 and "/" not in interval.iso


def _derivation(stamp: Stamp) -> str:
    where = {
        "front matter": "stated in the front matter",
        "heading": "stated in the heading",
        "list entry": "stated in the list entry",
        "dateline": "stated in the dateline",
        "note": "stated in a note on the text",
        "address": "stated in the web address",
        "time element": "stated in the page's time element",
        "meta tag": "stated in the page's meta tags",
        "JSON-LD": "stated in the page's JSON-LD",
    }[stamp.kind]
    return f"{where}: {stamp.words.strip()}"


def meaning(stamp: Stamp) -> Statement:
    """What a stamp can mean; without options when it names no day of the calendar."""
    words = stamp.words.strip()
    if stamp.kind in _MACHINE:
        try:
            return Statement(stamp, (Interval.parse(words),))
        except (ValueError, OverflowError):
            pass
    for found in printed_dates(words):
        days = found.days[:1] if "." in found.words else found.days  # with dots the day stands first
        if found.relative:
            return Statement(stamp, relative=True)
        return Statement(stamp, tuple(Interval.day(day) for day in days))
    return Statement(stamp)


def _datelines(article: Article) -> Iterator[Statement]:
    text = article.text
    for clue in _dateline_clues(text, article.skip):
        if clue.year is not None and (day := clue.on(clue.year)):
            stamp = Stamp("dateline", text[clue.start : clue.end], article.start + clue.start)
            yield Statement(
                stamp, (Interval.day(day) if clue.day else Interval.month(clue.year, clue.month),)
            )
    head = text[:400]
    for clue in day_clues(head):
        if clue.year and clue.day and _CLOCK.match(head, clue.end) and (day := clue.on(clue.year)):
            yield Statement(
                Stamp("heading", text[clue.start : clue.end], article.start + clue.start),
                (Interval.day(day),),
            )


def _notes(article: Article) -> Iterator[Statement]:
    """ "A version of this article appeared on page 1 on Friday, 28 May 2010": another date of publication."""
    text = article.text
    for place in (0, max(_NOTE_REACH, len(text) - _NOTE_REACH)):
        for match in _APPEARED.finditer(text, place, min(len(text), place + _NOTE_REACH)):
            clue = next((c for c in day_clues(match.group()) if c.year and c.day), None)
            if clue and clue.year and (day := clue.on(clue.year)):
                start = match.start() + clue.start
                stamp = Stamp("note", text[start : match.start() + clue.end], article.start + start)
                yield Statement(stamp, (Interval.day(day),))


def _dateline_clues(text: str, skip: tuple[tuple[int, int], ...]) -> Iterator[DayClue]:
    """The days, or months of a year, in what opens the text as a dateline does: place, day, dash; or a day that closes a
    line of its own after a place or what kind of text it is."""
    lines = [line for line in split_lines(text[:2000]) if not any(a <= line.start < b for a, b in skip)]
    for line in lines[:5]:
        for clue in day_clues(text[line.start : min(line.end, line.start + _DATELINE_REACH)]):
            start, end = line.start + clue.start, line.start + clue.end
            if _opens(text[line.start : line.end], clue):
                yield DayClue(start, end, clue.month, clue.day, clue.year)


def _opens(line: str, clue: DayClue) -> bool:
    """Whether a line gives the day or month of its text by `clue`, as a dateline or a label does."""
    before, after = line[: clue.start], line[clue.end :]
    hour = _HOUR.match(after)
    end = hour.end() if hour else 0
    rest = after[end:].strip()
    if _PLACE.match(before) and _AFTER_DATELINE.match(after, end):
        return True
    if len(line) > _LABEL_LENGTH:
        return False
    if clue.day is None:
        return rest in _CLOSED and bool(_MONTHLY.match(before))
    placed = rest in _CLOSED and (_PLACE.match(before) or _LABEL.match(before))
    return bool(placed or (rest[:1] in (*_CLOSED, ".") and _OF_ITS_KIND.match(before)))


def days_of(statement: Statement) -> tuple[date, ...]:
    """The days that a statement can mean."""
    return tuple(option.start.date() for option in statement.options if option.start)


def order_of(words: str, day: date) -> str:
    """How `words`, all digits, must be read to mean `day`: "day first", "month first" or "year first"."""
    digits = words.strip()
    if digits[:6].isdigit():
        return "year first" if digits.startswith(f"{day:%y%m}") else "day first"
    return "day first" if int(digits[:2].rstrip("-/. ")) == day.day else "month first"
