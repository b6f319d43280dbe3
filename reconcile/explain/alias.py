"""Two names of one person, body, place or kind of thing.

Accounts for sides that name one referent in two ways: another spelling, a nickname, the short and the official name,
two titles of one post, two words for one kind of thing. What the rule compared is then no difference in fact.
"""

from __future__ import annotations

from reconcile.align.persons.holders import related
from reconcile.align.story import Story
from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.name import NameClaim
from reconcile.claims.place import PlaceClaim
from reconcile.claims.role import RoleClaim
from reconcile.claims.thing import ThingClaim, relation
from reconcile.explain.explanation import Explanation, accounted
from reconcile.language.names.gazetteer import place_named
from reconcile.rules.asking import named
from reconcile.rules.difference import Difference
from reconcile.values.places import fold, unwritten_vowels
from reconcile.values.relation import Relation

REASON = "alias"
ORDER = 70  # after translation: a rendered name is more than a name written otherwise

_NAMINGS = {"role", "person"}
_KINDS = ("participant", "attribution", "name", "place", "source")


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Explains sides whose values name one person, body, place or kind of thing of the story."""
    a, b = (side.claims[0] for side in pair.sides[:2])
    if isinstance(a, NameClaim) and pair.doubtful:
        why = "; ".join(dict.fromkeys(found.reason for found in pair.names))
        return accounted(pair, REASON, why or "the label stands for it in the text")
    if pair.doubtful and isinstance(a, PlaceClaim) and isinstance(b, PlaceClaim):
        here, there = fold(a.value), fold(b.value)
        rendered = here != there and unwritten_vowels(here, there)
        return accounted(pair, REASON) if rendered else None
    if isinstance(a, RoleClaim) and isinstance(b, RoleClaim):
        relation_, why = related(a, b)
        return accounted(pair, REASON, why) if pair.doubtful and relation_ in ("alias", "body") else None
    if isinstance(a, AttributionClaim) and isinstance(b, AttributionClaim):
        return (
            _role_and_name(pair) if pair.doubtful and {a.speaker_kind, b.speaker_kind} == _NAMINGS else None
        )
    if isinstance(a, ThingClaim) and isinstance(b, ThingClaim):
        one_kind = relation(a, b) is Relation.SAME
        names = f"“{pair.sides[0].value}” and “{pair.sides[1].value}”"
        because = f"{names} are words for one kind of thing."
        return Explanation("explained", REASON, because, pair.confidence) if one_kind else None
    return _one_referent(pair, story) if pair.kind in _KINDS else None


def _role_and_name(pair: Difference) -> Explanation:
    """The words of one person, named by the role in one place."""
    role, person = (side.value for side in pair.sides)
    because = (
        f"The same words are said by {named(role)} and by {person}: the role of one person, and his name."
    )
    return Explanation("explained", REASON, because, pair.confidence)


def _one_referent(pair: Difference, story: Story) -> Explanation | None:
    first, second = (side.value for side in pair.sides)
    here, there = (side.claims[0].span.article for side in pair.sides)
    if first == second:
        return None
    place = place_named(first)
    if place is not None and place == place_named(second):
        return Explanation("explained", REASON, f"{first} and {second} are two names of one place.")
    if story.entities.same(first, here, second, there) != "same":
        return None
    entity = story.entities.of(first, here)
    why = "; ".join(entity.reasons) if entity and entity.reasons else "one is a form of the other in the text"
    return Explanation("explained", REASON, f"“{first}” and “{second}” are names of one: {why}.")
