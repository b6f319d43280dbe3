"""Two ages for one person.

Finds people whose age differs between articles, or inside one article. A birthday between two publication
dates explains one year; so does a headline count of years that a longer time allows. Ages at an earlier time
("at age 12", "was 33 when") do not take part. Ages of people who are not named are compared where both
articles speak of the one person of that description.

Why it matters: ages are copied by hand from police sheets and family members, and are the most common slip of
all. A difference says that one of the articles did not check, or that two people have been merged.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "Ada Quill, 41, was pulled from the river on Friday."}
  - {id: b, publisher: Tern Daily, published: 2024-03-02, text: "Ada Quill, 43, was pulled from the river on Friday."}
findings:
  - {verdict: contradiction, sides: [["Ada Quill, 41"], ["Ada Quill, 43"]]}
```
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from reconcile.align.plights import plight
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.language.lore import compare
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex

CODE = "AGE551"
KIND = "age"
VERDICT = "contradiction"

_BIRTHDAY = regex(r"\b(?:turn(?:ed|s)|birthday)\b", re.I)
_SOON = timedelta(days=14)  # a birthday inside so short a time is possible, but a slip is much likelier


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per person whose ages do not agree, and per verdict."""
    for name, claims in people(story).items():
        yield from _person(name, claims, story)
    yield from _unnamed(story)


_ALIKE = 0.3  # how alike the words around two ages must be before they are of one unnamed person
# What many are at once: the noun alone tells no one.
_CROWD = frozenset(
    [
        "man",
        "woman",
        "boy",
        "girl",
        "child",
        "person",
        "people",
        "victim",
        "suspect",
        "student",
        "officer",
        "soldier",
        "player",
        "resident",
        "worker",
        "member",
        "teenager",
        "teen",
        "youth",
        "adult",
        "male",
        "female",
        "brother",
        "sister",
        "son",
        "daughter",
        "mother",
        "father",
        "wife",
        "husband",
        "driver",
        "passenger",
        "baby",
        "toddler",
        "friend",
        "relative",
        "neighbor",
        "neighbour",
        "patient",
        "fan",
        "protester",
        "candidate",
        "official",
        "leader",
        "head",
        "chief",
    ]
)


def _unnamed(story: Story) -> Iterator[Difference]:
    """Yields differences between the ages of persons whom an article does not name: "a woman in her 20s", "a woman of
    34"; "a firefighter aged 29" and the one firefighter whom another article names."""
    by_noun: dict[str, list[AgeClaim]] = defaultdict(list)
    named: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        if claim.then or claim.plural:
            continue
        if not claim.subject and claim.noun:
            by_noun[claim.noun].append(claim)
        elif claim.subject:
            for noun in story.reading(claim.span.article).document.antecedents.called(claim.subject):
                named[noun].append(claim)
    for noun in sorted(by_noun):
        claims = by_noun[noun]
        counts = Counter(claim.span.article for claim in claims)
        alone = [c for c in claims if counts[c.span.article] == 1][:_MANY]
        for first, second in combinations(alone, 2):
            apart = {plight(first), plight(second)} == {"harm", "custody"}
            if _differ(first, second) and not apart and story.similarity(first, second) >= _ALIKE:
                yield from _person(f"the {noun}", [first, second], story)
        if noun not in _CROWD:
            yield from _called(story, noun, alone, named.get(noun, []))


def _called(story: Story, noun: str, unnamed: list[AgeClaim], named: list[AgeClaim]) -> Iterator[Difference]:
    """The difference between the ages of the one person whom articles call by a noun, some by name."""
    people = {claim.subject for claim in named}
    if len(people) != 1 or {c.span.article for c in named} & {c.span.article for c in unnamed}:
        return
    like = [
        claim
        for claim in unnamed
        if any(
            _differ(claim, other)
            and (plight(claim) == plight(other) != "" or story.similarity(claim, other) >= _ALIKE)
            for other in named
        )
    ]
    if like:
        yield from _person(f"the {noun}", [*like, *named], story)


def _differ(first: AgeClaim, second: AgeClaim) -> bool:
    return first.span.article != second.span.article and not first.value.meets(second.value)


_MANY = 12


def people(story: Story) -> dict[str, list[AgeClaim]]:
    """The age claims of each named person, keyed by the fullest name; ages of the past and of groups left out."""
    by_surname: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        if claim.subject and not claim.then and not claim.plural:
            by_surname[_parts(claim.subject)[-1]].append(claim)
    found: dict[str, list[AgeClaim]] = {}
    for surnames in _spellings(sorted(by_surname)):
        found.update(_split([claim for surname in surnames for claim in by_surname[surname]], story))
    return {name: _certain(claims) for name, claims in _with_initials(found).items()}


