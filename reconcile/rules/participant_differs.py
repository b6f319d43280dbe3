"""One part in an event, played by two people.

Finds events that have one such participant (the player sent off, the founder, the scorer of the winner) for which
sources name different people, two names by which the one victim or suspect is identified, and a person of whom sources say the same telling thing, a man here, a woman there.
Not compared: names that may be one person's, and articles that name several such participants themselves.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ivo Petersen was sent off two minutes from the end as Ordell City beat Tessaly Rovers."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Ordell City beat Tessaly Rovers, who had Georg Stahl sent off near the end."}
findings:
  - {verdict: contradiction, sides: [["Ivo Petersen"], ["Georg Stahl"]]}
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from reconcile.align.deeds.participants import asked
from reconcile.align.persons.holders import folded, one_person
from reconcile.align.persons.standing import apart
from reconcile.align.places.lands import shared_names
from reconcile.align.referents import single
from reconcile.align.senses import sense
from reconcile.align.stems import stem, stems
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.claims.participation import ParticipationClaim
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "PAR921"
KIND = "participant"
VERDICT: Verdict = "contradiction"

_SEXES = frozenset({"man", "woman"})
# Parts that several people may share, so that another name need not exclude the first.
_SHARED = frozenset(
    {
        "found",
        "write",
        "direct",
        "design",
        "host",
        "lead",
        "translate",
        "paint",
        "compose",
        "discover",
        "invent",
    }
    | {"open", "pilot", "drive", "chair", "rescue", "win"}
)
_SURE = 0.4  # statements this alike speak of one event, so that two names for a shared part are a conflict


def check(story: Story) -> Iterator[Difference]:
    """Yields differences about who played a part that one person plays."""
    by_event: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        if claim.value in _SEXES:
            by_event[f"sex {stem(claim.event)}"].append(claim)
        elif claim.sole and claim.event != "acquire" and claim.polarity:
            by_event[claim.event].append(claim)
    for event, claims in by_event.items():
        yield from _sexes(claims) if event.startswith("sex ") else _people(story, event, claims)
    yield from _identified(story)


def _identified(story: Story) -> Iterator[Difference]:
    """Two names by which one is identified who is the only one of the noun in either article: the victim, the driver."""
    told: dict[str, list[NameClaim]] = defaultdict(list)
    for claim in story.of(NameClaim):
        if claim.kind != "person" or " " not in claim.value or claim.candidates:
            continue
        at = claim.span.start - claim.sentence_start - (len(claim.title) + 1 if claim.title else 0)
        found = _AS.search(claim.sentence, max(0, at - _REACH), max(0, at))
        noun = found.group("noun") if found and _TELLS_WHO.search(claim.sentence, 0, at) else ""
        if (
            noun in person_nouns() - _ANYBODY
            and not noun.endswith("s")
            and single(story, claim.span.article, noun)
        ):
            told[sense(noun)].append(claim)
    names = shared_names(story) if any(len(claims) > 1 for claims in told.values()) else {}
    for claims in told.values():
        for a, b in combinations(claims[:_MOST], 2):
            here, there = a.span.article, b.span.article
            if here == there or story.same_origin(a, b) or apart(story, a, b) > _DAYS:
                continue
            if len(names.get(here, set()) & names.get(there, set())) < _SHARED_NAMES:
                continue
            if _one_name(story, a, b) or any(
                x.subject.rsplit(" ", 1)[-1] in story.article(y).text for x, y in ((a, b), (b, a))
            ):
                continue
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Who was it, {a.subject} or {b.subject}?",
                sides=(DraftSide(value=a.subject, claims=(a,)), DraftSide(value=b.subject, claims=(b,))),
                verdict="contradiction",
                because=f"Either article has one whom it identifies so, as {a.subject} here and as {b.subject} there.",
                confidence=0.6,
                settled=True,
            )
            return


_AS = regex(
    r"\b[Tt]he (?:(?:slain|dead|murdered|lone|alleged|suspected|missing|injured) )?(?P<noun>[a-z]+)(?: who [^,.;]{3,30})?"
    r"(?: (?:was|has been|is|had been)(?: [a-z]+ly| later| since)? (?:identified|named)(?: (?:on [A-Z][a-z]+|by [^,.;]{3,40}))?)? as "
    r"(?:an? |the )?(?:\d{1,3}-year-old )?\Z",
    holds=" as ",
)
_ANYBODY = frozenset({"man", "woman", "person", "boy", "girl", "teenager", "officer", "child", "official"})
_TELLS_WHO = regex(r"\b(?:identified|named)\b")
_REACH = 110
_MOST = 6  # names given to one noun that are held against one another
_DAYS = 3  # between two reports of one case
_SHARED_NAMES = 2


def _one_name(story: Story, a: NameClaim, b: NameClaim) -> bool:
    """Whether the two names may be one person's, or spellings of one."""
    if one_person(a.subject, b.subject) or _look_alike(a.subject, b.subject):
        return True
    if set(folded(a.subject).split()) & set(folded(b.subject).split()):
        return True
    return story.entities.same(a.subject, a.span.article, b.subject, b.span.article) == "same"


