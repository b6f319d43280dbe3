"""Why it was done, what caused it: one deed or one mishap, two reasons.

Finds clauses with "because" whose deeds are one and whose reasons share no telling word; and two causes of one fire,
crash or resignation. Several reasons can hold together: where two sides each give their own, this is a tension for
somebody to look at; where nobody is said to give one of them, each article tells a part of the grounds. A cause that one
article says is not known, and another tells, is an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell Street permit was denied because the hosts wanted to sell alcohol, Tessaly police said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Tessaly officials said they had denied the Ordell Street permit because neighbours had complained in the past."}
findings:
  - {verdict: tension, sides: [["sell alcohol"], ["complained in the past"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from reconcile.align.persons.holders import one_person
from reconcile.align.persons.standing import other_time, told_since
from reconcile.align.referents import single
from reconcile.align.senses import senses
from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.opposite import OppositeClaim
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex
from reconcile.values.spots import spots

CODE = "EVT947"
KIND = "other"
VERDICT: Verdict = "tension"

_MOST = 60
_RETICENT = frozenset(
    ("declined", "refused", "asked", "requested", "wanted", "needed", "happened", "believed")
)  # no deeds
_OWN = regex(r"\b(?:I|I'm|we|my)\b")


def check(story: Story) -> Iterator[Difference]:
    """Yields one tension per deed for which articles give reasons that share nothing."""
    yield from _caused(story)
    yield from _found_out(story)
    causes = [c for c in story.of(StateClaim) if c.aspect == "cause" and c.polarity][:_MOST]
    seen: set[str] = set()
    for claim in causes:
        if claim.id in seen:
            continue
        same = [claim, *(o for o in causes if o.id not in seen and _one_deed(story, claim, o))]
        against = [o for o in same if not telling(o.value) & telling(claim.value)]
        along = [o for o in same if o not in against]
        if not against or not {c.span.article for c in along} ^ {c.span.article for c in against}:
            continue
        seen.update(c.id for c in same)
        found = Difference(
            rule=CODE,
            kind=KIND,
            question=f"What is the reason given for “{claim.subject.strip()}”?",
            sides=(
                DraftSide(value=claim.value, claims=tuple(along)),
                DraftSide(value=against[0].value, claims=tuple(against)),
            ),
            verdict="tension",
            because=f"One reason is {claim.value!r}, the other {against[0].value!r}; both may hold.",
            confidence=0.55,
        )
        if _disputed(along, against):
            yield found
        else:
            yield replace(found, verdict="explained", reason="precision", settled=True)


def _disputed(along: list[StateClaim], against: list[StateClaim]) -> bool:
    """Whether each of two reasons is said to be somebody's, and no one person's both."""
    one, other = ({c.attribution for c in said if c.attribution} for said in (along, against))
    return any(map(_ascribed, along)) and any(map(_ascribed, against)) and not one & other


def _ascribed(claim: StateClaim) -> bool:
    """Whether somebody is said to give the reason."""
    return bool(claim.attribution) or _SAID.search(claim.subject) is not None


_SAID = regex(r"\b(?:said|says|told|tells|according to|claimed|claims|insisted|insists|argued|argues)\b")


def _caused(story: Story) -> Iterator[Difference]:
    """Two causes of the one mishap of its kind, or of one person's resignation."""
    told = [c for c in story.of(StateClaim) if c.aspect == "cause of" and c.polarity][:_MOST]
    seen: set[frozenset[str]] = set()
    for a, b in combinations(told, 2):
        pair = frozenset((a.span.article, b.span.article, a.event))
        if a.event != b.event or len(pair) < 3 or pair in seen or story.same_origin(a, b):
            continue
        along = [c for c in told if c.event == a.event and _alike(c.value, a.value)]
        other = [c for c in told if c.event == a.event and _alike(c.value, b.value)]
        both = {c.span.article for c in along} & {c.span.article for c in other}
        if both or a in other or not _one_effect(story, a, b) or _known(story, a, b):
            continue
        seen.add(pair)
        what = f"{a.subject}'s resignation" if a.subject and a.event not in _OF_THINGS else f"the {a.event}"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"What was the cause of {what}?",
            sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
            verdict="tension",
            because=f"One cause is {a.value!r}, the other {b.value!r}; both may have had a part.",
            confidence=0.55,
            settled=True,
        )


