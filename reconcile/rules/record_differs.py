"""How far a record goes: the biggest, one of the biggest, possibly the biggest.

Finds superlatives about one thing that do not go equally far. "One of the biggest" and "the biggest" can both be
true, but a reader is told two things: a tension, unless the one is of the world and the other of a land. The same
claim once asserted and once hedged is a difference of precision.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The raid on the Brill store in Tessaly was one of the world's biggest heists."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The raid on the Brill store in Tessaly was possibly the world's biggest heist."}
findings:
  - {verdict: tension, sides: [["one of the world's biggest heists"], ["possibly the world's biggest heist"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT944"
KIND = "other"
VERDICT: Verdict = "tension"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per thing to which records of different reach are ascribed."""
    records: dict[tuple[str, str], list[StateClaim]] = defaultdict(list)
    families: dict[str, list[StateClaim]] = defaultdict(list)
    for claim in story.of(StateClaim):
        told = claim.aspect == "record" and claim.polarity and not claim.subject.startswith("and")
        if told and not _of_old(claim, story):
            records[_family(claim), _noun(claim)].append(claim)
            families[_family(claim)].append(claim)
    for claims in records.values():
        several = [c for c in claims if c.value.startswith("one of ")]
        sole = [c for c in claims if not c.value.startswith("one of ")]
        pair = _alike(story, several, sole)
        if pair:
            why = "one of several, or the one: the claims do not go equally far"
            draft = _difference(several, sole, why)
            narrower = all(map(_of_the_world, several)) and not any(map(_of_the_world, sole))
            if narrower:
                draft = replace(draft, verdict="explained", reason="scope", settled=True)
            yield draft
        hedged = [c for c in sole if c.hedge]
        plain = [c for c in sole if not c.hedge]
        if _alike(story, hedged, plain):
            yield _difference(hedged, plain)
    for claims in families.values():
        yield from _reaches(story, claims[:_MOST])


def _of_old(claim: StateClaim, story: Story) -> bool:
    """Whether the record was set in a past year that the sentence names: "in 2006 the firm caused the largest spill"."""
    year, published = _IN_YEAR.search(claim.sentence), story.article(claim).published
    start = published.interval.start if published else None
    return year is not None and start is not None and int(year.group(1)) < start.year


_IN_YEAR = regex(r"\b[Ii]n ((?:19|20)\d\d)\b", holds="n 1|n 2")


def _reaches(story: Story, claims: list[StateClaim]) -> Iterator[Difference]:
    """Records of one thing that are told of different ground, or more and less exactly."""
    for a, b in combinations(claims, 2):
        if a.span.article == b.span.article or story.similarity(a, b) < _LIKE:
            continue
        noun, other = _noun(a), _noun(b)
        times = {noun, other} & _SPANS
        if noun != other and len({noun, other} & _TIMES) == 1 and times:
            because = f"“{a.span.quote}” and “{b.span.quote}”: a period is less exact than a month or a year."
            yield replace(
                _difference([a], [b]), verdict="explained", reason="precision", because=because, settled=True
            )
            continue
        same = noun == other or not (noun and other) or _loose() & {noun, other}
        ground, elsewhere = _ground(a), _ground(b)
        alike = a.value.startswith("one of ") == b.value.startswith("one of ")
        if same and alike and ground and elsewhere and ground != elsewhere:
            because = f"“{a.span.quote}” and “{b.span.quote}” are records of different reach."
            yield replace(
                _difference([a], [b]), verdict="explained", reason="scope", because=because, settled=True
            )


def _family(claim: StateClaim) -> str:
    return claim.value.removeprefix("one of ")


def _ground(claim: StateClaim) -> frozenset[str]:
    """Of what the record is one: the land or the town, and the kind of thing; empty where neither is told."""
    found = _IN_HISTORY.search(claim.span.quote)
    if found is None:
        return frozenset()
    land = found["land"].replace(".", "").lower()
    kinds = claim.subject.split(" of ")[0].split()[:-1]
    return frozenset(("the nation" if land in _NATION else land, *(kind for kind in kinds if kind in _KINDS)))


def _of_the_world(claim: StateClaim) -> bool:
    """Whether the record is one of all times and places: "in history", "the world's"."""
    return _WORLD.search(claim.span.quote) is not None and _IN_HISTORY.search(claim.span.quote) is None


_WORLD = regex(r"\b(?:in history|of all time|world['’]?s?|on record)\b")
_IN_HISTORY = regex(
    r"\b(?:in|on) (?:the )?(?P<land>[\w.]+(?: [A-Z][\w.]+)*)(?:['’]s)? (?:history|memory|record)\b"
)
_NATION = frozenset({"us", "american", "america", "nation", "country"})
_KINDS = frozenset({"offshore", "onshore", "natural", "peacetime", "industrial", "environmental"})
_SPANS = frozenset(map(stem, ("period", "periods", "stretch", "time", "times")))
_TIMES = frozenset(map(stem, ("week", "month", "year")))
_LIKE = 0.15
_MOST = 24


@cache
def _loose() -> frozenset[str]:
    """Stems of nouns that say little of what kind a thing is."""
    return frozenset(
        map(
            stem,
            ("episode", "incident", "case", "act", "attack", "event", "disaster", "catastrophe", "tragedy"),
        )
    )


def _noun(claim: StateClaim) -> str:
    """The stem of the thing's noun: the last of its words that is not a preposition, and hangs on none."""
    parts = [
        p
        for p in claim.subject.partition(" of ")[0].split(" ")
        if p not in ("in", "of", "on", "to", "for", "ever", "and", "at", "by", "with")
    ]
    return stem(parts[-1]) if parts else ""


def _alike(story: Story, first: list[StateClaim], second: list[StateClaim]) -> bool:
    return any(
        a.span.article != b.span.article and story.similarity(a, b) >= 0.15 for a in first for b in second
    )


def _difference(first: list[StateClaim], second: list[StateClaim], why: str = "") -> Difference:
    told = f"“{first[0].span.quote}” and “{second[0].span.quote}” do not say the same"
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Which is it, “{first[0].span.quote}” or “{second[0].span.quote}”?",
        sides=(
            DraftSide(value=first[0].span.quote, claims=tuple(first)),
            DraftSide(value=second[0].span.quote, claims=tuple(second)),
        ),
        verdict="tension",
        because=f"{told}: {why}." if why else f"{told}.",
        confidence=0.65,
        doubtful=not why,
    )
