"""The same number harmed or held, called by different words.

Finds counts that agree and whose people do not: two deputies wounded here, two police officers there; five militants
killed, five villagers killed. A wider word and a finer one for those in uniform fit together. Armed men and people who
bear no arms do not: each side tells of its own dead, and a person must look.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Two sheriff's deputies were wounded in a shooting at the Ordell mill on Monday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "A man shot and wounded two police officers at the Ordell mill on Monday."}
findings:
  - {verdict: explained, reason: precision, sides: [["sheriff's deputies"], ["police officers"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.deeds.doers import callings, head
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "PAR933"
KIND = "participant"
VERDICT: Verdict = "explained"

_FATES = frozenset({"killed", "injured", "arrested", "missing", "kidnapped", "captured"})
_UNIFORMED = frozenset({"police", "army"})
_WIDE = frozenset({"personnel", "forces", "members", "servicemen", "employees", "staff"})
_ARMED = frozenset(
    {"militant", "insurgent", "gunman", "gunmen", "fighter", "rebel", "terrorist", "guerrilla", "extremist"}
)
_UNARMED = frozenset(
    {"civilian", "villager", "protester", "demonstrator", "worshipper", "worshiper", "child", "children"}
    | {"woman", "women", "farmer", "student", "pilgrim", "shepherd"}
)
_MOST = 4  # counts that witness one word


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per number of people whom two articles call by words of which one says more, or excludes
    the other."""
    told: dict[tuple[str, str], dict[str, list[QuantityClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(QuantityClaim):
        exact = claim.value.exact and (claim.value.low or 0) > 1 and claim.polarity
        if exact and claim.measure in _FATES and claim.counted:
            told[claim.measure, str(claim.value)][head(claim.counted)].append(claim)
    for (fate, number), nouns in told.items():
        for one, other in combinations(nouns.values(), 2):
            verdict = _verdict(one[0], other[0])
            if verdict and _two_articles(story, one, other):
                yield _difference(fate, number, (one[:_MOST], other[:_MOST]), verdict)
                break


def _verdict(a: QuantityClaim, b: QuantityClaim) -> Verdict | None:
    """What two words for as many people come to; None where they need not be of the same people, or say the same."""
    one, other = callings(a.counted) & _UNIFORMED, callings(b.counted) & _UNIFORMED
    wide = any(head(claim.counted) in _WIDE for claim in (a, b))
    if (one & other) or (wide and (one or other)):
        return "explained"
    kinds = {_bears_arms(a.counted), _bears_arms(b.counted)}
    return "tension" if kinds == {"armed", "unarmed"} else None


def _bears_arms(counted: str) -> str:
    noun = head(counted)
    for name, nouns in (("armed", _ARMED), ("unarmed", _UNARMED)):
        if noun in nouns or noun.removesuffix("s") in nouns:
            return name
    return ""


def _two_articles(story: Story, one: list[QuantityClaim], other: list[QuantityClaim]) -> bool:
    """Whether no article has both words, and the two are no copies."""
    here, there = ({c.span.article for c in claims} for claims in (one, other))
    apart = any(not story.same_origin(a, b) for a in one[:_MOST] for b in other[:_MOST])
    return apart and not here & there


def _difference(
    fate: str, number: str, sides: tuple[list[QuantityClaim], list[QuantityClaim]], verdict: Verdict
) -> Difference:
    names = [claims[0].counted for claims in sides]
    because = (
        "one word says more exactly what the other says."
        if verdict == "explained"
        else "who bears arms is none of the others, and the number is the same."
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Who were the {number} {fate}, {names[0]} or {names[1]}?",
        sides=tuple(DraftSide(value=n, claims=tuple(c)) for n, c in zip(names, sides, strict=True)),
        verdict=verdict,
        reason="precision" if verdict == "explained" else None,
        because=f"{names[0][:1].upper()}{names[0][1:]} and {names[1]}: {because}",
        confidence=0.5,
        settled=True,
    )
