"""One thing in two conditions: the road open and closed, the siren heard and silent, the bridge gone and intact.

Finds what two articles say of the one thing of its noun that each of them has, in words that exclude one another.
What changes from day to day (a road, a strike, a search) is an update when the articles are of different days, and
cannot be compared when they are of one; so is what is told as "now" or "again". Where both name the day, it is a tension.
Where an article knows both conditions, nothing is reported.

```yaml
articles:
  - {id: a, publisher: The Tern, text: "The siren of the Ordell dye works sounded at once on Friday, said Ivo Petersen, its manager."}
  - {id: b, publisher: Harbor Herald, text: "Ivo Petersen admitted that the siren of the Ordell dye works had stayed silent on Friday."}
findings:
  - {verdict: contradiction, sides: [["siren of the Ordell dye works sounded"], ["siren of the Ordell dye works had stayed silent"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from reconcile.align.persons.holders import one_person
from reconcile.align.persons.standing import day, other_time, withdrawn
from reconcile.align.referents import one_noun, single, sole
from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.opposite import CONDITIONS, PERSONS, OppositeClaim
from reconcile.language.names.titled import person_nouns
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex
from reconcile.values.weekdays import weekdays

CODE = "EVT951"
KIND = "other"
VERDICT: Verdict = "contradiction"

_BEFORE = regex(r"(?<!\A)(?<!\. )\b((?:[A-Z\d][\w’'-]* )+)(?:[a-z]+ )?\Z")
_AFTER = regex(r" (?:(?:to|of|at|in) )?((?:[A-Z\d][\w’'-]*)(?: [A-Z][\w’'-]*)*)")
_NOW = regex(r"\b(?:is|are) (?:now|again)\b|\b(?:is|are) [a-z]+ (?:now|again)\b|\bonce (?:more|again)\b")
_OWNER = regex(r" of (?:the|an?|its|his|her|their) ((?:[a-z-]+ ){0,2}[a-z-]+)")
_WEEK = 6  # days in which a weekday is named once
_NEXT = 12  # characters behind a claim's words that tell when it is so
_MOST = 24  # claims of one condition that are held against those of another
_SURE = 0.3  # similarity of the sentences from which two things of one noun are one
_SOME = 0.01  # how sure it is at least that a thing of which each article has one is the same


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each thing that is told of in two conditions."""
    families: dict[str, dict[str, list[OppositeClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(OppositeClaim):
        if claim.mode in CONDITIONS and not withdrawn(claim):
            families[claim.event][claim.value].append(claim)
    for family, sides in families.items():
        for first, second in combinations(sides.values(), 2):
            pairs = (
                (score, a, b)
                for a, b in product(first[:_MOST], second[:_MOST])
                if (score := _score(story, a, b, first, second)) > 0
            )
            best = max(pairs, key=lambda pair: (pair[0], pair[1].id, pair[2].id), default=None)
            if best is not None:
                yield _difference(story, family, best[0], (best[1], first), (best[2], second))


def _score(
    story: Story, a: OppositeClaim, b: OppositeClaim, first: list[OppositeClaim], second: list[OppositeClaim]
) -> float:
    """How surely two claims tell of one thing, 0 to 1; 0 where an article of theirs knows both conditions."""
    if (
        a.span.article == b.span.article
        or not _one(a, b)
        or story.same_origin(a, b)
        or other_time(story, a, b)
    ):
        return 0.0
    for one, others in ((a, second), (b, first)):
        if any(c.span.article == one.span.article and _one(c, one) for c in others):
            return 0.0
    similar = story.similarity(a, b)
    if a.mode in PERSONS:
        return max(similar, _SURE) if a.mode != "doing" or _doing_one(a, b) else 0.0
    if _called(a) and _called(b) and not _called(a) & _called(b):
        return 0.0  # the north gate, the Vell road
    if _held(a) and _held(b) and not _held(a) & _held(b):
        return 0.0  # the driver of the bus, the driver of a car
    alone = [sole(story, c.span.article, c.subject) for c in (a, b)]
    if all(alone):
        return max(similar, _SURE)
    if not all(single(story, c.span.article, c.subject.removesuffix("s")) for c in (a, b)):
        return 0.0
    own = telling(f"{a.span.quote} {b.span.quote} {a.value} {b.value}")
    shared = (telling(a.sentence) & telling(b.sentence)) - own
    return max(similar, _SOME) if shared or a.subject not in person_nouns() else 0.0


def _one(a: OppositeClaim, b: OppositeClaim) -> bool:
    """Whether two claims can be of one thing by their nouns, or are of one person by name."""
    return one_person(a.subject, b.subject) if a.mode in PERSONS else one_noun(a.subject, b.subject)


def _doing_one(a: OppositeClaim, b: OppositeClaim) -> bool:
    """Whether both sentences have a telling word in common that is neither a name nor one of the claims' own: what was
    done alone by one account and in company by the other."""
    own = senses(f"{a.value} {b.value}")
    plain = (_NAMES.sub("", claim.sentence) for claim in (a, b))
    first, second = (senses(sentence) - own for sentence in plain)
    return bool(first & second)


_NAMES = regex(r"\b[A-Z][\w'’-]*")


def _called(claim: OppositeClaim) -> frozenset[str]:
    """The names and figures right beside the claim's noun: which road, gate or run it is."""
    at = claim.sentence.lower().find(claim.subject, max(0, claim.span.start - claim.sentence_start))
    if at < 0:
        return frozenset()
    before, after = (
        _BEFORE.search(claim.sentence, 0, at),
        _AFTER.match(claim.sentence, at + len(claim.subject)),
    )
    return frozenset(" ".join(m.group(1) for m in (before, after) if m).split())


def _held(claim: OppositeClaim) -> frozenset[str]:
    """The senses of the words behind "of" that tell whose the claim's noun is."""
    at = claim.sentence.lower().find(claim.subject, max(0, claim.span.start - claim.sentence_start))
    owner = _OWNER.match(claim.sentence, at + len(claim.subject)) if at >= 0 else None
    return frozenset(senses(owner.group(1))) if owner is not None else frozenset()


def _stands(claim: OppositeClaim) -> bool:
    """Whether a claim is of the day of its article: "is full again"."""
    end = claim.span.start - claim.sentence_start + len(claim.span.quote)
    return _NOW.search(claim.sentence, max(0, end - len(claim.span.quote)), end + _NEXT) is not None


def _one_day(a: OppositeClaim, b: OppositeClaim, published: set[str]) -> bool:
    """Whether both sentences name one and the same weekday, of one week."""
    named = weekdays(a.sentence)
    if len(named) != 1 or named != weekdays(b.sentence) or "" in published:
        return False
    first, last = date.fromisoformat(min(published)), date.fromisoformat(max(published))
    return (last - first).days < _WEEK


def _difference(
    story: Story,
    family: str,
    score: float,
    one: tuple[OppositeClaim, list[OppositeClaim]],
    other: tuple[OppositeClaim, list[OppositeClaim]],
) -> Difference:
    a, b = one[0], other[0]
    sides = tuple(
        DraftSide(
            value=claim.value,
            claims=(claim, *(c for c in told if c is not claim and _one(c, claim))),
        )
        for claim, told in (one, other)
    )
    what, same = (a.subject, a.subject) if a.mode in PERSONS else (f"the {a.subject}", f"one {a.subject}")
    draft = Difference(
        rule=CODE,
        kind=KIND,
        question=f"How was it with {what}: “{a.span.quote}” or “{b.span.quote}”?",
        sides=sides,
        verdict="contradiction" if score >= _SURE else "tension",
        because=f"“{a.span.quote}” and “{b.span.quote}” exclude each other, and both are said of {same}.",
        confidence=0.55,
    )
    if "denied" in (a.modality, b.modality):
        because = f"“{a.span.quote}” and “{b.span.quote}” exclude each other; one of them is only denied."
        return replace(draft, verdict="tension", reason="attributed", because=because)
    days = {day(story, a), day(story, b)}
    last = max(a, b, key=lambda claim: day(story, claim))
    now = len(days) == 2 and "" not in days and _stands(last)
    if not now and not family.startswith(("later ", "since ")):
        return draft
    if not now and _one_day(a, b, days):
        because = f"“{a.span.quote}” and “{b.span.quote}” exclude each other, and both are said of one day."
        return replace(draft, verdict="tension", because=because)
    if len(days) == 2 and "" not in days:
        because = (
            f"“{a.span.quote}” and “{b.span.quote}” are of different days, and it changes from day to day."
        )
        return replace(draft, verdict="explained", reason="update", because=because, settled=True)
    because = (
        f"“{a.span.quote}” and “{b.span.quote}” exclude each other at one time; neither article says when."
    )
    return replace(draft, verdict="unresolved", because=because, confidence=0.5, settled=True)
