"""One work under two titles that all but agree: "The Salt Meadow", "The Salt Meadows".

Finds titles in quotation marks that two articles put beside the same person, and that differ in one word, written or
left out. Who wrote a second part has two works, so titles that differ by a number are left alone, and so are titles of
which one article has both; whether the article at the head is said says nothing.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ida Finn won the Ordell Prize for her novel “The Salt Meadow” in Brae."}
  - {id: b, publisher: Daily Gull, published: 2024-05-02, text: "The Ordell Prize goes to Ida Finn; judges in Brae praised “The Salt Meadows”."}
findings:
  - {verdict: contradiction, sides: [["The Salt Meadow"], ["The Salt Meadows"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.name import NameClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "NAM611"
KIND = "name"
VERDICT: Verdict = "contradiction"

_MOST = 40  # titles of a story that are held against one another
_NEAR = 240  # characters on either side of a title in which its maker is named
_WORD = regex(r"[\w’'-]+")
_NUMBER = regex(r"\d+|[ivx]+|one|two|three|four|first|second|third|part|volume|vol|episode|season|chapter")
_ARTICLES = frozenset({"the", "a", "an"})
_OPEN = '"“'


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for every two titles of one maker that differ in one word."""
    told: dict[str, list[NameClaim]] = defaultdict(list)
    for claim in story.of(NameClaim):
        if (
            claim.kind == "work"
            and story.article(claim).text[claim.span.start - 1 : claim.span.start] in _OPEN
        ):
            told[claim.value].append(claim)
    for one, other in combinations(list(told)[:_MOST], 2):
        first, second = told[one], told[other]
        articles = [{c.span.article for c in held} for held in (first, second)]
        if articles[0] & articles[1] or not _one_slip(one, other) or _known(story, one, other, articles):
            continue
        pairs = ((a, b) for a in first for b in second if not story.same_origin(a, b))
        if not any(_makers(story, a) & _makers(story, b) for a, b in pairs):
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="What is the work called?",
            sides=(
                DraftSide(value=one, claims=tuple(first)),
                DraftSide(value=other, claims=tuple(second)),
            ),
            verdict=VERDICT,
            because=f"“{one}” and “{other}” differ in one word, and both are named beside one and the same person.",
            confidence=0.65,
            settled=True,
        )


def _words(title: str) -> list[str]:
    said = [word.lower().replace("’", "'") for word in _WORD.findall(title)]
    return said[1:] if len(said) > 1 and said[0] in _ARTICLES else said


def _one_slip(one: str, other: str) -> bool:
    """Whether two titles share a telling word and differ in one word, or in that one of them leaves one out."""
    ours, theirs = _words(one), _words(other)
    if (
        ours == theirs
        or abs(len(ours) - len(theirs)) > 1
        or not telling(" ".join(ours)) & telling(" ".join(theirs))
    ):
        return False
    if len(ours) == len(theirs):
        odd = [word for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1] for word in pair]
        return len(odd) == 2 and len(ours) > 1 and not any(map(_NUMBER.fullmatch, odd))
    short, long = sorted((ours, theirs), key=len)
    left = [at for at in range(len(long)) if long[:at] + long[at + 1 :] == short]
    return bool(left) and len(short) > 1 and not _NUMBER.fullmatch(long[left[0]])


def _known(story: Story, one: str, other: str, articles: list[set[str]]) -> bool:
    """Whether an article that has one of the titles has the other too."""
    return any(
        title in story.articles[article].text
        for title, held in ((other, articles[0]), (one, articles[1]))
        for article in held
        if title not in (one if title == other else other)
    )


def _makers(story: Story, claim: NameClaim) -> frozenset[str]:
    """The family names of the persons named near a title."""
    start, end = claim.span.start - _NEAR, claim.span.end + _NEAR
    near = story.reading(claim.span.article).document.mentions_between(max(0, start), end)
    return frozenset(m.full.rpartition(" ")[2] for m in near if m.kind == "person")
