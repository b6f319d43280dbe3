"""Different names for what must be one person.

Finds two persons whom different articles give one family name (or one given name), one age and one place in the
story, but another first (or last) name: the man of 34 who was shot is Mark Reed in one and Luke Reed in the other. One family
name and one post do as well as an age: Prosecutor Ada Reed, Prosecutor Ida Reed; so does one companion in custody. Houses that share
their name and are of two kinds are found too: the Vell Harbour Bank, the Vell Harbour Credit Union; and companies that a word apart names:
Brightkeel Systems, Brightkeel Solutions.
Names that are forms of each other are one name, and no conflict.

```yaml
articles:
  - {id: a, text: "Mark Teel, 34, was shot dead outside the Anchor bar in Dunmore on Friday night."}
  - {id: b, text: "Luke Teel, 34, was shot dead outside the Anchor bar in Dunmore on Friday night."}
findings:
  - {verdict: contradiction, sides: [["Mark Teel"], ["Luke Teel"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from reconcile.align.entities import Entity
from reconcile.align.persons.holders import one_body
from reconcile.align.persons.namesakes import bearers, given_alike, one_bearer, sexes_apart
from reconcile.align.persons.plights import plight
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.claims.fate import FateClaim
from reconcile.claims.name import NameClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.claims.role import RoleClaim
from reconcile.language.names.gazetteer import name_set, names_place
from reconcile.language.names.lore import compare, person_name
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.names import transliterated
from reconcile.values.roles import Role, body_words, wider
from reconcile.values.romanization import folded, sound

CODE = "NAM606"
KIND = "name"
VERDICT: Verdict = "contradiction"

_MANY = frozenset(
    {"officer", "police officer", "official", "member", "player", "soldier", "student", "teacher"}
)
_TRADES = frozenset({"lawyer", "prosecutor", "judge"})  # whom a report calls by the trade, one to a side
_ALIKE = 0.3  # similarity of the sentences that say the age


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per pair of persons of one age who share half a name and their place in the story."""
    aged: dict[str, list[tuple[Entity, AgeClaim]]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        entity = story.entities.of(claim.subject, claim.span.article) if " " in claim.subject else None
        if entity is not None and entity.kind == "person" and claim.value.exact:
            aged[str(claim.value.low)].append((entity, claim))
    seen: set[frozenset[str]] = set()
    for held in aged.values():
        for (one, a), (other, b) in combinations(held, 2):
            pair = frozenset({one.id, other.id})
            if len(pair) < 2 or pair in seen or not _half(one.name, other.name):
                continue
            family = person_name(one.name).surname == person_name(other.name).surname
            like = story.similarity(a, b) >= _ALIKE or (family and plight(a) == plight(b) != "")
            like = like or (not family and _look_alike(one.name, other.name))
            if not like or _met(story, one, other):
                continue
            seen.add(pair)
            yield _difference(
                story,
                one,
                other,
                f"are both {a.value.low} years old and stand in the same words of the story",
            )
    for one, other, office in _in_one_post(story):
        pair = frozenset({one.id, other.id})
        if pair not in seen and not _met(story, one, other):
            seen.add(pair)
            shared = "given" if _look_alike(one.name, other.name) else "family"
            yield _difference(story, one, other, f"share a {shared} name and are both called {office}")

    for one, other in _namesakes(story):
        pair = frozenset({one.id, other.id})
        if pair not in seen:
            seen.add(pair)
            yield _difference(story, one, other, "share a family name that nobody else bears here")
    for one, other, companion in _in_one_company(story):
        pair = frozenset({one.id, other.id})
        if pair not in seen:
            seen.add(pair)
            yield _difference(
                story,
                one,
                other,
                f"share a family name, and both are in the hands of the law with {companion}",
            )
    for one, other in _sole_dead(story):
        pair = frozenset({one.id, other.id})
        if pair not in seen:
            seen.add(pair)
            yield _difference(story, one, other, "share half a name, and each is the one dead of an article")
    yield from _houses(story)


def _sole_dead(story: Story) -> Iterator[tuple[Entity, Entity]]:
    """Pairs of persons of half a name, each of whom is the only dead that some article tells of, named or counted."""
    dead: dict[str, dict[str, tuple[Entity, FateClaim]]] = defaultdict(dict)
    several: set[str] = set()
    for claim in story.of(FateClaim):
        if claim.value == "dead" and claim.polarity:
            entity = story.entities.of(claim.subject, claim.span.article) if " " in claim.subject else None
            if entity is not None and entity.kind == "person":
                dead[claim.span.article].setdefault(entity.id, (entity, claim))
            elif claim.number != 1 and not claim.subject:
                several.add(claim.span.article)
    for count in story.of(QuantityClaim):
        if count.measure == "killed" and count.value.low != 1:
            several.add(count.span.article)
    halves: dict[tuple[str, str], dict[str, tuple[Entity, FateClaim]]] = defaultdict(dict)
    for article, held in dead.items():
        for entity, claim in held.values() if len(held) == 1 and article not in several else ():
            name = person_name(entity.name)
            for half in (
                ("given", folded(" ".join(name.given[:1]))),
                ("family", sound(" ".join(name.surname))),
            ):
                halves[half].setdefault(entity.id, (entity, claim))
    for sharing in halves.values():
        for one, other in combinations(sharing.values(), 2):
            (first, a), (second, b) = sorted((one, other), key=lambda found: found[0].name)
            alike = _half(first.name, second.name) and not sexes_apart(first.name, second.name)
            if alike and story.similarity(a, b) >= _LIKE and not _met(story, first, second):
                yield first, second


_LIKE = 0.1  # similarity of the sentences from which two deaths may be one


def _namesakes(story: Story) -> Iterator[tuple[Entity, Entity]]:
    """Pairs of persons who alone have their family name, and whose given names are easily taken for each other."""
    for held in bearers(story).values():
        if len(held) == 2:
            one, other = held
            alike = given_alike(one.name, other.name) and compare(one.name, other.name).verdict == "different"
            if alike and one_bearer(story, one, other):
                yield one, other


def _in_one_company(story: Story) -> Iterator[tuple[Entity, Entity, str]]:
    """Pairs of persons who alone have their family name, are held, and are named in one sentence with the same third."""
    for held in bearers(story).values():
        if len(held) != 2 or compare(held[0].name, held[1].name).verdict != "different":
            continue
        one, other = held
        if not one_bearer(story, one, other, adults=True) or sexes_apart(one.name, other.name):
            continue
        claims = [story.entities.claims_of(entity) for entity in held]
        if all(any(plight(claim) == "custody" for claim in mine) for mine in claims):
            shared = _company(story, claims[0]) & _company(story, claims[1])
            if shared:
                yield one, other, min(shared)


def _company(story: Story, claims: list[NameClaim]) -> set[str]:
    """Who else is named, as a person and held too, in the sentences of the claims."""
    sentences = {(claim.span.article, claim.sentence_start) for claim in claims}
    subjects = {claim.subject for claim in claims}
    found = set()
    for claim in story.of(NameClaim):
        if claim.kind == "person" and (claim.span.article, claim.sentence_start) in sentences:
            entity = story.entities.of(claim.subject, claim.span.article)
            if entity is not None and claim.subject not in subjects and not claim.title:
                found.add(entity.name)
    return found


def _houses(story: Story) -> Iterator[Difference]:
    """Houses with one name and two kinds: the First Lakes Bank, the First Lakes Credit Union."""
    by_name: dict[tuple[str, str], list[tuple[_Kind, Entity]]] = defaultdict(list)
    for entity in story.entities.all:
        if entity.kind == "person" or " " not in entity.name:
            continue
        words_said = folded(entity.name).replace(".", "").split()
        while words_said[-1] in name_set("company_forms") - _kinds().keys() and len(words_said) > 1:
            del words_said[-1]
        for size in (2, 1):
            kind = " ".join(words_said[-size:])
            rest = [word for word in words_said[:-size] if word not in ("the", "of", "and")]
            if (
                kind in _kinds()
                and len(rest) >= _kinds()[kind].least
                and not names_place(" ".join(rest).title())
            ):
                found = _kinds()[kind]
                short = kind != found.name and kind in name_set("company_forms")
                found = found._replace(mark="~") if short else found  # "Co" stands for either
                by_name[found.sort, " ".join(rest)].append((found, entity))
                break
    for held in by_name.values():
        for (kind_, house), (else_kind, rival) in combinations(held, 2):
            if kind_ != else_kind and not _met(story, house, rival):
                yield _house(story, kind_, house, else_kind, rival)


def _house(story: Story, kind: _Kind, house: Entity, else_kind: _Kind, rival: Entity) -> Difference:
    said = f"{house.name} and {rival.name} share their name, and no article names both: one house, which "
    found = Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is it {house.name} or {rival.name}?",
        sides=tuple(
            DraftSide(value=e.name, claims=tuple(story.entities.claims_of(e))) for e in (house, rival)
        ),
        verdict="contradiction",
        because=f"{said}is a {kind.name} or a {else_kind.name}.",
        confidence=0.65,
        settled=True,
    )
    if "~" not in (kind.mark, else_kind.mark) and kind.mark:
        because = f"{said}has “{kind.name}” or “{else_kind.name}” in its name."
        return replace(found, verdict="tension" if kind.mark == "?" else "contradiction", because=because)
    if not kind.mark:
        return found
    because = f"{said}may be called a {kind.name} and a {else_kind.name}."
    return replace(found, verdict="explained", reason="alias", because=because)


