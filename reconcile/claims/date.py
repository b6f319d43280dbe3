"""Date claims: when something was held, signed, announced, founded; every dated mention says which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass as plain
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import Literal

from pydantic.dataclasses import dataclass

from reconcile.claims.claim import Claim, Modality
from reconcile.claims.reading import Reading
from reconcile.language.sentences import Sentence
from reconcile.language.times import TimeMention
from reconcile.language.triggers import Token, Trigger, find_triggers, governing, theme, tokens
from reconcile.values.dates import Grain, Interval

TYPE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim(Claim):
    """That something happened, will happen or was said at a time.

    `facet` is what about the event is dated (held, signed, announced, said, begun, …), empty when no trigger
    of the lexicon is near. `bound` is how the time limits it: "on", or "by", "before", "after", "since",
    "until", "around". `value` is None when the time has no anchor; then `timex` holds what is known.
    """

    type: Literal["date"] = "date"
    value: Interval | None = None
    timex: str = ""
    facet: str = ""
    bound: str = "on"
    when: str = ""  # the words of the time alone
    past: bool = False  # the trigger is a past form
    absolute: bool = False  # the words name a day, month or year themselves: "3 June", not "Tuesday"

    def __str__(self) -> str:
        """The date as a reader would say it."""
        said = shown(self.value, self.timex)
        return (
            said
            if self.bound in ("on", "around") and not self.hedge
            else f"{self.hedge or self.bound} {said}"
        )


def shown(value: Interval | None, timex: str) -> str:
    """A time as an editor writes it in a table: the ISO day, with the clock where it was given."""
    if value is None:
        return timex
    if "T" in timex and value.start is not None and ":" in timex:
        zone = "" if value.offset is None else f" UTC{value.offset // 60:+d}:{value.offset % 60:02d}"
        return f"{value.start:%Y-%m-%d %H:%M}{zone}"
    return value.iso


_BOUND = re.compile(
    r"(?:\b(?P<around>around|about|approximately|roughly|circa|some time around|shortly before|shortly after|"
    r"just before|just after|just past|a (?:few|couple of) minutes (?:before|after)|minutes (?:before|after)|"
    r"near|nearly|almost)"
    r"|\b(?P<by>by|no later than|not later than|by the end of|as early as|as soon as)"
    r"|\b(?P<before>before|prior to|ahead of|hours before)"
    r"|\b(?P<after>after|following|hours after)"
    r"|\b(?P<since>since|ever since|from|as of|dating from|starting|beginning)"
    r"|\b(?P<until>until|till|through|up to))\s+(?:on\s+|at\s+|the\s+|early\s+|late\s+)*\Z",
    re.I,
)
_DATELINE = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:[-–—]|--)\s|\s*\([^()\n]{2,40}\)\s*[-–—]")
_APPOSED = re.compile(r",\s+(?:(?:which is|itself)\s+)?the (?:very )?(?:day|date|month|year)\s+", re.I)
_ABSOLUTE = re.compile(
    r"\d{4}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b\.? \d|"
    r"\d(?:st|nd|rd|th)?(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d{4}")
_CLOCK_AFTER = re.compile(r"\s*(?:hrs|hours|GMT|UTC|[A-Z]{1,3}T\b|local time)")  # "1930 CDT" is no year
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?\Z", re.I)
_IF = re.compile(r"\b(?:if|unless|whether|would have|could have)\b", re.I)
_POSTED = re.compile(
    r"\b(?:published|posted|updated|last updated|first published|modified)\b[^.\n]{0,30}\Z", re.I
)


@plain(frozen=True, slots=True)
class Dated:
    """A time mention with the words it hangs on."""

    mention: TimeMention
    trigger: Trigger | None
    facet: str
    theme: tuple[int, int]


def extract(reading: Reading) -> Iterator[DateClaim]:
    """Yields one claim for each date or clock time, and a second one where an apposition gives a second facet."""
    document = reading.document
    times = _ranges(
        reading.text,
        [
            t
            for t in document.times
            if t.type in ("DATE", "TIME")
            and not t.value.endswith("_REF")
            and not _CLOCK_AFTER.match(reading.text, t.end)
        ],
    )
    for sentence, mentions in groupby(times, key=lambda t: document.sentence_at(t.start)):
        if sentence is None:
            continue
        words = tokens(reading.text, sentence.start, sentence.end)
        triggers = find_triggers(words)
        for mention in mentions:
            for dated in _dated(reading.text, sentence, words, triggers, mention):
                yield _claim(reading, sentence, dated)


def _ranges(text: str, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The times, with two of one grain that a dash (or "from … to") joins made one."""
    held: TimeMention | None = None
    for time in times:
        joined = _joined(text, held, time) if held else None
        if joined is not None:
            held = joined
            continue
        if held is not None:
            yield held
        held = time
    if held is not None:
        yield held


