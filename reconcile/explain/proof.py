"""How a finding came about: what the explainers were asked, which of them were ruled out, and which one won."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.align.story import Story
from reconcile.explain.chain import explainers
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Step:
    """Some sides that the explainers were asked about: who could not account for them, and what the one who could says."""

    values: tuple[str, ...]
    ruled_out: tuple[str, ...]
    says: Explanation | None


def steps(difference: Difference, story: Story) -> Iterator[Step]:
    """Yields what the explainers were asked before it came to `difference`; nothing when its rule settled it."""
    for asked in difference.asked:
        values = tuple(side.value for side in asked.sides)
        ruled_out: list[str] = []
        says: Explanation | None = None
        for module in explainers():
            says = module.explain(asked, story)
            if says is not None:
                break
            ruled_out.append(module.REASON)
        yield Step(values, tuple(ruled_out), says)