class _Kind(NamedTuple):
    """A kind of house: its sort, its name, how its sort is marked ("~": one house may be of several kinds; "?": the words
    are used loosely; "+": of companies, which one coined word names), and how many words a name has before it."""

    sort: str
    name: str
    mark: str

    @property
    def least(self) -> int:
        return 1 if self.mark in ("~", "+") else 2


@cache
def _kinds() -> dict[str, _Kind]:
    """From the words for a kind of house to the kind; its sort is the first of its line."""
    found: dict[str, _Kind] = {}
    for line in words("house_kinds"):
        mark, _, listed = line.partition(" ") if line[0] in "~?+" else ("", "", line)
        kinds = [[word.strip() for word in kind.split("=")] for kind in listed.split(",")]
        for kind in kinds:
            found.update(dict.fromkeys(kind, _Kind(kinds[0][0], kind[0], mark)))
    return found


def _in_one_post(story: Story) -> Iterator[tuple[Entity, Entity, str]]:
    """Pairs of persons of one family name whom different articles give one post, other than a rank of many."""
    posts: dict[tuple[str, str], list[tuple[Entity, RoleClaim]]] = defaultdict(list)
    for claim in story.of(RoleClaim):
        role, entity = claim.role, story.entities.of(claim.subject, claim.span.article)
        if role is None or role.kin or role.status != "current" or role.office in _MANY:
            continue
        name = person_name(entity.name) if entity is not None and entity.kind == "person" else None
        if entity is None or name is None or name.single:
            continue
        if any(
            given in claim.sentence for given in (name.given[0], *person_name(claim.subject).given[:1])
        ):  # a bare "President Borg" may be a Borg whom the article does not name
            posts[_kind(role.office), sound(name.surname[-1])].append((entity, claim))
            sole = role.single or _kind(role.office) in _TRADES
            if sole and len(folded(name.surname[-1])) > 3:
                posts[_kind(role.office), f"{folded(name.given[0])} …"].append((entity, claim))
    for (office, half), held in posts.items():
        for (one, a), (other, b) in combinations(held, 2):
            if half.endswith("…") and not _look_alike(one.name, other.name):
                continue
            apart = one.id != other.id and a.span.article != b.span.article
            if apart and _one_desk(_roles(held, one), _roles(held, other)) and _half(one.name, other.name):
                yield one, other, office


