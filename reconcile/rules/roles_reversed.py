"""Who did it to whom, turned round.

Finds takeovers that one text gives as A's of B and another, or the same text further down, as B's of A. The terms
count: shareholders who are paid in the other company's shares are the ones taken over. Finds shots, stabs, bites and
victories too, of A over B in one article and of B over A in another, where neither tells both.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Halvard Air to swallow Norling in a share deal."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Halvard Air shareholders are offered 0.4 of a Norling share for every share they hold."}
findings:
  - {verdict: contradiction, sides: [["Halvard Air to swallow Norling"], ["Halvard Air shareholders"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.deeds.doers import asserted
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex
from reconcile.values.weekdays import other_weekdays

CODE = "PAR922"
KIND = "participant"
VERDICT: Verdict = "contradiction"


# Deeds that one does to another and that the other does not pay back: with how they are told.
_ONE_WAY = {
    "shoot": "shot",
    "kill": "killed",
    "stab": "stabbed",
    "bite": "bit",
    "rob": "robbed",
    "beat": "beat",
    "arrest": "arrested",
    "replace": "replaced",
    "ram": "rammed",
}
# What may tell of another match, or of another day, than the one of the report.
_OTHER_DAY = regex(
    r"\b(?:(?:19|20)\d\d|last|earlier|previous(?:ly)?|first leg|return|rematch|semi-?finals?|quarter-?finals?|group|round|years?|"
    r"months?|weeks?|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|once|twice|had|before|until)\b"
)
_OVER = regex(r" (?:against|over) (?:the )?(?P<loser>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})")
_SCORE = regex(r"(?: \d+[-–]\d+)?\Z")


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for every two companies that take each other over, and two who beat or shoot each other."""
    yield from _takeovers(story)
    yield from _deeds(story)


def _deeds(story: Story) -> Iterator[Difference]:
    """Deeds of A to B in one article, and of B to A in another."""
    told: dict[str, dict[tuple[str, str], list[tuple[ParticipationClaim, str, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in story.of(ParticipationClaim):
        event, patient = claim.event, _SCORE.sub("", claim.subject)
        if event == "win" and (over := _OVER.match(claim.sentence, _end(claim))):
            event, patient = "beat", over.group("loser")
        if event not in _ONE_WAY or not asserted(claim):
            continue
        ends = [story.entities.of(name, claim.span.article) for name in (claim.value, patient)]
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            told[event][ends[0].id, ends[1].id].append((claim, claim.value, patient))
    for event, ways in told.items():
        for (doer, patient), first in ways.items():
            second = ways.get((patient, doer), []) if doer < patient else []
            articles = [{claim.span.article for claim, _, _ in held} for held in (first, second)]
            claims = [claim for claim, _, _ in (*first, *second)]
            if not second or articles[0] & articles[1] or any(_OTHER_DAY.search(c.sentence) for c in claims):
                continue
            if other_weekdays(
                *(" ".join(claim.sentence for claim, _, _ in held) for held in (first, second))
            ):
                continue
            sides = [f"{held[0][1]} {_ONE_WAY[event]} {held[0][2]}" for held in (first, second)]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Is it so that {sides[0]}, or that {sides[1]}?",
                sides=(
                    DraftSide(value=sides[0], claims=tuple(claim for claim, _, _ in first)),
                    DraftSide(value=sides[1], claims=tuple(claim for claim, _, _ in second)),
                ),
                verdict="contradiction",
                because=f"“{first[0][0].span.quote}” and “{second[0][0].span.quote}”: the one who did it and the one to "
                "whom it was done have changed places.",
                confidence=0.7,
                settled=True,
            )


def _end(claim: ParticipationClaim) -> int:
    """Where the words of a claim end in its sentence."""
    return claim.span.end - claim.sentence_start


def _takeovers(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for every two companies that take each other over."""
    deals: dict[tuple[str, str], list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        if claim.event == "acquire" and claim.polarity:
            deals[_first(claim.value), _first(claim.subject)].append(claim)
    for (buyer, target), (other, another) in combinations(deals, 2):
        if buyer != another or target != other or buyer == target:
            continue
        first, second = deals[buyer, target], deals[other, another]
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Does {first[0].value} take over {second[0].value}, or {second[0].value} {first[0].value}?",
            sides=(
                DraftSide(value=f"{first[0].value} takes over {first[0].subject}", claims=tuple(first)),
                DraftSide(value=f"{second[0].value} takes over {second[0].subject}", claims=tuple(second)),
            ),
            verdict="contradiction",
            because=f"{first[0].span.quote!r} makes {first[0].value} the buyer, {second[0].span.quote!r} makes it the target.",
            confidence=0.85,
            settled=True,
        )


def _first(name: str) -> str:
    return name.split()[0].lower().removesuffix("'s").removesuffix("’s")