def _people(story: Story, event: str, claims: list[ParticipationClaim]) -> Iterator[Difference]:
    people: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in claims:
        key = next((k for k, said in people.items() if one_person(said[0].value, claim.value)), claim.value)
        people[key].append(claim)
    for (_, first), (_, second) in combinations(people.items(), 2):
        here, there = ({c.span.article for c in said} for said in (first, second))
        a, b = first[0], second[0]
        if here & there or story.same_origin(a, b) or not _one_thing(story, a, b):
            continue
        alike = _look_alike(a.value, b.value)
        verdict: Verdict = (
            "contradiction" if event not in _SHARED or alike or _like(story, first, second) else "unresolved"
        )
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=asked(event, a.value, b.value),
            sides=(
                DraftSide(value=a.value, claims=tuple(first)),
                DraftSide(value=b.value, claims=tuple(second)),
            ),
            verdict=verdict,
            because=f"One source names {a.value}, another {b.value}, for a part that one person plays."
            + (" The names look alike." if alike else ""),
            confidence=0.75 if verdict == "contradiction" else 0.5,
            settled=True,
        )


def _like(story: Story, first: list[ParticipationClaim], second: list[ParticipationClaim]) -> bool:
    return any(story.similarity(a, b) >= _SURE for a in first for b in second)


def _one_thing(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether both name the same thing that it was done to, or at least do not name two."""
    one, other = (frozenset(folded(c.subject).split()) for c in (a, b))
    if one and other:
        return bool(one & other) or story.similarity(a, b) >= 0.2
    return True


def _look_alike(first: str, second: str) -> bool:
    return any(
        SequenceMatcher(None, x, y).ratio() >= 0.85
        for x in folded(first).split()
        for y in folded(second).split()
    )


def _sexes(claims: list[ParticipationClaim]) -> Iterator[Difference]:
    """The same telling deed of a man and of a woman, once in each article."""
    common = frozenset(stem(word) for word in words("common"))
    often = Counter(claim.span.article for claim in claims)
    for a, b in combinations(claims, 2):
        if a.value == b.value or a.span.article == b.span.article:
            continue
        if often[a.span.article] > 1 or often[b.span.article] > 1 or len(claims) > 3:
            continue
        shared = set(stems(a.subject)) & set(stems(b.subject)) - common
        if not shared:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was it a man or a woman who {a.event}?",
            sides=(
                DraftSide(value=a.span.quote, claims=(a,)),
                DraftSide(value=b.span.quote, claims=(b,)),
            ),
            verdict="contradiction",
            because=f"{a.span.quote!r} and {b.span.quote!r} say the same of a {a.value} and of a {b.value}.",
            confidence=0.7,
            settled=True,
        )
