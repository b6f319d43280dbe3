"""Why two quantities are not matched, in words, for `why-not`."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.figures.closeness import exclusion
from reconcile.align.figures.quantities import keys, matches
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim


def why_unmatched(first: QuantityClaim, second: QuantityClaim, story: Story) -> Iterator[str]:
    """Yields what keeps two quantities of two articles apart: their kinds, what excludes it, nearer counterparts."""
    if not set(keys(first)) & set(keys(second)):
        yield "They are figures of two kinds, or of a kind that is only compared where the words around agree."
    if excluding := exclusion(first, second, story):
        yield f"They cannot be of one thing: {excluding}."
    for one, other in ((first, second), (second, first)):
        nearer = _counterpart(one, other.span.article, story)
        if nearer is not None and nearer.id != other.id:
            yield f"“{nearer.span.quote}” is what {other.span.article} tells nearer to “{one.span.quote}”."


def _counterpart(claim: QuantityClaim, article: str, story: Story) -> QuantityClaim | None:
    """The quantity of the article that the claim is matched with, the most alike first."""
    best = max(
        (
            (match.alike, match.second if match.first.id == claim.id else match.first)
            for match in matches(story)
            if claim.id in (match.first.id, match.second.id)
            and article in (match.first.span.article, match.second.span.article)
        ),
        key=lambda found: (found[0], found[1].id),
        default=None,
    )
    return best[1] if best is not None else None