def _certain(claims: list[AgeClaim]) -> list[AgeClaim]:
    """The claims without those that tell an age without the full name where their article tells another with it."""
    named: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in claims:
        if _by_name(claim):
            named[claim.span.article].append(claim)
    return [
        claim
        for claim in claims
        if _by_name(claim) or all(claim.value.meets(other.value) for other in named[claim.span.article])
    ]


def _by_name(claim: AgeClaim) -> bool:
    """Whether the words of the claim hold the given and the family name."""
    said = set(_WORD.findall(claim.span.quote.lower()))
    parts = _parts(claim.subject)
    return parts[-1] in said and len(said & set(parts)) > 1


def _with_initials(found: dict[str, list[AgeClaim]]) -> dict[str, list[AgeClaim]]:
    """The persons, those whose surname is kept back ("Josef A.") put to the one person whom that can mean."""
    for name in [n for n in found if len(_parts(n)[-1]) == 1 and len(_parts(n)) > 1]:
        *given, initial = _parts(name)
        meant = [n for n in found if n != name and _parts(n)[0] == given[0] and _parts(n)[-1][0] == initial]
        if len(meant) == 1:
            found[meant[0]].extend(found.pop(name))
    return found


def _spellings(surnames: list[str]) -> Iterator[list[str]]:
    """The surnames grouped: those that differ by one letter are spellings of one name."""
    left = list(surnames)
    while left:
        first = left.pop(0)
        group = [first]
        if len(first) >= _LONG_NAME - 1 and left:
            from rapidfuzz.distance import Levenshtein  # imported where it is needed: it costs the start

            group += [
                s
                for s in left
                if s[0] == first[0]
                and (len(s) >= _LONG_NAME or s.startswith(first) or first.startswith(s))
                and Levenshtein.distance(s, first, score_cutoff=1) <= 1
            ]
            left = [s for s in left if s not in group]
        yield group


_LONG_NAME = 5
_ONE_GIVEN_NAME = 60


def _split(claims: list[AgeClaim], story: Story) -> dict[str, list[AgeClaim]]:
    """The claims of one surname, apart by given name; a bare surname joins when only one person bears it."""
    full: dict[str, list[AgeClaim]] = {}
    bare = []
    for claim in sorted(claims, key=lambda c: (-len(_parts(c.subject)), c.span.article, c.span.start)):
        parts = _parts(claim.subject)
        if len(parts) == 1:
            bare.append(claim)
            continue
        home = next(
            (
                n
                for n in full
                if (_same_given(_parts(n), parts) or _one(full[n][0], claim, story))
                and not any(_two(claim, other) for other in full[n])
            ),
            None,
        )
        full.setdefault(home or claim.subject, []).append(claim)
    if bare and len(full) == 1:
        next(iter(full.values())).extend(bare)
    elif bare and not full:
        full[bare[0].subject] = bare
    return full


def _two(first: AgeClaim, second: AgeClaim) -> bool:
    """Whether one article tells the ages of two names, so that they are two: father and son."""
    return (
        first.span.article == second.span.article
        and first.subject != second.subject
        and _parts(first.subject)[0] != _parts(second.subject)[0]
        and not first.value.meets(second.value)
    )


def _one(first: AgeClaim, second: AgeClaim, story: Story) -> bool:
    """Whether the story takes two full names for one person's: two ways to write it."""
    a, b = first.span.article, second.span.article
    if story.entities.same(first.subject, a, second.subject, b) == "same":
        return True
    given = _parts(first.subject)[0], _parts(second.subject)[0]
    long = min(map(len, given)) > _LONG_NAME and sorted(given[0]) == sorted(given[1])  # letters turned round
    return long and compare(first.subject, second.subject).how == "slip"


