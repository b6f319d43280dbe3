"""Persons whose age an article tells without a name: which of them are one, by noun, deed, household and uniqueness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from reconcile.align.persons.aged import corrected, people
from reconcile.align.persons.dead import DIED
from reconcile.align.persons.patients import many_patients
from reconcile.align.persons.plights import plight
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.claims.fate import FateClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.names.antecedents import sex_of_noun
from reconcile.language.speech.speakers import female_names, male_names
from reconcile.lexicon import words
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.kinship import kin
from reconcile.values.regex import regex

_ALIKE = 0.3  # how alike the words around two ages must be before they are of one unnamed person
_ALIKE_ELSE = 0.45  # the same where only one of the articles says what became of the person
_ONE_DEED = 0.6  # so alike are two sentences of one article on one deed
_COMPANIONS = frozenset({"friend", "companion", "classmate", "roommate", "acquaintance"})
_MOST = 40  # ages without a name that are looked at in a story
_FAR = 10  # years between two ages that one slip hardly makes
_NEAR = 3  # years between two ages of whoever both articles have one of
_HIS = regex(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Ww]hose)|['’]s|s['’])\s(?:[a-z-]+\s){0,2}?\Z")


def unnamed(story: Story) -> Iterator[tuple[str, list[AgeClaim]]]:
    """Yields what each unnamed person of several ages is called, and the claims that tell of that person's age."""
    found = [c for c in story.of(AgeClaim) if c.noun and not (c.subject or c.then or c.plural)][:_MOST]
    groups: list[list[AgeClaim]] = []
    for claim in found:
        home = next((group for group in groups if _belongs(claim, group, found, story)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    for claims in groups:
        if len(claims) > 1:
            nouns = Counter(claim.noun for claim in claims)
            yield f"the {max(nouns, key=lambda noun: (nouns[noun], noun))}", claims
    yield from _named_elsewhere(story, found)
    yield from _the_dead(story)


def _belongs(claim: AgeClaim, group: list[AgeClaim], all_of: list[AgeClaim], story: Story) -> bool:
    """Whether a claim is of the person of a group: of one with a claim of it, and with none of another person."""
    fits = all(_may_slip(claim, other) and _may_be_one(claim, other) for other in group)
    return fits and any(_are_one(claim, other, all_of, story) for other in group)


def _may_be_one(first: AgeClaim, second: AgeClaim) -> bool:
    """Whether the nouns for two persons may be those of one: a son may be a boy, but no girl, and a nurse no clerk."""
    a, b = first.noun, second.noun
    if {plight(first), plight(second)} in ({"harm", "custody"}, {"harm", "deed"}):
        return False
    if a == b:
        return True
    if (a in _COMPANIONS) is not (b in _COMPANIONS):
        return False  # "with a 16-year-old friend", and the boy who died
    if len({sex_of_noun(a), sex_of_noun(b), ""}) > 2 or {_life(a), _life(b)} == {"child", "grown"}:
        return False
    if (_related(a) and _related(b)) or any(_life(n) == "anybody" and not _related(n) for n in (a, b)):
        return False  # the friend of the one, the brother of the other; a victim may be anybody
    return not (_trade(a) and _trade(b))


def _are_one(first: AgeClaim, second: AgeClaim, all_of: list[AgeClaim], story: Story) -> bool:
    """Whether two claims tell of one person: the deed is one, or both articles have one such person only."""
    meets, inside = first.value.meets(second.value), story.printed_in(first) & story.printed_in(second)
    if inside:
        aside = first.sentence_start == second.sentence_start  # "the boy, 13, and his brother, 14"
        if aside or not (_of_the_house(first) and _of_the_house(second)):
            return False
        one = corrected(first) or corrected(second) or story.similarity(first, second) >= _ONE_DEED
        return meets or (_years(first, second) <= _NEAR and one)
    if not meets and many_patients(first, second):
        return False  # an outbreak has many patients
    others = [c for c in all_of if c.id in (first.id, second.id) or not _in_both(c, first, second, story)]
    if not all(_alone(claim, others) for claim in (first, second)):
        return False
    if not meets and (_named_there(first, second, story) or _named_there(second, first, story)):
        return False
    same = plight(first) == plight(second)
    if story.similarity(first, second) >= (_ALIKE if same else _ALIKE_ELSE):
        return True
    return same and plight(first) != "" and _years(first, second) <= _NEAR


def _in_both(claim: AgeClaim, first: AgeClaim, second: AgeClaim, story: Story) -> bool:
    """Whether the articles of two others both tell an age, by one noun: then it is that of a third person."""
    if claim.value.meets(first.value) or claim.value.meets(second.value):
        return False
    told = {c.span.article for c in story.of(AgeClaim) if c.noun == claim.noun and c.value == claim.value}
    return {first.span.article, second.span.article} <= told


def _named_there(claim: AgeClaim, other: AgeClaim, story: Story) -> bool:
    """Whether the other's article tells the claim's age, by the same noun, of somebody it names: then the two are two."""
    return any(
        named.noun == claim.noun and named.value.meets(claim.value)
        for named in _named(story).get(other.span.article, ())
    )


@lru_cache(maxsize=1)
def _named(story: Story) -> dict[str, list[AgeClaim]]:
    """By article, the ages of people who are named and described too: "the 21-year-old man, Bo Holm"."""
    found: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        if claim.subject and claim.noun and not claim.then:
            found[claim.span.article].append(claim)
    return found


def _alone(claim: AgeClaim, all_of: list[AgeClaim]) -> bool:
    """Whether the claim's article tells the age of no second person whom its noun may mean, but by the same words."""
    return all(
        _of_the_house(other) and _of_the_house(claim)
        for other in all_of
        if other.id != claim.id
        and other.span.article == claim.span.article
        and _may_be_one(other, claim)
        and not other.value.meets(claim.value)
    )


def _of_the_house(claim: AgeClaim) -> bool:
    """Whether the words tie the person down: "his 11-year-old son", "the boy was 11 years old"."""
    start = claim.span.start - claim.sentence_start
    return (
        _HIS.search(claim.sentence, max(0, start - 40), start) is not None
        or claim.span.quote[:4].lower() == "the "
    )


def _years(first: AgeClaim, second: AgeClaim) -> int:
    low, high = sorted((first.value, second.value), key=lambda amount: amount.low or 0)
    return int((high.low or 0) - (low.high or 0))


def _may_slip(first: AgeClaim, second: AgeClaim) -> bool:
    """Whether one age may be the other misheard or mistyped: near it, or with its figures turned."""
    return _turned(first, second) or _years(first, second) <= _FAR


def _turned(first: AgeClaim, second: AgeClaim) -> bool:
    return sorted(str(first.value.point)) == sorted(str(second.value.point))


def _related(noun: str) -> bool:
    """Whether a noun says whose somebody is: son, friend."""
    return noun in kin()


def _life(noun: str) -> str:
    return _lives().get(noun, "")


@cache
def _lives() -> dict[str, str]:
    lines = (line.partition(": ") for line in words("ages_of_life"))
    return {noun: life for life, _, nouns in lines for noun in nouns.split()}


def _trade(noun: str) -> bool:
    """Whether a noun says more of somebody than age, sex and kin."""
    return noun not in _lives()


def _named_elsewhere(story: Story, found: list[AgeClaim]) -> Iterator[tuple[str, list[AgeClaim]]]:
    """The one person whom articles call by a noun, some of them by name: "a firefighter aged 29", "firefighter Bo Ek, 31"."""
    named: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        if claim.subject and not claim.then and not claim.plural:
            for noun in story.reading(claim.span.article).document.antecedents.called(claim.subject):
                named[noun].append(claim)
    for noun in sorted({claim.noun for claim in found if _trade(claim.noun)}):
        unnamed_ = [claim for claim in found if claim.noun == noun]
        if len({claim.span.article for claim in unnamed_}) < len(unnamed_):
            continue
        known = [claim for claim in named.get(noun, []) if all(_may_slip(claim, other) for other in unnamed_)]
        if len({c.subject for c in known}) != 1 or {c.span.article for c in known} & {
            c.span.article for c in unnamed_
        }:
            continue
        told = {(c.span.article, c.subject) for c in story.of(AgeClaim) if c.subject}
        like = [
            c
            for c in unnamed_
            if (c.span.article, known[0].subject) not in told
            and any(_called_so(c, other, noun, story) for other in known)
        ]
        if like:
            yield f"the {noun}", [*like, *known]


_ALIVE = regex(
    r"\b(?:surviv|accused|suspect|arrest|charged|witness|widow|son|daughter|brother|sister|father|mother)\w*\b"
)


def _the_dead(story: Story) -> Iterator[tuple[str, list[AgeClaim]]]:
    """The one person who died, with the ages of whom articles without the name call only a man, a runner, a victim."""
    tolls = (c.value.point or 0 for c in story.of(QuantityClaim) if c.measure == "killed")
    if max(tolls, default=0) > 1:
        return
    dead = {claim.subject for claim in story.of(FateClaim) if claim.value == "dead" and claim.subject}
    known = [
        (name, claims) for name, claims in people(story).items() if any(_one_name(name, d) for d in dead)
    ]
    if len(known) != 1:
        return
    name, named = known[0]
    by_article: dict[str, list[AgeClaim]] = defaultdict(list)
    others_hurt = any(c.measure in ("injured", "shot") and c.value.low for c in story.of(QuantityClaim))
    for claim in story.of(AgeClaim):
        near = all(_years(claim, other) <= _NEAR or _turned(claim, other) for other in named)
        if near and not (claim.subject or claim.then or claim.plural):
            if not _fatal(claim) or (others_hurt and not DIED.search(claim.sentence)):
                continue
            by_article[claim.span.article].append(claim)
    told = {claim.span.article for claim in named}
    given = name.split()[0]
    sex = "f" if given in female_names() else "m" if given in male_names() else ""
    like = [
        claims[0]
        for article, claims in by_article.items()
        if len(claims) == 1 and article not in told and sex_of_noun(claims[0].noun) in ("", sex)
    ]
    if like:
        yield name, [*like, *named]


def _one_name(name: str, other: str) -> bool:
    """Whether two names end in one family name, as far as a slip allows."""
    one, two = name.split()[-1].lower(), other.split()[-1].lower()
    return one == two or one_keystroke(one, two)


def _fatal(claim: AgeClaim) -> bool:
    """Whether the sentence of an age tells of a death or of harm, and of nobody else."""
    hurt = plight(claim) == "harm" or DIED.search(claim.sentence) is not None
    return hurt and not _ALIVE.search(claim.sentence)


def _called_so(claim: AgeClaim, other: AgeClaim, noun: str, story: Story) -> bool:
    """Whether the unnamed person is the named one: harmed or held alike, told of in like words, or "the pilot" in both."""
    if plight(claim) == plight(other) != "" or story.similarity(claim, other) >= _ALIKE:
        return True
    the = f"the {noun}"
    titled = f"{noun} {other.subject.split()[0].lower()}"  # "Mayor Ada Quill, 51"
    said = other.sentence.lower()
    return the in claim.sentence.lower() and (the in said or titled in said)
