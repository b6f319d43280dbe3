"""How somebody came to harm, and how badly: hit by a beam here, fallen through a floor there.

Finds one person, by name or by what both articles call the one they speak of, who is hurt or dies in two ways of which
neither article has both, or who is hardly hurt in one and breaks bones in the other, or
is carried away by other means. One may have led to the other, so this is a tension for somebody to look at; but who is
unhurt in one article and has a wound in the other is a contradiction, and so is one wound in two parts of the body. A
wound in the leg, in the right leg and in the shin are one, told more or less finely.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The firefighter was hit by a falling beam in the Ordell mill in Tessaly, the Tessaly fire service said on Thursday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The firefighter fell through a floor of the Ordell mill in Tessaly on Thursday, a witness said."}
findings:
  - {verdict: tension, sides: [["hit by"], ["fell through"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.persons.holders import one_person
from reconcile.align.persons.standing import other_time, withdrawn
from reconcile.align.referents import single
from reconcile.align.story import Story
from reconcile.claims.harm import HarmClaim
from reconcile.claims.thing import kinds
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

CODE = "EVT948"
KIND = "other"
VERDICT: Verdict = "tension"

_QUESTIONS = {
    "harm": "How did {} come to harm?",
    "badly": "How badly was {} hurt?",
    "moved": "How was {} brought away?",
}
# Ways that go together: who is burned is smothered too.
_TOGETHER = (
    frozenset({"burned", "smothered"}),
    frozenset({"struck", "crushed"}),
    frozenset({"fell", "crushed"}),
    frozenset({"starved", "illness"}),
)


def check(story: Story) -> Iterator[Difference]:
    """Yields one tension per person who comes to harm in two ways."""
    harms = [c for c in story.of(HarmClaim) if c.polarity and not withdrawn(c)]
    hurt = [c for c in harms if c.event == "where"]
    yield from _finer(hurt)
    yield from _elsewhere(hurt)
    claims = [c for c in harms if c.event != "where"]
    told: dict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.span.article].append(claim)
    seen: set[str] = set()
    for a, b in combinations(claims, 2):
        if (
            a.value == b.value
            or a.event != b.event
            or a.span.article == b.span.article
            or story.same_origin(a, b)
            or {a.id, b.id} & seen
        ):
            continue
        if {a.value, b.value} in _TOGETHER or not _one_person(story, a, b) or other_time(story, a, b):
            continue
        if any(c.value == b.value and _alone(a, c) for c in told[a.span.article]) or any(
            c.value == a.value and _alone(b, c) for c in told[b.span.article]
        ):
            continue
        unhurt = "none" in (a.value, b.value)
        seen |= {a.id, b.id}
        who = a.subject or b.subject or f"the {a.noun.split()[0]}"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=_QUESTIONS[a.event].format(who),
            sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
            verdict="contradiction" if unhurt else "tension",
            because=f"“{a.span.quote}” and “{b.span.quote}” are told of {who}, and "
            + ("who is unhurt has no wound." if unhurt else "no article tells both."),
            confidence=0.55,
            settled=True,
        )


def _alone(one: HarmClaim, other: HarmClaim) -> bool:
    """Whether nothing says that two claims of an article are of two persons."""
    return not (one.subject and other.subject) or one_person(one.subject, other.subject)


def _finer(claims: list[HarmClaim]) -> Iterator[Difference]:
    """One wound of which articles name the place more or less finely: in the leg, in the right leg, in the knee."""
    for claim in claims:
        found: dict[str, list[HarmClaim]] = defaultdict(list)
        found[claim.value].append(claim)
        for other in claims:
            known = not (claim.subject and other.subject) or one_person(claim.subject, other.subject)
            if other.span.article != claim.span.article and known and _within(other.value, claim.value):
                found[other.value].append(other)
        if len(found) > 1:
            who = next((c.subject for said in found.values() for c in said if c.subject), "the victim")
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Where was {who} hurt?",
                sides=tuple(DraftSide(value=place, claims=tuple(said)) for place, said in found.items()),
                verdict="explained",
                reason="precision",
                because=f"One wound, told more or less finely: {quoted(found)}.",
                confidence=0.6,
                settled=True,
            )
            return


def _elsewhere(claims: list[HarmClaim]) -> Iterator[Difference]:
    """One named person of whom each of two articles names one part of the body, and not the same."""
    told: dict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.subject:
            told[claim.span.article].append(claim)
    for a, b in combinations(claims, 2):
        if a.span.article == b.span.article or not (
            a.subject and b.subject and one_person(a.subject, b.subject)
        ):
            continue
        mine, its = (_parts(told[one.span.article], a.subject) for one in (a, b))
        if any(_within(x, y) or _within(y, x) for x in mine for y in its) or mine & its:
            continue
        several = any(_AND.match(c.sentence, c.span.end - c.sentence_start) for c in (a, b))
        if len(mine) == len(its) == 1 and not several:
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Where was {a.subject} hurt?",
                sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
                verdict="tension" if _neighbours(a.value, b.value) else "contradiction",
                because=f"“{a.value}” and “{b.value}” are two parts of the body, and neither article tells of two wounds.",
                confidence=0.6,
                settled=True,
            )
            return


# "in the hip and the leg", "in the hip area"
_AND = regex(
    r" area\b|,? (?:and|or) (?:(?:in|to) )?(?:the |his |her )?(?:(?:left|right|upper|lower) )?"
    r"(?:legs?|arms?|hands?|foot|feet|shoulders?|thighs?|knees?|ankles?|cal(?:f|ves)|shins?|forearms?|elbows?|wrists?|head|neck"
    r"|chest|abdomen|stomach|back|face|eyes?|hips?|groin|jaw|throat|torso|pelvis)\b"
)


def _parts(claims: list[HarmClaim], who: str) -> frozenset[str]:
    return frozenset(claim.value for claim in claims if one_person(claim.subject, who))


def _neighbours(one: str, other: str) -> bool:
    """Whether two parts of the body are so near that one wound may be told of either: the arm, the shoulder."""
    return frozenset((one.split()[-1], other.split()[-1])) in _BESIDE


_BESIDE = frozenset(
    map(
        frozenset,
        (("arm", "shoulder"), ("leg", "hip"), ("head", "neck"), ("back", "shoulder"), ("chest", "side")),
    )
)


def _within(fine: str, wide: str) -> bool:
    """Whether a part of the body is a part of the other one, or the other one with its side."""
    one, other = kinds().get(fine.split()[-1]), kinds().get(wide)
    if fine.endswith(f" {wide}"):
        return True
    return one is not None and other is not None and one.relation(other) is Relation.REFINES


def _one_person(story: Story, a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two claims are about one person."""
    if a.subject and b.subject:
        return one_person(a.subject, b.subject)
    nouns = [{*c.noun.split(), *_called(story, c)} for c in (a, b)]
    for noun in sorted(nouns[0] & nouns[1]):
        known = [noun not in words("anybody") or bool(c.subject) for c in (a, b)]
        if all(known) and (
            a.subject or b.subject or all(single(story, c.span.article, noun) for c in (a, b))
        ):
            return True
    return False


def _called(story: Story, claim: HarmClaim) -> frozenset[str]:
    """What the article calls the person that the claim names."""
    if not claim.subject:
        return frozenset()
    return story.reading(claim.span.article).document.antecedents.called(claim.subject)
