"""Whose fate a claim tells, across a story: by name, by what the articles call whom they name, or by age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from reconcile.align.referents import single
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.claims.fate import FateClaim
from reconcile.claims.state import StateClaim
from reconcile.language.names.antecedents import sex_of_noun
from reconcile.lexicon import word_set

C = TypeVar("C", FateClaim, StateClaim)
_MOST = 60  # persons of a story among whom the bearer of an age or a calling is looked for


def by_person(story: Story, claims: Iterable[C], sole: bool = False) -> dict[str, list[C]]:
    """The claims on one person each, by what the person is called; with `sole`, "the boy" is told apart as well.

    Whom an article does not name is the one person so called, or of the same age, whom another names; else the only
    one whom the articles call by a noun that says more than age and sex, or of one age.
    """
    found: dict[str, list[C]] = defaultdict(list)
    unnamed: list[C] = []
    for claim in claims:
        if claim.subject:
            found[_key(story, claim)].append(claim)
        elif claim.noun and not (isinstance(claim, FateClaim) and claim.number > 1):
            unnamed.append(claim)
    named = dict(list(found.items())[:_MOST])
    aged: dict[str, list[C]] = {}
    ages = {claim.id: age_of(story, claim) for claim in unnamed}
    for claim in sorted(unnamed, key=lambda claim: not ages[claim.id]):  # those of a known age first
        age = ages[claim.id]
        telling = (sole or claim.noun not in word_set("anybody")) and single(
            story, claim.span.article, claim.noun
        )
        if age:
            bearers = [name for name, said in named.items() if _aged(story, claim, age, said)]
        elif telling:
            bearers = [name for name, said in named.items() if _so_called(story, claim, said)]
            if sole and not bearers:
                bearers = [who for who, said in aged.items() if any(c.noun == claim.noun for c in said)]
        else:
            continue
        if len(bearers) == 1:
            found[bearers[0]].append(claim)
        elif not bearers:
            who = f"the person of {age}" if age else f"the {claim.noun}"
            found[who].append(claim)
            if age:
                aged[who] = found[who]
    return found


def _key(story: Story, claim: FateClaim | StateClaim) -> str:
    entity = story.entities.of(claim.subject, claim.span.article)
    return entity.name if entity is not None else claim.subject


def _aged(
    story: Story, claim: FateClaim | StateClaim, age: int, said: Sequence[FateClaim | StateClaim]
) -> bool:
    """Whether the named person of some claims can be the unnamed one of a claim, being of that age."""
    sexes = {sex_of_noun(claim.noun), *(sex_of_noun(c.noun) for c in said)} - {""}
    own = any(c.span.article == claim.span.article for c in said)
    return len(sexes) < 2 and not own and any(age_of(story, c) == age for c in said)


def _so_called(story: Story, claim: FateClaim | StateClaim, said: Sequence[FateClaim | StateClaim]) -> bool:
    """Whether the named person of some claims is called what the unnamed one of a claim is, and is of that sex."""
    called = _callings(story, said)
    return claim.noun in called and len({sex_of_noun(noun) for noun in called} - {""}) < 2


def age_of(story: Story, claim: FateClaim | StateClaim) -> int:
    """The age of the person of a claim, as its article tells it; 0 when it does not."""
    for age in _ages(story).get(claim.span.article, ()):
        own = age.subject == claim.subject if claim.subject else _beside(age, claim)
        if own and age.value.point is not None:
            return int(age.value.point)
    return 0 if claim.subject else _of_the_one(story, claim)


def _of_the_one(story: Story, claim: FateClaim | StateClaim) -> int:
    """The age of "the woman", where the article has one woman of whom it tells the age; 0 where it does not."""
    at = claim.sentence.lower().find(claim.noun, max(0, claim.span.start - claim.sentence_start))
    if not claim.noun or at < 4 or claim.sentence[at - 4 : at].lower() != "the ":
        return 0
    ages = {a.value.point for a in _ages(story).get(claim.span.article, ()) if a.noun == claim.noun}
    age = next(iter(ages)) if len(ages) == 1 else None
    return int(age) if age is not None else 0


def _beside(age: AgeClaim, claim: FateClaim | StateClaim) -> bool:
    """Whether an age is told of the unnamed person of a claim: within its words, or of the same noun in its sentence."""
    inside = claim.span.start <= age.span.start < claim.span.end
    return inside or (age.sentence_start == claim.sentence_start and age.noun == claim.noun != "")


@lru_cache(maxsize=1)  # the rules ask about one story after the other
def _ages(story: Story) -> dict[str, list[AgeClaim]]:
    found: dict[str, list[AgeClaim]] = defaultdict(list)
    for age in story.of(AgeClaim):
        if not (age.then or age.plural):
            found[age.span.article].append(age)
    return found


def _callings(story: Story, said: Sequence[FateClaim | StateClaim]) -> frozenset[str]:
    """What the articles of some claims on one person call that person."""
    return frozenset(
        noun
        for c in said
        for noun in (*story.reading(c.span.article).document.antecedents.called(c.subject), c.noun)
        if c.subject and noun
    )
