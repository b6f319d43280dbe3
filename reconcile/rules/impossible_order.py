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

from collections.abc import Iterator
from datetime import timedelta

from reconcile.align.happenings import SILENT
from reconcile.align.spans import names
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.date import DateClaim
from reconcile.language.clauses import tokens
from reconcile.language.themes import theme
from reconcile.language.triggers import Trigger, find_triggers
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval

_LONG = timedelta(days=60)

CODE = "DAT206"
KIND = "date"
VERDICT = "contradiction"

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
        elif claim.modality == "asserted" and claim.facet in ONCE and claim.value.grain <= Grain.YEAR:
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
    """The articles published before the claim's date that tell the same event as past."""
    for article in story.articles.values():
        published = article.published
        if (
            published is None
            or published.interval.end is None
            or claim.value is None
            or claim.value.start is None
        ):
            continue
        if article.id == claim.span.article or published.interval.end > claim.value.start:
            continue
        for early in _mentions(claim, article.id, published.interval, story):
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
            break


def _mentions(claim: DateClaim, article: str, published: Interval, story: Story) -> Iterator[DateClaim]:
    """Past mentions in `article` of the event that the claim dates, as claims of their own."""
    reading = story.reading(article)
    text = reading.text
    wanted, people = telling(claim.subject), names(claim.sentence)
    around = telling(claim.sentence)
    if not wanted or claim.value is None or claim.value.start is None:
        return
    own = {
        (c.sentence_start, c.event)
        for c in story.of(DateClaim)
        if c.span.article == article
        and c.value
        and c.value.start
        and claim.value.start - c.value.start > _LONG
    }
    for sentence in reading.document.sentences:
        words = tokens(text, sentence.start, sentence.end)
        for trigger in find_triggers(words):
            if (
                trigger.lemma.split()[0][:4] != claim.event[:4]
                or trigger.facet != claim.facet
                or not _past(trigger)
                or (sentence.start, trigger.lemma) in own  # it dates what it tells of to long before
            ):
                continue
            start, end = theme(text, words, trigger)
            object_words = telling(text[start:end])
            said = text[sentence.start : sentence.end]
            if len(wanted & object_words) < min(2, len(wanted)) and len(around & telling(said)) < 5:
                continue
            if claim.facet == "died" and not names(claim.subject) & names(text[start:end]):
                continue
            if not wanted & object_words or len(people & names(said)) < min(2, len(people)):
                continue
            first, last = (trigger.start, end) if end > trigger.end else (start, trigger.end)
            yield reading.claim(
                DateClaim,
                first,
                last if last - first <= 140 else trigger.end,
                value=Interval(None, published.end, published.grain),
                timex="PAST_REF",
                facet=trigger.facet,
                bound="before",
                event=trigger.lemma,
                subject=text[start:end],
            )


def _past(trigger: Trigger) -> bool:
    return not trigger.negated and trigger.modality == "asserted" and (trigger.noun or trigger.past)