def _roles(held: list[tuple[Entity, RoleClaim]], who: Entity) -> list[Role]:
    """The roles that the articles give one of those who hold a post, in whatever words."""
    return [claim.role for entity, claim in held if entity.id == who.id and claim.role is not None]


def _one_desk(ours: list[Role], theirs: list[Role]) -> bool:
    """Whether two posts can be of one body, by all words for either; a spokesman for the government, whom another
    article calls a spokesman, is none for the rebels."""
    a, b = (
        frozenset(word for role in roles for word in body_words(role) | frozenset(role.narrow))
        for roles in (ours, theirs)
    )
    return all(one_body(x, y) for x, y in product(ours, theirs)) and (not a or not b or bool(a & b))


def _look_alike(one: str, other: str) -> bool:
    """Whether two family names differ in two letters at most, the first one aside; in three where half is the same."""
    from rapidfuzz.distance import OSA  # imported where it is needed: it costs the start

    a, b = (folded(person_name(name).surname[-1]) for name in (one, other))
    half = min(len(a), len(b)) // 2
    most = 3 if half >= 3 and a[:half] == b[:half] else 2
    return a[0] == b[0] and 0 < OSA.distance(a, b, score_cutoff=most) <= most


def _kind(office: str) -> str:
    """The wider word for a post whose holders are called by either: a defence lawyer is a lawyer."""
    return next(iter(sorted(wider(office) & _TRADES)), office)


def _half(a: str, b: str) -> bool:
    """Whether the names share the family name or the given name, and the other half is another name."""
    one, other = person_name(a), person_name(b)
    if one.single or other.single or compare(a, b).verdict != "different":
        return False
    family = _one_family(" ".join(one.surname), " ".join(other.surname))
    return family or folded(one.given[0]) == folded(other.given[0])


def _one_family(one: str, other: str) -> bool:
    """Whether two family names are one, two spellings of a foreign one included."""
    return folded(one) == folded(other) or (sound(one) == sound(other) and transliterated(one, other))


def _met(story: Story, one: Entity, other: Entity) -> bool:
    """Whether one article names both: then they are two."""
    articles = [{c.span.article for c in story.entities.claims_of(e)} for e in (one, other)]
    return bool(articles[0] & articles[1])


def _difference(story: Story, one: Entity, other: Entity, why: str) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is the name {one.name} or {other.name}?",
        sides=tuple(DraftSide(value=e.name, claims=tuple(story.entities.claims_of(e))) for e in (one, other)),
        verdict="contradiction",
        because=f"{one.name} and {other.name} {why}, and no article names both: one person under two names.",
        confidence=0.7,
        settled=True,
    )
