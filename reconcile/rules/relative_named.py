"""One relative, two names.

Finds who stands in a relation of which a person has one (his wife, her mother, their eldest son) and is named in two
ways: Helena in one article, Elena in another. Forms of one given name are explained; other names are a contradiction.
A first wife and a second, a late husband and the one of today are two, and so are two partners months apart; whom an
article knows by the other name besides is somebody else.

```yaml
articles:
  - {id: a, text: "Ilmar Tosk was buried at Karsk on Friday. His wife, Mary Tosk, laid a wreath."}
  - {id: b, text: "Ilmar Tosk was buried at Karsk on Friday, and a wreath was laid by his wife, Agnes Tosk."}
findings:
  - {verdict: contradiction, sides: [["Mary Tosk"], ["Agnes Tosk"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.persons.holders import holders, succession
from reconcile.align.story import Story
from reconcile.claims.role import RoleClaim
from reconcile.language.names.gazetteer import given_names
from reconcile.language.names.lore import compare, person_name
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.kinship import kin
from reconcile.values.regex import regex
from reconcile.values.romanization import folded
from reconcile.values.same_name import Comparison

CODE = "NAM610"
KIND = "name"
VERDICT: Verdict = "contradiction"

_ONE = frozenset({"mother", "father", "mother-in-law", "father-in-law"})
_ORDER = regex(r"\b(eldest|oldest|youngest|only|first-born|twin)\b")
_TIME = regex(
    r"\b(first|second|third|fourth|fifth|late|former|ex|then|new|current|estranged|present|future|widowed|previous|next|"
    r"step|adoptive|biological|birth|foster)\b"
)
_BEFORE = 24  # characters before a claim in which "former" may stand


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per person and relation of which the articles name the one relative in two ways."""
    for claims in holders(story):
        related: dict[str, list[RoleClaim]] = defaultdict(list)
        for claim in claims:
            if claim.body and (sort := _sort(story, claim)):
                related[sort].append(claim)
        for held in related.values():
            found = next((pair for pair in combinations(held, 2) if _two_names(story, *pair)), None)
            if found is not None:
                yield _difference(story, held, *found)


def _sort(story: Story, claim: RoleClaim) -> str:
    """Of which one relative a claim speaks ("spouse", "eldest son"); empty for a relation that several may have."""
    relation = kin().get(claim.title)
    text = story.article(claim).text[max(0, claim.span.start - _BEFORE) : claim.span.end].lower()
    said = text[: text.rfind(claim.title)] if claim.title in text else text
    if relation is None or _TIME.search(said[-2 * _BEFORE :]):
        return ""
    if relation.single or relation.name in _ONE:
        return relation.name
    order = _ORDER.findall(said[-_BEFORE:])
    if not order or order[-1] == "twin" or claim.title not in ("son", "daughter", "child"):
        return ""
    return f"{'eldest' if order[-1] in ('oldest', 'first-born') else order[-1]} {relation.name}"


def _given(claim: RoleClaim) -> str:
    """The given name of the relative; empty where only a family name is said."""
    name = person_name(claim.body)
    if not name.single:
        return name.given[0]
    return claim.body if claim.body.lower() in given_names() else ""


def _two_names(story: Story, a: RoleClaim, b: RoleClaim) -> bool:
    """Whether two articles give the relative other given names, and neither knows the one of the other besides."""
    one, other = _given(a), _given(b)
    if a.span.article == b.span.article or not one or not other or len(one) < 2 or len(other) < 2:
        return False
    if _compared(one, other).how in ("equal", "initial", "nickname", "middle", "style"):
        return False
    words = [{folded(word) for word in claim.body.split()} for claim in (a, b)]
    if words[0] <= words[1] or words[1] <= words[0]:
        return False
    if _known(story, one, b) or _known(story, other, a):
        return False
    return kin()[a.title].name in _ONE or succession(story, (a,), (b,)) is None


def _compared(one: str, other: str) -> Comparison:
    """How two given names compare; names are compared in full, so both get one family name."""
    return compare(f"{one} Ek", f"{other} Ek")


def _known(story: Story, given: str, claim: RoleClaim) -> bool:
    """Whether the article of a claim has a given name too: of somebody else, or of the relative in full."""
    return f" {given}" in story.article(claim).text


def _difference(story: Story, held: list[RoleClaim], a: RoleClaim, b: RoleClaim) -> Difference:
    found = _compared(_given(a), _given(b))
    forms = found.verdict == "same" and found.how != "transliteration"
    apart = f"{a.subject} has one {a.title}, who is called {a.body} here and {b.body} there."
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"What is the name of {a.subject}'s {a.title}?",
        sides=tuple(
            DraftSide(
                value=claim.body,
                claims=(claim, *(c for c in held if c is not claim and folded(c.body) == folded(claim.body))),
            )
            for claim in (a, b)
        ),
        verdict="explained" if forms else "contradiction",
        reason="alias" if forms else None,
        because=f"{apart.rstrip('.')}: {found.reason}." if forms else apart,
        confidence=0.8 if forms else 0.7,
        settled=True,
    )
