"""One source that gives two dates for one thing.

## What it finds
Within one article, two dates for the beginning of one thing ("founded in 1949", "dates back to the 1930s"): a tension,
because the words may mean two beginnings. Two dates for something that can happen twice (two arrests, two meetings
of one person) are explained: a writer who gives both knows of both.

## Why it matters
A reader who takes the first of the two for the only one will quote it wrongly.

## Example
```yaml
articles:
  - id: a
    publisher: The Tern
    published: 2024-05-02
    text: "Norland and Brindle established trade ties in 1949. Their trade ties date back to the 1930s, when boats crossed."
findings:
  - {verdict: tension, because: "1949"}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.happenings import eligible
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain

CODE = "DAT208"
KIND = "date"
VERDICT = "tension"

_POSTED = frozenset({"", "appear", "publish", "post", "print", "update"})
_ONCE = frozenset({"founded", "born", "died"})
_AGAIN = frozenset(
    {"arrested", "charged", "convicted", "released", "elected", "appointed", "signed", "launched"}
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two dates of one facet and subject inside one article."""
    groups: dict[tuple[str, str], list[DateClaim]] = defaultdict(list)
    for claim in story.of(DateClaim):
        if claim.facet in _ONCE | _AGAIN and eligible(claim, Grain.DECADE) and claim.modality == "asserted":
            groups[claim.span.article, claim.facet].append(claim)
    yield from _stamps(story)
    for (_, facet), members in groups.items():
        if len(members) > 4:
            continue  # a chronicle
        for first, second in combinations(members, 2):
            if first.value is None or second.value is None or first.value.overlaps(second.value):
                continue
            told_twice = first.when.lower() == second.when.lower()  # "two days later", counted from one day
            if first.sentence != second.sentence and not told_twice and _one_subject(first, second, facet):
                yield _difference(first, second, facet)


def _stamps(story: Story) -> Iterator[Difference]:
    """Two publication stamps of one article within days: posted on one, printed or changed on another."""
    stamps: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in story.of(DateClaim):
        stamp = claim.facet == "published" and claim.absolute and claim.event in _POSTED
        if stamp and claim.value is not None and claim.value.grain <= Grain.DAY:
            stamps[claim.span.article].append(claim)
    for members in stamps.values():
        for first, second in combinations(members, 2):
            if (
                first.value is None
                or second.value is None
                or first.value.start is None
                or second.value.start is None
            ):
                continue
            gap = abs(first.value.start.date() - second.value.start.date()).days
            if 1 <= gap <= 3 and "published" in (first.facet, second.facet):
                yield Difference(
                    rule=CODE,
                    kind=KIND,
                    question="When did the article appear?",
                    sides=(
                        DraftSide(value=str(first), claims=(first,)),
                        DraftSide(value=str(second), claims=(second,)),
                    ),
                    confidence=0.8,
                    doubtful=True,
                )


def _one_subject(first: DateClaim, second: DateClaim, facet: str) -> bool:
    a, b = telling(first.subject), telling(second.subject)
    if facet == "founded":
        return bool(a & b)
    if facet in _ONCE:
        one, other = names(first.subject), names(second.subject)
        return bool(one & other) and (one <= other or other <= one)  # his wife bears his family name
    people = names(first.subject) & names(second.subject)
    pronoun = second.subject.lower() in ("he", "she", "they", "it") or first.subject.lower() in (
        "he",
        "she",
        "they",
    )
    near = abs(first.sentence_start - second.sentence_start) < 600
    return bool(people) or (pronoun and near and first.event == second.event)


def _difference(first: DateClaim, second: DateClaim, facet: str) -> Difference:
    subject = max((first.subject, second.subject), key=len)
    return Difference(
        rule=CODE,
        kind=KIND,
        question=when(first.event, subject),
        sides=(
            DraftSide(value=str(first), claims=(first,)),
            DraftSide(value=str(second), claims=(second,)),
        ),
        confidence=0.6 if facet in _ONCE else 0.75,
        doubtful=True,
    )
