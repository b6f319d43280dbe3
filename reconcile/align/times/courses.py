"""Whether two dates are two stages of one matter: arrested and charged, signed and in force, departed and struck."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.spans import names, two_people
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.lexicon import words
from reconcile.values.dates import Grain

_ONE_JOURNEY = timedelta(hours=3)
_PERSONAL = frozenset({"justice", "life"})


@cache
def courses() -> dict[str, tuple[timedelta, tuple[str, ...]]]:
    """From each course's name to its longest gap and its stages in order."""
    found = {}
    for line in words("courses"):
        head, _, stages = line.partition(":")
        name, days = head.split()
        found[name] = (timedelta(days=int(days)), tuple(stages.split()))
    return found


def courses_of(facet: str) -> frozenset[str]:
    """The names of the courses that have the facet as a stage."""
    return frozenset(name for name, (_, stages) in courses().items() if facet in stages)


def course(first: DateClaim, second: DateClaim, story: Story) -> str:
    """The course of which both are stages of one matter, in its order; empty when there is none."""
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None or first.modality != second.modality:
        return ""
    for name in sorted(courses_of(first.facet) & courses_of(second.facet)):
        gap, stages = courses()[name]
        order = stages.index(first.facet) - stages.index(second.facet)
        if order == 0 or (a.start > b.start) != (order > 0):
            continue
        clocks = a.grain < Grain.PART and b.grain < Grain.PART
        if name == "journey":
            if clocks and abs(a.start - b.start) <= _ONE_JOURNEY and story.similarity(first, second) > 0:
                return name
            continue
        if abs(a.start - b.start) <= gap and _one_matter(name, first, second, story):
            return name
    return ""


def _one_matter(name: str, first: DateClaim, second: DateClaim, story: Story) -> bool:
    if name in _PERSONAL:
        return one_person(first, second, story)
    if name == "visit" and first.span.article != second.span.article:
        return False
    a, b = telling(first.subject), telling(second.subject)
    if a and b and a & b:
        return True
    here, there = names(first.sentence), names(second.sentence)
    alike = story.similarity(first, second)
    return alike >= (0.08 if here & there else 0.2) or (name == "visit" and bool(here & there))


def one_person(first: Claim, second: Claim, story: Story) -> bool:
    """Whether the subjects of two claims name one person, other spellings of the surname included."""
    a, b = first.subject.strip(" ."), second.subject.strip(" .")
    if not names(a) or not names(b):
        return False
    if names(a.split()[-1]) & names(b) or names(b.split()[-1]) & names(a):
        return not two_people(a, b)
    if story.entities.same(a, first.span.article, b, second.span.article) == "same":
        return True
    one, other = a.split()[-1].lower(), b.split()[-1].lower()
    if len(one) <= 3 or one[0] != other[0]:
        return False
    from rapidfuzz import fuzz  # imported where it is needed: it costs the start

    return fuzz.ratio(one, other) >= 80
