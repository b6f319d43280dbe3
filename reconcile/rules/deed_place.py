"""One deed, done in two places: a treaty signed here and there.

Finds a document (a treaty, a charter, a contract) that articles of one story let be signed in two towns, of which
neither lies in the other; and words that one speaker says in two towns. The year must be said on both sides, or
be worked out from "25 years ago", and be the same: two treaties of two years have two places.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2022-06-09, text: "The fishing treaty was signed in Oslo on June 9, 1997. The two premiers met in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2022-06-09, text: "The premiers met in Tessaly. Their fishing treaty of 1997, signed in Lisbon, runs for thirty years."}
findings:
  - {verdict: contradiction, sides: [["signed in Oslo"], ["signed in Lisbon"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.quotes.wordings import Wording, groups
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.language.names.titled import person_nouns
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import known, relate_places, usual
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

CODE = "PLC760"
KIND = "place"
VERDICT: Verdict = "contradiction"

_THINGS = regex(
    r"\b(?P<noun>treaty|agreement|accord|pact|charter|convention|declaration|protocol|memorandum|communiqu[eé]|"
    r"truce|armistice|ceasefire|constitution|contract)\b",
    re.I,
)
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_AGO = regex(r"\b(?P<years>\d{1,3}) years ago\b")
_BREAK = regex(r"[;:]| while | whereas | but ")
_MOST = 12


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per document, year and pair of towns in which it is said to be signed."""
    done: dict[tuple[str, str], dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        if claim.relation != "in" or claim.event != "signed" or not claim.polarity or not known(claim.value):
            continue
        noun, year = _thing(story, claim)
        if noun and year:
            done[noun, year][usual(claim.value)].append(claim)
    for (noun, year), towns in done.items():
        for a, b, sides in _apart(towns):
            because = f"The {noun} of {year} was signed in {a.value} and in {b.value}, and neither lies in the other."
            yield _difference(f"Where was the {noun} signed?", sides, because, 0.75)
    yield from _spoken(story)
    yield from _done_to(story)


def _done_to(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per person to whom one thing, which is done once, is done in two towns."""
    done: dict[tuple[str, str], dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        if claim.relation != "in" or claim.event not in _ONCE or not claim.polarity or not known(claim.value):
            continue
        if whom := _whom(story, claim):
            done[claim.event, whom][usual(claim.value)].append(claim)
    for towns in done.values():
        for a, b, sides in _apart(towns):
            if not story.same_origin(a, b):
                because = f'"{a.span.quote}" and "{b.span.quote}" tell what was done once to one person, in two towns.'
                yield _difference(f"Where was it: {a.value} or {b.value}?", sides, because, 0.65)


def _apart(
    towns: dict[str, list[PlaceClaim]],
) -> Iterator[tuple[PlaceClaim, PlaceClaim, tuple[DraftSide, DraftSide]]]:
    """Every two towns of which neither lies in the other and which no article names both: a claim of each, and the sides."""
    for (one, first), (other, second) in combinations(list(towns.items())[:_MOST], 2):
        shared = {c.span.article for c in first} & {c.span.article for c in second}
        if not shared and relate_places(one, other) is Relation.DIFFERS:
            sides = (
                DraftSide(value=first[0].value, claims=tuple(first)),
                DraftSide(value=second[0].value, claims=tuple(second)),
            )
            yield first[0], second[0], sides


def _difference(
    question: str, sides: tuple[DraftSide, DraftSide], because: str, confidence: float
) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=sides,
        verdict="contradiction",
        because=because,
        confidence=confidence,
        settled=True,
    )


def _whom(story: Story, claim: PlaceClaim) -> str:
    """Who it is that a deed was done to: a person of the story, or the one whom a noun names ("a jeweller")."""
    entity = story.entities.of(claim.subject, claim.span.article)
    if entity is not None:
        return entity.id if entity.kind == "person" else ""
    noun = claim.subject.lower().rsplit(" ", 1)[-1]
    return noun if noun in person_nouns() and noun not in _ANYBODY else ""


_ONCE = frozenset({"killed", "died", "buried", "born"})
_ANYBODY = frozenset(
    {"man", "woman", "person", "boy", "girl", "child", "victim", "officer", "soldier", "people"}
)


def _spoken(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per utterance that two articles let be spoken in two towns."""
    said: dict[tuple[str, int], list[PlaceClaim]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        if claim.relation != "in" or claim.event not in _SPEECH or not claim.polarity:
            continue
        if known(claim.value) and _STRAIGHT.match(claim.span.quote.removesuffix(claim.value)):
            said[claim.span.article, claim.sentence_start].append(claim)
    if len({article for article, _ in said}) < 2:
        return
    for group in groups(story, *_ONE):
        first, second = (
            [p for q in quotes for p in said.get((q.span.article, q.sentence_start), [])]
            for quotes in (group.first, group.second)
        )
        towns = {usual(p.value) for p in first}, {usual(p.value) for p in second}
        if len(towns[0]) != 1 or len(towns[1]) != 1:
            continue
        a, b = first[0], second[0]
        if a.span.article == b.span.article or relate_places(a.value, b.value) is not Relation.DIFFERS:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Where did {group.first[0].subject} say it?",
            sides=(
                DraftSide(value=a.value, claims=tuple(first)),
                DraftSide(value=b.value, claims=tuple(second)),
            ),
            verdict="contradiction",
            because=f'"{a.span.quote}" and "{b.span.quote}" place the same words of one speaker in two towns.',
            confidence=0.6,
            settled=True,
        )


_STRAIGHT = regex(
    r"[a-z][a-z ]*(?:[A-Z][a-z]+day )?[a-z ]*\Z"
)  # no name or comma between the speech and the town
_SPEECH = frozenset({"said", "announced"})
_ONE = (Wording.SAME, Wording.EXCERPT, Wording.CUT, Wording.ALTERED, Wording.RESTYLED, Wording.RENDERING)


def _thing(story: Story, claim: PlaceClaim) -> tuple[str, str]:
    """The document that the clause before a claim speaks of, and the year of the deed; empty when one is not told."""
    at = claim.span.start - claim.sentence_start
    before = _BREAK.split(claim.sentence[:at])[-1]
    nouns = list(_THINGS.finditer(before))
    if not nouns:
        return "", ""
    rest = claim.sentence[nouns[-1].start() : at + len(claim.span.quote) + 40]
    years = set(_YEAR.findall(rest))
    published = story.article(claim).published
    if not years and published is not None and published.interval.start is not None:
        years = {str(published.interval.start.year - int(m.group("years"))) for m in _AGO.finditer(rest)}
    return nouns[-1].group("noun").lower(), next(iter(years)) if len(years) == 1 else ""
