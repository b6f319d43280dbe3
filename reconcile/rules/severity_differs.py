"""How bad it was: injuries, and damage to buildings.

Finds a statement about all the injured (none is in danger, all will live) against another article's critical or
life-threatening injuries: a tension, unless the good news came later. Other degrees of one scale (critical, then
critical but stable; flattened, damaged) are told to the reader as an update or as looser words.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "None of the injuries of the Ordell Street shooting is life-threatening, Tessaly police said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "One woman is in critical condition after the Ordell Street shooting, Tessaly doctors said."}
findings:
  - {verdict: tension, sides: [["None of the injuries"], ["in critical condition"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from reconcile.align.persons.standing import day
from reconcile.align.persons.whose_fate import by_person
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "EVT945"
KIND = "other"
VERDICT: Verdict = "tension"

_DANGER = regex(r"\blife[- ]threatening\b", re.IGNORECASE)
_SHARED = 2  # telling words of two sentences on one building
_MOST = 20
_GOOD = frozenset({"stable", "light", "mild"})  # who is expected to live
_BAD = frozenset({"critical", "serious"})


def check(story: Story) -> Iterator[Difference]:
    """Yields differences about how badly people were hurt and things were damaged."""
    injuries = [c for c in story.of(StateClaim) if c.aspect == "injury" and c.polarity]
    fine = [c for c in injuries if c.whole and c.value not in _BAD]
    bad = [c for c in injuries if c.value in _BAD and not c.whole and not _of_a_charge(c)]
    told = {c.span.article for c in fine}
    against = [c for c in bad if c.span.article not in told]
    if fine and against:
        yield _all_fine(fine, against)
    condition: dict[str, list[StateClaim]] = defaultdict(list)
    for claim in injuries:
        if claim.value in ("critical", "critical but stable"):
            condition[claim.value].append(claim)
    persons = list(_of_one(story, injuries))
    yield from persons
    if len(condition) == 2 and not any(condition.keys() <= {s.value for s in p.sides} for p in persons):
        yield _scale("What is the condition of the critically hurt?", condition)
    damage: dict[str, list[StateClaim]] = defaultdict(list)
    for claim in story.of(StateClaim):
        if claim.aspect == "damage" and claim.polarity:
            damage[claim.value].append(claim)
    if len(damage) > 1 and _one_thing(damage):
        yield _scale("How bad was the damage?", damage)


def _of_a_charge(claim: StateClaim) -> bool:
    """Whether the words are those of a charge, "assault inflicting serious injury", and tell of nobody's state."""
    return _CHARGE.search(claim.sentence, 0, claim.span.end - claim.sentence_start) is not None


_CHARGE = regex(
    r"\b(?:charged|convicted|accused|guilty|counts? of)\b[^.;]{0,160}\b(?:inflicting|causing|resulting in) (?:[a-z]+ ){0,3}[a-z]+\Z"
)


def _of_one(story: Story, injuries: list[StateClaim]) -> Iterator[Difference]:
    """One person whose condition articles tell in words that do not go equally far, or at two times."""
    for who, said in by_person(story, [c for c in injuries if not c.whole], sole=True).items():
        degrees: dict[str, list[StateClaim]] = defaultdict(list)
        good = {c.span.article for c in said if c.value in _GOOD}
        for claim in said:
            if claim.value != "recovering" or claim.span.article not in good:
                degrees[claim.value].append(claim)
        told = {degree: {c.span.article for c in claims} for degree, claims in degrees.items()}
        if (
            len(degrees) < 2
            or len(set().union(*told.values())) < 2
            or len(set(map(frozenset, told.values()))) < 2
        ):
            continue
        days = {degree: min(day(story, c) for c in claims) for degree, claims in degrees.items()}
        apart = len(set(days.values())) > 1 and all(days.values())
        ordered = sorted(degrees, key=lambda degree: days[degree])
        quotes = quoted(degrees[degree][0].span.quote for degree in ordered)
        because = (
            "conditions of different days" if apart else "words for one condition that do not go equally far"
        )
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"In what condition is {who}?",
            sides=tuple(DraftSide(value=degree, claims=tuple(degrees[degree][:_MOST])) for degree in ordered),
            verdict="explained",
            reason="update" if apart else "precision",
            because=f"{quotes} are {because}.",
            confidence=0.6,
            settled=True,
        )


def _one_thing(damage: dict[str, list[StateClaim]]) -> bool:
    """Whether two articles tell of different damage in sentences that share what they tell of."""
    return any(
        a.span.article != b.span.article and len(telling(a.sentence) & telling(b.sentence)) >= _SHARED
        for one, other in combinations(damage.values(), 2)
        for a, b in product(one[:_MOST], other[:_MOST])
    )


def _all_fine(fine: list[StateClaim], against: list[StateClaim]) -> Difference:
    """All in no danger against somebody critical; what the one denies in the other's own words cannot be."""
    denied = any(_DANGER.search(a.span.quote) for a in fine) and any(
        _DANGER.search(b.span.quote) for b in against
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question="Was any injury life-threatening?",
        sides=(
            DraftSide(value=fine[0].span.quote, claims=tuple(fine)),
            DraftSide(value=against[0].span.quote, claims=tuple(against)),
        ),
        verdict="contradiction" if denied else "tension",
        because=f"{fine[0].span.quote!r} speaks of all the injured; {against[0].span.quote!r} speaks otherwise of one or more.",
        confidence=0.65,
    )


def _scale(question: str, values: dict[str, list[StateClaim]]) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=tuple(DraftSide(value=value, claims=tuple(said)) for value, said in values.items()),
        because=f"{quoted(values)} are said of it.",
        confidence=0.6,
        doubtful=True,
        whole=True,
    )
