"""Date claims: when something was held, signed, announced, founded; every dated mention says which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import groupby
from typing import Literal

from reconcile.claims.captions import under_a_picture
from reconcile.claims.claim import Claim
from reconcile.claims.clock_offsets import counted_off
from reconcile.claims.dated import Dated, event_of, modality, no_earlier, theme_of, told_as_past
from reconcile.claims.datelines import of_publication
from reconcile.claims.deeds.subjects import subject_of
from reconcile.claims.facets_told import of_occasion, told_facet
from reconcile.claims.reading import Reading
from reconcile.claims.year_of import headed, made_of
from reconcile.language.figures.ordinals import whole
from reconcile.language.grammar.clauses import Words, small, tokens
from reconcile.language.grammar.facets import facet_lexicon
from reconcile.language.grammar.themes import subject_phrase
from reconcile.language.grammar.triggers import Trigger, find_triggers
from reconcile.language.hits import hits, lowered
from reconcile.language.sentences import Sentence
from reconcile.language.times import TimeMention
from reconcile.language.times.anchoring import Anchoring, on_their_day, once_each, ranges
from reconcile.language.times.attachment import governing
from reconcile.language.times.notimes import no_time
from reconcile.language.vocabulary import word_before
from reconcile.values.dates import Grain, Interval
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "date"


@record
class DateClaim(Claim):
    """That something happened, will happen or was said at a time.

    `facet` is what about the event is dated (held, signed, announced, said, begun, …), empty when no trigger
    of the lexicon is near. `bound` is how the time limits it: "on", or "by", "before", "not before",
    "after", "since", "until", "around". `value` is None when the time has no anchor; then `timex` holds what is known.
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
    """A time as an editor writes it in a table: the ISO day, with the clock where it was given, a stretch with "to"."""
    if value is None:
        return timex
    if "T" in timex and value.start is not None and ":" in timex:
        zone = "" if value.offset is None else f" UTC{value.offset // 60:+d}:{value.offset % 60:02d}"
        return f"{value.start:%Y-%m-%d %H:%M}{zone}"
    return value.said


