"""Official, short and generic names of one body, venue, work or treaty.

Finds things that the sources call by names that share their telling words: the full and the short name of a hotel
or a school, a company with and without its legal form, a book title rendered twice, a treaty by its official name,
cut short, or by a label such as "the 1961 pact", a title in two languages that one source glosses. They are one thing
under several names, and explained as such.

```yaml
articles:
  - {id: a, text: "The ring was stolen from the Marlow Grand Intercontinental Hotel on Monday."}
  - {id: b, text: "Thieves took the ring from the Marlow Grand Hotel."}
findings:
  - {verdict: explained, reason: alias, sides: [["Marlow Grand Intercontinental Hotel"], ["Marlow Grand Hotel"]]}
```
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations, pairwise

from reconcile.align.clusters import decide
from reconcile.align.entities import Entity
from reconcile.align.places.treaties import labelled
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.language.names.gazetteer import given_names, name_set
from reconcile.language.names.same_thing import telling_words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "NAM603"
KIND = "name"
VERDICT: Verdict = "explained"

_KINDS = ("organization", "place", "work", "event", "vessel", "award", "treaty", "other")
_NAMED = ("short", "order", "acronym", "file", "number")


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference per body, venue, work or treaty with names that differ by more than spelling."""
    for entity in story.entities.all:
        if entity.kind in _KINDS:
            yield from _names(story, entity)
    yield from _glossed(story)
    for pair, proper, labels in labelled(story):
        name, label = proper[0].value, labels[0].value
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"What else is “{name}” called?",
            sides=(
                DraftSide(value=name, claims=tuple(proper)),
                DraftSide(value=label, claims=tuple(labels)),
            ),
            verdict="explained",
            reason="alias",
            because=f"“{name}” and “{label}” are both said of the treaty between {' and '.join(sorted(pair))}.",
            confidence=0.8,
            settled=True,
        )


def _glossed(story: Story) -> Iterator[Difference]:
    """Names beside which an article puts another one in brackets, which other articles use alone."""
    known: dict[tuple[str, ...], list[NameClaim]] = defaultdict(list)
    claims = [c for c in story.of(NameClaim) if c.kind not in ("country", "people")]
    for claim in claims:
        known[tuple(sorted(telling_words(claim.value)))].append(claim)
    seen: set[str] = set()
    for first, second in chain(_glosses(story, claims), _titles(story, claims)):
        for one, other in ((first, second), (second, first)):
            used = [
                c
                for c in known[tuple(sorted(telling_words(other.value)))]
                if c.span.article != one.span.article
            ]
            title = any(c.kind == "work" for c in (second, *used))
            if one.value in seen or not used or not (title or _numbered(first, second)):
                continue
            seen.update((one.value, other.value))
            yield _bracketed(one, used, title=title)


def _numbered(one: NameClaim, other: NameClaim) -> bool:
    """Whether one of two names ends in a number, as a school's or a prison's."""
    return one.value[-1:].isdigit() != other.value[-1:].isdigit()


def _bracketed(first: NameClaim, used: list[NameClaim], *, title: bool) -> Difference:
    shown = f"“{first.value}” is glossed as “{used[0].value}”: "
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"What else is “{used[0].value}” called?",
        sides=(
            DraftSide(value=first.value, claims=(first,)),
            DraftSide(value=used[0].value, claims=tuple(used)),
        ),
        verdict="explained",
        reason="translation" if title else "alias",
        because=shown + ("one title in two languages." if title else "one house under two names."),
        confidence=0.85,
        settled=True,
    )


def _glosses(story: Story, claims: list[NameClaim]) -> Iterator[tuple[NameClaim, NameClaim]]:
    """Names followed by another one in brackets: "Fjordbrev (The Silent Fjord)", "School No. 12 (Gorky Lyceum)"."""
    for first, second in pairwise(claims):
        if first.span.article != second.span.article or not 0 < second.span.start - first.span.end <= _GAP:
            continue
        text = story.article(first).text
        between, after = text[first.span.end : second.span.start], text[second.span.end : second.span.end + 1]
        bracket = between.strip(' "“”').removesuffix("The").strip(' "“”') == "(" and after in (")", '"', "”")
        if not bracket or second.value.isupper():
            continue
        if _numbered(first, second) or (" " in second.value and first.kind in ("other", "work")):
            yield first, second


def _titles(story: Story, claims: list[NameClaim]) -> Iterator[tuple[NameClaim, NameClaim]]:
    """Titles of works that an article has in brackets behind a name in another language: "Kolo i vatra (Wheel and Fire)"."""
    works = {claim.value: claim for claim in claims if claim.kind == "work"}
    if not works:
        return
    by_article: dict[str, list[NameClaim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.span.article].append(claim)
    for article, held in by_article.items():
        text = story.articles[article].text
        starts = [claim.span.start for claim in held]
        for value, work in works.items():
            at = text.find(f"({value})")
            before = held[index - 1] if at > 0 and (index := bisect(starts, at)) else None
            if before is not None and _FOREIGN.fullmatch(text, before.span.end, at) and _may_be_title(before):
                yield before, work


def _may_be_title(claim: NameClaim) -> bool:
    """Whether a name may be one of a work: it is no known person's."""
    return claim.kind != "person" or claim.value.split()[0].lower() not in given_names()


_GAP = 8  # characters between a title and its rendering
_FOREIGN = regex(
    r"[\"”]?(?: [^\W\d_]+){0,4}[\"”]? "
)  # the rest of a title whose last words are not capitalized


def _names(story: Story, entity: Entity) -> Iterator[Difference]:
    forms: dict[str, list[NameClaim]] = defaultdict(list)
    for claim in story.entities.claims_of(entity):
        forms[_key(entity.kind, claim)].append(claim)
    if len(forms) < 2:
        return
    shown = {key: max((c.value for c in claims), key=len) for key, claims in forms.items()}
    pairs = [
        (a, b, decide((entity.kind, shown[a]), (entity.kind, shown[b]), story.aliases))
        for a, b in combinations(forms, 2)
    ]
    telling = [
        found
        for a, b, found in pairs
        if found.verdict == "same"
        and found.how in _hows(entity.kind)
        and not (found.how == "acronym" and _introduced(forms[a], forms[b]))
    ]
    if not telling and entity.kind != "treaty":
        return
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"What else is “{entity.name}” called?",
        sides=tuple(DraftSide(value=shown[key], claims=tuple(claims)) for key, claims in forms.items()),
        because=f"{quoted(shown.values())} stand for one and the same.",
        confidence=0.85,
        doubtful=True,
        whole=True,
        names=tuple(telling),
    )


def _hows(kind: str) -> tuple[str, ...]:
    """The ways in which names may differ to be two names; how places are spelled is NAM601's business."""
    return _NAMED if kind in ("place", "other") else (*_NAMED, "style", "translation", "transliteration")


def _key(kind: str, claim: NameClaim) -> str:
    """Equal for names that a reader takes for the same words; a bare "the treaty" is no name of its own."""
    words = claim.subject if kind == "treaty" and " " not in claim.value else claim.value
    plain = words.replace("’", "'").replace("-", " ").lower().removeprefix("the ").split()
    if "police" in plain:
        plain = [word for word in plain if word.strip(".") not in ("department", "dept", "force")]
    return " ".join(word for word in plain if word.strip(".,") not in name_set("company_forms")) or words


def _introduced(first: list[NameClaim], second: list[NameClaim]) -> bool:
    """Whether one article uses both names, so that its readers know the short one."""
    return not {c.span.article for c in first}.isdisjoint(c.span.article for c in second)
