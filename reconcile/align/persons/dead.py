"""Who is dead, and since when the articles of a story know it: the dead grow no older."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.fate import FateClaim
from reconcile.values.regex import regex

DIED = regex(r"\b(?:died|dies|dead|killed|death|drowned|murdered|fatally|collapsed)\b")


def published(story: Story, claim: Claim) -> timedelta | None:
    """When the article of a claim came out, as days since the first of the calendar; None where it does not say."""
    at = story.article(claim).published
    moment = at.interval.start if at is not None else None
    return timedelta(days=moment.toordinal()) if moment is not None else None


def dead_in_all(story: Story, claims: list[Claim]) -> bool:
    """Whether somebody, of whom all the claims are, was dead when each of them was published, as the articles tell."""
    died = [at for name in {_name(story, claim) for claim in claims} if (at := _told_dead(story).get(name))]
    return bool(died) and all(
        DIED.search(claim.sentence) or ((at := published(story, claim)) is not None and min(died) <= at)
        for claim in claims
    )


@lru_cache(maxsize=1)  # the rules ask about one story after the other
def _told_dead(story: Story) -> dict[str, timedelta]:
    """Of each person who is told to be dead, when that was told first."""
    found: dict[str, timedelta] = {}
    for claim in story.of(FateClaim):
        at = published(story, claim)
        if claim.value == "dead" and claim.polarity and claim.subject and at is not None:
            name = _name(story, claim)
            found[name] = min(found.get(name, at), at)
    return found


def _name(story: Story, claim: Claim) -> str:
    subject = getattr(claim, "subject", "")
    entity = story.entities.of(subject, claim.span.article)
    return entity.name if entity is not None else subject
