"""The question that two titles of one person answer differently."""

from __future__ import annotations

from reconcile.align.persons.holders import alike
from reconcile.align.story import Story
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.roles import Role


def two_titles(
    rule: str, story: Story, a: RoleClaim, b: RoleClaim, one: Role, other: Role, confidence: float
) -> Difference:
    """What one person's title is, with all that give either one; dropped when no explainer accounts for it."""
    return Difference(
        rule=rule,
        kind="role",
        question=f"What is {a.subject}'s title?" if not one.kin else _whose(a, b),
        sides=(
            DraftSide(value=a.value, claims=alike(story, a, one)),
            DraftSide(value=b.value, claims=alike(story, b, other)),
        ),
        because=f"{a.body or b.body if one.kin else a.subject} is called {a.value} and {b.value}.",
        confidence=confidence,
        doubtful=True,
    )


def _whose(a: RoleClaim, b: RoleClaim) -> str:
    """The question for two relations to one person."""
    return f"What is {a.body or b.body or 'the partner'} to {a.subject}?"
