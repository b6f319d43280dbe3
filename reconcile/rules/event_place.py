"""One dated event at two places.

Finds an event that two articles date to one day and put in two towns (signed in one, signed in the other), or at two
venues. The day and the deed make it one event, so other mentions of the places do not matter. Two venues can belong
together (a hall in a palace), so they are a tension. A person's birth needs no date: one is born in one place. Where
people came to harm in two neighbourhoods, each the only one of its article, it is a tension: their borders are told in
more ways than one.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell ferry treaty was signed at the Vikholm Chancellery on May 3, 1981, and has held ever since."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Children learn of 3 May 1981, when the Ordell treaty was signed at the Summer Palace. It gave them the strait."}
findings:
  - {verdict: tension, sides: [["signed at the Vikholm Chancellery"], ["signed at the Summer Palace"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.persons.holders import one_person
from reconcile.align.story import Story
from reconcile.claims.date import DateClaim
from reconcile.claims.place import PlaceClaim
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.dates import Grain
from reconcile.values.places import fold, relate_places, usual
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

CODE = "PLC756"
KIND = "place"
VERDICT: Verdict = "contradiction"

# Deeds that are done once, at one place; people are killed, and speak, at many.
_ONCE = frozenset(
    {"signed", "born", "married", "opened", "founded", "sworn", "buried", "inaugurated", "begun", "played"}
)
_SIDES = 2  # names that two reports of one match have in common
_LIKE = 0.1
_TEAM = regex(
    r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The |In |On |At |It )[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*"
)
_SORT = regex(
    r"\b(?:(?:wo)?men|girls|boys|juniors?|youth|reserves|legends|under-\d+|first|second|morning|evening)\b"
)
_HARMS = frozenset({"died", "killed", "injured", "occurred", "attacked", "found", "shot"})
_PART_OF_TOWN = regex(r" (?:neighbou?rhood|section|quarter|suburb|area)\b")
_NAME = regex(r"[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]*)*\Z")


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per event and day that two articles put at two places."""
    days = _days(story)
    placed: dict[tuple[str, str, str], list[PlaceClaim]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        held = claim.relation in ("in", "at") and claim.polarity and claim.modality == "asserted"
        if held and claim.event in _ONCE and not claim.noun:
            for day in days.get((claim.span.article, claim.sentence_start), ()):
                placed[claim.event, day, claim.relation].append(claim)
    yield from _births(story)
    yield from _neighbourhoods(story)
    told: set[frozenset[str]] = set()
    for (event, day, relation), claims in placed.items():
        for a, b in combinations(claims, 2):
            pair = frozenset({usual(a.value), usual(b.value)})
            if pair in told or not _apart(story, claims, a, b):
                continue
            if event == "played" and not _one_match(a, b):
                continue
            told.add(pair)
            first, second = (tuple(c for c in claims if usual(c.value) == usual(x.value)) for x in (a, b))
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Where was it: {a.value} or {b.value}?",
                sides=(DraftSide(value=a.value, claims=first), DraftSide(value=b.value, claims=second)),
                verdict="contradiction" if relation == "in" else "tension",
                because=f'"{a.span.quote}" and "{b.span.quote}" tell of one event ({event}) of one day, {day}.',
                confidence=0.7,
                settled=True,
            )


def _one_match(a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether two sentences name the same two sides, and no sort of team that the other does not name."""
    sides, sorts = ([set(found.findall(c.sentence)) for c in (a, b)] for found in (_TEAM, _SORT))
    return len(sides[0] & sides[1]) >= _SIDES and sorts[0] == sorts[1]


def _births(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per person who is born in two towns of which neither sentence names the other's."""
    born: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        if claim.event == "born" and claim.polarity and not claim.noun and claim.relation in ("in", "at"):
            who = _person(story, claim)
            key = next((known for known in born if one_person(known, who)), who) if who else ""
            if key:
                born[key].append(claim)
    for who, claims in born.items():
        for a, b in combinations(claims, 2):
            names = [usual(c.value) for c in (a, b)]
            apart = names[1] not in fold(a.sentence) and names[0] not in fold(b.sentence)
            if apart and relate_places(*names) in (Relation.DIFFERS, Relation.UNKNOWN):
                yield Difference(
                    rule=CODE,
                    kind=KIND,
                    question=f"Where was {who} born?",
                    sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
                    verdict="contradiction",
                    because=f'"{a.span.quote}" and "{b.span.quote}": one is born in one place.',
                    confidence=0.65,
                    settled=True,
                )
                return


def _neighbourhoods(story: Story) -> Iterator[Difference]:
    """Yields a tension where two articles put one harm in two neighbourhoods, and neither names the other's."""
    named: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        after = claim.span.end - claim.sentence_start
        if claim.polarity and claim.event in _HARMS and _PART_OF_TOWN.match(claim.sentence, after):
            named[claim.span.article][fold(claim.value)].append(claim)
    alone = [next(iter(found.values())) for found in named.values() if len(found) == 1]
    for here, there in combinations(alone, 2):
        a, b = here[0], there[0]
        if fold(a.value) == fold(b.value) or story.same_origin(a, b) or story.similarity(a, b) < _LIKE:
            continue
        if not _names(story, a, b.value) and not _names(story, b, a.value):
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"In which neighbourhood was it: {a.value} or {b.value}?",
                sides=(
                    DraftSide(value=a.value, claims=tuple(here)),
                    DraftSide(value=b.value, claims=tuple(there)),
                ),
                verdict="tension",
                because=f'"{a.span.quote}" and "{b.span.quote}" put it in two neighbourhoods, and neither article names '
                "the other's.",
                confidence=0.65,
                settled=True,
            )
            return


def _names(story: Story, claim: PlaceClaim, place: str) -> bool:
    """Whether the claim's article names the place, other than in a longer name: "Vik", not "Vik General Hospital"."""
    text, at = story.article(claim).text, -1
    while (at := text.find(place, at + 1)) >= 0:
        if not _GOES_ON.match(text, at + len(place)):
            return True
    return False


_GOES_ON = regex(r"(?: [A-Z][a-z]+){1,3}")


def _person(story: Story, claim: PlaceClaim) -> str:
    """The person that a claim's subject names, means or describes; empty when that is not known."""
    meant = story.reading(claim.span.article).document.antecedents
    said = claim.subject.strip()
    name = _NAME.search(said)
    if name is not None and said.lower() not in PRONOUNS:
        return name.group()
    noun = said.lower().rsplit(" ", 1)[-1] or "who"
    if noun in PRONOUNS:
        return meant.pronoun(noun, claim.span.start)
    return meant.described(noun, claim.span.start) or meant.pronoun("who", claim.sentence_start)


def _days(story: Story) -> dict[tuple[str, int], list[str]]:
    """The single days that each sentence names, by article and start of the sentence."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for claim in story.of(DateClaim):
        if claim.value is not None and claim.value.grain <= Grain.DAY and claim.value.start is not None:
            found[claim.span.article, claim.sentence_start].append(claim.value.start.date().isoformat())
    return found


def _apart(story: Story, claims: list[PlaceClaim], a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether the places exclude each other, and neither article puts the event at both."""
    if a.span.article == b.span.article or story.same_origin(a, b) or story.similarity(a, b) < _LIKE:
        return False
    one, other = usual(a.value), usual(b.value)
    if one == other or one in other or other in one:
        return False
    if relate_places(one, other) not in (Relation.DIFFERS, Relation.UNKNOWN):
        return False
    both = {c.span.article for c in claims if usual(c.value) == one} & {
        c.span.article for c in claims if usual(c.value) == other
    }
    return not both
