"""Two names of one person or thing.

Accounts for a difference between sides that name one referent in two ways: another romanization, a nickname, the
short and the official name. What the rule compared is then no difference in fact.
"""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.language.gazetteer import place_named
from reconcile.rules.difference import Difference, DraftSide

REASON = "alias"
ORDER = 70

_KINDS = ("participant", "attribution", "name", "place", "source")


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Explains sides whose values name one person, body or place of the story."""
    if pair.kind not in _KINDS:
        return None
    first, second = pair.sides
    if first.value == second.value:
        return None
    one, other = place_named(first.value), place_named(second.value)
    if one is not None and one == other:
        return Explanation(
            "explained", "alias", f"{first.value} and {second.value} are two names of one place."
        )
    if story.entities.same(first.value, _article(first), second.value, _article(second)) != "same":
        return None
    entity = story.entities.of(first.value, _article(first))
    why = "; ".join(entity.reasons) if entity and entity.reasons else "one is a form of the other in the text"
    return Explanation("explained", "alias", f"“{first.value}” and “{second.value}” are names of one: {why}.")


def _article(side: DraftSide) -> str:
    return side.claims[0].span.article
