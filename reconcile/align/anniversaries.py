"""Which anniversaries are of one thing, and what the story says about when that thing was."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.align.subjects import agree, telling
from reconcile.claims.anniversary import AnniversaryClaim, one_year
from reconcile.claims.date import DateClaim

BASES = frozenset(
    {"signed", "founded", "begun", "opened", "born", "effective", "launched", "occurred", "married", "held"}
)


def yearly(story: Story) -> Iterator[AnniversaryClaim]:
    """The anniversaries that are marked: not editions, not the ones a text says were not marked."""
    for claim in story.of(AnniversaryClaim):
        if claim.counts == "years" and claim.polarity:
            yield claim


def subject_of(claim: AnniversaryClaim, story: Story) -> str:
    """The claim's subject; for "the 90th anniversary" alone, that of the nearest earlier anniversary."""
    if claim.subject:
        return claim.subject
    earlier = [
        other.subject
        for other in story.of(AnniversaryClaim)
        if other.span.article == claim.span.article and other.subject and other.span.start < claim.span.start
    ]
    return earlier[-1] if earlier else ""


def same_occasion(first: AnniversaryClaim, second: AnniversaryClaim, story: Story) -> bool:
    """Whether two anniversaries are of one thing: the same words for it, or the same kind of thing and base year."""
    a, b = subject_of(first, story), subject_of(second, story)
    if not a or not b:
        return False
    if not first.subject or not second.subject:
        return first.base_year == second.base_year is not None
    if telling(a) == telling(b) or (agree(a, b) and len(telling(a) & telling(b)) >= 2):
        return True
    known = {year for c in (first, second) if (year := one_year(c.base)) is not None}
    bases = {c.base_year for c in (first, second)} | known
    return bool(telling(a) & telling(b)) and len(bases) == 1 and None not in bases


def stated_bases(claim: AnniversaryClaim, story: Story) -> list[tuple[int, AnniversaryClaim | DateClaim]]:
    """The years that sources state for what the anniversary is of, with the claims that state them."""
    found: list[tuple[int, AnniversaryClaim | DateClaim]] = []
    own = one_year(claim.base)
    if own is not None:
        found.append((own, claim))
    subject = subject_of(claim, story)
    for date in story.of(DateClaim):
        year = one_year(date.value)
        if year is None or date.facet not in BASES or date.modality != "asserted" or not date.polarity:
            continue
        marked = claim.marked_year
        if marked is not None and year >= marked - 1:
            continue
        if date.subject and subject and agree(subject, date.subject):
            found.append((year, date))
    return found
