"""The injured in hospitals that another article does not name.

Finds two articles on one event whose hospitals have no name in common. Patients are moved, lists are cut short and
hospitals renamed, so the two cannot be compared until somebody asks which hospital has whom. One patient, at one
hospital in each article and moved in neither, is a contradiction. Patients flown on from a hospital that both name are
told as an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ten victims of the Ordell Street party were treated at Halvard Hospital in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "One victim of the Ordell Street party in Tessaly is in critical condition at North Vale Hospital."}
findings:
  - {verdict: unresolved, sides: [["Halvard Hospital"], ["North Vale Hospital"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, permutations, product

from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.language.names.titled import person_nouns
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import fold
from reconcile.values.regex import regex

CODE = "PLC755"
KIND = "place"
VERDICT: Verdict = "unresolved"

_MOVED = regex(r"\b(?:flown|airlifted|transferred|moved|helicopter|sent on|taken on)\b", re.I)
_GENERIC = frozenset(
    {"hospital", "medical", "center", "centre", "clinic", "infirmary", "university", "general"}
)
_GENERIC_MORE = frozenset(
    {"memorial", "regional", "county", "community", "st", "saint", "the", "at", "of", "s"}
)


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per story: the first two articles with nothing in common."""
    wards: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(dict)
    for claim in story.of(PlaceClaim):
        if claim.relation == "hospital" and claim.polarity:
            wards[claim.span.article].setdefault(_name(claim.value), []).append(claim)
    yield from _moved(wards)
    yield from _renamed(story, wards)
    for (one, first), (other, second) in combinations(wards.items(), 2):
        if any(_same(a, b) for a in first for b in second) or story.origin(one) == story.origin(other):
            continue
        here = [claim for said in first.values() for claim in said]
        there = [claim for said in second.values() for claim in said]
        if max(story.similarity(a, b) for a in here for b in there) < 0.05:
            continue
        if len(first) == len(second) == 1 and (whom := _one_patient(story, here[0], there[0])):
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"To which hospital was {whom} taken?",
                sides=(
                    DraftSide(value=here[0].value, claims=tuple(here)),
                    DraftSide(value=there[0].value, claims=tuple(there)),
                ),
                verdict="contradiction",
                because=f"{whom[0].upper()}{whom[1:]} is at {here[0].value} in one article, at {there[0].value} in another, "
                "and neither tells of a transfer.",
                confidence=0.65,
                settled=True,
            )
            return
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="In which hospitals were the victims?",
            sides=(
                DraftSide(value=" and ".join(dict.fromkeys(c.value for c in here)), claims=tuple(here)),
                DraftSide(value=" and ".join(dict.fromkeys(c.value for c in there)), claims=tuple(there)),
            ),
            verdict="unresolved",
            because=f"One article has them at {here[0].value}, another at {there[0].value}; neither names the other's.",
            confidence=0.55,
            settled=True,
        )
        return


def _moved(wards: dict[str, dict[str, list[PlaceClaim]]]) -> Iterator[Difference]:
    """Patients whom one article has in the first hospital, and whom another has flown on to a second one."""
    for (_, first), (_, second) in permutations(wards.items(), 2):
        common = [(a, b) for a in first for b in second if _shared(a, b)]
        onward = [
            claim
            for name, said in second.items()
            for claim in said
            if _MOVED.search(claim.sentence[: claim.span.start - claim.sentence_start])
            and not any(_shared(name, known) for known in first)
        ]
        if common and onward:
            here = [claim for a, _ in common for claim in first[a]]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question="In which hospital were the patients?",
                sides=(
                    DraftSide(value=here[0].value, claims=tuple(here)),
                    DraftSide(value=onward[0].value, claims=tuple(onward)),
                ),
                because=f"Some were moved on from {here[0].value} to {onward[0].value}.",
                confidence=0.6,
                doubtful=True,
            )
            return


