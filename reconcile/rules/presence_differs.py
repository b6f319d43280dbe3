"""There, or not there.

Finds persons who attended, by one article, and stayed away, by another. Articles that speak of two occasions (a
funeral, a hearing) are not compared; nor is an article that says both.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "At the funeral of Ida Brandt in Ordell, Georg Stahl, 80, walked in on two sticks and took a seat in the ninth row."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Former minister Georg Stahl did not attend the funeral of Ida Brandt in Ordell."}
findings:
  - {verdict: contradiction, sides: [["took a seat"], ["did not attend"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.participation import ParticipationClaim
from reconcile.language.grammar.facets import facet_lexicon
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "PAR927"
KIND = "participant"
VERDICT: Verdict = "contradiction"

_WORD = regex(r"[a-z]{4,}")
_OCCASIONS = frozenset({"held", "played", "convicted", "married", "buried", "commemorated", "opened"})


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per person who was there and was not."""
    people: dict[str, dict[bool, list[ParticipationClaim]]] = defaultdict(lambda: {True: [], False: []})
    for claim in story.of(ParticipationClaim):
        if claim.event == "presence" and claim.modality == "asserted":
            people[_who(story, claim)][claim.polarity].append(claim)
    for told in people.values():
        there, away = (
            [c for c in told[side] if all(c.span.article != o.span.article for o in told[not side])]
            for side in (True, False)
        )
        pair = next(
            (pair for pair in product(there[:_MOST], away[:_MOST]) if _one_occasion(story, *pair)), None
        )
        if pair is None:
            continue
        first, second = pair
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was {first.value} there?",
            sides=(
                DraftSide(value=first.span.quote, claims=(first,)),
                DraftSide(value=second.span.quote, claims=(second,)),
            ),
            verdict=VERDICT,
            because=f"{first.span.quote!r} has {first.value} there, {second.span.quote!r} not.",
            confidence=0.6,
            settled=True,
        )


_MOST = 12


def _who(story: Story, claim: ParticipationClaim) -> str:
    entity = story.entities.of(claim.value, claim.span.article)
    return entity.id if entity is not None else claim.value


def occasions(claim: ParticipationClaim) -> frozenset[str]:
    """The occasions that the claim's sentence names: funeral, hearing."""
    lexicon = facet_lexicon()
    said = (word.removesuffix("s") for word in _WORD.findall(claim.sentence.lower()))
    return frozenset(
        word for word in said if (known := lexicon.get(word)) and known[2] and known[0] in _OCCASIONS
    )


def _one_occasion(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether both may speak of one occasion: they name none, or one in common."""
    one, other = occasions(a), occasions(b)
    if story.same_origin(a, b):
        return False
    if bool(one) != bool(other) and "presence of" in f"{a.span.quote} {b.span.quote}":
        return bool(_plain(a) & _plain(b))  # "opened in the presence of": the opening
    return bool(one & other) or not (one and other)


def _plain(claim: ParticipationClaim) -> frozenset[str]:
    """The telling words of the sentence that are no names."""
    return telling(" ".join(word for word in claim.sentence.split() if word[0].islower()))
