"""Those who take part, listed more and less fully.

Finds lists of three persons, bodies or countries and more that share at least two names, in statements that are alike,
where one list has names that the other lacks, or goes on with "and several others". Nobody need be wrong: a list is
seldom whole. A reader who asks who was there has the fuller one beside it. Where the number of those listed is given, so
that both lists are whole, a name that the other lacks on either side is a contradiction.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Norway, Austria and Ghana will put the resolution on Tessaly to a vote on Friday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Austria, Norway, Ghana and a number of island states are to submit the draft resolution on Tessaly."}
findings:
  - {verdict: explained, reason: precision, sides: [["Norway, Austria and Ghana"], ["Austria, Norway, Ghana and a number of island states"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.claims.participation import ParticipationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "PAR932"
KIND = "participant"
VERDICT: Verdict = "explained"

_MOST = 60  # lists of a story that are held against one another
_ALIKE = 0.1  # similarity from which the statements with two lists are taken to be about one thing
_GAP = regex(
    r"(?:, Jr\.?)?(?:,? \(?(?:aged )?\d{1,3}\)?)?(?: ?,| ?,? and)(?: and)?(?: the)?(?: [A-Z][\w.'’-]*){0,7} "
)
_MORE = regex(
    r" ?,? and (?:a number of|a group of|several|some|many|various|other|others|more)\b(?: (?!(?:are|is|were|was|have|has|will|to|in|on|at|of|from|who|said)\b)[\w-]+){0,3}"
)
_KINDS = ("person", "organization", "country")


class Listed(NamedTuple):
    """A list of names in one article, as a claim, and whether it goes on without names."""

    names: tuple[str, ...]
    claim: ParticipationClaim
    more: bool


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per pair of lists of which one is fuller."""
    named: dict[str, list[NameClaim]] = defaultdict(list)
    for name in story.of(NameClaim):
        named[name.span.article].append(name)
    lists = [found for claims in named.values() for found in _lists(story, claims)][:_MOST]
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    for first, second in combinations(lists, 2):
        here, there = first.claim.span.article, second.claim.span.article
        key = (frozenset(first.names), frozenset(second.names))
        if here == there or key in seen or story.similarity(first.claim, second.claim) < _ALIKE:
            continue
        shared = [
            (a, b)
            for a in first.names
            for b in second.names
            if a == b or story.entities.same(a, here, b, there) == "same"
        ]
        left = [[n for n in held.names if all(n not in pair for pair in shared)] for held in (first, second)]
        if len(shared) > 1 and (any(left) or first.more != second.more):
            seen.add(key)
            whole = not (first.more or second.more) and any(_counted(held) for held in (first, second))
            if whole and len(left[0]) == 1 == len(left[1]) and not _named(story, left, here, there):
                yield _another(first, second, left)
                continue
            yield _difference(first, second, left)


def _counted(held: Listed) -> bool:
    """Whether the sentence says how many they are, so that the list is whole: "the three people arrested are"."""
    size = len(held.names)
    words = _NUMBERS[size : size + 1]
    said = held.claim.sentence[: held.claim.span.start - held.claim.sentence_start].lower()
    return any(f"{word} " in said for word in (str(size), *words))


_NUMBERS = ("", "", "", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _named(story: Story, left: Sequence[Sequence[str]], here: str, there: str) -> bool:
    """Whether an article names whom only the other's list has, or the two may be one."""
    for name, article in ((left[1][0], here), (left[0][0], there)):
        if name.rpartition(" ")[2] in story.articles[article].text:
            return True
    return story.entities.same(left[0][0], here, left[1][0], there) == "same"


def _another(first: Listed, second: Listed, left: Sequence[Sequence[str]]) -> Difference:
    """The difference between two whole lists of which each has a name that the other lacks."""
    return replace(
        _difference(first, second, [*map(list, left)]),
        question=f"Who is on the list, {left[0][0]} or {left[1][0]}?",
        verdict="contradiction",
        reason=None,
        because=f"Both lists are whole, as one of them gives their number; the one has {left[0][0]}, the other "
        f"{left[1][0]}.",
    )


def _lists(story: Story, claims: Sequence[NameClaim]) -> Iterator[Listed]:
    """Runs of names of one kind in an article with nothing but titles, commas and "and" between them."""
    text = story.article(claims[0]).text
    for kind in _KINDS:
        held: list[NameClaim] = []
        for claim in (c for c in claims if c.kind == kind):
            if held and _GAP.fullmatch(text, held[-1].span.end, claim.span.start) is None:
                yield from _listed(story, held)
                held = []
            held.append(claim)
        yield from _listed(story, held)


def _listed(story: Story, held: list[NameClaim]) -> Iterator[Listed]:
    names = tuple(dict.fromkeys(claim.value for claim in held))
    if len(names) < 3 or "contributed to" in held[0].sentence:
        return  # those who wrote the article
    reading = story.reading(held[0].span.article)
    more = _MORE.match(reading.text, held[-1].span.end)
    end = more.end() if more else held[-1].span.end
    claim = reading.claim(
        ParticipationClaim, held[0].span.start, end, event="listed", value=", ".join(names), role="agent"
    )
    yield Listed(names, claim, more is not None)


def _difference(first: Listed, second: Listed, left: list[list[str]]) -> Difference:
    missing = [", ".join(names) for names in left if names]
    because = (
        f"One list has {' and the other '.join(missing)}" if missing else "One list goes on without names"
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question="Who is listed?",
        sides=tuple(DraftSide(value=held.claim.span.quote, claims=(held.claim,)) for held in (first, second)),
        verdict=VERDICT,
        reason="precision",
        because=f"{because}, and both share the other names.",
        confidence=0.5,
        settled=True,
    )
