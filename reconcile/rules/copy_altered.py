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

from reconcile.align.parallels import Change, changes
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.name import NameClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.amounts import Amount
from reconcile.values.dates import Interval
from reconcile.values.relation import Relation
from reconcile.values.romanization import folded

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
        if pair is not None and _differ(*pair):
            yield _difference(change, *pair, story)


def _differ(one: Claim, other: Claim) -> bool:
    """Whether the claims cannot both hold: rounding, another unit or another way to write a name is no slip."""
    a, b = getattr(one, "value", None), getattr(other, "value", None)
    if isinstance(a, Amount) and isinstance(b, Amount):
        if a.unit != b.unit:
            return a.point is not None and a.point == b.point  # the figure stayed, the unit changed
        return a.relation(b) is Relation.DIFFERS
    if isinstance(a, Interval) and isinstance(b, Interval):
        return a.relation(b) is Relation.DIFFERS
    if isinstance(one, NameClaim) and isinstance(other, NameClaim):
        said = [folded(claim.value) for claim in (one, other)]
        return one.kind == other.kind and min(map(len, said)) >= _SHORTEST_NAME and len(set(said)) == 2
    return str(one).casefold() != str(other).casefold()


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
    said = [
        story.articles[article].text[start:end]
        for article, (start, end) in ((change.first, change.first_span), (change.second, change.second_span))
    ]
    return Difference(
        rule=CODE,
        kind=_KINDS[getattr(one, "type", "")],
        question=f"Is it {said[0]} or {said[1]}?",
        sides=(DraftSide(value=str(one), claims=(one,)), DraftSide(value=str(other), claims=(other,))),
        verdict="contradiction",
        because=f"The same sentence has “{said[0]}” in one article and “{said[1]}” in the other; every other word is alike.",
        confidence=0.85,
        settled=True,
    )
