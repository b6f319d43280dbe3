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

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from reconcile.align.clusters import decide
from reconcile.align.entities import Entity
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.language.gazetteer import name_set
from reconcile.language.same_thing import telling_words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted

CODE = "NAM603"
KIND = "name"
VERDICT: Verdict = "explained"

_KINDS = ("organization", "place", "work", "event", "vessel", "award", "treaty", "other")
_NAMED = ("short", "order", "acronym", "file")


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference per body, venue, work or treaty with names that differ by more than spelling."""
    for entity in story.entities.all:
        if entity.kind in _KINDS:
            yield from _names(story, entity)
    yield from _glossed(story)


def _glossed(story: Story) -> Iterator[Difference]:
    """Titles that an article gives in another language with a rendering, which other articles use alone."""
    known: dict[tuple[str, ...], list[NameClaim]] = defaultdict(list)
    claims = [c for c in story.of(NameClaim) if c.kind not in ("country", "people", "organization")]
    for claim in claims:
        known[tuple(sorted(telling_words(claim.value)))].append(claim)
    seen: set[str] = set()
    for first, second in _glosses(story, claims):
        used = [
            c
            for c in known[tuple(sorted(telling_words(second.value)))]
            if c.span.article != first.span.article
        ]
        if first.value in seen or not any(c.kind == "work" for c in used):
            continue
        seen.add(first.value)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"What else is “{used[0].value}” called?",
            sides=(
                DraftSide(value=first.value, claims=(first,)),
                DraftSide(value=used[0].value, claims=tuple(used)),
            ),
            verdict="explained",
            reason="translation",
            because=f"“{first.value}” is glossed as “{used[0].value}”: one title in two languages.",
            confidence=0.85,
            settled=True,
        )


def _glosses(story: Story, claims: list[NameClaim]) -> Iterator[tuple[NameClaim, NameClaim]]:
    """Names followed by another one in brackets: "Fjordbrev (The Silent Fjord)"."""
    for first, second in pairwise(claims):
        if first.span.article != second.span.article or not 0 < second.span.start - first.span.end <= _GAP:
            continue
        text = story.article(first).text
        between, after = text[first.span.end : second.span.start], text[second.span.end : second.span.end + 1]
        bracket = between.strip(' "“”').removesuffix("The").strip(' "“”') == "(" and after in (")", '"', "”")
        if bracket and " " in second.value and not second.value.isupper() and first.kind in ("other", "work"):
            yield first, second


_GAP = 8  # characters between a title and its rendering


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
