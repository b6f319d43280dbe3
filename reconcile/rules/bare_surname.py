"""A family name that fits two people of the article.

Finds a bare family name ("Lehto said") shortly after two people who bear it have been named in full, where neither
title nor sentence tells which is meant. Whatever is said of that person stays open until somebody looks it up. Of two
bearers of whom one was named long before, the one named last is meant.

```yaml
articles:
  - {id: a, text: "Anna Borg met Erik Borg on Monday. Borg said the ferry was safe."}
findings:
  - {verdict: unresolved, sides: [["Anna Borg"], ["Erik Borg"], ["Borg"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "NAM607"
KIND = "name"
VERDICT: Verdict = "unresolved"


def check(story: Story) -> Iterator[Difference]:
    """Yields one unresolved difference per article and family name that fits several people."""
    claims = story.of(NameClaim)
    bare: dict[tuple[str, str], list[NameClaim]] = defaultdict(list)
    named: dict[tuple[str, str], list[NameClaim]] = defaultdict(list)
    for claim in claims:
        if claim.candidates and claim.kind == "person":
            bare[claim.span.article, claim.value].append(claim)
        named[claim.span.article, claim.subject].append(claim)
    for (article, value), held in bare.items():
        fits = [(name, named[article, name]) for name in held[0].candidates if named[article, name]]
        held = [claim for claim in held if sum(_just_named(found, claim) for _, found in fits) > 1]
        if not held:
            continue
        full = " and ".join(name for name, _ in fits)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Which {value} is meant?",
            sides=(
                DraftSide(value=value, claims=tuple(held)),
                *(DraftSide(value=name, claims=tuple(found)) for name, found in fits),
            ),
            verdict="unresolved",
            because=f"“{value}” alone fits {full}, and nothing beside it tells which is meant.",
            confidence=0.7,
            settled=True,
        )


def _just_named(named: list[NameClaim], bare: NameClaim) -> bool:
    """Whether one of the bearers was named in full shortly before the bare name."""
    return any(
        0 <= bare.span.start - claim.span.end <= _SHORTLY and claim.value != bare.value for claim in named
    )


_SHORTLY = 240  # characters: two sentences
