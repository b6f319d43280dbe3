"""An event told as past before the date that is given for it.

## What it finds
An article that was published before a date and already speaks of the event of that date as done: "after the signing
of the treaty" in an article of October, beside "in June of the next year they signed the treaty". Also one article
alone that tells of a date after its own as past.

## Why it matters
No wording reconciles this: the date, the article's date, or the belief that both speak of one event is wrong.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-03-04, text: "Trade grew after the signing of the Harbour Treaty with Norland."}
  - {id: b, publisher: Coast Post, published: 2024-09-04, text: "Both signed the Harbour Treaty with Norland on June 3, 2024."}
findings:
  - {verdict: contradiction, because: "2024-03-04"}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.firmness import firm
from reconcile.align.times.happenings import SILENT
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.language.grammar.clauses import tokens
from reconcile.language.grammar.themes import theme
from reconcile.language.grammar.triggers import Trigger, find_triggers
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_LONG = timedelta(days=60)

CODE = "DAT206"
KIND = "date"
VERDICT = "contradiction"

# "launched 90 rockets on Saturday night and Sunday morning": begun on the first of them
_OVER_DAYS = regex(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.{0,24} (?:and|to|through|into) [^.;]{0,12}\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    holds="day",
)
ONCE = frozenset(
    {"signed", "founded", "approved", "elected", "died", "born", "launched", "opened", "appointed"}
    | {"resigned", "bought", "effective", "married"}
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each date that an earlier article makes impossible."""
    for claim in story.of(DateClaim):
        if claim.value is None or claim.value.start is None or not claim.polarity:
            continue
        published = story.article(claim).published
        if published is not None and _told_too_early(claim, published.interval):
            yield _alone(claim, published.value, story)
        elif (
            claim.modality == "asserted"
            and claim.facet in ONCE
            and claim.value.grain <= Grain.YEAR
            and firm(claim)  # "signed the next morning": the day hangs on another
            and claim.bound != "since"  # what has been open since may have been before
            and not _OVER_DAYS.search(claim.span.quote)
        ):
            yield from _earlier(claim, story)


def _told_too_early(claim: DateClaim, published: Interval) -> bool:
    start = claim.value.start if claim.value else None
    return bool(
        start
        and published.end
        and published.grain <= Grain.DAY
        and claim.past
        and claim.absolute
        and claim.facet not in SILENT
        and claim.bound == "on"
        and start >= published.end
    )


def _alone(claim: DateClaim, published: str, story: Story) -> Difference:
    others = [
        other
        for other in story.of(DateClaim)
        if other.span.article != claim.span.article
        and other.value is not None
        and claim.value is not None
        and other.value.overlaps(claim.value)
        and other.value.grain <= Grain.DAY
        and story.similarity(claim, other) > 0.1
    ]
    day = claim.value.said if claim.value else ""
    late = (
        claim.value is not None
        and claim.value.start is not None
        and _days_after(claim.value, story, claim) > 2
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"How can an article of {published} tell of {day} as past?",
        sides=(
            DraftSide(value=f"over by {published}", claims=(claim,)),
            DraftSide(value=day, claims=tuple(others) or (claim,)),
        ),
        verdict="contradiction" if others and not late else "unresolved",
        because=f'The article is dated {published} and tells "{claim.span.quote}" as past: '
        + (
            "one of the two dates is wrong."
            if others and not late
            else "the page may have been changed after its date."
        ),
        confidence=0.75,
        settled=True,
    )


def _days_after(time: Interval, story: Story, claim: DateClaim) -> int:
    published = story.article(claim).published
    if published is None or published.interval.end is None or time.start is None:
        return 0
    return (time.start - published.interval.end).days + 1


def _earlier(claim: DateClaim, story: Story) -> Iterator[Difference]:
    """The articles published before the claim's date that tell the same event as past, each once."""
    said: set[str] = set()
    for found in _candidates(claim, story):
        published = story.articles[found.article].published
        if (
            published is None
            or published.interval.end is None
            or claim.value is None
            or claim.value.start is None
            or found.article in said
            or found.article == claim.span.article
            or published.interval.end > claim.value.start
            or not _of_one(claim, found, story)
        ):
            continue
        said.add(found.article)
        early = _claimed(found, published.interval, story)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=when(claim.event, claim.subject),
            sides=(
                DraftSide(value=f"before {published.value}", claims=(early,)),
                DraftSide(value=str(claim), claims=(claim,)),
            ),
            verdict="contradiction",
            because=f'An article of {published.value} already says "{early.span.quote}"; {claim.value.said} is later, '
            "so both cannot be true of one event.",
            confidence=0.75,
            settled=True,
        )


