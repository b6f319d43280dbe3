"""How a finding came about: which explainers were asked about each pair of sides, and what each one said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.align.story import Story
from reconcile.explain.chain import explainers, questions
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference


@dataclass(frozen=True, slots=True)
class Step:
    """An explainer asked about some sides: what it says, None when it cannot account for the difference."""

    values: tuple[str, ...]
    reason: str
    says: Explanation | None


def steps(difference: Difference, story: Story) -> Iterator[Step]:
    """Yields the explainers asked about each pair of sides, in their order, up to the one that accounts for it.

    Nothing for a difference that its rule has settled by itself.
    """
    if difference.settled:
        return
    for asked in questions(difference):
        for module in explainers():
            says = module.explain(asked, story)
            yield Step(tuple(side.value for side in asked.sides), module.REASON, says)
            if says is not None:
                break