def _renamed(story: Story, wards: dict[str, dict[str, list[PlaceClaim]]]) -> Iterator[Difference]:
    """One hospital under two names that share most of their words: the house, or its ward for children."""
    told: set[frozenset[str]] = set()
    for first, second in combinations(wards.values(), 2):
        for one, other in product(first.keys() - second.keys(), second.keys() - first.keys()):
            pair = frozenset({one, other})
            words_ = [
                frozenset(name.replace("'", " ").split()) - _GENERIC - {"s", "of"} for name in (one, other)
            ]
            shared = words_[0] & words_[1]
            if pair in told or len(shared) < 2 or len(shared) * 2 <= max(map(len, words_)):
                continue
            told.add(pair)
            sides = [[c for held in wards.values() for c in held.get(name, ())] for name in sorted(pair)]
            if story.entities.same(*(x for s in sides for x in (s[0].value, s[0].span.article))) == "same":
                continue  # NAM603 tells it
            names = [claims[0].value for claims in sides]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question="What is the hospital called?",
                sides=tuple(DraftSide(value=n, claims=tuple(c)) for n, c in zip(names, sides, strict=True)),
                verdict="explained",
                reason="alias",
                because=f"{names[0]} and {names[1]} share most words of their names: one house, or a part of it.",
                confidence=0.6,
                settled=True,
            )


def _one_patient(story: Story, a: PlaceClaim, b: PlaceClaim) -> str:
    """The one patient whom both sentences have in the hospital: a person, or whom one noun names; empty if not sure."""
    if any(_MOVED.search(c.sentence) or _SEVERAL.search(c.sentence) for c in (a, b)):
        return ""
    one, other = _patient(story, a), _patient(story, b)
    if not one or not other:
        return ""
    if one[0].isupper() and other[0].isupper():
        return one if story.entities.same(one, a.span.article, other, b.span.article) == "same" else ""
    return f"the {one}" if one == other else ""


def _patient(story: Story, claim: PlaceClaim) -> str:
    """Who is said to be in the hospital: the full name, or the noun, before the verb of the sentence."""
    document, at = story.reading(claim.span.article).document, claim.sentence_start
    found = _TAKEN.search(claim.sentence, 0, claim.span.start - at)
    if found is None:
        return ""
    people = [
        m
        for m in document.mentions_between(at, at + found.start())
        if m.kind == "person" and not m.candidates
    ]
    apposed = len(people) > 1 and found.start() > 0 and claim.sentence[found.start() - 1] == ","
    if apposed and claim.sentence.startswith(", ", people[0].end - at):
        return people[0].full  # "Ann Dahl, hurt in the same crash as Bo Ek, was taken"
    if people and (len({m.full for m in people}) == 1 or at + found.start() - people[-1].end < 16):
        return people[-1].full
    last = claim.sentence[: found.start()].lower().split()[-1:] or [""]
    if last[0] in PRONOUNS:
        return document.antecedents.pronoun(last[0], at + found.start())
    return document.antecedents.described(last[0], at + found.start()) or (
        last[0] if last[0] in person_nouns() else ""
    )


_TAKEN = regex(
    r" (?:was|is|has been|is being|was being|remains|remained|underwent|died)\b(?! (?:said|told|not))"
)
_SEVERAL = regex(
    r"\b(?:victims|people|patients|others|wounded|two|three|four|five|six|several|dozens|many|all|both|were|are)\b",
    re.I,
)


def _name(value: str) -> str:
    return fold(value)


def _shared(one: str, other: str) -> bool:
    """Whether two names are equal or have a telling word in common."""
    a, b = (frozenset(name.replace("'", " ").split()) - _GENERIC - _GENERIC_MORE for name in (one, other))
    return one == other or bool(a & b)


def _same(one: str, other: str) -> bool:
    """Whether two names share a telling word, or one can be the initials of the other."""
    a, b = (frozenset(name.replace("'", " ").split()) - _GENERIC - _GENERIC_MORE for name in (one, other))
    if a & b or not a or not b:
        return True
    initials = ["".join(word[0] for word in name.split()) for name in (one, other)]
    return any(x in initials[1] for x in a if len(x) <= 5) or any(x in initials[0] for x in b if len(x) <= 5)
