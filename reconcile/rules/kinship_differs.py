"""Two people who are two things to each other.

Finds two named persons who are siblings in one article and a married couple in another, an aunt here and a cousin there,
or relatives in one and expressly not related in the other. It does not matter of which of the two it is said, and a
given name is enough beside the full one. The same is asked of one person and somebody without a name ("the victim's
sister", "the victim's girlfriend"), of whom either article has only one. A brother is a sibling, told more exactly; a friend may be a neighbor too.

```yaml
articles:
  - {id: a, publisher: The Tern, text: "The siblings Ida and Leo Munk opened a bakery in Ordell with money from the council."}
  - {id: b, publisher: Harbor Herald, text: "Newlyweds Ida and Leo Munk have opened Ordell's first bakery, with a loan from the council."}
findings:
  - {verdict: contradiction, sides: [["siblings Ida and Leo Munk"], ["Newlyweds Ida and Leo Munk"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.persons.culprits import CULPRITS
from reconcile.align.persons.holders import folded
from reconcile.align.referents import sole
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.kinship import exclusive_kin, kin
from reconcile.values.regex import regex

CODE = "ROL707"
KIND = "role"
VERDICT: Verdict = "contradiction"

_MOST = 12  # claims about one pair that are compared
_FAMILY = regex(r"\b(?:family|their) (?:[a-z-]+ )?friends?\b")
# Relations that are the same from both ends.
_MUTUAL = ("partner", "sibling", "cousin", "unrelated", "spouse")


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per pair of persons who cannot be to each other what both articles say."""
    pairs: dict[frozenset[str], list[RoleClaim]] = defaultdict(list)
    for claim in story.of(RoleClaim):
        if claim.subject and claim.body and claim.title in kin() and claim.modality == "asserted":
            pairs[frozenset((_first(claim.subject), _first(claim.body)))].append(claim)
    told: dict[tuple[str, frozenset[str]], list[tuple[RoleClaim, RoleClaim]]] = defaultdict(list)
    for claims in pairs.values():
        for a, b in combinations(claims[:_MOST], 2):
            if a.span.article == b.span.article or story.same_origin(a, b) or not _excluded(story, a, b):
                continue
            rivals = [c for c in claims if c.title == b.title and _excluded(story, a, c)]
            who = next((c.body for c in (a, b) if _mutual(c.title) != "sibling"), a.body)
            told[_first(who), frozenset({a.title, b.title})] += [(a, c) for c in rivals]
    for (_, titles), held in told.items():
        yield _difference(held, sorted(titles))
    yield from _of_unnamed(story)


def _of_unnamed(story: Story) -> Iterator[Difference]:
    """What one is to somebody without a name: the victim's sister here, the victim's girlfriend there."""
    related: dict[tuple[str, str], list[RoleClaim]] = defaultdict(list)
    for claim in story.of(RoleClaim):
        owner, whose, _ = claim.value.partition("'s ")
        if claim.subject or not whose or not claim.body or claim.title not in kin():
            continue
        article, noun = claim.span.article, claim.body.rsplit(" ", 1)[-1]
        known = not claim.body[0].islower() or sole(story, article, noun)
        if known and sole(story, article, owner) and claim.polarity and claim.modality == "asserted":
            related[sense(owner), _first(claim.body) if claim.body[0].isupper() else _doer(noun)].append(
                claim
            )
    for claims in related.values():
        for a, b in combinations(claims[:_MOST], 2):
            apart = a.span.article != b.span.article and not story.same_origin(a, b)
            if not apart or not exclusive_kin(a.title, b.title) or not _one(story, (a, a.body), (b, b.body)):
                continue
            sides = [(c, [x for x in claims if x.title == c.title]) for c in (a, b)]
            if {x.span.article for x in sides[0][1]} & {x.span.article for x in sides[1][1]}:
                continue  # both to one article: two victims, or a tangled family
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"What is {a.body} to the {a.value.partition(chr(39))[0]}?",
                sides=tuple(DraftSide(value=c.title, claims=tuple(held)) for c, held in sides),
                verdict="contradiction",
                because=f"“{a.span.quote}” and “{b.span.quote}” are said of the same two people.",
                confidence=0.65,
                settled=True,
            )
            break


def _doer(noun: str) -> str:
    """One word for all nouns that mean whoever did it."""
    return "suspect" if noun in CULPRITS or noun in _TRIED else sense(noun)


_TRIED = frozenset({"accused", "defendant"})


def _difference(held: list[tuple[RoleClaim, RoleClaim]], titles: list[str]) -> Difference:
    """One person told in two ways, with all of the family of whom it is told: every claim is a place to look at."""
    a, b = held[0]
    sides = [
        tuple(dict.fromkeys(claim for pair in held for claim in pair if claim.title == title))
        for title in titles
    ]
    friend = "friend" in titles
    told = f"“{a.span.quote}” and “{b.span.quote}” are said of the same two people"
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"What are {a.subject} and {a.body} to each other?",
        sides=tuple(DraftSide(value=t, claims=held_) for t, held_ in zip(titles, sides, strict=True)),
        verdict="tension" if friend else "contradiction",
        because=f"{told}; a relative is hardly called a friend." if friend else f"{told}.",
        confidence=0.65 if friend else 0.75,
        settled=True,
    )


def _first(name: str) -> str:
    return folded(name.split()[0])


def _excluded(story: Story, a: RoleClaim, b: RoleClaim) -> bool:
    """Whether two relations are told of one pair, and nobody is both."""
    if _one(story, (a, a.subject), (b, b.subject)) and _one(story, (a, a.body), (b, b.body)):
        return exclusive_kin(a.title, b.title) or _friend_of_relatives(a, b)
    if not (_one(story, (a, a.subject), (b, b.body)) and _one(story, (a, a.body), (b, b.subject))):
        return False
    here, there = _mutual(a.title), _mutual(b.title)
    return bool(here and there) and here != there


def _friend_of_relatives(a: RoleClaim, b: RoleClaim) -> bool:
    """Whether one claim calls somebody a friend of a family of whom the other calls the same person a relative."""
    titles = {a.title, b.title}
    friend = next((c for c in (a, b) if c.title == "friend"), None)
    if friend is None or not any("relative" in kin()[title].wider for title in titles):
        return False
    return _FAMILY.search(friend.span.quote) is not None


def _one(story: Story, first: tuple[RoleClaim, str], second: tuple[RoleClaim, str]) -> bool:
    """Whether two names are one person's: known to be so, or every word of the shorter one is in the longer one."""
    (a, one), (b, other) = first, second
    if one[0].islower() and other[0].islower():
        return True  # two nouns of one key
    words = set(folded(one).split()), set(folded(other).split())
    if words[0] <= words[1] or words[1] <= words[0]:
        return True
    return story.entities.same(one, a.span.article, other, b.span.article) == "same"


def _mutual(word: str) -> str:
    """The relation that is the same from both ends; empty for one that is not."""
    relation = kin()[word]
    return next((name for name in (relation.name, *relation.wider) if name in _MUTUAL), "")
