"""Lists that should hold the same places, with a name that looks like another.

Finds two articles' lists of one kind of thing ("the villages of A, B and C") that share a name and have left over,
one on each side, two names that look alike: one village misspelled, or two villages. No article says which, so it
stays unresolved.

```yaml
articles:
  - {id: a, text: "The flood hit the villages of Ostrana, Velkomin and Tarvo."}
  - {id: b, text: "The villages of Tarvo, Belkorin and Ostrana were under water."}
findings:
  - {verdict: unresolved, sides: [["Velkomin"], ["Belkorin"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.align.clusters import decide
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.romanization import consonants, sound

CODE = "NAM604"
KIND = "name"
VERDICT: Verdict = "unresolved"

_GAPS = (", ", " and ", ", and ", " & ")


def check(story: Story) -> Iterator[Difference]:
    """Yields an unresolved difference per pair of like lists with names that look alike but are not known as one."""
    lists = [found for article in story.articles for found in _lists(story, article)]
    seen: set[tuple[str, str]] = set()
    for first, second in combinations(lists, 2):
        if first[0].span.article == second[0].span.article:
            continue
        shared = [(a, b) for a in first for b in second if _one(a, b)]
        left = [[c for c in held if all(c not in pair for pair in shared)] for held in (first, second)]
        if not shared:
            continue
        for a in left[0]:
            for b in left[1]:
                if (a.value, b.value) not in seen and _alike(a.value, b.value):
                    seen.add((a.value, b.value))
                    yield _difference(a, b)


def _lists(story: Story, article: str) -> Iterator[list[NameClaim]]:
    """Runs of three names or more with nothing but commas and "and" between them."""
    text = story.articles[article].text
    held: list[NameClaim] = []
    for claim in story.of(NameClaim):
        if claim.span.article != article or claim.kind not in ("place", "other", "person"):
            continue
        if held and text[held[-1].span.end : claim.span.start] not in _GAPS:
            if len(held) > 2:
                yield held
            held = []
        held.append(claim)
    if len(held) > 2:
        yield held


def _one(a: NameClaim, b: NameClaim) -> bool:
    return a.value == b.value or decide(("place", a.value), ("place", b.value)).verdict == "same"


def _alike(a: str, b: str) -> bool:
    """Whether two words may be one misspelled: nearly as long, with most letters in place."""
    if " " in a or " " in b or min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    from rapidfuzz.distance import OSA  # imported where it is needed: it costs the start

    return (
        0 < OSA.distance(a, b, score_cutoff=2) <= 2
        and sound(a) != sound(b)
        and consonants(a) != consonants(b)
    )


def _difference(a: NameClaim, b: NameClaim) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Are {a.value} and {b.value} one place?",
        sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
        verdict="unresolved",
        because=f"{a.value} and {b.value} stand in like places of two lists that share other names, and look alike; no "
        "article says whether they are one place or two.",
        confidence=0.6,
        settled=True,
    )
