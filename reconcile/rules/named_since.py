"""Not named in an earlier article, named in a later one.

Finds a person whom one article leaves without a name (an unidentified suspect, a woman aged 38) and whom another of
the same day or later names: by the word that the story has for one person (the suspect), or by an age that one
person alone has. The earlier article does not have the name at all. The name came out in between: an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The suspect, an unidentified man, was shot dead in the Ordell courthouse on Thursday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-03, text: "The man shot dead in the Ordell courthouse on Thursday was Ivo Petersen. The suspect, Petersen, was 44."}
findings:
  - {verdict: explained, reason: update, sides: [["an unidentified"], ["Ivo Petersen"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.entities import Entity
from reconcile.align.persons.culprits import CULPRITS, called
from reconcile.align.persons.standing import day
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.claims.claim import Claim
from reconcile.claims.name import NameClaim
from reconcile.claims.state import StateClaim
from reconcile.language.names.lore import person_name
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex
from reconcile.values.romanization import folded

CODE = "NAM609"
KIND = "name"
VERDICT: Verdict = "explained"

_WORD = regex(r"[a-z]+")
_PLAIN = frozenset(
    {"man", "woman", "person", "boy", "girl", "people", "official", "officer", "child", "police"}
)
_OPEN = regex(
    r"\b(?:understood|believed|thought|unnamed|unidentified|not (?:yet )?been (?:named|identified))\b"
)
_AROUND = 80  # characters around "unidentified" in which the noun stands that says who is not named


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference per person who is named only in later articles."""
    told: set[str] = set()
    for claim, person in (*_withheld(story), *_aged(story)):
        named = _named(story, claim, person) if person.id not in told else []
        if not named:
            continue
        told.add(person.id)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Is {person.name} named?",
            sides=(
                DraftSide(value="not named", claims=(claim,)),
                DraftSide(value=person.name, claims=tuple(named)),
            ),
            verdict="explained",
            reason="update",
            because=f"{claim.span.quote!r} gives no name; a later article says that it was {person.name}.",
            confidence=0.6,
            settled=True,
        )


def _withheld(story: Story) -> Iterator[tuple[Claim, Entity]]:
    """Whoever is said to be unidentified, with the one person whom the other articles call by that noun."""
    for claim in story.of(StateClaim):
        if claim.aspect != "told" or claim.value != "withheld" or not claim.polarity:
            continue
        at = claim.span.start - claim.sentence_start
        near = claim.sentence[max(0, at - _AROUND) : at + len(claim.span.quote) + _AROUND].lower()
        for noun in dict.fromkeys(_WORD.findall(near)):
            if noun in person_nouns() and noun not in _PLAIN:
                nouns = CULPRITS if noun in CULPRITS else frozenset({noun})
                people = called(story, nouns, claim.span.article)
                if len(people) == 1:
                    yield claim, people[0]


def _aged(story: Story) -> Iterator[tuple[Claim, Entity]]:
    """Whoever is "thought to be a nurse of 38", with the one person of the story who has that age."""
    unnamed: dict[str, list[AgeClaim]] = defaultdict(list)
    people: dict[str, dict[str, Entity]] = defaultdict(dict)
    for claim in story.of(AgeClaim):
        if not claim.value.exact or claim.then or claim.plural:
            continue
        entity = story.entities.of(claim.subject, claim.span.article)
        if entity is not None and entity.kind == "person":
            people[str(claim.value.low)][entity.id] = entity
        elif not claim.subject and _OPEN.search(claim.sentence):
            unnamed[str(claim.value.low)].append(claim)
    for age, claims in unnamed.items():
        if len(people[age]) == 1:
            person = next(iter(people[age].values()))
            yield from ((claim, person) for claim in claims)


def _named(story: Story, claim: Claim, person: Entity) -> list[NameClaim]:
    """The names of the person in later articles, when the claim's own article does not have the name."""
    parsed, own = person_name(person.name), day(story, claim)
    words_ = vocabulary(folded(story.articles[claim.span.article].text)).words
    if parsed.single or any(part in words_ for part in folded(parsed.surname[-1]).split("-")) or not own:
        return []
    return [c for c in story.entities.claims_of(person) if own <= day(story, c)]
