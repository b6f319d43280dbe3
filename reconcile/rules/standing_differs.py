"""A place or a count by ordinals that differs: fourth here, sixth there; her third title, or her second.

Finds places in one contest, and the how manieth win, arrest, fire or visit something was, where two articles of the
same day differ. Counts over another time ("this season", "in a row") are left apart, and so is what an article counts
more than once.

Why it matters: ordinals are copied from a press kit that is a match or a year old.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "Ada Quill won the Brae Prize for the second time on Friday."}
  - {id: b, publisher: Tern Daily, published: 2024-03-02, text: "On Friday Ada Quill took home her third Brae Prize."}
findings:
  - {verdict: contradiction, sides: [["second time"], ["third Brae Prize"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from reconcile.align.figures.rounds import teams
from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.spans import names, two_people
from reconcile.claims.standing import StandingClaim
from reconcile.language.figures.ordinals import in_words, ordinal
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "NUM509"
KIND = "number"
VERDICT: Verdict = "contradiction"

_A_DAY = timedelta(days=1)  # between two reports of one race; a later one may tell of the next


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for each two ordinals that count one thing of one subject."""
    groups: dict[str, list[StandingClaim]] = defaultdict(list)
    for claim in story.of(StandingClaim):
        groups[_what(claim)].append(claim)
    for claims in groups.values():
        for first, second in pairs(story, _told_once(claims), _named):
            if first.value == second.value or not _one(first, second, story):
                continue
            yield _difference(first, second)


def _what(claim: StandingClaim) -> str:
    """What is counted: places, or the deed over one time."""
    return "place" if claim.counts == "place" else f"{claim.of.partition(' ')[0]} {claim.scope}"


def _told_once(claims: list[StandingClaim]) -> list[StandingClaim]:
    """The claims of the articles that tell one ordinal of the kind, or one of it for each subject; the first of each."""
    told: dict[str, list[StandingClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.span.article].append(claim)
    found = []
    for said in told.values():
        whose = {names(claim.subject) for claim in said}
        for subject in sorted(whose, key=sorted):
            mine = [claim for claim in said if names(claim.subject) == subject]
            if len({claim.value for claim in mine}) == 1 and (subject or len(whose) == 1):
                found.append(mine[0])
    return found


def _one(first: StandingClaim, second: StandingClaim, story: Story) -> bool:
    """Whether two ordinals of one kind can be of one thing of one subject, in reports of one day."""
    if (
        first.span.article == second.span.article
        or story.same_origin(first, second)
        or not _at_once(first, second, story)
    ):
        return False
    if _told_there(first, second) or _told_there(second, first):
        return False
    if teams(first.sentence) != teams(second.sentence):
        return False
    mine, its = names(first.subject), names(second.subject)
    here, there = names(first.sentence), names(second.sentence)
    if mine and its and (not mine & its or two_people(first.subject, second.subject)):
        return False
    if (
        mine
        and its
        and not (mine <= its or its <= mine)
        and not (first.of == "edition" and len(mine & its) > 1)
    ):
        return False
    if not mine and not its and not (first.scope and here & there):
        return False
    if bool(mine) is not bool(its) and not ((mine or its) & (there if mine else here)):
        return False
    if first.counts == "place":
        one, other = telling(first.of), telling(second.of)
        return bool(mine or its) and (
            not one or not other or len(one & other) >= min(2, len(one), len(other))
        )
    if first.of == "edition" and any(
        ordinal(b.value) in story.article(a).text for a, b in ((first, second), (second, first))
    ):
        return False  # the one before is told of too
    one, other = (names(c.of.partition(" ")[2]) for c in (first, second))
    return (one == other) or bool(one and other and (one <= other or other <= one))


def _named(claim: StandingClaim) -> frozenset[str]:
    """The names by which claims find each other."""
    return names(claim.subject) | names(claim.sentence)


def _told_there(claim: StandingClaim, other: StandingClaim) -> bool:
    """Whether the sentence of the one also has the ordinal of the other: fourth in the first round, third in the second."""
    said = claim.sentence.lower()
    return re.search(rf"\b(?:{ordinal(other.value)}|{in_words(other.value) or '-'})\b", said) is not None


def _at_once(first: StandingClaim, second: StandingClaim, story: Story) -> bool:
    a, b = story.article(first).published, story.article(second).published
    if a is None or b is None or a.interval.start is None or b.interval.start is None:
        return False
    return abs(a.interval.start - b.interval.start) <= _A_DAY


def _difference(first: StandingClaim, second: StandingClaim) -> Difference:
    subject = max(first.subject, second.subject, key=len)
    asked = (
        f"In which place is {subject}?" if first.counts == "place" else f"The how manieth {first.of} was it?"
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question=asked,
        sides=tuple(DraftSide(value=ordinal(c.value), claims=(c,)) for c in (first, second)),
        verdict="contradiction",
        because=f"“{first.span.quote}” and “{second.span.quote}” count differently what both tell.",
        confidence=0.7,
        settled=True,
    )