class _Mention(NamedTuple):
    """A past mention of an event in an article: the trigger's lemma, facet and place, its object, its sentence."""

    article: str
    lemma: str
    facet: str
    start: int
    end: int
    object_start: int
    object_end: int
    sentence_start: int
    sentence_end: int


def _candidates(claim: DateClaim, story: Story) -> list[_Mention]:
    """Past mentions of the facet that the claim dates, whose object shares a word with its subject, in text order."""
    by_word = _mentions(story)
    keys = [(claim.event[:_STEM], claim.facet, word) for word in sorted(telling(claim.subject))]
    found = {mention for key in keys for mention in by_word.get(key, ())}
    order = {article: number for number, article in enumerate(story.articles)}
    return sorted(found, key=lambda mention: (order[mention.article], mention.start))


_STEM = 4  # letters by which "sign", "signed" and "signing" are one


@lru_cache(maxsize=1)  # the claims of one story ask after each other
def _mentions(story: Story) -> dict[tuple[str, str, str], list[_Mention]]:
    """The past mentions of events that happen once, by the stem and the facet of the verb and a word of the object."""
    found: dict[tuple[str, str, str], list[_Mention]] = defaultdict(list)
    for article in story.articles:
        reading = story.reading(article)
        text = reading.text
        for sentence in reading.document.sentences:
            words = tokens(text, sentence.start, sentence.end)
            triggers = find_triggers(words)
            for trigger in triggers:
                if trigger.facet not in ONCE or not _past(trigger):
                    continue
                at = theme(words, triggers, trigger)
                lemma, stem = trigger.lemma, trigger.lemma.split()[0][:_STEM]
                place = (trigger.start, trigger.end, *at, sentence.start, sentence.end)
                for word in sorted(telling(text[slice(*at)])):
                    found[stem, trigger.facet, word].append(_Mention(article, lemma, trigger.facet, *place))
    return found


@lru_cache(maxsize=1)
def _dated(story: Story) -> dict[tuple[str, int, str], datetime]:
    """The earliest date that a sentence of an article gives for an event, by article, sentence and lemma."""
    found: dict[tuple[str, int, str], datetime] = {}
    for claim in story.of(DateClaim):
        if claim.value and claim.value.start:
            key = (claim.span.article, claim.sentence_start, claim.event)
            found[key] = min(claim.value.start, found.get(key, claim.value.start))
    return found


def _of_one(claim: DateClaim, mention: _Mention, story: Story) -> bool:
    """Whether a mention is of the event that the claim dates, as far as its words tell."""
    text = story.reading(mention.article).text
    named = text[mention.object_start : mention.object_end]
    said = text[mention.sentence_start : mention.sentence_end]
    dated = _dated(story).get((mention.article, mention.sentence_start, mention.lemma))
    if dated and claim.value and claim.value.start and claim.value.start - dated > _LONG:
        return False  # it dates what it tells of to long before
    wanted = telling(claim.subject)
    if (
        len(wanted & telling(named)) < min(2, len(wanted))
        and len(telling(claim.sentence) & telling(said)) < 5
    ):
        return False
    if claim.facet == "died" and not names(claim.subject) & names(named):
        return False
    people = names(claim.sentence)
    return len(people & names(said)) >= min(2, len(people))


def _claimed(mention: _Mention, published: Interval, story: Story) -> DateClaim:
    """What a mention asserts: that the event was over when its article was published."""
    reading = story.reading(mention.article)
    if mention.object_end > mention.end:
        first, last = mention.start, mention.object_end
    else:
        first, last = mention.object_start, mention.end
    return reading.claim(
        DateClaim,
        first,
        last if last - first <= 140 else mention.end,
        value=Interval(None, published.end, published.grain),
        timex="PAST_REF",
        facet=mention.facet,
        bound="before",
        event=mention.lemma,
        subject=reading.text[mention.object_start : mention.object_end],
    )


def _past(trigger: Trigger) -> bool:
    return not trigger.negated and trigger.modality == "asserted" and (trigger.noun or trigger.past)
