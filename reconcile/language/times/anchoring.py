"""Moves times to the week or year that tense and publication ask for, and joins the two ends of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

from reconcile.language.figures.ordinals import whole
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.times import TimeMention
from reconcile.language.times.reckoned import from_told, later, moved_value, open_value
from reconcile.language.times.tense import cues
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_DIGITS = regex(r"\d\d{3}|['’]\d\d\b")  # the first one alone: it is found fast
_FROM = regex(r"\b(?:from|between)\s+(?:the\s+)?\Z", re.I)
_NEXT = regex(
    r"\b(?:next up|coming up|upcoming|up next|next flight|next time)\b", re.I, holds="next|coming up|upcoming"
)
_AGO = regex(r"\ba year ago(?: today| this week)?,? (?:on )?\Z", re.I, holds="a year ago")
_LAST = regex(r"\blast\b", re.I)
_LIMIT = regex(r"\b(?:by|until|before)\s+(?:\w+\s+)?\Z", re.I, holds="by|until|before")
_WILL = regex(r"[^.;\n]{0,60}\b(?:will|is to|are to|plans? to)\b", re.I, holds="will|is to|are to|plan")
_AHEAD = regex(
    r"\b(?:will|won['’]t|would|due(?! to (?:an?|the)\b)|planned|planning|plans? to|expect\w*|scheduled|(?-i:may)|might|could|should|next(?! to\b)|upcoming|(?:is|are|set|hopes?) to(?! blame))\b"
    r"|\b(?:by|until|up to) (?:(?:the|end|of|early|mid|late|about|around|some time|as late as|in) ){0,3}\Z",
    re.I,
    holds="will|won't|won’t|would|due|plan|expect|scheduled|may|might|could|should|next|upcoming|by|until|up to|is to|are to|set to|hope",
)
_IN_FORCE = regex(r"\b(?:(?:takes?|comes? into|goes into) (?:effect|force)|expires?|lapses?)\b")
_CLAUSES = regex(r"[,.;:]|\s(?:who|whose|whom|that|which|when|where|as|and(?! including)|but|while)\s")
_ITS_YEAR = regex(
    r"\b(?:last|this|next|that|same) (?:year|week)\b|day week\b|\bthat \w|[nsir]day (?:of|in)\b",
    re.I,
    holds="year|week|that|day",
)
_MONTH = regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)

_NEXT_MONTHS = timedelta(days=75)
_LONG_SINCE = timedelta(days=270)
_FRESH = timedelta(days=30)
_SOON = timedelta(days=7)  # a publication date may be off by some days


class Anchoring:
    """Moves the times of one article to the week or year that tense and publication ask for, in text order.

    "Approved on Sunday" is a Sunday before publication, "will meet on Sunday" one after it; a day and month without
    a year are the nearest ones to publication, unless the text has named another year shortly before. A clock time
    follows the day that it was resolved against.
    """

    def __init__(self, text: str, published: Interval | None) -> None:
        self.text = text
        self.published = published
        self._moves: dict[date, timedelta | None] = {}
        self._told: list[tuple[int, Interval]] = []  # where the times told so far end in the text

    def placed(self, mention: TimeMention, trigger: Trigger | None) -> TimeMention:
        """The mention with its interval and TIMEX3 value where `trigger`, which governs it, puts them.

        What is reckoned from a time that the text does not tell stays open: it has no interval.
        """
        value = mention.interval
        if value is None or value.start is None or value.end is None:
            return mention
        day = value.start.date()
        if mention.type == "TIME" and mention.weekday is None and day in self._moves:
            move = self._moves[day]
            return self._at(mention, value, None if move is None else _moved(value, move))
        reckoned = self._reckoned(mention, value, trigger)
        if reckoned is not None:
            said, found = reckoned
            if found is None or found.start is None:
                self._moves[day] = None
                return mention._replace(interval=None, value=open_value(mention.value))
            mention, value = mention._replace(value=said, interval=found), found
        else:
            found = self._anchored(mention, value, trigger)
        if found is not None and found.start is not None and found.start.date() != day:
            self._moves[day] = found.start.date() - day
        return self._at(mention, value, found)

    def _at(self, mention: TimeMention, value: Interval, found: Interval | None) -> TimeMention:
        """The mention at the interval that was found for it, which is noted as told."""
        if found is None:
            return mention._replace(interval=None, value=open_value(mention.value))
        self._told.append((mention.end, found))
        return mention._replace(interval=found, value=moved_value(mention.value, value, found))

    def _reckoned(
        self, mention: TimeMention, value: Interval, trigger: Trigger | None
    ) -> tuple[str, Interval | None] | None:
        """Where a time is that was solved to a day after publication though it is told as past: so much later than a
        time told before; `None` for its interval where nothing tells it, and for the whole of what is no such time.
        """
        published = self.published
        if published is None or published.end is None or value.start is None or value.start < published.end:
            return None
        step = later(self.text[mention.start : mention.end])
        if step is None or (trigger is not None and trigger.modality == "planned"):
            return None
        before = self.text[max(0, mention.start - 80) : mention.start]
        if _AHEAD.search(_CLAUSES.split(before)[-1]) or _WILL.match(self.text, mention.end, mention.end + 80):
            return None
        last = self._told[-1][1].start if self._told else None
        if last is not None and last >= published.end:
            return None  # reckoned from a time to come
        return from_told(step, mention.start, self._told, published) or ("", None)

    def _anchored(self, mention: TimeMention, value: Interval, trigger: Trigger | None) -> Interval | None:
        published = self.published
        words = self.text[mention.start : mention.end]
        if published is None or published.start is None or published.end is None:
            return value
        if value.start is None or value.end is None or _DIGITS.search(words) or _ITS_YEAR.search(words):
            return value
        month = _MONTH.search(words) is not None
        week = mention.weekday is not None or "weekend" in words.lower()
        season = value.grain == Grain.SEASON and value.end <= published.start
        if not month and not season and not (week and published.grain <= Grain.DAY):
            return value
        clause = _CLAUSES.split(self.text[max(0, mention.start - 80) : mention.start])[-1]
        planned = trigger is not None and trigger.modality == "planned" and not clause.endswith("since ")
        ahead = (
            planned
            or bool(_AHEAD.search(clause))
            or bool(_NEXT.search(self.text, max(0, mention.start - 40), mention.start))
        )
        soon = ahead or (trigger is not None and self._present(trigger))
        if season:
            coming = _in_year(value, value.start.year + 1) or value
            past = self._past(trigger, clause)
            return coming if soon or (not past and _about_to_come(value, coming, published)) else value
        if not month:
            past = (
                self._past(trigger, "") and not _LIMIT.search(clause) and not self._put_off(trigger, clause)
            )
            if past and timedelta(0) <= value.start - published.end < timedelta(days=7):
                return _moved(value, timedelta(days=-7))
            if planned and timedelta(0) <= published.start - value.end < timedelta(days=7):
                return value if _LAST.search(words) else _moved(value, timedelta(days=7))
            return value
        told = self._past(trigger, clause) and not ahead and not clause.endswith(" to ")
        set_for = _IN_FORCE.search(clause) or self._put_off(trigger, clause)
        ahead_of = value.start - published.start
        if set_for and value.grain <= Grain.DAY and timedelta(0) <= ahead_of < timedelta(days=366):
            return value  # "takes effect on January 1", though last January is nearer
        near = self._near(mention, value, published, soon, told)
        ago = _AGO.search(self.text, max(0, mention.start - 30), mention.start)
        return (_in_year(near, near.start.year - 1) or near) if ago and near.start is not None else near

    def _past(self, trigger: Trigger | None, clause: str) -> bool:
        """Whether what is dated has been: by its verb, by the verb before its noun, or because it is a blow."""
        if trigger is None or not trigger.noun:
            return trigger is not None and (trigger.past or self._suffered(trigger))
        return trigger.facet in _BLOWS or any(
            word in _past_forms() or (word[-2:] == "ed" and word not in cues()["neither"])
            for word in clause.lower().split()
        )

    def _put_off(self, trigger: Trigger | None, clause: str) -> bool:
        """Whether the verb puts something off to the time: "moved to Friday"."""
        form = self.text[trigger.start : trigger.end].lower() if trigger is not None else ""
        return clause.endswith((" to ", " for ")) and form in cues()["prolonging"]

    def _suffered(self, trigger: Trigger) -> bool:
        """Whether a participle tells of a blow that is no plan: "not the only one to be shot Tuesday"."""
        form = self.text[trigger.start : trigger.end].lower()
        done = form != trigger.lemma and not form.endswith(("s", "ing"))
        return done and trigger.facet in _BLOWS and trigger.modality != "planned"

    def _present(self, trigger: Trigger) -> bool:
        """Whether the verb tells what may be set for a day: "he leaves in October", "work starting in May"."""
        form = self.text[trigger.start : trigger.end].lower().partition(" ")[0]  # "takes place"
        return not trigger.noun and not trigger.past and form.endswith(("s", "ing")) and form != trigger.lemma

    def _near(
        self, mention: TimeMention, value: Interval, published: Interval, ahead: bool, told: bool
    ) -> Interval:
        """A day or month without a year, in the year nearest to publication (for a past month, the last one)."""
        start = value.start
        if start is None or published.start is None or published.end is None:
            return value
        before = self.text[max(0, mention.start - 250) : mention.start]
        fresh = _in_year(value, published.start.year)
        if fresh is not None and fresh.start is not None and abs(fresh.start - published.start) <= _FRESH:
            before = before.rsplit("\n", 1)[-1]  # a year named in another paragraph is another matter's
        beyond = (
            told and start - published.end > _SOON
        )  # what is told as past has been, whatever year was named
        other = start.year != published.start.year and value.grain <= Grain.DAY
        if other and not beyond and str(start.year) in before:
            return value
        fitting = [
            m for step in (-1, 0, 1) if (m := _in_year(value, published.start.year + step)) is not None
        ]
        if (
            value.grain >= Grain.MONTH
            and not ahead
            and not _WILL.match(self.text, mention.end, mention.end + 80)
        ):
            back = [m for m in fitting if m.start is not None and m.start < published.end]
            coming = [m for m in fitting if m.start is not None and m.start >= published.end]
            if told or not (back and coming) or not _about_to_come(back[-1], coming[0], published):
                return back[-1] if back else value
            return coming[0]
        if told:
            fitting = [
                m for m in fitting if m.start is not None and m.start - published.end <= _SOON
            ] or fitting
        middle = published.start + (published.end - published.start) / 2
        return min(fitting, key=lambda m: abs((m.start or middle) - middle), default=value)


_BLOWS = frozenset(
    {"occurred", "killed", "wounded", "died", "arrested"}
)  # facets of what nobody sets a day for


@cache
def _past_forms() -> frozenset[str]:
    return cues()["back"] - {"since", "last", "after", "ago", "earlier", "yesterday", "says"}


def _about_to_come(back: Interval, coming: Interval, published: Interval) -> bool:
    """Whether the month is soon, and was last so long ago that "last" would be said: "a concert in July", late in June."""
    if back.start is None or coming.start is None or published.start is None or published.end is None:
        return False
    return coming.start - published.end <= _NEXT_MONTHS and published.start - back.start >= _LONG_SINCE


def _moved(value: Interval, step: timedelta) -> Interval:
    return value.between(value.start and value.start + step, value.end and value.end + step)


def _in_year(value: Interval, year: int) -> Interval | None:
    """The interval moved to another year; None for February 29 where there is none."""
    if value.start is None or value.end is None:
        return value
    try:
        start = value.start.replace(year=year)
    except ValueError:
        return None
    if value.grain == Grain.MONTH and value.end.day == 1:  # February is a day longer in some years
        return value.between(start, value.end.replace(year=year + value.end.year - value.start.year))
    return value.between(start, start + (value.end - value.start))


def ranges(text: str, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """Yields the times, with two of one grain that a dash (or "from … to") joins made one, and "thirty years ago this
    autumn" made one time of that year.
    """
    held: TimeMention | None = None
    for time in times:
        joined = (_ago(text, held, time) or _joined(text, held, time)) if held else None
        if joined is not None:
            held = joined
            continue
        if held is not None:
            yield held
        held = time
    if held is not None:
        yield held


def once_each(text: str, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """Yields the times but for those that only say how much later a day was: "on 17 March - just ten days later -"."""
    end = -1
    for time in times:
        said = text[time.start : time.end]
        beside = end >= 0 and _BESIDE.fullmatch(text, end, time.start) and _PAUSE.match(text, time.end)
        if not (beside and later(said)):
            yield time
        end = time.end if time.type == "DATE" else -1


_BESIDE = regex(r" ?[,–—-]+ ?(?:just|only|exactly|some|about)? ?")
_PAUSE = regex(r" ?[,–—-]")


def on_their_day(text: str, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """Yields the times, a clock time moved to the day named behind it: "at 6:40 a.m. (0340 GMT) on Sunday", "at 8 p.m. in
    Brindle on Sunday".

    Of two clocks the first clock then reaches to the end of the day's words; the day itself is not yielded again.
    """
    clocks: list[TimeMention] = []
    for time in times:
        after = text[clocks[-1].end : time.start] if clocks else ""
        if clocks and _ON_DAY.fullmatch(after) and _plain_day(time) and len(clocks) == 2:
            first, second = (_on(clock, time) for clock in clocks)
            yield first._replace(end=time.end, weekday=time.weekday)
            yield second
            clocks = []
            continue
        if len(clocks) == 1 and _plain_day(time) and _AT_A_PLACE.fullmatch(after):
            clocks = [_on(clocks[0], time)]
        if len(clocks) != 1 or not _IN_BRACKETS.fullmatch(after) or not _clock(time):
            yield from clocks
            clocks = []
        if _clock(time):
            clocks.append(time)
        else:
            yield time
    yield from clocks


_IN_BRACKETS = regex(r"(?: local time| local| [A-Z]{2,4})?,? [(\[]")
_ON_DAY = regex(r"[^()\n]{0,12}[)\]],?(?: on)?(?: the morning of| the evening of)? ?")
_AT_A_PLACE = regex(r",? (?:in|at|from|near|off) (?:the )?(?:[A-Z][\w'’-]* ){1,3}(?:[a-z]+ )?on (?:the )?")
_CLOCK = regex(r"T\d\d:\d\d")


def _clock(time: TimeMention) -> bool:
    return time.type == "TIME" and time.weekday is None and bool(_CLOCK.search(time.value))


def _plain_day(time: TimeMention) -> bool:
    return time.type == "DATE" and time.interval is not None and time.interval.grain == Grain.DAY


def _on(clock: TimeMention, day: TimeMention) -> TimeMention:
    own, other = clock.interval, day.interval
    if own is None or own.start is None or other is None or other.start is None:
        return clock
    moved = _moved(
        own,
        datetime.combine(other.start, datetime.min.time()) - datetime.combine(own.start, datetime.min.time()),
    )
    return clock._replace(
        interval=moved, value=f"{other.start:%Y-%m-%d}T{own.start:%H:%M}", year_known=day.year_known
    )


def _ago(text: str, years: TimeMention, day: TimeMention) -> TimeMention | None:
    """The day or season so many years ago: "a hundred years ago this summer"."""
    value = day.interval
    if value is None or value.start is None or day.start != years.end + 1:
        return None
    told = _YEARS_AGO.fullmatch(text, years.start, years.end)
    count = whole(told.group("n")) if told and _THIS.match(text, day.start) else None
    moved = _in_year(value, value.start.year - count) if count and count < value.start.year else None
    if moved is None or moved.start is None or moved.end is None:
        return None
    said = moved.start.strftime("%Y" if value.grain >= Grain.SEASON else "%Y-%m")
    return day._replace(start=years.start, interval=moved, value=said, weekday=None)


_YEARS_AGO = regex(r"(?P<n>(?:a )?[\w-]+(?: and [\w-]+)?) years ago", re.I)
_THIS = regex(r"(?:this|last|today|yesterday|tomorrow|the day (?:before|after)|on )", re.I)


def _joined(text: str, first: TimeMention, second: TimeMention) -> TimeMention | None:
    a, b = first.interval, second.interval
    gap = text[first.end : second.start].strip()
    dash = gap in ("-", "–", "—", "/") or (first.end >= second.start and text[second.start - 1] in "-–")
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
    return first._replace(
        end=second.end, interval=replace(a, end=b.end), value=f"{first.value}/{second.value}"
    )
