"""What explainers ask of a difference between states: which aspect it is of, and which side came out first."""

from __future__ import annotations

from reconcile.align.persons.standing import in_order
from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference


def aspect(difference: Difference) -> str:
    """The aspect that the sides tell of ("custody", "damage"); empty when they are no states."""
    claim = difference.sides[0].claims[0]
    return claim.aspect if isinstance(claim, StateClaim) else ""


def ordered(difference: Difference, earlier: int, later: int, story: Story) -> bool:
    """Whether every article of one side came out before every article of another, all days being known."""
    one, other = difference.sides[earlier].claims, difference.sides[later].claims
    return all(in_order(story, a, b) for a in one for b in other)
