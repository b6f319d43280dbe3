"""Claims grouped by the question they answer, whether they agree or not: for tables, corroboration and `why-not`.

Rules decide for themselves what they compare; this is the reader's view of all claims of a story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.align.figures import like_figures
from reconcile.align.figures.unmatched import why_unmatched
from reconcile.align.likeness import LEAST
from reconcile.align.stems import stems
from reconcile.align.story import Story
from reconcile.align.times import like_clocks, like_dates
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.claims.quantity import QuantityClaim

ALIKE = 0.2  # similarity of the words around two claims that answer one question
_QUALIFIERS = ("measure", "facet", "relation", "role", "kind")  # what a claim of a type is a claim of
_NEAREST = 24  # groups of a block that a claim is compared with, the latest first: keeps a large block linear


class Question(NamedTuple):
    """What several claims answer, in a few words, and the claims in article and text order."""

    words: str
    claims: tuple[Claim, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that answer it, sorted."""
        return tuple(sorted({claim.span.article for claim in self.claims}))

    def answers(self) -> dict[str, list[Claim]]:
        """The claims by what they say, equal words together."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[said(claim)].append(claim)
        return dict(found)


def said(claim: Claim) -> str:
    """What the claim says, in the form in which two claims can be seen to say the same."""
    return ("" if claim.polarity else "not ") + str(claim).casefold()


def questions(story: Story) -> list[Question]:
    """Every question that the claims of the story answer, in the order of their first claim."""
    blocks: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(story.claims, key=lambda c: (c.span.article, c.span.start, c.id)):
        blocks[topic(claim)].append(claim)
    found = [group for block in blocks.values() for group in _clustered(block, story)]
    found.sort(key=lambda group: (group[0].span.article, group[0].span.start, group[0].id))
    return [Question(_words(group), tuple(group)) for group in found]


def topic(claim: Claim) -> tuple[str, ...]:
    """What two claims must have in common to answer one question: type, what it is a claim of, and who it is about."""
    kind = getattr(claim, "type", "")
    qualifiers = tuple(_qualifiers(claim))
    about = (
        claim.subject or claim.event if kind not in ("quote", "quantity") else getattr(claim, "speaker", "")
    )
    names = [word for word in str(about).split() if word[:1].isupper()]
    last = stems(names[-1] if names else str(about))[-1:]  # a bare surname and a full name end alike
    return (kind, *qualifiers, *last)


def _qualifiers(claim: Claim) -> list[str]:
    found = (getattr(claim, name, "") for name in _QUALIFIERS)
    return [value for value in found if isinstance(value, str)]


def _clustered(block: list[Claim], story: Story) -> Iterator[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in block:
        home = max(
            ((_likeness(claim, group, story), -place) for place, group in enumerate(groups[-_NEAREST:])),
            default=(0.0, 0),
        )
        if home[0] >= ALIKE:
            groups[-_NEAREST:][-home[1]].append(claim)
        else:
            groups.append([claim])
    yield from groups


def _likeness(claim: Claim, group: list[Claim], story: Story) -> float:
    if claim.subject and any(claim.subject == other.subject for other in group):
        return 1.0
    return max(story.similarity(claim, other) for other in (group[0], group[-1]))


def _words(group: list[Claim]) -> str:
    first = max(group, key=lambda claim: len(claim.subject))
    about = [first.subject or first.event or getattr(first, "speaker", "") or ""]
    parts = [getattr(first, "type", ""), *_qualifiers(first), *about]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def why_apart(first: Claim, second: Claim, story: Story) -> list[str]:
    """Why two claims of one story make no finding: every test they fail, in words."""
    if said(first) == said(second) and topic(first) == topic(second):
        return [f"They agree: both say {first}."]
    told = []
    kinds = [getattr(claim, "type", "") for claim in (first, second)]
    if kinds[0] != kinds[1]:
        told.append(f"They are of different types: {kinds[0]} and {kinds[1]}.")
    for name in _QUALIFIERS:
        one, other = getattr(first, name, None), getattr(second, name, None)
        if one != other and None not in (one, other):
            told.append(f"Their {name} differs: {one or 'none'} and {other or 'none'}.")
    if first.event != second.event:
        told.append(f"They hang on different events: {first.event or 'none'} and {second.event or 'none'}.")
    if first.subject != second.subject and not _one_subject(first, second, story):
        told.append(f"Their subjects differ: {first.subject or 'unknown'} and {second.subject or 'unknown'}.")
    told += [
        f"Their {name} differs: {getattr(first, name)} and {getattr(second, name)}."
        for name in ("polarity", "modality")
        if getattr(first, name) != getattr(second, name)
    ]
    if story.same_origin(first, second) and first.span.article != second.span.article:
        told.append("One article copies the other: they are one witness.")
    likeness = story.similarity(first, second)
    if likeness < ALIKE:
        told.append(
            f"The words around them are too unlike ({likeness:.2f}, {ALIKE} is asked) to be about one thing."
        )
    told += _unlikely(first, second, story)
    if isinstance(first, QuantityClaim) and isinstance(second, QuantityClaim):
        told += why_unmatched(first, second, story)
    return told or ["Nothing tells them apart, and no rule compares claims like these."]


def _one_subject(first: Claim, second: Claim, story: Story) -> bool:
    """Whether the subjects are two forms of one name."""
    told = (first.subject, first.span.article, second.subject, second.span.article)
    return story.entities.same(*told) == "same"


def _unlikely(first: Claim, second: Claim, story: Story) -> list[str]:
    """What is said of two claims that the words around make too unlikely to answer one question."""
    by = "times and the words around"
    if isinstance(first, QuantityClaim) and isinstance(second, QuantityClaim):
        by = "sizes and the words beside"
        likely, least = like_figures.likelihood(first, second, story), LEAST
    elif isinstance(first, DateClaim) and isinstance(second, DateClaim):
        clocks = like_clocks.likelihood(first, second, story)
        likely, least = clocks or 0.0, like_clocks.LEAST
        if clocks is None:
            likely, least = like_dates.likelihood(first, second, story), like_dates.LEAST
    else:
        return []
    unlikely = (
        f"By their {by} them it is unlikely ({likely:.2f}, {least} is asked) that they answer one question."
    )
    return [unlikely] if likely < least else []
