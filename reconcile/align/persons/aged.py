"""Whose the ages of a story are: the age claims that give a name, by person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.language.names.gazetteer import given_names
from reconcile.language.names.lore import compare
from reconcile.values.regex import regex
from reconcile.values.romanization import folded


def people(story: Story) -> dict[str, list[AgeClaim]]:
    """The age claims of each named person, keyed by the fullest name; ages of the past and of groups left out."""
    by_surname: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        if claim.subject and not claim.then and not claim.plural:
            by_surname[_parts(claim.subject)[-1]].append(claim)
    found: dict[str, list[AgeClaim]] = {}
    for surnames in _spellings(sorted(by_surname)):
        found.update(_split([claim for surname in surnames for claim in by_surname[surname]], story))
    return {
        name: _certain(claims)
        for name, claims in _with_given_names(_with_initials(_with_both_names(found)), story).items()
    }


def _certain(claims: list[AgeClaim]) -> list[AgeClaim]:
    """The claims without those that tell an age without the full name where their article tells another with it."""
    named: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in claims:
        if _by_name(claim):
            named[claim.span.article].append(claim)
    return [
        claim
        for claim in claims
        if _by_name(claim) or all(_may_be_one(claim, other) for other in named[claim.span.article])
    ]


def _by_name(claim: AgeClaim) -> bool:
    """Whether the words of the claim hold the given and the family name."""
    said = set(_WORD.findall(folded(claim.span.quote)))
    parts = _parts(claim.subject)
    return parts[-1] in said and len(said & set(parts)) > 1


def _may_be_one(claim: AgeClaim, named: AgeClaim) -> bool:
    """Whether an age without the full name can be that of the one who bears it: the same age, or nearly that with the
    given name, which a father and his child may share, but no two of one age.
    """
    if claim.value.meets(named.value):
        return True
    given = set(_parts(claim.subject)[:-1]) & set(_WORD.findall(folded(claim.span.quote)))
    return bool(given) and _near(claim, named)


def _near(claim: AgeClaim, named: AgeClaim) -> bool:
    mine, other = claim.value.point, named.value.point
    return mine is not None and other is not None and abs(mine - other) <= _NEAR_AGES


_NEAR_AGES = 5


def _with_both_names(found: dict[str, list[AgeClaim]]) -> dict[str, list[AgeClaim]]:
    """The persons, those told by the first of their two family names put to the one who has both."""
    both: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in found:
        if len(parts := _parts(name.replace("-", " "))) == 3:
            both[tuple(parts[:2])].append(name)
    for name in [n for n in found if tuple(_parts(n)) in both]:
        meant = both[tuple(_parts(name))]
        if len(meant) == 1 and not any(_two(a, b) for a in found[meant[0]] for b in found[name]):
            found[meant[0]].extend(found.pop(name))
    return found


def _with_initials(found: dict[str, list[AgeClaim]]) -> dict[str, list[AgeClaim]]:
    """The persons, those whose surname is kept back ("Josef A.") put to the one person whom that can mean."""
    for name in [n for n in found if len(_parts(n)[-1]) == 1 and len(_parts(n)) > 1]:
        *given, initial = _parts(name)
        meant = [n for n in found if n != name and _parts(n)[0] == given[0] and _parts(n)[-1][0] == initial]
        if len(meant) == 1:
            found[meant[0]].extend(found.pop(name))
    return found


def _with_given_names(found: dict[str, list[AgeClaim]], story: Story) -> dict[str, list[AgeClaim]]:
    """The persons, those called by a given name alone ("her brother, Bo") put to the one whose name their article has."""
    for name in [n for n in found if " " not in n and n.lower() in given_names()]:
        meant = [n for n in found if " " in n and _given_name(_parts(n)[0], name)]
        texts = [story.article(claim).text for claim in found[name]]
        short = len(meant) == 1 and _parts(meant[0])[0] != name.lower()
        if short and not any(_near(claim, other) for claim in found[name] for other in found[meant[0]]):
            continue  # Mia, 2, is not Marie, 84
        if len(meant) == 1 and all(meant[0].split()[-1] in text for text in texts):
            found[meant[0]].extend(found.pop(name))
    return found


def _given_name(given: str, said: str) -> bool:
    """Whether two given names are one, or the one a short form of the other: Chris, Christopher."""
    return given == said.lower() or compare(f"{given} Ek", f"{said} Ek").how == "nickname"


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
        homes = (
            n
            for n in full
            if (_same_given(_parts(full[n][0].subject), parts) or _one(full[n][0], claim, story))
            and not any(_two(claim, other) for other in full[n])
        )
        home = min(homes, key=lambda n: min(_apart(claim, other) for other in full[n]), default=None)
        own = f"{claim.subject} ({claim})" if claim.subject in full else claim.subject
        full.setdefault(home or own, []).append(claim)
    if bare and len(full) == 1:
        next(iter(full.values())).extend(bare)
    elif bare and not full:
        full[bare[0].subject] = bare
    return full


def _two(first: AgeClaim, second: AgeClaim) -> bool:
    """Whether one article tells the ages of two names, or two ages of one a generation apart: father and son."""
    if compare(first.subject, second.subject).how == "suffix":
        return True
    if first.span.article != second.span.article or first.value.meets(second.value):
        return False
    if _parts(first.subject)[0] != _parts(second.subject)[0]:
        return True
    turned = sorted(str(first.value.point)) == sorted(str(second.value.point))
    return not turned and _apart(first, second) >= _GENERATION


def _apart(first: AgeClaim, second: AgeClaim) -> int:
    """How many years lie between two ages; none where one is not told in years."""
    mine, other = first.value.point, second.value.point
    return int(abs(mine - other)) if mine is not None and other is not None else 0


_GENERATION = 15  # years


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
    words = [w.strip("'’-") for w in _WORD.findall(folded(bare))]
    return [w for w in words if w and w not in _SUFFIXES] or [name.lower()]


def _same_given(first: list[str], second: list[str]) -> bool:
    """Whether two names of one surname may be one person: the first given name agrees, or is an initial of it."""
    a, b = first[0], second[0]
    if first[-1] != second[-1]:
        from rapidfuzz import fuzz  # imported where it is needed: it costs the start

        return fuzz.ratio(a, b) >= _ONE_GIVEN_NAME  # Andriy Koval, Andrei Kowal: two ways to write one name
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


_SAID = r"(?:said|says|reported|gave|given|listed|described|identified|stated|told|believed|thought|put)"
_FIRST = r"(?:initially|originally|at first|previously|earlier|mistakenly|wrongly|erroneously|incorrectly)"
_CORRECTED = regex(rf"\b(?:{_FIRST} (?:been )?{_SAID}|{_SAID} {_FIRST})\b[^.;]{{0,60}}\Z", re.I)


def corrected(claim: AgeClaim) -> bool:
    """Whether the words before an age say that it was given before and is no longer."""
    return _CORRECTED.search(claim.sentence[: claim.span.start - claim.sentence_start]) is not None
