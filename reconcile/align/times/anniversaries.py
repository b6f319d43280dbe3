"""Which anniversaries are of one thing, and what the story says about when that thing was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.align.subjects import agree, telling
from reconcile.align.times.spans import names
from reconcile.claims.anniversary import AnniversaryClaim, one_year
from reconcile.claims.date import DateClaim
from reconcile.language.grammar.facets import facet_lexicon
from reconcile.values.regex import regex

BASES = frozenset(
    {"signed", "founded", "begun", "opened", "born", "effective", "launched", "occurred", "married", "held"}
)


def yearly(story: Story) -> Iterator[AnniversaryClaim]:
    """The anniversaries that are marked: not editions, not the ones a text says were not marked."""
    for claim in story.of(AnniversaryClaim):
        if claim.counts == "years" and claim.polarity:
            yield claim


def counted(story: Story) -> Iterator[AnniversaryClaim]:
    """The anniversaries that are marked, and the ages in years that are told of things."""
    for claim in story.of(AnniversaryClaim):
        if claim.counts != "edition" and claim.polarity:
            yield claim


def subject_of(claim: AnniversaryClaim, story: Story) -> str:
    """The claim's subject; for "the 90th anniversary" alone, that of the nearest earlier one, near by or of as many years."""
    if claim.subject:
        return claim.subject
    earlier = [
        other.subject
        for other in story.of(AnniversaryClaim)
        if other.span.article == claim.span.article and other.subject and other.span.start < claim.span.start
        if other.ordinal == claim.ordinal or claim.span.start - other.span.end < _NEAR_BY
    ]
    return earlier[-1] if earlier else ""


_NEAR_BY = 3000  # characters in which "the 90th anniversary" may be that of what was told just before


def same_occasion(first: AnniversaryClaim, second: AnniversaryClaim, story: Story) -> bool:
    """Whether two anniversaries are of one thing: the same words for it, or the same kind of thing and base year."""
    a, b = subject_of(first, story), subject_of(second, story)
    if first.subject and second.subject:
        needed = 2 if begun(first) == begun(second) else 1
        one, two = _thing(a), _thing(b)
        if one == two or (len(one & two) >= needed and len(one & two) == min(len(one), len(two))):
            return True
        known = {year for c in (first, second) if (year := one_year(c.base)) is not None}
        bases = {c.base_year for c in (first, second)} | known
        if telling(a) & telling(b) and len(bases) == 1 and None not in bases:
            return True
    elif a and b and first.base_year == second.base_year is not None:
        return True
    return first.span.article != second.span.article and _alike(first, second, story)


def _alike(first: AnniversaryClaim, second: AnniversaryClaim, story: Story) -> bool:
    """Whether two counts of nearly as many years, reached in one year, can only be of one thing.

    They name it in common words, or one tells of the deed that the other names, or each is the one such count of its
    article and one of them does not name it.
    """
    few, many = sorted((first.ordinal, second.ordinal))
    if (
        first.marked_year is None
        or first.marked_year != second.marked_year
        or few < _MANY
        or many > 1.3 * few
    ):
        return False
    one, two = names(first.subject), names(second.subject)
    if one and two and not one & two:
        return False
    if agree(first.subject, second.subject) or _tells(first, second) or _tells(second, first):
        return True
    only = all(
        sum(c.span.article == claim.span.article for c in counted(story)) == 1 for claim in (first, second)
    )
    return only and not (first.subject and second.subject)


_MANY = 20


def _tells(first: AnniversaryClaim, second: AnniversaryClaim) -> bool:
    """Whether the first one's sentence has most words of what the second is counted from."""
    what = telling(second.subject)
    shared = what & telling(first.sentence)
    return len(shared) >= 2 and 2 * len(shared) >= len(what)


def begun(claim: AnniversaryClaim) -> str:
    """The facet of the deed that the years are counted from, where the words name it: "the opening of the mill".

    Empty where they name the thing alone; a treaty's years may count from its signing or its entry into force.
    """
    return _deed(claim.subject.lower().split())[0]


def _thing(subject: str) -> frozenset[str]:
    """The telling words without those of the deed: of "the mill was opened" and "the opening of the mill" the mill."""
    said = subject.split()
    _, first, last = _deed(subject.lower().split())
    return telling(" ".join(said[: max(0, first - 1)] + said[last:])) or telling(subject)


def _deed(said: list[str]) -> tuple[str, int, int]:
    """The facet of the first word, or two words, for a deed that begins something, and where they stand."""
    for index, word in enumerate(said):
        for form in (word, " ".join(said[index : index + 2])):
            facet = facet_lexicon().get(form, ("", "", False))[0]
            if facet in BASES:
                return facet, index, index + 1 + form.count(" ")
    return "", 0, 0


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


def stated_origins(claim: AnniversaryClaim, story: Story) -> list[tuple[int, DateClaim]]:
    """The years in which sources say that an aged thing was built, opened or begun, with the claims; none of a new one."""
    found: list[tuple[int, DateClaim]] = []
    for date in story.of(DateClaim):
        year = one_year(date.value)
        if year is None or date.facet not in _ORIGINS or date.modality != "asserted" or not date.polarity:
            continue
        if (
            claim.marked_year is None
            or year >= claim.marked_year - _YOUNG
            or not agree(claim.subject, date.subject)
        ):
            continue
        if _RENEWED.search(date.sentence, 0, date.span.end - date.sentence_start):
            continue
        here, there = names(claim.sentence), names(date.sentence)
        if not (here and there and not here & there):
            found.append((year, date))
    return found


_ORIGINS = frozenset({"built", "opened", "founded", "launched", "completed", "begun"})
_RENEWED = regex(
    r"\b(?:new|newer|second|third|another|other|replacement|rebuilt|next|neighbou?ring|nearby)\b", re.I
)
_YOUNG = 5  # years in which a thing is told as new


def first_held(edition: AnniversaryClaim, story: Story) -> Iterator[DateClaim]:
    """The dates of the first edition: "the race was first run in 1946"; years that many editions fit in."""
    latest = edition.base_year
    for date in story.of(DateClaim):
        year = one_year(date.value)
        if year is None or latest is None or date.facet not in _STAGED or date.modality != "asserted":
            continue
        if not latest - _SKIPPED <= year <= latest or not date.polarity:
            continue
        start = date.span.start - date.sentence_start
        if _FIRST.search(date.sentence, max(0, start - 60), start + len(date.span.quote)):
            yield date


_STAGED = frozenset({"held", "played", "worked", "launched", *BASES})
_SKIPPED = 12  # years in which a war or a plague let nobody meet
_FIRST = regex(r"\bfirst\b", re.I)
