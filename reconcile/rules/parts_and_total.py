"""Parts that do not add up to their total, and percentages that do not fit their counts.

Finds, inside one sentence, a total with its parts in brackets ("120 ferries (Coastline 70, Islander 50)"), and a
part of a whole with its percentage ("900 of 14,300 jobs, or 6.3%"). The sum is taken; rounding is allowed for.

Why it matters: the arithmetic is in the article itself, so a slip can be shown without any other source.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "About 900 of 13,400 jobs, or 6.3% of the total, will go."}
findings:
  - {verdict: contradiction, because: "6.7", sides: [["900 of 13,400 jobs"], ["6.3%"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.counted import singulars
from reconcile.language.figures.figure import read_figure
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.amounts import figure
from reconcile.values.regex import regex

CODE = "NUM502"
KIND = "number"
VERDICT = "contradiction"

_SHARE_TIE = regex(r"(?:,\s|\(|\sor\s|\s[–—-]\s)[^.;:]{0,24}\Z")


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for each sum and each percentage that the article's own figures refute."""
    sentences: dict[tuple[str, int], list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        sentences[claim.span.article, claim.sentence_start].append(claim)
    fitting = _fitting(list(sentences.values()))
    for claims in sentences.values():
        if len(claims) >= 2:
            yield from _percentages(claims, fitting)
            yield from _brackets(claims)
            yield from _listed(claims)


def _shares(claims: Sequence[QuantityClaim]) -> Iterator[tuple[QuantityClaim, QuantityClaim, Decimal]]:
    """A part of a whole, its percentage right behind it, and what the percentage should be."""
    for part in claims:
        whole = read_figure(part.whole, 0) if part.whole else None
        if whole is None or whole.value <= 0 or part.value.point is None:
            continue
        share = next(
            (c for c in claims if c.value.unit == "percent" and 0 < c.span.start - part.span.end <= 40), None
        )
        if share is not None and share.value.point is not None and _SHARE_TIE.search(_between(part, share)):
            yield part, share, part.value.point / whole.value * 100


def _fits(part: QuantityClaim, share: QuantityClaim, actual: Decimal) -> bool:
    slack = max(share.value.step, Decimal("0.05")) * (3 if part.value.hedge else 1)
    return abs(actual - (share.value.point or actual)) <= slack


def _fitting(sentences: Sequence[Sequence[QuantityClaim]]) -> list[tuple[QuantityClaim, QuantityClaim]]:
    """The parts with their percentages that agree: they show what a slipped one should have been."""
    return [
        (part, share)
        for claims in sentences
        for part, share, actual in _shares(claims)
        if _fits(part, share, actual)
    ]


def _percentages(
    claims: Sequence[QuantityClaim], fitting: Sequence[tuple[QuantityClaim, QuantityClaim]]
) -> Iterator[Difference]:
    for part, share, actual in _shares(claims):
        if _fits(part, share, actual):
            continue
        because = f"{figure(part.value.point or Decimal(0))} of {part.whole} is {actual:.1f}%, not {share.value.point}%."
        same = [
            pair
            for pair in fitting
            if pair[1].value.point == share.value.point and pair[0].value.point == part.value.point
        ]
        question = "Does the percentage fit the figures?"
        if same:
            right = [claim for pair in same for claim in pair]
            because += f" It is {share.value.point}% of {same[0][0].whole}, as another article has it."
            yield _difference(
                (part, share), right, f"{share.value.point}%", question, because, f"{actual:.1f}%"
            )
        else:
            yield _difference((part,), [share], f"{share.value.point}%", question, because, f"{actual:.1f}%")


def _brackets(claims: Sequence[QuantityClaim]) -> Iterator[Difference]:
    """A total, and behind it in brackets the parts that make it up."""
    for total in claims:
        if total.value.point is None or total.form != "count" or not total.counted:
            continue
        inside = _in_brackets(total, claims)
        if len(inside) < 2:
            continue
        points = [c.value.point for c in inside]
        if any(p is None for p in points) or any(c.form != "count" for c in inside):
            continue
        values = [p for p in points if p is not None]
        if max(values) >= total.value.point:
            continue
        added = sum(values, Decimal(0))
        slack = (
            sum((c.value.step for c in inside), Decimal(0)) / 2
            if any(c.value.step > 1 for c in inside)
            else Decimal(0)
        )
        if added != total.value.point and abs(added - total.value.point) > slack + total.value.step * bool(
            total.value.hedge
        ):
            said = " + ".join(figure(v) for v in values)
            because = f"{said} = {figure(added)}, not {figure(total.value.point)}."
            yield _difference(
                (total,), inside, said, f"Do the parts add up to {total.value} {total.counted}?", because
            )


def _listed(claims: Sequence[QuantityClaim]) -> Iterator[Difference]:
    """So many people, and behind a colon or a dash how many of them were of each kind: "nine people: four women, a child"."""
    for total in claims:
        if not total.value.exact or total.value.point is None or total.form != "count" or total.part:
            continue
        start = total.span.end - total.sentence_start
        listed = _LIST.match(total.sentence, start)
        if listed is None or not total.counted or total.counted.split()[-1] not in singulars():
            continue
        items = [(m.group("many"), m.group("who")) for m in _ITEM.finditer(listed.group("items"))]
        read = [Decimal(1) if many in ("a", "an") else _number(many) for many, _ in items]
        parts = [value for value in read if value is not None]
        if len(parts) < 2 or len(parts) != len(items) or any(w not in singulars() for _, w in items):
            continue
        first, last = listed.span("items")
        inside = [c for c in claims if first <= c.span.start - c.sentence_start < last]
        added = sum(parts, Decimal(0))
        if inside and added != total.value.point:
            said = " + ".join(figure(v) for v in parts)
            because = f"{said} = {figure(added)}, not {figure(total.value.point)}."
            question = f"Do the parts add up to {total.value} {total.counted}?"
            yield _difference((total,), inside, said, question, because)


_SOME = r"(?:an?|\d{1,4}|[a-z]+(?:-[a-z]+)?)\s(?:[a-z]+\s)?[a-z]+"
_LIST = regex(
    rf"(?::|\s[-–—]|,\snamely)\s(?P<items>{_SOME}(?:,\s{_SOME}){{0,5}},?\sand\s{_SOME})(?=[.;,)]|\s[-–—]|\s?\Z)"
)
_ITEM = regex(
    r"(?:\A|,\s(?:and\s)?|\sand\s)(?P<many>an?|\d{1,4}|[a-z]+(?:-[a-z]+)?)\s(?:(?!and\s)[a-z]+\s)?(?P<who>(?!and\b)[a-z]+)(?=,|\sand\s|\Z)"
)


def _number(written: str) -> Decimal | None:
    """The number that a word or figure says; None for a word that says none, or no exact one."""
    found = read_figure(written, 0)
    whole = found is not None and found.end == len(written) and found.vague is None and not found.share
    return found.value if found is not None and whole else None


def _in_brackets(total: QuantityClaim, claims: Sequence[QuantityClaim]) -> list[QuantityClaim]:
    """The figures in the bracket that opens right behind `total`."""
    text, base = total.sentence, total.sentence_start
    start = total.span.end - base
    opened = text.find("(", start, start + 3)
    closed = text.find(")", opened) if opened >= 0 else -1
    if closed < 0:
        return []
    return [c for c in claims if opened < c.span.start - base < closed]


def _between(first: QuantityClaim, second: QuantityClaim) -> str:
    base = first.sentence_start
    return first.sentence[first.span.end - base : second.span.start - base]


def _difference(
    total: Sequence[QuantityClaim],
    parts: Sequence[QuantityClaim],
    said: str,
    question: str,
    because: str,
    value: str = "",
) -> Difference:
    sides = (
        DraftSide(value=value or str(total[0].value), claims=tuple(total)),
        DraftSide(value=said, claims=tuple(parts)),
    )
    return Difference(
        rule=CODE, kind=KIND, question=question, sides=sides, because=because, confidence=0.9, settled=True
    )