def _joined(text: str, first: TimeMention, second: TimeMention) -> TimeMention | None:
    a, b = first.interval, second.interval
    gap = text[first.end : second.start].strip()
    dash = gap in ("-", "–", "—") or (first.end >= second.start and text[second.start - 1] in "-–")
    spelled = gap in ("to", "and", "until") and _FROM.search(text, max(0, first.start - 12), first.start)
    if (
        a is None
        or b is None
        or not (dash or spelled)
        or a.grain != b.grain
        or a.start is None
        or b.end is None
    ):
        return None
    if a.start >= b.end:
        return None
    return replace(
        first, end=second.end, interval=replace(a, end=b.end), value=f"{first.value}/{second.value}"
    )


def _dated(
    text: str, sentence: Sentence, words: Sequence[Token], triggers: Sequence[Trigger], mention: TimeMention
) -> Iterator[Dated]:
    if _is_dateline(text, sentence, mention) or _POSTED.search(
        text, max(0, mention.start - 50), mention.start
    ):
        yield Dated(mention, None, "published", (0, 0))
        return
    trigger = governing(words, triggers, mention.start, mention.end)
    yield Dated(mention, trigger, trigger.facet if trigger else "", _theme(text, words, trigger, mention))
    apposed = _APPOSED.match(text, mention.end)
    if apposed:
        second = next((t for t in triggers if t.start >= apposed.end()), None)
        if (
            second
            and (trigger is None or second.facet != trigger.facet)
            and second.start - apposed.end() < 60
        ):
            yield Dated(mention, second, second.facet, _theme(text, words, second, mention))


def _theme(
    text: str, words: Sequence[Token], trigger: Trigger | None, mention: TimeMention
) -> tuple[int, int]:
    """What the trigger is about, without the words of the time."""
    if trigger is None:
        return (0, 0)
    start, end = theme(text, words, trigger)
    if start < mention.end and mention.start < end:
        before, after = (start, mention.start), (mention.end, end)
        start, end = before if before[1] - before[0] >= after[1] - after[0] else after
    while start < end and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return (start, end) if text[start:end].lower() not in ("s", "on", "in", "at") else (0, 0)


