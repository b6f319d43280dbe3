"""One label, two referents.

Finds a label that the sources use for two things: "the mutual defense treaty" with one neighbour and with another,
an acronym that two articles spell out differently. The two are not put together by name; whoever reads the label
has to see which is meant.

```yaml
articles:
  - {id: a, text: "Norway signed a border treaty with Sweden in May."}
  - {id: b, text: "Norway signed a border treaty with Finland in June."}
findings:
  - {verdict: tension, sides: [["border treaty"], ["border treaty"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.places.parties import parties
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.language.names.same_thing import compare_things
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "NAM605"
KIND = "name"
VERDICT: Verdict = "tension"


def check(story: Story) -> Iterator[Difference]:
    """Yields a tension per treaty label with two pairs of parties, and per acronym with two meanings."""
    yield from _labels(story)
    yield from _acronyms(story)


def _labels(story: Story) -> Iterator[Difference]:
    labels: dict[str, dict[frozenset[str], list[NameClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(NameClaim):
        words = claim.value.replace("defence", "defense").split()
        if claim.kind == "treaty" and len(words) > 1 and claim.value.islower() and not words[0].isdigit():
            found = parties(story, claim)
            if len(found) == 2:
                labels[" ".join(words)][found].append(claim)
    for label, by_parties in labels.items():
        if len(by_parties) < 2:
            continue
        sides = [(" and ".join(sorted(pair)), claims) for pair, claims in by_parties.items()]
        yield _difference(
            f"Which treaty does “{label}” mean?",
            sides,
            f"“{label}” is said of {' and of '.join(f'a treaty between {names}' for names, _ in sides)}: one label, "
            "two treaties, which are not to be taken for one.",
        )


def _acronyms(story: Story) -> Iterator[Difference]:
    meanings: dict[str, dict[str, list[NameClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(NameClaim):
        if not claim.value.isupper() or claim.subject == claim.value or claim.kind == "person":
            continue
        letters = "".join(word[0] for word in claim.subject.split() if word[0].isupper())
        if letters != claim.value and claim.value.endswith(letters):
            continue  # the end of the name alone: "Agriculture Organization" of the FAO
        if claim.subject in story.articles[claim.span.article].text:
            meanings[claim.value][claim.subject].append(claim)
    for short, by_meaning in meanings.items():
        for a, b in combinations(by_meaning, 2):
            if compare_things(a, b).verdict != "different":
                continue
            why = f"{short} stands for {a} in one text and for {b} in another."
            yield _difference(f"What does {short} stand for?", [(a, by_meaning[a]), (b, by_meaning[b])], why)


def _difference(question: str, sides: list[tuple[str, list[NameClaim]]], why: str) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=tuple(DraftSide(value=value, claims=tuple(claims)) for value, claims in sides),
        verdict="tension",
        because=why,
        confidence=0.75,
        settled=True,
    )
