"""Two ages for one person.

Finds people whose age differs between articles, or inside one article. A birthday between two publication
dates explains one year, not of the dead; so does a headline count of years that a longer time allows. Ages at an earlier time
("at age 12", "was 33 when") do not take part. Ages of people who are not named are compared where both
articles speak of the one person of that description: "his 11-year-old son", "a boy of 12"; those of the youngest and
the oldest of the dead, the injured or those arrested where each article tells one. An age that a report
says was given first, and is no longer, is an update.

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
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from reconcile.align.persons.aged import corrected, people
from reconcile.align.persons.dead import dead_in_all, published
from reconcile.align.persons.spreads import spreads
from reconcile.align.persons.unnamed import unnamed
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex

CODE = "AGE551"
KIND = "age"
VERDICT = "contradiction"

_BIRTHDAY = regex(r"\b(?:turn(?:ed|s)|birthday)\b", re.I)
_DIGIT = regex(r"\d")
_SOON = timedelta(days=14)  # a birthday inside so short a time is possible, but a slip is much likelier


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per person whose ages do not agree, and per verdict."""
    for name, claims in _persons(story):
        wrong = [claim for claim in claims if corrected(claim)]
        if wrong:
            yield from _taken_back(name, claims, wrong)
        for mine in _each_own(claims) if wrong else [claims]:
            yield from _person(name, [claim for claim in mine if claim not in wrong], story)
    for one, other, end, group in spreads(story):
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"How old was the {end} of the {group}?",
            sides=tuple(DraftSide(value=str(told), claims=(told,)) for told in (one, other)),
            verdict="contradiction",
            because=f"{one.span.quote!r} and {other.span.quote!r} differ on the {end} of the {group}.",
            confidence=0.75,
            settled=True,
        )


def _persons(story: Story) -> Iterator[tuple[str, list[AgeClaim]]]:
    """Who has ages, with these: an unnamed person of two ages that one article's named one has too is the named one."""
    named = people(story)
    nameless = []
    for called, claims in unnamed(story):
        home = next((own for own in named.values() if _are_of(claims, own)), None)
        if home is None:
            nameless.append((called, claims))
        else:
            home += [claim for claim in claims if claim not in home]
    yield from named.items()
    yield from nameless


def _are_of(claims: list[AgeClaim], own: list[AgeClaim]) -> bool:
    """Whether the ages without a name are among those of somebody named, one of them in an article that names him."""
    values = {str(claim) for claim in claims}
    told = {(claim.span.article, str(claim)) for claim in own}
    beside = any((claim.span.article, str(claim)) in told for claim in claims)
    return beside and len(values) > 1 and values <= {str(claim) for claim in own}


def _taken_back(name: str, claims: list[AgeClaim], wrong: list[AgeClaim]) -> Iterator[Difference]:
    """The age that was given first and the one that replaces it, by the words of the report that does."""
    first = wrong[0]
    before = [claim for claim in claims if claim.value.meets(first.value)]
    after = [c for c in claims if not c.value.meets(first.value) and c.span.article == first.span.article]
    after += [c for c in claims if after and c not in after and c.value.meets(after[0].value)]
    if after:
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"How old is {name}?",
            sides=(
                DraftSide(value=str(first), claims=tuple(before)),
                DraftSide(value=str(after[0]), claims=tuple(after)),
            ),
            verdict="explained",
            reason="update",
            because=f"{first.sentence!r} says that {first} was given first; {after[0].span.quote!r} replaces it.",
            confidence=0.9,
            settled=True,
        )


def _each_own(claims: list[AgeClaim]) -> list[list[AgeClaim]]:
    """The claims by article: where an age was taken back, only an article that still gives both contradicts itself."""
    by_article: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.span.article].append(claim)
    return list(by_article.values())


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
        return _coarser(first, second)
    low, high = sorted((first, second), key=lambda side: side[0].value.low or 0)
    gap = _gap(low[0].value, high[0].value)
    spans = [(published(story, x), published(story, y)) for x in low for y in high]
    known = [(x, y) for x, y in spans if x is not None and y is not None]
    grown = [y - x for x, y in known if y - x > _SOON]
    said = f"{low[0].span.quote!r} against {high[0].span.quote!r}"
    if gap == 1 and grown and dead_in_all(story, [*low, *high]):
        return "contradiction", None, f"{said}: one year apart, of somebody whose death both follow."
    birthday = next(  # "would have turned 49" tells of one to come
        (
            c
            for c in high
            if _BIRTHDAY.search(c.span.quote) and (str(c) in c.span.quote or not _DIGIT.search(c.span.quote))
        ),
        None,
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
        because = f"{said}: one year apart in articles {days} days apart; a birthday between them is possible, but a slip is likelier."
        return "tension", None, because
    if not known and gap <= 1:
        return (
            "unresolved",
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


def _coarser(first: list[AgeClaim], second: list[AgeClaim]) -> tuple[str, str | None, str] | None:
    """An age that is told in years and, elsewhere, as a decade or a part of one; None where both are years."""
    wide, exact = (first, second) if second[0].value.exact else (second, first)
    if wide[0].value.exact or not exact[0].value.exact:
        return None
    because = f"{exact[0].span.quote!r} gives in years what {wide[0].span.quote!r} tells roughly."
    return "explained", "precision", because


def _gap(low: Amount, high: Amount) -> int:
    return int((high.low or 0) - (low.high or 0))


def _aged(passed: timedelta, years: int) -> bool:
    """Whether somebody can grow `years` older in the time passed."""
    return timedelta(days=365.25 * (years - 1)) <= passed <= timedelta(days=365.25 * (years + 1))
