"""One part in an event, played by two people.

Finds events that have one such participant (the player sent off, the founder, the scorer of the winner) for which
sources name different people, and a person of whom sources say the same telling thing, a man here, a woman there.
Not compared: names that may be one person's, and articles that name several such participants themselves.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ivo Petersen was sent off two minutes from the end as Ordell City beat Tessaly Rovers."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Ordell City beat Tessaly Rovers, who had Georg Stahl sent off near the end."}
findings:
  - {verdict: contradiction, sides: [["Ivo Petersen"], ["Georg Stahl"]]}
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from reconcile.align.deeds.participants import asked
from reconcile.align.persons.holders import folded, one_person
from reconcile.align.stems import stem, stems
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "PAR921"
KIND = "participant"
VERDICT: Verdict = "contradiction"

_SEXES = frozenset({"man", "woman"})
# Parts that several people may share, so that another name need not exclude the first.
_SHARED = frozenset(
    {
        "found",
        "write",
        "direct",
        "design",
        "host",
        "lead",
        "translate",
        "paint",
        "compose",
        "discover",
        "invent",
    }
    | {"open", "pilot", "drive", "chair", "rescue", "win"}
)
_SURE = 0.4  # statements this alike speak of one event, so that two names for a shared part are a conflict


def check(story: Story) -> Iterator[Difference]:
    """Yields differences about who played a part that one person plays."""
    by_event: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        if claim.value in _SEXES:
            by_event[f"sex {stem(claim.event)}"].append(claim)
        elif claim.sole and claim.event != "acquire" and claim.polarity:
            by_event[claim.event].append(claim)
    for event, claims in by_event.items():
        yield from _sexes(claims) if event.startswith("sex ") else _people(story, event, claims)


def _people(story: Story, event: str, claims: list[ParticipationClaim]) -> Iterator[Difference]:
    people: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in claims:
        key = next((k for k, said in people.items() if one_person(said[0].value, claim.value)), claim.value)
        people[key].append(claim)
    for (_, first), (_, second) in combinations(people.items(), 2):
        here, there = ({c.span.article for c in said} for said in (first, second))
        a, b = first[0], second[0]
        if here & there or story.same_origin(a, b) or not _one_thing(story, a, b):
            continue
        alike = _look_alike(a.value, b.value)
        verdict: Verdict = (
            "contradiction" if event not in _SHARED or alike or _like(story, first, second) else "unresolved"
        )
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=asked(event, a.value, b.value),
            sides=(
                DraftSide(value=a.value, claims=tuple(first)),
                DraftSide(value=b.value, claims=tuple(second)),
            ),
            verdict=verdict,
            because=f"One source names {a.value}, another {b.value}, for a part that one person plays."
            + (" The names look alike." if alike else ""),
            confidence=0.75 if verdict == "contradiction" else 0.5,
            settled=True,
        )


def _like(story: Story, first: list[ParticipationClaim], second: list[ParticipationClaim]) -> bool:
    return any(story.similarity(a, b) >= _SURE for a in first for b in second)


def _one_thing(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether both name the same thing that it was done to, or at least do not name two."""
    one, other = (frozenset(folded(c.subject).split()) for c in (a, b))
    if one and other:
        return bool(one & other) or story.similarity(a, b) >= 0.2
    return True


def _look_alike(first: str, second: str) -> bool:
    return any(
        SequenceMatcher(None, x, y).ratio() >= 0.85
        for x in folded(first).split()
        for y in folded(second).split()
    )


def _sexes(claims: list[ParticipationClaim]) -> Iterator[Difference]:
    """The same telling deed of a man and of a woman, once in each article."""
    common = frozenset(stem(word) for word in words("common"))
    often = Counter(claim.span.article for claim in claims)
    for a, b in combinations(claims, 2):
        if a.value == b.value or a.span.article == b.span.article:
            continue
        if often[a.span.article] > 1 or often[b.span.article] > 1 or len(claims) > 3:
            continue
        shared = set(stems(a.subject)) & set(stems(b.subject)) - common
        if not shared:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was it a man or a woman who {a.event}?",
            sides=(
                DraftSide(value=a.span.quote, claims=(a,)),
                DraftSide(value=b.span.quote, claims=(b,)),
            ),
            verdict="contradiction",
            because=f"{a.span.quote!r} and {b.span.quote!r} say the same of a {a.value} and of a {b.value}.",
            confidence=0.7,
            settled=True,
        )