_BOUND = regex(
    r"(?:\b(?P<around>around|about|approximately|roughly|circa|some time around|shortly before|shortly after|"
    r"just before|just after|just past|a (?:few|couple of) minutes (?:before|after)|minutes (?:before|after)|"
    r"near|nearly|almost)"
    r"|\b(?P<by>by|no later than|not later than|by the end of|as early as|as soon as)"
    r"|\b(?P<before>before|prior to|ahead of|hours before)"
    r"|\b(?P<after>after|following|hours after)"
    r"|\b(?P<since>since|ever since|as far back as|from|as of|dating from|starting|beginning)"
    r"|\b(?P<until>(?:until|till|through|up to)(?: and including)?))\s+(?:on\s+|at\s+|the\s+|early\s+|late\s+)*\Z",
    re.I,
)
_SIDES = frozenset({"before", "after", "since", "until"})
_OCCASION = regex(r"['’]s\s(?:[a-z-]+\s)?[a-z]+\b|\s[a-z]{3,}s\b")
_APPOSED = regex(
    r"\s+when\s+|,\s+(?:when\s+|(?:(?:which is|itself)\s+)?the (?:very )?(?:day|date|month|year)\s+(?!after\b|before\b))",
    re.I,
)
_ABSOLUTE = regex(
    r"\b(?:1[0-9]|20)\d\d\b(?! ?(?:GMT|UTC|hours|hrs))|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b\.? \d|"
    r"\d(?:st|nd|rd|th)?(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
# "(Ada Moss, 2:08:03, 2014)": who set a mark, the mark, the year.
_HOLDER = regex(
    r"\((?P<who>(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w.'’-]+), \d[\d:.,]*(?: ?[a-z]{1,8})?, \Z", holds="("
)
# "Ada Moss (14/02/1984), of Mill Lane": when she was born.
_BEARER = regex(r"(?P<who>(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+) \(\Z", holds="(")
_FIGURES = regex(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_BY = regex(r"\bby (?:[a-z-]+ ){0,4}(?P<who>(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w.'’-]+)")
_TITLED = regex(
    r"(?P<title>[A-Z][\w'’-]*(?: (?:of|the|and|in|a|an|with|at|on|near|[A-Z][\w'’-]*)){0,6})[\"”’']? "
    r"\((?P<maker>[A-Z][\w.'’ -]{1,40}, )?\Z"
)
_CLAUSE = 90  # characters between "when" and the verb of its clause
_CAMES = ("came ", "comes ", "coming ", "followed ")
_CAME = regex(
    r"\b(?:came|comes|coming|followed) (?P<n>a|one|two|three|four|five|six|seven|\d{1,2}) (?P<unit>day|week)s? (?P<way>after|before)\b",
    re.I,
)
_FROM = regex(
    r",? (?:just |only |exactly )?(?P<n>a|the|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?P<unit>day|week)s? (?P<way>after|before)\b",
    re.I,
    holds="day after|days after|week after|weeks after|day before|days before|week before|weeks before",
)


def extract(reading: Reading) -> Iterator[DateClaim]:
    """Yields one claim for each date or clock time, and a second one where an apposition gives a second facet."""
    document = reading.document
    stated = [
        t
        for t in document.times
        if t.type in ("DATE", "TIME") and not t.value.endswith("_REF") and not no_time(reading.text, t)
    ]
    times = ranges(reading.text, [*on_their_day(reading.text, [*once_each(reading.text, stated)])])
    anchoring = Anchoring(reading.text, document.published)
    told: list[DateClaim] = []
    for sentence, mentions in groupby(times, key=lambda t: document.sentence_at(t.start)):
        if sentence is None:
            continue
        for mention in mentions:
            words, triggers = document.clauses(sentence, mention.start, mention.end)
            if _NTH.match(reading.text, mention.end):  # "Tuesday, the 12th day of the strike"
                triggers = [trigger for trigger in triggers if trigger.start < mention.start]
            if (entry := _entered(reading.text, sentence, mention)) is not None:
                yield _claim(
                    reading, sentence, _over(entry, anchoring.placed(mention, None), document.published)
                )
                continue
            triggers = [trigger for trigger in triggers if not _lies(reading.text, trigger)]
            if under_a_picture(reading.text, sentence, mention):
                triggers = []
            placed = mention
            for dated in _dated(reading.text, sentence, words, triggers, mention):
                placed = anchoring.placed(mention, dated.verb or dated.trigger)
                claim = _claim(reading, sentence, dated._replace(mention=placed, value=placed.interval))
                if dated.facet in ("said", "announced"):
                    told.append(claim)
                yield claim
            yield from _days_from(reading, sentence, placed, placed.interval)
    yield from _came_after(reading, told)


_NTH = regex(
    r" ?,? (?:on |was |is |marks |marked )?(?:the|its|their) (?!first\b|1st\b)(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:nd|rd|th)) (?:straight |consecutive |full )?"
    r"(?:day|night|week|month|year) (?:of|in|since)\b"
)


def _lies(text: str, trigger: Trigger) -> bool:
    """Whether a participle only tells where something lies: "the yard located on Elm Street"."""
    return trigger.lemma == "locate" and not trigger.passive and _WHERE.match(text, trigger.end) is not None


_WHERE = regex(r" (?:in|at|on|along|near|off|between|behind|about|just)\b")


def _entered(text: str, sentence: Sentence, mention: TimeMention) -> Dated | None:
    """What an entry of a timeline tells of the day that opens it: "March 3 - Rebels take the port."."""
    told = _ENTRY.match(text, mention.end) if mention.start == sentence.start else None
    if told is None or text[sentence.start - 1 : sentence.start] not in ("", "\n"):
        return None
    words = tokens(text, told.end(), sentence.end)
    triggers = find_triggers(words)
    trigger = next((t for t in triggers if not t.noun), next(iter(triggers), None))
    if told["mark"] is None:
        whole = mention.type == "DATE" and mention.year_known and not mention.relative
        if not whole or trigger is None or trigger.noun or ":" in text[told.end() : trigger.start]:
            return None  # a date before a name opens an entry where a verb follows: "3 May 2031 Moss's death is ruled"
    if trigger is None or trigger.start - told.end() > _CLAUSE or (trigger.noun and _within(words, trigger)):
        return None
    return Dated(mention, trigger, trigger.facet, theme_of(text, words, triggers, trigger, mention))


def _within(words: Words, noun: Trigger) -> bool:
    """Whether a noun stands behind a preposition: "at the site of the disaster"."""
    ahead = (words[at] for at in range(noun.first - 1, -1, -1))
    first = next((t for t in ahead if not (t.capital or t.lower in small("determiner"))), None)
    return first is not None and first.lower in small("preposition")


def _over(entry: Dated, mention: TimeMention, published: Interval | None) -> Dated:
    """The entry on its day, as a thing that has happened unless the day was to come."""
    day = mention.interval
    start, now = day and day.start, published and published.end
    past = entry.trigger is not None and bool(start and now and start < now)
    trigger = replace(entry.trigger, past=True) if entry.trigger is not None and past else entry.trigger
    return entry._replace(mention=mention, value=day, trigger=trigger)


_ENTRY = regex(r",?(?: \d{4})?(?P<mark> ?[-–—]+ |: )(?=[A-Z“\"])| (?=[A-Z])")


def _days_from(
    reading: Reading, sentence: Sentence, mention: TimeMention, day: Interval | None
) -> Iterator[DateClaim]:
    """What a time is counted from: "on Saturday, a day after he resigned" dates the resignation to Friday."""
    text = reading.text
    found = _FROM.match(text, mention.end, min(sentence.end, mention.end + 48))
    if found is None or day is None or day.start is None or day.grain > Grain.DAY:
        return
    count = whole("one" if found.group("n").lower() in ("a", "the") else found.group("n"))
    words = tokens(text, found.end(), min(sentence.end, found.end() + 200))
    triggers = find_triggers(words)
    trigger = next(iter(triggers), None)
    if count is None or trigger is None or trigger.start - found.end() > 60:
        return
    days = count * (7 if found.group("unit").lower() == "week" else 1)
    of = day.start.date() - timedelta(days=days if found.group("way").lower() == "after" else -days)
    when = TimeMention(found.start("n"), found.end(), "DATE", of.isoformat(), relative=True)
    place = theme_of(text, words, triggers, trigger, when)
    yield _claim(reading, sentence, Dated(when, trigger, trigger.facet, place, Interval.day(of)))


def _came_after(reading: Reading, told: Sequence[DateClaim]) -> Iterator[DateClaim]:
    """What a statement came so many days after: dated from the day of the statement, or else from publication."""
    text, document = reading.text, reading.document
    lower = lowered(text)
    for came in (_CAME.match(text, at) for at in hits(lower, _CAMES) if not text[at - 1 : at].isalnum()):
        if came is None:
            continue
        sentence = document.sentence_at(came.start())
        count = whole("one" if came.group("n").lower() == "a" else came.group("n"))
        earlier = next((c.value for c in reversed(told) if c.span.start < came.start() and c.value), None)
        anchor = earlier or document.published
        if (
            sentence is None
            or count is None
            or anchor is None
            or anchor.start is None
            or anchor.grain > Grain.DAY
        ):
            continue
        words = tokens(text, came.start(), min(sentence.end, came.end() + 200))
        triggers = find_triggers(words)
        trigger = next((t for t in triggers if t.start >= came.end()), None)
        if trigger is None or trigger.start - came.end() > 80:
            continue
        days = count * (7 if came.group("unit").lower() == "week" else 1)
        day = anchor.start.date() - timedelta(days=days if came.group("way").lower() == "after" else -days)
        mention = TimeMention(came.start("n"), came.end(), "DATE", day.isoformat(), relative=True)
        place = theme_of(text, words, triggers, trigger, mention)
        yield _claim(reading, sentence, Dated(mention, trigger, trigger.facet, place, Interval.day(day)))


def _dated(
    text: str, sentence: Sentence, words: Words, triggers: Sequence[Trigger], mention: TimeMention
) -> Iterator[Dated]:
    if of_publication(text, sentence, mention):
        yield Dated(mention, None, "published", (0, 0))
        return
    year = mention.end - mention.start == 4
    if text[mention.end : mention.end + 1] == ")":
        bearer = _BEARER.search(text, max(sentence.start, mention.start - 60), mention.start)
        if bearer and mention.year_known and _FIGURES.fullmatch(text, mention.start, mention.end):
            yield Dated(mention, None, "born", bearer.span("who"))
            return
        titled = _TITLED.search(text, max(sentence.start, mention.start - 100), mention.start)
        if titled and year:
            yield Dated(mention, None, "made" if titled.group("maker") else "published", titled.span("title"))
            return
        held = _HOLDER.search(text, max(sentence.start, mention.start - 80), mention.start)
        if held:
            yield Dated(mention, None, "set", held.span("who"))
            return
    if year and text.endswith(" of ", 0, mention.start):
        origin, what = made_of(text, sentence.start, mention.start)
        if origin:
            yield Dated(mention, None, origin, what)
            return
        trigger = headed(words, triggers, mention)
    else:
        trigger = governing(words, triggers, mention.start, mention.end)
        trigger = _found_so(text, triggers, trigger)
    by = _BY.search(text, trigger.end, mention.start) if trigger and trigger.facet == "set" else None
    if by:
        yield Dated(mention, trigger, "set", by.span("who"))
        return
    verb = trigger
    trigger, place = event_of(text, words, triggers, trigger, mention)
    facet = trigger.facet if trigger else ""
    if trigger is not None and trigger.lemma in small("perceives") and 0 < place[1] <= trigger.start:
        noun = text[place[0] : place[1]].partition(" of ")[0].lower().rpartition(" ")[2]
        felt = facet_lexicon().get(noun, ("", "", False))
        if felt[2] and felt[0] == "occurred":  # "a tremor that was felt on Monday": it was on Monday
            trigger, facet = replace(trigger, lemma=noun), "occurred"
    if trigger is not None and facet == trigger.facet:
        facet = told_facet(text, trigger, place, sentence)
    yield Dated(mention, trigger, facet, place, verb=verb)
    apposed = _APPOSED.match(text, mention.end)
    if apposed:
        ahead = [t for t in triggers if apposed.end() <= t.start < apposed.end() + _CLAUSE]
        second = next((t for t in ahead if t.past), next(iter(ahead), None))
        if second and (trigger is None or second.facet != trigger.facet):
            event, about = event_of(text, words, triggers, second, mention)
            yield Dated(mention, event, event.facet if event else "", about, verb=second, apposed=True)


def _found_so(text: str, triggers: Sequence[Trigger], trigger: Trigger | None) -> Trigger | None:
    """The deed whose object a word describes: captured, in "captured wounded but alive on Thursday"."""
    if trigger is None or text[trigger.start : trigger.end] not in ("wounded", "injured", "shot"):
        return trigger
    before = (t for t in triggers if t.end + 1 == trigger.start and t.past and not t.noun)
    return next(before, trigger)


def _claim(reading: Reading, sentence: Sentence, dated: Dated) -> DateClaim:
    text, mention, trigger = reading.text, dated.mention, dated.trigger
    start, end = mention.start, mention.end
    lead = None
    if word_before(text, start) in _bound_words():
        lead = _BOUND.search(text, max(sentence.start, start - 40), start)
    bound = lead.lastgroup if lead and lead.lastgroup and not dated.apposed else "on"
    if trigger is not None and trigger.noun and 0 < trigger.start - mention.end <= 25 and bound in _SIDES:
        bound = "on"  # "the hours before the 3 May blast": the blast was on that day
    if trigger is not None and trigger.lemma == "date from":
        bound = "on"  # it was made then
    if bound == "after" and _OCCASION.match(text, mention.end):
        bound = "on"  # "after Friday prayers" is on the Friday
    later = no_earlier(text, sentence.start, start, bound)
    bound = "not before" if later else bound
    hedge = " ".join(lead.group().split()) if lead and bound == "around" else ""
    value, timex = dated.value, mention.value
    off = counted_off(text, sentence.start, start, value, timex)
    if trigger is not None:
        first, last = min(start, trigger.start), max(end, trigger.end)
        if last - first <= 90:
            start, end = first, last
    if off is not None:
        value, timex, begun = off
        bound, hedge, start = "on", "", min(start, begun)
    place = dated.theme if dated.theme != (0, 0) else _behind(text, sentence, dated)
    facet, subject = "", subject_of(reading, place)
    if trigger is not None:
        facet, subject = of_occasion(reading, sentence, trigger, subject)
    return reading.claim(
        DateClaim,
        start,
        end,
        value=value,
        timex=timex,
        facet=facet or dated.facet,
        bound=bound,
        hedge=hedge,
        when=text[mention.start : mention.end],
        past=told_as_past(reading.text, dated),
        absolute=bool(_ABSOLUTE.search(text, mention.start, mention.end)),
        event=trigger.lemma if trigger else "",
        subject=subject,
        modality=modality(reading, sentence, dated),
        polarity=later or not (trigger and trigger.negated),
    )


def _behind(text: str, sentence: Sentence, dated: Dated) -> tuple[int, int]:
    """What a participle that opens the sentence is said of: "Founded in 1959, the mill has six looms"."""
    mention, trigger = dated.mention, dated.trigger
    if (
        trigger is None
        or trigger.noun
        or trigger.start != sentence.start
        or not _OPENS.match(text, trigger.start)
    ):
        return (0, 0)
    if not text.startswith(", ", mention.end) or mention.start < trigger.end:
        return (0, 0)
    words = tokens(text, mention.end + 2, sentence.end)
    found = subject_phrase(words, find_triggers(words))
    name = _NAMED.match(text, mention.end + 2, sentence.end) if found == (0, 0) else None
    return name.span("name") if name else found


_NAMED = regex(r"(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*) [a-z]")
_OPENS = regex(r"(?:[A-Z][a-z]+ed|Built|Born|Set up|Sunk|Made|Held|Begun) ")


@cache
def _bound_words() -> frozenset[str]:
    """Every word of `_BOUND`: behind any other it cannot end."""
    return frozenset(re.findall("[a-z]+", _BOUND.pattern))