def _is_dateline(text: str, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the time belongs to a dateline ("OSLO, March 3 (NBW) - ") or stands alone on its line."""
    before = text[sentence.start : mention.start]
    if mention.end >= sentence.end - 1 and len(before) <= 40 and mention.type == "DATE":
        return all(word[:1].isupper() for word in _LETTERS.findall(before))
    head = before.replace("(", " ").replace("|", " ").strip(" ,./")
    if len(head) > 60 or not head:
        return False
    place = head.split(",")[0]
    return place.isupper() and bool(_DATELINE.match(text, mention.end))


def _claim(reading: Reading, sentence: Sentence, dated: Dated) -> DateClaim:
    text, mention, trigger = reading.text, dated.mention, dated.trigger
    start, end = mention.start, mention.end
    if trigger is not None:
        first, last = min(start, trigger.start), max(end, trigger.end)
        if last - first <= 90:
            start, end = first, last
    around = _BOUND.search(text, max(sentence.start, mention.start - 40), mention.start)
    bound = around.lastgroup if around and around.lastgroup else "on"
    hedge = " ".join(around.group().split()) if around and bound == "around" else ""
    return reading.claim(
        DateClaim,
        start,
        end,
        value=anchored(reading, mention, trigger),
        timex=mention.value,
        facet=dated.facet,
        bound=bound,
        hedge=hedge,
        when=text[mention.start : mention.end],
        past=bool(trigger and trigger.past),
        absolute=bool(_ABSOLUTE.search(text, mention.start, mention.end)),
        event=trigger.lemma if trigger else "",
        subject=subject_of(reading, dated.theme),
        modality=_modality(reading, sentence, dated),
        polarity=not (trigger and trigger.negated),
    )


_AHEAD = re.compile(
    r"\b(?:will|to|due|plan\w*|expect\w*|scheduled|may|might|could|should|next|upcoming|by|until)\b", re.I
)
_CLAUSES = re.compile(r"[,.;:]|\s(?:who|that|which|when|where|as|and|but|while)\s")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.I)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)


def anchored(reading: Reading, mention: TimeMention, trigger: Trigger | None) -> Interval | None:
    """The interval of the mention, moved to the week or year that the trigger's tense and the publication ask for.

    "Approved on Sunday" is a Sunday before publication, "will meet on Sunday" one after it; a day and month without
    a year are the nearest ones to publication, unless the text has named another year shortly before.
    """
    value, published = mention.interval, reading.document.published
    words = reading.text[mention.start : mention.end]
    if published is None or published.start is None or published.end is None or value is None:
        return value
    if value.start is None or value.end is None or _DIGITS.search(words):
        return value
    if _WEEKDAY.search(words) and not _MONTH.search(words) and published.grain <= Grain.DAY and trigger:
        clause = _CLAUSES.split(reading.text[max(0, mention.start - 80) : mention.start])[-1]
        ahead = trigger.modality == "planned" or bool(_AHEAD.search(clause))
        if (
            (trigger.past or not ahead)
            and value.start >= published.end
            and value.start - published.end < timedelta(days=7)
        ):
            return _moved(value, -7)
        if trigger.modality == "planned" and value.end <= published.start <= value.end + timedelta(days=6):
            return _moved(value, 7) if not re.search(r"\blast\b", words, re.I) else value
        return value
    if _MONTH.search(words):
        return _near(reading, mention, value, published, trigger)
    return value


def _moved(value: Interval, days: int) -> Interval:
    step = timedelta(days=days)
    return replace(value, start=value.start and value.start + step, end=value.end and value.end + step)


def _near(
    reading: Reading, mention: TimeMention, value: Interval, published: Interval, trigger: Trigger | None
) -> Interval:
    """A day or month without a year, in the year nearest to publication (for a past month, the last one)."""
    start, end = value.start, value.end
    if start is None or end is None or published.start is None or published.end is None:
        return value
    before = reading.text[max(0, mention.start - 250) : mention.start]
    if (
        start.year != published.start.year
        and re.search(rf"\b{start.year}\b", before)
        and value.grain <= Grain.DAY
    ):
        return value
    years = [published.start.year + step for step in (-1, 0, 1)]
    moved = [_in_year(value, year) for year in years]
    fitting = [m for m in moved if m.start is not None and m.end is not None]
    if value.grain >= Grain.MONTH and trigger and trigger.past:
        fitting = [m for m in fitting if m.start is not None and m.start < published.end]
        return fitting[-1] if fitting else value
    middle = published.start + (published.end - published.start) / 2
    return min(fitting, key=lambda m: abs((m.start or start) - middle), default=value)


def _in_year(value: Interval, year: int) -> Interval:
    """The interval moved to another year; February 29 becomes an open one where there is none."""
    if value.start is None or value.end is None:
        return value
    try:
        start = value.start.replace(year=year)
    except ValueError:
        return Interval(None, None, value.grain)
    return replace(value, start=start, end=start + (value.end - value.start))


def _modality(reading: Reading, sentence: Sentence, dated: Dated) -> Modality:
    published, value = reading.document.published, anchored(reading, dated.mention, dated.trigger)
    if published and value and value.start and published.end and value.start >= published.end:
        return "planned"
    if dated.trigger and dated.trigger.modality == "planned":
        return "planned"
    if _IF.search(reading.text, sentence.start, dated.mention.start):
        return "conditional"
    return "asserted"


def subject_of(reading: Reading, place: tuple[int, int]) -> str:
    """The words at `place`, in the fullest form that the article has for them."""
    start, end = place
    if end <= start:
        return ""
    for mention in reading.document.mentions:
        if mention.start >= end:
            break
        if mention.end > start and mention.start < end and mention.end - mention.start >= (end - start) * 0.6:
            return mention.full
    return reading.text[start:end]
