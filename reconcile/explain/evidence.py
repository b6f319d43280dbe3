"""Which side of a finding the evidence favours, and why. It never says that a side is true."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Weight:
    """What speaks for a side, strongest first: references, independent witnesses, own voice or named authority, recency."""

    references: int
    origins: int
    direct: int
    latest: str  # the day of its latest article, ISO; empty when not every article is dated

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Sorts sides by the weight of their evidence."""
        return (self.references, self.origins, self.direct, self.latest)


def weight(side: DraftSide, story: Story) -> Weight:
    """What speaks for `side`. Copies of one text are one witness."""
    articles = [story.article(claim) for claim in side.claims]
    dates = sorted(a.published.value for a in articles if a.published)
    return Weight(
        references=len({a.id for a in articles if a.trust == "reference"}),
        origins=len({story.origin(a.id) for a in articles}),
        direct=sum(1 for claim in side.claims if not claim.hedge and claim.modality == "asserted"),
        latest=dates[-1] if len(dates) == len(articles) else "",
    )


def favours(difference: Difference, story: Story) -> str:
    """One sentence that names the side with the better evidence and the reason; empty when it is a draw."""
    if len(difference.sides) < 2 or difference.verdict not in ("contradiction", "tension"):
        return ""
    weighed = sorted(
        ((weight(side, story), side) for side in difference.sides),
        key=lambda pair: pair[0].rank,
        reverse=True,
    )
    (best, side), (second, _) = weighed[0], weighed[1]
    if best.references > second.references:
        return f"The evidence favours {side.value}: a reference source says so."
    if best.origins > second.origins:
        return (
            f"The evidence favours {side.value}: {best.origins} independent sources against {second.origins}."
        )
    if best.references == second.references and best.direct > second.direct and second.direct == 0:
        return f"The evidence favours {side.value}: it is said flatly, the rest only with a hedge."
    return ""
