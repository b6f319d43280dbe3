"""Two lengths of one person's punishment.

## What it finds
How long somebody was sentenced, barred or banned for, where sources give different lengths. What a prosecutor asked
for, what the law allows and what the court imposed are stages and explained, and so is a sentence that was cut or
raised later; two lengths of the punishment as imposed are a contradiction.

## Why it matters
A wrong sentence sticks to a name for as long as the page is read.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-08, text: "Joren Vale, the treasurer of Brindle, was sentenced to nine years in prison on Tuesday."}
  - {id: b, publisher: Coast Post, published: 2024-05-08, text: "The treasurer of Brindle, Joren Vale, was jailed for seven years on Tuesday."}
findings:
  - {verdict: contradiction}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from reconcile.align.story import Story
from reconcile.align.times.courses import one_person
from reconcile.align.times.penalties import Penalty, penalties
from reconcile.claims.duration import DurationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "DUR403"
KIND = "duration"
VERDICT = "contradiction"

_QUESTIONS = {
    "prison": "For how long was {who} sentenced to prison?",
    "suspended": "How long is the suspended sentence of {who}?",
    "ban": "For how long was {who} banned?",
}


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two lengths of one punishment."""
    by_kind: dict[str, list[Penalty]] = defaultdict(list)
    for penalty in penalties(story):
        by_kind[penalty.kind].append(penalty)
    for members in by_kind.values():
        seen: set[tuple[str, str, str]] = set()
        for first, second in combinations(members, 2):
            key = (first.claim.subject.rpartition(" ")[2], str(first.claim), str(second.claim))
            found = None if key in seen else _compare(first, second, members, story)
            if found is not None:
                seen.add(key)
                yield found


def _compare(first: Penalty, second: Penalty, members: list[Penalty], story: Story) -> Difference | None:
    a, b = first.claim, second.claim
    possible = first.stage == second.stage == "possible" and _months(first) == _months(second)
    if possible and bool(a.hedge) != bool(b.hedge) and one_person(a, b, story):
        because = f"“{a}” and “{b}” are the most that can be imposed, told with and without saying so."
        found = _difference(first, second, members, story, "explained", "precision", because)
        return replace(found, sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (a, b)))
    if _months(first) == _months(second) or a.sentence == b.sentence:
        return None
    if stated := _headline(first, second, members, story):
        return stated
    if not one_person(a, b, story) and not _only(first, second, members):
        return None
    stages = {first.stage, second.stage}
    if len(stages) == 2 and stages & {"sought", "possible"}:
        because = f"{a} ({first.stage}) and {b} ({second.stage}) are two stages: what is asked for or possible is not what is imposed."
        return _difference(first, second, members, story, "explained", "facet", because)
    if len(stages) == 2 or stages & {"sought", "possible"}:
        if "changed" not in stages:
            return None
        because = f"{a} and {b}: the later one replaces the earlier."
        return _difference(first, second, members, story, "explained", "update", because)
    if a.span.article == b.span.article or story.same_origin(a, b):
        return None
    if not (_firm(first) and _firm(second)) and not _beyond(first, second) and not _beyond(second, first):
        return None
    if _told(first, b.span.article, members, story) or _told(second, a.span.article, members, story):
        return None
    whom = a.subject or b.subject or "one person"
    because = f"“{a}” and “{b}” cannot both be the length of what was imposed on {whom}."
    return _difference(first, second, members, story, "contradiction", None, because)


def _headline(first: Penalty, second: Penalty, members: list[Penalty], story: Story) -> Difference | None:
    """The two lengths of an article that has one in its headline and another, and no third, in its text."""
    a, b = first.claim, second.claim
    if a.span.article != b.span.article or first.stage != "imposed" or second.stage != "imposed":
        return None
    one = "life" not in (a.topic, b.topic) and one_person(a, b, story)
    told = {
        _months(m)
        for m in members
        if m.claim.span.article == a.span.article
        and m.stage == "imposed"
        and (not one or (m.claim.topic != "life" and one_person(m.claim, a, story)))
    }
    article = story.article(a)
    head = article.title or article.text.partition("\n")[0]
    ends = article.text.find(head) + len(head)
    heads = [claim.span.end <= ends for claim in (a, b)]
    if len(told) != 2 or heads[0] is heads[1] or (_named(first) and _named(second) and not one):
        return None
    because = f"One article has “{a}” and “{b}”, one in its headline, one in its text."
    return _difference(first, second, members, story, "contradiction", None, because)


def _only(first: Penalty, second: Penalty, members: list[Penalty]) -> bool:
    """Whether each article tells of one punishment of the kind at that stage, and not of two people by name."""
    for one in (first, second):
        told = {
            _months(m)
            for m in members
            if m.claim.span.article == one.claim.span.article and m.stage == one.stage
        }
        if len(told) != 1:
            return False
    return not (_named(first) and _named(second))


def _named(penalty: Penalty) -> bool:
    """Whether the subject is the convict's name written out, not initials ("H. V."), a description or who asks."""
    last = penalty.claim.subject.rpartition(" ")[2]
    court = "Court" in penalty.claim.subject
    return penalty.stage != "sought" and not court and last[:1].isupper() and last[1:2].islower()


def _months(penalty: Penalty) -> float:
    value = penalty.claim.value
    if penalty.claim.topic == "life":
        return 9999.0
    if value is None or value.point is None:
        return 0.0
    return float(value.point) * (12 if value.unit == "year" else 1)


def _firm(penalty: Penalty) -> bool:
    return penalty.claim.topic == "life" or (penalty.claim.value is not None and penalty.claim.value.exact)


def _beyond(most: Penalty, least: Penalty) -> bool:
    """Whether one is shorter than the least that the other allows: 20 years, and "at least 22"."""
    a, b = most.claim.value, least.claim.value
    return bool(
        a and b and a.unit == b.unit and a.exact and a.point and b.low and b.high is None and a.point < b.low
    )


def _told(penalty: Penalty, article: str, members: list[Penalty], story: Story) -> bool:
    """Whether the other article has this length too, so that it tells of both."""
    return any(
        m.claim.span.article == article
        and _months(m) == _months(penalty)
        and one_person(m.claim, penalty.claim, story)
        for m in members
    )


def _nobody(claim: DurationClaim) -> bool:
    """Whether the subject is no name but a description: "Brindle's former treasurer"."""
    return claim.subject.rsplit(" ", 1)[-1].islower()


def _difference(
    first: Penalty,
    second: Penalty,
    members: list[Penalty],
    story: Story,
    verdict: Verdict,
    reason: str | None,
    because: str,
) -> Difference:
    sides = []
    for one in (first, second):
        same = [
            m.claim
            for m in members
            if m is one
            or (
                _months(m) == _months(one)
                and m.stage == one.stage
                and (_nobody(m.claim) or one_person(m.claim, one.claim, story))
            )
        ]
        sides.append(DraftSide(value=str(one.claim), claims=tuple(same)))
    return Difference(
        rule=CODE,
        kind=KIND,
        question=_QUESTIONS[first.kind].format(
            who=max(first.claim.subject, second.claim.subject, key=len) or "the accused"
        ),
        sides=tuple(sides),
        verdict=verdict,
        reason=reason,
        because=because,
        confidence=0.75,
        settled=True,
    )