_WORD = regex(r"[\wÀ-ÿ'’-]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def _parts(name: str) -> list[str]:
    bare = re.sub(r"[\"“‘(][^\"”’)]*[\"”’)]", " ", name)
    words = [w.strip("'’-") for w in _WORD.findall(bare.lower())]
    return [w for w in words if w and w not in _SUFFIXES] or [name.lower()]


def _same_given(first: list[str], second: list[str]) -> bool:
    """Whether two names of one surname may be one person: the first given name agrees, or is an initial of it."""
    a, b = first[0], second[0]
    if first[-1] != second[-1]:
        from rapidfuzz import fuzz  # imported where it is needed: it costs the start

        return fuzz.ratio(a, b) >= _ONE_GIVEN_NAME  # Andriy Koval, Andrei Kowal: two ways to write one name
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _person(name: str, claims: list[AgeClaim], story: Story) -> Iterator[Difference]:
    sides: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in claims:
        sides[str(claim)].append(claim)
    if len(sides) < 2:
        return
    outcomes: dict[tuple[str, str | None], list[tuple[str, str, str]]] = defaultdict(list)
    for first, second in combinations(sides, 2):
        decided = _verdict(sides[first], sides[second], story)
        if decided:
            outcomes[decided[:2]].append((first, second, decided[2]))
    for (verdict, reason), pairs in outcomes.items():
        taking_part = [v for v in sides if any(v in pair[:2] for pair in pairs)]
        yield from _each_article(
            Difference(
                rule=CODE,
                kind=KIND,
                question=f"How old is {name}?",
                sides=tuple(DraftSide(value=v, claims=tuple(sides[v])) for v in taking_part),
                verdict=verdict,  # type: ignore[arg-type]  # the key of `outcomes` holds the literal
                reason=reason,
                because=" ".join(dict.fromkeys(pair[2] for pair in pairs)),
                confidence=0.9 if verdict == "contradiction" else 0.85,
                settled=True,
            )
        )


def _each_article(difference: Difference) -> Iterator[Difference]:
    """The difference, once per article when every article gives all the values: each contradicts itself."""
    articles = [dict.fromkeys(c.span.article for c in side.claims) for side in difference.sides]
    if len(articles[0]) < 2 or any(set(found) != set(articles[0]) for found in articles):
        yield difference
        return
    for article in articles[0]:
        sides = (
            replace(s, claims=tuple(c for c in s.claims if c.span.article == article))
            for s in difference.sides
        )
        yield replace(difference, sides=tuple(sides))


def _verdict(
    first: list[AgeClaim], second: list[AgeClaim], story: Story
) -> tuple[str, str | None, str] | None:
    """Verdict, reason and sentence for two ages of one person; None when they agree."""
    a, b = first[0].value, second[0].value
    if a.meets(b):
        return None
    low, high = sorted((first, second), key=lambda side: side[0].value.low or 0)
    gap = _gap(low[0].value, high[0].value)
    spans = [(_published(x, story), _published(y, story)) for x in low for y in high]
    known = [(x, y) for x, y in spans if x is not None and y is not None]
    grown = [y - x for x, y in known if y - x > _SOON]
    said = f"{low[0].span.quote!r} against {high[0].span.quote!r}"
    birthday = next(  # "would have turned 49" tells of one to come
        (c for c in high if _BIRTHDAY.search(c.span.quote) and str(c) in c.span.quote), None
    )
    if birthday is not None and gap == 1 and known and all(y > x for x, y in known):
        because = f"{said}: {birthday.span.quote!r} tells of the birthday between the two reports."
        return "explained", "update", because
    if len(known) == len(spans) and known and all(_aged(y - x, gap) and y - x > _SOON for x, y in known):
        days = max(grown).days
        return (
            "explained",
            "update",
            f"{said}: the articles are {days} days apart, and a birthday lies between them.",
        )
    exact = a.exact and b.exact and gap == 1
    if exact and known and all(timedelta(days=1) < y - x <= _SOON for x, y in known):
        days = max(grown_days for x, y in known if (grown_days := (y - x).days))
        because = f"{said}: one year apart in articles {days} day{'s' if days > 1 else ''} apart; a birthday between them is possible."
        return "tension", None, because
    if not known and gap <= 1:
        return (
            "tension",
            None,
            f"{said}: one year apart, and without publication dates a birthday cannot be ruled out.",
        )
    if known and any(_aged(y - x, gap) and y - x > _SOON for x, y in known):
        clash = [1 for x, y in known if not (_aged(y - x, gap) and y - x > _SOON)]
        if not clash:
            return "explained", "update", f"{said}: a birthday lies between the articles."
    return (
        "contradiction",
        None,
        f"{said}: {gap} year{'s' if gap != 1 else ''} apart, which the dates of the articles do not account for.",
    )


def _gap(low: Amount, high: Amount) -> int:
    return int((high.low or 0) - (low.high or 0))


def _aged(passed: timedelta, years: int) -> bool:
    """Whether somebody can grow `years` older in the time passed."""
    return timedelta(days=365.25 * (years - 1)) <= passed <= timedelta(days=365.25 * (years + 1))


def _published(claim: AgeClaim, story: Story) -> timedelta | None:
    published = story.article(claim).published
    if published is None or published.interval.start is None:
        return None
    moment = published.interval.start
    return timedelta(days=moment.toordinal())
