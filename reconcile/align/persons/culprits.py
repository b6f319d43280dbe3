"""Who is meant by "the gunman", "the suspect": the one person whom the articles of a story call so by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reconcile.align.entities import Entity
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.lexicon import words
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.romanization import folded

CULPRITS = frozenset(noun for line in words("culprits") for noun in line.split())
_DEEDS = frozenset({"open fire", "shoot", "stab", "kill", "rob"})


def called(story: Story, nouns: Iterable[str], apart: str = "") -> list[Entity]:
    """The persons whom the articles other than `apart` call by one of the nouns."""
    found: dict[str, Entity] = {}
    wanted = sorted(nouns)
    for article in story.articles:
        meant = story.reading(article).document.antecedents
        for noun in wanted if article != apart else ():
            name = meant.described(noun, len(story.articles[article].text))
            entity = story.entities.of(name, article) if name else None
            if entity is not None:
                found[entity.id] = entity
    return list(found.values())


@lru_cache(maxsize=1)  # the rules ask about one story after the other
def culprit(story: Story) -> Entity | None:
    """The one person whom the articles call the gunman or the suspect, or else say to have shot; None for several."""
    people = called(story, CULPRITS)
    if not people:
        told = (c for c in story.of(ParticipationClaim) if c.event in _DEEDS and c.value[:1].isupper())
        doers = (c for c in told if c.value.rsplit(" ", 1)[-1] in c.span.quote)
        known = (story.entities.of(c.value, c.span.article) for c in doers)
        people = list({e.id: e for e in known if e is not None and e.kind == "person"}.values())
    slips = all(one_keystroke(folded(people[0].name), folded(other.name)) for other in people[1:])
    return people[0] if people and slips else None
