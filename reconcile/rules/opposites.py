"""Opposite words for one thing: smooth and slow, stopped and slowed, annual and quarterly.

Finds, in different articles, two words that exclude each other beside the same telling noun in alike sentences.
News words are loose and things change, so this is a tension for a person to look at, never a contradiction; different
authorities behind the two make it an attributed one, and a day between the articles may make it an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell relief operations in Tessaly are going smoothly, the governor said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Residents complained that the Ordell relief operations in Tessaly were slow."}
findings:
  - {verdict: tension, sides: [["smoothly"], ["slow"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "POL952"
KIND = "other"
VERDICT: Verdict = "tension"

_WORD = re.compile(r"[^\W\d_]{3,}")
_REACH = 45  # characters on either side in which the noun must stand
_CROWD = 40


def check(story: Story) -> Iterator[Difference]:
    """Yields a tension for opposites said beside the same telling words."""
    common = frozenset(words("common"))
    pairs: dict[str, dict[str, list[StateClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(StateClaim):
        if claim.aspect == "opposite":
            pairs[claim.event][claim.value].append(claim)
    for sides in pairs.values():
        if len(sides) != 2:
            continue
        (_, first), (_, second) = sides.items()
        best: tuple[float, StateClaim, StateClaim] | None = None
        for a, b in product(first[:_CROWD], second[:_CROWD]):
            if a.span.article == b.span.article or a.polarity != b.polarity:
                continue
            score = _score(story, a, b, common)
            if score > 0 and (best is None or score > best[0]):
                best = (score, a, b)
        if best is not None:
            yield _difference(best[1], best[2])


def _near(claim: StateClaim, common: frozenset[str]) -> frozenset[str]:
    """The stems of the words close to the claim's, without names, common words and the opposites themselves."""
    at = claim.span.start - claim.sentence_start
    window = claim.sentence[max(0, at - _REACH) : at + len(claim.span.quote) + _REACH]
    own = {stem(word) for word in _WORD.findall(claim.span.quote.lower())[-1:]}
    return frozenset(stem(w) for w in _WORD.findall(window) if w[0].islower() and w not in common) - own


def _score(story: Story, a: StateClaim, b: StateClaim, common: frozenset[str]) -> float:
    similar = story.similarity(a, b)
    one, other = _next(a), _next(b)
    if one and one == other and one not in common and similar >= 0.05:
        return similar  # "annual dividend", "quarterly dividend"
    shared = _near(a, common) & _near(b, common)
    if len(shared) < 2:
        return 0.0
    return similar if similar >= 0.22 else 0.0


def _next(claim: StateClaim) -> str:
    """The word right after the claim's words."""
    at = claim.span.start - claim.sentence_start + len(claim.span.quote)
    found = _WORD.match(claim.sentence, at + 1)
    return stem(found.group().lower()) if found else ""


def _difference(a: StateClaim, b: StateClaim) -> Difference:
    attributed = bool(a.attribution and b.attribution and a.attribution != b.attribution)
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is it {a.span.quote} or {b.span.quote}?",
        sides=(
            DraftSide(value=a.span.quote, claims=(a,)),
            DraftSide(value=b.span.quote, claims=(b,)),
        ),
        verdict="tension",
        reason="attributed" if attributed else None,
        because=f"{a.span.quote!r} and {b.span.quote!r} exclude each other, and both are said of one thing.",
        confidence=0.55,
        settled=True,
    )