def _found_out(story: Story) -> Iterator[Difference]:
    """A cause that one article says is not known, and another tells."""
    told: dict[str, list[StateClaim]] = {}
    for claim in story.of(StateClaim):
        if claim.aspect == "cause of" and claim.polarity and not claim.subject:
            told.setdefault(claim.event, []).append(claim)
    open_ = [c for c in story.of(StateClaim) if c.aspect == "open" or c.value == "motiveless"] if told else []
    for kind, causes in told.items():
        known = {c.span.article for c in causes}
        asked = [c for c in open_ if c.span.article not in known and kind in _cause_sought(c)]
        articles = {c.span.article for c in (*causes, *asked)}
        if not all(single(story, article, kind) for article in articles):
            continue
        found = [c for c in causes if any(story.similarity(c, sought) >= _LIKE for sought in asked)]
        if not found:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"What was the cause of the {kind}?",
            sides=(
                DraftSide(value="not known", claims=tuple(asked)),
                DraftSide(value=found[0].value, claims=tuple(found)),
            ),
            verdict="explained",
            reason="update" if told_since(story, asked, found) else "precision",
            because=f"“{asked[0].span.quote}” leaves open what “{found[0].span.quote}” tells.",
            confidence=0.5,
            settled=True,
        )


def _cause_sought(claim: StateClaim) -> frozenset[str]:
    """The words of what has a cause that a claim says is not known; none where it leaves open something else."""
    start = claim.span.start - claim.sentence_start
    asked = _SOUGHT.search(claim.sentence, start)
    return frozenset(_WORDS.findall(claim.sentence[asked.end() :].lower())) if asked else frozenset()


_SOUGHT = regex(r"\b(?:causes?|caused|started|sparked|triggered|set off|led to|behind)\b")
_WORDS = regex(r"[a-z]+")


def _alike(one: str, other: str) -> bool:
    """Whether two causes share a telling word, or two of one sense."""
    return bool(telling(one) & telling(other) or senses(one) & senses(other))


def _one_effect(story: Story, a: StateClaim, b: StateClaim) -> bool:
    """Whether both are of one: of one person, or of the one of its kind that either article tells of."""
    if a.event in _OF_THINGS:
        things = [telling(" ".join(filter(str.islower, c.subject.split()))) for c in (a, b)]
        named = [frozenset(_NAMES.findall(c.subject)) for c in (a, b)]
        if named[0] and named[1] and not named[0] & named[1]:
            return False
        return bool(things[0] & things[1] - telling(a.event)) and not story.same_origin(a, b)
    if a.subject or b.subject:
        return bool(a.subject and b.subject) and one_person(a.subject, b.subject)
    places = [frozenset(_PROPER.findall(c.span.quote)) for c in (a, b)]
    if places[0] and places[1] and not places[0] & places[1]:
        return False
    if other_time(story, a, b) or _elsewhere(a, b):
        return False
    alone = all(single(story, c.span.article, c.event) for c in (a, b))
    return alone and story.similarity(a, b) >= _LIKE


_SITE = regex(r" (?:in|at|on|near) (?:the |an? )?(?:[A-Z][\w’'-]* )*([a-z]{3,})\b")


def _elsewhere(a: StateClaim, b: StateClaim) -> bool:
    """Whether the fire of one claim is at a mill and that of the other at a school, in a place of one name or not."""
    sites = [_SITE.search(c.sentence, c.sentence.lower().find(c.event)) for c in (a, b)]
    if not sites[0] or not sites[1]:
        return False
    nouns = [spots().get(site.group(1)) for site in sites if site]
    return all(noun is not None and noun.kind == "building" for noun in nouns) and (
        sites[0].group(1) != sites[1].group(1)
    )


_NAMES = regex(r"\b[A-Z][\w’'-]+")
_OF_THINGS = frozenset({"closure", "delay", "cancellation"})  # of which a story may tell several
_LIKE = 0.1
_PROPER = regex(
    r"(?<=[a-z,] )(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w-]+"
)


def _known(story: Story, a: StateClaim, b: StateClaim) -> bool:
    """Whether both causes are among those that exclude each other, which are compared as conditions."""
    one, other = (
        [
            c
            for c in story.of(OppositeClaim)
            if c.mode == "of"
            and c.span.article == claim.span.article
            and c.span.start < claim.span.start + len(claim.span.quote)
            and claim.span.start < c.span.start + len(c.span.quote)
        ]
        for claim in (a, b)
    )
    return any(x.event == y.event and x.value != y.value for x in one for y in other)


def _one_deed(story: Story, first: StateClaim, second: StateClaim) -> bool:
    """Whether two clauses tell of one deed: a verb in the past that both have, in sentences not wholly unlike."""
    if (
        first.span.article == second.span.article
        or _OWN.search(first.span.quote)
        or _OWN.search(second.span.quote)
    ):
        return False
    return bool(_deeds(first.subject) & _deeds(second.subject)) and story.similarity(first, second) >= 0.04


def _deeds(clause: str) -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in clause.lower().split()
        if len(word) > 4 and word.endswith("ed") and word not in _RETICENT
    )
