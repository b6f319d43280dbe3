"""A reprint that changes a fact of the sentence it copies.

Two outlets print one sentence, word for word but for a figure, a time, a name or a currency: the one who copied
slipped, or corrected. Nothing of scope or occasion can account for it, since all the other words are the same.

```yaml
articles:
  - {id: a, publisher: Tern, text: "The two-car train was swept off the track at 10:42 a.m. by a fall of rocks near Ordell."}
  - {id: b, publisher: Heron, text: "The two-car train was swept off the track at 10:24 a.m. by a fall of rocks near Ordell."}
findings:
  - {verdict: contradiction, sides: [["10:42"], ["10:24"]]}
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.persons.holders import one_person
from reconcile.align.quotes.parallels import Change, changes
from reconcile.align.story import Story
from reconcile.align.times.clocks import clock, day_stated
from reconcile.claims.age import AgeClaim
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.claims.name import NameClaim
from reconcile.claims.place import PlaceClaim
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.sources.stamps import is_stamp
from reconcile.values.amounts import Amount
from reconcile.values.dates import Interval
from reconcile.values.places import relate_places, usual
from reconcile.values.related_roles import relate
from reconcile.values.relation import Relation
from reconcile.values.roles import body_words
from reconcile.values.romanization import folded
from reconcile.values.spots import place_told, relate_spots

CODE = "SRC109"
KIND = "other"
VERDICT = "contradiction"

_KINDS = {
    "quantity": "number",
    "date": "date",
    "duration": "duration",
    "age": "age",
    "anniversary": "anniversary",
    "name": "name",
    "role": "role",
    "place": "place",
}
_SHORTEST_NAME = 4
_LONGEST = 60  # characters of a claim's words that are still about the changed word


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for every changed word of a copied sentence that makes claims of one type differ."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in story.claims:
        if getattr(claim, "type", "") in _KINDS:
            by_article[claim.span.article].append(claim)
    for claims in by_article.values():
        claims.sort(key=lambda claim: claim.span.start)
    for change in changes(story):
        pair = _claims(change, by_article)
        if pair is not None and _differ(*pair) and _of_fact(change, *pair, by_article, story):
            yield _difference(change, *pair, story)


def _differ(one: Claim, other: Claim) -> bool:
    """Whether the claims cannot both hold: rounding, another unit or another way to write a name is no slip."""
    a, b = getattr(one, "value", None), getattr(other, "value", None)
    if (
        isinstance(one, DateClaim)
        and isinstance(other, DateClaim)
        and not (day_stated(one) and day_stated(other))
    ):
        clocks = clock(one), clock(other)  # of a day that another sentence tells, or only the paper's
        if clocks[0] is not None and clocks[1] is not None:
            return clocks[0].said != clocks[1].said
    if isinstance(a, Amount) and isinstance(b, Amount):
        if a.unit != b.unit:
            return a.point is not None and a.point == b.point  # the figure stayed, the unit changed
        return a.relation(b) is Relation.DIFFERS
    if isinstance(a, Interval) and isinstance(b, Interval):
        return a.relation(b) is Relation.DIFFERS
    if isinstance(one, NameClaim) and isinstance(other, NameClaim):
        said = [folded(claim.value).replace("-", " ") for claim in (one, other)]
        return one.kind == other.kind and min(map(len, said)) >= _SHORTEST_NAME and len(set(said)) == 2
    if isinstance(one, PlaceClaim) and isinstance(other, PlaceClaim) and (one.noun or other.noun):
        if not (one.noun and other.noun):
            return False  # "in the city" may be any that a name tells
        a, b = place_told(one.value), place_told(other.value)
        return a is not None and b is not None and relate_spots(a, b) is Relation.DIFFERS
    if isinstance(one, PlaceClaim) and isinstance(other, PlaceClaim):
        return not relate_places(usual(one.value), usual(other.value)).compatible  # a town and its land
    return str(one).casefold() != str(other).casefold()


def _of_fact(
    change: Change, one: Claim, other: Claim, by_article: dict[str, list[Claim]], story: Story
) -> bool:
    """Whether the change is one of fact, not of a name's form, the hour of printing, or the order of two values.

    Where several words are replaced, names are filled into a form anew ("Reporting by …, editing by …").
    """
    if isinstance(one, NameClaim) and isinstance(other, NameClaim):
        from rapidfuzz import fuzz  # imported where it is needed: it costs the start

        said = [folded(story.articles[article].text[slice(*at)]) for article, at in _places(change)]
        alike = fuzz.partial_ratio(*said) >= _ONE_NAME or set.intersection(*(set(s.split("-")) for s in said))
        known = story.entities.same(one.value, change.first, other.value, change.second)
        return change.alone and known != "same" and not alike
    if isinstance(one, AgeClaim) and isinstance(other, AgeClaim) and not _one_aged(one, other):
        return False  # one form, filled in for each of the accused
    if isinstance(one, RoleClaim) and isinstance(other, RoleClaim) and one.role and other.role:
        if relate(one.role, other.role)[0] in ("precision", "same", "alias"):
            return False  # her child, her son: the rules on titles tell it
        if len(one.value.split()) != len(other.value.split()) and relate(one.role, other.role)[0] != "rank":
            return False  # "Adm. Holm", "the commander Ada Holm": he is introduced anew, or no more
        bodies = (body_words(one.role), body_words(other.role))
        named = any(bodies) and not all(bodies)  # "the company's spokesman" is that of one that has a name
        return not named or one.role.office != other.role.office
    if isinstance(one, DateClaim) and is_stamp(one.span.quote) and is_stamp(other.span.quote):
        return False
    return all(
        type(claim) is not type(side)
        or claim.sentence_start != side.sentence_start
        or _differ(claim, opposite)
        for side, opposite in ((one, other), (other, one))
        for claim in by_article[side.span.article]
        if claim is not side
    )


def _one_aged(one: AgeClaim, other: AgeClaim) -> bool:
    return not (one.subject and other.subject) or one_person(one.subject, other.subject)


_ONE_NAME = 75  # likeness of two forms of one name, out of 100; the rules on names judge spellings


def _places(change: Change) -> tuple[tuple[str, tuple[int, int]], tuple[str, tuple[int, int]]]:
    return (change.first, change.first_span), (change.second, change.second_span)


def _claims(change: Change, by_article: dict[str, list[Claim]]) -> tuple[Claim, Claim] | None:
    """The claims of one type that the changed words make in the two articles; figures before names."""
    first = _over(by_article[change.first], change.first_span)
    second = _over(by_article[change.second], change.second_span)
    for kind in _KINDS:
        if kind in first and kind in second:
            return first[kind], second[kind]
    return None


def _over(claims: list[Claim], span: tuple[int, int]) -> dict[str, Claim]:
    """The shortest claim of each type over the words of `span`."""
    found: dict[str, Claim] = {}
    last = bisect_left(claims, span[1], key=lambda claim: claim.span.start)
    for claim in claims[max(0, last - 40) : last]:
        kind = getattr(claim, "type", "")
        size = claim.span.end - claim.span.start
        if claim.span.end > span[0] and size <= _LONGEST:
            known = found.get(kind)
            if known is None or size < known.span.end - known.span.start:
                found[kind] = claim
    return found


def _difference(change: Change, one: Claim, other: Claim, story: Story) -> Difference:
    said = [story.articles[article].text[start:end] for article, (start, end) in _places(change)]
    rest = "no other word is replaced" if change.alone else "the words around it are alike"
    return Difference(
        rule=CODE,
        kind=_KINDS[getattr(one, "type", "")],
        question=f"Is it {said[0]} or {said[1]}?",
        sides=(DraftSide(value=str(one), claims=(one,)), DraftSide(value=str(other), claims=(other,))),
        verdict="contradiction",
        because=f"The same sentence has “{said[0]}” in one article and “{said[1]}” in the other; {rest}.",
        confidence=0.85,
        settled=True,
    )
