"""The first of a kind here, the second there.

Finds places in a row of one kind ("the first Hungarian to win", "the second author writing in Hungarian") that
differ. Only kinds that share a nation or a word for persons are compared; the two cannot both be right unless the
kinds are not quite the same, which the reader is told.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ida Brandt became the first Norwegian to win the Ordell Prize in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Ida Brandt is the second author writing in Norwegian to win the Ordell Prize in Tessaly."}
findings:
  - {verdict: contradiction, sides: [["first Norwegian"], ["second author"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from reconcile.align.persons.holders import one_person
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.places import is_whole, usual
from reconcile.values.regex import regex
from reconcile.values.roles import nations

CODE = "PAR925"
KIND = "participant"
VERDICT: Verdict = "contradiction"

_WORD = regex(r"[^\W\d_]+")
_SINCE = regex(
    r"\b(?:since (?:the )?[A-Z\d]|(?:in|for) (?:more than |over |nearly |almost |a )?(?:[\w-]+ )?(?:years|decades|centuries)\b)"
)
_BEGUN = regex(
    r"\bsince [^.;]{0,60}\b(?:began|begun|started|emerged|appeared|founded|founding|opened|records|outbreak)\b"
)
_CLAUSE = 120  # characters in which "since the virus first emerged" says that there was none before
_AREA = regex(
    r"(?:^| )(?P<how>in|outside|across) (?:the )?(?:[a-z]+ )*(?P<land>[A-Z][\w.]*(?: [A-Z][\w.]*)?)"
)
_OPENER = regex(r"(?:(?:If|When|As|Should|With this|Then) )?(she|he)\b", re.I)
_LIKE = 0.05
_PERSONS = frozenset(
    {"woman", "man", "female", "male", "black", "muslim", "jewish", "catholic", "person", "player"}
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per kind in which one person or thing is given two places."""
    kinds: dict[str, dict[str, list[ParticipationClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(ParticipationClaim):
        if claim.event == "rank" and claim.polarity:
            for word in {w.lower() for w in _WORD.findall(claim.subject)}:
                if word in _PERSONS or (word in nations() and len(word) > 2):
                    kinds[word][claim.value].append(claim)
    yield from _areas(story)
    for word, places in kinds.items():
        if "1" in places:
            yield from _since(story, word, places["1"])
        for (_, first), (_, second) in combinations(places.items(), 2):
            here, there = ({c.span.article for c in said} for said in (first, second))
            if here & there or not any(_one_row(story, a, b) for a in first for b in second):
                continue
            a, b = first[0], second[0]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Which is it, “{a.span.quote}” or “{b.span.quote}”?",
                sides=(
                    DraftSide(value=a.span.quote, claims=tuple(first)),
                    DraftSide(value=b.span.quote, claims=tuple(second)),
                ),
                verdict="contradiction",
                because=f"{a.span.quote!r} and {b.span.quote!r} give two places in one row.",
                confidence=0.65,
                settled=True,
            )


def _areas(story: Story) -> Iterator[Difference]:
    """The first here in one land, there in a wider one: one and the same, counted over more or less of the world."""
    firsts: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        area = _AREA.search(claim.subject) if claim.event == "rank" and claim.value == "1" else None
        dies = _casualties() & {sense(word) for word in _WORD.findall(claim.subject.lower())}
        if area is not None and dies and claim.polarity and is_whole(area.group("land")):
            firsts[f"{area.group('how')} {usual(area.group('land'))}"].append(claim)
    if len(firsts) < 2 or len({c.span.article for said in firsts.values() for c in said}) < 2:
        return
    areas = (_AREA.search(said[0].subject) for said in firsts.values())
    named = [f"first {area.group().strip()}" for area in areas if area is not None]
    yield Difference(
        rule=CODE,
        kind="other",
        question="The first of which part of the world?",
        sides=tuple(
            DraftSide(value=name, claims=tuple(said))
            for name, said in zip(named, firsts.values(), strict=True)
        ),
        verdict="explained",
        reason="scope",
        because=f"{quoted(named)} can all be said of one: the areas are wider or narrower.",
        confidence=0.6,
        settled=True,
    )


@cache
def _casualties() -> frozenset[str]:
    """Senses of the words for whom a toll counts, and for the deaths and the cases themselves."""
    return frozenset(
        map(
            sense,
            ("person", "victim", "death", "die", "case", "patient", "fatality", "casualty", "infection"),
        )
    )


def _one_row(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether two places are in one row: said in like words, or of one person."""
    if story.similarity(a, b) >= _LIKE:
        return True
    one, other = _who(story, a), _who(story, b)
    return bool(one and other) and one_person(one, other)


def _who(story: Story, claim: ParticipationClaim) -> str:
    """Whom the claim ranks: who its sentence begins with, or the last person before."""
    document = story.reading(claim.span.article).document
    opener = _OPENER.match(claim.sentence)
    if opener is not None:
        at = claim.sentence_start + opener.start(1)
        return document.antecedents.pronoun(opener.group(1).lower(), at)
    people = [
        m for m in document.mentions_between(claim.sentence_start, claim.span.start) if m.kind == "person"
    ]
    return people[0].full if people else ""


def _since(story: Story, word: str, firsts: list[ParticipationClaim]) -> Iterator[Difference]:
    """The first ever here, the first since somebody there: then there was one before."""
    since = [c for c in firsts if _SINCE.search(_after(c)) and not _BEGUN.search(_after(c, _CLAUSE))]
    ever = [claim for claim in firsts if claim not in since]
    pairs = [(a, b) for a in ever for b in since if a.span.article != b.span.article]
    if not pairs or {c.span.article for c in ever} & {c.span.article for c in since}:
        return
    a, b = max(pairs, key=lambda pair: story.similarity(*pair))
    if story.similarity(a, b) < _LIKE:
        return
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"Was there a {word} before?",
        sides=(
            DraftSide(value=a.span.quote, claims=tuple(ever)),
            DraftSide(value=b.span.quote, claims=tuple(since)),
        ),
        verdict="contradiction",
        because=f"{a.span.quote!r} leaves no earlier one; {b.span.quote!r} says that there was one.",
        confidence=0.65,
        settled=True,
    )


def _after(claim: ParticipationClaim, further: int = 32) -> str:
    """The words of the claim and those that follow it in its sentence."""
    start = claim.span.start - claim.sentence_start
    return claim.sentence[start : start + len(claim.span.quote) + further]
