"""An age that does not fit the date of birth, or of founding.

## What it finds
Somebody is said to be 71 by one source, and to have been born on a date that makes them 70 or 72 by another, or by
the same one; a house is called 76 years old and was founded 80 years ago. The age is worked out on the day of the
article that gives it, or of the death that its sentence dates, and a year is left open where only the year of birth is known.

## Why it matters
Subtraction is a witness that cannot be mistaken: one of the two is wrong.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-10-08, text: "Ilona Brandt, 75, was chosen on Tuesday."}
  - {id: b, publisher: Coast Post, published: 2024-10-09, text: "Ilona Brandt was born on 4 November 1952 in Brindle."}
findings:
  - {verdict: contradiction, because: "71", sides: [["Ilona Brandt, 75"], ["born on 4 November 1952"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from reconcile.align.persons.aged import people
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.claims.date import DateClaim
from reconcile.language.ages.forms import DEATH
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

CODE = "AGE552"
KIND = "age"
VERDICT = "contradiction"

_ORIGINS = frozenset({"born", "founded"})
_ENDS = frozenset({"died", "killed"})
_YEARLESS = regex(r"[A-Z][a-z]{2,8}\.? \d{1,2}\Z|\d{1,2} [A-Z][a-z]{2,8}\Z")  # the birthday, not the birth
_SHORT = 3  # letters: a name this short is no surname to go by


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for each age that a stated date of birth or founding rules out."""
    origins = [
        c
        for c in story.of(DateClaim)
        if c.facet in _ORIGINS
        and c.value is not None
        and c.bound == "on"
        and not _YEARLESS.match(c.when or "")
    ]
    deaths = {
        (c.span.article, c.sentence_start): c.value
        for c in story.of(DateClaim)
        if c.facet in _ENDS and c.value is not None and c.bound == "on"
    }
    for claim in story.of(AgeClaim):
        if not claim.subject or claim.then or claim.plural:
            continue
        died = _died(claim, deaths)
        published = story.article(claim).published
        day = died if died is not None or published is None else published.interval
        if day is None:
            continue
        for origin in origins:
            if _same(claim, origin, story) and origin.value is not None and origin.value.grain <= Grain.YEAR:
                span = _ages(origin.value, day)
                if span is not None and not _meets(claim, span):
                    yield _difference(claim, origin, span, died)
    yield from _round_birthday(story)


def _died(claim: AgeClaim, deaths: Mapping[tuple[str, int], Interval]) -> Interval | None:
    """The death that the sentence of an age dates: "who died in 2019 at the age of 90"."""
    died = deaths.get((claim.span.article, claim.sentence_start))
    return died if died is not None and DEATH.search(claim.sentence) else None


def _round_birthday(story: Story) -> Iterator[Difference]:
    """Ages that an article gives before the day on which another says that the person came to them, or the age of
    before, given after that day.
    """
    for name, claims in people(story).items():
        reached = [
            (claim, day)
            for claim in claims
            if "turned" in claim.span.quote and (day := _birthday(story, claim)) is not None
        ]
        for claim, day in reached:
            for other in claims:
                published = story.article(other).published
                if published is None or other.span.article == claim.span.article:
                    continue
                wrong = _still_or_already(claim, day, other, published.interval)
                if wrong:
                    yield Difference(
                        rule=CODE,
                        kind=KIND,
                        question=f"How old is {name}?",
                        sides=(
                            DraftSide(value=str(other), claims=(other,)),
                            DraftSide(value=f"{claim} on {day.said}", claims=(claim,)),
                        ),
                        because=f"{other.span.quote!r} stands in an article of {published.interval.said}, and "
                        f"{claim.span.quote!r} tells of a birthday on {day.said}: {name} was {wrong}.",
                        confidence=0.75,
                        settled=True,
                    )


def _still_or_already(reached: AgeClaim, birthday: Interval, given: AgeClaim, day: Interval) -> str:
    """What is wrong with an age given on a day, beside the age that was reached on a birthday; empty if nothing is."""
    age, now = given.value.low, reached.value.low
    if (
        age is None
        or now is None
        or day.start is None
        or day.end is None
        or given.then
        or not given.value.exact
    ):
        return ""
    if age == now and birthday.start is not None and day.end <= birthday.start:
        return "still a year younger"
    if age == now - 1 and birthday.end is not None and day.start >= birthday.end + _NEXT_DAY:
        return "already a year older"
    return ""


_NEXT_DAY = timedelta(days=1)  # what a paper of the next morning prints may have been written the day before


def _birthday(story: Story, claim: AgeClaim) -> Interval | None:
    """The one day on which the words of an age claim, and of the date beside it, put the birthday."""
    days = [
        date.value
        for date in story.of(DateClaim)
        if date.span.article == claim.span.article
        and claim.span.start < date.span.end
        and date.span.start < claim.span.end
        and date.value is not None
        and date.bound == "on"
        and date.value.grain is Grain.DAY
    ]
    return days[0] if len(days) == 1 else None


def _same(age: AgeClaim, origin: DateClaim, story: Story) -> bool:
    """Whether the date is of the one whose age is given: the name stands in the date's subject or right before it, and
    the subject is nobody else of that name."""
    name = age.subject.split()[-1].strip(".,")
    if len(name) <= _SHORT:
        return False
    if origin.facet == "founded" and origin.subject:  # a firm may bear the name of its owner
        whose = story.entities.of(age.subject, age.span.article)
        founder = whose is not None and whose.kind == "person"  # "a device that Ada Moss, 48, invented"
        return not founder and set(age.subject.split()) <= set(origin.subject.split())
    if origin.subject:
        told = (age.subject, age.span.article, origin.subject, origin.span.article)
        return name in origin.subject.split() and story.entities.same(*told) != "different"
    before = origin.sentence[: origin.span.start - origin.sentence_start]
    return before.rstrip(" (,").endswith(name)


def _ages(origin: Interval, day: Interval) -> tuple[int, int] | None:
    """The least and the greatest age on `day` of whoever or whatever began in `origin`."""
    if origin.start is None or origin.end is None or day.start is None or day.end is None:
        return None
    youngest = (day.start - origin.end).days / 365.2425
    oldest = (day.end - origin.start).days / 365.2425
    return (int(youngest), int(oldest)) if youngest >= 0 else None


def _meets(claim: AgeClaim, span: tuple[int, int]) -> bool:
    low, high = claim.value.low, claim.value.high
    return (high is None or high >= span[0]) and (low is None or low <= span[1])


def _difference(
    claim: AgeClaim, origin: DateClaim, span: tuple[int, int], died: Interval | None
) -> Difference:
    worked_out = str(span[0]) if span[0] == span[1] else f"{span[0]} or {span[1]}"
    when = f"at death ({died.said})" if died is not None else "when the article appeared"
    because = f"{origin.span.quote!r} makes {claim.subject} {worked_out} {when}, not {claim}."
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"How old is {claim.subject}?",
        sides=(
            DraftSide(value=str(claim), claims=(claim,)),
            DraftSide(
                value=f"{origin.facet} {origin.when or (origin.value and origin.value.said)}",
                claims=(origin,),
            ),
        ),
        because=because,
        confidence=0.9,
        settled=True,
    )
